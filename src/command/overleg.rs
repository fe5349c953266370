//! `wep overleg`: the calendar on the terminal, agendas, a form for minutes and calendar files (handbook §3.3).

use clap::Args;
use wep::document;
use wep::model::{Bijeenkomst, Datum};
use wep::report::kalender;

use super::gemeente::Gemeente;
use super::{gemeente, making};
use crate::cli::{Context, DocumentOptions};
use crate::exit::{Exit, Failure};
use crate::screen;

const EXAMPLE: &str = "\
Voorbeeld:
  wep overleg
  wep overleg --bijeenkomst 3
  wep overleg --bijeenkomst 2027-04-13 --formaat docx
  wep overleg --toon";

const PAPERS: [&str; 4] = ["overleg-kalender", "overleg-agenda", "overleg-verslag", "wijknetwerk-agenda"];

#[derive(Debug, Args)]
#[command(
    about = "Toont de kalender van de bijeenkomsten en maakt de stukken",
    long_about = "Toont de kalender van het overleg en het wijknetwerk, en maakt de kalender, de agenda’s, een formulier voor het verslag en agendabestanden voor Outlook, Google en Thunderbird.",
    after_help = EXAMPLE
)]
pub struct Overleg {
    #[arg(
        long,
        value_name = "NUMMER|DATUM",
        help = "Maak de agenda en het verslag voor één bijeenkomst van het overleg"
    )]
    bijeenkomst: Option<String>,
    #[arg(
        long,
        conflicts_with = "bijeenkomst",
        value_name = "NUMMER|DATUM",
        help = "Maak de agenda voor één bijeenkomst van het wijknetwerk"
    )]
    wijknetwerk: Option<String>,
    #[command(flatten)]
    options: DocumentOptions,
}

impl Overleg {
    pub fn run(&self, context: &Context) -> Result<Exit, Failure> {
        let mut gemeente = gemeente::open(context)?;
        if making::has_errors(&gemeente, &PAPERS) {
            return making::make(&gemeente, &PAPERS, &self.options, context);
        }
        let project = &gemeente.project;
        let one = match (&self.bijeenkomst, &self.wijknetwerk) {
            (Some(asked), _) => {
                Some((find(&project.overleg_bijeenkomsten(), asked)?, &["overleg-agenda", "overleg-verslag"][..]))
            }
            (_, Some(asked)) => Some((find(&project.wijknetwerk_bijeenkomsten(), asked)?, &["wijknetwerk-agenda"][..])),
            _ => None,
        };
        if let Some((day, papers)) = one {
            gemeente.project.overleg.alleen = Some(day);
            let papers = if self.options.show { &papers[..1] } else { papers };
            return making::make_part(&gemeente, papers, &format!("-{day}"), &self.options, context);
        }
        self.everything(&gemeente, context)
    }

    fn everything(&self, gemeente: &Gemeente, context: &Context) -> Result<Exit, Failure> {
        context.screen.result(&kalender::kalender(&document::kalender(&gemeente.project), screen::width()));
        if self.options.show {
            return Ok(Exit::Good);
        }
        let exit = making::make(gemeente, &PAPERS, &self.options, context)?;
        let feeds = making::feeds(gemeente, &document::OVERLEG_FEEDS, &self.options, context)?;
        Ok(if exit == Exit::Good { feeds } else { exit })
    }
}

/// The day of the meeting with this number, or on this day.
fn find(meetings: &[Bijeenkomst], asked: &str) -> Result<Datum, Failure> {
    let day = asked.trim().parse::<Datum>().ok();
    let number = asked.trim().parse::<u32>().ok();
    let found = meetings.iter().find(|one| day.is_some_and(|day| one.is_op(day)) || Some(one.nummer) == number);
    let wrong = match found {
        Some(Bijeenkomst { vervallen: None, datum: Some(day), .. }) => return Ok(*day),
        Some(one) => format!("bijeenkomst {} gaat niet door", one.nummer),
        None => format!("er is geen bijeenkomst ‘{asked}’"),
    };
    Err(Failure::new(
        Exit::WrongCall,
        wrong,
        "Noem een nummer of een dag uit de kalender. Die ziet u met: wep overleg --toon",
    ))
}
