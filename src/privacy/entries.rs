//! Values that belong together: the fields of an entry, the cells of a row. What is said of a person may stand in another
//! field than the name.

use std::ops::Range;

use serde_json::Value;

use super::word::key;
use super::{Hit, Kind, diagnosis, in_text, name};

/// One value.
#[derive(Debug, Clone)]
pub struct Scalar<'t> {
    /// The entry that it is a field of, and the entries around that, from the outside in.
    pub entries: Vec<usize>,
    /// The name of its field, or what stands above its column.
    pub label: &'t str,
    pub text: &'t str,
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

/// What stands in these values, on their own and together: the place of the value in the list, and what is in it.
pub fn in_scalars(scalars: &[Scalar]) -> Vec<(usize, Hit)> {
    let mut found = Vec::new();
    for (place, scalar) in scalars.iter().enumerate() {
        found.extend(in_text(scalar.label, scalar.text).into_iter().map(|hit| (place, hit)));
    }
    let persons: Vec<usize> = (0..scalars.len()).filter(|place| names_person(&scalars[*place])).collect();
    for place in persons {
        let Some(entry) = scalars[place].entries.last() else { continue };
        // The values of an entry stand behind each other.
        let inside = |scalar: &Scalar| scalar.entries.contains(entry);
        let first = (0..place).rev().take_while(|other| inside(&scalars[*other])).last().unwrap_or(place);
        let members = (first..scalars.len()).take_while(|other| inside(&scalars[*other]));
        for other in members.filter(|other| *other != place) {
            let spans = diagnosis::of_person(scalars[other].label, scalars[other].text);
            found.extend(spans.into_iter().map(|span| (other, Hit { kind: Kind::Diagnosis, span })));
        }
    }
    found.sort_by_key(|(place, hit)| (*place, hit.span.start, hit.kind, hit.span.end));
    found.dedup_by(|next, last| next.0 == last.0 && next.1.kind == last.1.kind && overlap(&next.1.span, &last.1.span));
    found
}

/// What stands in a value with its fields: how often each kind.
pub fn in_value(label: &str, value: &Value) -> Vec<Kind> {
    let mut texts = Vec::new();
    collect(label, value, &mut Vec::new(), &mut 0, &mut texts);
    let scalars: Vec<Scalar> =
        texts.iter().map(|(entries, label, text)| Scalar { entries: entries.clone(), label, text }).collect();
    in_scalars(&scalars).into_iter().map(|(_, hit)| hit.kind).collect()
}

/// The texts and numbers in a value: their entries, the name of the field, and what they say.
type Text<'v> = (Vec<usize>, &'v str, String);

fn collect<'v>(
    label: &'v str,
    value: &'v Value,
    entries: &mut Vec<usize>,
    next: &mut usize,
    found: &mut Vec<Text<'v>>,
) {
    match value {
        Value::Null | Value::Bool(_) => {}
        Value::Number(number) => found.push((entries.clone(), label, number.to_string())),
        Value::String(text) => found.push((entries.clone(), label, text.clone())),
        Value::Array(items) => items.iter().for_each(|item| collect(label, item, entries, next, found)),
        Value::Object(fields) => {
            *next += 1;
            entries.push(*next);
            fields.iter().for_each(|(name, value)| collect(name, value, entries, next, found));
            entries.pop();
        }
    }
}

fn names_person(scalar: &Scalar) -> bool {
    NAMES.contains(&key(scalar.label).as_str()) && name::is_name(scalar.text)
}

fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}
