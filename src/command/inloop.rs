//! `wep inloop`: the sheet for the weekly walk-in (handbook bijlage 7).

use clap::Args;

use super::making;
use crate::cli::{Context, DocumentOptions};
use crate::exit::{Exit, Failure};

const EXAMPLE: &str = "\
Voorbeeld:
  wep inloop --formaat pdf

De PDF komt er in A4 en in A5. Wat erop staat, vult u in in voorlichting.yaml.";

#[derive(Debug, Args)]
#[command(about = "Maakt het blad voor de wekelijkse inloop", after_help = EXAMPLE)]
pub struct Inloop {
    #[command(flatten)]
    options: DocumentOptions,
}

impl Inloop {
    pub fn run(&self, context: &Context) -> Result<Exit, Failure> {
        making::open_and_make(&["inloop"], &self.options, context)
    }
}
