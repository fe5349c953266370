//! Who signs, on the sheet: two beside each other, with their lines at the same height.

use serde_json::Value;

use super::sheet::{LONG_CELL, Sheet, object};
use super::table::width_of;
use crate::render::extent::{inline_length, lines_of};
use crate::render::theme;
use crate::tree::{Face, Inline, Signature, plain_text};

/// The part of the width that is for each of the two, in how lines are counted.
const HALF: f64 = 0.45;
/// What lies between the two, and what stands before what is filled in, in millimetres: as in the template.
const BETWEEN: f32 = 12.0;
const LABEL: f32 = 25.0;

impl Sheet<'_> {
    pub(super) fn signatures(&mut self, signatures: &[Signature]) -> Option<Value> {
        let face = self.face;
        let level = signatures.chunks(2).flat_map(|pair| vec![are_level(pair, face); pair.len()]);
        let shown: Vec<Value> = signatures.iter().zip(level).map(|(one, level)| self.signature(one, level)).collect();
        (!shown.is_empty()).then(|| object!({ "t": "signatures", "signatures": shown }))
    }

    fn signature(&mut self, signature: &Signature, level: bool) -> Value {
        let Signature { party, name, role, place, date } = signature;
        let length: usize = [party, name, role, place, date].into_iter().map(|content| inline_length(content)).sum();
        object!({
            "breaks": lines_of(length, HALF) > LONG_CELL,
            "level": level,
            "party": self.inlines(party),
            "name": self.inlines(name),
            "role": self.inlines(role),
            "place": self.inlines(place),
            "date": self.inlines(date),
        })
    }
}

/// Whether the lines of those who sign beside each other are at the same height by themselves: each is one line, and what is
/// filled in for the one is so for the other. Then nobody has to measure them.
fn are_level(pair: &[Signature], face: Face) -> bool {
    let half = f64::from((theme::WIDTH - BETWEEN) / 2.0 * theme::POINTS_PER_MILLIMETRE);
    let field = half - f64::from(LABEL * theme::POINTS_PER_MILLIMETRE);
    let is_plain = |content: &[Inline]| content.iter().all(|inline| matches!(inline, Inline::Text { .. }));
    let fits = |content: &[Inline], bold, room| is_plain(content) && width_of(&plain_text(content), bold, face) < room;
    fn fields(one: &Signature) -> [&[Inline]; 4] {
        [&one.name, &one.role, &one.place, &one.date]
    }
    let filled = |one: &Signature| fields(one).map(<[Inline]>::is_empty);
    pair.iter().all(|one| {
        fits(&one.party, true, half)
            && fields(one).iter().all(|content| fits(content, false, field))
            && filled(one) == filled(&pair[0])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn signature(party: &str, name: &str) -> Signature {
        let text = |text: &str| match text {
            "" => Vec::new(),
            text => vec![Inline::Text { text: text.to_owned() }],
        };
        Signature { party: text(party), name: text(name), role: text("directeur"), place: Vec::new(), date: Vec::new() }
    }

    fn level(one: &Signature, other: &Signature) -> bool {
        are_level(&[one.clone(), other.clone()], Face::Carlito)
    }

    #[test]
    fn lines_are_level_by_themselves_where_none_wraps_and_both_are_filled_in_alike() {
        let usual = signature("Stichting Woonrijk", "P. de Graaf");
        assert!(level(&usual, &signature("Raad en Daad", "S. Postma")));
        assert!(!level(&usual, &signature("Raad en Daad", "")), "a line to write on is higher than words");
        let wraps = "Stichting voor samenwerking in de wijken van Veldrijk en omgeving";
        assert!(!level(&usual, &signature(wraps, "S. Postma")));
        assert!(!level(&signature("Raad en Daad", wraps), &usual));
        assert!(are_level(&[usual], Face::LiberationSans));
    }
}
