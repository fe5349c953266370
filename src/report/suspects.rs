//! The cells of a list that may be about a participant: where, and what kind of thing. Never what stands in them.

use serde_json::json as value;

use super::lines::clean;
use crate::check::Code;
use crate::import::guard::Suspect;

/// So many places are shown; of more, the rest is counted.
const SHOWN: usize = 20;

/// Where something stands that may be about a participant: the first places, and how many more there are.
pub fn plain(file: &str, suspects: &[Suspect]) -> String {
    let mut text = String::new();
    for one in suspects.iter().take(SHOWN) {
        let line = one.place.line.unwrap_or(one.place.row);
        let code = Code::from(one.kind).slug();
        let (cell, what) = (one.cell(), one.kind.what());
        text.push_str(&format!("{}:{line}:{}: fout[{code}]: in cel {cell} staat {what}\n", clean(file), one.number));
    }
    if let Some(more) = suspects.len().checked_sub(SHOWN).filter(|more| *more > 0) {
        text.push_str(&format!("en nog {more} zulke cellen\n"));
    }
    text
}

/// The same for programs.
pub fn json(file: &str, suspects: &[Suspect]) -> String {
    let told = suspects.iter().map(|one| {
        value!({"code": Code::from(one.kind).slug(), "bestand": file, "rij": one.place.row, "regel": one.place.line,
            "kolom": one.column, "cel": one.cell(), "melding": format!("in deze cel staat {}", one.kind.what())})
    });
    format!("{:#}\n", value!({ "geweigerd": told.collect::<Vec<_>>() }))
}
