//! `wep sociale-kaart`: who there is, what each offers, and what is missing (handbook §3.2).

use clap::Args;

use super::making;
use crate::cli::{Context, DocumentOptions};
use crate::exit::{Exit, Failure};

const EXAMPLE: &str = "\
Voorbeeld:
  wep sociale-kaart --formaat docx,pdf
  wep sociale-kaart --toon";

#[derive(Debug, Args)]
#[command(about = "Maakt de sociale kaart: wie er is, wat er is en waar nog niets is", after_help = EXAMPLE)]
pub struct SocialeKaart {
    #[command(flatten)]
    options: DocumentOptions,
}

impl SocialeKaart {
    pub fn run(&self, context: &Context) -> Result<Exit, Failure> {
        making::open_and_make(&["sociale-kaart"], &self.options, context)
    }
}
