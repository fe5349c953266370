//! S12: the workbook holds the same sums as the document, in its formulas and beside them.

use std::io::{Cursor, Read, Write};
use std::process::Command;

use calamine::{Data, Reader, Xlsx};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use wep::document::{Attachment, Kind};
use wep::model::{Begroting, Project};
use wep::render::render_workbook;

use super::begroting::{any_budget, big_deficit};
use super::hostile::with_hostile_text;
use super::veldrijk;

const SHEETS: [&str; 3] = ["Kosten", "Dekking", "Overzicht"];

fn xlsx(project: &Project) -> Vec<u8> {
    let [extra] = Kind::find("begroting").unwrap().extras else { panic!("one extra file") };
    let Attachment::Workbook(workbook) = (extra.compose)(project);
    render_workbook(&workbook).unwrap().bytes
}

type Sheets = Vec<Vec<Vec<Data>>>;

fn read(bytes: &[u8]) -> Sheets {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    assert_eq!(book.sheet_names(), SHEETS);
    let mut all = Vec::new();
    for name in SHEETS {
        all.push(book.worksheet_range(name).unwrap().rows().map(<[Data]>::to_vec).collect());
    }
    all
}

/// Cents, if the cell has a number at all.
fn cents(cell: &Data) -> Option<i64> {
    match cell {
        Data::Float(number) => Some((number * 100.0).round() as i64),
        Data::Int(number) => Some(number * 100),
        _ => None,
    }
}

fn same_sums(project: &Project, sheets: &Sheets) {
    let rekening = project.rekening();
    let years: Vec<i64> = rekening.jaren.iter().map(|jaar| i64::from(*jaar) * 100).collect();
    let rows: Vec<&Vec<Data>> = sheets[2].iter().filter(|row| cents(&row[0]).is_some()).collect();
    assert_eq!(rows.iter().filter_map(|row| cents(&row[0])).collect::<Vec<_>>(), years);
    for (row, jaar) in rows.iter().zip(&rekening.jaren) {
        let sums = [rekening.kosten_in(*jaar), rekening.dekking_in(*jaar), rekening.saldo_in(*jaar)];
        let sums = sums.map(|sum| sum.map(|sum| sum.cents()));
        let end = row.len();
        assert_eq!([cents(&row[1]), cents(&row[end - 3]), cents(&row[end - 2])], sums, "{jaar}");
        let word = match sums[2].unwrap() {
            0 => "gelijk",
            short if short < 0 => "tekort",
            _ => "overschot",
        };
        assert_eq!(row[end - 1], Data::String(word.to_owned()));
    }
    for (sheet, of) in [
        (&sheets[0], &(|jaar| rekening.kosten_in(jaar)) as &dyn Fn(u32) -> Option<wep::model::Bedrag>),
        (&sheets[1], &|jaar| rekening.dekking_in(jaar)),
    ] {
        let total = sheet.iter().find(|row| row[0] == Data::String("Totaal".to_owned())).unwrap();
        let last = &total[total.len() - rekening.jaren.len()..];
        let expected: Vec<Option<i64>> = rekening.jaren.iter().map(|jaar| of(*jaar).map(|sum| sum.cents())).collect();
        assert_eq!(last.iter().map(cents).collect::<Vec<_>>(), expected);
    }
}

#[test]
fn the_example_reads_back_with_the_sums_of_the_document() {
    for project in [veldrijk(), big_deficit(), Project::default()] {
        same_sums(&project, &read(&xlsx(&project)));
        assert!(xlsx(&project) == xlsx(&project), "other bytes");
    }
    if let Ok(folder) = std::env::var("WEP_LOOK") {
        std::fs::create_dir_all(&folder).unwrap();
        for (name, project) in [("veldrijk", veldrijk()), ("tekort", big_deficit())] {
            std::fs::write(format!("{folder}/{name}-begroting.xlsx"), xlsx(&project)).unwrap();
        }
    }
}

#[test]
fn hostile_text_stays_text() {
    for hostile in ["=cmd|' /C calc'!A0", "@SUM(A1)", "_x0041_", "+1", "a\u{1}b\nc", "\u{202e}x"] {
        let (project, planted) = with_hostile_text(hostile);
        let bytes = xlsx(&project);
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(&bytes[..])).unwrap();
        for name in SHEETS {
            let formulas = book.worksheet_formula(name).unwrap();
            let bad = formulas.used_cells().find(|(_, _, formula)| formula.contains("cmd") || formula.contains("A1)"));
            assert!(bad.is_none(), "{bad:?}");
        }
        let shown = format!("{:?}", read(&bytes));
        let one = planted.iter().find(|(path, _)| path[0] == "begroting" && path[1] == "kosten").unwrap();
        let letters: String = one.1.chars().filter(|letter| letter.is_ascii_digit() || *letter == 'm').collect();
        assert!(shown.contains(letters.rsplit('m').nth(1).unwrap()), "{hostile}");
        same_sums(&project, &read(&bytes));
    }
}

/// The same file without the values beside the formulas, so that a reader has to calculate.
fn without_values(bytes: &[u8]) -> Vec<u8> {
    let mut old = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut new = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..old.len() {
        let mut entry = old.by_index(index).unwrap();
        let (name, mut text) = (entry.name().unwrap().into_owned(), String::new());
        entry.read_to_string(&mut text).unwrap();
        if name.starts_with("xl/worksheets/sheet") {
            let mut parts = text.split("</f><v>");
            let mut stripped = parts.next().unwrap().to_owned();
            for part in parts {
                stripped.push_str("</f>");
                stripped.push_str(part.split_once("</v>").unwrap().1);
            }
            text = stripped;
        }
        new.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        new.write_all(text.as_bytes()).unwrap();
    }
    new.finish().unwrap().into_inner()
}

/// LibreOffice, told nothing of our values, calculates the same to the cent.
#[test]
#[ignore = "needs LibreOffice on the PATH: cargo test -- --ignored libreoffice"]
fn libreoffice_calculates_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut projects = vec![veldrijk(), big_deficit()];
    for _ in 0..10 {
        let begroting: Begroting = any_budget().new_tree(&mut runner).unwrap().current();
        projects.push(Project { begroting, ..Project::default() });
    }
    let (plain, done) = (folder.path().join("in"), folder.path().join("uit"));
    std::fs::create_dir(&plain).unwrap();
    let mut command = Command::new("soffice");
    command.arg(format!("-env:UserInstallation=file://{}", folder.path().join("profiel").display()));
    command.args(["--headless", "--convert-to", "xlsx", "--outdir"]).arg(&done);
    for (index, project) in projects.iter().enumerate() {
        let path = plain.join(format!("{index}.xlsx"));
        let bytes = without_values(&xlsx(project));
        assert!(index > 0 || read(&bytes) != read(&xlsx(project)), "the values are still there");
        std::fs::write(&path, bytes).unwrap();
        command.arg(path);
    }
    assert!(command.status().unwrap().success());
    for (index, project) in projects.iter().enumerate() {
        same_sums(project, &read(&std::fs::read(done.join(format!("{index}.xlsx"))).unwrap()));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 30, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_budget_has_the_same_sums_in_the_workbook(begroting in any_budget()) {
        let project = Project { begroting, ..Project::default() };
        same_sums(&project, &read(&xlsx(&project)));
    }
}
