//! The questions of `wep init`: ask, show what was answered, change it, and only then save.

use std::path::PathBuf;

use wep::model::Datum;
use wep::privacy;
use wep::write::folder;

use super::answers::{self, Answers, Coordinator, Named};
use super::default_folder;
use crate::ask::{Ask, AskError};
use wep::model::Sector;

const WELCOME: &str = "
Welkom bij wep. U maakt een map met bestanden voor een nieuwe gemeente.
wep stelt een paar vragen. Er wordt niets opgeslagen voordat u dat kiest.
Stoppen kan altijd met Ctrl-C.";
const EMPLOYER_UNKNOWN: &str = "Nog niet bekend";
const SECTOR_UNKNOWN: &str = "Weet ik niet";

/// The questions, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Topic {
    Gemeente,
    Folder,
    Wijken,
    Trekker,
    Partners,
    Coordinator,
    Startdatum,
}

impl Topic {
    const ALL: [Topic; 7] = [
        Topic::Gemeente,
        Topic::Folder,
        Topic::Wijken,
        Topic::Trekker,
        Topic::Partners,
        Topic::Coordinator,
        Topic::Startdatum,
    ];

    fn label(self) -> &'static str {
        match self {
            Topic::Gemeente => "Gemeente",
            Topic::Folder => "Map",
            Topic::Wijken => "Wijken",
            Topic::Trekker => "Trekker",
            Topic::Partners => "Partners",
            Topic::Coordinator => "Coördinator",
            Topic::Startdatum => "Startdatum",
        }
    }
}

/// Asks what is not given yet. Nothing when the user stops at the end.
pub fn hold(
    ask: &mut dyn Ask,
    given: Answers,
    folder: Option<PathBuf>,
) -> Result<Option<(Answers, PathBuf)>, AskError> {
    ask.say(WELCOME)?;
    let mut talk = Talk { ask, answers: given, folder };
    for topic in Topic::ALL {
        if !talk.is_given(topic) {
            talk.question(topic)?;
        }
    }
    loop {
        talk.show()?;
        let mut choices = vec!["Opslaan".to_owned()];
        choices.extend(Topic::ALL.map(|topic| format!("{} wijzigen", topic.label())));
        choices.push("Stoppen zonder opslaan".to_owned());
        match talk.ask.choice("Klopt dit?", &choices, 0)? {
            0 => return Ok(Some((talk.answers, talk.folder.unwrap_or_default()))),
            place if place <= Topic::ALL.len() => talk.question(Topic::ALL[place - 1])?,
            _ => return Ok(None),
        }
    }
}

struct Talk<'a> {
    ask: &'a mut dyn Ask,
    answers: Answers,
    folder: Option<PathBuf>,
}

