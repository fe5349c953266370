//! What is inside a list or a set of fields: unknown fields and fields that stand there twice are recorded here.

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
        let mut first_of_name = std::collections::BTreeMap::new();
        let mut kept = Vec::new();
        for (key, value) in entries {
            let Some(name) = name_of(reading, key) else { continue };
            if let Some(first) = first_of_name.get(name) {
                let message = format!("het veld {} staat hier voor de tweede keer", quoted(name));
                let help = format!("de eerste staat op regel {}; die telt. Haal er één weg", reading.line(*first));
                reading.remark(key.span.clone(), Remark::new(Code::DuplicateField, message, help));
                continue;
            }
            first_of_name.insert(name, key.span.start);
            match known {
                Some(known) if !known.contains(&name) => unknown(reading, key, name, known),
                _ if reading.is_skipped(value) => {}
                _ => kept.push((name, value)),
            }
        }
        Fields { reading, entries: kept.into_iter(), value: None }
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
    reading.remark(key.span.clone(), remark);
    None
}

fn unknown(reading: &Reading, key: &Node, name: &str, known: &[&str]) {
    let message = format!("het veld {} bestaat niet", quoted(name));
    let help = match meant(reading, name, known) {
        _ if name.starts_with('-') => "zet een spatie achter het streepje".to_owned(),
        Some(meant) => meant,
        None => format!("deze velden bestaan hier: {}", known.join(", ")),
    };
    reading.remark(key.span.clone(), Remark::new(Code::UnknownField, message, help));
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
