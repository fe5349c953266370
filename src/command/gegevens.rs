//! `wep gegevens`: the sheet that says which data about people go where.

use clap::Args;

use super::making;
use crate::cli::{Context, DocumentOptions};
use crate::exit::{Exit, Failure};

const EXAMPLE: &str = "\
Voorbeeld:
  wep gegevens
  wep gegevens --formaat docx,html";

#[derive(Debug, Args)]
#[command(about = "Maakt een blad: welke gegevens gaan waarheen, waarom en hoe lang", after_help = EXAMPLE)]
pub struct Gegevens {
    #[command(flatten)]
    options: DocumentOptions,
}

impl Gegevens {
    pub fn run(&self, context: &Context) -> Result<Exit, Failure> {
        making::open_and_make(&["gegevensstromen"], &self.options, context)
    }
}
