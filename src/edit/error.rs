//! Why an edit was not made. Whatever the reason, there is no new text then.

use thiserror::Error;

use super::text::Text;
use crate::check::Finding;

/// An edit that could not be made.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum EditError {
    /// The file has errors; until they are solved nobody can tell what an edit would do to it.
    #[error("in {file} staan fouten; los die eerst op")]
    Broken { file: &'static str, findings: Vec<Finding> },
    /// With this change the file would hold something about a participant; what, after “hierin staat”.
    #[error("in wat u in {file} wilt zetten, staat {what}; er is niets opgeslagen")]
    Participant { file: &'static str, what: String },
    #[error("er is geen organisatie met de id ‘{id}’")]
    Unknown { id: String },
    #[error("er is al een organisatie met de id ‘{id}’")]
    Taken { id: String },
    #[error("de id ‘{id}’ staat twee keer in het bestand; geef eerst elke organisatie een eigen id")]
    Twice { id: String },
    #[error("deze organisatie heeft geen id")]
    NoId,
    /// Text that this edit would have to touch is written in a way that cannot be edited piece by piece.
    #[error("regel {line} is zo geschreven dat wep er niet veilig iets aan kan veranderen")]
    Unplaceable { line: usize },
    /// Two edits of one call get in each other's way.
    #[error("deze wijzigingen kunnen niet in één keer")]
    Together,
    /// The text that came out does not say what was asked, for example because a value with `&` is used elsewhere too.
    #[error("deze wijziging zou in {file} ook iets anders veranderen; er is niets gewijzigd")]
    SideEffect { file: &'static str },
}

impl EditError {
    pub(super) fn unplaceable(text: Text<'_>, at: usize) -> EditError {
        EditError::Unplaceable { line: crate::edit::line_number(text.text, at) }
    }

    /// The way out, in one or two sentences.
    pub fn help(&self) -> &'static str {
        match self {
            EditError::Broken { .. } => "Bekijk de fouten met: wep controleer",
            EditError::Unknown { .. } => "Bekijk welke er zijn met: wep organisatie lijst",
            EditError::Taken { .. } => "Kies een andere id, of wijzig die organisatie.",
            EditError::Twice { .. } | EditError::NoId => "Doe dat in het bestand zelf.",
            EditError::Unplaceable { .. } | EditError::SideEffect { .. } => {
                "Verander het in het bestand zelf, met een tekstverwerker zoals Kladblok."
            }
            EditError::Participant { .. } => {
                "Gegevens van deelnemers horen niet in wep. Gaat dit niet over een deelnemer? Schrijf het dan zelf in het bestand,\n\
                 met erachter: # geen deelnemer: en waarom niet"
            }
            EditError::Together => "Doe ze één voor één.",
        }
    }
}
