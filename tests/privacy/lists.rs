//! A list with something about a participant is not taken in: in any cell, also one that would not be read.

use std::fs;
use std::path::Path;

use rust_xlsxwriter::Workbook;
use wep::import::guard::{Waiver, look};
use wep::import::table::read;
use wep::privacy::Kind;

use super::{BSN, holds, veldrijk};
use crate::command::{text, wep};

/// The cells that are refused, with what is in them.
fn cells(list: &str, waivers: &[&str]) -> Vec<(String, Kind)> {
    let waivers: Vec<Waiver> = waivers.iter().map(|one| one.parse().unwrap()).collect();
    let found = look(&read(list.as_bytes(), None).unwrap(), &waivers);
    found.iter().map(|one| (one.cell(), one.kind)).collect()
}

#[test]
fn each_cell_is_looked_at_with_what_stands_above_it() {
    let of = |cell: &str, kind| vec![(cell.to_owned(), kind)];
    assert_eq!(cells("naam;x\nA;111222333\n", &[]), of("B2", Kind::Bsn));
    assert_eq!(cells("naam;111222333\nA;x\n", &[]), of("B1", Kind::Bsn));
    assert_eq!(cells("lijst 111222333\nnaam;x\nA;y\n", &[]), of("A1", Kind::Bsn), "above the header");
    assert_eq!(cells("naam;x\nA;y;111222333\nB;z\n", &[]), of("C2", Kind::Bsn), "a row that cannot be read");
    assert_eq!(cells("naam;Geboortedatum\nA;12-3-1984\nB;\n", &[]), of("B2", Kind::BirthDate));
    assert_eq!(cells("naam;IBAN\nA;NL91 ABNA 0417 1643 00\n", &[]), of("B2", Kind::Iban));
    assert_eq!(cells("naam;sector;noot\nJan Bos;ggz;psychose\n", &[]), of("C2", Kind::Diagnosis));
    assert_eq!(cells("Deelnemer;Diagnose\nXerxes Bol;F20.0\n", &[]), of("B2", Kind::Diagnosis));
}

#[test]
fn a_list_of_organisations_gives_no_alarm() {
    let list = "naam;kvk;tel;contactpersoon;functie;aanbod;beschrijving;nagekeken op\n\
        GGZ Linge;10000008;123456782;Anna de Wit;verpleegkundige psychose;Depressie, PTSS;Behandelt verslaving;12-3-2027\n\
        Depressie Vereniging;10000008;0612345678;Jan Bos;;Cursus omgaan met depressie;Voor mensen met een depressie;\n";
    assert_eq!(cells(list, &[]), []);
    assert_eq!(look(&read(include_bytes!("../import/gemeente.csv"), None).unwrap(), &[]), []);
}

#[test]
fn a_cell_a_row_or_a_column_can_be_let_through() {
    let list = "naam;x\nA;111222333\nB;111222333\n";
    let left = |waivers: &[&str]| cells(list, waivers).into_iter().map(|(cell, _)| cell).collect::<Vec<_>>();
    assert_eq!(left(&["b2"]), ["B3"]);
    assert_eq!(left(&["3"]), ["B2"]);
    assert_eq!(left(&["B"]), [""; 0]);
    assert_eq!(left(&["A"]), ["B2", "B3"]);
    for wrong in ["", "0", "E-17", "é", "ABCD1", "17E"] {
        assert!(wrong.parse::<Waiver>().unwrap_err().contains("zoals E17"), "{wrong}");
    }
}

fn workbook(path: &Path) {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (row, cells) in [["naam", "noot"], ["De Zon", "bsn 111222333"]].iter().enumerate() {
        for (column, cell) in cells.iter().enumerate() {
            sheet.write_string(row as u32, column as u16, *cell).unwrap();
        }
    }
    workbook.save(path).unwrap();
}

#[test]
fn the_import_is_refused_with_the_place_and_without_what_stands_there() {
    let base = tempfile::tempdir().unwrap();
    let folder = veldrijk(base.path());
    let before = fs::read(folder.join("organisaties.yaml")).unwrap();
    fs::write(base.path().join("lijst.csv"), "naam;noot\nDe Zon;\"eerste\nregel\"\nDe Maan;bsn 111222333\n").unwrap();
    workbook(&base.path().join("lijst.xlsx"));
    for (list, place) in [
        ("../lijst.csv", "lijst.csv:4:2: fout[deelnemer-bsn]: in cel B3 staat"),
        ("../lijst.xlsx", "lijst.xlsx:2:2: fout[deelnemer-bsn]: in cel B2 staat"),
    ] {
        for more in [&["--ja"][..], &["--controle"], &["--json"], &["--kolom", "noot=beschrijving", "--ja"], &["-v"]] {
            let output = wep(&folder, &[&["organisatie", "importeer", list], more].concat());
            assert_eq!(output.status.code(), Some(1), "{}", text(&output.stderr));
            assert!(!holds(&output.stdout, BSN) && !holds(&output.stderr, BSN));
            assert!(more == ["--json"] || text(&output.stderr).contains(place), "{}", text(&output.stderr));
            assert!(text(&output.stderr).contains("--geen-deelnemer"));
            assert_eq!(fs::read(folder.join("organisaties.yaml")).unwrap(), before);
        }
    }
    let json = wep(&folder, &["organisatie", "importeer", "../lijst.csv", "--json"]);
    let told: serde_json::Value = serde_json::from_slice(&json.stdout).unwrap();
    assert_eq!((&told["geweigerd"][0]["cel"], &told["geweigerd"][0]["regel"]), (&"B3".into(), &4.into()));
}

#[test]
fn what_is_let_through_is_marked_in_the_file() {
    let base = tempfile::tempdir().unwrap();
    let folder = veldrijk(base.path());
    fs::write(base.path().join("lijst.csv"), "naam;beschrijving\nDe Zon;aanvraag 111222333\n").unwrap();
    let output = wep(&folder, &["organisatie", "importeer", "../lijst.csv", "--ja", "--geen-deelnemer", "B2"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let after = fs::read_to_string(folder.join("organisaties.yaml")).unwrap();
    assert!(after.contains("# geen deelnemer: nagekeken bij het importeren (B2)\n"), "{after}");
    let output = wep(&folder, &["controleer"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stdout));
}
