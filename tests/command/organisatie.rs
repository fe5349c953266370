//! `wep organisatie exporteer`: which files come, what is said, and what stays.

use std::fs;

use super::{names, text, wep};

const EVERYTHING: [&str; 4] = ["organisatie", "exporteer", "--formaat", "xlsx,csv,hsds,geojson,vcard,html"];

fn veldrijk() -> tempfile::TempDir {
    let base = tempfile::tempdir().unwrap();
    let output = wep(base.path(), &["init", ".", "--voorbeeld", "-q"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    base
}

#[test]
fn every_form_comes_into_the_folder_for_documents_and_is_remembered() {
    let folder = veldrijk();
    let checked = wep(folder.path(), &[&EVERYTHING[..], &["--controle"]].concat());
    assert!(text(&checked.stderr).contains("Nieuw:") && !folder.path().join("uitvoer").exists());
    let output = wep(folder.path(), &EVERYTHING);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert!(text(&output.stderr).contains("plekken staan niet op de kaart"), "{}", text(&output.stderr));
    let made = [
        ".wep",
        ".wep-gemaakt.json",
        "contactpersonen.vcf",
        "organisaties-aanbod.csv",
        "organisaties-contactpersonen.csv",
        "organisaties-excel.csv",
        "organisaties-hsds.json",
        "organisaties-hsds.zip",
        "organisaties.csv",
        "organisaties.geojson",
        "organisaties.xlsx",
        "sociale-kaart-zoeken.html",
    ];
    assert_eq!(names(&folder.path().join("uitvoer")), made);
    let again = text(&wep(folder.path(), &EVERYTHING).stderr);
    assert_eq!(again.matches("Ongewijzigd:").count(), made.len() - 2, "{again}");
}

#[test]
fn a_file_that_someone_edited_stays() {
    let folder = veldrijk();
    let export = ["organisatie", "exporteer", "--uitvoer", "delen"];
    assert_eq!(wep(folder.path(), &export).status.code(), Some(0));
    let path = folder.path().join("delen/organisaties.xlsx");
    fs::write(&path, "mijn werk").unwrap();
    assert_eq!(wep(folder.path(), &export).status.code(), Some(0), "there is nothing new for it");
    let organisaties = folder.path().join("organisaties.yaml");
    fs::write(
        &organisaties,
        fs::read_to_string(&organisaties).unwrap().replacen(
            "naam: Gemeente Veldrijk",
            "naam: Gemeente Veldrijk-Oost",
            1,
        ),
    )
    .unwrap();
    assert_eq!(wep(folder.path(), &export).status.code(), Some(3));
    assert_eq!(fs::read_to_string(&path).unwrap(), "mijn werk");
    assert!(folder.path().join("delen/organisaties (nieuw van wep).xlsx").is_file());
    assert_eq!(wep(folder.path(), &[&export[..], &["--overschrijf"]].concat()).status.code(), Some(0));
    assert_eq!(fs::read_to_string(folder.path().join("delen/organisaties.bewaard-1.xlsx")).unwrap(), "mijn werk");
}

#[test]
fn input_with_errors_and_a_wrong_call_make_nothing() {
    let folder = veldrijk();
    let wrong = wep(folder.path(), &["organisatie", "exporteer", "--formaat", "xls"]);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(text(&wrong.stderr).contains("xlsx"), "{}", text(&wrong.stderr));
    let path = folder.path().join("organisaties.yaml");
    let broken = fs::read_to_string(&path).unwrap().replacen("    sector: gemeente", "    sector: bank", 1);
    fs::write(path, broken).unwrap();
    let output = wep(folder.path(), &["organisatie", "exporteer"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("Er is niets gemaakt") && !folder.path().join("uitvoer").exists());
}
