//! The papers about the places: compared on the three requirements, and talked over with those who work there.

use wep::check::{Code, check};
use wep::handbook::{BIJEENKOMST, VEREISTEN};
use wep::model::{JaNee, Oordeel};

use super::{compose, folded, veldrijk};

#[test]
fn s13_every_place_is_judged_on_the_three_requirements_with_a_reason() {
    let project = veldrijk();
    let text = folded(&compose("locatie-vergelijking", &project));
    assert!(VEREISTEN.iter().all(|vereiste| text.contains(vereiste.0)));
    for place in &project.locaties.locaties {
        for judgement in [&place.laagdrempelig, &place.voorzieningen, &place.bereikbaar] {
            assert!(text.contains(judgement.toelichting.as_deref().unwrap()), "{place:?}");
        }
    }
    assert!(text.contains("Voorstel: Wijkcentrum De Korenmolen. Deze plek voldoet aan de drie vereisten."));
    assert!(!text.contains("andere keuze"));
    assert!(text.contains("zijn een toevoeging van wep"), "the points for visitors are ours");
}

#[test]
fn s13_a_choice_against_the_judgement_is_said() {
    let mut project = veldrijk();
    for place in &mut project.locaties.locaties {
        let school = place.id.as_deref() == Some("basisschool-de-sluis");
        if place.wijk.as_deref() == Some("molenkwartier") {
            place.gekozen = Some(JaNee(school));
        }
    }
    let text = folded(&compose("locatie-vergelijking", &project));
    assert!(text.contains("Gekozen: Basisschool De Sluis. Dat is een andere keuze dan uit de beoordeling volgt."));
    project.locaties.locaties[0].laagdrempelig.oordeel = Some(Oordeel::Niet);
    assert!(folded(&compose("locatie-vergelijking", &project)).contains("Geen van de plekken voldoet"));
}

#[test]
fn s11_staff_and_volunteers_of_each_chosen_place_are_asked_for_ideas_and_hear_what_it_means() {
    let project = veldrijk();
    for slug in ["locatie-uitnodiging", "locatie-agenda"] {
        let text = folded(&compose(slug, &project));
        for (titel, vraag) in BIJEENKOMST {
            assert_eq!(text.matches(vraag).count(), 3, "{titel} in {slug}: once for each place");
        }
        for fact in ["dinsdag 9 februari 2027", "10.00 tot 12.00 uur", "Samira el Idrissi", "§3.6"] {
            assert!(text.contains(fact) || text.contains("Dinsdag 9 februari 2027"), "{fact} in {slug}");
        }
        assert!(!text.contains("Pniëlkerk"), "only of places that are chosen");
    }
}

#[test]
fn a_meeting_that_ends_before_it_begins_is_an_error() {
    let mut project = veldrijk();
    project.locaties.locaties[0].bijeenkomst.einde = Some("9.00".parse().unwrap());
    let findings = check(&project);
    assert!(findings.iter().any(|finding| finding.code == Code::TimeDoesNotFit && finding.message.contains("09.00")));
}
