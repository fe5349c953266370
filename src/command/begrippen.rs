//! `wep begrippen`: the glossary as a document (handbook bijlage 1).

use clap::Args;

use super::making;
use crate::cli::{Context, DocumentOptions};
use crate::exit::{Exit, Failure};

const EXAMPLE: &str = "\
Voorbeeld:
  wep begrippen --formaat docx
  wep begrippen --toon";

#[derive(Debug, Args)]
#[command(about = "Maakt de begrippenlijst", after_help = EXAMPLE)]
pub struct Begrippen {
    #[command(flatten)]
    options: DocumentOptions,
}

impl Begrippen {
    pub fn run(&self, context: &Context) -> Result<Exit, Failure> {
        making::open_and_make(&["begrippen"], &self.options, context)
    }
}
