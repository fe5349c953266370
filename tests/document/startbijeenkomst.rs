//! The papers of the startbijeenkomst carry bijlage 3.

use wep::document::agenda;
use wep::handbook::{VRAGEN, WERKSTAPPEN};

use super::{compose, folded, gaps_of, veldrijk};

#[test]
fn b3_the_times_are_those_of_the_handbook() {
    let times: Vec<String> = agenda(&veldrijk()).into_iter().map(|row| row.tijd.unwrap()).collect();
    assert_eq!(times, ["14.45", "15.00", "15.15", "15.45", "16.00", "16.15", "16.50", "17.00"]);
}

#[test]
fn b3_everyone_has_their_role() {
    let text = folded(&compose("startbijeenkomst-programma", &veldrijk()));
    for who in ["drs. J. Hogeveen, wethouder", "Samira el Idrissi, coördinator", "Joost Hiemstra, WeP-werker"] {
        assert!(text.contains(who), "{who} in {text}");
    }
}

#[test]
fn b3s_steps_questions_and_rules_are_on_the_worksheet() {
    let text = folded(&compose("startbijeenkomst-werkblad", &veldrijk()));
    for fact in VRAGEN.into_iter().chain(WERKSTAPPEN.iter().map(|stap| stap.opdracht)) {
        assert!(text.contains(fact), "{fact}");
    }
    for time in ["16.15 uur", "16.25 uur", "16.35 uur", "16.45 uur"] {
        assert!(text.contains(time), "{time}");
    }
    assert!(text.contains("vóór de pauze") && text.contains("woordvoerder"));
}

#[test]
fn x4_the_worksheet_says_that_the_steps_fill_the_time() {
    let mut project = veldrijk();
    assert!(folded(&compose("startbijeenkomst-werkblad", &project)).contains("De stappen vullen precies de tijd"));
    project.startbijeenkomst.programma[4].duur = Some(45);
    assert!(!folded(&compose("startbijeenkomst-werkblad", &project)).contains("De stappen vullen precies de tijd"));
}

#[test]
fn the_invitation_says_when_where_and_how_to_register() {
    let text = folded(&compose("startbijeenkomst-uitnodiging", &veldrijk()));
    for fact in [
        "Donderdag 11 maart 2027",
        "15.00 tot 17.30 uur",
        "Wijkcentrum De Korenmolen",
        "donderdag 4 maart 2027",
        "wep@welzijnveldrijk.example",
        "(0199) 12 34 56",
    ] {
        assert!(text.contains(fact), "{fact} in {text}");
    }
}

#[test]
fn the_example_has_no_gap() {
    for slug in ["startbijeenkomst-programma", "startbijeenkomst-uitnodiging", "startbijeenkomst-werkblad"] {
        assert_eq!(gaps_of(&compose(slug, &veldrijk())), [""; 0], "{slug}");
    }
}

#[test]
fn times_follow_from_the_beginning_and_the_durations() {
    let mut project = veldrijk();
    let start = &mut project.startbijeenkomst;
    start.begin = Some("10.05".parse().unwrap());
    start.programma.iter_mut().for_each(|part| part.tijd = None);
    let times: Vec<String> = agenda(&project).into_iter().filter_map(|row| row.tijd).collect();
    assert_eq!(times[1..4], ["10.05", "10.20", "10.50"]);
}
