//! clap in Dutch: help, usage and every kind of mistake on the command line.

use std::error::Error as _;
use std::ffi::OsString;
use std::fmt::Write;

use anstyle::{AnsiColor, Style};
use clap::builder::{StyledStr, Styles};
use clap::error::{ContextKind, ContextValue, ErrorFormatter, ErrorKind};
use clap::{Arg, ArgAction, Command, Parser};
use wep::privacy::masked;

use crate::exit::Exit;

const TEMPLATE: &str = "{before-help}{about-with-newline}\nGebruik: {usage}\n\n{all-args}{after-help}";
const ERROR: Style = AnsiColor::Red.on_default().bold();
const HINT: Style = AnsiColor::Cyan.on_default();
const STYLES: Styles = Styles::styled().header(Style::new().bold()).usage(Style::new().bold()).literal(HINT);

/// What the user reads instead of a command being run.
#[derive(Debug)]
pub struct Answer {
    /// With colours, for a stream that takes them out where they do not belong.
    pub text: String,
    pub exit: Exit,
}

/// Reads the arguments, or answers in Dutch what help was asked for or what is wrong with them.
///
/// Putting every command in Dutch takes longer than reading the arguments: it is done only when there is something to say.
/// Arguments that are right, `plain` takes, which may be only a part of the program. `in_full` gives every command its options,
/// which clap may have put off.
pub fn parse<T: Parser>(
    arguments: &[OsString],
    plain: impl FnOnce() -> Command,
    in_full: fn(Command) -> Command,
) -> Result<T, Answer> {
    let dutch = || dutch(in_full(T::command()));
    let matches = match plain().disable_help_subcommand(true).try_get_matches_from(arguments) {
        Ok(matches) => matches,
        Err(error) if error.kind() == ErrorKind::DisplayVersion => return Err(answer(error)),
        // What the plain parser does not take, the Dutch one may: `--hulp`.
        Err(_) => dutch().try_get_matches_from(arguments).map_err(answer)?,
    };
    T::from_arg_matches(&matches).map_err(|error| answer(error.format(&mut dutch())))
}

fn answer(error: clap::Error) -> Answer {
    let help = |text: StyledStr| text.ansi().to_string().replace("[aliases: ", "[ook: ").replace("[alias: ", "[ook: ");
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => Answer { text: help(error.render()), exit: Exit::Good },
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            Answer { text: help(error.render()), exit: Exit::WrongCall }
        }
        _ => Answer { text: error.apply::<Dutch>().render().ansi().to_string(), exit: Exit::WrongCall },
    }
}

/// The whole tree of commands with Dutch headings, help option and usage lines.
pub(super) fn dutch(command: Command) -> Command {
    let command = translate(command.styles(STYLES), true);
    let name = command.get_name().to_owned();
    pin_usage(command, &name)
}

fn translate(command: Command, root: bool) -> Command {
    let help = Arg::new("help").short('h').long("help").alias("hulp").action(ArgAction::Help);
    let mut command = command
        .help_template(TEMPLATE)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .subcommand_value_name("OPDRACHT")
        .subcommand_help_heading("Opdrachten")
        .mut_args(describe)
        .arg(help.help_heading("Algemene opties").help("Toon deze uitleg; --hulp mag ook"));
    if root && command.get_version().is_some() {
        let version = Arg::new("versie").short('V').long("version").alias("versie").action(ArgAction::Version);
        command = command.arg(version.help_heading("Algemene opties").help("Toon het versienummer; --versie mag ook"));
    }
    for name in names(&command) {
        command = command.mut_subcommand(name, |inner| translate(inner, false));
    }
    command
}

/// Puts an argument under a Dutch heading, and its default and choices behind its help in Dutch.
fn describe(arg: Arg) -> Arg {
    let heading = if arg.is_positional() { "Argumenten" } else { "Opties" };
    let arg = if arg.get_help_heading().is_none() { arg.help_heading(heading) } else { arg };
    if !arg.get_action().takes_values() {
        return arg;
    }
    let mut notes = Vec::new();
    let choices: Vec<String> = arg.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
    if !choices.is_empty() {
        notes.push(format!("keuzes: {}", choices.join(", ")));
    }
    let defaults: Vec<_> = arg.get_default_values().iter().map(|value| value.to_string_lossy()).collect();
    if !defaults.is_empty() {
        notes.push(format!("anders: {}", defaults.join(", ")));
    }
    let help = arg.get_help().map(StyledStr::to_string).unwrap_or_default();
    let arg = if notes.is_empty() { arg } else { arg.help(format!("{help} [{}]", notes.join("; "))) };
    arg.hide_default_value(true).hide_possible_values(true)
}

