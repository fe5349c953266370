//! `wep organisatie`: keeps the sociale kaart (handbook §3.2), by hand and from and to the files of others. A new action
//! is a file and a variant here.

mod bestand;
mod exporteer;
mod gesprek;
mod importeer;
mod lijst;
mod toevoegen;
mod veld;
mod verwijder;
mod wijzig;

pub use exporteer::EXPORT;

use clap::Subcommand;

use crate::cli::Context;
use crate::exit::{Exit, Failure};

pub const ABOUT: &str = "Houdt de organisaties van de sociale kaart bij";
pub const EXAMPLE: &str = "\
Voorbeeld:
  wep organisatie lijst
  wep organisatie toevoegen
  wep organisatie importeer lijst.xlsx";

#[derive(Debug, Subcommand)]
pub enum Organisatie {
    Toevoegen(Box<toevoegen::Toevoegen>),
    Wijzig(Box<wijzig::Wijzig>),
    Verwijder(verwijder::Verwijder),
    Lijst(lijst::Lijst),
    Importeer(importeer::Importeer),
    Exporteer(exporteer::Exporteer),
}

impl Organisatie {
    pub fn run(&self, context: &Context) -> Result<Exit, Failure> {
        match self {
            Organisatie::Toevoegen(command) => command.run(context),
            Organisatie::Wijzig(command) => command.run(context),
            Organisatie::Verwijder(command) => command.run(context),
            Organisatie::Lijst(command) => command.run(context),
            Organisatie::Importeer(command) => command.run(context),
            Organisatie::Exporteer(command) => command.run(context),
        }
    }
}
