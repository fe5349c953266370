//! Where organisations are: their visiting address, their other places, and the meeting places that they run.

use super::facts::{name, organisation_key};
use super::text::one_line;
use crate::model::{Adres, Organisatie, Project};

/// A place with what is known of it.
pub struct Place<'a> {
    pub kind: PlaceKind,
    pub name: Option<String>,
    pub organisatie: Option<&'a Organisatie>,
    /// The id of the wijk in which it lies, where the data say so.
    pub wijk: Option<&'a str>,
    pub adres: &'a Adres,
    pub telefoon: Option<String>,
    /// What identifies it within the gemeente.
    pub key: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlaceKind {
    /// The visiting address of an organisation.
    Organisatie,
    /// Another place of an organisation.
    Vestiging,
    /// A place where people meet, from `locaties.yaml`.
    Locatie,
}

impl PlaceKind {
    pub fn name(self) -> &'static str {
        match self {
            PlaceKind::Organisatie => "organisatie",
            PlaceKind::Vestiging => "vestiging",
            PlaceKind::Locatie => "locatie",
        }
    }
}

impl Place<'_> {
    /// Longitude and latitude in degrees, when both are given and the latitude exists.
    pub fn coordinates(&self) -> Option<(f64, f64)> {
        let (longitude, latitude) = (self.adres.lengtegraad?.degrees(), self.adres.breedtegraad?.degrees());
        (latitude.abs() <= 90.0).then_some((longitude, latitude))
    }

    pub fn key(&self) -> Vec<&str> {
        self.key.iter().map(String::as_str).collect()
    }

    fn says_something(&self) -> bool {
        let Adres { straat, postcode, plaats, .. } = self.adres;
        let known = [straat, postcode, plaats].into_iter().any(|part| one_line(part).is_some());
        known || self.coordinates().is_some() || (self.kind != PlaceKind::Organisatie && self.name.is_some())
    }
}

/// The places of one organisation, those of `locaties.yaml` that it runs last.
pub fn places_of<'a>(project: &'a Project, organisatie: &'a Organisatie) -> Vec<Place<'a>> {
    let runs = |place: &Place<'_>| place.organisatie.is_some_and(|runs| std::ptr::eq(runs, organisatie));
    own_places(organisatie)
        .chain(meeting_places(project).into_iter().filter(runs))
        .filter(Place::says_something)
        .collect()
}

/// Every place of the gemeente, each once.
pub fn all_places(project: &Project) -> Vec<Place<'_>> {
    let own = project.organisaties.organisaties.iter().flat_map(own_places);
    own.chain(meeting_places(project)).filter(Place::says_something).collect()
}

fn own_places(organisatie: &Organisatie) -> impl Iterator<Item = Place<'_>> {
    let key = organisation_key(organisatie);
    let main = Place {
        kind: PlaceKind::Organisatie,
        name: name(organisatie),
        organisatie: Some(organisatie),
        wijk: None,
        adres: &organisatie.adres,
        telefoon: one_line(&organisatie.telefoon),
        key: vec![key.clone()],
    };
    let others = organisatie.vestigingen.iter().map(move |vestiging| Place {
        kind: PlaceKind::Vestiging,
        name: one_line(&vestiging.naam),
        organisatie: Some(organisatie),
        wijk: vestiging.wijk.as_deref(),
        adres: &vestiging.adres,
        telefoon: one_line(&vestiging.telefoon),
        key: vec![
            key.clone(),
            one_line(&vestiging.naam).or_else(|| one_line(&vestiging.adres.straat)).unwrap_or_default(),
        ],
    });
    std::iter::once(main).chain(others)
}

fn meeting_places(project: &Project) -> Vec<Place<'_>> {
    let places = project.locaties.locaties.iter().map(|locatie| Place {
        kind: PlaceKind::Locatie,
        name: one_line(&locatie.naam),
        organisatie: locatie.beheerder.as_deref().and_then(|id| project.organisatie(id)),
        wijk: locatie.wijk.as_deref(),
        adres: &locatie.adres,
        telefoon: None,
        key: vec![one_line(&locatie.id).or_else(|| one_line(&locatie.naam)).unwrap_or_default()],
    });
    places.collect()
}
