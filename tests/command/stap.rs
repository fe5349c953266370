//! `wep stap`: what happened is recorded, what cannot be is refused, and everything can be taken back.

use std::fs;
use std::path::{Path, PathBuf};

use wep::model::file;

use super::{text, wep};

fn example(base: &Path) -> PathBuf {
    assert!(wep(base, &["init", "veldrijk", "--voorbeeld", "-q"]).status.success());
    base.join("veldrijk")
}

fn read(folder: &Path, name: &str) -> String {
    fs::read_to_string(folder.join(name)).unwrap()
}

/// Exit code and what was said.
fn run(folder: &Path, arguments: &[&str]) -> (i32, String) {
    let output = wep(folder, &[&["stap"], arguments].concat());
    let said = text(&output.stdout) + &text(&output.stderr);
    (output.status.code().unwrap(), said)
}

#[test]
fn a_signature_is_recorded_kept_and_taken_back_byte_for_byte() {
    let base = tempfile::tempdir().unwrap();
    let folder = example(base.path());
    let before = read(&folder, file::VOORTGANG);
    let (code, said) = run(
        &folder,
        &["convenant", "gereed", "--organisatie", "welzijn", "--datum", "20-1-2027", "--plaats", "Veldrijk"],
    );
    assert_eq!(code, 0, "{said}");
    assert!(
        said.contains("Vastgelegd: Welzijn Veldrijk tekende het convenant, op woensdag 20 januari 2027."),
        "{said}"
    );
    assert!(said.contains("en nog 6"), "the first few of those who must still sign: {said}");
    let after = read(&folder, file::VOORTGANG);
    assert!(after.contains("organisatie: welzijn") && after.contains("plaats: Veldrijk"));

    let (code, said) = run(&folder, &["convenant", "gereed", "--organisatie", "welzijn", "--datum", "21-1-2027"]);
    assert_eq!((code, said.contains("al vastgelegd") && said.contains("wep stap convenant open")), (1, true), "{said}");
    assert_eq!(read(&folder, file::VOORTGANG), after);

    let (code, said) = run(&folder, &["convenant", "open"]);
    assert_eq!((code, said.contains("Niet meer vastgelegd")), (0, true), "{said}");
    assert_eq!(read(&folder, file::VOORTGANG), before);
    let (code, said) = run(&folder, &["convenant", "open", "--organisatie", "welzijn"]);
    assert_eq!((code, said.contains("Er verandert niets")), (0, true), "{said}");
}

#[test]
fn s1_with_the_last_signature_the_convenant_is_no_draft_and_names_the_dates() {
    let base = tempfile::tempdir().unwrap();
    let folder = example(base.path());
    let paper = |folder: &Path| text(&wep(folder, &["convenant", "--toon"]).stdout).replace('\u{a0}', " ");
    assert!(paper(&folder).to_lowercase().contains("concept"));
    let (code, said) = run(&folder, &["convenant", "gereed", "--alle", "--datum", "20 januari 2027"]);
    assert_eq!(code, 0, "{said}");
    assert!(said.contains("Stap 2, Convenant, is gereed.") && said.contains("wep convenant"), "{said}");
    let signed = paper(&folder);
    assert!(signed.contains("20 januari 2027") && !signed.to_lowercase().contains("concept"));
}

#[test]
fn what_cannot_be_is_refused_and_nothing_changes() {
    let base = tempfile::tempdir().unwrap();
    let folder = example(base.path());
    let files = || file::ALL.map(|name| read(&folder, name));
    let before = files();
    for (arguments, code, expected) in [
        (&["convenant", "gereed", "--organisatie", "elders", "--datum", "20-1-2027"][..], 1, "geen organisatie"),
        (&["convenant", "gereed", "--organisatie", "welzijn", "--datum", "31-2-2027"], 2, "28 dagen"),
        (&["convenant", "gereed", "--organisatie", "welzijn"], 2, "--datum"),
        (&["convenant", "gereed", "--datum", "20-1-2027"], 2, "--alle"),
        (&["convenant", "gereed", "--post", "1", "--datum", "20-1-2027"], 2, "hoort niet bij de stap Convenant"),
        (&["training", "gereed", "--plaats", "x", "--datum", "20-1-2027"], 2, "hoort niet bij de stap Training"),
        (&["medewerkers", "gereed", "--locatie", "pnielkerk", "--datum", "9-2-2027"], 1, "geen gekozen plek"),
        (&["financiering", "gereed", "--post", "99", "--datum", "9-2-2027"], 1, "geen regel 99"),
        (&["konvenant", "gereed"], 2, "Bedoelde u ‘convenant’?"),
    ] {
        let (told, said) = run(&folder, arguments);
        assert_eq!(told, code, "{arguments:?}: {said}");
        assert!(said.contains(expected), "{arguments:?}: {said}");
    }
    assert_eq!(files(), before);

    // An organisation that is no party.
    let text = read(&folder, file::CONVENANT).replacen("organisatie: raad-en-daad", "organisatie:", 1);
    fs::write(folder.join(file::CONVENANT), text).unwrap();
    let (code, said) = run(&folder, &["convenant", "gereed", "--organisatie", "raad-en-daad", "--datum", "20-1-2027"]);
    assert_eq!((code, said.contains("geen partij")), (1, true), "{said}");
}

