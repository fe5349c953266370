//! `wep gids`, killed at any moment: every answer that the next question acknowledged is still there, and what is saved in
//! several files is in all of them or in none.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::thread::{self, sleep};
use std::time::Instant;

use expectrl::session::OsSession;
use expectrl::{Any, Expect, Regex};
use wep::model::file;

use super::{Chance, Files, Kills, copy, files, good, lasting, rounds};
use crate::command::terminal;

const GIDS: [&str; 3] = ["gids", "--stap", "locatie"];

/// A question, whether it has numbered choices, and what is answered. Who comes back hears of “deze plek”.
const ANSWERS: [(&str, bool, &str); 14] = [
    ("Wat wilt u doen?", true, "1"),
    ("De naam van de plek (een", false, "De Molen"),
    ("De soort plek\r\n", true, "2"),
    ("De organisatie die de plek beheert\r\n", true, "3"),
    ("De organisatie die deze plek beheert\r\n", true, "3"),
    ("De volledige naam van de organisatie", false, "Zorghuis"),
    ("De volledige naam van deze organisatie", false, "Zorghuis"),
    ("De straat en het huisnummer van de plek", false, "Molenweg 1"),
    ("De straat en het huisnummer van deze plek", false, "Molenweg 1"),
    ("De postcode van de plek", false, "1234 AB"),
    ("De postcode van deze plek", false, "1234 AB"),
    ("De plaats van de plek", false, "Veldrijk"),
    ("De plaats van deze plek", false, "Veldrijk"),
    ("Of de drempel", true, "6"),
];
/// Saving, and seeing that it was saved.
const SAVE: (&str, &str, &str) = ("Klopt dit?", "1", "Opgeslagen in organisaties.yaml, locaties.yaml");

/// How far a conversation came.
#[derive(Debug, Default)]
struct Said {
    /// Answers that were followed by another question.
    acknowledged: Vec<&'static str>,
    /// What was on the screen.
    screen: String,
    saved: bool,
}

/// Answers everything that is asked, until it is saved or the program is gone.
fn answer_all(session: &mut OsSession) -> Said {
    let mut said = Said::default();
    let mut last = None;
    loop {
        let questions: Vec<&str> = ANSWERS.iter().map(|(question, ..)| *question).chain([SAVE.0]).collect();
        let Ok(found) = session.expect(Any(questions.iter().map(ToString::to_string).collect::<Vec<_>>())) else {
            said.screen += &rest(session);
            return said;
        };
        said.screen += &String::from_utf8_lossy(found.as_bytes());
        let asked = String::from_utf8_lossy(found.get(0).unwrap_or_default()).into_owned();
        said.acknowledged.extend(last.take());
        let known = ANSWERS.iter().find(|(question, ..)| *question == asked);
        let (numbered, reply) = known.map_or((true, SAVE.1), |(_, numbered, reply)| (*numbered, *reply));
        let prompt = if numbered { "Nummer [Enter voor 1]: " } else { ": " };
        if session.expect(prompt).is_err() || session.send_line(reply).is_err() {
            said.screen += &rest(session);
            return said;
        }
        if known.is_none() {
            said.saved = session.expect(SAVE.2).is_ok();
            return said;
        }
        last = (!numbered).then_some(reply);
    }
}

/// What else is on the screen, to tell when something went wrong.
fn rest(session: &mut OsSession) -> String {
    let found = session.check(Regex("(?s).+"));
    found.map(|found| String::from_utf8_lossy(found.as_bytes()).into_owned()).unwrap_or_default()
}

fn start(folder: &Path) -> OsSession {
    let mut session = terminal::start(folder, &GIDS, "dumb");
    session.get_process_mut().set_echo(false, None).unwrap();
    session
}

/// The YAML of the gemeente.
fn yaml(files: &Files) -> Files {
    files.iter().filter(|(name, _)| name.ends_with(".yaml")).map(|(name, text)| (name.clone(), text.clone())).collect()
}

#[test]
fn a_guide_that_is_killed_forgets_no_answer_and_saves_all_files_or_none() {
    let base = tempfile::tempdir().unwrap();
    let made =
        ["init", "v", "--gemeente", "V", "--wijk", "Noord", "--trekker", "Welzijn=welzijn", "--partner", "GGZ=ggz"];
    good(base.path(), &[&made[..], &["--startdatum", "11-1-2027", "-q"]].concat(), 0);
    let before = files(&base.path().join("v"));
    let whole = base.path().join("heel");
    copy(&before, &whole);
    let begin = Instant::now();
    assert!(answer_all(&mut start(&whole)).saved);
    let lasts = begin.elapsed();
    let after = yaml(&files(&whole));
    let mut chance = Chance::new(38);
    let mut kills = Kills::new("gids", rounds(8, 150), lasts);
    while let Some(round) = kills.next_round() {
        let lasts = kills.lasts;
        let folder = base.path().join(format!("ronde-{round}"));
        copy(&before, &folder);
        let mut session = start(&folder);
        let process = session.get_process().pid().to_string();
        // The saving is short and comes last.
        let from = if chance.one_in(2) { lasts / 20 } else { lasts * 8 / 10 };
        let wait = chance.moment(from, lasts);
        let killer = thread::spawn(move || {
            sleep(wait);
            Command::new("kill").args(["-9", &process]).status().is_ok_and(|status| status.success())
        });
        let said = answer_all(&mut session);
        // A run that had said that all is saved was ending.
        kills.count(killer.join().unwrap() && !said.saved);
        drop(session);
        let now = files(&folder);
        for (name, text) in yaml(&now) {
            assert!(before.get(&name) == Some(&text) || after.get(&name) == Some(&text), "half of {name}");
        }
        let all: String = now.values().map(|bytes| String::from_utf8_lossy(bytes)).collect();
        for answer in &said.acknowledged {
            assert!(all.contains(answer), "‘{answer}’ is lost: {said:?}");
        }
        // Whatever runs next finishes a change that had begun.
        good(&folder, &["controleer", "-q"], 0);
        let now = files(&folder);
        let saved = yaml(&now) == after;
        assert!(saved || yaml(&now) == yaml(&before), "some of the files are saved: {said:?}");
        assert!(saved || !said.saved);
        assert!(!saved || !now.contains_key(".wep/gids.json"), "saved answers are not asked about again");
        if !saved {
            // A terminal that stood still for a minute is no fault of the guide: whoever comes back goes on.
            let mut again = answer_all(&mut start(&folder));
            if !again.saved && yaml(&files(&folder)) != after {
                again = answer_all(&mut start(&folder));
            }
            let kept = now.get(".wep/gids.json").map(|kept| String::from_utf8_lossy(kept));
            assert!(again.saved || yaml(&files(&folder)) == after, "round {round}: {kept:?} {again:#?}");
            let end = yaml(&lasting(files(&folder)));
            let named = super::different(&end, &after);
            let shown = |name: &String| String::from_utf8_lossy(&end[name]).into_owned();
            assert_eq!(
                named,
                Vec::<String>::new(),
                "round {round}: {kept:?} {again:#?} {:?}",
                named.iter().map(shown).collect::<Vec<_>>()
            );
        }
        fs::remove_dir_all(&folder).unwrap();
    }
    assert!(after[file::LOCATIES] != before[file::LOCATIES]);
}
