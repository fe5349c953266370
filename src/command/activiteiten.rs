//! `wep activiteiten`: the programme per wijk, the inventory and the calendar file (handbook §4.2, bijlage 6).

use clap::Args;
use wep::document::ACTIVITEITEN_FEED;

use super::gemeente::Gemeente;
use super::{gemeente, making};
use crate::cli::{Context, DocumentOptions};
use crate::exit::{Exit, Failure};

const EXAMPLE: &str = "\
Voorbeeld:
  wep activiteiten
  wep activiteiten --wijk de-hoven --formaat pdf
  wep activiteiten --toon";

const PAPERS: [&str; 2] = ["activiteiten-programma", "activiteiten-inventaris"];

#[derive(Debug, Args)]
#[command(
    about = "Maakt het programma van activiteiten per wijk en de inventaris",
    long_about = "Maakt het programma van activiteiten per wijk, de inventaris (wat is er al, wat missen mensen nog) en een agendabestand voor Outlook, Google en Thunderbird.",
    after_help = EXAMPLE
)]
pub struct Activiteiten {
    #[arg(long, value_name = "WIJK", help = "Maak de stukken voor één wijk: een id of naam uit wep.yaml")]
    wijk: Option<String>,
    #[command(flatten)]
    options: DocumentOptions,
}

impl Activiteiten {
    pub fn run(&self, context: &Context) -> Result<Exit, Failure> {
        let mut gemeente = gemeente::open(context)?;
        let mut part = String::new();
        if let Some(asked) = &self.wijk {
            let id = find(&gemeente, asked)?;
            part = format!("-{id}");
            gemeente.project.activiteiten.alleen = Some(id);
        }
        let exit = making::make_part(&gemeente, &PAPERS, &part, &self.options, context)?;
        if self.options.show || exit == Exit::InputErrors {
            return Ok(exit);
        }
        let feeds = making::feeds_part(&gemeente, &[ACTIVITEITEN_FEED], &part, &self.options, context)?;
        Ok(if exit == Exit::Good { feeds } else { exit })
    }
}

/// The id of the wijk with this id or name.
fn find(gemeente: &Gemeente, asked: &str) -> Result<String, Failure> {
    let wijken = &gemeente.project.wep.wijken;
    let same = |text: &Option<String>| {
        text.as_deref().is_some_and(|text| text.trim().to_lowercase() == asked.trim().to_lowercase())
    };
    let found = wijken.iter().find(|wijk| same(&wijk.id)).or_else(|| wijken.iter().find(|wijk| same(&wijk.naam)));
    found.and_then(|wijk| wijk.id.clone()).ok_or_else(|| {
        let ids: Vec<&str> = wijken.iter().filter_map(|wijk| wijk.id.as_deref()).collect();
        let help = match ids.is_empty() {
            true => "Zet de wijken eerst in wep.yaml.".to_owned(),
            false => format!("Deze wijken zijn er: {}", ids.join(", ")),
        };
        Failure::new(Exit::WrongCall, format!("‘{asked}’ is geen wijk uit wep.yaml"), help)
    })
}
