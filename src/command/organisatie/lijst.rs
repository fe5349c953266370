//! `wep organisatie lijst`: the organisations on the screen, all or a choice of them.

use clap::Args;
use wep::model::{Organisatie, Rol, Sector, file};
use wep::report::organisaties;

use super::veld;
use crate::cli::Context;
use crate::command::gemeente;
use crate::exit::{Exit, Failure};
use crate::screen;

const EXAMPLE: &str = "\
Voorbeeld:
  wep organisatie lijst
  wep organisatie lijst --sector welzijn --wijk noord
  wep organisatie lijst --json";

#[derive(Debug, Args)]
#[command(about = "Toont de organisaties", after_help = EXAMPLE)]
pub struct Lijst {
    #[arg(long, value_name = "SECTOR", value_delimiter = ',', value_parser = veld::sector,
        help = "Alleen deze sector; mag vaker")]
    sector: Vec<Sector>,
    #[arg(
        long,
        value_name = "WIJK",
        value_delimiter = ',',
        help = "Alleen wie in deze wijk werkt, iets biedt of een plek heeft; mag vaker"
    )]
    wijk: Vec<String>,
    #[arg(long, value_name = "ROL", value_delimiter = ',', value_parser = veld::rol,
        help = "Alleen wie deze rol heeft: partner, verwijst, biedt_plek of financiert; mag vaker")]
    rol: Vec<Rol>,
    #[arg(long, help = "Geef alle gegevens als JSON, voor andere programma’s")]
    json: bool,
}

impl Lijst {
    pub fn run(&self, context: &Context) -> Result<Exit, Failure> {
        let gemeente = gemeente::open(context)?;
        let errors = gemeente.unreadable(&[file::ORGANISATIES]);
        if !errors.is_empty() {
            gemeente.tell(context, &errors);
        }
        let wijken = self
            .wijk
            .iter()
            .map(|text| veld::wijk(text, &gemeente.project.wep.wijken))
            .collect::<Result<Vec<String>, String>>()
            .map_err(|why| Failure::new(Exit::WrongCall, why, ""))?;
        let all = &gemeente.project.organisaties.organisaties;
        let chosen: Vec<&Organisatie> = all.iter().filter(|one| self.wants(one, &wijken)).collect();
        match self.json {
            true => context.screen.result(&organisaties::json(&chosen)),
            false if chosen.is_empty() => {}
            false => context.screen.result(&organisaties::table(&chosen, screen::width())),
        }
        context.screen.tell(&match (chosen.len(), all.len()) {
            (_, 0) => "Er zijn nog geen organisaties. Voeg er een toe met: wep organisatie toevoegen".to_owned(),
            (1, 1) => "1 organisatie".to_owned(),
            (chosen, all) if chosen == all => format!("{all} organisaties"),
            (chosen, all) => format!("{chosen} van de {all} organisaties"),
        });
        Ok(if errors.is_empty() { Exit::Good } else { Exit::InputErrors })
    }

    fn wants(&self, one: &Organisatie, wijken: &[String]) -> bool {
        let in_wijk = || one.aanwezig_in().iter().any(|id| wijken.iter().any(|wanted| wanted == id));
        (self.sector.is_empty() || one.sector.is_some_and(|sector| self.sector.contains(&sector)))
            && (self.rol.is_empty() || one.rollen.iter().any(|rol| self.rol.contains(rol)))
            && (wijken.is_empty() || in_wijk())
    }
}
