//! `wep init` without a terminal.

use std::fs;
use std::path::Path;

use wep::model::{Convenant, Startbijeenkomst, Team, Wep, file};

use super::{names, text, wep};

const COMPLETE: [&str; 14] = [
    "init",
    "--gemeente",
    "'s-Hertogenbosch",
    "--wijk",
    "Noord",
    "--wijk",
    "No",
    "--trekker",
    "Ravelijn=vrijwilligers",
    "--partner",
    "GGZ Y=ggz",
    "--coordinator",
    "Anna=GGZ Y",
    "--startdatum=11-1-2027",
];

fn read<T: serde::de::DeserializeOwned>(folder: &Path, name: &str) -> T {
    serde_yaml::from_str(&fs::read_to_string(folder.join(name)).unwrap()).unwrap()
}

#[test]
fn flags_make_a_complete_folder() {
    let base = tempfile::tempdir().unwrap();
    let output = wep(base.path(), &COMPLETE);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert!(output.stdout.is_empty());
    assert!(text(&output.stderr).contains("wep controleer -C s-hertogenbosch"));
    assert_eq!(names(base.path()), ["s-hertogenbosch"], "no temporary folder is left");

    let folder = base.path().join("s-hertogenbosch");
    for name in file::ALL {
        let first = fs::read_to_string(folder.join(name)).unwrap().lines().next().unwrap().to_owned();
        let schema = first.strip_prefix("# yaml-language-server: $schema=").unwrap();
        let schema = fs::read_to_string(folder.join(schema)).unwrap();
        serde_json::from_str::<serde_json::Value>(&schema).unwrap();
    }
    let wep: Wep = read(&folder, file::WEP);
    assert_eq!(wep.gemeente.as_deref(), Some("'s-Hertogenbosch"));
    assert_eq!(wep.trekker.as_deref(), Some("ravelijn"));
    assert_eq!(wep.wijken[1].id.as_deref(), Some("no"));
    assert_eq!(wep.startdatum.unwrap().to_string(), "2027-01-11");
    let parties = read::<Convenant>(&folder, file::CONVENANT).partijen;
    let parties: Vec<_> = parties.iter().filter_map(|party| party.organisatie.as_deref()).collect();
    assert_eq!(parties, ["ravelijn", "ggz-y"]);
    assert_eq!(read::<Team>(&folder, file::TEAM).coordinator.organisatie.as_deref(), Some("ggz-y"));
    let kickoff: Startbijeenkomst = read(&folder, file::STARTBIJEENKOMST);
    assert_eq!(kickoff.programma.iter().filter_map(|part| part.duur).sum::<u32>(), 150);
}

#[test]
fn the_same_answers_give_the_same_bytes() {
    let (one, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    for base in [&one, &other] {
        assert!(wep(base.path(), &COMPLETE).status.success());
    }
    for name in file::ALL {
        let bytes = |base: &tempfile::TempDir| fs::read(base.path().join("s-hertogenbosch").join(name)).unwrap();
        assert_eq!(bytes(&one), bytes(&other), "{name}");
    }
}

#[test]
fn what_is_there_is_never_touched() {
    let base = tempfile::tempdir().unwrap();
    let folder = base.path().join("vol");
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("notitie.txt"), "van mij").unwrap();
    for more in [&["vol"][..], &["-C", "vol"], &["vol", "--voorbeeld"], &["vol/notitie.txt", "--voorbeeld"]] {
        let arguments: Vec<&str> = match more.contains(&"--voorbeeld") {
            true => ["init"].iter().chain(more).copied().collect(),
            false => COMPLETE.iter().chain(more).copied().collect(),
        };
        let output = wep(base.path(), &arguments);
        assert_eq!(output.status.code(), Some(3), "{more:?}: {}", text(&output.stderr));
        let said = text(&output.stderr);
        assert!(
            said.starts_with("fout: ") && said.contains("notitie.txt") && said.contains("Kies een andere"),
            "{said}"
        );
        assert_eq!(names(&folder), ["notitie.txt"]);
        assert_eq!(names(base.path()), ["vol"]);
    }
}

#[test]
fn an_empty_folder_also_the_current_one_is_filled() {
    let base = tempfile::tempdir().unwrap();
    let arguments: Vec<&str> = COMPLETE.iter().chain(&["."]).copied().collect();
    assert!(wep(base.path(), &arguments).status.success());
    assert!(base.path().join(file::WEP).exists());
    assert_eq!(names(base.path()).len(), file::ALL.len() + 1);
}

#[test]
fn quiet_says_nothing_and_verbose_says_more() {
    let base = tempfile::tempdir().unwrap();
    let quiet: Vec<&str> = COMPLETE.iter().chain(&["-q", "a"]).copied().collect();
    assert!(wep(base.path(), &quiet).stderr.is_empty());
    let verbose: Vec<&str> = COMPLETE.iter().chain(&["-v", "b c"]).copied().collect();
    let said = text(&wep(base.path(), &verbose).stderr);
    assert!(said.contains(".wep/schema") && said.contains("-C 'b c'"), "{said}");
}

#[test]
fn the_example_is_a_folder_that_can_be_read() {
    let base = tempfile::tempdir().unwrap();
    assert!(wep(base.path(), &["init", "--voorbeeld"]).status.success());
    let folder = base.path().join("veldrijk");
    assert_eq!(read::<Wep>(&folder, file::WEP).gemeente.as_deref(), Some("Veldrijk"));
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/veldrijk");
    for name in names(&example).iter().filter(|name| name.ends_with(".yaml")) {
        assert_eq!(fs::read(folder.join(name)).unwrap(), fs::read(example.join(name)).unwrap(), "{name}");
    }
    assert!(folder.join(".wep/schema/wep.schema.json").exists());
}

#[test]
fn a_refusal_of_the_machine_has_its_own_code() {
    let base = tempfile::tempdir().unwrap();
    let long = "x".repeat(300);
    let output = wep(base.path(), &["init", "--voorbeeld", &long]);
    assert_eq!(output.status.code(), Some(4));
    assert!(text(&output.stderr).contains("te lang"), "{}", text(&output.stderr));
}
