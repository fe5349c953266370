//! The templates of a gemeente's own, in its folder `sjablonen`: each takes the place of one of wep, makes a document of
//! its own, or is a part that others use.

use serde::Deserialize;

/// The folder of the templates, inside that of the gemeente.
pub const FOLDER: &str = "sjablonen";
/// The folder of the parts, inside [`FOLDER`].
pub const PARTS: &str = "deel";
/// How the name of every template ends.
pub const ENDING: &str = ".md.hbs";

/// The templates of a gemeente's own, in the order of their names.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sjablonen(pub Vec<Sjabloon>);

/// A template of a gemeente's own.
#[derive(Debug, Clone, PartialEq)]
pub struct Sjabloon {
    pub naam: String,
    /// A part, used by others as `{{> naam}}`.
    pub deel: bool,
    /// The whole text, with line feeds alone.
    pub tekst: String,
    /// What stands above it between lines of three dashes; the default when there is nothing.
    pub kop: SjabloonKop,
    /// How many bytes of the text that takes.
    pub kop_bytes: usize,
}

/// What a template says of its document before it begins.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SjabloonKop {
    pub titel: Option<String>,
    pub ondertitel: Option<String>,
    /// The document of wep whose values it can use.
    pub gegevens: Option<String>,
}

impl Sjablonen {
    /// The template of this name: a part, or one that makes a document.
    pub fn find(&self, naam: &str, deel: bool) -> Option<&Sjabloon> {
        self.0.iter().find(|sjabloon| sjabloon.deel == deel && sjabloon.naam == naam)
    }

    /// The template of this name that makes a document.
    pub fn stuk(&self, naam: &str) -> Option<&Sjabloon> {
        self.find(naam, false)
    }

    /// The templates that make a document.
    pub fn stukken(&self) -> impl Iterator<Item = &Sjabloon> {
        self.0.iter().filter(|sjabloon| !sjabloon.deel)
    }

    /// The templates that others use.
    pub fn delen(&self) -> impl Iterator<Item = &Sjabloon> {
        self.0.iter().filter(|sjabloon| sjabloon.deel)
    }
}

impl Sjabloon {
    /// The file without its ending, from the folder of the gemeente: `sjablonen/convenant`.
    pub fn pad(&self) -> String {
        match self.deel {
            true => format!("{FOLDER}/{PARTS}/{}", self.naam),
            false => format!("{FOLDER}/{}", self.naam),
        }
    }

    /// The file, from the folder of the gemeente: `sjablonen/convenant.md.hbs`.
    pub fn bestand(&self) -> String {
        format!("{}{ENDING}", self.pad())
    }

    /// The text of the template itself, in which every line has the number that it has in the file.
    pub fn romp(&self) -> String {
        match self.tekst.split_at_checked(self.kop_bytes) {
            Some((kop, romp)) if !kop.is_empty() => {
                format!("{{{{!--{}--}}}}\n{romp}", "\n".repeat(kop.matches('\n').count() - 1))
            }
            _ => self.tekst.clone(),
        }
    }
}
