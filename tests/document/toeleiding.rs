//! The intake form, the protocol and the sheet for referrers.

use wep::check::{Code, check};
use wep::handbook::{HUISREGELS, NIET_BIJ_WEP, PARTICIPATIE};
use wep::model::JaNee;
use wep::tree::{Block, Document, Field};

use super::{compose, folded, veldrijk};

fn fields(document: &Document) -> Vec<Field> {
    let mut found = Vec::new();
    for block in &document.body {
        block.visit(&mut |block| {
            if let Block::Form { fields } = block {
                found.extend(fields.clone());
            }
        });
    }
    found
}

#[test]
fn b8_every_question_of_the_handbook_is_asked_once() {
    let fields = fields(&compose("intakeformulier", &veldrijk()));
    for question in [
        "datum van het gesprek",
        "wie voert het gesprek",
        "wie heeft u aangemeld",
        "naam",
        "adres",
        "postcode",
        "telefoon (mag leeg)",
        "e-mail (mag leeg)",
        "geboortedatum",
        "culturele achtergrond",
        "opleiding, cursussen en werk",
        "hobby’s",
        "behoefte",
        "welke activiteiten",
        "lastig om te komen",
        "waar moeten wij op letten",
        "afspraken",
    ] {
        let asked = fields.iter().filter(|field| field.label.to_lowercase().starts_with(question));
        let anywhere = fields.iter().filter(|field| field.label.to_lowercase().contains(question)).count();
        assert!(asked.count() == 1 || anywhere == 1, "{question}: {anywhere}");
    }
    let mut labels: Vec<&str> = fields.iter().map(|field| field.label.as_str()).collect();
    let all = labels.len();
    labels.sort_unstable();
    labels.dedup();
    assert_eq!(labels.len(), all, "no question stands twice");
    for forbidden in ["diagnose", "bsn", "medicijn"] {
        assert!(fields.iter().all(|field| !field.label.to_lowercase().contains(forbidden)), "asks for {forbidden}");
    }
}

#[test]
fn x7_the_form_says_purpose_freedom_who_how_long_and_rights() {
    let text = folded(&compose("intakeformulier", &veldrijk()));
    for fact in [
        "om samen met u activiteiten te vinden die bij u passen",
        "U mag elke vraag leeg laten",
        "Alleen de coördinator, de WeP-werker van uw wijk.",
        "tot zes maanden nadat u stopt",
        "Stichting Welzijn Veldrijk",
        "uw uitdrukkelijke toestemming",
        "laten verbeteren of laten wissen",
        "privacy@gemeenteveldrijk.example",
        "Autoriteit Persoonsgegevens",
        "met uw taal, met eten of met feestdagen",
        "De webpagina bewaart niets en verstuurt niets",
        "wep leest een ingevuld formulier nooit",
        "(AVG), die geldt sinds 2018",
        "bijlage 8",
    ] {
        assert!(text.contains(fact), "{fact} in {text}");
    }
}

#[test]
fn x7_cultural_background_can_be_left_out_with_its_reason() {
    let mut project = veldrijk();
    project.toeleiding.intake.culturele_achtergrond = Some(JaNee(false));
    let document = compose("intakeformulier", &project);
    assert!(fields(&document).iter().all(|field| !field.label.contains("Culturele")));
    assert!(!folded(&document).contains("culturele achtergrond"));
}

#[test]
fn the_one_responsible_is_the_lead_unless_another_is_named() {
    let mut project = veldrijk();
    project.toeleiding.intake.verantwoordelijke = Some("gemeente".into());
    assert!(folded(&compose("intakeformulier", &project)).contains("Gemeente Veldrijk. Wij mogen"));
    project.toeleiding.intake.verantwoordelijke = Some("niemand".into());
    assert!(check(&project).iter().any(|finding| finding.code == Code::UnknownReference));
}

#[test]
fn g3_the_protocol_is_marked_as_ours_and_a_draft_until_it_is_settled() {
    let mut project = veldrijk();
    let document = compose("protocol", &project);
    let text = folded(&document);
    assert!(document.meta.draft);
    for fact in [
        "Dit model is van wep",
        "§1.3",
        "Komt iemand drie weken niet?",
        "(0199) 12 34 56",
        "Bel 112",
        "Wijkcentrum De Korenmolen",
    ] {
        assert!(text.contains(fact), "{fact} in {text}");
    }
    assert!(HUISREGELS.iter().all(|rule| text.contains(rule)));
    assert!(PARTICIPATIE.iter().all(|niveau| text.contains(niveau.uitleg)));
    assert!(text.contains("Nieuwe vrijwilligers volgen in hun eerste jaar de training."));
    project.toeleiding.protocol.vastgesteld_op = "2027-05-11".parse().ok();
    project.toeleiding.protocol.huisregels = vec!["Na tien uur geen muziek.".into()];
    let document = compose("protocol", &project);
    assert!(!document.meta.draft);
    let text = folded(&document);
    assert!(text.contains("Vastgesteld op 11 mei 2027.") && text.contains("Na tien uur geen muziek."));
    assert!(!text.contains(HUISREGELS[0]));
}

#[test]
fn w1_w7_the_sheet_tells_referrers_how_to_push_and_what_not_to_share() {
    let mut project = veldrijk();
    let text = folded(&compose("verwijzers", &project));
    for fact in [
        "Ga mee. Kom de eerste twee keer zelf mee, of vraag een maatje of vrijwilliger.",
        "Overleg met ons.",
        "Neem de folder en het programma mee",
        "binnen drie werkdagen",
        "met uw cliënt en met u",
        "Deel geen diagnose",
        "Uw beroepsgeheim blijft gelden",
        "§4.1",
        "§4.5",
        "Dit blad is een toevoeging van wep",
        "Joost Hiemstra Molenkwartier en De Hoven",
    ] {
        assert!(text.contains(fact), "{fact} in {text}");
    }
    assert!(NIET_BIJ_WEP.iter().all(|one| text.contains(one)));
    project.toeleiding.verwijzers.keren_meekomen = Some(1);
    assert!(folded(&compose("verwijzers", &project)).contains("Kom de eerste keer zelf mee"));
}
