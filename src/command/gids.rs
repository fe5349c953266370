//! `wep gids`: leads through the walk of handbook deel 3, from the first unfinished step on.

mod antwoorden;
mod concept;
mod gesprek;
mod plek;
mod stapmenu;
mod vraag;

use std::path::{Path, PathBuf};

use clap::Args;
use clap::builder::PossibleValuesParser;
use wep::model::file;
use wep::progress::{self, STAPPEN, Staat, Tussenstand};

use self::stapmenu::{Daarna, Stapmenu};
use super::behind;
use super::bestanden::Bestanden;
use super::init::Init;
use super::turn;
use wep::report::lines::clean;

use crate::ask;
use crate::cli::Context;
use crate::exit::{Exit, Failure};

/// The turn of who is being led, which others need not wait for.
const SESSION: &str = "gids";

const EXAMPLE: &str = "\
wep bewaart elk antwoord meteen. Stoppen kan altijd, ook met Ctrl-C: de volgende keer gaat u verder waar u was.

Voorbeeld:
  wep gids
  wep gids --stap convenant";

const NO_WINDOW: &str = "\
Zonder venster vult u de bestanden zelf in, en legt u vast wat er gebeurd is met: wep stap
Wat nog ontbreekt, ziet u met: wep status";

const ALL_DONE: &str = "
Alle stappen zijn gezet. Gefeliciteerd: Wijk en Psychiatrie staat.
Alle stukken maakt u opnieuw met: wep dossier. Wat er is vastgelegd, ziet u met: wep status";

#[derive(Debug, Args)]
#[command(about = "Leidt u stap voor stap door de opzet van WeP", after_help = EXAMPLE)]
pub struct Gids {
    #[arg(long, value_name = "STAP", value_parser = PossibleValuesParser::new(STAPPEN.iter().map(|stap| stap.slug)),
        hide_possible_values = true, help = "Begin bij deze stap, zoals convenant; zie wep status")]
    stap: Option<String>,
}

impl Gids {
    pub fn run(&self, context: &Context) -> Result<Exit, Failure> {
        if !ask::possible() {
            return Err(Failure::new(Exit::WrongCall, "de gids stelt vragen, en dit is geen venster", NO_WINDOW));
        }
        let Some(context) = self.with_folder(context)? else { return Ok(Exit::Stopped) };
        let mut ask = ask::on_terminal();
        let mut slug = self.stap.as_deref().and_then(progress::stap).map(|stap| stap.slug);
        let (mut first, mut told) = (true, false);
        let mut session = None;
        loop {
            let bestanden = Bestanden::open(&context)?;
            if session.is_none() {
                // Two of these would keep their answers in the same place.
                session = Some(turn::take_named(&bestanden.gemeente.folder, SESSION)?);
            }
            let stand = progress::stand(bestanden.project(), &bestanden.gemeente.findings);
            if first {
                ask.say(&welcome(&stand))?;
                first = false;
            }
            let kept = concept::read(&bestanden.gemeente.folder);
            let wanted =
                slug.or_else(|| kept.as_ref().and_then(|kept| progress::stap(&kept.stap)).map(|stap| stap.slug));
            let all_done = stand.iter().all(|one| one.staat == Staat::Gereed);
            if all_done && !std::mem::replace(&mut told, true) {
                ask.say(ALL_DONE)?;
            }
            let now = stand.iter().find(|one| Some(one.stap.slug) == wanted).or_else(|| first_unfinished(&stand));
            // With everything done, the last step is as good as any to look at.
            let Some(now) = now.or(stand.last()) else { return Ok(Exit::Good) };
            let menu = Stapmenu { now, stand: &stand, bestanden: &bestanden, context: &context };
            slug = Some(now.stap.slug);
            match menu.run(ask.as_mut(), kept)? {
                Daarna::Hier => {}
                Daarna::Naar(other) => slug = Some(other),
                Daarna::EersteOpen => slug = None,
                Daarna::Stoppen => {
                    let behind = behind(&context);
                    context.screen.tell(&format!("\nTot de volgende keer. Verder gaat u met: wep gids{behind}"));
                    return Ok(Exit::Good);
                }
            }
        }
    }

    /// The folder of the gemeente; where there is none, the user can make one first.
    fn with_folder(&self, context: &Context) -> Result<Option<Context>, Failure> {
        let here = Path::new(".");
        if context.folder.is_some() || wep::load::find_folder(here).is_some() {
            return Ok(Some(context.clone()));
        }
        let mut ask = ask::on_terminal();
        let below = folders_below(here);
        if !below.is_empty() {
            let mut choices: Vec<String> = below.iter().map(|folder| clean(&folder.display().to_string())).collect();
            choices.push("Een nieuwe gemeente".to_owned());
            let place = ask.choice("Met welke map gaat u verder?", &choices, 0)?;
            if let Some(folder) = below.get(place) {
                return Ok(Some(Context { folder: Some(folder.clone()), ..context.clone() }));
            }
            return self.new_folder(context);
        }
        ask.say("Hier is nog geen map van een gemeente.")?;
        if !ask.confirm("Zal wep die nu met u maken?", true)? {
            context.screen.tell("Goed. Ga naar de map van uw gemeente, of noem die met -C MAP.");
            return Ok(None);
        }
        self.new_folder(context)
    }

    fn new_folder(&self, context: &Context) -> Result<Option<Context>, Failure> {
        let made = Init::default().hold(context)?;
        Ok(made.map(|folder| Context { folder: Some(folder), ..context.clone() }))
    }
}

/// The folders right below this one that are of a gemeente, by the alphabet.
fn folders_below(here: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(here).into_iter().flatten().flatten();
    let mut folders: Vec<PathBuf> = entries
        .map(|entry| PathBuf::from(entry.file_name()))
        .filter(|name| here.join(name).join(file::WEP).is_file())
        .collect();
    folders.sort();
    folders
}

fn welcome(stand: &[Tussenstand]) -> String {
    let done = stand.iter().filter(|one| one.staat == Staat::Gereed).count();
    format!(
        "\nDe gids leidt u door de stappen van de handleiding. {done} van de {} zijn gereed.\n\
         Stoppen kan altijd, ook met Ctrl-C. Wat u antwoordt, blijft bewaard.",
        stand.len()
    )
}

/// The first step that is not done and can go on; otherwise the first that is not done.
fn first_unfinished(stand: &[Tussenstand]) -> Option<&Tussenstand> {
    let can_go_on = |one: &&Tussenstand| matches!(one.staat, Staat::Bezig | Staat::Open);
    stand.iter().find(can_go_on).or_else(|| stand.iter().find(|one| one.staat != Staat::Gereed))
}
