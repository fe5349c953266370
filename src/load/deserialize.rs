//! The reader that serde gets: it knows what a field expects, and what the user wrote there instead.
//!
//! A value that is wrong is recorded, and something harmless goes to the visitor in its place, so that one pass meets
//! all errors; the next pass leaves those values out (see [`Reading`]).

use serde::de::value::StrDeserializer;
use serde::de::{Deserializer, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;

use super::access::{Fields, Items};
use super::failure::Failure;
use super::reading::{Reading, Remark};
use super::scalar::{self, Unreadable};
use super::wording::{quoted, suggestion};
use super::yaml::{Kind, Node};
use crate::check::Code;
use crate::model::{Bedrag, Coordinaat, DagVanDeMaand, Datum, Getal, Herhaling, JaNee, Kleur, Tijd};

/// Gives the value of one node to serde.
#[derive(Clone, Copy)]
pub(super) struct NodeReader<'a> {
    pub reading: &'a Reading,
    pub node: &'a Node,
    /// An item of a list that is empty is a hole; a field that is empty is just not filled in yet.
    pub in_list: bool,
}

const LIST_HELP: &str = "zet elk onderdeel op een eigen regel met ‘- ’ ervoor";

/// There is nothing but white space.
fn is_blank(text: &str) -> bool {
    text.chars().all(char::is_whitespace)
}

impl<'a> NodeReader<'a> {
    pub fn root(reading: &'a Reading, node: &'a Node) -> NodeReader<'a> {
        NodeReader { reading, node, in_list: false }
    }

    /// The text of a single value; otherwise the node has been recorded and is left out.
    fn scalar(self, expected: &str) -> Option<&'a str> {
        match &self.node.kind {
            Kind::Scalar { text, .. } if is_blank(text) => self.leave_empty(),
            Kind::Scalar { text, .. } => return Some(text),
            Kind::Null => self.leave_empty(),
            _ => self.refuse_kind(expected),
        }
        None
    }

    fn leave_empty(self) {
        if self.in_list {
            let help = "vul het in, of haal de regel met het streepje weg";
            self.reading.refuse(self.node, Remark::new(Code::Missing, "dit onderdeel van de lijst is leeg", help));
        } else {
            self.reading.skip(self.node);
        }
    }

    fn refuse_kind(self, expected: &str) {
        let (found, help) = match &self.node.kind {
            Kind::Null => ("niets", String::new()),
            Kind::Scalar { text, .. } => ("tekst", missing_space(text)),
            Kind::Sequence(_) => ("een lijst", "haal het streepje of de rechte haken weg; begint de tekst met een haak, zet er dan aanhalingstekens om".to_owned()),
            Kind::Mapping(entries) => ("velden", one_line(entries)),
        };
        let message =
            format!("hier hoort {expected}, maar er staat {found}").replace("er staat velden", "er staan velden");
        self.reading.refuse(self.node, Remark::new(Code::WrongType, message, help));
    }

    fn refuse(self, code: Code, why: Unreadable) {
        self.reading.refuse(self.node, Remark::new(code, why.message, why.help));
    }

    /// The whole number that is written here, or 0 when it was refused.
    fn whole(self, min: i128, max: i128) -> i128 {
        let Some(text) = self.scalar("een getal") else { return 0 };
        scalar::read_whole(text, min, max).unwrap_or_else(|why| {
            self.refuse(Code::InvalidNumber, why);
            0
        })
    }

    /// Text for a value with a shape of its own. What it refuses, it replaces by something that it accepts.
    fn shaped(self, shape: &Shape) -> &'a str {
        let Some(text) = self.scalar(shape.expected) else { return shape.harmless };
        if text.len() > 100 {
            let message = format!("{} is te lang voor {}", quoted(text), shape.expected);
            self.reading.refuse(self.node, Remark::new(shape.code, message, ""));
            return shape.harmless;
        }
        match (shape.check)(text) {
            Ok(()) => text,
            Err(message) => {
                self.reading.refuse(self.node, Remark::new(shape.code, message, ""));
                shape.harmless
            }
        }
    }

    fn warn_of_trap(self, text: &str, plain: bool) {
        if let Some(meaning) = scalar::trap(text).filter(|_| plain) {
            let message = format!("andere programma’s lezen {} als {meaning}", quoted(text));
            let help = format!("zet er aanhalingstekens om: \"{text}\"");
            self.reading.remark(self.node.span.range(), Remark::new(Code::YamlTrap, message, help));
        }
    }
}

