//! `wep status`: where this gemeente stands in the walk of handbook deel 3, and what comes next.

use std::path::PathBuf;

use clap::{Args, ValueHint};
use wep::check::Level;
use wep::export::status as page;
use wep::progress::{self, Stap};
use wep::report::status::{self, Overzicht};
use wep::write::{Fresh, Origin};

use super::gemeente::{self, Gemeente};
use super::making::deliver::{How, deliver};
use super::{behind, making};
use crate::cli::Context;
use crate::exit::{Exit, Failure};
use crate::screen;

const EXAMPLE: &str = "\
Met -v ziet u alles wat nog ontbreekt. Een overzicht met alle stukken erbij maakt u met: wep dossier

Voorbeeld:
  wep status
  wep status --html          maakt een pagina om op een bijeenkomst te laten zien";

#[derive(Debug, Args)]
#[command(about = "Laat zien hoe ver u bent, en wat de volgende stap is", after_help = EXAMPLE)]
pub struct Status {
    #[arg(long, help = "Geef alles als JSON, voor andere programma’s")]
    json: bool,
    #[arg(long, conflicts_with = "json", help = "Maak een pagina om te laten zien op een bijeenkomst (status.html)")]
    html: bool,
    #[arg(long = "uitvoer", value_name = "MAP", value_hint = ValueHint::DirPath, requires = "html",
        help = "De map voor de pagina; zonder deze optie staat dat in wep.yaml")]
    output: Option<PathBuf>,
    #[arg(long = "controle", requires = "html", help = "Zeg wat er zou veranderen en schrijf niets")]
    dry_run: bool,
    #[arg(
        long = "overschrijf",
        requires = "html",
        help = "Vervang ook een pagina die u zelf hebt bewerkt; uw versie blijft ernaast bewaard"
    )]
    overwrite: bool,
}

impl Status {
    pub fn run(&self, context: &Context) -> Result<Exit, Failure> {
        let gemeente = gemeente::open_for_good(context)?;
        let stand = progress::stand(&gemeente.project, &gemeente.findings);
        let overzicht = Overzicht {
            title: page::title(&gemeente.project),
            advies: progress::volgende(&gemeente.project, &stand),
            stand: &stand,
            fouten: gemeente::count(&gemeente.findings, Level::Error),
            gemaakt: &|stap| made(gemeente, stap),
            behind: behind(context),
        };
        if self.html {
            let bytes = page::page(&gemeente.project, &stand, overzicht.advies.as_ref())
                .map_err(|error| Failure::new(Exit::Refused, error.to_string(), ""))?;
            let mut output = making::output(gemeente, self.output.as_deref());
            let how = How { dry_run: self.dry_run, overwrite: self.overwrite };
            let file = Fresh { name: page::FILE, bytes: &bytes, origin: Origin::of("status") };
            let exit = deliver(&mut output, file, how, context)?;
            output.finish()?;
            return Ok(exit);
        }
        let text = match self.json {
            true => status::json(&overzicht),
            false => {
                let all = context.screen.verbose;
                status::plain_text(&overzicht, screen::width(), screen::stdout_has_colour(), all)
            }
        };
        context.screen.result(&text);
        Ok(Exit::Good)
    }
}

/// The files of this step that lie in the output folder.
fn made(gemeente: &Gemeente, stap: &Stap) -> Vec<String> {
    let folder = making::output_folder(gemeente);
    let kinds = stap.stukken.map_or(&[][..], |(_, kinds)| kinds);
    let names = kinds.iter().flat_map(|slug| ["docx", "pdf", "html", "md"].map(|form| format!("{slug}.{form}")));
    names.filter(|name| folder.join(name).is_file()).collect()
}