/// clap writes `[OPTIONS]` itself: render every usage once, translate it, and hold on to it.
fn pin_usage(command: Command, name: &str) -> Command {
    let mut command = command.bin_name(name);
    let usage = translate_usage(&command.clone().render_usage().to_string());
    for inner in names(&command) {
        let full = format!("{name} {inner}");
        command = command.mut_subcommand(inner, |command| pin_usage(command, &full));
    }
    command.override_usage(usage)
}

fn translate_usage(usage: &str) -> String {
    let usage = usage.trim().trim_start_matches("Usage:").trim();
    usage.replace("[OPTIONS]", "[OPTIES]").replace("[COMMAND]", "[OPDRACHT]").replace("<COMMAND>", "<OPDRACHT>")
}

fn names(command: &Command) -> Vec<String> {
    command.get_subcommands().map(|inner| inner.get_name().to_owned()).collect()
}

/// Words a mistake on the command line in Dutch.
struct Dutch;

impl ErrorFormatter for Dutch {
    fn format_error(error: &clap::error::Error<Dutch>) -> StyledStr {
        let mut text = StyledStr::new();
        let _ = writeln!(text, "{ERROR}fout:{ERROR:#} {}", message(error));
        for (label, kind) in [("keuzes", ContextKind::ValidValue), ("opdrachten", ContextKind::ValidSubcommand)] {
            if let Some(choices) = detail(error, kind) {
                let _ = writeln!(text, "  {label}: {choices}");
            }
        }
        for kind in [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue] {
            // Clap gives all that are somewhat alike, the likeliest last.
            if let Some(suggestion) = detail(error, kind).as_deref().and_then(|all| all.rsplit(", ").next()) {
                let _ = writeln!(text, "  {HINT}Bedoelde u ‘{suggestion}’?{HINT:#}");
            }
        }
        if let Some(usage) = detail(error, ContextKind::Usage) {
            let _ = writeln!(text, "\nGebruik: {}", translate_usage(&usage));
        }
        let _ = writeln!(text, "Uitleg krijgt u met --help.");
        text
    }
}

fn message(error: &clap::error::Error<Dutch>) -> String {
    let part = |kind| detail(error, kind).unwrap_or_default();
    let arg = part(ContextKind::InvalidArg);
    let value = part(ContextKind::InvalidValue);
    let cause = || masked(&error.source().map(ToString::to_string).unwrap_or_default());
    match error.kind() {
        ErrorKind::UnknownArgument => format!("‘{arg}’ is geen optie en hoort hier niet"),
        ErrorKind::InvalidSubcommand => {
            format!("de opdracht ‘{}’ bestaat niet", part(ContextKind::InvalidSubcommand))
        }
        ErrorKind::InvalidValue if value.is_empty() => format!("bij ‘{arg}’ hoort een waarde, maar die ontbreekt"),
        ErrorKind::InvalidValue => format!("‘{value}’ kan niet bij ‘{arg}’"),
        ErrorKind::ValueValidation => format!("bij ‘{arg}’: {}", cause()),
        ErrorKind::MissingRequiredArgument => format!("dit ontbreekt nog: {arg}"),
        ErrorKind::MissingSubcommand => "de opdracht ontbreekt".to_owned(),
        ErrorKind::ArgumentConflict => match part(ContextKind::PriorArg) {
            other if other.is_empty() || other == arg => format!("‘{arg}’ mag maar één keer"),
            other => format!("‘{arg}’ kan niet samen met ‘{other}’"),
        },
        ErrorKind::NoEquals => format!("bij ‘{arg}’ hoort een = tussen de optie en de waarde"),
        ErrorKind::TooManyValues => format!("‘{value}’ is te veel bij ‘{arg}’"),
        ErrorKind::TooFewValues => {
            let (least, actual) = (part(ContextKind::MinValues), part(ContextKind::ActualNumValues));
            format!("bij ‘{arg}’ horen minstens {least} waarden; het zijn er {actual}")
        }
        ErrorKind::WrongNumberOfValues => {
            let (expected, actual) = (part(ContextKind::ExpectedNumValues), part(ContextKind::ActualNumValues));
            format!("bij ‘{arg}’ horen {expected} waarden; het zijn er {actual}")
        }
        ErrorKind::InvalidUtf8 => "een argument bevat tekens die geen geldige tekst zijn (UTF-8)".to_owned(),
        _ => "deze opdracht is niet te begrijpen".to_owned(),
    }
}

/// What clap knows about the mistake, as plain text.
fn detail(error: &clap::error::Error<Dutch>, kind: ContextKind) -> Option<String> {
    let text = match error.get(kind)? {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => texts.join(", "),
        ContextValue::StyledStr(text) => text.to_string(),
        ContextValue::StyledStrs(texts) => texts.iter().map(StyledStr::to_string).collect::<Vec<_>>().join(", "),
        ContextValue::Number(number) => number.to_string(),
        _ => return None,
    };
    // Part of it may be what was typed.
    Some(masked(&text)).filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests;
