//! The command line: the parser at the top, the options that commands share, and the way from arguments to a command.

mod dutch;

use std::ffi::OsString;
use std::io::Write;
use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, CommandFactory, Parser, ValueHint};
use wep::model::Formaat;

use crate::command::{self, Command};
use crate::exit::Exit;
use crate::screen::Screen;

const AFTER_HELP: &str = "\
Begin met:
  wep init                 stelt vragen en maakt een map met bestanden voor uw gemeente
  wep init --voorbeeld     maakt een map met een verzonnen gemeente, om te bekijken";

#[derive(Debug, Parser)]
#[command(
    name = "wep",
    version,
    about = "Begeleidt een gemeente bij het opzetten van Wijk en Psychiatrie (WeP).",
    after_help = AFTER_HELP,
    arg_required_else_help = true,
    subcommand_required = true
)]
pub struct Cli {
    #[command(flatten)]
    shared: SharedOptions,
    #[command(subcommand)]
    command: Command,
}

/// The options of every command.
#[derive(Debug, Clone, Default, Args)]
#[command(next_help_heading = "Algemene opties")]
pub struct SharedOptions {
    #[arg(short = 'C', long = "map", global = true, value_name = "MAP", value_hint = ValueHint::DirPath,
        help = "De map van de gemeente")]
    pub folder: Option<PathBuf>,
    #[arg(short = 'q', long = "stil", global = true, conflicts_with = "verbose", help = "Zeg alleen wat niet lukt")]
    pub quiet: bool,
    #[arg(short = 'v', long = "uitgebreid", global = true, help = "Vertel meer over wat er gebeurt")]
    pub verbose: bool,
    #[arg(long = "kleur", global = true, value_name = "WANNEER", default_value = COLOURS[0], value_parser = COLOURS,
        help = "Kleuren op het scherm")]
    pub colour: String,
}

const COLOURS: [&str; 3] = ["auto", "altijd", "nooit"];

/// The options of commands that write documents.
#[derive(Debug, Clone, Default, PartialEq, Args)]
#[command(next_help_heading = "Opties")]
pub struct WriteOptions {
    #[arg(long = "formaat", value_name = "VORM", value_delimiter = ',', value_parser = formats(),
        help = "De vormen waarin u het document wilt; zonder deze optie staat dat in wep.yaml")]
    pub formats: Vec<Formaat>,
    #[arg(long = "uitvoer", value_name = "MAP", value_hint = ValueHint::DirPath,
        help = "De map voor het document; zonder deze optie staat dat in wep.yaml")]
    pub output: Option<PathBuf>,
    #[arg(long = "controle", help = "Zeg wat er zou veranderen en schrijf niets")]
    pub dry_run: bool,
    #[arg(long = "overschrijf", help = "Vervang ook wat u zelf hebt bewerkt; uw versie blijft ernaast bewaard")]
    pub overwrite: bool,
}

/// The options of commands that make a document, or show it.
#[derive(Debug, Clone, Default, PartialEq, Args)]
#[command(next_help_heading = "Opties")]
pub struct DocumentOptions {
    #[command(flatten)]
    pub files: WriteOptions,
    #[arg(long = "toon", conflicts_with_all = ["formats", "output", "dry_run", "overwrite"],
        help = "Toon het document als tekst en schrijf niets")]
    pub show: bool,
}

fn formats() -> impl TypedValueParser<Value = Formaat> {
    PossibleValuesParser::new(["md", "html", "docx", "pdf"]).map(|name| match name.as_str() {
        "md" => Formaat::Md,
        "html" => Formaat::Html,
        "docx" => Formaat::Docx,
        _ => Formaat::Pdf,
    })
}

/// What a command gets besides its own arguments.
#[derive(Debug, Clone, Default)]
pub struct Context {
    /// The folder that the user named with `-C`.
    pub folder: Option<PathBuf>,
    pub screen: Screen,
}

/// Runs the program with these arguments, the first of which is its own name.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Exit {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    set_colour(named_colour(&arguments));
    let cli = match read(&arguments) {
        Ok(cli) => cli,
        Err(answer) => {
            // Help that was asked for is a result; everything else is not.
            let _ = match answer.exit {
                Exit::Good => anstream::stdout().write_all(answer.text.as_bytes()),
                _ => anstream::stderr().write_all(answer.text.as_bytes()),
            };
            return answer.exit;
        }
    };
    let screen = Screen { quiet: cli.shared.quiet, verbose: cli.shared.verbose };
    let context = Context { folder: cli.shared.folder, screen };
    match cli.command.run(&context) {
        Ok(exit) => exit,
        Err(failure) => {
            screen.fail(&failure);
            failure.exit
        }
    }
}

fn read(arguments: &[OsString]) -> Result<Cli, dutch::Answer> {
    // Making all commands to find one takes longer than finding it.
    let one = || {
        let program = SharedOptions::augment_args(clap::Command::new("wep").subcommand_required(true));
        command::with_one(program, arguments.get(1..).unwrap_or_default())
    };
    dutch::parse(arguments, || one().unwrap_or_else(Cli::command), command::in_full)
}

/// All commands with their options, in Dutch.
pub fn tree() -> clap::Command {
    dutch::dutch(command::in_full(Cli::command()))
}

/// The value of `--kleur`, looked up beforehand: help and mistakes obey it too.
fn named_colour(arguments: &[OsString]) -> &str {
    let mut arguments = arguments.iter().map(|argument| argument.to_str().unwrap_or_default());
    while let Some(argument) = arguments.next() {
        match argument.strip_prefix("--kleur") {
            Some("") => return arguments.next().unwrap_or_default(),
            Some(rest) => return rest.strip_prefix('=').unwrap_or_default(),
            None => {}
        }
    }
    COLOURS[0]
}

