//! What the sociale kaart tells of each wijk, and the tables of what there is and is not (T1, T2, handbook §2.1, §2.2).

use std::collections::BTreeSet;

use serde::Serialize;

use super::dekking::{Dekking, Gevonden};
use super::namen::{few, name, wijk};
use super::netwerk::Netwerk;
use crate::document::wording::{address, capitalised, filled};
use crate::model::{Leefgebied, MssElement, Organisatie, Project};

/// So many columns of wijken stand in one table.
const KOLOMMEN: usize = 4;
/// So many names stand in one cell of a table; with more of them in any cell all cells give a number.
const NAMEN: usize = 3;
/// So many offers that are nowhere are told.
const NERGENS: usize = 12;

#[derive(Serialize)]
pub struct WijkView {
    naam: Option<String>,
    plekken: Vec<PlekView>,
    aanbod: Vec<WijkAanbod>,
    /// Who works here without an offer in the list.
    ook: Vec<String>,
}

#[derive(Serialize)]
struct PlekView {
    naam: String,
    adres: Option<String>,
    beheerder: Option<String>,
}

#[derive(Serialize)]
struct WijkAanbod {
    naam: Option<String>,
    van: String,
    leefgebieden: Vec<&'static str>,
}

#[derive(Serialize)]
pub struct DekkingView {
    tabellen: Vec<Tabel>,
    /// The cells hold numbers, not names.
    in_getallen: bool,
    vlekken: Vec<Vlek>,
    elementen: Vec<ElementRij>,
    elementen_zonder: Vec<&'static str>,
    zonder_aanbod: Vec<String>,
    nergens: Vec<String>,
    behoeften: Vec<BehoefteView>,
}

#[derive(Serialize)]
struct Tabel {
    wijken: Vec<Option<String>>,
    rijen: Vec<TabelRij>,
}

#[derive(Serialize)]
struct TabelRij {
    leefgebied: String,
    cellen: Vec<Vec<String>>,
}

#[derive(Serialize)]
struct Vlek {
    leefgebied: String,
    overal: bool,
    wijken: Vec<String>,
}

#[derive(Serialize)]
struct ElementRij {
    naam: String,
    cellen: Vec<Vec<String>>,
}

#[derive(Serialize)]
struct BehoefteView {
    wijk: Option<String>,
    leefgebied: Option<&'static str>,
    omschrijving: Option<String>,
    aanbieders: Vec<String>,
}

pub fn wijken(project: &Project, netwerk: &Netwerk, dekking: &Dekking) -> Vec<WijkView> {
    let mut plekken: Vec<Vec<PlekView>> = project.wep.wijken.iter().map(|_| Vec::new()).collect();
    for place in &project.locaties.locaties {
        let there = place.wijk.as_deref().and_then(|id| netwerk.wijk(id));
        if let Some((there, naam)) = there.zip(filled(&place.naam).or_else(|| address(&place.adres))) {
            let beheerder = place.beheerder.as_deref().and_then(|id| netwerk.organisatie(id));
            let beheerder = beheerder.map(|index| name(project, index));
            plekken[there].push(PlekView { naam, adres: address(&place.adres), beheerder });
        }
    }
    let all = &project.organisaties.organisaties;
    plekken
        .into_iter()
        .enumerate()
        .map(|(index, plekken)| {
            let found = dekking.aanbod_in(index);
            let offering: BTreeSet<usize> = found.iter().map(|one| one.organisatie).collect();
            let ook = netwerk.in_wijk(index).iter().filter(|one| !offering.contains(one));
            let aanbod = found.iter().map(|one| WijkAanbod {
                naam: filled(&all[one.organisatie].aanbod[one.aanbod].naam),
                van: name(project, one.organisatie),
                leefgebieden: domains(project, one),
            });
            WijkView {
                naam: filled(&project.wep.wijken[index].naam),
                plekken,
                aanbod: aanbod.collect(),
                ook: ook.map(|one| name(project, *one)).collect(),
            }
        })
        .collect()
}

fn domains(project: &Project, found: &Gevonden) -> Vec<&'static str> {
    let offer = &project.organisaties.organisaties[found.organisatie].aanbod[found.aanbod];
    offer.leefgebieden.iter().map(|one| one.term().name).collect()
}

