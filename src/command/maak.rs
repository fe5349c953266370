//! `wep maak`: a document of the gemeente's own, from a template in its folder `sjablonen`.

use clap::Args;
use wep::document::{EigenStuk, Kind};
use wep::report::lines;

use super::gemeente::{self, Gemeente};
use super::making;
use crate::cli::{Context, DocumentOptions};
use crate::exit::{Exit, Failure};

const AFTER_HELP: &str = "\
Een eigen document is een bestand in de map sjablonen, zoals sjablonen/brief-aan-bewoners.md.hbs. Het begint zo:

  ---
  titel: Brief aan de bewoners
  ---
  Beste bewoner van {{bestanden.wep.gemeente}},

Daarna maakt ‘wep maak brief-aan-bewoners’ het document, en ‘wep dossier’ ook. Wat u in een sjabloon kunt zetten, leest u
met: wep sjabloon uitleg

Voorbeeld:
  wep maak                       laat zien welke eigen documenten er zijn
  wep maak brief-aan-bewoners --formaat docx,pdf";

#[derive(Debug, Args)]
#[command(about = "Maakt een eigen document, van een sjabloon dat u zelf schreef", after_help = AFTER_HELP)]
pub struct Maak {
    #[arg(value_name = "NAAM", help = "De naam van het sjabloon; zonder NAAM ziet u welke er zijn")]
    naam: Option<String>,
    #[command(flatten)]
    options: DocumentOptions,
}

impl Maak {
    pub fn run(&self, context: &Context) -> Result<Exit, Failure> {
        let gemeente = gemeente::open(context)?;
        let Some(naam) = &self.naam else {
            context.screen.result(&listed(&gemeente));
            return Ok(Exit::Good);
        };
        match EigenStuk::find(&gemeente.project, naam) {
            Some(stuk) => making::make_own(&gemeente, stuk, &self.options, context),
            None => Err(unknown(&gemeente, naam)),
        }
    }
}

/// The documents of the gemeente's own, one a line.
fn listed(gemeente: &Gemeente) -> String {
    let own: Vec<EigenStuk> = EigenStuk::all(&gemeente.project).into_iter().flatten().collect();
    if own.is_empty() {
        return "Er zijn nog geen eigen documenten. Hoe u er een maakt, leest u met: wep maak --help\n".to_owned();
    }
    let widest = own.iter().map(|stuk| stuk.naam().len()).max().unwrap_or_default();
    let line = |stuk: &EigenStuk| format!("wep maak {:widest$}  {}\n", stuk.naam(), lines::plain(stuk.titel()));
    own.iter().map(line).collect()
}

fn unknown(gemeente: &Gemeente, naam: &str) -> Failure {
    if Kind::find(naam).is_some() {
        let message = format!("‘{naam}’ is een document van wep zelf");
        return Failure::new(Exit::WrongCall, message, "Welke opdracht het maakt, ziet u met: wep --help");
    }
    let message = format!("er is geen eigen document ‘{}’", lines::plain(naam));
    let own: Vec<EigenStuk> = EigenStuk::all(&gemeente.project).into_iter().flatten().collect();
    let help = match own.as_slice() {
        [] => "Hoe u er een maakt, leest u met: wep maak --help".to_owned(),
        own => format!("Deze zijn er: {}", own.iter().map(EigenStuk::naam).collect::<Vec<_>>().join(", ")),
    };
    Failure::new(Exit::WrongCall, message, help)
}
