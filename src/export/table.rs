//! The sociale kaart as tables for people: what stands in a spreadsheet, whatever its format.

use super::facts::{self, Register, name, wijk_names};
use super::text::{cleaned, one_line};
use crate::address;
use crate::model::{Aanbod, Contactpersoon, Datum, Organisatie, Project, RelatieSoort, Wijk};

/// A table with its name.
pub struct Table {
    pub name: String,
    pub headings: &'static [&'static str],
    pub rows: Vec<Vec<Cell>>,
}

/// What a cell holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    Empty,
    Text(String),
    /// Digits that are no number: a telephone number, a KvK number, a postcode.
    Code(String),
    /// Text, and what opens when someone clicks on it.
    Link {
        text: String,
        url: String,
    },
    Date(Datum),
}

impl Cell {
    /// What a reader sees.
    pub fn shown(&self) -> String {
        match self {
            Cell::Empty => String::new(),
            Cell::Text(text) | Cell::Code(text) | Cell::Link { text, .. } => text.clone(),
            Cell::Date(date) => date.long(),
        }
    }
}

const ORGANISATIES: [&str; 19] = [
    "Naam",
    "Korte naam",
    "Sector",
    "Beschrijving",
    "Aanbod",
    "Leefgebieden",
    "Wijken",
    "Rol",
    "Straat",
    "Postcode",
    "Plaats",
    "Telefoon",
    "Andere telefoons",
    "E-mail",
    "Website",
    "Contactpersonen",
    "Relaties",
    "KvK-nummer",
    "Nagekeken op",
];
const CONTACTPERSONEN: [&str; 6] = ["Organisatie", "Naam", "Functie", "Telefoon", "E-mail", "Wijken"];
const AANBOD: [&str; 9] = [
    "Organisatie",
    "Aanbod",
    "Beschrijving",
    "Leefgebieden",
    "Steunsysteem",
    "Wijken",
    "Doelgroep",
    "Kosten",
    "Aanmelden",
];

/// All organisations, one row each.
pub fn organisaties(project: &Project) -> Table {
    let register = Register::of(project);
    let rows = project.organisaties.organisaties.iter().map(|one| organisatie(project, &register, one)).collect();
    Table { name: "Alle organisaties".to_owned(), headings: &ORGANISATIES, rows }
}

/// The organisations of one wijk.
pub fn wijk(project: &Project, wijk: &Wijk) -> Table {
    let here = |one: &&Organisatie| wijk.id.as_deref().is_some_and(|id| one.aanwezig_in().contains(&id));
    let register = Register::of(project);
    let there = project.organisaties.organisaties.iter().filter(here);
    let rows = there.map(|one| organisatie(project, &register, one)).collect();
    Table { name: facts::wijk_name(wijk).unwrap_or_default(), headings: &ORGANISATIES, rows }
}

/// Whom colleagues can reach, one row each.
pub fn contactpersonen(project: &Project) -> Table {
    let rows = project.organisaties.organisaties.iter().flat_map(|organisatie| {
        organisatie.contactpersonen.iter().map(|person| {
            vec![
                text(name(organisatie)),
                text(one_line(&person.naam)),
                text(one_line(&person.functie)),
                code(one_line(&person.telefoon)),
                mail(&person.email),
                list(wijk_names(project, &organisatie.aanwezig_in()), ", "),
            ]
        })
    });
    Table { name: "Contactpersonen".to_owned(), headings: &CONTACTPERSONEN, rows: rows.collect() }
}

/// What organisations offer, one row each.
pub fn aanbod(project: &Project) -> Table {
    let rows = project.organisaties.organisaties.iter().flat_map(|organisatie| {
        organisatie.aanbod.iter().map(|offer| {
            vec![
                text(name(organisatie)),
                text(one_line(&offer.naam)),
                text(cleaned(&offer.beschrijving)),
                list(leefgebieden(std::slice::from_ref(offer)), ", "),
                list(offer.steunsysteem.iter().map(|one| one.term().name.to_owned()).collect(), ", "),
                list(wijk_names(project, &organisatie.wijken_of(offer)), ", "),
                text(cleaned(&offer.doelgroep)),
                text(one_line(&offer.kosten)),
                text(cleaned(&offer.aanmelden)),
            ]
        })
    });
    Table { name: "Aanbod".to_owned(), headings: &AANBOD, rows: rows.collect() }
}