impl Talk<'_> {
    fn is_given(&self, topic: Topic) -> bool {
        match topic {
            Topic::Gemeente => !self.answers.gemeente.is_empty(),
            Topic::Folder => self.folder.is_some(),
            Topic::Wijken => !self.answers.wijken.is_empty(),
            Topic::Trekker => self.answers.trekker.is_some(),
            Topic::Partners => !self.answers.partners.is_empty(),
            Topic::Coordinator => self.answers.coordinator.is_some(),
            Topic::Startdatum => self.answers.startdatum.is_some(),
        }
    }

    fn question(&mut self, topic: Topic) -> Result<(), AskError> {
        match topic {
            Topic::Gemeente => self.gemeente(),
            Topic::Folder => self.folder(),
            Topic::Wijken => self.wijken(),
            Topic::Trekker => self.trekker(),
            Topic::Partners => self.partners(),
            Topic::Coordinator => self.coordinator(),
            Topic::Startdatum => self.startdatum(),
        }
    }

    fn gemeente(&mut self) -> Result<(), AskError> {
        let answer = self.ask.text("Gemeente", &self.answers.gemeente, &required)?;
        self.answers.gemeente = tidy(&answer);
        Ok(())
    }

    fn folder(&mut self) -> Result<(), AskError> {
        let preset = self.folder.clone().unwrap_or_else(|| default_folder(&self.answers.gemeente));
        self.ask.say("\nIn welke map komen de bestanden? De map is nieuw, of nog leeg.")?;
        let answer = self.ask.text("Map", &preset.to_string_lossy(), &free_folder)?;
        self.folder = Some(PathBuf::from(answer));
        Ok(())
    }

    fn wijken(&mut self) -> Result<(), AskError> {
        self.ask.say("\nIn welke wijken begint u? Eén wijk per regel.")?;
        let names = self.ask.list("Wijk", &required)?;
        self.answers.wijken = names.iter().map(|name| tidy(name)).collect();
        Ok(())
    }

    fn trekker(&mut self) -> Result<(), AskError> {
        self.ask.say("\nWelke organisatie trekt het initiatief? Schrijf de naam voluit.")?;
        let (naam, sector) =
            self.answers.trekker.as_ref().map_or(("", None), |trekker| (trekker.naam.as_str(), trekker.sector));
        let naam = tidy(&self.ask.text("Trekker", naam, &required)?);
        let sector = ask_sector(self.ask, &naam, sector)?;
        self.answers.trekker = Some(Named { naam, sector });
        Ok(())
    }

    fn partners(&mut self) -> Result<(), AskError> {
        self.ask.say("\nWelke organisaties doen nog meer mee? Eén per regel.")?;
        let mut partners = Vec::new();
        loop {
            let question = format!("Partner {} (Enter: klaar)", partners.len() + 1);
            let naam = tidy(&self.ask.text(&question, "", &optional)?);
            if naam.is_empty() {
                self.answers.partners = partners;
                return Ok(());
            }
            let sector = ask_sector(self.ask, &naam, None)?;
            partners.push(Named { naam, sector });
        }
    }

    fn coordinator(&mut self) -> Result<(), AskError> {
        self.ask.say("")?;
        if !self.ask.confirm("Is al bekend wie de coördinator wordt?", self.answers.coordinator.is_some())? {
            self.answers.coordinator = None;
            return Ok(());
        }
        let before = self.answers.coordinator.as_ref().map_or("", |coordinator| &coordinator.naam);
        let naam = tidy(&self.ask.text("Naam van de coördinator", before, &required)?);
        let mut choices: Vec<String> = self.answers.organisations().into_iter().map(|named| named.naam).collect();
        choices.push(EMPLOYER_UNKNOWN.to_owned());
        let place = self.ask.choice(&format!("Waar werkt {naam}?"), &choices, 0)?;
        let werkgever = choices.into_iter().nth(place).filter(|name| name != EMPLOYER_UNKNOWN);
        self.answers.coordinator = Some(Coordinator { naam, werkgever });
        Ok(())
    }

    fn startdatum(&mut self) -> Result<(), AskError> {
        self.ask.say("\nWanneer begint het initiatief? Bijvoorbeeld op 11 januari 2027.")?;
        let before = self.answers.startdatum.map(Datum::long).unwrap_or_default();
        let answer = self.ask.text("Startdatum (leeg: nog niet bekend)", &before, &date)?;
        self.answers.startdatum = answer.parse().ok();
        Ok(())
    }

    /// Everything that was answered, one topic a line.
    fn show(&mut self) -> Result<(), AskError> {
        self.forget_employer_that_left();
        let mut text = String::from("\nDit zijn uw antwoorden:");
        for topic in Topic::ALL {
            text.push_str(&format!("\n  {:<12} {}", format!("{}:", topic.label()), hanging(&self.shown(topic))));
        }
        self.ask.say(&format!("{text}\n"))
    }

    fn shown(&self, topic: Topic) -> String {
        let unknown = || "nog niet bekend".to_owned();
        let answers = &self.answers;
        match topic {
            Topic::Gemeente => answers.gemeente.clone(),
            Topic::Folder => self.folder.as_ref().map_or_else(unknown, |folder| folder.display().to_string()),
            Topic::Wijken => answers.wijken.join(", "),
            Topic::Trekker => answers.trekker.as_ref().map_or_else(unknown, with_sector),
            Topic::Partners if answers.partners.is_empty() => unknown(),
            Topic::Partners => answers.partners.iter().map(with_sector).collect::<Vec<_>>().join(", "),
            Topic::Coordinator => {
                answers.coordinator.as_ref().map_or_else(unknown, |coordinator| match &coordinator.werkgever {
                    Some(werkgever) => format!("{}, werkt bij {werkgever}", coordinator.naam),
                    None => coordinator.naam.clone(),
                })
            }
            Topic::Startdatum => answers.startdatum.map_or_else(unknown, Datum::with_weekday),
        }
    }

    /// After a change of organisations, the coordinator's employer may be none of them.
    fn forget_employer_that_left(&mut self) {
        let names: Vec<String> = self.answers.organisations().iter().map(|named| named.naam.to_lowercase()).collect();
        if let Some(coordinator) = &mut self.answers.coordinator {
            coordinator.werkgever.take_if(|werkgever| !names.contains(&werkgever.to_lowercase()));
        }
    }
}

fn ask_sector(ask: &mut dyn Ask, naam: &str, before: Option<Sector>) -> Result<Option<Sector>, AskError> {
    let mut choices: Vec<String> = Sector::ALL.iter().map(|sector| sector.term().name.to_owned()).collect();
    choices.push(SECTOR_UNKNOWN.to_owned());
    let preset = Sector::ALL.iter().position(|sector| Some(*sector) == before).unwrap_or(0);
    let place = ask.choice(&format!("Sector van {naam}"), &choices, preset)?;
    Ok(Sector::ALL.get(place).copied())
}

fn with_sector(named: &Named) -> String {
    match named.sector {
        Some(sector) => format!("{} ({})", named.naam, sector.term().name),
        None => named.naam.clone(),
    }
}

/// The text on lines that fit beside the labels of the summary, and below each other.
fn hanging(text: &str) -> String {
    const INDENT: usize = 15;
    const WIDTH: usize = 78;
    let (mut lines, mut column) = (String::new(), INDENT);
    for word in text.split_whitespace() {
        let length = word.chars().count();
        if column > INDENT && column + 1 + length > WIDTH {
            lines.push_str(&format!("\n{:INDENT$}", ""));
            column = INDENT;
        } else if column > INDENT {
            lines.push(' ');
            column += 1;
        }
        lines.push_str(word);
        column += length;
    }
    lines
}

fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn required(text: &str) -> Result<(), String> {
    match answers::name(text) {
        Err(_) if text.trim().is_empty() => Err("vul hier een naam in".to_owned()),
        result => result.and_then(|name| privacy::accept("", &name)),
    }
}

fn optional(text: &str) -> Result<(), String> {
    if text.trim().is_empty() { Ok(()) } else { required(text) }
}

fn date(text: &str) -> Result<(), String> {
    if text.trim().is_empty() { Ok(()) } else { text.parse::<Datum>().map(|_| ()) }
}

fn free_folder(text: &str) -> Result<(), String> {
    if text.trim().is_empty() {
        return Err("vul de naam van een map in".to_owned());
    }
    folder::check_free(std::path::Path::new(text)).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests;
