//! `wep organisatie importeer`: a list of organisations from Excel or LibreOffice, and what it would change.

use std::fs::{self, File};
use std::io::{ErrorKind, Read};
use std::path::PathBuf;

use clap::{Args, ValueEnum, ValueHint};
use wep::check::Level;
use wep::edit::organisaties::Edit;
use wep::import::columns::{self, Choice, Field};
use wep::import::guard::{self, Suspect, Waiver};
use wep::import::plan::{self, Applied, Decision, Doubt, Meanings, Outcome, Plan};
use wep::import::table::{self, MAX_BYTES, TableError};
use wep::model::{Organisatie, file};
use wep::privacy::masked;
use wep::report::{import, suspects};

use super::bestand::Bestand;
use crate::ask::{self, Ask};
use crate::cli::Context;
use crate::command::gemeente;
use crate::exit::{Exit, Failure};
use crate::screen;

const EXAMPLE: &str = "\
Voorbeeld:
  wep organisatie importeer lijst.xlsx
  wep organisatie importeer lijst.csv --kolom \"Tel.=telefoon\" --waarde \"Zorg & welzijn=welzijn\"";

#[derive(Debug, Args)]
#[command(about = "Neemt organisaties over uit een lijst van Excel (CSV, XLSX, ODS)", after_help = EXAMPLE)]
pub struct Importeer {
    #[arg(value_name = "BESTAND", value_hint = ValueHint::FilePath, help = "De lijst: .csv, .xlsx of .ods")]
    file: PathBuf,
    #[arg(long = "blad", value_name = "NAAM", help = "Het werkblad; zonder deze optie het eerste dat niet leeg is")]
    sheet: Option<String>,
    #[arg(long = "kolom", value_name = "KOP=VELD", help = "Zet een kolom in dit veld; KOP=- laat de kolom weg")]
    columns: Vec<Choice>,
    #[arg(long = "waarde", value_name = "TEKST=WAARDE", value_parser = meaning,
        help = "Zeg wat een woord in de lijst betekent, zoals een sector of een wijk; TEKST=- telt als leeg")]
    meanings: Vec<(String, Option<String>)>,
    #[arg(long = "twijfel", value_name = "KEUZE", help = "Wat wep doet met elke rij waarover twijfel is")]
    doubts: Option<Doubts>,
    #[arg(
        long = "geen-deelnemer",
        value_name = "CEL",
        help = "Deze cel (E17), rij (17) of kolom (E) gaat niet over een deelnemer"
    )]
    waivers: Vec<Waiver>,
    #[arg(long = "ja", conflicts_with = "dry_run", help = "Neem over zonder te vragen")]
    yes: bool,
    #[arg(long = "controle", help = "Toon alleen wat er zou veranderen en schrijf niets")]
    dry_run: bool,
    #[arg(long, help = "Geef het plan als JSON, voor andere programma’s")]
    json: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Doubts {
    Nieuw,
    Bijwerken,
}

/// `TEKST=WAARDE`.
fn meaning(text: &str) -> Result<(String, Option<String>), String> {
    let (text, value) = text.rsplit_once('=').ok_or("schrijf TEKST=WAARDE, zoals \"Zorg & welzijn=welzijn\"")?;
    let value = Some(value.trim()).filter(|value| *value != "-" && !value.is_empty());
    Ok((text.trim().to_lowercase(), value.map(str::to_owned)))
}

