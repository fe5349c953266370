//! `wep organisatie importeer`: a list of organisations from Excel or LibreOffice, and what it would change.

use std::fs;
use std::io::ErrorKind;
use std::path::PathBuf;

use clap::{Args, ValueHint};
use wep::check::Level;
use wep::import::columns::{self, Choice, Field};
use wep::import::plan::{self, Meanings};
use wep::import::table::{self, MAX_BYTES, TableError};
use wep::model::file;
use wep::report::import;

use crate::cli::Context;
use crate::command::gemeente;
use crate::exit::{Exit, Failure};
use crate::screen;

const EXAMPLE: &str = "\
Voorbeeld:
  wep organisatie importeer lijst.xlsx
  wep organisatie importeer lijst.csv --kolom \"Tel.=telefoon\" --waarde \"Zorg & welzijn=welzijn\"";

#[derive(Debug, Args)]
#[command(about = "Laat zien wat een lijst uit Excel (CSV, XLSX, ODS) aan de organisaties verandert", after_help = EXAMPLE)]
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
    #[arg(long, help = "Geef het plan als JSON, voor andere programma’s")]
    json: bool,
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
        let table = table::read(&self.bytes()?, self.sheet.as_deref())
            .map_err(|TableError { message, help }| self.failure(Exit::InputErrors, &message, help))?;
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
        let project = &gemeente.project;
        let plan = plan::plan(&table, &columns, &project.wep.wijken, &project.organisaties.organisaties, &meanings);
        let text = match self.json {
            true => import::json(&table, &columns, &plan),
            false => import::plan(&table, &columns, &plan, screen::width(), context.screen.verbose),
        };
        context.screen.result(&text);
        Ok(Exit::Good)
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
        let length = fs::metadata(&self.file).map_err(|error| refused(error.kind()))?.len();
        if length > MAX_BYTES as u64 {
            let help = "Kijk of dit het goede bestand is, of verdeel het over meer bestanden.";
            return Err(self.failure(Exit::InputErrors, "het bestand is groter dan 50 MB", help.to_owned()));
        }
        fs::read(&self.file).map_err(|error| refused(error.kind()))
    }

    fn failure(&self, exit: Exit, message: &str, help: String) -> Failure {
        Failure::new(exit, format!("‘{}’: {message}", self.file.display()), help)
    }
}

const WHERE: &str = "Kijk na of u de naam goed hebt geschreven, en in welke map het bestand staat.";
