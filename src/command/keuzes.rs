//! `wep keuzes`: what this gemeente chose where the handbook is silent or contradicts itself (X1–X8).

use clap::Args;

use super::making;
use crate::cli::{Context, DocumentOptions};
use crate::exit::{Exit, Failure};

const EXAMPLE: &str = "\
Voorbeeld:
  wep keuzes --formaat docx
  wep keuzes --toon";

#[derive(Debug, Args)]
#[command(about = "Maakt een overzicht van uw keuzes bij de handleiding", after_help = EXAMPLE)]
pub struct Keuzes {
    #[command(flatten)]
    options: DocumentOptions,
}

impl Keuzes {
    pub fn run(&self, context: &Context) -> Result<Exit, Failure> {
        making::open_and_make(&["keuzes"], &self.options, context)
    }
}