/// Fields where text belongs: mostly a text with a colon in it.
fn one_line(entries: &[(Node, Node)]) -> String {
    if let [(key, value)] = entries
        && let (Kind::Scalar { text: key, plain: true }, Kind::Scalar { text: value, plain: true }) =
            (&key.kind, &value.kind)
    {
        return format!("zet aanhalingstekens om de hele tekst: \"{key}: {value}\"").replace('\n', " ");
    }
    "schrijf de tekst achter de dubbele punt; begint de tekst met een accolade, zet er dan aanhalingstekens om"
        .to_owned()
}

/// `naam:Jan` is one word to YAML.
fn missing_space(text: &str) -> String {
    match text.split_once(':') {
        Some((name, rest))
            if !name.is_empty() && !name.contains(' ') && !rest.starts_with([' ', '/']) && !rest.is_empty() =>
        {
            format!("zet een spatie achter de dubbele punt: {name}: …")
        }
        _ => String::new(),
    }
}

/// Says in Dutch why a text is not of the shape.
type Check = fn(&str) -> Result<(), String>;

/// A value that is written as text and has its own rules.
struct Shape {
    code: Code,
    expected: &'static str,
    harmless: &'static str,
    check: Check,
}

fn shape(name: &str) -> Option<Shape> {
    let (code, expected, harmless, check): (_, _, _, Check) = match name {
        "Datum" => (Code::InvalidDate, "een datum", "2000-01-01", |text| text.parse::<Datum>().map(drop)),
        "Tijd" => (Code::InvalidTime, "een tijd", "00.00", |text| text.parse::<Tijd>().map(drop)),
        "DagVanDeMaand" => (Code::InvalidMonthRule, "een vaste dag van de maand", "eerste maandag", |text| {
            text.parse::<DagVanDeMaand>().map(drop)
        }),
        "Herhaling" => (Code::InvalidRecurrence, "een vaste dag of een datum", "elke maandag", |text| {
            text.parse::<Herhaling>().map(drop)
        }),
        "Bedrag" => (Code::InvalidNumber, "een bedrag", "0", |text| text.parse::<Bedrag>().map(drop)),
        "Getal" => (Code::InvalidNumber, "een getal", "0", |text| text.parse::<Getal>().map(drop)),
        "Coordinaat" => {
            (Code::InvalidNumber, "een breedte- of lengtegraad", "0", |text| text.parse::<Coordinaat>().map(drop))
        }
        "Kleur" => (Code::InvalidColour, "een kleur", "#000000", |text| text.parse::<Kleur>().map(drop)),
        "JaNee" => (Code::WrongType, "ja of nee", "nee", |text| text.parse::<JaNee>().map(drop)),
        _ => return None,
    };
    Some(Shape { code, expected, harmless, check })
}

macro_rules! whole_numbers {
    ($($method:ident $visit:ident $number:ty)+) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Failure> {
            let number = self.whole(<$number>::MIN.into(), <$number>::MAX.into());
            visitor.$visit(<$number>::try_from(number).unwrap_or_default())
        }
    )+};
}

