//! `wep poster`: the posters for the herstelwerkgroep and for other activities (handbook bijlage 9).

use clap::Args;

use super::{gemeente, making};
use crate::cli::{Context, DocumentOptions};
use crate::exit::{Exit, Failure};

const EXAMPLE: &str = "\
Voorbeeld:
  wep poster
  wep poster herstelwerkgroep --formaat pdf

De PDF komt er in A3, A4 en A5. Een eigen poster zet u bij posters in voorlichting.yaml.";

#[derive(Debug, Args)]
#[command(about = "Maakt posters: voor de herstelwerkgroep en voor eigen activiteiten", after_help = EXAMPLE)]
pub struct Poster {
    #[arg(value_name = "ID", help = "Alleen deze poster: een id uit voorlichting.yaml")]
    id: Option<String>,
    #[command(flatten)]
    options: DocumentOptions,
}

impl Poster {
    pub fn run(&self, context: &Context) -> Result<Exit, Failure> {
        let mut gemeente = gemeente::open(context)?;
        if let Some(wanted) = self.id.as_deref() {
            let mut posters = gemeente.project.posters();
            let known: Vec<String> = posters.iter().filter_map(|poster| poster.id.clone()).collect();
            posters.retain(|poster| poster.id.as_deref() == Some(wanted));
            if posters.is_empty() {
                let wrong = format!("er is geen poster ‘{wanted}’");
                return Err(Failure::new(Exit::WrongCall, wrong, format!("Deze zijn er: {}", known.join(", "))));
            }
            gemeente.project.voorlichting.posters = posters;
        }
        making::make(&gemeente, &["poster"], &self.options, context)
    }
}
