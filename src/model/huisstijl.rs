//! The house style in `wep.yaml`: what makes every document look like it comes from this initiative.

use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::spelling;
use super::value::written_as_text;
use crate::colour::Rgb;

/// How documents look.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Huisstijl {
    #[schemars(
        description = "De kleur van koppen, lijnen en vlakken, zoals \"#1f4e6b\". Zet er aanhalingstekens om: anders leest YAML een # als uitleg."
    )]
    pub kleur: Option<Kleur>,
    #[schemars(description = "De tweede kleur, voor wat moet opvallen, zoals \"#b45309\".")]
    pub tweede_kleur: Option<Kleur>,
    #[schemars(
        description = "Het bestand met uw logo, in deze map: een PNG, of een SVG met de letters als omtrekken. Bijvoorbeeld logo.svg."
    )]
    pub logo: Option<String>,
    #[schemars(
        description = "Het lettertype: carlito (in Word: Calibri) of liberation_sans (in Word: Arial). Leeg: carlito."
    )]
    pub lettertype: Option<Lettertype>,
}

/// A typeface that comes with wep.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Lettertype {
    Carlito,
    LiberationSans,
}

/// A colour. Written `#1f4e6b`; also read without the sign and with capitals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kleur(pub Rgb);

impl fmt::Display for Kleur {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "#{}", self.0.to_string().to_lowercase())
    }
}

impl FromStr for Kleur {
    type Err = String;

    fn from_str(text: &str) -> Result<Kleur, String> {
        let wrong =
            |_| format!("‘{}’ is geen kleur; schrijf zes cijfers of letters a tot f, zoals \"#1f4e6b\"", text.trim());
        text.parse().map(Kleur).map_err(wrong)
    }
}

written_as_text!(Kleur, "Kleur", "een kleur, zoals \"#1f4e6b\"", spelling::kleur());

/// The logo that [`Huisstijl::logo`] names, as it was read: safe to show, and the same for every renderer.
#[derive(Debug, Clone, PartialEq)]
pub struct Logo {
    pub soort: LogoSoort,
    pub bytes: Vec<u8>,
    /// Width and height, which say only how the two are to each other.
    pub breedte: f64,
    pub hoogte: f64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogoSoort {
    Png,
    Svg,
}
