//! The workbook and the CSV files, read by calamine and csv.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use wep::export::Form;
use wep::model::Wijk;

use super::{bytes, text, veldrijk};

fn workbook(project: &wep::model::Project) -> Xlsx<Cursor<Vec<u8>>> {
    Xlsx::new(Cursor::new(bytes(project, Form::Xlsx, "organisaties.xlsx"))).unwrap()
}

pub fn rows(csv: &[u8], delimiter: u8) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).has_headers(false).from_reader(csv);
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

#[test]
fn s3_the_workbook_has_a_sheet_for_all_for_each_wijk_for_people_and_for_the_offer() {
    let project = veldrijk();
    let mut book = workbook(&project);
    assert_eq!(
        book.sheet_names(),
        ["Alle organisaties", "Molenkwartier", "De Hoven", "Stationsbuurt", "Contactpersonen", "Aanbod"]
    );
    let all = book.worksheet_range("Alle organisaties").unwrap();
    assert_eq!(all.height(), project.organisaties.organisaties.len() + 1);
    let column = |name: &str| {
        let heading = all.rows().next().unwrap().iter().position(|cell| *cell == Data::String(name.to_owned()));
        heading.unwrap_or_else(|| panic!("no column {name}"))
    };
    let first: Vec<&Data> = all.rows().nth(1).unwrap().iter().collect();
    assert_eq!(*first[column("KvK-nummer")], Data::String("99000101".to_owned()), "text, not a number");
    assert_eq!(*first[column("Telefoon")], Data::String("(0199) 10 00 00".to_owned()));
    assert!(matches!(first[column("Nagekeken op")], Data::DateTime(_)), "a date that can be sorted");
    let hoven = book.worksheet_range("De Hoven").unwrap();
    let names: Vec<String> = hoven.rows().skip(1).map(|row| row[0].to_string()).collect();
    assert!(names.contains(&"Stichting De Brug Beschermd Wonen".to_owned()));
    assert!(!names.contains(&"Stichting Herstelhuis Veldrijk".to_owned()) && names.len() < all.height() - 1);
    let offers: usize = project.organisaties.organisaties.iter().map(|one| one.aanbod.len()).sum();
    assert_eq!(book.worksheet_range("Aanbod").unwrap().height(), offers + 1);
}

#[test]
fn wijken_with_names_that_excel_refuses_get_their_sheet() {
    let mut project = veldrijk();
    for (id, naam) in [("a", "Alle organisaties"), ("b", "Oost/West [1]: *?\\ en nog veel meer tekst"), ("c", "'")] {
        project.wep.wijken.push(Wijk { id: Some(id.to_owned()), naam: Some(naam.to_owned()) });
    }
    assert_eq!(workbook(&project).sheet_names().len(), 9);
}

#[test]
fn the_csv_for_excel_keeps_telephone_numbers_readable_and_as_text() {
    let mut project = veldrijk();
    project.organisaties.organisaties[0].telefoon = Some("+31 199 100000".to_owned());
    project.organisaties.organisaties[1].telefoon = Some("0612345678".to_owned());
    project.organisaties.organisaties[2].telefoon = Some("+31*2".to_owned());
    let bytes = bytes(&project, Form::Csv, "organisaties-excel.csv");
    assert!(bytes.starts_with(b"\xef\xbb\xbf\"Naam\";\"Korte naam\";"));
    let rows = rows(&bytes[3..], b';');
    let phone = rows[0].iter().position(|name| name == "Telefoon").unwrap();
    assert_eq!([&rows[1][phone], &rows[2][phone]], ["\u{200e}+31 199 100000", "\u{200e}0612345678"]);
    assert_eq!(rows[3][phone], "'+31*2", "a sum is no number");
}

#[test]
fn the_csv_for_programs_gives_back_what_the_user_wrote() {
    let mut project = veldrijk();
    let wild = "=1+1; \"a\", b\n-c";
    project.organisaties.organisaties[0].beschrijving = Some(wild.to_owned());
    let csv = text(&project, Form::Csv, "organisaties.csv");
    assert!(csv.starts_with("id,naam,korte_naam,sector,"));
    let rows = rows(csv.as_bytes(), b',');
    assert_eq!(rows[1][4], wild);
    assert_eq!(rows[1][6], "molenkwartier|de-hoven|stationsbuurt");
    assert!(rows.iter().all(|row| row.len() == rows[0].len()));
}
