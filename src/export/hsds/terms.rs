//! The lists of terms that our data use, as taxonomies of HSDS. All gemeenten share them, with the same identifiers.

use super::record::Record;
use crate::export::id::shared;
use crate::model::Term;

/// A list of terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct List {
    pub code: &'static str,
    name: &'static str,
    description: &'static str,
}

pub const LEEFGEBIED: List = List {
    code: "leefgebied",
    name: "Leefgebieden",
    description: "Waar aanbod bij helpt (Handleiding voor het opzetten van Wijk en Psychiatrie, 2012, §2.1).",
};
pub const STEUNSYSTEEM: List = List {
    code: "steunsysteem",
    name: "Onderdelen van het maatschappelijk steunsysteem",
    description: "Welk deel van het steunsysteem aanbod is (Handleiding voor het opzetten van Wijk en Psychiatrie, 2012, §2.2).",
};
pub const SECTOR: List = List {
    code: "sector",
    name: "Sectoren",
    description: "De sectoren in een samenwerkingsverband voor Wijk en Psychiatrie (de handleiding, §3.2, en aanvullingen).",
};
pub const ROL: List =
    List { code: "rol", name: "Rollen", description: "Wat een organisatie voor Wijk en Psychiatrie doet." };

/// The identifier of a term.
pub fn id(list: List, term: Term) -> String {
    shared("taxonomy_term", &[list.code, term.code])
}

/// A term with the list that it comes from.
pub fn record(list: List, term: Term) -> Record {
    let taxonomy = shared("taxonomy", &[list.code]);
    let detail = Record::new(&taxonomy).set("name", list.name).set("description", list.description);
    Record::new(&id(list, term))
        // Two lists have a term `zorg`: the code must be the only one in the table.
        .set("code", format!("{}:{}", list.code, term.code))
        .set("name", term.name)
        .set("description", term.meaning)
        .set("taxonomy", list.name)
        .set("language", "nl")
        .set("taxonomy_id", taxonomy)
        .set("taxonomy_detail", detail.into_value())
}
