//! What is inside a list or a set of fields: unknown fields and fields that stand there twice are recorded here.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use serde::de::value::StrDeserializer;
use serde::de::{DeserializeSeed, MapAccess, SeqAccess};

use super::deserialize::NodeReader;
use super::failure::Failure;
use super::reading::{Reading, Remark};
use super::wording::quoted;
use super::yaml::{Kind, Node};
use crate::check::Code;
use crate::dutch::did_you_mean;

/// The items of a list, without those that were refused.
pub(super) struct Items<'a> {
    reading: &'a Reading,
    items: std::slice::Iter<'a, Node>,
}

impl<'a> Items<'a> {
    pub fn new(reading: &'a Reading, items: &'a [Node]) -> Items<'a> {
        Items { reading, items: items.iter() }
    }
}

impl<'de> SeqAccess<'de> for Items<'_> {
    type Error = Failure;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Failure> {
        let Some(node) = self.items.find(|node| !self.reading.is_skipped(node)) else { return Ok(None) };
        let reader = NodeReader { reading: self.reading, node, in_list: true };
        seed.deserialize(reader).map(Some).map_err(|failure| failure.at(node.id))
    }
}

/// The fields that count: known, the first of their name, and not refused.
pub(super) struct Fields<'a> {
    reading: &'a Reading,
    entries: std::vec::IntoIter<(&'a str, &'a Node)>,
    value: Option<&'a Node>,
}

impl<'a> Fields<'a> {
    /// `known`: the names that exist; without it every name will do.
    pub fn new(reading: &'a Reading, entries: &'a [(Node, Node)], known: Option<&[&str]>) -> Fields<'a> {
        let mut names = Names::of(entries.len());
        let mut kept = Vec::with_capacity(entries.len());
        for (key, value) in entries {
            let Some(name) = name_of(reading, key) else { continue };
            if let Some(first) = names.first(name, key.span.start()) {
                let message = format!("het veld {} staat hier voor de tweede keer", quoted(name));
                let help = format!("de eerste staat op regel {}; die telt. Haal er één weg", reading.line(first));
                reading.remark(key.span.range(), Remark::new(Code::DuplicateField, message, help));
                continue;
            }
            match known {
                Some(known) if !known.contains(&name) => unknown(reading, key, name, known),
                _ if reading.is_skipped(value) => {}
                _ => kept.push((name, value)),
            }
        }
        Fields { reading, entries: kept.into_iter(), value: None }
    }
}

/// The names that were seen, and where each stands.
enum Names<'a> {
    Few(Vec<(&'a str, usize)>),
    Many(BTreeMap<&'a str, usize>),
}

impl<'a> Names<'a> {
    /// Up to so many names, looking at all of them is quicker than keeping them in order.
    const FEW: usize = 32;

    fn of(number: usize) -> Names<'a> {
        if number <= Names::FEW { Names::Few(Vec::with_capacity(number)) } else { Names::Many(BTreeMap::new()) }
    }

    /// Where a name that stands at `place` stood first; nothing when this is the first time.
    fn first(&mut self, name: &'a str, place: usize) -> Option<usize> {
        match self {
            Names::Few(names) => {
                let first = names.iter().find(|(other, _)| *other == name).map(|(_, first)| *first);
                if first.is_none() {
                    names.push((name, place));
                }
                first
            }
            Names::Many(names) => match names.entry(name) {
                Entry::Occupied(first) => Some(*first.get()),
                Entry::Vacant(free) => {
                    free.insert(place);
                    None
                }
            },
        }
    }
}

fn name_of<'a>(reading: &Reading, key: &'a Node) -> Option<&'a str> {
    let remark = match &key.kind {
        Kind::Scalar { text, plain: true } if text == "<<" => {
            let message = "samenvoegen met ‘<<’ kan niet in de bestanden van wep";
            Remark::new(Code::Syntax, message, "schrijf de velden hier voluit")
        }
        Kind::Scalar { text, .. } => return Some(text),
        Kind::Null => Remark::new(Code::WrongType, "voor deze dubbele punt ontbreekt de naam van het veld", ""),
        _ => {
            let help =
                "de naam van een veld is één woord; begint een waarde met een haak, zet er dan aanhalingstekens om";
            Remark::new(Code::WrongType, "dit kan niet de naam van een veld zijn", help)
        }
    };
    reading.remark(key.span.range(), remark);
    None
}

fn unknown(reading: &Reading, key: &Node, name: &str, known: &[&str]) {
    let message = format!("het veld {} bestaat niet", quoted(name));
    let help = match meant(reading, name, known) {
        _ if name.starts_with('-') => "zet een spatie achter het streepje".to_owned(),
        Some(meant) => meant,
        None => format!("deze velden bestaan hier: {}", known.join(", ")),
    };
    reading.remark(key.span.range(), Remark::new(Code::UnknownField, message, help));
}

/// Looking for what was meant takes a while: not for a finding that is only counted.
fn meant(reading: &Reading, name: &str, known: &[&str]) -> Option<String> {
    if reading.is_full(Code::UnknownField) { None } else { did_you_mean(name, known.iter().copied()) }
}

impl<'de> MapAccess<'de> for Fields<'_> {
    type Error = Failure;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Failure> {
        let Some((name, value)) = self.entries.next() else { return Ok(None) };
        self.value = Some(value);
        let key: StrDeserializer<'_, Failure> = StrDeserializer::new(name);
        seed.deserialize(key).map(Some).map_err(|failure| failure.at(value.id))
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Failure> {
        let Some(node) = self.value.take() else { return Err(serde::de::Error::custom("hier ontbreekt een waarde")) };
        let reader = NodeReader { reading: self.reading, node, in_list: false };
        seed.deserialize(reader).map_err(|failure| failure.at(node.id))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_few_names_and_of_many_the_first_place_counts() {
        for number in [3, Names::FEW + 1] {
            let mut names = Names::of(number);
            assert_eq!(names.first("naam", 7), None);
            assert_eq!(names.first("adres", 20), None);
            assert_eq!(names.first("naam", 31), Some(7));
            assert_eq!(names.first("naam", 44), Some(7));
        }
    }
}
