//! `wep organisatie`: the organisations of the sociale kaart (handbook §3.2).

mod importeer;

use clap::Subcommand;

use crate::cli::Context;
use crate::exit::{Exit, Failure};

#[derive(Debug, Subcommand)]
#[command(about = "Neemt organisaties over uit een lijst")]
pub enum Organisatie {
    Importeer(importeer::Importeer),
}

impl Organisatie {
    pub fn run(&self, context: &Context) -> Result<Exit, Failure> {
        match self {
            Organisatie::Importeer(command) => command.run(context),
        }
    }
}
