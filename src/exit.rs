//! How a run ends: the exit codes, and the failures that lead to them.

use std::process::ExitCode;

use serde::{Deserialize, Serialize};
use wep::load::LoadError;
use wep::write::WriteError;

/// The exit codes, in one place; a higher one is worse.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Exit {
    Good = 0,
    /// The input has errors.
    InputErrors = 1,
    /// The call itself was wrong.
    WrongCall = 2,
    /// Something would be lost, and so it was not done.
    WouldLose = 3,
    /// The machine refused: disk, rights.
    Refused = 4,
    /// The user broke it off; the number is what shells use for Ctrl-C.
    Stopped = 130,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> ExitCode {
        ExitCode::from(exit as u8)
    }
}

/// A run that could not do what was asked: why, and the way out.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Failure {
    pub exit: Exit,
    /// One Dutch sentence, without a capital and without a full stop: it comes after ‘fout:’.
    pub message: String,
    /// Whole Dutch sentences, one a line; may be empty.
    pub help: String,
}

impl Failure {
    pub fn new(exit: Exit, message: impl Into<String>, help: impl Into<String>) -> Failure {
        Failure { exit, message: message.into(), help: help.into() }
    }
}

impl From<WriteError> for Failure {
    fn from(error: WriteError) -> Failure {
        let exit = match &error {
            error if error.would_lose() => Exit::WouldLose,
            WriteError::Name { .. } => Exit::WrongCall,
            _ => Exit::Refused,
        };
        Failure::new(exit, error.to_string(), error.help())
    }
}

impl From<LoadError> for Failure {
    fn from(error: LoadError) -> Failure {
        let (exit, help) = match &error {
            LoadError::FolderMissing { .. } | LoadError::NotAFolder { .. } => {
                (Exit::WrongCall, "Kijk na of u de map goed hebt geschreven. Een nieuwe map maakt u met: wep init")
            }
            LoadError::NotAFile { .. } => (Exit::Refused, ""),
            LoadError::TooLarge { .. } => (Exit::InputErrors, "Kijk of dit het goede bestand is."),
            LoadError::Link { .. } => {
                (Exit::Refused, "Zet het bestand zelf in de map van de gemeente, in plaats van de koppeling.")
            }
            LoadError::NoRights { .. } | LoadError::Unreadable { .. } => {
                (Exit::Refused, "Kijk na of u het bestand kunt openen, en of de schijf nog is aangesloten.")
            }
        };
        Failure::new(exit, error.to_string(), help)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_codes_are_those_of_the_manual() {
        let codes =
            [Exit::Good, Exit::InputErrors, Exit::WrongCall, Exit::WouldLose, Exit::Refused].map(|exit| exit as u8);
        assert_eq!(codes, [0, 1, 2, 3, 4]);
    }
}
