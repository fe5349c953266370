//! vCard 4.0 (RFC 6350): the contact persons of the organisations, one card each.
//!
//! There is no `REV`: when somebody changed a card is not known, and a clock would make each run differ.

use super::facts::name;
use super::id::Ids;
use super::text::{clean, one_line};
use super::{Export, File};
use crate::address;
use crate::dutch::counted;
use crate::model::{Adres, Contactpersoon, Organisatie, Project};

pub const FILE: &str = "contactpersonen.vcf";

/// A line is at most so many octets, without its end (RFC 6350 §3.2).
const LINE: usize = 75;

/// One file with all cards. Someone without a name goes by the function, or else by the organisation.
pub fn export(project: &Project) -> Export {
    let mut ids = Ids::of(project);
    let mut text = String::new();
    let mut nameless = 0;
    for organisatie in &project.organisaties.organisaties {
        for person in &organisatie.contactpersonen {
            let id = ids.contact(organisatie, person);
            match card(organisatie, person, &id) {
                Some(card) => text.push_str(&card),
                None => nameless += 1,
            }
        }
    }
    let mut remarks = Vec::new();
    if nameless > 0 {
        let who = counted(nameless, "contactpersoon heeft", "contactpersonen hebben");
        remarks.push(format!("{who} geen visitekaartje (vCard): naam, functie en organisatie ontbreken."));
    }
    Export { files: vec![File { name: FILE, bytes: text.into_bytes() }], remarks }
}

fn card(organisatie: &Organisatie, person: &Contactpersoon, id: &str) -> Option<String> {
    let organisation = name(organisatie);
    let role = one_line(&person.functie);
    let own_name = one_line(&person.naam);
    let shown = own_name.clone().or_else(|| role.clone()).or_else(|| organisation.clone())?;
    let mut card = Card::default();
    card.line("BEGIN", "VCARD");
    card.line("VERSION", "4.0");
    // A desk or a team without a name of a person is no individual.
    card.line("KIND", if own_name.is_some() { "individual" } else { "group" });
    card.line("UID", &format!("urn:uuid:{id}"));
    card.line("FN", &escaped(&shown));
    if let Some(organisation) = &organisation {
        card.line("ORG", &escaped(organisation));
    }
    if let Some(role) = &role {
        card.line("TITLE", &escaped(role));
    }
    if let Some(phone) = one_line(&person.telefoon) {
        card.line("TEL;TYPE=work;VALUE=text", &escaped(&phone));
    }
    if let Some(mail) = one_line(&person.email).filter(|mail| address::mail(mail).is_some()) {
        card.line("EMAIL;TYPE=work", &escaped(&mail));
    }
    if let Some(address) = postal(&organisatie.adres) {
        card.line("ADR;TYPE=work", &address);
    }
    if let Some(site) = one_line(&organisatie.website).and_then(|site| address::site(&site)) {
        card.line("URL;TYPE=work", &site);
    }
    card.line("LANG;TYPE=work", "nl");
    card.line("END", "VCARD");
    Some(card.text)
}

/// Street, town, postcode; the first two components and the province stay empty.
fn postal(adres: &Adres) -> Option<String> {
    let part = |part: &Option<String>| one_line(part).map(|part| escaped(&part)).unwrap_or_default();
    let (street, town, postcode) = (part(&adres.straat), part(&adres.plaats), part(&adres.postcode));
    (!street.is_empty() || !town.is_empty()).then(|| format!(";;{street};{town};;{postcode};Nederland"))
}

#[derive(Default)]
struct Card {
    text: String,
}

impl Card {
    /// Writes a property, folded after at most 75 octets, never inside a character.
    fn line(&mut self, name: &str, value: &str) {
        let mut room = LINE;
        for character in format!("{name}:{value}").chars() {
            if character.len_utf8() > room {
                self.text.push_str("\r\n ");
                room = LINE - 1;
            }
            self.text.push(character);
            room -= character.len_utf8();
        }
        self.text.push_str("\r\n");
    }
}

/// Text as a value: nothing in it ends the value, the component or the line.
fn escaped(text: &str) -> String {
    let mut value = String::with_capacity(text.len());
    for character in clean(text).unwrap_or_default().chars() {
        match character {
            '\\' | ',' | ';' => value.extend(['\\', character]),
            '\n' => value.push_str("\\n"),
            _ => value.push(character),
        }
    }
    value
}