pub fn dekking(project: &Project, netwerk: &Netwerk, dekking: &Dekking, order: &[usize]) -> DekkingView {
    let all = &project.organisaties.organisaties;
    let count = project.wep.wijken.len();
    let in_getallen =
        (0..count).any(|wijk| Leefgebied::ALL.iter().any(|domain| dekking.aanbieders(wijk, *domain).len() > NAMEN + 1));
    let cell = |wijk: usize, domain: Leefgebied| match in_getallen {
        true => {
            Some(dekking.in_wijk(wijk, domain).len()).filter(|n| *n > 0).map(|n| n.to_string()).into_iter().collect()
        }
        false => dekking.aanbieders(wijk, domain).iter().map(|index| name(project, *index)).collect(),
    };
    // Tables of the same width: six wijken give twice three, not four and two.
    let width = count.div_ceil(count.div_ceil(KOLOMMEN).max(1)).max(1);
    let indices: Vec<usize> = (0..count).collect();
    let tabellen = indices.chunks(width).map(|wijken| Tabel {
        wijken: wijken.iter().map(|index| filled(&project.wep.wijken[*index].naam)).collect(),
        rijen: Leefgebied::ALL
            .iter()
            .map(|domain| TabelRij {
                leefgebied: capitalised(domain.term().name),
                cellen: wijken.iter().map(|wijk| cell(*wijk, *domain)).collect(),
            })
            .collect(),
    });
    let vlekken = Leefgebied::ALL.iter().map(|domain| (domain, dekking.witte_vlekken(*domain)));
    let vlekken = vlekken.filter(|(_, wijken)| !wijken.is_empty()).map(|(domain, wijken)| Vlek {
        leefgebied: capitalised(domain.term().name),
        overal: wijken.len() == count,
        wijken: wijken.into_iter().map(|index| wijk(project, index)).collect(),
    });
    let with = order.iter().filter(|index| !all[**index].aanbod.is_empty());
    let elementen = with.map(|index| ElementRij {
        naam: name(project, *index),
        cellen: MssElement::ALL.iter().map(|element| offers_of(&all[*index], *element)).collect(),
    });
    let elementen_zonder = MssElement::ALL.iter().filter(|element| dekking.van_element(**element).is_empty());
    let without = order.iter().filter(|index| all[**index].aanbod.is_empty());
    let nergens = dekking.nergens.iter().map(|one| {
        let offer = filled(&all[one.organisatie].aanbod[one.aanbod].naam).unwrap_or_else(|| "aanbod".to_owned());
        format!("{offer} van {}", name(project, one.organisatie))
    });
    DekkingView {
        tabellen: tabellen.collect(),
        in_getallen,
        vlekken: vlekken.collect(),
        elementen: elementen.collect(),
        elementen_zonder: elementen_zonder.map(|element| element.term().name).collect(),
        zonder_aanbod: without.map(|index| name(project, *index)).collect(),
        nergens: few(nergens, NERGENS),
        behoeften: behoeften(project, netwerk, dekking),
    }
}

fn offers_of(one: &Organisatie, element: MssElement) -> Vec<String> {
    let offers = one.aanbod.iter().filter(|offer| offer.steunsysteem.contains(&element));
    few(offers.map(|offer| filled(&offer.naam).unwrap_or_else(|| "aanbod".to_owned())), NAMEN)
}

fn behoeften(project: &Project, netwerk: &Netwerk, dekking: &Dekking) -> Vec<BehoefteView> {
    let all = project.organisaties.behoeften.iter().map(|need| {
        let there = need.wijk.as_deref().and_then(|id| netwerk.wijk(id));
        let found = there.zip(need.leefgebied).map(|(wijk, domain)| dekking.aanbieders(wijk, domain));
        BehoefteView {
            wijk: there.map(|index| wijk(project, index)),
            leefgebied: need.leefgebied.map(|leefgebied| leefgebied.term().name),
            omschrijving: filled(&need.omschrijving),
            aanbieders: few(found.into_iter().flatten().map(|index| name(project, index)), NAMEN),
        }
    });
    all.collect()
}
