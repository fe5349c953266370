//! The view of the inventory: per wijk first what there is, then what is missing (W2), and the ideas of the handbook
//! (W3–W5, B6).

use serde::Serialize;
use serde_json::Value;

use super::super::wording::{filled, short_name_of, who};
use super::{activiteiten_in, plek, wijken};
use crate::handbook::{self, IDEEEN, IdeeBeschrijving, IdeeSoort};
use crate::model::{Activiteit, Datum, Herhaling, Idee, Project, Stand, Wijk};

#[derive(Serialize)]
struct View {
    handleiding: &'static str,
    naam: Option<String>,
    leeg: bool,
    wijken: Vec<WijkView>,
    groepen: [GroepView; 4],
}

#[derive(Serialize)]
struct WijkView {
    naam: Option<String>,
    bestaat: Vec<RijView>,
    /// What organisations offer here, as far as it is not among the activities.
    aanbod: Vec<AanbodView>,
    behoeften: Vec<String>,
    ontwikkelen: Vec<RijView>,
    /// It is not said whether these are there.
    onbekend: Vec<RijView>,
}

#[derive(Serialize)]
struct RijView {
    naam: Option<String>,
    wanneer: Option<String>,
    plek: Option<String>,
    voor_wie: Option<String>,
    begeleiding: Option<String>,
    behoefte: Option<String>,
    wie: Option<String>,
    klaar: Option<String>,
}

#[derive(Serialize)]
struct AanbodView {
    naam: String,
    organisatie: Option<String>,
    voor_wie: Option<String>,
}

/// The ideas of one sort.
#[derive(Serialize)]
struct GroepView {
    titel: &'static str,
    paragraaf: &'static str,
    ideeen: Vec<IdeeView>,
}

#[derive(Serialize)]
struct IdeeView {
    #[serde(flatten)]
    idee: IdeeBeschrijving,
    /// The wijken where it is already, or being made.
    waar: Vec<String>,
}

pub fn view(project: &Project) -> Value {
    let groep = |titel, paragraaf, soort| {
        let of_soort = IDEEEN.iter().filter(|one| one.soort == soort);
        let ideeen = of_soort.map(|one| IdeeView { idee: *one, waar: places_of(project, one.idee) }).collect();
        GroepView { titel, paragraaf, ideeen }
    };
    let view = View {
        handleiding: handbook::TITLE,
        naam: filled(&project.wep.naam),
        leeg: project.activiteiten.activiteiten.is_empty(),
        wijken: wijken(project).map(|wijk| of_wijk(project, wijk)).collect(),
        groepen: [
            groep("Elke week, in het wijkcentrum", "§4.2.1", IdeeSoort::Wekelijks),
            groep("Zo nu en dan, in het wijkcentrum", "§4.2.2", IdeeSoort::Incidenteel),
            groep("Buiten het wijkcentrum", "§4.2.3", IdeeSoort::Buiten),
            groep("Uit de voorbeelden", "bijlage 6", IdeeSoort::Bijlage),
        ],
    };
    serde_json::to_value(view).unwrap_or_default()
}

fn of_wijk(project: &Project, wijk: &Wijk) -> WijkView {
    let here = activiteiten_in(project, wijk);
    let of_stand =
        |stand: Option<Stand>| here.iter().filter(|one| one.stand == stand).map(|one| row(project, one)).collect();
    let needs = project.organisaties.behoeften.iter().filter(|need| need.wijk.is_some() && need.wijk == wijk.id);
    WijkView {
        naam: filled(&wijk.naam),
        bestaat: of_stand(Some(Stand::Bestaat)),
        aanbod: offers(project, wijk, &here),
        behoeften: needs.filter_map(|need| filled(&need.omschrijving)).collect(),
        ontwikkelen: of_stand(Some(Stand::Ontwikkelen)),
        onbekend: of_stand(None),
    }
}

fn row(project: &Project, one: &Activiteit) -> RijView {
    RijView {
        naam: filled(&one.naam),
        wanneer: one.wanneer.map(Herhaling::text),
        plek: plek(project, one),
        voor_wie: filled(&one.voor_wie),
        begeleiding: filled(&one.begeleiding),
        behoefte: filled(&one.behoefte),
        wie: who(project, &one.wie),
        klaar: one.klaar.map(Datum::long),
    }
}

/// What organisations offer in this wijk under a name that no activity has.
fn offers(project: &Project, wijk: &Wijk, activities: &[&Activiteit]) -> Vec<AanbodView> {
    let Some(id) = wijk.id.as_deref() else { return Vec::new() };
    let known = |name: &str| {
        activities.iter().any(|one| filled(&one.naam).is_some_and(|other| other.to_lowercase() == name.to_lowercase()))
    };
    let mut found = Vec::new();
    for organisatie in &project.organisaties.organisaties {
        for offer in organisatie.aanbod.iter().filter(|offer| organisatie.wijken_of(offer).contains(&id)) {
            let Some(naam) = filled(&offer.naam).filter(|naam| !known(naam)) else { continue };
            let organisatie = short_name_of(project, &organisatie.id);
            found.push(AanbodView { naam, organisatie, voor_wie: filled(&offer.doelgroep) });
        }
    }
    found
}

/// Where an idea is already, wijk by wijk.
fn places_of(project: &Project, idee: Idee) -> Vec<String> {
    let all = project.wep.wijken.iter().filter_map(|wijk| {
        let here = activiteiten_in(project, wijk);
        let mut here = here.iter().filter(|one| one.idee == Some(idee)).peekable();
        let name = filled(&wijk.naam)?;
        here.peek()?;
        Some(if here.any(|one| one.bestaat()) { name } else { format!("{name} (in voorbereiding)") })
    });
    all.collect()
}
