//! `wep organisatie wijzig`: other data for one organisation, by a choice of fields or by options.

use clap::Args;
use wep::edit::organisaties::Edit;
use wep::import::plan::Known;
use wep::model::Organisatie;
use wep::report::lines::clean;

use super::bestand::Bestand;
use super::gesprek::Gesprek;
use super::toevoegen::kvk_taken;
use super::veld::Gegevens;
use crate::ask;
use crate::cli::Context;
use crate::exit::{Exit, Failure};

const EXAMPLE: &str = "\
In een venster en zonder opties kiest u zelf wat u wijzigt. Een optie met niets erin maakt het veld leeg.

Voorbeeld:
  wep organisatie wijzig de-brug
  wep organisatie wijzig de-brug --telefoon \"(0199) 12 34 56\" --wijk noord,zuid --website \"\"";

#[derive(Debug, Args)]
#[command(about = "Wijzigt de gegevens van een organisatie", after_help = EXAMPLE)]
pub struct Wijzig {
    #[arg(value_name = "ID", help = "De id van de organisatie; zie wep organisatie lijst")]
    id: String,
    #[command(flatten)]
    gegevens: Gegevens,
    #[arg(long = "zonder-vragen", help_heading = "Opties", help = "Stel geen vragen, ook niet in een venster")]
    no_questions: bool,
    #[arg(long = "controle", help_heading = "Opties", help = "Toon wat er zou veranderen en schrijf niets")]
    dry_run: bool,
}

impl Wijzig {
    pub fn run(&self, context: &Context) -> Result<Exit, Failure> {
        let bestand = Bestand::open(context)?;
        let wijken = &bestand.project().wep.wijken;
        let before = bestand.find(&self.id)?;
        let mut to = before.clone();
        let known = Known::new(bestand.all());
        let objection = |one: &Organisatie| (one.kvk != before.kvk).then(|| kvk_taken(&known, one)).flatten();
        if !self.gegevens.given().is_empty() {
            self.gegevens.put_into(&mut to, wijken)?;
        } else if ask::possible() && !self.no_questions {
            let mut ask = ask::on_terminal();
            let name = clean(before.naam.as_deref().unwrap_or(&self.id));
            ask.say(&format!("{name}\nStoppen kan altijd met Ctrl-C.\n"))?;
            if !(Gesprek { ask: &mut *ask, wijken, objection: &objection }).menu(&mut to)? {
                context.screen.tell("Gestopt. Er is niets opgeslagen.");
                return Ok(Exit::Stopped);
            }
        } else {
            let help = "Geef wat anders moet als optie, zoals --telefoon \"(0199) 12 34 56\". Zie --help.";
            return Err(Failure::new(Exit::WrongCall, "u zegt niet wat er anders moet", help));
        }
        if let Some(why) = objection(&to) {
            return Err(Failure::new(Exit::InputErrors, why, "Er is niets gewijzigd."));
        }
        if to == *before {
            context.screen.tell("Er verandert niets: dit stond er al.");
            return Ok(Exit::Good);
        }
        let done = format!("Gewijzigd: {} (id: {})", clean(to.naam.as_deref().unwrap_or_default()), self.id);
        bestand.save(&Edit::Change { id: self.id.clone(), to }, self.dry_run, &done, context)
    }
}
