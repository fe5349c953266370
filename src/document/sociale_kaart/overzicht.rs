//! What the parts of the document show: entries, wijken, tables and proposals, in words.

use std::collections::BTreeSet;

use serde::Serialize;

use super::dekking::{Dekking, Gevonden};
use super::netwerk::Netwerk;
use super::samenwerking;
use crate::document::wording::{address, capitalised, filled, short_name};
use crate::model::{Aanbod, Leefgebied, MssElement, Organisatie, Project, RelatieSoort, Sector};

/// So many columns of wijken stand in one table.
const KOLOMMEN: usize = 4;
/// So many names stand in one cell of a table; with more of them in any cell all cells give a number.
const NAMEN: usize = 3;
/// So many proposals of one kind are told.
const VOORSTELLEN: usize = 12;

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

#[derive(Serialize, Default)]
pub struct SamenwerkingView {
    iets: bool,
    behoeften: Vec<Voorstel>,
    behoeften_meer: usize,
    plekken: Vec<Voorstel>,
    plekken_meer: usize,
    paren: Vec<PaarView>,
    paren_meer: usize,
    paren_volledig: bool,
    buren: Vec<BuurView>,
    buren_meer: usize,
}

#[derive(Serialize)]
struct Voorstel {
    wijk: String,
    leefgebied: Option<&'static str>,
    omschrijvingen: Vec<String>,
    wie: Vec<String>,
}

#[derive(Serialize)]
struct PaarView {
    een: String,
    ander: String,
    samen: Vec<String>,
}

#[derive(Serialize)]
struct BuurView {
    naam: String,
    wijken: Vec<String>,
    kent_velen: Option<String>,
}

/// The name that people use for the organisation at this place.
pub fn name(project: &Project, index: usize) -> String {
    let one = &project.organisaties.organisaties[index];
    short_name(one).or_else(|| filled(&one.id)).unwrap_or_else(|| "een organisatie zonder naam".to_owned())
}

/// The organisations in the order of the alphabet.
pub fn by_name(project: &Project) -> Vec<usize> {
    let mut order: Vec<usize> = (0..project.organisaties.organisaties.len()).collect();
    order.sort_by_cached_key(|index| (name(project, *index).to_lowercase(), *index));
    order
}

fn wijk(project: &Project, index: usize) -> String {
    let one = &project.wep.wijken[index];
    filled(&one.naam).or_else(|| filled(&one.id)).unwrap_or_else(|| "een wijk zonder naam".to_owned())
}

/// The first names, and how many more there are.
fn few(names: impl IntoIterator<Item = String>, most: usize) -> Vec<String> {
    let mut names: Vec<String> = names.into_iter().collect();
    if names.len() > most {
        let more = names.len() - most;
        names.truncate(most);
        names.push(format!("{more} {}", if more == 1 { "andere" } else { "anderen" }));
    }
    names
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
        nergens: few(nergens, VOORSTELLEN),
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

pub fn samenwerking(project: &Project, netwerk: &Netwerk, dekking: &Dekking) -> SamenwerkingView {
    let named = |all: &[usize]| few(all.iter().map(|index| name(project, *index)), NAMEN);
    let open = samenwerking::open_behoeften(project, netwerk, dekking);
    let zonder = samenwerking::zonder_plek(project, netwerk);
    let paren = samenwerking::paren(project, netwerk, dekking, VOORSTELLEN);
    let buren = samenwerking::buren(project, netwerk);
    let needs = &project.organisaties.behoeften;
    let behoeften = open.iter().take(VOORSTELLEN).map(|one| Voorstel {
        wijk: wijk(project, one.wijk),
        leefgebied: Some(one.leefgebied.term().name),
        omschrijvingen: one.behoeften.iter().filter_map(|index| filled(&needs[*index].omschrijving)).collect(),
        wie: named(&one.elders),
    });
    let plekken = zonder.iter().take(VOORSTELLEN).map(|one| Voorstel {
        wijk: wijk(project, one.wijk),
        leefgebied: None,
        omschrijvingen: Vec::new(),
        wie: named(&one.bieden_plek),
    });
    let pairs = paren.beste.iter().map(|pair| PaarView {
        een: name(project, pair.een),
        ander: name(project, pair.ander),
        samen: samen(project, &pair.samen),
    });
    let neighbours = buren.iter().take(VOORSTELLEN).map(|one| BuurView {
        naam: name(project, one.organisatie),
        wijken: few(one.wijken.iter().map(|index| wijk(project, *index)), NAMEN),
        kent_velen: one.kent_velen.map(|index| name(project, index)),
    });
    SamenwerkingView {
        iets: !(open.is_empty() && zonder.is_empty() && paren.aantal == 0 && buren.is_empty()),
        behoeften: behoeften.collect(),
        behoeften_meer: open.len().saturating_sub(VOORSTELLEN),
        plekken: plekken.collect(),
        plekken_meer: zonder.len().saturating_sub(VOORSTELLEN),
        paren: pairs.collect(),
        paren_meer: paren.aantal - paren.beste.len(),
        paren_volledig: paren.volledig,
        buren: neighbours.collect(),
        buren_meer: buren.len().saturating_sub(VOORSTELLEN),
    }
}

/// “wonen in Molenkwartier”, a life domain at a time.
fn samen(project: &Project, cells: &[(usize, Leefgebied)]) -> Vec<String> {
    let of = |domain: Leefgebied| {
        let wijken: Vec<String> =
            cells.iter().filter(|(_, one)| *one == domain).map(|(index, _)| wijk(project, *index)).collect();
        let all = wijken.len() > 1 && wijken.len() == project.wep.wijken.len();
        let where_ = if all { "alle wijken".to_owned() } else { wijken.join(" en ") };
        (!wijken.is_empty()).then(|| format!("{} in {where_}", domain.term().name))
    };
    Leefgebied::ALL.into_iter().filter_map(of).collect()
}
