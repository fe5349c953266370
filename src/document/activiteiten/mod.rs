//! The papers about the activities: the programme per wijk, the inventory, and the calendar file (W2–W5, B6, handbook
//! §4.2 and bijlage 6).

mod dagen;
mod feed;
mod inventaris;
mod programma;

use super::wording::{filled, place};
use crate::model::{Activiteit, Project, Wijk};

pub use feed::ACTIVITEITEN_FEED;
pub use inventaris::view as inventaris_view;
pub use programma::{meta as programma_meta, view as programma_view};

/// The wijken for which papers are made: all, or the one that was asked for.
fn wijken(project: &Project) -> impl Iterator<Item = &Wijk> {
    let alleen = project.activiteiten.alleen.as_deref();
    project.wep.wijken.iter().filter(move |wijk| alleen.is_none_or(|id| wijk.id.as_deref() == Some(id)))
}

/// The activities in a wijk, as they are written.
fn activiteiten_in<'a>(project: &'a Project, wijk: &Wijk) -> Vec<&'a Activiteit> {
    let id = wijk.id.as_deref().unwrap_or_default();
    project.activiteiten.activiteiten.iter().filter(|one| one.is_in(id)).collect()
}

/// The name of the place; without a place of the list, what is written about it.
fn plek(project: &Project, activiteit: &Activiteit) -> Option<String> {
    match filled(&activiteit.locatie) {
        Some(id) => place(project, &Some(id)).0,
        None => filled(&activiteit.waar),
    }
}

/// The room, or where people gather; nothing when that is the place itself.
fn zaal(activiteit: &Activiteit) -> Option<String> {
    filled(&activiteit.waar).filter(|_| filled(&activiteit.locatie).is_some())
}

/// The address of the place of the list.
fn adres(project: &Project, activiteit: &Activiteit) -> Option<String> {
    place(project, &activiteit.locatie).1
}
