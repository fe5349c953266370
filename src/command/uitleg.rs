//! `wep uitleg`: one term of the glossary on the terminal (handbook bijlage 1).

use clap::Args;
use wep::handbook::{BEGRIPPEN, Gevonden, begrip};
use wep::report;

use crate::cli::Context;
use crate::exit::{Exit, Failure};
use crate::screen;

const EXAMPLE: &str = "\
Voorbeeld:
  wep uitleg mss
  wep uitleg push en pull";

#[derive(Debug, Args)]
#[command(about = "Legt een begrip van de begrippenlijst uit", after_help = EXAMPLE)]
pub struct Uitleg {
    #[arg(value_name = "BEGRIP", required = true, help = "Het begrip; meer woorden mogen los achter elkaar")]
    words: Vec<String>,
}

impl Uitleg {
    pub fn run(&self, context: &Context) -> Result<Exit, Failure> {
        let wanted = self.words.join(" ");
        let found = match begrip(&wanted) {
            Some(Gevonden::Precies(found)) => found,
            Some(Gevonden::Bijna(found)) => {
                context.screen.tell(&format!("‘{wanted}’ staat er niet in. Dit lijkt erop:\n"));
                found
            }
            None => {
                let names: Vec<&str> = BEGRIPPEN.iter().map(|begrip| begrip.naam).collect();
                let help = format!("Deze begrippen zijn er: {}.", names.join(", "));
                return Err(Failure::new(
                    Exit::WrongCall,
                    format!("het begrip ‘{wanted}’ staat niet in de lijst"),
                    help,
                ));
            }
        };
        context.screen.result(&report::begrip::begrip(found, screen::width()));
        Ok(Exit::Good)
    }
}
