//! What the sociale kaart tells of each organisation, sector by sector (S2, S3, handbook §3.2).

use std::collections::BTreeSet;

use serde::Serialize;

use super::namen::{name, wijk};
use super::netwerk::Netwerk;
use crate::document::wording::{address, capitalised, filled};
use crate::model::{Aanbod, Organisatie, Project, RelatieSoort, Sector};

#[derive(Serialize)]
pub struct OrganisatieView {
    naam: Option<String>,
    kort: String,
    sector: Option<&'static str>,
    beschrijving: Option<String>,
    rollen: Vec<&'static str>,
    wijken: Vec<String>,
    aanbod: Vec<AanbodView>,
    adres: Option<String>,
    vestigingen: Vec<VestigingView>,
    telefoon: Option<String>,
    andere_telefoons: Vec<TelefoonView>,
    email: Option<String>,
    website: Option<String>,
    bereikbaar: bool,
    contactpersonen: Vec<ContactView>,
    relaties: Vec<RelatieView>,
    verwijzers: Vec<String>,
    /// A partner says who may sign for it.
    is_partner: bool,
    vertegenwoordiger: Option<String>,
    functie: Option<String>,
    nagekeken_op: Option<String>,
}

#[derive(Serialize)]
struct AanbodView {
    naam: Option<String>,
    beschrijving: Option<String>,
    leefgebieden: Vec<&'static str>,
    steunsysteem: Vec<&'static str>,
    /// Empty where the offer is in all wijken of the organisation.
    wijken: Vec<String>,
    doelgroep: Option<String>,
    kosten: Option<String>,
    aanmelden: Option<String>,
}

#[derive(Serialize)]
struct VestigingView {
    naam: Option<String>,
    adres: Option<String>,
    telefoon: Option<String>,
}

#[derive(Serialize)]
struct TelefoonView {
    nummer: String,
    waarvoor: Option<String>,
}

#[derive(Serialize)]
struct ContactView {
    naam: Option<String>,
    functie: Option<String>,
    telefoon: Option<String>,
    email: Option<String>,
}

#[derive(Serialize)]
struct RelatieView {
    hoe: Option<&'static str>,
    met: Option<String>,
    toelichting: Option<String>,
}

#[derive(Serialize)]
pub struct SectorView {
    naam: Option<String>,
    organisaties: Vec<OrganisatieView>,
}

pub fn organisaties(project: &Project, netwerk: &Netwerk, order: &[usize]) -> Vec<OrganisatieView> {
    let all = &project.organisaties.organisaties;
    let parties: BTreeSet<&str> = project.partij_ids().collect();
    let mut verwijzers: Vec<Vec<String>> = vec![Vec::new(); all.len()];
    for index in order {
        for relation in &all[*index].relaties {
            let other = relation.met.as_deref().and_then(|id| netwerk.organisatie(id));
            if let Some(other) = other.filter(|_| relation.soort == Some(RelatieSoort::VerwijstNaar)) {
                verwijzers[other].push(name(project, *index));
            }
        }
    }
    order
        .iter()
        .map(|index| {
            let one = &all[*index];
            OrganisatieView {
                naam: filled(&one.naam),
                kort: name(project, *index),
                sector: one.sector.map(|sector| sector.term().name),
                beschrijving: filled(&one.beschrijving),
                rollen: one.rollen.iter().map(|rol| rol.term().name).collect(),
                wijken: wijken_of(project, netwerk, *index),
                aanbod: one.aanbod.iter().map(|offer| aanbod(project, netwerk, offer)).collect(),
                adres: address(&one.adres),
                vestigingen: vestigingen(one),
                telefoon: filled(&one.telefoon),
                andere_telefoons: telefoons(one),
                email: filled(&one.email),
                website: filled(&one.website),
                bereikbaar: filled(&one.telefoon).is_some() || filled(&one.email).is_some(),
                contactpersonen: contactpersonen(one),
                relaties: relaties(project, netwerk, one),
                verwijzers: std::mem::take(&mut verwijzers[*index]),
                is_partner: one.is_partner(&parties),
                vertegenwoordiger: filled(&one.vertegenwoordiger.naam),
                functie: filled(&one.vertegenwoordiger.functie),
                nagekeken_op: one.nagekeken_op.map(|day| day.long()),
            }
        })
        .collect()
}

