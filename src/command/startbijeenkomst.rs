//! `wep startbijeenkomst`: the agenda on the terminal, and programme, invitation and worksheet (handbook bijlage 3).

use clap::Args;
use wep::document;
use wep::report::agenda;

use super::{gemeente, making};
use crate::cli::{Context, DocumentOptions};
use crate::exit::{Exit, Failure};
use crate::screen;

const EXAMPLE: &str = "\
Voorbeeld:
  wep startbijeenkomst
  wep startbijeenkomst --toon";

/// The papers that it makes.
const PAPERS: [&str; 3] = ["startbijeenkomst-programma", "startbijeenkomst-uitnodiging", "startbijeenkomst-werkblad"];

#[derive(Debug, Args)]
#[command(
    about = "Toont de agenda van de startbijeenkomst en maakt de stukken",
    long_about = "Toont de agenda van de startbijeenkomst en maakt het programma, de uitnodiging en het werkblad voor de subgroepen.",
    after_help = EXAMPLE
)]
pub struct Startbijeenkomst {
    #[command(flatten)]
    options: DocumentOptions,
}

impl Startbijeenkomst {
    pub fn run(&self, context: &Context) -> Result<Exit, Failure> {
        let gemeente = gemeente::open(context)?;
        if !self.options.show && !making::has_errors(&gemeente, &PAPERS) {
            let project = &gemeente.project;
            let text = agenda::agenda(&document::agenda_head(project), &document::agenda(project), screen::width());
            context.screen.result(&text);
        }
        let exit = making::make(&gemeente, &PAPERS, &self.options, context)?;
        if self.options.show || exit == Exit::InputErrors {
            return Ok(exit);
        }
        let feeds = making::feeds(&gemeente, &[document::START_FEED], &self.options, context)?;
        Ok(if exit == Exit::Good { feeds } else { exit })
    }
}