/// `auto` looks at the terminal and at `NO_COLOR`.
fn set_colour(when: &str) {
    match when {
        "altijd" => anstream::ColorChoice::AlwaysAnsi.write_global(),
        "nooit" => anstream::ColorChoice::Never.write_global(),
        _ => anstream::ColorChoice::Auto.write_global(),
    }
}

#[cfg(test)]
mod tests {
    use std::convert::identity;

    use super::*;

    #[derive(Debug, Parser)]
    #[command(name = "wep")]
    struct Document {
        #[command(flatten)]
        options: DocumentOptions,
    }

    #[test]
    fn formats_come_as_a_list() {
        let words = ["wep", "--formaat", "md,pdf", "--formaat", "docx", "--overschrijf"].map(OsString::from);
        let options = dutch::parse::<Document>(&words, Document::command, identity).unwrap().options.files;
        assert_eq!(options.formats, [Formaat::Md, Formaat::Pdf, Formaat::Docx]);
        assert!(options.overwrite && !options.dry_run);
    }

    #[test]
    fn showing_goes_with_nothing_else() {
        let words = ["wep", "--toon", "--controle"].map(OsString::from);
        let answer = dutch::parse::<Document>(&words, Document::command, identity).unwrap_err();
        assert_eq!(answer.exit, Exit::WrongCall);
        assert!(answer.text.contains("kan niet samen met"), "{}", answer.text);
    }

    /// The commands to copy in a text, without the explanation behind them.
    fn examples(text: &str) -> Vec<Vec<OsString>> {
        let lines = text.lines().filter_map(|line| line.strip_prefix("  ")).filter(|line| line.starts_with("wep "));
        lines.map(|line| words(line.split("  ").next().unwrap_or(line))).collect()
    }

    /// The words as a shell takes them: what stands between quotation marks is one word.
    fn words(line: &str) -> Vec<OsString> {
        let (mut words, mut quoted) = (vec![String::new()], false);
        for letter in line.chars() {
            match letter {
                '"' => quoted = !quoted,
                ' ' if !quoted => words.push(String::new()),
                _ => words.last_mut().unwrap().push(letter),
            }
        }
        words.into_iter().map(OsString::from).collect()
    }

    /// Every command with its full name.
    fn commands(command: &clap::Command, name: &str, found: &mut Vec<(String, clap::Command)>) {
        found.push((name.to_owned(), command.clone()));
        command.get_subcommands().for_each(|inner| commands(inner, &format!("{name} {}", inner.get_name()), found));
    }

    #[test]
    fn every_command_gives_examples_of_itself_and_the_parser_takes_them() {
        let mut found = Vec::new();
        commands(&tree(), "wep", &mut found);
        assert!(found.len() > 35, "{}", found.len());
        for (name, command) in found {
            let text = command.get_after_help().map(ToString::to_string).unwrap_or_default();
            assert!(text.contains("Voorbeeld:\n  wep ") || name == "wep", "{name}: {text}");
            let examples = examples(&text);
            assert!(!examples.is_empty(), "{name}");
            for example in examples {
                let line = example.join(std::ffi::OsStr::new(" ")).into_string().unwrap();
                assert!(line == name || line.starts_with(&format!("{name} ")), "{name} is told with: {line}");
                let read = read(&example);
                assert!(read.is_ok(), "{line}: {:?}", read.err());
            }
        }
    }

    #[test]
    fn a_folder_may_be_called_as_a_command_is() {
        let words = |line: &str| read(&super::tests::words(line)).unwrap();
        let status = words("wep -C init status");
        assert!(matches!(status.command, Command::Status(_)));
        assert_eq!(status.shared.folder, Some(PathBuf::from("init")));
        assert!(matches!(words("wep init status").command, Command::Init(_)));
        assert!(matches!(words("wep convenant -C status -q").command, Command::Convenant(_)));
    }

    #[test]
    fn a_command_is_read_as_among_all_of_them() {
        for line in ["wep status", "wep -q convenant --formaat md", "wep sociale-kaart --toon", "wep organisatie lijst"]
        {
            let line = words(line);
            let all = dutch::parse::<Cli>(&line, Cli::command, command::in_full).unwrap();
            assert_eq!(format!("{:?}", read(&line).unwrap()), format!("{all:?}"));
        }
        for wrong in ["wep statsu", "wep status --formaat md", "wep", "wep status convenant", "wep -C status"] {
            let line = words(wrong);
            let all = dutch::parse::<Cli>(&line, Cli::command, command::in_full).unwrap_err();
            assert_eq!(read(&line).unwrap_err().text, all.text, "{wrong}");
        }
    }

    #[test]
    fn help_lists_the_commands_in_the_order_in_which_they_are_needed() {
        let mut program = tree();
        let names: Vec<String> = program.get_subcommands().map(|one| format!("\n  {} ", one.get_name())).collect();
        let help = program.render_help().to_string();
        let places: Vec<usize> = names.iter().map(|name| help.find(name.as_str()).unwrap()).collect();
        assert!(places.is_sorted(), "{help}");
        assert_eq!(names[0], "\n  init ");
    }

    #[test]
    fn colour_is_found_wherever_it_stands() {
        let named = |words: &[&str]| {
            let words: Vec<OsString> = words.iter().map(OsString::from).collect();
            named_colour(&words).to_owned()
        };
        assert_eq!(named(&["wep", "init", "--kleur", "nooit"]), "nooit");
        assert_eq!(named(&["wep", "--kleur=altijd", "init"]), "altijd");
        assert_eq!(named(&["wep", "init"]), "auto");
    }
}
