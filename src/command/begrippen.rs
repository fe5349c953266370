//! `wep begrippen`: the glossary as a document (handbook bijlage 1).

use clap::Args;

use super::{gemeente, making};
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
        let gemeente = gemeente::open(context)?;
        making::make(&gemeente, &["begrippen"], &self.options, context)
    }
}
