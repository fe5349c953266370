//! The view of the glossary (B1, handbook bijlage 1).

use serde::Serialize;
use serde_json::Value;

use super::wording::capitalised;
use crate::handbook::{self, BEGRIPPEN, Begrip, Paragraaf, Soort};
use crate::model::Project;

#[derive(Serialize)]
struct View {
    handleiding: &'static str,
    begrippen: Vec<BegripView>,
}

#[derive(Serialize)]
struct BegripView {
    naam: String,
    uitleg: &'static str,
    soorten: &'static [Soort],
    verwant: &'static [&'static str],
    paragraaf: Paragraaf,
}

pub fn view(_: &Project) -> Value {
    let of = |begrip: &Begrip| BegripView {
        naam: capitalised(begrip.naam),
        uitleg: begrip.uitleg,
        soorten: begrip.soorten,
        verwant: begrip.verwant,
        paragraaf: begrip.paragraaf,
    };
    let view = View { handleiding: handbook::TITLE, begrippen: BEGRIPPEN.iter().map(of).collect() };
    serde_json::to_value(view).unwrap_or_default()
}
