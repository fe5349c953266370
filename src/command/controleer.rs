//! `wep controleer`: everything that is wrong, odd or missing, all at once.

use clap::Args;
use wep::check::{Finding, Level};
use wep::document::eigen;
use wep::report::findings;

use super::{gemeente, making};
use crate::cli::Context;
use crate::exit::{Exit, Failure};
use crate::screen;

const EXAMPLE: &str = "\
Voorbeeld:
  wep controleer -C veldrijk";

#[derive(Debug, Args)]
#[command(about = "Zegt wat er niet klopt en wat nog ontbreekt", after_help = EXAMPLE)]
pub struct Controleer {
    #[arg(long, help = "Geef de bevindingen als JSON, voor andere programma’s")]
    json: bool,
}

impl Controleer {
    pub fn run(&self, context: &Context) -> Result<Exit, Failure> {
        let mut gemeente = gemeente::open_whatever_it_holds(context)?;
        if gemeente.about_participant().is_none() {
            let faults = eigen::faults(&gemeente.project);
            let found = faults.iter().map(|fault| making::of_template(&gemeente, fault));
            let found: Vec<Finding> = found.collect::<Result<_, Failure>>()?;
            gemeente.findings.extend(found);
        }
        let text = match self.json {
            true => findings::json(&gemeente.findings, &gemeente.sources),
            false => {
                findings::plain(&gemeente.findings, &gemeente.sources, screen::stdout_has_colour(), screen::width())
            }
        };
        context.screen.result(text.trim_end());
        context.screen.result("\n");
        Ok(match gemeente::count(&gemeente.findings, Level::Error) {
            0 => Exit::Good,
            _ => Exit::InputErrors,
        })
    }
}
