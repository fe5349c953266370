//! What the sociale kaart still needs (S3, handbook §3.2): the same things that it shows as gaps.

use std::collections::BTreeSet;

use super::super::{Finding, Route};
use super::{gaps, is_filled};
use crate::model::{Aanbod, Organisatie, Project, Relatie, Rol, file};

pub fn check(project: &Project) -> Vec<Finding> {
    let organisaties = &project.organisaties.organisaties;
    // What a party to the convenant needs, the rule for the convenant asks already.
    let parties: BTreeSet<&str> = project.partij_ids().collect();
    let mut findings =
        gaps(file::ORGANISATIES, [(!organisaties.is_empty(), "organisaties".into(), "de organisaties die meedoen")]);
    for (index, one) in organisaties.iter().enumerate() {
        let is_party = one.id.as_deref().is_some_and(|id| parties.contains(id));
        findings.extend(of_organisatie(&Route::from("organisaties").index(index), one, is_party));
    }
    findings.extend(of_needs(project));
    findings
}

fn of_organisatie(route: &Route, one: &Organisatie, is_party: bool) -> Vec<Finding> {
    let naam = one.naam.as_deref().unwrap_or("deze organisatie");
    let signs = is_party || !one.rollen.contains(&Rol::Partner) || is_filled(&one.vertegenwoordiger.naam);
    let wanted = [
        (is_party || is_filled(&one.naam), route.field("naam"), "de naam van deze organisatie".to_owned()),
        (one.sector.is_some(), route.field("sector"), format!("de sector van {naam}")),
        (
            is_filled(&one.telefoon) || is_filled(&one.email),
            route.field("telefoon"),
            format!("een telefoonnummer of e-mailadres van {naam}"),
        ),
        (signs, route.field("vertegenwoordiger").field("naam"), format!("wie namens {naam} mag tekenen")),
    ];
    let wanted = wanted.iter().map(|(there, route, what)| (*there, route.clone(), what.as_str()));
    let mut findings = gaps(file::ORGANISATIES, wanted);
    for (index, offer) in one.aanbod.iter().enumerate() {
        findings.extend(of_offer(&route.field("aanbod").index(index), offer));
    }
    for (index, relation) in one.relaties.iter().enumerate() {
        findings.extend(of_relation(&route.field("relaties").index(index), relation));
    }
    findings
}

fn of_offer(route: &Route, offer: &Aanbod) -> Vec<Finding> {
    let naam = offer.naam.as_deref().unwrap_or("dit aanbod");
    let (domains, elements) =
        (format!("bij welke leefgebieden {naam} helpt"), format!("welk deel van het steunsysteem {naam} is"));
    let wanted = [
        (is_filled(&offer.naam), route.field("naam"), "de naam van dit aanbod"),
        (!offer.leefgebieden.is_empty(), route.field("leefgebieden"), domains.as_str()),
        (!offer.steunsysteem.is_empty(), route.field("steunsysteem"), elements.as_str()),
    ];
    gaps(file::ORGANISATIES, wanted)
}

fn of_relation(route: &Route, relation: &Relatie) -> Vec<Finding> {
    let wanted = [
        (is_filled(&relation.met), route.field("met"), "met welke organisatie deze relatie is"),
        (relation.soort.is_some(), route.field("soort"), "wat voor relatie dit is"),
    ];
    gaps(file::ORGANISATIES, wanted)
}

fn of_needs(project: &Project) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (index, need) in project.organisaties.behoeften.iter().enumerate() {
        let route = Route::from("behoeften").index(index);
        let wanted = [
            (is_filled(&need.wijk), route.field("wijk"), "in welke wijk dit nodig is"),
            (need.leefgebied.is_some(), route.field("leefgebied"), "bij welk leefgebied deze behoefte hoort"),
            (is_filled(&need.omschrijving), route.field("omschrijving"), "wat er in deze wijk nodig is"),
        ];
        findings.extend(gaps(file::ORGANISATIES, wanted));
    }
    findings
}
