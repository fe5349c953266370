//! What a command says: results on standard output, everything else on standard error.

use std::io::Write;
use std::panic;

use anstyle::{AnsiColor, Style};
use wep::privacy::masked;

use crate::exit::{Exit, Failure};

const ERROR: Style = AnsiColor::Red.on_default().bold();
const HINT: Style = AnsiColor::Cyan.on_default();

/// The width for text on the screen; 80 where there is no terminal.
pub fn width() -> usize {
    terminal_size::terminal_size().map_or(80, |(terminal_size::Width(columns), _)| columns.into())
}

/// Whether colours reach the reader of standard output, as `--kleur` and `NO_COLOR` have it.
pub fn stdout_has_colour() -> bool {
    anstream::AutoStream::choice(&std::io::stdout()) != anstream::ColorChoice::Never
}

/// The same for standard error.
pub fn stderr_has_colour() -> bool {
    anstream::AutoStream::choice(&std::io::stderr()) != anstream::ColorChoice::Never
}

/// From now on a fault in wep itself is told in Dutch, without what it was busy with: that could be about a person. Who sets
/// `RUST_BACKTRACE` reads what Rust has to say.
pub fn tell_crashes() {
    let usual = panic::take_hook();
    let developer = std::env::var_os("RUST_BACKTRACE").is_some();
    panic::set_hook(Box::new(move |fault| {
        if wep::guarded::is_guarded() {
            return;
        }
        if developer {
            return usual(fault);
        }
        let place = fault.location().map(|at| {
            let file = at.file().rsplit(['/', '\\']).next().unwrap_or_default();
            format!(" ({file}, regel {})", at.line())
        });
        let message = format!("wep is vastgelopen door een fout in wep zelf{}", place.unwrap_or_default());
        let help = "Uw bestanden zijn niet beschadigd. Meld dit aan wie wep beheert, met deze regel en met de opdracht\n\
                    die u gaf, maar zonder gegevens van mensen.";
        Screen::default().fail(&Failure::new(Exit::Refused, message, help));
    }));
}

/// How much a user wants to read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Screen {
    pub quiet: bool,
    pub verbose: bool,
}

// A reader that has gone away (a closed pipe) is no reason to fail, so outcomes of writing are left aside here.
impl Screen {
    /// The result that was asked for; also when quiet.
    pub fn result(&self, text: &str) {
        let _ = anstream::stdout().write_all(text.as_bytes());
    }

    /// What was done and what comes next.
    pub fn tell(&self, text: &str) {
        if !self.quiet {
            let _ = writeln!(anstream::stderr(), "{text}");
        }
    }

    /// What a user must know; also when quiet.
    pub fn warn(&self, text: &str) {
        let _ = writeln!(anstream::stderr(), "{text}");
    }

    /// What only those who ask for it want to know.
    pub fn detail(&self, text: &str) {
        if self.verbose {
            self.tell(text);
        }
    }

    /// Why it did not work, and the way out; also when quiet.
    pub fn fail(&self, failure: &Failure) {
        let mut stderr = anstream::stderr();
        // A message may quote what was typed.
        let _ = writeln!(stderr, "{ERROR}fout:{ERROR:#} {}", masked(&failure.message));
        for line in masked(&failure.help).lines() {
            let _ = writeln!(stderr, "  {HINT}{line}{HINT:#}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_result_is_no_failure() {
        Screen::default().result("");
    }
}
