//! `wep organisatie importeer`: the plan, what is written, and how a run ends.

use std::fs;
use std::path::PathBuf;

use wep::model::Organisaties;

use super::{text, wep};

const LIST: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/import/gemeente.csv");

fn veldrijk(base: &tempfile::TempDir) -> (PathBuf, String) {
    assert!(wep(base.path(), &["init", "veldrijk", "--voorbeeld", "-q"]).status.success());
    let folder = base.path().join("veldrijk");
    let before = fs::read_to_string(folder.join("organisaties.yaml")).unwrap();
    (folder, before)
}

#[test]
fn without_a_terminal_and_without_ja_the_plan_is_shown_and_nothing_written() {
    let base = tempfile::tempdir().unwrap();
    let (folder, before) = veldrijk(&base);
    for arguments in [&["organisatie", "importeer", LIST][..], &["organisatie", "importeer", LIST, "--controle"]] {
        let output = wep(&folder, arguments);
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
        let said = text(&output.stdout);
        for part in [
            "185 nieuw",
            "5 twijfel, 10 niet te lezen",
            "rij 23 (regel 24)",
            "‘89l2 BC’ is geen postcode",
            "en nog 177",
        ] {
            assert!(said.contains(part), "{part}: {said}");
        }
        assert_eq!(fs::read_to_string(folder.join("organisaties.yaml")).unwrap(), before);
    }
    let json = wep(&folder, &["organisatie", "importeer", LIST, "--json"]);
    let plan: serde_json::Value = serde_json::from_slice(&json.stdout).unwrap();
    assert_eq!((plan["aantallen"]["afgekeurd"].as_u64(), plan["rijen"].as_array().unwrap().len()), (Some(10), 200));
}

#[test]
fn ja_writes_what_can_be_read_and_a_second_time_changes_nothing() {
    let base = tempfile::tempdir().unwrap();
    let (folder, before) = veldrijk(&base);
    let output = wep(&folder, &["organisatie", "importeer", LIST, "--ja"]);
    assert_eq!(output.status.code(), Some(1), "rows were refused: {}", text(&output.stderr));
    assert!(text(&output.stderr).contains("185 nieuw, 0 gewijzigd. Overgeslagen: 5 met twijfel, 10 niet te lezen"));
    let after = fs::read_to_string(folder.join("organisaties.yaml")).unwrap();
    let known = serde_yaml::from_str::<Organisaties>(&before).unwrap().organisaties;
    let all = serde_yaml::from_str::<Organisaties>(&after).unwrap().organisaties;
    assert_eq!(all[..known.len()], known, "what was there stays");
    assert_eq!(all.len(), known.len() + 185);
    assert!(before.lines().filter(|line| line.contains("# De volledige naam")).all(|line| after.contains(line)));
    assert_eq!(wep(&folder, &["controleer"]).status.code(), Some(0));
    wep(&folder, &["organisatie", "importeer", LIST, "--ja"]);
    assert_eq!(fs::read_to_string(folder.join("organisaties.yaml")).unwrap(), after);
}

#[test]
fn a_wrong_call_says_the_way_out() {
    let base = tempfile::tempdir().unwrap();
    let (folder, _) = veldrijk(&base);
    fs::write(folder.join("lijst.csv"), "x;y\n1;2\n").unwrap();
    for (arguments, code, expected) in [
        (&["weg.csv"][..], 2, "het bestand bestaat niet"),
        (&["lijst.csv"], 1, "--kolom \"KOP=naam\""),
        (&["lijst.csv", "--kolom", "z=naam"], 2, "deze zijn er: x, y"),
        (&["wep.yaml", "--kolom", "z"], 2, "schrijf KOP=VELD"),
    ] {
        let output = wep(&folder, &[&["organisatie", "importeer"], arguments].concat());
        assert_eq!(output.status.code(), Some(code), "{}", text(&output.stderr));
        assert!(text(&output.stderr).contains(expected), "{}", text(&output.stderr));
    }
}
