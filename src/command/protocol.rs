//! `wep protocol`: the protocol for participation (handbook §1.3).

use clap::Args;

use super::making;
use crate::cli::{Context, DocumentOptions};
use crate::exit::{Exit, Failure};

const EXAMPLE: &str = "\
Voorbeeld:
  wep protocol
  wep protocol --formaat docx,html";

#[derive(Debug, Args)]
#[command(about = "Maakt het protocol: hoe iedereen kan meedoen", after_help = EXAMPLE)]
pub struct Protocol {
    #[command(flatten)]
    options: DocumentOptions,
}

impl Protocol {
    pub fn run(&self, context: &Context) -> Result<Exit, Failure> {
        making::open_and_make(&["protocol"], &self.options, context)
    }
}
