//! `wep folder`: the leaflet about the initiative, folded in three (handbook bijlage 5).

use clap::Args;

use super::making;
use crate::cli::{Context, DocumentOptions};
use crate::exit::{Exit, Failure};

const EXAMPLE: &str = "\
Voorbeeld:
  wep folder --formaat pdf

De PDF is om te drukken: A4, twee kanten, omslaan over de korte kant. Vouw hem daarna in drieën.
Word en webpagina zijn om te lezen, ook met een schermlezer.";

#[derive(Debug, Args)]
#[command(about = "Maakt de folder voor bewoners: A4, in drieën gevouwen", after_help = EXAMPLE)]
pub struct Folder {
    #[command(flatten)]
    options: DocumentOptions,
}

impl Folder {
    pub fn run(&self, context: &Context) -> Result<Exit, Failure> {
        making::open_and_make(&["folder"], &self.options, context)
    }
}
