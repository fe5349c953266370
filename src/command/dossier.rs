//! `wep dossier`: everything of one gemeente, or of many at once, with a page that opens it.

mod account;
mod contents;
mod crew;
mod desk;
mod folders;
mod gemeente;

use std::path::PathBuf;

use clap::{Args, ValueHint};

use self::account::Told;
use super::making::bar::Bar;
use super::processors;
use crate::cli::{Context, WriteOptions};
use crate::exit::{Exit, Failure};

const AFTER_HELP: &str = "\
Alles is: alle documenten in de vormen die u kiest, de agendabestanden, de begroting en de organisaties voor Excel, een
pagina om de sociale kaart te doorzoeken, een pagina om te laten zien hoe ver u bent, en index.html: een overzicht met
een link naar elk bestand. Begin daar. Andere vormen van de sociale kaart maakt u met: wep organisatie exporteer

Gaat er iets niet, dan maakt wep de rest wel en zegt aan het eind wat er niet is gelukt. Wat u zelf hebt bewerkt, blijft
zoals het is. Wat niet veranderd is, wordt niet opnieuw geschreven. Met -v ziet u elk bestand.

Voorbeeld:
  wep dossier
  wep dossier veldrijk zandwaard
  wep dossier gemeenten          alle gemeenten die als map in deze map staan";

#[derive(Debug, Args)]
#[command(about = "Maakt alles van een gemeente, of van veel gemeenten tegelijk, met een overzicht", after_help = AFTER_HELP)]
pub struct Dossier {
    #[arg(value_name = "MAP", value_hint = ValueHint::DirPath,
        help = "Mappen van gemeenten, of een map waarin die staan; zonder MAP de gemeente waarin u staat")]
    folders: Vec<PathBuf>,
    #[command(flatten)]
    options: WriteOptions,
}

impl Dossier {
    pub fn run(&self, context: &Context) -> Result<Exit, Failure> {
        if crew::is_of_it() {
            return crew::serve(context.screen);
        }
        let folders = folders::chosen(&self.folders, context)?;
        if self.options.output.is_some() && folders.len() > 1 {
            let wrong = format!("met --uitvoer kan er maar één gemeente tegelijk, en dit zijn er {}", folders.len());
            let help = "De documenten heten overal hetzelfde, dus in één map zouden ze elkaar vervangen.\n\
                        Laat --uitvoer weg: dan krijgt elke gemeente haar eigen map.";
            return Err(Failure::new(Exit::WrongCall, wrong, help));
        }
        Ok(make(&folders, &self.options, context))
    }
}

/// Makes everything of the gemeenten in these folders, and tells how that went. The exit is that of the worst.
pub fn make(folders: &[PathBuf], options: &WriteOptions, context: &Context) -> Exit {
    let bar = Bar::of_gemeenten(folders.len(), context.screen);
    let mut told = Told::new(options.dry_run, folders.len(), context.screen);
    let crew = processors::on_all(rayon::current_num_threads);
    let mut tell = |account| bar.aside(|| told.gemeente(account));
    if crew::is_worth_it(folders, crew) {
        crew::make(folders, crew, &crew::program, options, &bar, context.screen, tell);
    } else {
        for folder in folders {
            let account = processors::on_all(|| gemeente::make(folder, options, &bar, context.screen));
            bar.gemeente();
            tell(account);
        }
    }
    bar.finish();
    told.finish()
}
