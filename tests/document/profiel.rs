//! The profiles carry the requirements of the handbook, from the place that was chosen.

use wep::handbook::{EISEN_COORDINATOR, EISEN_WEP_WERKER_BIJLAGE, EISEN_WEP_WERKER_PARAGRAAF, Eisen, VERSCHILLEN};
use wep::model::{JaNee, ProfielBron};

use super::{compose, folded, veldrijk};

fn carries(text: &str, eisen: &Eisen) {
    for eis in eisen.groepen.iter().flat_map(|groep| groep.eisen) {
        assert!(text.contains(eis), "{eis}");
    }
    assert!(text.contains(eisen.lopende_tekst) && text.contains(eisen.paragraaf.0));
}

fn numbers(eisen: &Eisen) -> [usize; 3] {
    eisen.groepen.map(|groep| groep.eisen.len())
}

#[test]
fn s8_s9_the_coordinator_has_every_requirement_and_an_employer() {
    let text = folded(&compose("profiel-coordinator", &veldrijk()));
    carries(&text, &EISEN_COORDINATOR);
    assert_eq!(numbers(&EISEN_COORDINATOR), [3, 5, 7]);
    for fact in ["Welzijn Veldrijk", "24 uur per week", "sociale kaart", "spin in het web"] {
        assert!(text.contains(fact), "{fact}");
    }
}

#[test]
fn s8_both_functions_can_be_one_person() {
    let mut project = veldrijk();
    assert!(!folded(&compose("profiel-coordinator", &project)).contains("beide functies in één persoon"));
    project.team.coordinator.ook_wep_werker = Some(JaNee(true));
    assert!(folded(&compose("profiel-coordinator", &project)).contains("beide functies in één persoon"));
}

#[test]
fn s10_b2_bijlage_2_is_the_default_and_the_document_says_which_was_used() {
    let mut project = veldrijk();
    assert_eq!((numbers(&EISEN_WEP_WERKER_PARAGRAAF), numbers(&EISEN_WEP_WERKER_BIJLAGE)), ([3, 3, 4], [3, 5, 7]));
    for (bron, eisen, said) in [
        (None, EISEN_WEP_WERKER_BIJLAGE, "Dit profiel volgt bijlage 2."),
        (Some(ProfielBron::Bijlage), EISEN_WEP_WERKER_BIJLAGE, "Dit profiel volgt bijlage 2."),
        (Some(ProfielBron::Paragraaf), EISEN_WEP_WERKER_PARAGRAAF, "Dit profiel volgt §3.5."),
    ] {
        project.team.profiel_wep_werker = bron;
        let text = folded(&compose("profiel-wep-werker", &project));
        carries(&text, &eisen);
        assert!(text.contains(said), "{bron:?}");
        assert!(VERSCHILLEN.iter().all(|verschil| text.contains(verschil.bijlage)), "the differences are shown");
    }
}

#[test]
fn vacancy_and_selection_sheet_ask_the_same() {
    let project = veldrijk();
    for (slug, eisen) in [
        ("vacature-coordinator", EISEN_COORDINATOR),
        ("selectie-coordinator", EISEN_COORDINATOR),
        ("vacature-wep-werker", EISEN_WEP_WERKER_BIJLAGE),
        ("selectie-wep-werker", EISEN_WEP_WERKER_BIJLAGE),
    ] {
        carries(&folded(&compose(slug, &project)), &eisen);
    }
    assert!(folded(&compose("vacature-wep-werker", &project)).contains("20 en 12 uur per week"));
}

#[test]
fn an_expert_by_experience_is_marked_as_an_addition() {
    let mut project = veldrijk();
    let addition = "De handleiding van 2012 noemt die rol niet";
    assert!(folded(&compose("profiel-wep-werker", &project)).contains(addition));
    project.team.ervaringsdeskundige_welkom = None;
    assert!(!folded(&compose("profiel-wep-werker", &project)).contains(addition));
}
