//! The commands: one file each, with arguments, help and `run`. A new one is a file and a variant here.

mod begrippen;
mod controleer;
mod convenant;
mod gemeente;
mod init;
mod making;
mod overleg;
mod profiel;
mod startbijeenkomst;
mod uitleg;

use clap::Subcommand;

use crate::cli::Context;
use crate::exit::{Exit, Failure};

#[derive(Debug, Subcommand)]
pub enum Command {
    Init(init::Init),
    Controleer(controleer::Controleer),
    Convenant(convenant::Convenant),
    Startbijeenkomst(startbijeenkomst::Startbijeenkomst),
    Overleg(overleg::Overleg),
    Profiel(profiel::Profiel),
    Begrippen(begrippen::Begrippen),
    Uitleg(uitleg::Uitleg),
}

impl Command {
    pub fn run(&self, context: &Context) -> Result<Exit, Failure> {
        match self {
            Command::Init(command) => command.run(context),
            Command::Controleer(command) => command.run(context),
            Command::Convenant(command) => command.run(context),
            Command::Startbijeenkomst(command) => command.run(context),
            Command::Overleg(command) => command.run(context),
            Command::Profiel(command) => command.run(context),
            Command::Begrippen(command) => command.run(context),
            Command::Uitleg(command) => command.run(context),
        }
    }
}
