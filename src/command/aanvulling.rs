//! `wep aanvulling`: lets a shell complete commands, options and choices.

use clap::builder::{PossibleValue, PossibleValuesParser, StyledStr};
use clap::{Args, Command};
use clap_complete::{Shell, generate};
use wep::handbook::BEGRIPPEN;
use wep::model::{Rol, Sector};

use crate::cli::{Context, tree};
use crate::exit::{Exit, Failure};

const EXAMPLE: &str = "\
Met een aanvulling maakt het venster waarin u typt een opdracht zelf af als u op de Tab-toets drukt. De opdracht zet die
tekst op het scherm; zo komt die op de goede plek. Open daarna een nieuw venster.

PowerShell (Windows): typ deze twee regels één keer.
  New-Item -ItemType Directory -Force (Split-Path $PROFILE)
  Add-Content $PROFILE 'wep aanvulling powershell | Out-String | Invoke-Expression'
Zegt PowerShell dat het geen scripts mag uitvoeren? Typ dan ook één keer:
  Set-ExecutionPolicy -Scope CurrentUser RemoteSigned

zsh (Mac): typ deze twee regels één keer.
  mkdir -p ~/.zfunc && wep aanvulling zsh > ~/.zfunc/_wep
  echo 'fpath=(~/.zfunc $fpath); autoload -Uz compinit; compinit' >> ~/.zshrc

bash (Linux): typ deze regel één keer.
  echo 'source <(wep aanvulling bash)' >> ~/.bashrc

fish: typ deze regel één keer.
  mkdir -p ~/.config/fish/completions; wep aanvulling fish > ~/.config/fish/completions/wep.fish

Hebt u een nieuwe versie van wep? Geef dan bij zsh en fish de regel met ‘wep aanvulling’ opnieuw.

Voorbeeld:
  wep aanvulling bash
  wep aanvulling powershell";

#[derive(Debug, Args)]
#[command(about = "Laat uw opdrachtvenster opdrachten en opties aanvullen met Tab", after_help = EXAMPLE)]
pub struct Aanvulling {
    #[arg(value_name = "SHELL", value_parser = ["bash", "zsh", "fish", "powershell"],
        help = "Het programma dat uw opdrachten leest; op Windows is dat powershell, op een Mac zsh")]
    shell: String,
}

impl Aanvulling {
    pub fn run(&self, context: &Context) -> Result<Exit, Failure> {
        context.screen.result(&script(&self.shell));
        Ok(Exit::Good)
    }
}

/// The text that a shell of this name runs to know wep.
fn script(shell: &str) -> String {
    let tree = with_choices(tree());
    match shell {
        "zsh" => written(Shell::Zsh, tree).replace(" commands' commands", ": opdrachten' commands"),
        "fish" => {
            let choices: String = choices(&tree, &[]).iter().map(Choices::for_fish).collect();
            written(Shell::Fish, tree) + &choices
        }
        "powershell" => {
            let choices = choices(&tree, &[]);
            let script = written(Shell::PowerShell, with_texts(tree, &plain_quotes));
            only_ascii(&choices.iter().fold(script, |script, one| one.for_powershell(&script)))
        }
        _ => written(Shell::Bash, tree),
    }
}

/// The words to choose from at the arguments of a command that stand on their own, which clap_complete tells only to bash and
/// zsh.
struct Choices {
    /// The command, below wep.
    path: Vec<String>,
    words: Vec<String>,
}

/// The choices of a command and of all below it.
fn choices(command: &Command, path: &[String]) -> Vec<Choices> {
    let values = command.get_positionals().flat_map(|argument| argument.get_possible_values());
    let words: Vec<String> = values.map(|value| value.get_name().to_owned()).collect();
    let own = (!words.is_empty()).then(|| Choices { path: path.to_vec(), words });
    let below =
        command.get_subcommands().flat_map(|inner| choices(inner, &[path, &[inner.get_name().to_owned()]].concat()));
    own.into_iter().chain(below).collect()
}

impl Choices {
    fn for_fish(&self) -> String {
        let inner = self.path.iter().skip(1).map(|name| format!("; and __fish_seen_subcommand_from {name}"));
        let first = self.path.first().map(String::as_str).unwrap_or_default();
        let there = format!("__fish_wep_using_subcommand {first}{}", inner.collect::<String>());
        format!("complete -c wep -n \"{there}\" -f -a '{}'\n", self.words.join(" "))
    }

