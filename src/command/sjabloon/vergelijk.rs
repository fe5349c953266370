//! `wep sjabloon vergelijk`: what has changed in the templates of wep since the gemeente copied them, and what it changed
//! itself.

use clap::Args;
use wep::document::{self, Meegeleverd};
use wep::report::difference;

use super::{file_name, meegeleverd, output};
use crate::cli::Context;
use crate::command::gemeente::{self, Gemeente};
use crate::exit::{Exit, Failure};
use crate::screen;

/// Lines around a change, to see where it is.
const AROUND: usize = 2;

const AFTER_HELP: &str = "\
Een regel met - is weg, een regel met + is nieuw. Wat er nieuw is, neemt u over met: wep sjabloon kopieer NAAM
Uw eigen wijzigingen blijven dan staan.

Voorbeeld:
  wep sjabloon vergelijk
  wep sjabloon vergelijk convenant --eigen";

#[derive(Debug, Args)]
#[command(
    about = "Laat zien wat er in de sjablonen van wep veranderd is sinds u ze kopieerde",
    after_help = AFTER_HELP
)]
pub struct Vergelijk {
    #[arg(value_name = "NAAM", help = "De sjablonen; zonder NAAM alle die u hebt gekopieerd")]
    namen: Vec<String>,
    #[arg(long = "eigen", help_heading = "Opties", help = "Laat zien wat u zelf hebt veranderd")]
    own: bool,
}

impl Vergelijk {
    pub fn run(&self, context: &Context) -> Result<Exit, Failure> {
        let gemeente = gemeente::open(context)?;
        let copied = |ours: &Meegeleverd| own_text(&gemeente, ours).is_some();
        let ours: Vec<Meegeleverd> = match self.namen.as_slice() {
            [] => document::meegeleverd().filter(copied).collect(),
            named => named.iter().map(|naam| meegeleverd(&gemeente, naam)).collect::<Result<_, _>>()?,
        };
        if ours.is_empty() {
            let nothing = "U hebt nog geen sjabloon van wep gekopieerd. Dat doet u met: wep sjabloon kopieer NAAM\n";
            context.screen.result(nothing);
        }
        for ours in &ours {
            context.screen.result(&self.compared(&gemeente, ours)?);
        }
        Ok(Exit::Good)
    }

    fn compared(&self, gemeente: &Gemeente, ours: &Meegeleverd) -> Result<String, Failure> {
        let naam = ours.naam;
        let Some(own) = own_text(gemeente, ours) else {
            let message = format!("u hebt geen eigen sjabloon ‘{naam}’");
            let help = format!("Een kopie om te veranderen maakt u met: wep sjabloon kopieer {naam}");
            return Err(Failure::new(Exit::WrongCall, message, help));
        };
        let colour = screen::stdout_has_colour();
        let lines = |before: &str, after: &str| difference::lines(&file_name(naam), before, after, AROUND, colour);
        if self.own {
            return Ok(match lines(ours.tekst, own) {
                same if same.is_empty() => format!("{naam}: uw sjabloon is gelijk aan dat van wep.\n"),
                different => format!("{naam}: dit is in uw sjabloon anders dan in dat van wep.\n{different}"),
            });
        }
        Ok(match output(gemeente, ours.kind.is_none()).made_text(&file_name(naam)) {
            Some(base) => match lines(&base, ours.tekst) {
                same if same.is_empty() => format!("{naam}: bij wep is er niets veranderd sinds uw kopie.\n"),
                different => format!(
                    "{naam}: dit is bij wep veranderd sinds uw kopie.\n{different}\
                     Overnemen, met behoud van wat u zelf veranderde: wep sjabloon kopieer {naam}\n"
                ),
            },
            None => format!(
                "{naam}: uw sjabloon is niet gekopieerd met ‘wep sjabloon kopieer’, of wep weet dat niet meer. \
                 Hoe het verschilt van dat van wep, ziet u met: wep sjabloon vergelijk {naam} --eigen\n"
            ),
        })
    }
}

/// The text of the gemeente's own template in the place of this one.
fn own_text<'g>(gemeente: &'g Gemeente, ours: &Meegeleverd) -> Option<&'g str> {
    gemeente.project.sjablonen.find(ours.naam, ours.kind.is_none()).map(|own| own.tekst.as_str())
}
