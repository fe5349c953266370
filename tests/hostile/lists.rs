//! Lists to import that mean harm: `wep organisatie importeer` refuses them, and changes nothing.

use std::fs::{self, File};
use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::{Ground, account, size, watched};

/// A list of this name in the folder, how the import ends, and something that it says.
fn refused(name: &str, code: i32, says: &str, plant: impl FnOnce(&Ground)) {
    let ground = Ground::new();
    plant(&ground);
    let before = fs::read(ground.path("organisaties.yaml")).unwrap();
    let told = watched(&ground.folder, &["organisatie", "importeer", name, "--ja"]);
    assert_eq!(told.faults(), Vec::<String>::new(), "{name}: {told:?}");
    assert!(told.code == Some(code) && told.all().contains(says), "{name}: {told:?}");
    assert_eq!(fs::read(ground.path("organisaties.yaml")).unwrap(), before, "{name}");
    account(1, true);
}

fn put(content: Vec<u8>) -> impl FnOnce(&Ground) {
    move |ground| ground.put("lijst", content)
}

#[test]
fn a_csv_without_end_is_refused() {
    let rows = |row: &str, count: usize| format!("naam;plaats\n{}", row.repeat(count)).into_bytes();
    refused("lijst", 1, "100.000 rijen", put(rows("a;b\n", 200_000)));
    refused("lijst", 1, "5 miljoen cellen", put(rows(&format!("{}\n", ";".repeat(490)), 90_000)));
    refused("lijst", 1, "500", put(format!("naam{}\n", ";a".repeat(400_000)).into_bytes()));
    refused("lijst", 1, "50 MB", put(vec![b'x'; 60_000_000]));
    refused("lijst", 1, "", put([b"naam;plaats\n\"".to_vec(), vec![b'x'; size(40_000_000, 5_000_000)]].concat()));
    refused("lijst", 1, "", put(rows("\"x\n", size(99_000, 20_000))));
    refused("lijst", 1, "", put(vec![0; 1_000_000]));
    refused("lijst", 1, "50 MB", |ground| {
        File::create(ground.path("lijst")).unwrap().set_len(1 << 30).unwrap();
    });
}

#[test]
fn what_is_no_file_is_not_waited_for() {
    refused("lijst", 2, "geen gewoon bestand", |ground| ground.pipe("lijst"));
    refused("/dev/zero", 2, "geen gewoon bestand", |_| ());
    refused("uitvoer", 2, "dit is een map", |_| ());
    refused("lijst", 2, "bestaat niet", |ground| ground.link("lijst", "nergens"));
    refused("lijst", 4, "", |ground| ground.link("lijst", "lijst"));
}

