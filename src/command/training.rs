//! `wep training`: script, hand-out and evaluation form of the training (handbook §3.6 and bijlage 4).

use clap::Args;

use super::making;
use crate::cli::{Context, DocumentOptions};
use crate::exit::{Exit, Failure};

const EXAMPLE: &str = "\
Voorbeeld:
  wep training
  wep training --toon";

#[derive(Debug, Args)]
#[command(
    about = "Maakt het draaiboek van de training, met hand-out en evaluatie",
    long_about = "Maakt het draaiboek van de training voor wie op een plek van WeP werkt, een hand-out voor de deelnemers en een evaluatieformulier.",
    after_help = EXAMPLE
)]
pub struct Training {
    #[command(flatten)]
    options: DocumentOptions,
}

impl Training {
    pub fn run(&self, context: &Context) -> Result<Exit, Failure> {
        making::open_and_make(
            &["training-draaiboek", "training-hand-out", "training-evaluatie"],
            &self.options,
            context,
        )
    }
}
