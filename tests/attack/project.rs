//! The example with a text in every place that holds many: an organisation, an activity, a meeting place and a post of the
//! budget for each text.

use wep::address;
use wep::model::{Aanbod, Activiteit, Kostenpost, Locatie, Organisatie, Project, Stand};

use crate::document::veldrijk;

/// A text that is an address is a good one in a field for addresses, and gives a link there.
fn no_address(text: &str) -> Option<String> {
    let is_address = address::mail(text).is_some() || address::phone(text).is_some() || address::site(text).is_some();
    (!is_address).then(|| text.to_owned()).or_else(|| Some("geen adres".to_owned()))
}

/// The example with these texts.
pub fn with(texts: &[String]) -> Project {
    let mut project = veldrijk();
    let organisatie = project.organisaties.organisaties[1].clone();
    let activiteit = project.activiteiten.activiteiten.iter().find(|one| one.bestaat()).unwrap().clone();
    let locatie = project.locaties.locaties[0].clone();
    let post = project.begroting.kosten[0].clone();
    for (number, text) in texts.iter().enumerate() {
        project.organisaties.organisaties.push(in_organisation(&organisatie, number, text));
        project.activiteiten.activiteiten.push(in_activity(&activiteit, number, text));
        project.locaties.locaties.push(in_place(&locatie, number, text));
        project.begroting.kosten.push(Kostenpost { omschrijving: Some(text.clone()), ..post.clone() });
    }
    project
}

fn in_organisation(pattern: &Organisatie, number: usize, whole: &str) -> Organisatie {
    // A very long text stands in one field, which is enough for what lays it out.
    let text = if whole.len() > 5_000 { "elders" } else { whole };
    let some = || Some(text.to_owned());
    let mut one = pattern.clone();
    one.id = Some(format!("aanval-{number:03}"));
    (one.naam, one.korte_naam, one.beschrijving, one.zetel, one.kvk) = (some(), some(), some(), some(), some());
    (one.telefoon, one.email, one.website) = (no_address(text), no_address(text), no_address(text));
    (one.adres.straat, one.adres.postcode, one.adres.plaats) = (some(), some(), some());
    (one.adres.breedtegraad, one.adres.lengtegraad) = ("53.2".parse().ok(), "5.8".parse().ok());
    (one.naam, one.korte_naam) = (Some(whole.to_owned()), Some(whole.to_owned()));
    one.aanbod.truncate(1);
    for offer in &mut one.aanbod {
        *offer = Aanbod {
            naam: some(),
            beschrijving: some(),
            doelgroep: some(),
            kosten: some(),
            aanmelden: some(),
            ..offer.clone()
        };
    }
    one.contactpersonen.truncate(1);
    for person in &mut one.contactpersonen {
        (person.naam, person.functie) = (Some(whole.to_owned()), some());
        (person.telefoon, person.email) = (no_address(text), no_address(text));
    }
    for relatie in &mut one.relaties {
        relatie.toelichting = some();
    }
    one
}

fn in_activity(pattern: &Activiteit, number: usize, text: &str) -> Activiteit {
    let some = || Some(text.to_owned());
    Activiteit {
        id: Some(format!("aanval-{number:03}")),
        stand: Some(Stand::Bestaat),
        naam: some(),
        omschrijving: some(),
        waar: some(),
        kosten: some(),
        voor_wie: some(),
        aanmelden: some(),
        begeleiding: some(),
        ..pattern.clone()
    }
}

fn in_place(pattern: &Locatie, number: usize, text: &str) -> Locatie {
    let mut one = Locatie { id: Some(format!("aanval-{number:03}")), naam: Some(text.to_owned()), ..pattern.clone() };
    one.adres.straat = Some(text.to_owned());
    one
}
