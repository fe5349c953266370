//! `wep intakeformulier`: the intake form (handbook §4.1 and bijlage 8).

use clap::Args;

use super::making;
use crate::cli::{Context, DocumentOptions};
use crate::exit::{Exit, Failure};

const EXAMPLE: &str = "\
Voorbeeld:
  wep intakeformulier
  wep intakeformulier --formaat docx,html";

#[derive(Debug, Args)]
#[command(about = "Maakt het intakeformulier, om met de hand of op de computer in te vullen", after_help = EXAMPLE)]
pub struct Intakeformulier {
    #[command(flatten)]
    options: DocumentOptions,
}

impl Intakeformulier {
    pub fn run(&self, context: &Context) -> Result<Exit, Failure> {
        making::open_and_make(&["intakeformulier"], &self.options, context)
    }
}
