//! The commands: one file each, with arguments, help and `run`. A new one is a file and a variant here.

mod init;

use clap::Subcommand;

use crate::cli::Context;
use crate::exit::{Exit, Failure};

#[derive(Debug, Subcommand)]
pub enum Command {
    Init(init::Init),
}

impl Command {
    pub fn run(&self, context: &Context) -> Result<Exit, Failure> {
        match self {
            Command::Init(command) => command.run(context),
        }
    }
}
