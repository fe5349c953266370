//! Two runs at once: one waits or says who is busy, and nothing is lost of either.

use std::fs;
use std::path::Path;
use std::process::Child;
use std::time::Duration;

use wep::load::read_str;
use wep::model::{Organisaties, file};
use wep::write::Lock;

use super::{command, example, figures, files, good, is_clean, lasting, rounds, run};

fn ids(folder: &Path) -> Vec<String> {
    let text = fs::read_to_string(folder.join(file::ORGANISATIES)).unwrap();
    let (organisaties, findings, _) = read_str::<Organisaties>(file::ORGANISATIES, text);
    assert!(findings.is_empty(), "{findings:?}");
    organisaties.organisaties.into_iter().filter_map(|one| one.id).collect()
}

#[test]
fn of_many_edits_at_once_each_is_made_or_says_that_it_was_not() {
    let base = tempfile::tempdir().unwrap();
    let folder = example(base.path());
    let known = ids(&folder).len();
    let (rounds, mut made) = (rounds(2, 15), Vec::new());
    for round in 0..rounds {
        let names: Vec<String> = (0..6).map(|number| format!("Nieuw {round} {number}")).collect();
        let start = |name: &String| -> Child {
            command(&folder, &["organisatie", "toevoegen", "--naam", name, "--sector", "welzijn"]).spawn().unwrap()
        };
        let runs: Vec<Child> = names.iter().map(start).collect();
        for (run, name) in runs.into_iter().zip(&names) {
            let output = run.wait_with_output().unwrap();
            let told = String::from_utf8_lossy(&output.stderr).into_owned();
            match output.status.code() {
                Some(0) => made.push(name.to_lowercase().replace(' ', "-")),
                Some(3) => assert!(told.contains("intussen veranderd; er is niets opgeslagen"), "{told}"),
                other => panic!("{other:?}: {told}"),
            }
        }
    }
    let all = ids(&folder);
    assert_eq!(all.len(), known + made.len());
    assert!(made.len() >= rounds && made.iter().all(|id| all.contains(id)), "{made:?} {all:?}");
    assert!(is_clean(&files(&folder)));
    figures("turns", serde_json::json!({"runs": rounds * 6, "survived": rounds * 6}));
}

#[test]
fn two_dossiers_at_once_make_what_one_makes() {
    let base = tempfile::tempdir().unwrap();
    let folder = example(base.path());
    let arguments = ["dossier", "--formaat", "md"];
    let runs: Vec<Child> = (0..2).map(|_| command(&folder, &arguments).spawn().unwrap()).collect();
    for run in runs {
        let output = run.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    }
    let both = lasting(files(&folder.join("uitvoer")));
    assert!(is_clean(&both) && !both.keys().any(|name| name.contains("nieuw van wep")), "{:?}", both.keys());
    fs::remove_dir_all(folder.join("uitvoer")).unwrap();
    good(&folder, &arguments, 0);
    assert_eq!(super::different(&both, &lasting(files(&folder.join("uitvoer")))), Vec::<String>::new());
}

#[test]
fn who_waits_says_for_whom() {
    let base = tempfile::tempdir().unwrap();
    let folder = example(base.path());
    fs::create_dir(folder.join("uitvoer")).unwrap();
    let turn = Lock::take(&folder.join("uitvoer"), "wep dossier", Duration::ZERO, &mut |_| {}).unwrap();
    let waiting = command(&folder, &["status", "--html"]).spawn().unwrap();
    std::thread::sleep(Duration::from_secs(3));
    assert!(!folder.join("uitvoer/status.html").exists());
    drop(turn);
    let output = waiting.wait_with_output().unwrap();
    let told = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{told}");
    let whom = format!("een andere opdracht van wep bezig (wep dossier, proces {}). Even wachten", std::process::id());
    assert!(told.contains(&whom) || cfg!(windows), "{told}");
    // A command that only reads waits for nobody.
    let _turn = Lock::take(&folder, "wep dossier", Duration::ZERO, &mut |_| {}).unwrap();
    good(&folder, &["controleer"], 0);
    assert_eq!(run(&folder, &["status"]).status.code(), Some(0));
}