#[test]
fn s1_no_approval_before_there_is_a_plan() {
    let base = tempfile::tempdir().unwrap();
    let made = wep(
        base.path(),
        &["init", "a", "--gemeente", "A", "--wijk", "B", "--trekker", "C=welzijn", "--partner", "D=gemeente", "-q"],
    );
    assert!(made.status.success());
    let folder = base.path().join("a");
    let before = read(&folder, file::VOORTGANG);
    let (code, said) = run(&folder, &["goedkeuring", "gereed", "--alle", "--datum", "1-3-2027"]);
    assert_eq!(code, 1, "{said}");
    assert!(said.contains("nog geen plan van aanpak") && said.contains("wep gids"), "{said}");
    assert_eq!(read(&folder, file::VOORTGANG), before);
    let (code, said) = run(&folder, &["werkgroep", "gereed"]);
    assert_eq!(code, 1, "{said}");
    assert!(
        said.contains("gereed als elke partij een lid heeft") && said.contains("wep gids --stap werkgroep"),
        "{said}"
    );
}

#[test]
fn what_is_unusual_is_told_and_recorded() {
    let base = tempfile::tempdir().unwrap();
    let folder = example(base.path());
    for (arguments, expected) in [
        (&["startbijeenkomst", "gereed", "--datum", "12-3-2027"][..], "stond gepland op 11 maart 2027"),
        (&["uitvoering", "gereed", "--datum", "1-5-2027"], "nog niet elke directie"),
        (&["training", "gereed", "--datum", "1-4-2007", "--wie", "Joost"], "ligt jaren van de startdatum"),
        (&["convenant", "gereed", "--alle", "--datum", "15-2-2027"], "de coördinator begint op 1 februari 2027"),
        (&["goedkeuring", "gereed", "--organisatie", "welzijn", "--datum", "1-2-2027"], "tekende het convenant pas op"),
    ] {
        let (code, said) = run(&folder, arguments);
        assert_eq!(code, 0, "{said}");
        assert!(said.contains("Let op: ") && said.contains(expected), "{arguments:?}: {said}");
    }
}

#[test]
fn granted_money_the_coordinator_and_meetings_stand_where_they_belong() {
    let base = tempfile::tempdir().unwrap();
    let folder = example(base.path());
    let (code, said) = run(&folder, &["financiering", "gereed", "--alle", "--datum", "15-3-2027"]);
    assert_eq!(code, 0, "{said}");
    assert!(!read(&folder, file::BEGROTING).contains("status: verwacht"));
    let (code, said) = run(&folder, &["financiering", "open", "--post", "1"]);
    assert_eq!((code, said.contains("‘aangevraagd’")), (0, true), "{said}");
    assert!(read(&folder, file::BEGROTING).contains("status: aangevraagd"));

    // The plan names the coordinator: another name alone would leave it pointing at nobody.
    let rename = ["coordinator", "gereed", "--datum", "1-3-2027", "--wie", "Anna Bos"];
    let (code, said) = run(&folder, &rename);
    assert_eq!((code, said.contains("geen naam uit team.yaml")), (1, true), "{said}");
    let (code, said) = run(&folder, &rename[..4]);
    assert_eq!(code, 0, "{said}");
    let team = read(&folder, file::TEAM);
    assert!(team.contains("naam: Samira el Idrissi") && team.contains("vanaf: 2027-03-01"));

    let (code, said) = run(&folder, &["medewerkers", "gereed", "--locatie", "de-boomgaard", "--datum", "9-2-2027"]);
    assert_eq!(code, 0, "{said}");
    assert!(read(&folder, file::VOORTGANG).contains("locatie: de-boomgaard"));
}

#[test]
fn controle_shows_the_lines_and_writes_nothing() {
    let base = tempfile::tempdir().unwrap();
    let folder = example(base.path());
    let before = read(&folder, file::VOORTGANG);
    let output = wep(&folder, &["stap", "intake", "--datum", "1-4-2027", "--wie", "Ayşe Demir", "--controle"]);
    let shown = text(&output.stdout);
    assert!(shown.contains("+   datum: 2027-04-01") && shown.contains("+   wie: Ayşe Demir"), "{shown}");
    assert_eq!(read(&folder, file::VOORTGANG), before);
}

#[test]
fn comments_and_order_of_the_user_stay() {
    let base = tempfile::tempdir().unwrap();
    let folder = example(base.path());
    let mine = "# mijn aantekening\ntraining: {wie: Joost} # zie mail\nhandtekeningen:\n- organisatie: gemeente # eerst\n  datum: 2027-01-19\n";
    fs::write(folder.join(file::VOORTGANG), mine).unwrap();
    let (code, said) = run(&folder, &["training", "--datum", "1-4-2027"]);
    assert_eq!(code, 0, "{said}");
    let (code, said) = run(&folder, &["convenant", "--organisatie", "welzijn", "--datum", "20-1-2027"]);
    assert_eq!(code, 0, "{said}");
    let after = read(&folder, file::VOORTGANG);
    assert!(after.starts_with("# mijn aantekening\ntraining: {wie: Joost, datum: 2027-04-01} # zie mail\n"), "{after}");
    assert!(
        after.contains("- organisatie: gemeente # eerst\n  datum: 2027-01-19\n\n- organisatie: welzijn\n"),
        "{after}"
    );
}
