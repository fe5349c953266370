//! What documents still need of the places that they name: asked once, whichever of them shows it (handbook §3.8).

use std::collections::BTreeSet;

use super::super::{Finding, Route};
use super::{gaps, is_filled};
use crate::model::{Project, file};

pub fn check(project: &Project) -> Vec<Finding> {
    let places = &project.locaties.locaties;
    let chosen = places.iter().any(|place| place.is_gekozen());
    let mut findings = gaps(file::LOCATIES, [(chosen, "locaties".into(), "een plek die gekozen is (gekozen: ja)")]);
    let (named, with_address) = (named(project), with_address(project));
    let in_convenant = project.convenant.has_artikel("locatie");
    for (index, place) in places.iter().enumerate() {
        let is_among = |ids: &BTreeSet<&str>| place.id.as_deref().is_some_and(|id| ids.contains(id));
        let wijk = in_convenant && place.is_gekozen();
        let adres = wijk || is_among(&with_address);
        let naam = adres || is_among(&named);
        let route = Route::from("locaties").index(index);
        let wanted = [
            (!naam || is_filled(&place.naam), route.field("naam"), "de naam van deze plek"),
            (!adres || is_filled(&place.adres.straat), route.field("adres").field("straat"), "de straat van deze plek"),
            (!adres || is_filled(&place.adres.plaats), route.field("adres").field("plaats"), "de plaats van deze plek"),
            (!wijk || is_filled(&place.wijk), route.field("wijk"), "de wijk waarin deze plek ligt"),
        ];
        findings.extend(gaps(file::LOCATIES, wanted));
    }
    findings
}

/// The ids of the places of which a document shows a missing name: where people meet, and where an activity is.
fn named(project: &Project) -> BTreeSet<&str> {
    let meetings = [&project.overleg.locatie, &project.overleg.wijknetwerk.locatie];
    let activities = project.activiteiten.activiteiten.iter().filter(|one| one.bestaat()).map(|one| &one.locatie);
    meetings.into_iter().chain(activities).filter_map(|id| id.as_deref()).collect()
}

/// The ids of the places of which a document also shows a missing address: whom it invites must find the way.
fn with_address(project: &Project) -> BTreeSet<&str> {
    let information = project.voorlichting.plekken().map(|waar| &waar.locatie);
    [&project.startbijeenkomst.locatie].into_iter().chain(information).filter_map(|id| id.as_deref()).collect()
}
