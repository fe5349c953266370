//! A page to search the sociale kaart: one HTML file that works without a network, and reads without its script too.
//!
//! All organisations stand in the HTML; the script, which never holds a user's text, only hides what was not asked for.

use serde::Serialize;

use super::facts::{self, Register, name, wijk_name, wijk_names};
use super::look::{self, Look, sha256};
use super::text::{cleaned, one_line};
use super::{Export, ExportError, File, table};
use crate::address;
use crate::dutch::capitalised;
use crate::model::{Adres, Leefgebied, Organisatie, Project, Sector, Term};

pub const FILE: &str = "sociale-kaart-zoeken.html";

const TEMPLATE: &str = include_str!("../../templates/page/sociale-kaart.html.hbs");
const STYLE: &str = include_str!("../../templates/page/sociale-kaart.css");
const SCRIPT: &str = include_str!("../../templates/page/sociale-kaart.js");

/// One file.
pub fn export(project: &Project) -> Result<Export, ExportError> {
    let bytes = look::page(TEMPLATE, &view(project))?;
    Ok(Export { files: vec![File { name: FILE, bytes }], remarks: Vec::new() })
}

#[derive(Serialize)]
struct View {
    titel: String,
    auteur: String,
    #[serde(flatten)]
    look: Look,
    script: &'static str,
    script_hash: String,
    aantal: usize,
    sectoren: Vec<Choice>,
    wijken: Vec<Choice>,
    leefgebieden: Vec<Choice>,
    organisaties: Vec<Entry>,
}

/// What a filter can ask for.
#[derive(Serialize)]
struct Choice {
    waarde: String,
    naam: String,
}

#[derive(Serialize)]
struct Entry {
    naam: String,
    sector: String,
    sector_waarde: String,
    /// Numbers of wijken, between spaces.
    wijk_waarden: String,
    leefgebied_waarden: String,
    /// What is searched beside the visible text, which drops accents in the script.
    beschrijving: String,
    wijken: String,
    adres: String,
    telefoons: Vec<Link>,
    emails: Vec<Link>,
    websites: Vec<Link>,
    aanbod: Vec<Offer>,
    contactpersonen: Vec<Person>,
    relaties: Vec<String>,
    nagekeken: String,
}

#[derive(Serialize)]
struct Link {
    tekst: String,
    /// Empty where the text is nothing to open.
    url: String,
    toelichting: String,
}

#[derive(Serialize)]
struct Offer {
    naam: String,
    beschrijving: String,
    leefgebieden: String,
    feiten: Vec<Fact>,
}

#[derive(Serialize)]
struct Fact {
    wat: &'static str,
    tekst: String,
}

#[derive(Serialize)]
struct Person {
    naam: String,
    functie: String,
    telefoons: Vec<Link>,
    emails: Vec<Link>,
}

fn view(project: &Project) -> View {
    let all = &project.organisaties.organisaties;
    let register = Register::of(project);
    let titel = facts::title(project);
    let used_sector = |sector: &crate::model::Sector| all.iter().any(|one| one.sector == Some(*sector));
    let used_domain =
        |domain: &Leefgebied| all.iter().flat_map(|one| &one.aanbod).any(|offer| offer.leefgebieden.contains(domain));
    let choice = |term: Term| Choice { waarde: term.code.to_owned(), naam: capitalised(term.name) };
    View {
        auteur: facts::author(project),
        look: Look::of_documents(project, &titel, STYLE),
        script: SCRIPT,
        script_hash: sha256(SCRIPT),
        aantal: all.len(),
        sectoren: Sector::ALL.into_iter().filter(used_sector).map(|one| choice(one.term())).collect(),
        wijken: wijken(project),
        leefgebieden: Leefgebied::ALL.into_iter().filter(used_domain).map(|one| choice(one.term())).collect(),
        organisaties: all.iter().map(|one| entry(project, &register, one)).collect(),
        titel,
    }
}

/// A wijk goes by its place in `wep.yaml`: an id of a user may hold anything.
fn wijken(project: &Project) -> Vec<Choice> {
    let wijken = project.wep.wijken.iter().enumerate();
    wijken.filter_map(|(place, wijk)| Some(Choice { waarde: format!("w{place}"), naam: wijk_name(wijk)? })).collect()
}

