//! Input that is large, broken or meant to do harm.

use std::io::Write;

use proptest::prelude::*;
use wep::import::table::read;
use wep::report::import;

use super::{columns_of, plan_of, table_of};

#[test]
fn bombs_are_refused() {
    let refusal = |text: String| read(text.as_bytes(), None).unwrap_err().message;
    assert!(refusal("x".repeat(50_000_000)).contains("32.767 tekens"));
    assert!(refusal("x".repeat(50_000_001)).contains("50 MB"));
    assert!(refusal("a;".repeat(1_000_000)).contains("500"));
    assert!(refusal("a;b\n".repeat(100_002)).contains("100.000 rijen"));
    assert!(refusal(format!("\"{}", "x\n".repeat(200_000))).contains("100.000 rijen"));
}

/// A spreadsheet of OpenDocument with this inside its table.
fn ods(rows: &str) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    zip.start_file("mimetype", options).unwrap();
    zip.write_all(b"application/vnd.oasis.opendocument.spreadsheet").unwrap();
    zip.start_file("META-INF/manifest.xml", options).unwrap();
    zip.write_all(b"<manifest:manifest xmlns:manifest=\"m\"/>").unwrap();
    zip.start_file("content.xml", options).unwrap();
    write!(
        zip,
        "<?xml version=\"1.0\"?><office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\">\
        <office:body><office:spreadsheet><table:table table:name=\"L\">{rows}</table:table></office:spreadsheet>\
        </office:body></office:document-content>"
    )
    .unwrap();
    zip.finish().unwrap().into_inner()
}

#[test]
fn a_cell_that_is_repeated_a_million_times_is_refused() {
    let cell = |more: &str| {
        format!("<table:table-cell office:value-type=\"string\" {more}><text:p>naam</text:p></table:table-cell>")
    };
    let row = |more: &str, cells: &str| format!("<table:table-row {more}>{cells}</table:table-row>");
    let good = ods(&row("", &(cell("") + &cell(""))));
    assert_eq!(read(&good, None).unwrap().headers, ["naam", "naam"]);
    let wide = ods(&row("", &cell("table:number-columns-repeated=\"16000\"")));
    assert!(read(&wide, None).unwrap_err().message.contains("500 kolommen"));
    let long = ods(&row("table:number-rows-repeated=\"1000000\"", &cell("")));
    assert!(read(&long, None).unwrap_err().message.contains("100.000 rijen"));
}

#[test]
fn ten_thousand_rows_take_a_moment() {
    let mut text = String::from("Naam;Soort;Adres;Postcode;Plaats;Tel;E-mail;KvK;Wijk\n");
    for number in 0..10_000 {
        let postcode = 1000 + number % 9000;
        text += &format!(
            "Stichting Huis {number};welzijn;Dorpsstraat {number};{postcode} AB;Veldrijk;0199-{:06};info@h{number}.example;{};De Hoven\n",
            number,
            99_000_000 + number
        );
    }
    let table = table_of(&text);
    let plan = plan_of(&table, &[]);
    assert_eq!(plan.counts(), [10_000, 0, 0, 0, 0]);
    let screen = import::plan(&table, &columns_of(&table), &plan, 80, false);
    assert!(screen.lines().count() < 40, "{screen}");
}

#[test]
fn the_screen_keeps_its_width_and_stays_inert() {
    let text =
        "Naam organisatie;Soort;E-mail\n\u{1b}[31mRood\u{202e};Zorg & welzijn;geen adres\n=cmd|' /C calc'!A0;{{x}};\n";
    let table = table_of(text);
    let plan = plan_of(&table, &[]);
    for width in [60, 80, 200] {
        let screen = import::plan(&table, &columns_of(&table), &plan, width, true);
        assert!(!screen.contains('\u{1b}'), "{screen}");
        assert!(screen.lines().all(|line| line.chars().count() <= width), "{width}: {screen}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_table_gives_a_plan_that_is_stable(cells in proptest::collection::vec(("[A-Ca-c 1-2]{0,4}", "(99000101|99000102|)", "(zorg|ggz|x|)", "(8911 AA|8911 AB|)"), 0..12)) {
        let mut text = "naam;kvk;sector;postcode;straat\n".to_owned();
        for (naam, kvk, sector, postcode) in cells {
            text += &format!("{naam};{kvk};{sector};{postcode};Straat 1\n");
        }
        let table = table_of(&text);
        let once = super::after(&plan_of(&table, &[]), &[], wep::import::plan::Decision::Skip);
        let again = plan_of(&table, &once);
        prop_assert_eq!(&again.counts()[..2], &[0, 0], "{:?}", again);
    }
}
