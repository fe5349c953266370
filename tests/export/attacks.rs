//! Text that would do something in a program that reads it, in every free field, in every form: it stays text.

use std::io::Cursor;

use calamine::{Reader, Xlsx};
use wep::export::Form;
use wep::model::Project;

use super::spreadsheet::rows;
use super::{bytes, json, text, unfolded, veldrijk};

pub const ATTACKS: [&str; 16] = [
    "=cmd|' /C calc'!A0",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "\"=1+1\"",
    "a;=1+1",
    "a,=1+1",
    "een\n=1+1",
    "nul\u{0}=1",
    "\u{202e}3gp.exe",
    "</script><script>alert(1)</script>",
    "{{x}}{{{x}}}",
    "BEGIN:VCARD\r\nEND:VCARD",
    "＝1+1",
];

/// The example with this text in every free field of its second organisation.
pub fn attacked(attack: &str) -> Project {
    let mut project = veldrijk();
    let some = || Some(attack.to_owned());
    project.wep.wijken[0].naam = some();
    project.wep.provincie = some();
    project.locaties.locaties[0].naam = some();
    let one = &mut project.organisaties.organisaties[1];
    (one.naam, one.korte_naam, one.beschrijving) = (some(), some(), some());
    (one.kvk, one.zetel, one.telefoon, one.email, one.website) = (some(), some(), some(), some(), some());
    (one.adres.straat, one.adres.postcode, one.adres.plaats) = (some(), some(), some());
    for offer in &mut one.aanbod {
        (offer.naam, offer.beschrijving, offer.doelgroep) = (some(), some(), some());
        (offer.kosten, offer.aanmelden) = (some(), some());
    }
    for person in &mut one.contactpersonen {
        (person.naam, person.functie, person.telefoon, person.email) = (some(), some(), some(), some());
    }
    for relatie in &mut one.relaties {
        relatie.toelichting = some();
    }
    project
}

/// The text without what no file keeps: control characters at the ends, one line for each line.
pub fn kept(attack: &str) -> String {
    attack.replace('\u{0}', "").split_whitespace().collect::<Vec<_>>().join(" ")
}

pub fn fold(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn in_the_workbook_it_is_a_text_and_never_a_formula() {
    for attack in ATTACKS {
        let bytes = bytes(&attacked(attack), Form::Xlsx, "organisaties.xlsx");
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
        for name in book.sheet_names() {
            assert!(book.worksheet_formula(&name).unwrap().used_cells().next().is_none(), "{attack:?} in {name}");
        }
        let all = book.worksheet_range("Alle organisaties").unwrap();
        assert_eq!(fold(&all.rows().nth(2).unwrap()[0].to_string()), kept(attack), "{attack:?}");
        assert_eq!(all.height(), 11);
    }
}

#[test]
fn in_the_csv_for_excel_no_cell_begins_as_a_formula() {
    for attack in ATTACKS {
        let bytes = bytes(&attacked(attack), Form::Csv, "organisaties-excel.csv");
        let rows = rows(&bytes[3..], b';');
        assert_eq!(rows.len(), 11, "{attack:?}");
        for cell in rows.iter().flatten() {
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝']), "{attack:?}: {cell:?}");
        }
        assert!(fold(&rows[2][0]).ends_with(&kept(attack)), "{attack:?}: {:?}", rows[2][0]);
    }
}

#[test]
fn in_the_csv_for_programs_it_comes_back_in_its_own_cell() {
    for attack in ATTACKS {
        let csv = text(&attacked(attack), Form::Csv, "organisaties.csv");
        let rows = rows(csv.as_bytes(), b',');
        assert_eq!((rows.len(), fold(&rows[2][1])), (11, kept(attack)), "{attack:?}");
    }
}

#[test]
fn in_json_and_the_package_it_is_a_value() {
    for attack in ATTACKS {
        let project = attacked(attack);
        let all = json(&project, Form::Hsds, "organisaties-hsds.json");
        assert_eq!(fold(all[1]["name"].as_str().unwrap()), kept(attack), "{attack:?}");
        assert!(all[1].get("website").is_none() && all[1].get("email").is_none(), "{attack:?}");
        super::hsds::check_package(&project);
        assert_eq!(json(&project, Form::GeoJson, "organisaties.geojson")["type"], "FeatureCollection");
    }
}

#[test]
fn in_a_vcard_it_opens_no_card_and_no_line() {
    let plain = unfolded(&text(&attacked("gewoon"), Form::VCard, "contactpersonen.vcf")).len();
    for attack in ATTACKS {
        let lines = unfolded(&text(&attacked(attack), Form::VCard, "contactpersonen.vcf"));
        assert_eq!(lines.len(), plain, "{attack:?}");
        let begins = lines.iter().filter(|line| *line == "BEGIN:VCARD").count();
        assert_eq!(begins, lines.iter().filter(|line| *line == "END:VCARD").count(), "{attack:?}");
        let name = lines.iter().filter_map(|line| line.strip_prefix("FN:"));
        let names: Vec<String> = name.map(|name| name.replace("\\,", ",").replace("\\;", ";")).collect();
        assert!(names.contains(&kept(attack)), "{attack:?}: {names:?}");
    }
}
