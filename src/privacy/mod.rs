//! What may be about a participant: a burgerservicenummer, a date of birth, an IBAN, a diagnosis beside a name.
//!
//! Texts in, places out. Nothing here reads files or makes messages, and nothing that is found is ever given back as text:
//! who asks gets bytes to hide. What is looked for, and what is left alone on purpose, stands in each part.

mod beginning;
mod birth;
mod bsn;
mod date;
mod diagnosis;
mod digits;
mod entries;
mod glance;
mod iban;
mod name;
mod waiver;
mod word;

use std::ops::Range;

use glance::{Glance, glance};

pub use entries::{Scalars, in_scalars, in_value};
pub use waiver::{MARK, Waivers};

/// What a text may hold about a participant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    Bsn,
    BirthDate,
    Iban,
    Diagnosis,
}

impl Kind {
    pub const ALL: [Kind; 4] = [Kind::Bsn, Kind::BirthDate, Kind::Iban, Kind::Diagnosis];

    /// What it is, after “hier staat”.
    pub fn what(self) -> &'static str {
        match self {
            Kind::Bsn => "een getal dat een burgerservicenummer (BSN) kan zijn",
            Kind::BirthDate => "iets dat een geboortedatum kan zijn",
            Kind::Iban => "een rekeningnummer (IBAN)",
            Kind::Diagnosis => "een diagnose bij de naam van een persoon",
        }
    }
}

/// Why an answer with this in it is refused. What was typed is not repeated.
pub fn refusal(kind: Kind) -> String {
    format!(
        "hierin staat {}; gegevens van deelnemers horen niet in wep. Gaat dit niet over een deelnemer? Schrijf het dan zelf in \
         het bestand, met erachter: {MARK} en waarom niet",
        kind.what()
    )
}

/// A text that someone gives as an answer, when nothing in it is about a participant.
///
/// # Errors
/// Why it is refused, in Dutch.
pub fn accept(label: &str, text: &str) -> Result<(), String> {
    in_text(label, text).first().map_or(Ok(()), |hit| Err(refusal(hit.kind)))
}

/// A place in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    pub kind: Kind,
    /// Bytes of the text.
    pub span: Range<usize>,
}

/// Whether a word for a diagnosis stands in a text, whoever it is about.
pub fn names_diagnosis(text: &str) -> bool {
    diagnosis::is_named(text)
}

/// What stands in one text; `label` is what stands above or before it, such as the name of its field.
pub fn in_text(label: &str, text: &str) -> Vec<Hit> {
    look(label, text, glance(text))
}

/// Whether one value holds nothing at all, whatever else is said in its entry: then nobody need know that.
pub fn holds_nothing(label: &str, text: &str) -> bool {
    let seen = glance(text);
    !seen.diagnosis && !diagnosis::is_label(label) && look(label, text, seen).is_empty()
}

/// What stands in one text, of which this was seen at a glance.
fn look(label: &str, text: &str, seen: Glance) -> Vec<Hit> {
    // Most texts hold nothing, and that is quickly seen.
    if !seen.diagnosis && (!seen.digits || is_short(label, text)) {
        return Vec::new();
    }
    let mut hits = Vec::new();
    for (start, piece) in pieces(text) {
        let found = in_piece(label, piece, seen.diagnosis).into_iter();
        hits.extend(found.map(|hit| Hit { kind: hit.kind, span: hit.span.start + start..hit.span.end + start }));
    }
    hits.sort_by_key(|hit| (hit.span.start, hit.kind));
    hits.dedup_by(|next, last| next.kind == last.kind && next.span.start < last.span.end);
    hits
}

/// A time, an amount or a day, as nearly every text with a digit in it is: too little for what is looked for by its digits.
fn is_short(label: &str, text: &str) -> bool {
    // A day has as many digits as the shortest burgerservicenummer, and in such groups it is none unless its field says so.
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let is_day = || digits == 8 && matches!(text.as_bytes(), [_, _, _, _, b'-', _, _, b'-', _, _]);
    text.len() < iban::SHORTEST
        && text.is_ascii()
        && (digits < bsn::SHORTEST || is_day() && !bsn::is_label(label))
        && !birth::may_hold(label, text)
}

/// A long text is looked at in pieces, so that its words need not be in memory all at once; each goes on a little into the
/// next, so that nothing hides on the seam. Where each begins, and the piece.
fn pieces(text: &str) -> impl Iterator<Item = (usize, &str)> {
    const LENGTH: usize = 8 * 1024;
    const OVERLAP: usize = 512;
    let from = |at: usize| (at..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
    let mut next = Some(0);
    std::iter::from_fn(move || {
        let start = next?;
        let end = from(start + LENGTH + OVERLAP);
        next = (end < text.len()).then(|| from(start + LENGTH));
        Some((start, &text[start..end]))
    })
}

fn in_piece(label: &str, text: &str, diagnosis: bool) -> Vec<Hit> {
    let mut hits: Vec<Hit> = Vec::new();
    let numbers = digits::groups(text);
    if !numbers.is_empty() {
        hits.extend(bsn::find(label, text, &numbers).into_iter().map(|span| Hit { kind: Kind::Bsn, span }));
        hits.extend(birth::find(label, text, &numbers).into_iter().map(|span| Hit { kind: Kind::BirthDate, span }));
        hits.extend(iban::find(text, &numbers).into_iter().map(|span| Hit { kind: Kind::Iban, span }));
    }
    if diagnosis {
        hits.extend(diagnosis::in_text(label, text).into_iter().map(|span| Hit { kind: Kind::Diagnosis, span }));
    }
    hits.sort_by_key(|hit| (hit.span.start, hit.kind));
    hits
}

/// The text with a mark for every letter and digit of what may be about a participant. For texts that quote what a user
/// wrote, such as messages.
pub fn masked(text: &str) -> String {
    mask(text, &in_text("", text).into_iter().map(|hit| hit.span).collect::<Vec<_>>())
}

/// What stands in for a letter or a digit.
pub const MASK: char = '█';

/// The text in which the letters and digits of these spans are hidden. It has as many characters as before.
pub fn mask(text: &str, spans: &[Range<usize>]) -> String {
    let hidden = |at: usize| spans.iter().any(|span| span.contains(&at));
    text.char_indices().map(|(at, letter)| if letter.is_alphanumeric() && hidden(at) { MASK } else { letter }).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_is_passed_by_as_short_holds_nothing(
            label in "datum|bsn|BSN-nummer|Sofi|naam|geb|geboortedatum|Verjaardag|b_s_n|burger_service|[a-zB\u{17f}]{0,4}",
            text in "[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9-]{0,11}|-?[0-9]{8}-?|(bsn|geb|dob|NL)?[ .]?[0-9 .:-]{0,14}|[0-9\u{660}\u{200b}]{0,9}"
        ) {
            if is_short(&label, &text) {
                prop_assert_eq!(in_piece(&label, &text, false), []);
            }
        }
    }

    #[test]
    fn days_and_times_are_passed_by_as_short() {
        for text in ["2027-01-15", "19:30", "1.250", "3511 AB", "4 keer", "0"] {
            assert!(is_short("datum", text), "{text}");
        }
        let others =
            [("bsn", "2027-01-15"), ("geboortedatum", "1984"), ("datum", "geb. 1-2-84"), ("nummer", "12345678--")];
        for (label, text) in others {
            assert!(!is_short(label, text), "{label}: {text}");
        }
    }
}