    /// The script with these choices in the part for their command.
    fn for_powershell(&self, script: &str) -> String {
        let begin = format!("'wep;{}' {{", self.path.join(";"));
        let offered = self.words.iter().map(|word| {
            format!("\n            [CompletionResult]::new('{word}', '{word}', [CompletionResultType]::ParameterValue, '{word}')")
        });
        script.replace(&begin, &format!("{begin}{}", offered.collect::<String>()))
    }
}

fn written(shell: Shell, mut tree: Command) -> String {
    let mut bytes = Vec::new();
    generate(shell, &mut tree, "wep", &mut bytes);
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The tree, in which an argument that is free text to the parser offers the words that are known beforehand.
fn with_choices(tree: Command) -> Command {
    let terms =
        BEGRIPPEN.iter().flat_map(|begrip| begrip.ook.iter().chain([&begrip.naam]).map(|word| (*word, begrip.naam)));
    // A shell takes what follows a space for the next word.
    let terms: Vec<PossibleValue> =
        terms.filter(|(word, _)| !word.contains(' ')).map(|(word, name)| named(word, name)).collect();
    let sectors: Vec<PossibleValue> =
        Sector::ALL.map(Sector::term).iter().map(|term| named(term.code, term.name)).collect();
    let roles: Vec<PossibleValue> = Rol::ALL.map(Rol::term).iter().map(|term| named(term.code, term.name)).collect();
    tree.mut_subcommand("uitleg", |uitleg| offering(uitleg, "words", &terms)).mut_subcommand(
        "organisatie",
        |mut all| {
            for command in ["lijst", "toevoegen", "wijzig"] {
                let with = |one| offering(offering(one, "sector", &sectors), "rol", &roles);
                all = all.mut_subcommand(command, with);
            }
            all
        },
    )
}

fn named(word: &'static str, name: &'static str) -> PossibleValue {
    PossibleValue::new(word).help(name)
}

fn offering(command: Command, argument: &str, choices: &[PossibleValue]) -> Command {
    command.mut_arg(argument, |arg| arg.value_parser(PossibleValuesParser::new(choices.to_vec())))
}

/// The tree with every text that explains something changed.
fn with_texts(command: Command, change: &dyn Fn(&StyledStr) -> String) -> Command {
    let about = command.get_about().map(change);
    let names: Vec<String> = command.get_subcommands().map(|inner| inner.get_name().to_owned()).collect();
    let mut command = command.mut_args(|arg| match arg.get_help().map(change) {
        Some(help) => arg.help(help),
        None => arg,
    });
    for name in names {
        command = command.mut_subcommand(name, |inner| with_texts(inner, change));
    }
    match about {
        Some(about) => command.about(about),
        None => command,
    }
}

/// To PowerShell a curly quotation mark ends a text just as a straight one does.
fn plain_quotes(text: &StyledStr) -> String {
    text.to_string().replace(['‘', '’'], "'")
}

/// PowerShell reads what a program writes in the code page of the window, which may not know these letters. They all stand in
/// texts between single quotation marks, which may be put together from parts.
fn only_ascii(script: &str) -> String {
    let mut plain = String::new();
    for letter in script.chars() {
        match letter.is_ascii() {
            true => plain.push(letter),
            false => plain.push_str(&format!("'+[char]0x{:04X}+'", u32::from(letter))),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn powershell_gets_only_letters_that_every_code_page_knows() {
        assert_eq!(only_ascii("'één'"), "''+[char]0x00E9+''+[char]0x00E9+'n'");
        let script = script("powershell");
        assert!(script.is_ascii() && script.contains("Register-ArgumentCompleter"), "{script}");
        // Each text ends where it should: behind it comes a comma, the end of the call, or a part that is put to it.
        for line in script.lines().filter(|line| line.contains("[CompletionResult]::new(")) {
            let texts: Vec<&str> = line.split('\'').collect();
            assert!(texts.len() % 2 == 1 && line.trim_end().ends_with("')"), "{line}");
        }
    }

    #[test]
    fn known_words_are_offered() {
        let script = script("bash");
        for word in
            ["mss", "maatschappelijke_dienstverlening", "biedt_plek", "convenant", "gereed", "organisaties.yaml"]
        {
            assert!(script.contains(word), "{word}");
        }
    }
}
