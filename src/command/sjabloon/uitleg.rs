//! `wep sjabloon uitleg`: every word of the template language, and every value that a template can use.

use clap::Args;
use wep::document::sjabloonwijzer::{NAME, sjabloonwijzer};
use wep::document::{KINDS, Kind};
use wep::model::Formaat;

use super::meegeleverd;
use crate::cli::{Context, DocumentOptions};
use crate::command::{gemeente, making, voorbeeld};
use crate::exit::{Exit, Failure};

const AFTER_HELP: &str = "\
Zonder NAAM staan de gegevens van alle documenten erin. Zonder --formaat wordt het een webpagina.

Voorbeeld:
  wep sjabloon uitleg
  wep sjabloon uitleg convenant --toon";

#[derive(Debug, Args)]
#[command(
    about = "Legt uit wat u in een sjabloon kunt zetten, en welke gegevens er zijn",
    after_help = AFTER_HELP
)]
pub struct Uitleg {
    #[arg(value_name = "NAAM", help = "Het document waarvan u de gegevens wilt zien")]
    naam: Option<String>,
    #[command(flatten)]
    options: DocumentOptions,
}

impl Uitleg {
    pub fn run(&self, context: &Context) -> Result<Exit, Failure> {
        let gemeente = gemeente::open(context)?;
        let kinds: Vec<&'static Kind> = match &self.naam {
            Some(naam) => meegeleverd(&gemeente, naam)?.kind.into_iter().collect(),
            None => KINDS.iter().collect(),
        };
        let page = sjabloonwijzer(&voorbeeld::project(), &kinds).map_err(|error| making::template_failure(&error))?;
        let mut options = self.options.clone();
        if options.files.formats.is_empty() {
            options.files.formats.push(Formaat::Html);
        }
        making::make_page(&gemeente, NAME, page, &options, context)
    }
}
