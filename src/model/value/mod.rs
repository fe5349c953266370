//! Single values with a shape of their own: a date, a time of day, an amount of money, a yes or no.

use std::ops::RangeInclusive;

mod bedrag;
mod coordinaat;
mod dag_van_de_maand;
mod datum;
mod getal;
mod ja_nee;
mod tijd;

pub use bedrag::Bedrag;
pub use coordinaat::Coordinaat;
pub use dag_van_de_maand::DagVanDeMaand;
pub use datum::Datum;
pub use getal::Getal;
pub use ja_nee::JaNee;
pub use tijd::Tijd;

/// So many digits and nothing else: `parse` also reads a sign.
fn digits(text: &str, many: RangeInclusive<usize>) -> bool {
    many.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Reads and writes a value as the text that its `FromStr` and `Display` agree on. The name goes through
/// `deserialize_newtype_struct`, so that a reader can tell what was expected.
macro_rules! written_as_text {
    ($type:ident, $name:literal, $expected:literal, $schema:expr) => {
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<$type, D::Error> {
                struct Reader;
                impl<'de> serde::de::Visitor<'de> for Reader {
                    type Value = $type;
                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        formatter.write_str($expected)
                    }
                    fn visit_newtype_struct<D: serde::Deserializer<'de>>(self, inner: D) -> Result<$type, D::Error> {
                        <String as serde::Deserialize>::deserialize(inner)?.parse().map_err(serde::de::Error::custom)
                    }
                    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<$type, E> {
                        text.parse().map_err(E::custom)
                    }
                }
                deserializer.deserialize_newtype_struct($name, Reader)
            }
        }

        impl schemars::JsonSchema for $type {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                $name.into()
            }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                $schema
            }
        }
    };
}

pub(super) use written_as_text;