impl<'de> Deserializer<'de> for NodeReader<'_> {
    type Error = Failure;

    whole_numbers! {
        deserialize_i8 visit_i8 i8
        deserialize_i16 visit_i16 i16
        deserialize_i32 visit_i32 i32
        deserialize_i64 visit_i64 i64
        deserialize_u8 visit_u8 u8
        deserialize_u16 visit_u16 u16
        deserialize_u32 visit_u32 u32
        deserialize_u64 visit_u64 u64
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Failure> {
        let value = shape("JaNee").is_some_and(|shape| self.shaped(&shape).parse() == Ok(JaNee(true)));
        visitor.visit_bool(value)
    }

    fn deserialize_f32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Failure> {
        self.deserialize_f64(visitor)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Failure> {
        let number = self.scalar("een getal").map(scalar::read_decimal);
        let number = number.unwrap_or(Ok(0.0)).unwrap_or_else(|why| {
            self.refuse(Code::InvalidNumber, why);
            0.0
        });
        visitor.visit_f64(number)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Failure> {
        let Some(text) = self.scalar("tekst") else { return visitor.visit_str("") };
        self.warn_of_trap(text, matches!(self.node.kind, Kind::Scalar { plain: true, .. }));
        visitor.visit_str(text)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Failure> {
        self.deserialize_str(visitor)
    }

    fn deserialize_char<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Failure> {
        self.deserialize_str(visitor)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Failure> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Failure> {
        match &self.node.kind {
            Kind::Null => visitor.visit_none(),
            Kind::Scalar { text, .. } if is_blank(text) => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, Failure> {
        match shape(name) {
            Some(shape) => visitor.visit_newtype_struct(StrDeserializer::new(self.shaped(&shape))),
            None => visitor.visit_newtype_struct(self),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Failure> {
        match &self.node.kind {
            Kind::Sequence(items) => return visitor.visit_seq(Items::new(self.reading, items)),
            Kind::Null => self.leave_empty(),
            Kind::Scalar { text, .. } if is_blank(text) => self.leave_empty(),
            Kind::Scalar { text, .. } => {
                let message = "hier hoort een lijst, maar er staat tekst";
                let example = if text.len() <= 60 { format!(", zoals ‘- {text}’") } else { String::new() };
                self.reading.refuse(self.node, Remark::new(Code::WrongType, message, format!("{LIST_HELP}{example}")));
            }
            Kind::Mapping(_) => {
                let message = "hier hoort een lijst, maar er staan velden";
                self.reading.refuse(self.node, Remark::new(Code::WrongType, message, LIST_HELP));
            }
        }
        visitor.visit_seq(Items::new(self.reading, &[]))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Failure> {
        match &self.node.kind {
            Kind::Mapping(entries) => return visitor.visit_map(Fields::new(self.reading, entries, Some(fields))),
            Kind::Null => {}
            Kind::Scalar { text, .. } if is_blank(text) => {}
            Kind::Scalar { text, .. } => {
                let mut help = missing_space(text);
                if help.is_empty() {
                    let names: Vec<&str> = fields.iter().copied().take(3).collect();
                    help = format!(
                        "zet elk veld op een eigen regel, als ‘veld: waarde’; de velden zijn onder meer: {}",
                        names.join(", ")
                    );
                }
                let message = "hier horen velden, maar er staat tekst";
                self.reading.refuse(self.node, Remark::new(Code::WrongType, message, help));
            }
            Kind::Sequence(_) => {
                let help = "haal het streepje (-) voor de velden weg";
                let message = "hier horen velden, maar er staat een lijst";
                self.reading.refuse(self.node, Remark::new(Code::WrongType, message, help));
            }
        }
        visitor.visit_map(Fields::new(self.reading, &[], None))
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Failure> {
        match &self.node.kind {
            Kind::Mapping(entries) => return visitor.visit_map(Fields::new(self.reading, entries, None)),
            Kind::Null => {}
            Kind::Scalar { text, .. } if is_blank(text) => {}
            _ => self.refuse_kind("een reeks velden"),
        }
        visitor.visit_map(Fields::new(self.reading, &[], None))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Failure> {
        let first = variants.first().copied().unwrap_or_default();
        let Some(text) = self.scalar("een keuze") else { return visitor.visit_enum(first.into_deserializer()) };
        if let Some(known) = variants.iter().find(|variant| **variant == text.trim()) {
            return visitor.visit_enum((*known).into_deserializer());
        }
        let message = format!("de keuze {} bestaat niet", quoted(text));
        let mut help = suggestion(text, variants, "kies uit");
        if help.starts_with("bedoelde") {
            help = format!("{help} U kunt kiezen uit: {}", variants.join(", "));
        }
        self.reading.refuse(self.node, Remark::new(Code::UnknownChoice, message, help));
        visitor.visit_enum(first.into_deserializer())
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Failure> {
        match &self.node.kind {
            Kind::Null => visitor.visit_unit(),
            Kind::Scalar { text, .. } => visitor.visit_str(text),
            Kind::Sequence(items) => visitor.visit_seq(Items::new(self.reading, items)),
            Kind::Mapping(entries) => visitor.visit_map(Fields::new(self.reading, entries, None)),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Failure> {
        visitor.visit_unit()
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Failure> {
        visitor.visit_unit()
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Failure> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, Failure> {
        self.deserialize_seq(visitor)
    }

    forward_to_deserialize_any! { i128 u128 bytes byte_buf unit_struct }
}
