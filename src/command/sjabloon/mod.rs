//! `wep sjabloon`: templates of the gemeente's own, in its folder `sjablonen`. A new action is a file and a variant here.

mod kopieer;
mod lijst;
mod uitleg;
mod vergelijk;

use std::path::PathBuf;

use clap::{Args, Subcommand};
use wep::document::{self, EigenStuk, Meegeleverd};
use wep::model::sjabloon::{ENDING, FOLDER, PARTS};
use wep::report::lines;
use wep::write::Output;

use super::gemeente::Gemeente;
use crate::cli::Context;
use crate::exit::{Exit, Failure};

const ABOUT: &str = "Verandert de tekst van documenten, met eigen sjablonen";

const EXAMPLE: &str = "\
Voorbeeld:
  wep sjabloon lijst
  wep sjabloon kopieer convenant";

#[derive(Debug, Args)]
#[command(about = ABOUT, after_help = EXAMPLE, subcommand_required = true, arg_required_else_help = true)]
pub struct Sjabloon {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    Lijst(lijst::Lijst),
    Kopieer(kopieer::Kopieer),
    Vergelijk(vergelijk::Vergelijk),
    Uitleg(uitleg::Uitleg),
}

impl Sjabloon {
    pub fn run(&self, context: &Context) -> Result<Exit, Failure> {
        match &self.action {
            Action::Lijst(command) => command.run(context),
            Action::Kopieer(command) => command.run(context),
            Action::Vergelijk(command) => command.run(context),
            Action::Uitleg(command) => command.run(context),
        }
    }
}

/// The template that comes with wep by this name.
fn meegeleverd(gemeente: &Gemeente, naam: &str) -> Result<Meegeleverd, Failure> {
    // Who types the name of the file means the template.
    let naam = naam.strip_suffix(ENDING).unwrap_or(naam);
    document::meegeleverd().find(|ours| ours.naam == naam).ok_or_else(|| {
        let message = format!("wep heeft geen sjabloon ‘{}’", lines::plain(naam));
        if EigenStuk::find(&gemeente.project, naam).is_some() {
            return Failure::new(Exit::WrongCall, message, "Dit is een eigen document van uw gemeente.");
        }
        Failure::new(Exit::WrongCall, message, "Welke er zijn, ziet u met: wep sjabloon lijst")
    })
}

/// The folder in which the copies of such templates stand.
fn output(gemeente: &Gemeente, deel: bool) -> Output {
    let mut folder: PathBuf = gemeente.folder.join(FOLDER);
    if deel {
        folder.push(PARTS);
    }
    Output::open_inside(&gemeente.folder, folder)
}

/// The name of the file of a template.
fn file_name(naam: &str) -> String {
    format!("{naam}{ENDING}")
}
