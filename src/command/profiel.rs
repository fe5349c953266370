//! `wep profiel`: the profile of coordinator or WeP-worker, a vacancy text or a selection sheet (handbook §3.4, §3.5).

use clap::{Args, ValueEnum};
use wep::model::ProfielBron;

use super::{gemeente, making};
use crate::cli::{Context, DocumentOptions};
use crate::exit::{Exit, Failure};

const EXAMPLE: &str = "\
Voorbeeld:
  wep profiel coordinator
  wep profiel wep-werker --bron paragraaf
  wep profiel wep-werker --vacature";

#[derive(Debug, Args)]
#[command(about = "Maakt een functieprofiel, een vacature of een selectieblad", after_help = EXAMPLE)]
pub struct Profiel {
    #[arg(value_name = "FUNCTIE", help = "De functie")]
    functie: Functie,
    #[arg(long, value_name = "BRON", help = "Waar de eisen aan de WeP-werker vandaan komen; anders geldt team.yaml")]
    bron: Option<Bron>,
    #[arg(long, conflicts_with = "selectie", help = "Maak een vacaturetekst")]
    vacature: bool,
    #[arg(long, help = "Maak een blad waarmee een commissie kandidaten vergelijkt")]
    selectie: bool,
    #[command(flatten)]
    options: DocumentOptions,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Functie {
    Coordinator,
    WepWerker,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Bron {
    Bijlage,
    Paragraaf,
}

impl Profiel {
    pub fn run(&self, context: &Context) -> Result<Exit, Failure> {
        let mut gemeente = gemeente::open(context)?;
        if let Some(bron) = self.bron {
            gemeente.project.team.profiel_wep_werker = Some(match bron {
                Bron::Bijlage => ProfielBron::Bijlage,
                Bron::Paragraaf => ProfielBron::Paragraaf,
            });
        }
        making::make(&gemeente, &[self.slug()], &self.options, context)
    }

    fn slug(&self) -> &'static str {
        match (self.functie, self.vacature, self.selectie) {
            (Functie::Coordinator, true, _) => "vacature-coordinator",
            (Functie::Coordinator, _, true) => "selectie-coordinator",
            (Functie::Coordinator, ..) => "profiel-coordinator",
            (Functie::WepWerker, true, _) => "vacature-wep-werker",
            (Functie::WepWerker, _, true) => "selectie-wep-werker",
            (Functie::WepWerker, ..) => "profiel-wep-werker",
        }
    }
}
