//! Questions on a terminal that can move its cursor, through dialoguer and in Dutch.

use std::ffi::OsString;
use std::fmt::{self, Write as _};

use anstyle::{AnsiColor, Style};
use dialoguer::console::{Term, truncate_str};
use dialoguer::theme::Theme;
use dialoguer::{Editor, Input, Select};

use unicode_width::UnicodeWidthStr;
use wep::privacy::masked;
use wep::report::lines as words;

use super::{Ask, AskError, Check, lines};

/// On a smaller screen dialoguer loses its way, and its notice of pages is English.
const LEAST: (u16, u16) = (8, 30);

/// Lines that a choice needs besides its choices.
const AROUND: usize = 3;

/// Columns that an answer gets at least.
const ROOM_TO_TYPE: usize = 24;

/// What stands before the reason why an answer cannot be.
const REFUSED: &str = "Dat kan niet:";

/// How to choose, behind the question.
const KEYS: &str = " (pijltjes en Enter)";

/// The terminal can do more than print lines.
pub fn is_capable() -> bool {
    let term = Term::stderr();
    let (rows, columns) = term.size();
    let dumb = std::env::var_os("TERM").is_some_and(|name| name == "dumb");
    !dumb && rows >= LEAST.0 && columns >= LEAST.1
}

/// Asks on standard error.
pub struct Terminal {
    term: Term,
    theme: DutchTheme,
}

impl Terminal {
    pub fn new() -> Terminal {
        let colour = anstream::AutoStream::choice(&std::io::stderr()) != anstream::ColorChoice::Never;
        Terminal { term: Term::stderr(), theme: DutchTheme { colour } }
    }
}

impl Ask for Terminal {
    fn say(&mut self, text: &str) -> Result<(), AskError> {
        Ok(self.term.write_line(text)?)
    }

    fn text(&mut self, question: &str, initial: &str, check: Check) -> Result<String, AskError> {
        let question = self.fitting(question, ROOM_TO_TYPE.max(initial.width()), "Antwoord")?;
        let input = Input::<String>::with_theme(&self.theme)
            .with_prompt(question)
            .allow_empty(true)
            .with_initial_text(initial)
            .validate_with(|answer: &String| check(answer.trim()));
        let answer = input.interact_text_on(&self.term).map_err(stopped)?;
        Ok(answer.trim().to_owned())
    }

    fn choice(&mut self, question: &str, choices: &[String], preset: usize) -> Result<usize, AskError> {
        let (rows, columns) = self.term.size();
        if choices.len() + AROUND > usize::from(rows) {
            return lines::Lines::new(std::io::stdin().lock(), std::io::stderr()).choice(question, choices, preset);
        }
        // A line that runs over the edge would leave its rest behind when the arrow moves.
        let room = usize::from(columns).saturating_sub(4);
        let widest = choices.iter().map(|choice| choice.width()).max().unwrap_or_default().min(room);
        let question = self.fitting(question, KEYS.len().max(widest), "Kies")?;
        let fitting = choices.iter().map(|choice| truncate_str(choice, room, "…").into_owned());
        let select = Select::with_theme(&self.theme).with_prompt(question).items(fitting).default(preset);
        select.interact_on(&self.term).map_err(stopped)
    }

    fn has_editor(&self) -> bool {
        editor().is_some()
    }

    fn in_editor(&mut self, initial: &str) -> Result<Option<String>, AskError> {
        let Some(program) = editor() else { return Ok(None) };
        Editor::new().executable(program).extension(".txt").edit(initial).map_err(stopped)
    }
}

/// The editor that the user chose, or the one that the system has for everybody. On Linux there is none for everybody.
fn editor() -> Option<OsString> {
    let chosen = ["VISUAL", "EDITOR"].into_iter().find_map(std::env::var_os).filter(|name| !name.is_empty());
    let usual = if cfg!(windows) {
        Some("notepad.exe")
    } else if cfg!(target_os = "macos") {
        Some("open -W -n -t")
    } else {
        None
    };
    chosen.or_else(|| usual.map(OsString::from))
}

fn stopped(error: dialoguer::Error) -> AskError {
    let dialoguer::Error::IO(error) = error;
    error.into()
}

impl Terminal {
    /// The question, when there is room for so many columns behind it. Otherwise it is said on lines of its own, and what
    /// comes back is `short`: dialoguer loses its way when a prompt runs over the edge.
    fn fitting<'q>(&self, question: &'q str, room: usize, short: &'q str) -> Result<&'q str, AskError> {
        let columns = usize::from(self.term.size().1);
        if question.width() + room + 4 <= columns {
            return Ok(question);
        }
        for line in words::wrapped(question, columns.saturating_sub(1)) {
            self.term.write_line(&self.theme.question(&line))?;
        }
        Ok(short)
    }
}

/// How questions and answers look.
struct DutchTheme {
    colour: bool,
}

impl DutchTheme {
    fn styled(&self, style: Style, text: &str) -> String {
        if self.colour { format!("{style}{text}{style:#}") } else { text.to_owned() }
    }

    fn question(&self, text: &str) -> String {
        self.styled(Style::new().bold(), text)
    }

    fn answer(&self, text: &str) -> String {
        self.styled(AnsiColor::Cyan.on_default(), text)
    }
}

impl Theme for DutchTheme {
    fn format_error(&self, out: &mut dyn fmt::Write, error: &str) -> fmt::Result {
        // dialoguer counts the lines that it has to take away again, so no line may run over the edge.
        let columns = usize::from(Term::stderr().size().1);
        let lines = words::wrapped(&format!("{REFUSED} {}", masked(error)), columns.saturating_sub(1)).join("\n");
        let marked = self.styled(AnsiColor::Red.on_default().bold(), REFUSED);
        out.write_str(&lines.replacen(REFUSED, &marked, 1))
    }

    fn format_input_prompt(&self, out: &mut dyn fmt::Write, question: &str, _: Option<&str>) -> fmt::Result {
        write!(out, "{}: ", self.question(question))
    }

    fn format_input_prompt_selection(&self, out: &mut dyn fmt::Write, question: &str, answer: &str) -> fmt::Result {
        let answer = if answer.trim().is_empty() { "–" } else { answer };
        let colon = if question.ends_with('?') { "" } else { ":" };
        write!(out, "{}{colon} {}", self.question(question), self.answer(answer))
    }

    fn format_select_prompt(&self, out: &mut dyn fmt::Write, question: &str) -> fmt::Result {
        // dialoguer hides the cursor and leaves it so after Ctrl-C. Shown, it also tells a screen reader where to read.
        let _ = Term::stderr().show_cursor();
        write!(out, "{}{KEYS}", self.question(question))
    }

    fn format_select_prompt_item(&self, out: &mut dyn fmt::Write, text: &str, active: bool) -> fmt::Result {
        let mut item = String::new();
        write!(item, "{} {text}", if active { ">" } else { " " })?;
        out.write_str(&if active { self.answer(&item) } else { item })
    }
}
