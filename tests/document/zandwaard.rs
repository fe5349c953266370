//! A second gemeente, unlike the example: two coordinators, thirty activities, another rhythm, a shortage, a place chosen
//! against the judgement.

use wep::check::{Level, check};
use wep::document::KINDS;
use wep::model::{JaNee, Locatiebijeenkomst, Project};

use super::plan_van_aanpak::dertig;
use super::{compose, folded, gaps_of};

pub fn zandwaard() -> Project {
    let mut project = dertig();
    let overleg = &mut project.overleg;
    overleg.dag = "laatste donderdag".parse().ok();
    overleg.tijd = "15.30".parse().ok();
    overleg.daarna_om_de_maanden = Some(3);
    overleg.daarna_aantal_bijeenkomsten = Some(4);
    overleg.bij_goede_voortgang_per_jaar = Some(2);
    overleg.eerste_bijeenkomst = None;
    overleg.verzet.clear();
    overleg.vervallen.clear();
    overleg.agendapunten.clear();
    // Only the largest contribution is left, and nobody has said how the rest is found.
    project.begroting.dekking.truncate(1);
    project.begroting.tekorten.clear();
    for place in &mut project.locaties.locaties {
        match place.id.as_deref() {
            Some("de-boomgaard") => place.gekozen = Some(JaNee(false)),
            Some("pnielkerk") => {
                place.gekozen = Some(JaNee(true));
                place.bijeenkomst = Locatiebijeenkomst {
                    datum: "2027-03-02".parse().ok(),
                    begin: "19.00".parse().ok(),
                    einde: "21.00".parse().ok(),
                };
            }
            _ => {}
        }
    }
    project
}

#[test]
fn every_document_of_another_gemeente_is_whole() {
    let project = zandwaard();
    let findings = check(&project);
    assert!(findings.iter().all(|finding| finding.level() == Level::Warning), "{findings:#?}");
    for kind in KINDS {
        assert_eq!(gaps_of(&compose(kind.slug, &project)), [""; 0], "{}", kind.slug);
    }
}

#[test]
fn s6_s12_s13_what_is_different_is_said() {
    let project = zandwaard();
    let says = |slug: &str, text: &str| {
        let document = folded(&compose(slug, &project));
        assert!(document.contains(text), "{slug} lacks {text}: {document}");
    };
    says("overleg-kalender", "laatste donderdag");
    says(
        "keuzes",
        "Drie maanden elke maand, daarna eens per drie maanden. Gaat het goed, dan twee keer per jaar. Dat wijkt af",
    );
    says("locatie-vergelijking", "Gekozen: Pniëlkerk. Dat is een andere keuze dan uit de beoordeling volgt.");
    says("begroting", "tekort");
    says("plan-van-aanpak", "Bas van Rijn");
    assert!(check(&project).iter().any(|finding| finding.message.contains("tekort")));
}
