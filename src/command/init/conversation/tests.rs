//! The conversation, with a script instead of a terminal.

use super::*;
use crate::ask::script::Script;

/// A complete conversation up to the summary.
const ANSWERS: [&str; 13] = [
    "Veldrijk",
    "nieuw-veldrijk-zonder-map",
    "Noord, Zuid",
    "",
    "Ravelijn",
    "vrijwilligers",
    "GGZ Veldrijk",
    "ggz",
    "",
    "Ja",
    "Anna de Vries",
    "GGZ",
    "11 januari 2027",
];

fn talk(more: &[&str]) -> (Result<Option<(Answers, PathBuf)>, AskError>, Script) {
    let all: Vec<&str> = ANSWERS.iter().chain(more).copied().collect();
    let mut script = Script::new(&all);
    let outcome = hold(&mut script, Answers::default(), None);
    (outcome, script)
}

#[test]
fn the_answers_come_out_as_they_went_in() {
    let (outcome, script) = talk(&["Opslaan"]);
    let (answers, folder) = outcome.unwrap().unwrap();
    assert!(script.is_done());
    assert_eq!(folder, PathBuf::from("nieuw-veldrijk-zonder-map"));
    assert_eq!(answers.wijken, ["Noord", "Zuid"]);
    assert_eq!(answers.organisations().len(), 2);
    assert_eq!(answers.coordinator.unwrap().werkgever.as_deref(), Some("GGZ Veldrijk"));
    assert_eq!(answers.startdatum.unwrap().to_string(), "2027-01-11");
    let summary = script.seen.iter().find(|text| text.contains("Dit zijn uw antwoorden")).unwrap();
    assert!(summary.contains("Startdatum:  maandag 11 januari 2027"), "{summary}");
    assert!(summary.contains("Partners:    GGZ Veldrijk (ggz)"), "{summary}");
}

#[test]
fn an_answer_can_be_changed_before_saving() {
    let (outcome, script) = talk(&["Gemeente wijzigen", "Heuveldal", "Partners wijzigen", "", "Opslaan"]);
    let (answers, _) = outcome.unwrap().unwrap();
    assert_eq!(answers.gemeente, "Heuveldal");
    assert!(answers.partners.is_empty());
    assert_eq!(answers.coordinator.unwrap().werkgever, None, "the employer is no partner any more");
    assert!(script.seen.contains(&"Gemeente [Veldrijk]".to_owned()), "the old answer stands there to be changed");
}

#[test]
fn a_wrong_date_is_said_at_once() {
    let (outcome, script) = talk(&["Startdatum wijzigen", "29 februari 2027", "28 februari 2027", "Opslaan"]);
    assert_eq!(outcome.unwrap().unwrap().0.startdatum.unwrap().to_string(), "2027-02-28");
    assert!(script.seen.iter().any(|text| text.contains("februari 2027 heeft 28 dagen")));
}

#[test]
fn a_folder_that_is_taken_is_said_at_once() {
    let (outcome, script) = talk(&["Map wijzigen", "src", "", "elders-en-nieuw", "Opslaan"]);
    assert_eq!(outcome.unwrap().unwrap().1, PathBuf::from("elders-en-nieuw"));
    assert!(script.seen.iter().any(|text| text.contains("is niet leeg")));
}

#[test]
fn stopping_gives_nothing() {
    assert!(talk(&["Stoppen"]).0.unwrap().is_none());
    assert!(matches!(talk(&[]).0, Err(AskError::Stopped)));
}

#[test]
fn what_is_given_is_not_asked() {
    let given = Answers { gemeente: "Veldrijk".into(), wijken: vec!["Noord".into()], ..Answers::default() };
    let mut script = Script::new(&["Ravelijn", "Weet ik niet", "", "Nee", "", "Opslaan"]);
    let (answers, _) = hold(&mut script, given, Some("x".into())).unwrap().unwrap();
    assert!(script.is_done());
    assert_eq!(answers.trekker, Some(Named { naam: "Ravelijn".into(), sector: None }));
    assert_eq!(answers.startdatum, None);
}

#[test]
fn a_long_answer_runs_on_below_itself() {
    let lines = hanging(&"woord ".repeat(20));
    assert_eq!(lines.lines().count(), 2, "{lines}");
    assert!(lines.lines().skip(1).all(|line| line.starts_with("               woord")), "{lines}");
    assert!(lines.lines().all(|line| line.chars().count() <= 78), "{lines}");
}
