//! `wep organisatie verwijder`: one organisation less, when nothing refers to it any more.

use clap::Args;
use wep::check::reference::{self, Reference};
use wep::check::{Code, Finding, Route, Segment};
use wep::edit::organisaties::Edit;
use wep::model::file;
use wep::report::lines::clean;

use super::bestand::Bestand;
use super::veld::Veld;
use crate::ask;
use crate::cli::Context;
use crate::exit::{Exit, Failure};

const EXAMPLE: &str = "\
Voorbeeld:
  wep organisatie verwijder de-brug
  wep organisatie verwijder de-brug --ja";

#[derive(Debug, Args)]
#[command(about = "Verwijdert een organisatie waar niets meer naar verwijst", after_help = EXAMPLE)]
pub struct Verwijder {
    #[arg(value_name = "ID", help = "De id van de organisatie; zie wep organisatie lijst")]
    id: String,
    #[arg(long = "ja", conflicts_with = "dry_run", help = "Verwijder zonder te vragen")]
    yes: bool,
    #[arg(long = "controle", help = "Toon wat er zou veranderen en schrijf niets")]
    dry_run: bool,
}

impl Verwijder {
    pub fn run(&self, context: &Context) -> Result<Exit, Failure> {
        let bestand = Bestand::open(context)?;
        let one = bestand.find(&self.id)?;
        let name = clean(one.naam.as_deref().unwrap_or_default());
        // Whoever cannot be read may refer to it too.
        bestand.refuse_unreadable(&file::ALL, context)?;
        let places = self.places(&bestand);
        if !places.is_empty() {
            context.screen.warn(&format!("Naar {name} wordt nog verwezen:\n  {}", places.join("\n  ")));
            let message = format!("‘{}’ is niet verwijderd", self.id);
            return Err(Failure::new(Exit::WouldLose, message, "Haal eerst deze verwijzingen weg."));
        }
        if !self.yes && !self.dry_run {
            if !ask::possible() {
                let help =
                    "Weet u het zeker? Geef dezelfde opdracht met --ja erbij. Met --controle ziet u wat er weggaat.";
                return Err(Failure::new(Exit::WrongCall, "verwijderen vraagt om een bevestiging", help));
            }
            let mut ask = ask::on_terminal();
            for veld in [Veld::Naam, Veld::Sector, Veld::Wijken, Veld::Telefoon, Veld::Email] {
                let said = clean(&veld.text(one));
                if !said.is_empty() {
                    ask.say(&format!("  {:<10} {said}", format!("{}:", veld.label())))?;
                }
            }
            if !ask.confirm("Deze organisatie met al haar gegevens verwijderen?", false)? {
                context.screen.tell("Gestopt. Er is niets verwijderd.");
                return Ok(Exit::Stopped);
            }
        }
        let done = format!("Verwijderd: {name} (id: {})", self.id);
        bestand.save(&Edit::Remove { id: self.id.clone() }, self.dry_run, &done, context)
    }

    /// Where the organisation is referred to, except by itself: file, line and column, and the field.
    fn places(&self, bestand: &Bestand) -> Vec<String> {
        let own = bestand.all().iter().position(|one| one.id.as_deref() == Some(&self.id));
        let own = own.map(|index| (file::ORGANISATIES, Route::from("organisaties").index(index)));
        let elsewhere = |found: &Reference| own.as_ref() != Some(&(found.file, found.route.first(2)));
        let mut found = reference::to_organisaties(bestand.project());
        found.extend(reference::to_organisaties_or_others(bestand.project()));
        found.retain(|found| found.id.trim() == self.id && elsewhere(found));
        found.sort_by_key(|found| file::ALL.iter().position(|name| *name == found.file));
        let told = found.into_iter().map(|Reference { file, route, .. }| {
            let what = spoken(&route);
            let at = bestand.gemeente.sources.locate(&Finding::at(Code::UnknownReference, file, route, ""));
            format!("{file}:{}:{}  {what}", at.line, at.column)
        });
        told.collect()
    }
}

/// A way into the data in words, counted as people count: `partijen, nummer 3, organisatie`.
fn spoken(route: &Route) -> String {
    let steps = route.segments().iter().map(|step| match step {
        Segment::Field(name) => name.as_str().replace('_', " "),
        Segment::Index(index) => format!("nummer {}", index + 1),
    });
    steps.collect::<Vec<_>>().join(", ")
}
