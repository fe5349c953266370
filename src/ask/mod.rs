//! Asking the user: one trait, with a terminal behind it or, in tests, a script.

mod lines;
#[cfg(test)]
pub mod script;
mod terminal;

use std::io::{self, IsTerminal};

use crate::exit::{Exit, Failure};

/// Looks at an answer and says in Dutch what is wrong with it.
pub type Check<'a> = &'a dyn Fn(&str) -> Result<(), String>;

/// Someone who answers questions.
pub trait Ask {
    /// Says something that needs no answer.
    fn say(&mut self, text: &str) -> Result<(), AskError>;

    /// One line of text. `initial` stands there already and can be changed. The answer has passed the check.
    fn text(&mut self, question: &str, initial: &str, check: Check) -> Result<String, AskError>;

    /// One of the choices, as its place in the list.
    fn choice(&mut self, question: &str, choices: &[String], preset: usize) -> Result<usize, AskError>;

    /// Ja or nee.
    fn confirm(&mut self, question: &str, preset: bool) -> Result<bool, AskError> {
        let choices = ["Ja".to_owned(), "Nee".to_owned()];
        Ok(self.choice(question, &choices, usize::from(!preset))? == 0)
    }

    /// There is an editor for longer texts.
    fn has_editor(&self) -> bool {
        false
    }

    /// A text that the user writes in an editor; nothing when they leave it without saving.
    fn in_editor(&mut self, _initial: &str) -> Result<Option<String>, AskError> {
        Ok(None)
    }

    /// Several short texts, one a line or with commas between them; an empty line ends the list. At least one.
    fn list(&mut self, thing: &str, check: Check) -> Result<Vec<String>, AskError> {
        let mut items: Vec<String> = Vec::new();
        loop {
            let first = items.is_empty();
            let question =
                if first { format!("{thing} 1") } else { format!("{thing} {} (Enter: klaar)", items.len() + 1) };
            let each = |line: &str| match split(line) {
                parts if parts.is_empty() && first => check(""),
                parts => parts.iter().try_for_each(|part| check(part)),
            };
            let parts = split(&self.text(&question, "", &each)?);
            if parts.is_empty() && !first {
                return Ok(items);
            }
            items.extend(parts);
        }
    }
}

fn split(line: &str) -> Vec<String> {
    line.split([',', ';']).map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
}

/// Why an answer did not come.
#[derive(Debug)]
pub enum AskError {
    /// The user broke it off, or the input ended.
    Stopped,
    /// The terminal failed.
    Terminal,
}

impl From<io::Error> for AskError {
    fn from(error: io::Error) -> AskError {
        match error.kind() {
            io::ErrorKind::Interrupted | io::ErrorKind::UnexpectedEof => AskError::Stopped,
            _ => AskError::Terminal,
        }
    }
}

impl From<AskError> for Failure {
    fn from(error: AskError) -> Failure {
        match error {
            AskError::Stopped => Failure::new(Exit::Stopped, "afgebroken; er is niets opgeslagen", ""),
            AskError::Terminal => Failure::new(
                Exit::Refused,
                "vragen stellen lukt niet in dit venster",
                "Gebruik --zonder-vragen en geef de antwoorden als opties; zie --help.",
            ),
        }
    }
}

/// There is someone to ask: what we read and what we say both go through a terminal.
pub fn possible() -> bool {
    io::stdin().is_terminal() && io::stderr().is_terminal()
}

/// Asks on the terminal of this program: with arrow keys where that works, line by line where it does not.
pub fn on_terminal() -> Box<dyn Ask> {
    if terminal::is_capable() {
        Box::new(terminal::Terminal::new())
    } else {
        Box::new(lines::Lines::new(io::stdin().lock(), io::stderr()))
    }
}
