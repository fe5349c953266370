//! `wep verwijzers`: the sheet for those who refer people (handbook §4.1 and §4.5).

use clap::Args;

use super::making;
use crate::cli::{Context, DocumentOptions};
use crate::exit::{Exit, Failure};

const EXAMPLE: &str = "\
Voorbeeld:
  wep verwijzers
  wep verwijzers --formaat docx,html";

#[derive(Debug, Args)]
#[command(about = "Maakt het blad voor wie mensen naar WeP verwijst", after_help = EXAMPLE)]
pub struct Verwijzers {
    #[command(flatten)]
    options: DocumentOptions,
}

impl Verwijzers {
    pub fn run(&self, context: &Context) -> Result<Exit, Failure> {
        making::open_and_make(&["verwijzers"], &self.options, context)
    }
}
