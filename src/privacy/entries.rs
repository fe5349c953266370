//! Values that belong together: the fields of an entry, the cells of a row. What is said of a person may stand in another
//! field than the name.

use std::borrow::Cow;
use std::ops::Range;
use std::panic;
use std::thread;

use serde_json::Value;

use super::glance::glance;
use super::word::key;
use super::{Hit, Kind, diagnosis, look, name};

/// One value.
#[derive(Debug, Clone)]
pub struct Scalar<'t> {
    /// The number of the entry that it is a field of; nothing outside every entry.
    pub entry: Option<usize>,
    /// The name of its field, or what stands above its column.
    pub label: &'t str,
    pub text: Cow<'t, str>,
}

/// Values in the order in which they stand, and the entries that they are in.
#[derive(Debug, Clone, Default)]
pub struct Scalars<'t> {
    pub all: Vec<Scalar<'t>>,
    /// Of each entry the places of its values, with those of the entries inside it.
    entries: Vec<Range<usize>>,
    open: Vec<usize>,
}

impl<'t> Scalars<'t> {
    /// With room for so many values.
    pub fn with_capacity(values: usize) -> Scalars<'t> {
        Scalars { all: Vec::with_capacity(values), ..Scalars::default() }
    }

    /// An entry begins: what is added from here on is in it.
    pub fn begin(&mut self) {
        self.open.push(self.entries.len());
        self.entries.push(self.all.len()..self.all.len());
    }

    /// The entry that began last ends.
    pub fn end(&mut self) {
        if let Some(entry) = self.open.pop() {
            self.entries[entry].end = self.all.len();
        }
    }

    pub fn add(&mut self, label: &'t str, text: impl Into<Cow<'t, str>>) {
        self.all.push(Scalar { entry: self.open.last().copied(), label, text: text.into() });
    }
}

/// A field with the name of whom an entry is about.
const NAMES: [&str; 17] = [
    "naam",
    "voornaam",
    "achternaam",
    "roepnaam",
    "volledigenaam",
    "deelnemer",
    "naamdeelnemer",
    "client",
    "cliënt",
    "naamcliënt",
    "naamclient",
    "patient",
    "patiënt",
    "persoon",
    "bewoner",
    "klant",
    "naamklant",
];

/// So many values are worth a thread.
const PIECE: usize = 4096;

/// What some values hold, each on its own.
struct OnTheirOwn {
    found: Vec<(usize, Hit)>,
    /// Where a diagnosis may stand, if it is about someone.
    told: Vec<usize>,
}

/// Looks at all values, many of them on all processors. Not with the threads of rayon, which are made by who needs them for
/// more, with room for that.
fn each_on_its_own(values: &[Scalar]) -> OnTheirOwn {
    let threads = if values.len() > PIECE { thread::available_parallelism().map_or(1, usize::from) } else { 1 };
    let size = values.len().div_ceil(threads).max(PIECE);
    let mut pieces = values.chunks(size).enumerate().map(|(number, piece)| (number * size, piece));
    let (first, mine) = pieces.next().unwrap_or_default();
    thread::scope(|scope| {
        let others: Vec<_> = pieces
            .map(|(first, piece)| {
                let look = move || on_their_own(first, piece);
                // Where no more threads can be had, this one does it.
                thread::Builder::new().spawn_scoped(scope, look).map_err(|_| (first, piece))
            })
            .collect();
        let mut all = on_their_own(first, mine);
        for other in others {
            let piece = match other {
                Ok(thread) => thread.join().unwrap_or_else(|fault| panic::resume_unwind(fault)),
                Err((first, piece)) => on_their_own(first, piece),
            };
            all.found.extend(piece.found);
            all.told.extend(piece.told);
        }
        all
    })
}

/// Looks at these values, of which the first has this place in the list.
fn on_their_own(first: usize, values: &[Scalar]) -> OnTheirOwn {
    let mut piece = OnTheirOwn { found: Vec::new(), told: Vec::new() };
    for (place, scalar) in (first..).zip(values) {
        let seen = glance(&scalar.text);
        piece.found.extend(look(scalar.label, &scalar.text, seen).into_iter().map(|hit| (place, hit)));
        if seen.diagnosis || diagnosis::is_label(scalar.label) {
            piece.told.push(place);
        }
    }
    piece
}

/// What stands in these values, on their own and together: the place of the value in the list, and what is in it.
pub fn in_scalars(scalars: &Scalars) -> Vec<(usize, Hit)> {
    let all = &scalars.all;
    let OnTheirOwn { mut found, told } = each_on_its_own(all);
    for (number, entry) in scalars.entries.iter().enumerate() {
        let told = &told[told.partition_point(|place| *place < entry.start)..];
        let told = &told[..told.partition_point(|place| *place < entry.end)];
        let own = |place: &usize| all[*place].entry == Some(number);
        if told.is_empty() || !entry.clone().any(|place| own(&place) && names_person(&all[place])) {
            continue;
        }
        for other in told.iter().copied().filter(|other| !names_person(&all[*other])) {
            let spans = diagnosis::of_person(all[other].label, &all[other].text);
            found.extend(spans.into_iter().map(|span| (other, Hit { kind: Kind::Diagnosis, span })));
        }
    }
    found.sort_by_key(|(place, hit)| (*place, hit.span.start, hit.kind, hit.span.end));
    found.dedup_by(|next, last| next.0 == last.0 && next.1.kind == last.1.kind && overlap(&next.1.span, &last.1.span));
    found
}

/// What stands in a value with its fields: each kind as often as it is there.
pub fn in_value(label: &str, value: &Value) -> Vec<Kind> {
    let mut scalars = Scalars::default();
    collect(label, value, &mut scalars);
    in_scalars(&scalars).into_iter().map(|(_, hit)| hit.kind).collect()
}

fn collect<'v>(label: &'v str, value: &'v Value, scalars: &mut Scalars<'v>) {
    match value {
        Value::Null | Value::Bool(_) => {}
        Value::Number(number) => scalars.add(label, number.to_string()),
        Value::String(text) => scalars.add(label, text.as_str()),
        Value::Array(items) => items.iter().for_each(|item| collect(label, item, scalars)),
        Value::Object(fields) => {
            scalars.begin();
            fields.iter().for_each(|(name, value)| collect(name, value, scalars));
            scalars.end();
        }
    }
}

fn names_person(scalar: &Scalar) -> bool {
    NAMES.contains(&&*key(scalar.label)) && name::is_name(&scalar.text)
}

fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_many_values_hold_is_found_where_it_is() {
        let mut scalars = Scalars::default();
        let places = [0, PIECE - 1, PIECE, 2 * PIECE + 7, 3 * PIECE];
        for place in 0..=3 * PIECE {
            scalars.begin();
            scalars.add("naam", "Jan de Vries");
            scalars.add("opmerking", if places.contains(&place) { "heeft een depressie" } else { "komt op maandag 4" });
            scalars.end();
        }
        let found: Vec<usize> = in_scalars(&scalars).into_iter().map(|(place, _)| place / 2).collect();
        assert_eq!(found, places);
    }
}