/// A zip with these parts.
fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A workbook of one sheet with these strings and these rows.
fn xlsx(strings: &str, rows: &str, more: &[(&str, &str)]) -> Vec<u8> {
    const MAIN: &str = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    const LINKS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const PACKAGE: &str = "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"";
    let workbook = format!(
        "<workbook {MAIN} xmlns:r=\"{LINKS}\"><sheets><sheet name=\"L\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
    );
    let relations = format!(
        "<Relationships {PACKAGE}><Relationship Id=\"r1\" Type=\"{LINKS}/worksheet\" Target=\"worksheets/sheet1.xml\"/>\
         <Relationship Id=\"r2\" Type=\"{LINKS}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"
    );
    let sheet = format!("<worksheet {MAIN}><sheetData>{rows}</sheetData></worksheet>");
    let root = format!(
        "<Relationships {PACKAGE}><Relationship Id=\"r1\" Type=\"{LINKS}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    );
    let parts: [(&str, &str); 6] = [
        ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"),
        ("_rels/.rels", &root),
        ("xl/workbook.xml", &workbook),
        ("xl/_rels/workbook.xml.rels", &relations),
        ("xl/sharedStrings.xml", strings),
        ("xl/worksheets/sheet1.xml", &sheet),
    ];
    packed(&[&parts[..], more].concat())
}

const STRINGS: &str =
    "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><t>naam</t></si></sst>";
const CELL: &str = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>";

#[test]
fn a_workbook_that_grows_without_end_is_refused() {
    refused("lijst", 1, "te groot om te lezen", put(many_gigabytes()));
    let strings = |inner: &str| STRINGS.replace("<si><t>naam</t></si>", inner);
    refused("lijst", 1, "", put(xlsx(&strings(&"<si><t/></si>".repeat(size(7_000_000, 1_000_000))), CELL, &[])));
    let row = |inner: &str, count: usize| {
        (1..=count).map(|row| format!("<row r=\"{row}\">{inner}</row>")).collect::<String>()
    };
    let inline = "<c t=\"inlineStr\"><is><t>a</t></is></c>";
    refused("lijst", 1, "", put(xlsx(STRINGS, &row(&inline.repeat(400), size(6_000, 1_000)), &[])));
    refused("lijst", 1, "", put(xlsx(STRINGS, &row("<c t=\"s\"><v>99999999999</v></c>", 10), &[])));
    let far = "<row r=\"1048576\"><c r=\"XFD1048576\" t=\"s\"><v>0</v></c></row>";
    refused("lijst", 1, "", put(xlsx(STRINGS, &format!("{CELL}{far}"), &[])));
    refused("lijst", 1, "", put(xlsx(STRINGS, &"<row>".repeat(200_000), &[])));
}

/// 450 MB of nothing in few bytes, ten times.
fn many_gigabytes() -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("xl/workbook.xml", SimpleFileOptions::default()).unwrap();
    let piece = vec![0; 1_000_000];
    (0..450).for_each(|_| zip.write_all(&piece).unwrap());
    let one = zip.finish().unwrap().into_inner();
    let mut from = zip::ZipArchive::new(Cursor::new(&one)).unwrap();
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for number in 0..10 {
        let name = if number == 0 { "xl/workbook.xml".to_owned() } else { format!("xl/worksheets/sheet{number}.xml") };
        zip.raw_copy_file_rename(from.by_index(0).unwrap(), name).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn a_workbook_reaches_nothing_outside_itself() {
    let laughs: String =
        (1..10).map(|level| format!("<!ENTITY e{level} \"{}\">", format!("&e{};", level - 1).repeat(10))).collect();
    let bomb = format!("<!DOCTYPE sst [<!ENTITY e0 \"x\">{laughs}]>{}", STRINGS.replace("naam", "&e9;"));
    refused("lijst", 1, "", put(xlsx(&bomb, CELL, &[])));
    let outside =
        format!("<!DOCTYPE sst [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>{}", STRINGS.replace("naam", "&x;"));
    refused("lijst", 1, "", put(xlsx(&outside, CELL, &[])));
    let ground = Ground::new();
    let names = [("../../gehackt", "x"), ("/tmp/gehackt", "x"), ("..\\gehackt", "x"), ("xl/../../../gehackt", "x")];
    ground.put("lijst", xlsx(STRINGS, CELL, &names));
    let told = watched(&ground.folder, &["organisatie", "importeer", "lijst", "--ja"]);
    assert_eq!(told.faults(), Vec::<String>::new(), "{told:?}");
    assert_eq!(fs::read_dir(ground.base.path()).unwrap().count(), 3, "the list, the folder and what is outside");
    account(1, true);
    refused("lijst", 1, "geen Excel-bestand", put(packed(&[("../wep.yaml", "wep: {}")])));
    refused("lijst", 1, "beschadigd", put(b"PK\x03\x04kapot".to_vec()));
}

#[test]
fn a_sheet_of_libreoffice_that_says_a_million_times_is_refused() {
    let ods = |table: &str| {
        let content = format!(
            "<?xml version=\"1.0\"?><office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\"><office:body>\
             <office:spreadsheet><table:table table:name=\"L\">{table}</table:table></office:spreadsheet></office:body>\
             </office:document-content>"
        );
        packed(&[
            ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
            ("META-INF/manifest.xml", "<manifest:manifest xmlns:manifest=\"m\"/>"),
            ("content.xml", content.as_str()),
        ])
    };
    let cell = |more: &str| {
        format!("<table:table-cell office:value-type=\"string\" {more}><text:p>naam</text:p></table:table-cell>")
    };
    let row = |more: &str, cells: &str| format!("<table:table-row {more}>{cells}</table:table-row>");
    refused("lijst", 1, "100.000 rijen", put(ods(&row("table:number-rows-repeated=\"1000000\"", &cell("")))));
    refused("lijst", 1, "500 kolommen", put(ods(&row("", &cell("table:number-columns-repeated=\"1000000\"")))));
    refused(
        "lijst",
        1,
        "",
        put(ods(&row("table:number-rows-repeated=\"99999\"", &cell("table:number-columns-repeated=\"499\"")))),
    );
    refused("lijst", 1, "", put(ods(&row("table:number-rows-repeated=\"99999999999999999999\"", &cell("")))));
}
