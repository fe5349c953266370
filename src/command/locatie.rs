//! `wep locatie`: the places compared, and the meeting with those who work there (handbook §3.6, §3.8).

use clap::Args;

use super::making;
use crate::cli::{Context, DocumentOptions};
use crate::exit::{Exit, Failure};

const EXAMPLE: &str = "\
Voorbeeld:
  wep locatie --formaat docx
  wep locatie --toon";

#[derive(Debug, Args)]
#[command(about = "Vergelijkt plekken en nodigt de mensen uit die er werken", after_help = EXAMPLE)]
pub struct Locatie {
    #[command(flatten)]
    options: DocumentOptions,
}

impl Locatie {
    pub fn run(&self, context: &Context) -> Result<Exit, Failure> {
        making::open_and_make(
            &["locatie-vergelijking", "locatie-uitnodiging", "locatie-agenda"],
            &self.options,
            context,
        )
    }
}
