//! The conversation with a scripted double: back, later, something new, the overview, and throwing away.

use tempfile::TempDir;
use wep::check::Route;
use wep::model::{Locaties, Project, Wep, Wijk};
use wep::progress;
use wep::question::Concept;

use super::*;
use crate::ask::script::Script;

fn gemeente() -> Project {
    let wijk = Wijk { id: Some("noord".into()), naam: Some("Noord".into()) };
    Project { wep: Wep { wijken: vec![wijk], ..Wep::default() }, ..Project::default() }
}

/// Holds the conversation of a step; what came of it, and all that was said.
fn held(base: &Project, slug: &str, answers: &[&str], kept: Option<Concept>) -> (Einde, Project, String, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let mut script = Script::new(answers);
    let answered = match kept {
        Some(kept) => Antwoorden::replay(base, kept).0,
        None => Antwoorden::new(base, slug),
    };
    let stap = progress::stap(slug).unwrap();
    let mut gesprek = Gesprek::new(&mut script, stap, folder.path(), answered);
    let einde = gesprek.hold().unwrap_or_else(|failure| panic!("{}", failure.message));
    let project = gesprek.project().clone();
    assert!(script.is_done(), "answers are left");
    (einde, project, script.seen.join("\n"), folder)
}

#[test]
fn what_may_be_about_a_participant_is_refused_and_kept_nowhere() {
    let base = gemeente();
    let answers =
        ["De Molen 111222333", "Jan Bos heeft PTSS", "De Molen", "Naar het overzicht", "Nu stoppen, later verder"];
    let (einde, project, seen, folder) = held(&base, "locatie", &answers, None);
    assert!(matches!(einde, Einde::Bewaard));
    assert_eq!(project.locaties.locaties[0].naam.as_deref(), Some("De Molen"));
    assert!(seen.contains("burgerservicenummer") && seen.contains("een diagnose bij de naam"), "{seen}");
    let kept = std::fs::read_to_string(folder.path().join(".wep/gids.json")).unwrap();
    for secret in ["111222333", "PTSS"] {
        assert!(!kept.contains(secret) && !seen.contains(secret), "{secret}: {seen}");
    }
}

#[test]
fn s13_a_new_place_is_asked_field_by_field_and_gets_its_id() {
    let base = gemeente();
    let answers = [
        "De Molen",
        "Buurthuis",
        "Een andere organisatie",
        "Stichting X",
        "Molenweg 1",
        "0234",
        "1234 AB",
        "Veldrijk",
        "Voldoet",
        "lage stoep",
        "Voldoet",
        "koffie",
        "Deels",
        "bus",
        "Opslaan",
    ];
    let (einde, project, seen, _folder) = held(&base, "locatie", &answers, None);
    assert!(matches!(einde, Einde::Opslaan));
    let place = &project.locaties.locaties[0];
    assert_eq!((place.id.as_deref(), place.wijk.as_deref()), (Some("de-molen"), Some("noord")));
    assert_eq!(place.beheerder.as_deref(), Some("stichting-x"), "what is new got its place first");
    assert_eq!(project.organisaties.organisaties[0].naam.as_deref(), Some("Stichting X"));
    assert!(seen.contains("postcode") && seen.contains("1234 AB"), "{seen}");
}

#[test]
fn back_takes_an_answer_back_and_later_puts_a_question_off() {
    let base = gemeente();
    let answers = ["V", "Vorige vraag", "W", "Later invullen", "", "", "", "", "Naar het overzicht", "Opslaan"];
    let (einde, project, ..) = held(&base, "samenwerking", &answers, None);
    assert!(matches!(einde, Einde::Opslaan));
    assert_eq!(project.wep.gemeente.as_deref(), Some("W"));
    assert_eq!(project.wep.trekker, None);
}

#[test]
fn a_conversation_can_be_left_and_thrown_away() {
    let base = gemeente();
    let (einde, _, _, folder) = held(&base, "samenwerking", &["V", "Naar het overzicht", "Nu stoppen"], None);
    assert!(matches!(einde, Einde::Bewaard));
    let kept = concept::read(folder.path()).unwrap();
    assert_eq!(kept.antwoorden[0].tekst, "V");
    let answers = ["Naar het overzicht", "Deze antwoorden weggooien", "Ja"];
    let (einde, ..) = held(&base, "samenwerking", &answers, Some(kept));
    assert!(matches!(einde, Einde::Niets));
}

#[test]
fn an_item_is_corrected_as_a_whole() {
    let base = gemeente();
    let mut answers = Antwoorden::new(&base, "locatie");
    let item = Route::from("locaties").index(0);
    let value = json!({ "id": "a", "naam": "A", "wijk": "noord", "gekozen": "ja" });
    answers.put((wep::model::file::LOCATIES, &item), "plek", (value, "A".into())).unwrap();
    answers.put((wep::model::file::LOCATIES, &item.field("naam")), "plek", (json!("B"), "B".into())).unwrap();
    assert_eq!(answers.concept.antwoorden.len(), 1);
    assert_eq!(answers.concept.antwoorden[0].tekst, "B");
    assert_eq!(answers.project.locaties.locaties[0].naam.as_deref(), Some("B"));
    answers.take_back(1);
    assert_eq!(answers.project.locaties, Locaties::default());
}