fn organisatie(project: &Project, register: &Register, one: &Organisatie) -> Vec<Cell> {
    vec![
        text(name(one)),
        text(one_line(&one.korte_naam)),
        text(one.sector.map(|sector| sector.term().name.to_owned())),
        text(cleaned(&one.beschrijving)),
        list(one.aanbod.iter().filter_map(|offer| one_line(&offer.naam)).collect(), "\n"),
        list(leefgebieden(&one.aanbod), ", "),
        list(wijk_names(project, &one.aanwezig_in()), ", "),
        list(one.rollen.iter().map(|rol| rol.term().name.to_owned()).collect(), ", "),
        text(one_line(&one.adres.straat)),
        code(one_line(&one.adres.postcode)),
        text(one_line(&one.adres.plaats)),
        code(one_line(&one.telefoon)),
        other_phones(one),
        mail(&one.email),
        site(&one.website),
        list(one.contactpersonen.iter().filter_map(contact).collect(), "\n"),
        list(relaties(register, one), "\n"),
        code(one_line(&one.kvk)),
        one.nagekeken_op.map_or(Cell::Empty, Cell::Date),
    ]
}

/// The life domains of these offers, each once, in the order of the handbook.
pub fn leefgebieden(offers: &[Aanbod]) -> Vec<String> {
    let touched = |one: &crate::model::Leefgebied| offers.iter().any(|offer| offer.leefgebieden.contains(one));
    let all = crate::model::Leefgebied::ALL.into_iter().filter(touched);
    all.map(|one| one.term().name.to_owned()).collect()
}

/// “verwijst naar Welzijn Veldrijk (samen de inloop)”.
pub fn relaties(register: &Register, one: &Organisatie) -> Vec<String> {
    let told = one.relaties.iter().filter_map(|relatie| {
        let other = register.find(&relatie.met).and_then(name)?;
        let how = relatie.soort.map_or("heeft een relatie met", RelatieSoort::verb);
        Some(match one_line(&relatie.toelichting) {
            Some(more) => format!("{how} {other} ({more})"),
            None => format!("{how} {other}"),
        })
    });
    told.collect()
}

/// Everything about one contact person on one line.
fn contact(person: &Contactpersoon) -> Option<String> {
    let Contactpersoon { naam, functie, telefoon, email } = person;
    let parts: Vec<String> = [naam, functie, telefoon, email].into_iter().filter_map(one_line).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

fn other_phones(one: &Organisatie) -> Cell {
    let told = one.andere_telefoons.iter().filter_map(|phone| {
        let number = one_line(&phone.nummer)?;
        Some(one_line(&phone.waarvoor).map_or(number.clone(), |what| format!("{number} ({what})")))
    });
    let lines: Vec<String> = told.collect();
    code((!lines.is_empty()).then(|| lines.join("\n")))
}

fn text(text: Option<String>) -> Cell {
    text.map_or(Cell::Empty, Cell::Text)
}

fn code(text: Option<String>) -> Cell {
    text.map_or(Cell::Empty, Cell::Code)
}

fn list(items: Vec<String>, between: &str) -> Cell {
    if items.is_empty() { Cell::Empty } else { Cell::Text(items.join(between)) }
}

fn mail(value: &Option<String>) -> Cell {
    linked(one_line(value), address::mail)
}

fn site(value: &Option<String>) -> Cell {
    linked(one_line(value), address::site)
}

fn linked(value: Option<String>, target: fn(&str) -> Option<String>) -> Cell {
    let Some(text) = value else { return Cell::Empty };
    match target(&text) {
        Some(url) => Cell::Link { text, url },
        None => Cell::Text(text),
    }
}
