//! `wep organisatie toevoegen`: one organisation more, by questions or by options.

use std::collections::BTreeSet;

use clap::Args;
use wep::edit::organisaties::Edit;
use wep::import::plan::Known;
use wep::model::Organisatie;
use wep::report::lines::clean;
use wep::write::slug;

use super::bestand::Bestand;
use super::gesprek::Gesprek;
use super::veld::{self, Gegevens, Veld};
use crate::ask;
use crate::cli::Context;
use crate::exit::{Exit, Failure};

const EXAMPLE: &str = "\
In een venster stelt wep vragen; wat u al als optie geeft, vraagt wep niet meer.

Voorbeeld:
  wep organisatie toevoegen
  wep organisatie toevoegen --zonder-vragen --naam \"Stichting De Brug\" --sector inloop --wijk noord";

/// What is asked about a new organisation; the other fields are in the menu.
const ASKED: [Veld; 7] =
    [Veld::Naam, Veld::Sector, Veld::Wijken, Veld::Telefoon, Veld::Email, Veld::Website, Veld::Kvk];

#[derive(Debug, Args)]
#[command(about = "Voegt een organisatie toe", after_help = EXAMPLE)]
pub struct Toevoegen {
    #[command(flatten)]
    gegevens: Gegevens,
    #[arg(
        long,
        value_name = "ID",
        help = "De korte naam waarmee andere bestanden ernaar verwijzen; anders kiest wep die"
    )]
    id: Option<String>,
    #[arg(long = "zonder-vragen", help_heading = "Opties", help = "Stel geen vragen, ook niet in een venster")]
    no_questions: bool,
    #[arg(long = "controle", help_heading = "Opties", help = "Toon wat er zou veranderen en schrijf niets")]
    dry_run: bool,
}

impl Toevoegen {
    pub fn run(&self, context: &Context) -> Result<Exit, Failure> {
        let bestand = Bestand::open(context)?;
        let wijken = bestand.project().wep.wijken.clone();
        let known = Known::new(bestand.all());
        let mut new = Organisatie::default();
        self.gegevens.put_into(&mut new, &wijken)?;
        self.check_id(&bestand)?;
        let asking = ask::possible() && !self.no_questions;
        if asking {
            let mut ask = ask::on_terminal();
            ask.say("Een nieuwe organisatie. Wat u nog niet weet, laat u leeg.\nStoppen kan altijd met Ctrl-C.\n")?;
            let objection = |one: &Organisatie| kvk_taken(&known, one);
            let mut gesprek = Gesprek { ask: &mut *ask, wijken: &wijken, objection: &objection };
            let given: Vec<Veld> = self.gegevens.given().into_iter().map(|(veld, _)| veld).collect();
            for veld in ASKED.into_iter().filter(|veld| !given.contains(veld)) {
                gesprek.question(veld, &mut new)?;
            }
            if !gesprek.menu(&mut new)? {
                context.screen.tell("Gestopt. Er is niets opgeslagen.");
                return Ok(Exit::Stopped);
            }
        }
        if new.naam.is_none() {
            return Err(Failure::new(Exit::WrongCall, "dit ontbreekt nog: --naam", "Uitleg krijgt u met --help."));
        }
        self.refuse_double(&known, &new)?;
        if let Some(other) = known.named_like(new.naam.as_deref().unwrap_or_default()) {
            let message = format!("Let op: deze naam lijkt op ‘{}’ ({}).", text(&other.naam), text(&other.id));
            context.screen.warn(&message);
            if asking && !ask::on_terminal().confirm("Is het een andere organisatie?", true)? {
                context.screen.tell("Gestopt. Er is niets opgeslagen.");
                return Ok(Exit::Stopped);
            }
        }
        let id = self.id.clone().unwrap_or_else(|| free_id(&bestand, &new));
        new.id = Some(id.clone());
        let done = format!("Toegevoegd: {} (id: {id})", text(&new.naam));
        bestand.save(&Edit::Add(new), self.dry_run, &done, context)
    }

    fn check_id(&self, bestand: &Bestand) -> Result<(), Failure> {
        let Some(id) = &self.id else { return Ok(()) };
        veld::wrong_id(id).map_err(|why| Failure::new(Exit::WrongCall, format!("bij ‘--id’: {why}"), ""))?;
        if bestand.all().iter().any(|one| one.id.as_ref() == Some(id)) {
            let help = format!("Kies een andere id, of wijzig die organisatie: wep organisatie wijzig {id}");
            return Err(Failure::new(Exit::InputErrors, format!("er is al een organisatie met de id ‘{id}’"), help));
        }
        Ok(())
    }

    /// The same KvK number, or the same name without a word that it is another organisation.
    fn refuse_double(&self, known: &Known, new: &Organisatie) -> Result<(), Failure> {
        if let Some(why) = kvk_taken(known, new) {
            return Err(Failure::new(Exit::InputErrors, why, "Er is niets toegevoegd."));
        }
        let same = new.naam.as_deref().filter(|_| self.id.is_none()).and_then(|naam| known.named(naam));
        let Some(same) = same else { return Ok(()) };
        let message = format!("er is al een organisatie met de naam ‘{}’ (id: {})", text(&same.naam), text(&same.id));
        let help = format!(
            "Wijzig die met: wep organisatie wijzig {}\nIs het echt een andere? Geef die dan een eigen id, met --id.",
            text(&same.id)
        );
        Err(Failure::new(Exit::InputErrors, message, help))
    }
}

/// Whose KvK number this is already.
pub fn kvk_taken(known: &Known, one: &Organisatie) -> Option<String> {
    let other = known.with_kvk_of(one)?;
    Some(format!("dit KvK-nummer is al van ‘{}’ (id: {})", text(&other.naam), text(&other.id)))
}

fn free_id(bestand: &Bestand, new: &Organisatie) -> String {
    let mut taken: BTreeSet<String> = bestand.all().iter().filter_map(|one| one.id.clone()).collect();
    slug::unique(new.naam.as_deref().unwrap_or_default(), "organisatie", &mut taken)
}

/// A text that is safe on a terminal.
fn text(value: &Option<String>) -> String {
    clean(value.as_deref().unwrap_or_default())
}
