//! What goes wrong with a template, told to the person who wrote it.

use std::fmt;

use crate::dutch::did_you_mean;

/// A fault in a template, or in how it uses its view. All texts are plain Dutch.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}:{line}:{column}: {message}")]
pub struct ComposeError {
    /// Name of the file of the template or partial, such as `convenant.md.hbs`.
    pub file: String,
    /// Counted from 1.
    pub line: usize,
    /// Counted from 1, in characters.
    pub column: usize,
    /// What is wrong, in one sentence without a full stop.
    pub message: String,
    /// The way out; may be empty.
    pub help: String,
}

/// What is wrong, before it is known where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fault {
    pub message: String,
    pub help: String,
}

impl Fault {
    pub fn new(message: impl Into<String>) -> Fault {
        Fault { message: message.into(), help: String::new() }
    }

    /// The same fault with the way out.
    pub fn help(self, help: impl Into<String>) -> Fault {
        Fault { help: help.into(), ..self }
    }

    /// The same fault, at a place in a template.
    pub fn at(self, place: &Place) -> ComposeError {
        ComposeError {
            file: place.file.clone(),
            line: place.line,
            column: place.column,
            message: self.message,
            help: self.help,
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl std::error::Error for Fault {}

/// A place in a template; line and column count from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    pub file: String,
    pub line: usize,
    pub column: usize,
}

/// ‘bedoelde u …?’ for the name that is nearest to `wrong`; empty when none is near.
pub(super) fn suggestion<'a>(wrong: &str, names: impl IntoIterator<Item = &'a str>) -> String {
    did_you_mean(wrong, names).unwrap_or_default()
}

/// The suggestion, or else all names there are.
pub(super) fn suggestion_or_list(wrong: &str, names: &[&str]) -> String {
    did_you_mean(wrong, names.iter().copied()).unwrap_or_else(|| format!("kies uit: {}", names.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn suggests_what_is_near_only() {
        assert_eq!(suggestion("gemente", ["wijk", "gemeente"]), "bedoelde u ‘gemeente’?");
        assert_eq!(suggestion("x", ["gemeente"]), "");
        assert_eq!(suggestion_or_list("zzz", &["bron", "let-op"]), "kies uit: bron, let-op");
    }
}