fn wijken_of(project: &Project, netwerk: &Netwerk, index: usize) -> Vec<String> {
    let there = netwerk.wijken(index);
    if there.len() > 1 && there.len() == project.wep.wijken.len() {
        return vec!["alle wijken".to_owned()];
    }
    there.iter().map(|index| wijk(project, *index)).collect()
}

fn aanbod(project: &Project, netwerk: &Netwerk, offer: &Aanbod) -> AanbodView {
    let there: BTreeSet<usize> = offer.wijken.iter().filter_map(|id| netwerk.wijk(id)).collect();
    AanbodView {
        naam: filled(&offer.naam),
        beschrijving: filled(&offer.beschrijving),
        leefgebieden: offer.leefgebieden.iter().map(|one| one.term().name).collect(),
        steunsysteem: offer.steunsysteem.iter().map(|one| one.term().name).collect(),
        wijken: there.into_iter().map(|index| wijk(project, index)).collect(),
        doelgroep: filled(&offer.doelgroep),
        kosten: filled(&offer.kosten),
        aanmelden: filled(&offer.aanmelden),
    }
}

fn vestigingen(one: &Organisatie) -> Vec<VestigingView> {
    let all = one.vestigingen.iter().map(|branch| VestigingView {
        naam: filled(&branch.naam),
        adres: address(&branch.adres),
        telefoon: filled(&branch.telefoon),
    });
    all.filter(|branch| branch.naam.is_some() || branch.adres.is_some()).collect()
}

fn telefoons(one: &Organisatie) -> Vec<TelefoonView> {
    let all = one.andere_telefoons.iter();
    all.filter_map(|phone| Some(TelefoonView { nummer: filled(&phone.nummer)?, waarvoor: filled(&phone.waarvoor) }))
        .collect()
}

fn contactpersonen(one: &Organisatie) -> Vec<ContactView> {
    let all = one.contactpersonen.iter().map(|person| ContactView {
        naam: filled(&person.naam),
        functie: filled(&person.functie),
        telefoon: filled(&person.telefoon),
        email: filled(&person.email),
    });
    all.filter(|person| person.naam.is_some() || person.functie.is_some()).collect()
}

fn relaties(project: &Project, netwerk: &Netwerk, one: &Organisatie) -> Vec<RelatieView> {
    let all = one.relaties.iter().map(|relation| RelatieView {
        hoe: relation.soort.map(RelatieSoort::verb),
        met: filled(&relation.met).map(|id| netwerk.organisatie(&id).map_or(id, |index| name(project, index))),
        toelichting: filled(&relation.toelichting),
    });
    all.collect()
}

/// The entries by sector, in the order of [`Sector::ALL`]; those without a sector come last.
pub fn sectoren(project: &Project, netwerk: &Netwerk, order: &[usize]) -> Vec<SectorView> {
    let sectors = Sector::ALL.into_iter().map(Some).chain([None]);
    let all = &project.organisaties.organisaties;
    let entries = organisaties(project, netwerk, order);
    let mut entries: Vec<(Option<Sector>, Option<OrganisatieView>)> =
        order.iter().map(|index| all[*index].sector).zip(entries.into_iter().map(Some)).collect();
    let groups = sectors.map(|sector| SectorView {
        naam: sector.map(|sector| capitalised(sector.term().name)),
        organisaties: entries
            .iter_mut()
            .filter(|(of, _)| *of == sector)
            .filter_map(|(_, entry)| entry.take())
            .collect(),
    });
    groups.filter(|group| !group.organisaties.is_empty()).collect()
}
