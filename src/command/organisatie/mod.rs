//! `wep organisatie`: keeps the sociale kaart, from and to the files of others. A new action is a file and a variant here.

mod exporteer;
mod importeer;

use clap::Subcommand;

use crate::cli::Context;
use crate::exit::{Exit, Failure};

pub const ABOUT: &str = "Houdt de organisaties van de sociale kaart bij";

#[derive(Debug, Subcommand)]
pub enum Organisatie {
    Importeer(importeer::Importeer),
    Exporteer(exporteer::Exporteer),
}

impl Organisatie {
    pub fn run(&self, context: &Context) -> Result<Exit, Failure> {
        match self {
            Organisatie::Importeer(command) => command.run(context),
            Organisatie::Exporteer(command) => command.run(context),
        }
    }
}
