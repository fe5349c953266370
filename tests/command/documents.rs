//! The commands that check and make documents: what goes to which stream, what is written, and how a run ends.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::{names, text, wep};

/// The example, in a folder of its own.
pub fn veldrijk(base: &Path) -> PathBuf {
    let output = wep(base, &["init", "veldrijk", "--voorbeeld", "-q"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    base.join("veldrijk")
}

pub fn replace(folder: &Path, file: &str, right: &str, wrong: &str) {
    let path = folder.join(file);
    let old = fs::read_to_string(&path).unwrap();
    assert!(old.contains(right));
    fs::write(path, old.replacen(right, wrong, 1)).unwrap();
}

#[test]
fn one_command_makes_the_example_and_all_its_documents() {
    let base = tempfile::tempdir().unwrap();
    let output = wep(base.path(), &["init", "veldrijk", "--voorbeeld", "--documenten"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert!(output.stdout.is_empty());
    let made = names(&base.path().join("veldrijk/uitvoer"));
    let formats = if cfg!(feature = "pdf") { 2 } else { 1 };
    // A second poster in Word; two more sizes of the first and three of the second; A5 of the walk-in and both flyers.
    let more = if cfg!(feature = "pdf") { 1 + 2 + 3 + 3 } else { 1 };
    let pages = ["index.html", "organisaties.xlsx", "sociale-kaart-zoeken.html", "status.html"];
    assert_eq!(
        made.iter().filter(|name| !name.starts_with('.')).count(),
        wep::document::KINDS.iter().map(|kind| formats + kind.extras.len()).sum::<usize>() + 4 + pages.len() + more,
        "{made:?}"
    );
    for page in pages {
        assert!(made.iter().any(|name| name == page), "{page} in {made:?}");
    }
    for calendar in ["activiteiten.ics", "overleg.ics", "startbijeenkomst.ics", "wijknetwerk.ics"] {
        assert!(made.iter().any(|name| name == calendar), "{calendar} in {made:?}");
    }
}

#[test]
fn controleer_says_everything_at_once_and_ends_with_one() {
    let base = tempfile::tempdir().unwrap();
    let folder = veldrijk(base.path());
    let good = wep(&folder, &["controleer"]);
    assert_eq!((good.status.code(), text(&good.stdout).as_str()), (Some(0), "Alles in orde.\n"));
    assert!(good.stderr.is_empty());
    replace(&folder, "wep.yaml", "trekker: welzijn", "trekker: niemand");
    replace(&folder, "overleg.yaml", "orgaan: werkgroep", "organ: werkgroep");
    replace(&folder, "startbijeenkomst.yaml", "duur: 35", "duur: 30");
    let bad = wep(base.path(), &["controleer", "-C", "veldrijk"]);
    assert_eq!(bad.status.code(), Some(1));
    let said = text(&bad.stdout);
    for part in ["wep.yaml:", "overleg.yaml:", "startbijeenkomst.yaml:", "bedoelde u ‘orgaan’?", "3 fouten"] {
        assert!(said.contains(part), "{part} in {said}");
    }
}

#[test]
fn controleer_speaks_json_to_machines() {
    let base = tempfile::tempdir().unwrap();
    let folder = veldrijk(base.path());
    replace(&folder, "wep.yaml", "trekker: welzijn", "trekker: niemand");
    let output = wep(&folder, &["controleer", "--json"]);
    let findings: Value = serde_json::from_slice(&output.stdout).unwrap();
    let first = &findings.as_array().unwrap()[0];
    assert_eq!((first["code"].as_str(), first["bestand"].as_str()), (Some("onbekende-verwijzing"), Some("wep.yaml")));
    assert!(first["regel"].as_u64().unwrap() > 1 && first["kolom"].as_u64() == Some(10));
}

#[test]
fn the_agenda_is_a_result_and_the_rest_is_not() {
    let base = tempfile::tempdir().unwrap();
    let folder = veldrijk(base.path());
    let output = wep(&folder, &["startbijeenkomst", "--formaat", "md"]);
    assert_eq!(output.status.code(), Some(0));
    insta::assert_snapshot!("agenda", text(&output.stdout));
    assert!(text(&output.stderr).contains("startbijeenkomst-werkblad.md"));
    let made = ["startbijeenkomst-programma.md", "startbijeenkomst-uitnodiging.md", "startbijeenkomst-werkblad.md"];
    assert!(made.iter().all(|name| folder.join("uitvoer").join(name).is_file()));
}

#[test]
fn showing_and_checking_write_nothing() {
    let base = tempfile::tempdir().unwrap();
    let folder = veldrijk(base.path());
    let shown = wep(&folder, &["convenant", "--toon"]);
    assert!(text(&shown.stdout).contains("Artikel 1"));
    let checked = wep(&folder, &["convenant", "--controle", "--formaat", "md,docx"]);
    assert!(text(&checked.stderr).contains("Nieuw:") && checked.stdout.is_empty());
    assert!(!folder.join("uitvoer").exists());
}

#[test]
fn input_with_errors_makes_nothing() {
    let base = tempfile::tempdir().unwrap();
    let folder = veldrijk(base.path());
    replace(&folder, "convenant.yaml", "weglaten: []", "weglaten: [doel]");
    let output = wep(&folder, &["convenant"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("Er is niets gemaakt") && !folder.join("uitvoer").exists());
}

#[test]
fn an_error_in_another_file_does_not_stand_in_the_way() {
    let base = tempfile::tempdir().unwrap();
    let folder = veldrijk(base.path());
    replace(&folder, "startbijeenkomst.yaml", "duur: 35", "duur: 30");
    assert_eq!(wep(&folder, &["convenant", "--formaat", "md"]).status.code(), Some(0));
    assert_eq!(wep(&folder, &["startbijeenkomst", "--formaat", "md"]).status.code(), Some(1));
}

#[test]
fn the_workbook_comes_with_the_budget_and_is_not_lost_either() {
    let base = tempfile::tempdir().unwrap();
    let folder = veldrijk(base.path());
    let made = wep(&folder, &["begroting", "--formaat", "md"]);
    assert_eq!(made.status.code(), Some(0), "{}", text(&made.stderr));
    assert!(text(&made.stderr).contains("begroting.md") && text(&made.stderr).contains("begroting.xlsx"));
    let path = folder.join("uitvoer/begroting.xlsx");
    fs::write(&path, "mijn werk").unwrap();
    replace(&folder, "begroting.yaml", "omschrijving: Coördinator", "omschrijving: De coördinator");
    let beside = wep(&folder, &["begroting", "--formaat", "md"]);
    assert_eq!((beside.status.code(), fs::read(&path).unwrap().as_slice()), (Some(3), b"mijn werk".as_slice()));
    assert!(folder.join("uitvoer/begroting (nieuw van wep).xlsx").is_file());
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let bytes = || {
        let base = tempfile::tempdir().unwrap();
        let folder = veldrijk(base.path());
        wep(&folder, &["convenant", "--formaat", "md,html,docx"]);
        ["md", "html", "docx"].map(|format| fs::read(folder.join("uitvoer/convenant").with_extension(format)).unwrap())
    };
    assert!(bytes() == bytes());
}

#[test]
fn without_a_folder_the_way_out_is_said() {
    let base = tempfile::tempdir().unwrap();
    for arguments in [&["convenant"][..], &["controleer", "-C", "weg"]] {
        let output = wep(base.path(), arguments);
        assert_eq!(output.status.code(), Some(2));
        assert!(text(&output.stderr).contains("wep init"), "{}", text(&output.stderr));
    }
}

#[test]
fn a_half_filled_folder_gives_a_draft_with_gaps() {
    let base = tempfile::tempdir().unwrap();
    let new = [
        "init",
        "--zonder-vragen",
        "--gemeente",
        "Súdwest-Fryslân",
        "--wijk",
        "'t Noord",
        "--trekker",
        "Welzijn=welzijn",
    ];
    assert_eq!(wep(base.path(), &new).status.code(), Some(0));
    let folder = base.path().join("sudwest-fryslan");
    let checked = wep(&folder, &["controleer"]);
    assert!(text(&checked.stdout).contains("nog invullen"), "{}", text(&checked.stdout));
    let output = wep(&folder, &["convenant", "--toon"]);
    let said = text(&output.stdout);
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert!(said.contains("[nog invullen: KvK-nummer]") && said.contains("Súdwest-Fryslân"), "{said}");
    assert!(text(&output.stderr).contains("gaten om in te vullen"));
}

#[test]
fn a_term_is_explained_and_a_slip_of_the_pen_understood() {
    let base = tempfile::tempdir().unwrap();
    let exact = wep(base.path(), &["uitleg", "Push", "en", "pull"]);
    assert!(exact.status.success() && exact.stderr.is_empty());
    assert!(text(&exact.stdout).contains("het duwtje in de rug"));
    let near = wep(base.path(), &["uitleg", "empowrment"]);
    assert!(near.status.success() && text(&near.stderr).contains("Dit lijkt erop"));
    let nonsense = wep(base.path(), &["uitleg", "begroting"]);
    assert_eq!(nonsense.status.code(), Some(2));
    assert!(text(&nonsense.stderr).contains("Deze begrippen zijn er: empowerment"));
}

#[test]
fn what_follows_from_a_file_that_cannot_be_read_is_not_told() {
    let base = tempfile::tempdir().unwrap();
    let folder = veldrijk(base.path());
    replace(&folder, "wep.yaml", "naam: Wijk en Psychiatrie Veldrijk", "naam: [Wijk en Psychiatrie Veldrijk");
    let output = wep(&folder, &["controleer"]);
    let said = text(&[output.stdout, output.stderr].concat());
    assert_eq!(output.status.code(), Some(1));
    assert!(said.contains("wep.yaml:") && !said.contains("is geen wijk uit wep.yaml"), "{said}");
    assert_eq!(said.matches("fout[").count(), 1, "{said}");
}

/// What `wep gids` and `wep status` say of the papers of a step is so.
#[test]
fn the_command_of_a_step_makes_the_papers_of_that_step() {
    let base = tempfile::tempdir().unwrap();
    let folder = veldrijk(base.path());
    for step in wep::progress::STAPPEN {
        let Some((command, papers)) = step.stukken else { continue };
        let words: Vec<&str> = command.split(' ').chain(["--formaat", "md", "--uitvoer", step.slug]).collect();
        let output = wep(&folder, &words);
        assert_eq!(output.status.code(), Some(0), "{words:?}: {}", text(&output.stderr));
        let made = names(&folder.join(step.slug));
        for paper in papers {
            assert!(made.contains(&format!("{paper}.md")), "wep {command} does not make {paper}, but {made:?}");
        }
    }
}
