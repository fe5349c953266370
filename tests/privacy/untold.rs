//! What was found is told nowhere: not on the screen, not in JSON, not in a file. And then nothing is made or changed.

use std::fs;

use super::{BSN, COMMANDS, append, everything, holds, veldrijk};
use crate::command::{listed, text, wep};

/// Where it stands, with the parts that may be told nowhere.
const SECRETS: &[(&str, &str, &[&str])] = &[
    ("organisaties.yaml", "# Jan Zuurbier, 111.222.333\n", &["111.222.333", "Zuurbier"]),
    ("wep.yaml", "deelnemer: {naam: Fenna Zuurbier, geboortedatum: 12-03-1984}\n", &["12-03-1984", "Zuurbier"]),
    ("voortgang.yaml", "rekening: NL91 ABNA 0417 1643 00 van Zuurbier\n", &["0417", "NL91", "Zuurbier"]),
    ("team.yaml", "x: 'Fenna Zuurbier heeft een psychose\n", &["psychose", "Zuurbier"]),
    ("sjablonen/brief.md.hbs", "Zuurbier: bsn 111222333\n", &[BSN, "Zuurbier"]),
    ("klad/notities.yml", "Zuurbier: bsn 111222333\n", &[BSN, "Zuurbier"]),
];

#[test]
fn no_command_tells_it_and_none_does_anything() {
    let base = tempfile::tempdir().unwrap();
    let folder = veldrijk(base.path());
    for (file, added, secrets) in SECRETS {
        let clean = append(&folder, file, added);
        let before = everything(&folder);
        for command in COMMANDS {
            let output = wep(&folder, command);
            let said = [output.stdout, output.stderr].concat();
            assert_eq!(output.status.code(), Some(1), "{command:?} with {file}: {}", text(&said));
            for secret in *secrets {
                assert!(!holds(&said, secret), "{command:?} tells {secret} of {file}: {}", text(&said));
            }
            assert!(text(&said).contains(file), "{command:?} names {file}: {}", text(&said));
            assert_eq!(everything(&folder), before, "{command:?} changes something");
        }
        match clean.is_empty() {
            true => fs::remove_file(folder.join(file)).unwrap(),
            false => fs::write(folder.join(file), clean).unwrap(),
        }
    }
    assert_eq!(wep(&folder, &["controleer"]).status.code(), Some(0), "and once it is gone, all is well");
}

/// No command can be added that is not tried here.
#[test]
fn every_command_is_tried() {
    let base = tempfile::tempdir().unwrap();
    let names = listed(&text(&wep(base.path(), &["--help"]).stdout));
    // Those that ask, and those that look at no gemeente.
    let others: [&str; 5] = ["init", "gids", "uitleg", "aanvulling", "man"];
    let is_tried = |name: &str| others.contains(&name) || COMMANDS.iter().any(|command| command[0] == name);
    let missing: Vec<String> = names.into_iter().filter(|name| !is_tried(name)).collect();
    assert_eq!(missing, [""; 0], "add these to COMMANDS in tests/privacy/mod.rs");
}

#[test]
fn what_is_typed_on_the_command_line_is_refused_and_not_repeated() {
    let base = tempfile::tempdir().unwrap();
    let folder = veldrijk(base.path());
    let before = everything(base.path());
    for (arguments, code) in [
        (&["organisatie", "toevoegen", "--naam", "Jan 111222333", "--sector", "ggz"][..], 1),
        (&["organisatie", "toevoegen", "--naam", "Jan Bos", "--beschrijving", "heeft PTSS 111222333"], 1),
        (&["organisatie", "wijzig", "herstelhuis", "--beschrijving", "111 222 333"], 1),
        (&["organisatie", "wijzig", "herstelhuis", "--kvk", "111222333"], 1),
        (&["organisatie", "wijzig", "111222333", "--kvk", "1"], 2),
        (&["organisatie", "toevoegen", "--naam", "X", "--sector", "111222333"], 1),
        (&["stap", "training", "gereed", "--datum", "2027-3-23", "--wie", "Jan 111222333"], 1),
        (&["stap", "convenant", "gereed", "--alle", "--datum", "111222333"], 2),
        (&["stap", "111222333"], 2),
        (&["uitleg", "111222333"], 2),
        (&["111222333"], 2),
        (&["status", "--111222333"], 2),
        (&["init", "nieuw", "--zonder-vragen", "--gemeente", "111222333", "--wijk", "b", "--trekker", "c"], 1),
        (&["init", "nieuw", "--zonder-vragen", "--gemeente", "a", "--wijk", "b", "--trekker", "c=111222333"], 2),
        (
            &[
                "init",
                "nieuw",
                "--zonder-vragen",
                "--gemeente",
                "a",
                "--wijk",
                "b",
                "--trekker",
                "c",
                "--coordinator",
                "Jan Bos, geb. 12-3-1984",
            ],
            1,
        ),
    ] {
        let output = wep(&folder, arguments);
        let said = text(&[output.stdout, output.stderr].concat());
        for secret in [BSN, "111 222 333", "12-3-1984"] {
            assert!(!said.contains(secret), "{arguments:?}: {said}");
        }
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {said}");
        assert_eq!(everything(base.path()), before, "{arguments:?} changes something");
    }
}

#[test]
fn an_entry_by_options_is_judged_as_a_whole() {
    let base = tempfile::tempdir().unwrap();
    let folder = veldrijk(base.path());
    let before = everything(base.path());
    let arguments =
        ["organisatie", "toevoegen", "--naam", "Fenna Zuurbier", "--beschrijving", "borderline", "--sector", "ggz"];
    let output = wep(&folder, &arguments);
    assert_eq!(output.status.code(), Some(1), "{}", text(&output.stderr));
    assert!(text(&output.stderr).contains("een diagnose bij de naam van een persoon"));
    assert_eq!(everything(base.path()), before);
}

#[test]
fn an_answer_to_a_question_is_refused_and_not_repeated() {
    use serde_json::json;
    use wep::check::Route;
    use wep::load::load;
    use wep::model::file;
    use wep::question::{Soort, read, with};
    let base = tempfile::tempdir().unwrap();
    let project = load(&veldrijk(base.path())).unwrap().project;
    let worker = Route::from("wep_werkers").index(0);
    for (file, route, value) in [
        (file::TEAM, worker.field("naam"), json!("Jan 111222333")),
        (file::TEAM, worker.field("uren_per_week"), json!(111_222_333)),
        (file::TOELEIDING, Route::from("intake").field("wie_ziet"), json!(["ik", "111.222.333"])),
        (file::TRAINING, Route::from("casussen").index(0).field("situatie"), json!("Fenna Bos heeft een psychose")),
        (file::WEP, Route::from("contact").field("naam"), json!("Jan, geboren 12-3-1984")),
        (file::ORGANISATIES, Route::from("organisaties").index(0).field("kvk"), json!(BSN)),
    ] {
        let why = with(&project, file, &route, &value).unwrap_err().0;
        assert!(why.contains("geen deelnemer") && why.contains("hierin staat"), "{why}");
        assert!(!why.contains("111") && !why.contains("1984") && !why.contains("psychose"), "{why}");
    }
    let situation = Route::from("casussen").index(0).field("situatie");
    for plain in ["Fenna Bos komt binnen", "Iemand vertelt over een psychose"] {
        let answer = with(&project, file::TRAINING, &situation, &json!(plain));
        assert!(answer.is_ok(), "{plain}: {:?}", answer.err());
    }
    let why = read(&Soort::Getal, "Jan 111222333").unwrap_err().0;
    assert!(why.contains("‘Jan █████████’ is geen heel getal"), "{why}");
}
