//! Where organisations are: their visiting address, their other places, and the meeting places that they run.

use std::collections::HashMap;

use super::facts::{Register, name, organisation_key};
use super::text::one_line;
use crate::model::{Adres, Locatie, Organisatie, Project};

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

/// Which organisation runs which meeting places.
pub struct Beheer<'a>(HashMap<*const Organisatie, Vec<&'a Locatie>>);

impl<'a> Beheer<'a> {
    pub fn of(project: &'a Project) -> Beheer<'a> {
        let register = Register::of(project);
        let mut runs: HashMap<*const Organisatie, Vec<&Locatie>> = HashMap::new();
        for locatie in &project.locaties.locaties {
            if let Some(beheerder) = register.find(&locatie.beheerder) {
                runs.entry(std::ptr::from_ref(beheerder)).or_default().push(locatie);
            }
        }
        Beheer(runs)
    }

    /// The places of one organisation, those of `locaties.yaml` that it runs last.
    pub fn places_of(&self, organisatie: &'a Organisatie) -> Vec<Place<'a>> {
        let runs = self.0.get(&std::ptr::from_ref(organisatie)).into_iter().flatten();
        own_places(organisatie)
            .chain(runs.map(|locatie| meeting_place(locatie, Some(organisatie))))
            .filter(Place::says_something)
            .collect()
    }
}

/// Every place of the gemeente, each once.
pub fn all_places(project: &Project) -> Vec<Place<'_>> {
    let register = Register::of(project);
    let own = project.organisaties.organisaties.iter().flat_map(own_places);
    let shared = project.locaties.locaties.iter();
    own.chain(shared.map(|locatie| meeting_place(locatie, register.find(&locatie.beheerder))))
        .filter(Place::says_something)
        .collect()
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

fn meeting_place<'a>(locatie: &'a Locatie, organisatie: Option<&'a Organisatie>) -> Place<'a> {
    Place {
        kind: PlaceKind::Locatie,
        name: one_line(&locatie.naam),
        organisatie,
        wijk: locatie.wijk.as_deref(),
        adres: &locatie.adres,
        telefoon: None,
        key: vec![one_line(&locatie.id).or_else(|| one_line(&locatie.naam)).unwrap_or_default()],
    }
}
