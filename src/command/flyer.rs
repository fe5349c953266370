//! `wep flyer`: the flyers for a talk afternoon and for Samen Doen (handbook bijlagen 10 and 11).

use clap::{Args, ValueEnum};

use super::making;
use crate::cli::{Context, DocumentOptions};
use crate::exit::{Exit, Failure};

const EXAMPLE: &str = "\
Voorbeeld:
  wep flyer gespreksmiddag
  wep flyer samen-doen --formaat pdf

De PDF komt er in A4 en in A5. Wat erop staat, vult u in in voorlichting.yaml.";

#[derive(Debug, Args)]
#[command(about = "Maakt een flyer: voor een gespreksmiddag of voor Samen Doen", after_help = EXAMPLE)]
pub struct Flyer {
    #[arg(value_name = "SOORT", help = "Waarvoor de flyer is")]
    kind: FlyerKind,
    #[command(flatten)]
    options: DocumentOptions,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum FlyerKind {
    Gespreksmiddag,
    SamenDoen,
}

impl Flyer {
    pub fn run(&self, context: &Context) -> Result<Exit, Failure> {
        let slug = match self.kind {
            FlyerKind::Gespreksmiddag => "flyer-gespreksmiddag",
            FlyerKind::SamenDoen => "flyer-samen-doen",
        };
        making::open_and_make(&[slug], &self.options, context)
    }
}
