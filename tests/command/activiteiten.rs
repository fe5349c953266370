//! `wep activiteiten`: papers and a calendar file, of all wijken or of one.

use std::fs;

use super::{names, text, wep};

#[test]
fn the_papers_and_the_calendar_of_all_wijken_or_of_one() {
    let base = tempfile::tempdir().unwrap();
    assert!(wep(base.path(), &["init", "veldrijk", "--voorbeeld", "-q"]).status.success());
    let folder = base.path().join("veldrijk");
    let all = wep(&folder, &["activiteiten", "--formaat", "md"]);
    assert_eq!(all.status.code(), Some(0), "{}", text(&all.stderr));
    let before = fs::read(folder.join("uitvoer/activiteiten.ics")).unwrap();
    for asked in ["de-hoven", "De Hoven"] {
        let one = wep(&folder, &["activiteiten", "--wijk", asked, "--formaat", "md"]);
        assert_eq!(one.status.code(), Some(0), "{}", text(&one.stderr));
    }
    let made = names(&folder.join("uitvoer"));
    for name in [
        "activiteiten-programma.md",
        "activiteiten-inventaris.md",
        "activiteiten-programma-de-hoven.md",
        "activiteiten-inventaris-de-hoven.md",
        "activiteiten-de-hoven.ics",
    ] {
        assert!(made.iter().any(|one| one == name), "{name} in {made:?}");
    }
    let of_one = fs::read_to_string(folder.join("uitvoer/activiteiten-programma-de-hoven.md")).unwrap();
    assert!(of_one.contains("Spelmiddag") && !of_one.contains("Samen wandelen"));
    let after = fs::read(folder.join("uitvoer/activiteiten.ics")).unwrap();
    assert!(before == after, "the file of one wijk cancels nothing in that of all");
    let one = fs::read_to_string(folder.join("uitvoer/activiteiten-de-hoven.ics")).unwrap();
    assert!(one.contains("SUMMARY:Spelmiddag") && !one.contains("SUMMARY:Samen wandelen"));
}

#[test]
fn an_unknown_wijk_is_a_wrong_call_that_names_those_there_are() {
    let base = tempfile::tempdir().unwrap();
    assert!(wep(base.path(), &["init", "veldrijk", "--voorbeeld", "-q"]).status.success());
    let folder = base.path().join("veldrijk");
    let output = wep(&folder, &["activiteiten", "--wijk", "noord"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("molenkwartier, de-hoven, stationsbuurt"), "{}", text(&output.stderr));
    assert!(!folder.join("uitvoer").exists());
}

#[test]
fn showing_it_writes_nothing_and_errors_make_nothing() {
    let base = tempfile::tempdir().unwrap();
    assert!(wep(base.path(), &["init", "veldrijk", "--voorbeeld", "-q"]).status.success());
    let folder = base.path().join("veldrijk");
    let shown = wep(&folder, &["activiteiten", "--wijk", "stationsbuurt", "--toon"]);
    let said = text(&shown.stdout);
    assert!(said.contains("Inloop op vrijdagavond") && said.contains("Ideeën om uit te kiezen"), "{said}");
    let path = folder.join("activiteiten.yaml");
    let right = fs::read_to_string(&path).unwrap();
    fs::write(&path, right.replacen("wanneer: elke dinsdag", "wanneer: elke dinsdag en donderdag", 1)).unwrap();
    let wrong = wep(&folder, &["activiteiten"]);
    assert_eq!(wrong.status.code(), Some(1));
    let said = text(&wrong.stderr);
    assert!(said.contains("schrijf hier één dag") && said.contains("activiteiten.yaml:"), "{said}");
    assert!(!folder.join("uitvoer").exists());
}