fn entry(project: &Project, register: &Register, one: &Organisatie) -> Entry {
    let ids = one.aanwezig_in();
    let wijken = project.wep.wijken.iter().enumerate();
    let places = wijken.filter(|(_, wijk)| wijk.id.as_deref().is_some_and(|id| ids.contains(&id)));
    let domains = Leefgebied::ALL.into_iter();
    let domains = domains.filter(|domain| one.aanbod.iter().any(|offer| offer.leefgebieden.contains(domain)));
    let others = one.andere_telefoons.iter();
    let others =
        others.filter_map(|phone| Some((one_line(&phone.nummer)?, one_line(&phone.waarvoor).unwrap_or_default())));
    let phones = one_line(&one.telefoon).map(|number| (number, String::new())).into_iter().chain(others);
    Entry {
        naam: name(one).unwrap_or_else(|| "Organisatie zonder naam".to_owned()),
        sector: one.sector.map(|sector| capitalised(sector.term().name)).unwrap_or_default(),
        sector_waarde: one.sector.map(|sector| sector.term().code.to_owned()).unwrap_or_default(),
        wijk_waarden: places.map(|(place, _)| format!("w{place}")).collect::<Vec<_>>().join(" "),
        leefgebied_waarden: domains.map(|domain| domain.term().code).collect::<Vec<_>>().join(" "),
        beschrijving: cleaned(&one.beschrijving).unwrap_or_default(),
        wijken: wijk_names(project, &ids).join(", "),
        adres: address_line(&one.adres),
        telefoons: phones.map(|(number, what)| Link { toelichting: what, ..link(number, address::phone) }).collect(),
        emails: one_line(&one.email).map(|mail| link(mail, address::mail)).into_iter().collect(),
        websites: one_line(&one.website).map(|site| link(site, address::site)).into_iter().collect(),
        aanbod: one.aanbod.iter().map(|offer| self::offer(project, one, offer)).collect(),
        contactpersonen: one.contactpersonen.iter().filter_map(person).collect(),
        relaties: table::relaties(register, one).iter().map(|text| capitalised(text)).collect(),
        nagekeken: one.nagekeken_op.map(|date| date.long()).unwrap_or_default(),
    }
}

fn offer(project: &Project, one: &Organisatie, offer: &crate::model::Aanbod) -> Offer {
    let wijken = wijk_names(project, &one.wijken_of(offer)).join(", ");
    let facts = [
        ("Voor wie", cleaned(&offer.doelgroep)),
        ("Waar", Some(wijken).filter(|names| !names.is_empty())),
        ("Kosten", one_line(&offer.kosten)),
        ("Meedoen", cleaned(&offer.aanmelden)),
    ];
    Offer {
        naam: one_line(&offer.naam).unwrap_or_else(|| "Aanbod zonder naam".to_owned()),
        beschrijving: cleaned(&offer.beschrijving).unwrap_or_default(),
        leefgebieden: table::leefgebieden(std::slice::from_ref(offer)).join(", "),
        feiten: facts.into_iter().filter_map(|(wat, tekst)| Some(Fact { wat, tekst: tekst? })).collect(),
    }
}

fn person(person: &crate::model::Contactpersoon) -> Option<Person> {
    let naam = one_line(&person.naam).or_else(|| one_line(&person.functie))?;
    let functie = one_line(&person.functie).filter(|functie| *functie != naam).unwrap_or_default();
    Some(Person {
        naam,
        functie,
        telefoons: one_line(&person.telefoon).map(|number| link(number, address::phone)).into_iter().collect(),
        emails: one_line(&person.email).map(|mail| link(mail, address::mail)).into_iter().collect(),
    })
}

fn link(text: String, target: fn(&str) -> Option<String>) -> Link {
    Link { url: target(&text).unwrap_or_default(), tekst: text, toelichting: String::new() }
}

fn address_line(adres: &Adres) -> String {
    let town: Vec<String> = [&adres.postcode, &adres.plaats].into_iter().filter_map(one_line).collect();
    let parts = [one_line(&adres.straat), Some(town.join(" ")).filter(|town| !town.is_empty())];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}
