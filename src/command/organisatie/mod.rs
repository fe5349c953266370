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

use clap::{Args, Subcommand};

use crate::cli::Context;
use crate::exit::{Exit, Failure};

const ABOUT: &str = "Houdt de organisaties van de sociale kaart bij";
const EXAMPLE: &str = "\
Voorbeeld:
  wep organisatie lijst
  wep organisatie toevoegen
  wep organisatie importeer lijst.xlsx";

#[derive(Debug, Args)]
#[command(about = ABOUT, after_help = EXAMPLE, subcommand_required = true, arg_required_else_help = true)]
pub struct Organisatie {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    Toevoegen(Box<toevoegen::Toevoegen>),
    Wijzig(Box<wijzig::Wijzig>),
    Verwijder(verwijder::Verwijder),
    Lijst(lijst::Lijst),
    Importeer(importeer::Importeer),
    Exporteer(exporteer::Exporteer),
}

impl Organisatie {
    pub fn run(&self, context: &Context) -> Result<Exit, Failure> {
        match &self.action {
            Action::Toevoegen(command) => command.run(context),
            Action::Wijzig(command) => command.run(context),
            Action::Verwijder(command) => command.run(context),
            Action::Lijst(command) => command.run(context),
            Action::Importeer(command) => command.run(context),
            Action::Exporteer(command) => command.run(context),
        }
    }
}
