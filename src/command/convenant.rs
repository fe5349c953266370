//! `wep convenant`: the draft of the agreement between the organisations (handbook §3.1–3.3).

use clap::Args;

use super::making;
use crate::cli::{Context, DocumentOptions};
use crate::exit::{Exit, Failure};

const EXAMPLE: &str = "\
Voorbeeld:
  wep convenant --formaat docx,pdf
  wep convenant --toon";

#[derive(Debug, Args)]
#[command(about = "Maakt het concept van het convenant", after_help = EXAMPLE)]
pub struct Convenant {
    #[command(flatten)]
    options: DocumentOptions,
}

impl Convenant {
    pub fn run(&self, context: &Context) -> Result<Exit, Failure> {
        making::open_and_make(&["convenant"], &self.options, context)
    }
}