impl Importeer {
    pub fn run(&self, context: &Context) -> Result<Exit, Failure> {
        let gemeente = gemeente::open(context)?;
        let findings = gemeente.findings_in(&[file::WEP, file::ORGANISATIES]);
        if gemeente::count(&findings, Level::Error) > 0 {
            let errors: Vec<_> = findings.into_iter().filter(|one| one.level() == Level::Error).collect();
            gemeente.tell(context, &errors);
            context.screen.warn("De lijst is niet ingelezen. Los eerst deze fouten op.");
            return Ok(Exit::InputErrors);
        }
        let bestand = Bestand::of(gemeente)?;
        let table = table::read(&self.bytes()?, self.sheet.as_deref())
            .map_err(|TableError { message, help }| self.failure(Exit::InputErrors, &message, help))?;
        let found = guard::look(&table, &self.waivers);
        if !found.is_empty() {
            return self.refuse(&found, context);
        }
        let columns = columns::propose(&table.headers, &self.columns)
            .map_err(|error| Failure::new(Exit::WrongCall, error.to_string(), ""))?;
        if columns::position(&columns, Field::Naam).is_none() {
            let headers: Vec<&str> = columns.iter().map(|column| column.header.as_str()).collect();
            let help = format!(
                "Zeg welke kolom de naam is: --kolom \"KOP=naam\".\nDeze koppen zijn er: {}.",
                headers.join(", ")
            );
            return Err(self.failure(Exit::InputErrors, "er is geen kolom met de naam van de organisatie", help));
        }
        let meanings: Meanings = self.meanings.iter().cloned().collect();
        let project = bestand.project();
        let plan = plan::plan(&table, &columns, &project.wep.wijken, &project.organisaties.organisaties, &meanings);
        let text = match self.json {
            true => import::json(&table, &columns, &plan),
            false => import::plan(&table, &columns, &plan, screen::width(), context.screen.verbose),
        };
        context.screen.result(&text);
        if self.dry_run {
            return Ok(Exit::Good);
        }
        let asking = !self.yes && !self.json && ask::possible();
        if !self.yes && !asking {
            context.screen.tell("Er is niets opgeslagen. Klopt het plan? Geef dezelfde opdracht met --ja erbij.");
            return Ok(Exit::Good);
        }
        let known = &project.organisaties.organisaties;
        let applied = match asking {
            true => self.asked(&plan, known, &mut *ask::on_terminal())?,
            false => plan::apply(&plan, known, |_, _| self.decision()),
        };
        self.write(&bestand, applied, &plan, context)
    }

    /// Tells where something stands that may be about a participant; not what.
    fn refuse(&self, found: &[Suspect], context: &Context) -> Result<Exit, Failure> {
        let name = self.file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        match self.json {
            true => context.screen.result(&suspects::json(&masked(&name), found)),
            false => context.screen.warn(suspects::plain(&masked(&name), found).trim_end()),
        }
        let help = "Er is niets ingelezen. Haal het weg uit de lijst: gegevens van deelnemers horen niet in wep.\n\
                    Gaat het niet over een deelnemer? Noem dan de cel: --geen-deelnemer E17 (of een rij: 17, of een kolom: E).";
        Err(self.failure(
            Exit::InputErrors,
            "in deze lijst staat iets dat over een deelnemer kan gaan",
            help.to_owned(),
        ))
    }

    /// What happens to a row in doubt when nobody is asked.
    fn decision(&self) -> Decision {
        match self.doubts {
            Some(Doubts::Nieuw) => Decision::New,
            Some(Doubts::Bijwerken) => Decision::Update,
            None => Decision::Skip,
        }
    }

    /// Asks about each row in doubt, unless an option says it, and then once about everything.
    fn asked(&self, plan: &Plan, known: &[Organisatie], ask: &mut dyn Ask) -> Result<Applied, Failure> {
        let mut decisions = Vec::new();
        for (index, row) in plan.rows.iter().enumerate() {
            if let (Outcome::Doubt(doubt), None) = (&row.outcome, self.doubts) {
                ask.say(&format!("\n{}: {}\n  {}", row.place, row.name, doubt.reasons.join("\n  ")))?;
                decisions.push((index, decide(doubt, ask)?));
            }
        }
        let of = |index: usize| decisions.iter().find(|(one, _)| *one == index).map(|(_, decision)| *decision);
        let applied = plan::apply(plan, known, |index, _| of(index).unwrap_or(self.decision()));
        let (added, changed) = (applied.added.len(), applied.changed.len());
        let question = format!("{added} toevoegen en {changed} wijzigen in {}?", file::ORGANISATIES);
        match added + changed == 0 || ask.confirm(&question, true)? {
            true => Ok(applied),
            false => Err(Failure::new(Exit::Stopped, "afgebroken; er is niets opgeslagen", "")),
        }
    }

