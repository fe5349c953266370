//! Reading the folder of a gemeente.

use std::fs;
use std::path::Path;

use wep::check::{Code, Place};
use wep::load::{LoadError, find_folder, load};
use wep::model::file;

fn write(folder: &Path, name: &str, text: &str) {
    fs::write(folder.join(name), text).unwrap();
}

#[test]
fn a_folder_gives_a_model_and_all_findings_of_all_files() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), file::WEP, "gemeente: Utrecht\nfout: x\n");
    write(folder.path(), file::CONVENANT, "partijen: [\n");
    write(folder.path(), file::TEAM, "coordinator: {naam: Fatima, vanaf: gisteren}\n");
    let loaded = load(folder.path()).unwrap();
    assert_eq!(loaded.project.wep.gemeente.as_deref(), Some("Utrecht"));
    assert_eq!(loaded.project.team.coordinator.naam.as_deref(), Some("Fatima"));
    let found: Vec<_> = loaded.findings.iter().map(|finding| (finding.file, finding.code)).collect();
    let expected = [
        (file::WEP, Code::UnknownField),
        (file::ORGANISATIES, Code::FileEmpty),
        (file::TEAM, Code::InvalidDate),
        (file::CONVENANT, Code::Syntax),
        (file::PLAN_VAN_AANPAK, Code::FileEmpty),
        (file::OVERLEG, Code::FileEmpty),
        (file::LOCATIES, Code::FileEmpty),
        (file::BEGROTING, Code::FileEmpty),
        (file::STARTBIJEENKOMST, Code::FileEmpty),
        (file::ACTIVITEITEN, Code::FileEmpty),
        (file::TRAINING, Code::FileEmpty),
        (file::TOELEIDING, Code::FileEmpty),
        (file::VOORLICHTING, Code::FileEmpty),
        (file::VOORTGANG, Code::FileEmpty),
    ];
    assert_eq!(found, expected);
    assert_eq!(loaded.sources.get(file::WEP).unwrap().path(), folder.path().join(file::WEP));
    assert!(loaded.sources.get(file::OVERLEG).is_none());
}

#[test]
fn without_wep_yaml_there_is_an_error_and_a_hint() {
    let folder = tempfile::tempdir().unwrap();
    let missing = load(folder.path()).unwrap().findings.remove(0);
    assert_eq!((missing.code, &missing.place), (Code::FileMissing, &Place::File));
    assert!(missing.help.contains("wep init"));
    write(folder.path(), "wep.yml", "gemeente: x\n");
    let missing = load(folder.path()).unwrap().findings.remove(0);
    assert!(missing.help.contains("wep.yml"), "{}", missing.help);
}

#[test]
fn surroundings_that_fail_are_no_findings() {
    let folder = tempfile::tempdir().unwrap();
    let absent = folder.path().join("absent");
    assert!(matches!(load(&absent), Err(LoadError::FolderMissing { path }) if path == absent));
    write(folder.path(), file::WEP, "gemeente: x\n");
    let text = folder.path().join(file::WEP);
    assert!(matches!(load(&text), Err(LoadError::NotAFolder { path }) if path == text));
    let team = folder.path().join(file::TEAM);
    fs::create_dir(&team).unwrap();
    let failure = load(folder.path()).unwrap_err();
    assert!(matches!(&failure, LoadError::NotAFile { path } if *path == team));
    assert!(failure.to_string().contains("geen gewoon bestand"));
}

#[test]
fn the_folder_is_found_from_below() {
    let folder = tempfile::tempdir().unwrap();
    let below = folder.path().join("uitvoer/oud");
    fs::create_dir_all(&below).unwrap();
    assert_eq!(find_folder(&below), None);
    write(folder.path(), file::WEP, "");
    assert_eq!(find_folder(&below).as_deref(), Some(folder.path()));
    assert_eq!(find_folder(folder.path()).as_deref(), Some(folder.path()));
}
