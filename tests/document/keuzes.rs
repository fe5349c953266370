//! The note of choices says where the handbook contradicts itself, and what the YAML chose (X1–X8).

use wep::handbook::{TEGENSPRAKEN, VERGISSINGEN};
use wep::model::{OverlegOrgaan, ProfielBron, Project};

use super::{compose, folded, veldrijk};

#[test]
fn x1_x2_x3_x4_x6_every_contradiction_is_told_with_its_paragraph() {
    let text = folded(&compose("keuzes", &veldrijk()));
    for tegenspraak in TEGENSPRAKEN {
        assert!(text.contains(tegenspraak.onderwerp) && text.contains(tegenspraak.handleiding), "{tegenspraak:?}");
        assert!(text.contains(tegenspraak.paragraaf.0), "{tegenspraak:?}");
    }
    for vergissing in VERGISSINGEN {
        assert!(text.contains(vergissing.handleiding) && text.contains(vergissing.wep), "{vergissing:?}");
    }
    assert!(text.contains("De AWBZ stopte op 1 januari 2015"));
    assert!(!text.contains("Nog niet gekozen"), "the example has chosen everything");
}

#[test]
fn x2_the_choice_follows_the_yaml() {
    let mut project = veldrijk();
    let says = |project: &Project, sentence: &str| folded(&compose("keuzes", project)).contains(sentence);
    assert!(says(&project, "Alle stukken zeggen ‘de werkgroep’."));
    assert!(says(
        &project,
        "Zes maanden elke maand, daarna eens per twee maanden. Gaat het goed, dan vier keer per jaar."
    ));
    assert!(!says(&project, "wijkt af"));
    assert!(says(&project, "De begroting rekent op: gemeente (Wmo 2015)"));
    assert!(says(&project, "bijlage 2, de uitgebreide lijst"));
    project.overleg.orgaan = Some(OverlegOrgaan::Samenwerkingsoverleg);
    project.overleg.maandelijks_gedurende = Some(3);
    project.team.profiel_wep_werker = Some(ProfielBron::Paragraaf);
    assert!(says(&project, "Alle stukken zeggen ‘het samenwerkingsoverleg’."));
    assert!(says(&project, "Drie maanden elke maand"));
    assert!(says(&project, "Dat wijkt af van de handleiding."));
    assert!(says(&project, "Het profiel volgt §3.5."));
}

#[test]
fn what_is_not_chosen_is_said_to_be_open() {
    let text = folded(&compose("keuzes", &Project::default()));
    assert!(text.matches("Nog niet gekozen.").count() > 5, "{text}");
}
