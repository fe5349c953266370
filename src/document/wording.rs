//! Words for values: numbers, names of organisations, lines of an address.

pub use crate::dutch::capitalised;
use crate::model::{Adres, Bedrag, OverlegOrgaan, Project};
pub use crate::model::{filled, short_name};

const NUMBERS: [&str; 13] =
    ["nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"];

/// A number as people write it in running text: in words up to twelve.
pub fn number(value: u32) -> String {
    NUMBERS.get(value as usize).map_or_else(|| value.to_string(), |word| (*word).to_owned())
}

/// “een maand”, “zes maanden”.
pub fn months(value: u32) -> String {
    if value == 1 { "één maand".to_owned() } else { format!("{} maanden", number(value)) }
}

/// “elke maand”, “eens per twee maanden”.
pub fn every_months(value: u32) -> String {
    if value == 1 { "elke maand".to_owned() } else { format!("eens per {} maanden", number(value)) }
}

/// The body that governs the initiative, with its article: “de werkgroep”.
pub fn orgaan(orgaan: OverlegOrgaan) -> &'static str {
    match orgaan {
        OverlegOrgaan::Werkgroep => "de werkgroep",
        OverlegOrgaan::Begeleidingsgroep => "de begeleidingsgroep",
        OverlegOrgaan::Samenwerkingsoverleg => "het samenwerkingsoverleg",
    }
}

/// The short name of the organisation with this id.
pub fn short_name_of(project: &Project, id: &Option<String>) -> Option<String> {
    project.organisatie(id.as_deref()?).and_then(short_name)
}

/// Who is meant: the short name of the organisation with this id, or the name as it is written.
pub fn who(project: &Project, text: &Option<String>) -> Option<String> {
    let text = filled(text)?;
    Some(project.organisatie(&text).and_then(short_name).unwrap_or(text))
}

/// Name and address of the place with this id, each as far as it is known.
pub fn place(project: &Project, id: &Option<String>) -> (Option<String>, Option<String>) {
    let place = id.as_deref().and_then(|id| project.locatie(id));
    (place.and_then(|place| filled(&place.naam)), place.and_then(|place| address(&place.adres)))
}

/// Street, postcode and town on one line; nothing when street or town is missing.
pub fn address(adres: &Adres) -> Option<String> {
    let (street, town) = (filled(&adres.straat)?, filled(&adres.plaats)?);
    Some(match filled(&adres.postcode) {
        Some(postcode) => format!("{street}, {postcode} {town}"),
        None => format!("{street}, {town}"),
    })
}

/// Who gives a document out: the full name of the lead organisation.
pub fn author(project: &Project) -> String {
    let lead = project.wep.trekker.as_deref().and_then(|id| project.organisatie(id));
    lead.and_then(|organisatie| filled(&organisatie.naam)).unwrap_or_default()
}

/// An amount as people write it, on one line: “€ 1.234,56”.
pub fn euro(bedrag: Bedrag) -> String {
    format!("€\u{a0}{bedrag}")
}