    /// Writes what was decided; every byte that is not touched stays.
    fn write(&self, bestand: &Bestand, applied: Applied, plan: &Plan, context: &Context) -> Result<Exit, Failure> {
        let Applied { added, changed, left } = applied;
        let (news, others) = (added.len(), changed.len());
        let edits: Vec<Edit> = changed
            .into_iter()
            .map(|to| Edit::Change { id: to.id.clone().unwrap_or_default(), to })
            .chain(added.into_iter().map(Edit::Add))
            .collect();
        if !edits.is_empty() {
            let cells = self.waivers.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
            let reason = (!cells.is_empty()).then(|| format!("nagekeken bij het importeren ({cells})"));
            bestand.save_all(&edits, reason.as_deref(), context)?;
        }
        let refused = plan.counts()[4];
        context.screen.tell(&format!(
            "Opgeslagen in {}: {news} nieuw, {others} gewijzigd. Overgeslagen: {left} met twijfel, {refused} niet te lezen.",
            file::ORGANISATIES
        ));
        if left > 0 && self.yes {
            context.screen.tell("Kies wat er met twijfel gebeurt met --twijfel nieuw of --twijfel bijwerken.");
        }
        Ok(if refused > 0 { Exit::InputErrors } else { Exit::Good })
    }

    fn bytes(&self) -> Result<Vec<u8>, Failure> {
        let refused = |kind| match kind {
            ErrorKind::NotFound => self.failure(Exit::WrongCall, "het bestand bestaat niet", WHERE.to_owned()),
            ErrorKind::IsADirectory => self.failure(Exit::WrongCall, "dit is een map", WHERE.to_owned()),
            _ => {
                let help = "Kijk of u het bestand mag openen, en of het niet in Excel openstaat.";
                self.failure(Exit::Refused, "het bestand kan niet worden gelezen", help.to_owned())
            }
        };
        let found = fs::metadata(&self.file).map_err(|error| refused(error.kind()))?;
        if found.is_dir() {
            return Err(refused(ErrorKind::IsADirectory));
        }
        // A pipe may keep a reader waiting for ever, and a device may never end.
        if !found.is_file() {
            return Err(self.failure(Exit::WrongCall, "dit is geen gewoon bestand", WHERE.to_owned()));
        }
        let mut bytes = Vec::new();
        let file = File::open(&self.file).map_err(|error| refused(error.kind()))?;
        // A byte more than is read of a list, so that the reader refuses what is too large.
        file.take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes).map_err(|error| refused(error.kind()))?;
        Ok(bytes)
    }

    fn failure(&self, exit: Exit, message: &str, help: String) -> Failure {
        Failure::new(exit, format!("‘{}’: {message}", self.file.display()), help)
    }
}

/// What to do with one row in doubt.
fn decide(doubt: &Doubt, ask: &mut dyn Ask) -> Result<Decision, Failure> {
    let name = doubt.target.as_ref().map(|target| target.name.clone()).unwrap_or_default();
    let choices = match doubt.identity {
        true => vec![
            ("Overslaan".to_owned(), Decision::Skip),
            ("Toevoegen als nieuwe organisatie".to_owned(), Decision::New),
            (format!("Bijwerken: {name}"), Decision::Update),
        ],
        false => vec![
            ("Overslaan".to_owned(), Decision::Skip),
            ("Overnemen zonder dit gegeven".to_owned(), Decision::Update),
        ],
    };
    let texts: Vec<String> = choices.iter().map(|(text, _)| text.clone()).collect();
    Ok(choices[ask.choice("Wat doet wep met deze rij?", &texts, 0)?].1)
}

const WHERE: &str = "Kijk na of u de naam goed hebt geschreven, en in welke map het bestand staat.";
