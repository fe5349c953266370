//! `wep init`: sets up the folder for a new gemeente.

mod answers;
mod conversation;

use std::path::{Path, PathBuf};

use clap::{Args, ValueHint};
use wep::model::Datum;
use wep::report::lines;
use wep::write::project::{NewFile, schema_files, yaml_files};
use wep::write::{folder, slug};

use self::answers::{Answers, Named};
use super::{dossier, voorbeeld};
use crate::ask;
use crate::cli::{Context, WriteOptions};
use crate::exit::{Exit, Failure};

const EXAMPLE_NAME: &str = "veldrijk";

const AFTER_HELP: &str = "\
In een venster stelt wep vragen; wat u al als optie geeft, vraagt wep niet meer. Zonder vragen zijn de gemeente, een wijk en
de trekker het minste.

Sectoren: gemeente, welzijn, vrijwilligers, ggz, woningcorporatie, maatschappelijke_dienstverlening,
inloop, ervaringsdeskundigheid, zorg, overig.

Voorbeeld:
  wep init
  wep init voorbeeld --voorbeeld --documenten
  wep init --zonder-vragen --gemeente Veldrijk --wijk Noord --trekker \"Stichting Welzijn=welzijn\"";

#[derive(Debug, Default, Args)]
#[command(about = "Maakt de map voor een nieuwe gemeente", after_help = AFTER_HELP)]
pub struct Init {
    #[arg(value_name = "MAP", value_hint = ValueHint::DirPath,
        help = "De nieuwe map; zonder MAP krijgt de map de naam van de gemeente")]
    target: Option<PathBuf>,
    #[arg(long, value_name = "NAAM", value_parser = answers::name, help = "De naam van de gemeente")]
    gemeente: Option<String>,
    #[arg(long = "wijk", value_name = "NAAM", value_parser = answers::name,
        help = "Een wijk waarin u begint; mag vaker")]
    wijken: Vec<String>,
    #[arg(long, value_name = "NAAM[=SECTOR]", value_parser = answers::organisation,
        help = "De organisatie die het initiatief trekt")]
    trekker: Option<Named>,
    #[arg(long = "partner", value_name = "NAAM[=SECTOR]", value_parser = answers::organisation,
        help = "Een organisatie die meedoet; mag vaker")]
    partners: Vec<Named>,
    #[arg(long, value_name = "NAAM[=WERKGEVER]", value_parser = answers::coordinator,
        help = "De coördinator; de werkgever is de trekker of een partner")]
    coordinator: Option<answers::Coordinator>,
    #[arg(long, value_name = "DATUM", value_parser = str::parse::<Datum>,
        help = "De dag waarop het initiatief begint, zoals 2027-01-11")]
    startdatum: Option<Datum>,
    #[arg(long = "zonder-vragen", help = "Stel geen vragen, ook niet in een venster")]
    no_questions: bool,
    #[arg(long = "voorbeeld", conflicts_with_all = ["gemeente", "wijken", "trekker", "partners", "coordinator", "startdatum"],
        help = "Maak een map met een complete, verzonnen gemeente")]
    example: bool,
    #[arg(long = "documenten", help = "Maak daarna meteen alle documenten")]
    documents: bool,
}

impl Init {
    /// Asks what is needed and makes the folder, which comes back; nothing when the user stops.
    pub fn hold(&self, context: &Context) -> Result<Option<PathBuf>, Failure> {
        let Some((answers, target)) =
            conversation::hold(ask::on_terminal().as_mut(), self.given()?, self.named_folder(context)?)?
        else {
            context.screen.tell("Gestopt. Er is niets opgeslagen.");
            return Ok(None);
        };
        write(&target, yaml_files(&answers.project()?)?, context)?;
        Ok(Some(target))
    }

    pub fn run(&self, context: &Context) -> Result<Exit, Failure> {
        let named = self.named_folder(context)?;
        if let Some(target) = &named {
            folder::check_free(target)?;
        }
        if self.example {
            let target = named.unwrap_or_else(|| PathBuf::from(EXAMPLE_NAME));
            return create(&target, voorbeeld::files(), self.documents, context);
        }
        let given = self.given()?;
        let (answers, target) = if ask::possible() && !self.no_questions {
            let Some(outcome) = conversation::hold(ask::on_terminal().as_mut(), given, named)? else {
                context.screen.tell("Gestopt. Er is niets opgeslagen.");
                return Ok(Exit::Stopped);
            };
            outcome
        } else {
            let answers = given.complete()?;
            let target = named.unwrap_or_else(|| default_folder(&answers.gemeente));
            (answers, target)
        };
        create(&target, yaml_files(&answers.project()?)?, self.documents, context)
    }

    /// The folder, named as an argument or with `-C`, but not as both.
    fn named_folder(&self, context: &Context) -> Result<Option<PathBuf>, Failure> {
        match (&self.target, &context.folder) {
            (Some(_), Some(_)) => Err(Failure::new(
                Exit::WrongCall,
                "u noemt twee mappen: als MAP en met -C",
                "Noem de map één keer, bijvoorbeeld: wep init veldrijk",
            )),
            (target, folder) => Ok(target.clone().or_else(|| folder.clone())),
        }
    }

    fn given(&self) -> Result<Answers, Failure> {
        let given = Answers {
            gemeente: self.gemeente.clone().unwrap_or_default(),
            wijken: self.wijken.clone(),
            trekker: self.trekker.clone(),
            partners: self.partners.clone(),
            coordinator: self.coordinator.clone(),
            startdatum: self.startdatum,
        };
        given.accept()?;
        Ok(given)
    }
}

/// `'s-Hertogenbosch` → `s-hertogenbosch`, in the folder where the user is.
fn default_folder(gemeente: &str) -> PathBuf {
    let slug = slug::slug(gemeente);
    PathBuf::from(if slug.is_empty() { "gemeente" } else { &slug })
}

/// Makes the folder with its files, and tells which.
fn write(target: &Path, yaml: Vec<NewFile>, context: &Context) -> Result<(), Failure> {
    let names: Vec<String> = yaml.iter().map(|(name, _)| name.clone()).collect();
    let schemas = schema_files()?;
    let files: Vec<NewFile> = yaml.into_iter().chain(schemas).collect();
    folder::create(target, &files)?;
    context.screen.tell(&format!("Gemaakt in de map ‘{}’:", target.display()));
    for name in names {
        context.screen.tell(&format!("  {name}"));
    }
    context.screen.detail("  .wep/schema (uitleg voor tekstverwerkers die YAML kennen)");
    Ok(())
}

fn create(target: &Path, yaml: Vec<NewFile>, documents: bool, context: &Context) -> Result<Exit, Failure> {
    write(target, yaml, context)?;
    let argument = lines::shell_word(&target.to_string_lossy());
    let exit = match documents {
        true => dossier::make(&[target.to_path_buf()], &WriteOptions::default(), context),
        false => Exit::Good,
    };
    context.screen.tell(&format!(
        "\nGa verder met:\n  \
         wep gids -C {argument}        leidt u stap voor stap verder\n  \
         wep controleer -C {argument}  zegt wat er nog ontbreekt\n  \
         wep convenant -C {argument}   maakt het concept van het convenant\n  \
         wep dossier -C {argument}     maakt alle stukken, met een overzicht\n\
         U kunt de bestanden ook zelf aanvullen, in een tekstverwerker zoals Kladblok."
    ));
    Ok(exit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_is_named_after_the_gemeente() {
        assert_eq!(default_folder("'s-Hertogenbosch"), Path::new("s-hertogenbosch"));
        assert_eq!(default_folder("北京"), Path::new("gemeente"));
    }
}
