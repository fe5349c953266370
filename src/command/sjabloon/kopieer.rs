//! `wep sjabloon kopieer`: a template of wep as a file of the gemeente's own, to be changed. Doing it again brings what has
//! changed in ours into it.

use clap::Args;
use wep::write::{Fresh, Origin};

use super::{file_name, meegeleverd, output};
use crate::cli::Context;
use crate::command::gemeente;
use crate::command::making::deliver::{How, deliver};
use crate::exit::{Exit, Failure};

const AFTER_HELP: &str = "\
De kopie komt in de map sjablonen. Verander daar de tekst: wep gebruikt voortaan uw sjabloon. Hebt u na een nieuwe versie van
wep nog een keer gekopieerd, dan voegt wep uw wijzigingen en de nieuwe tekst samen. Weer de tekst van wep? Gooi uw kopie weg.

Voorbeeld:
  wep sjabloon kopieer convenant
  wep sjabloon kopieer convenant --controle";

#[derive(Debug, Args)]
#[command(about = "Maakt een kopie van een sjabloon van wep, om zelf te veranderen", after_help = AFTER_HELP)]
pub struct Kopieer {
    #[arg(value_name = "NAAM", required = true, help = "Het document, zoals convenant; zie wep sjabloon lijst")]
    namen: Vec<String>,
    #[arg(long = "controle", help_heading = "Opties", help = "Zeg wat er zou veranderen en schrijf niets")]
    dry_run: bool,
    #[arg(
        long = "overschrijf",
        help_heading = "Opties",
        help = "Vervang ook wat u zelf hebt bewerkt; uw versie blijft ernaast bewaard"
    )]
    overwrite: bool,
}

impl Kopieer {
    pub fn run(&self, context: &Context) -> Result<Exit, Failure> {
        let gemeente = gemeente::open(context)?;
        let ours = self.namen.iter().map(|naam| meegeleverd(&gemeente, naam)).collect::<Result<Vec<_>, _>>()?;
        let how = How { dry_run: self.dry_run, overwrite: self.overwrite };
        let mut exit = Exit::Good;
        for deel in [false, true] {
            let mut output = output(&gemeente, deel);
            for ours in ours.iter().filter(|ours| ours.kind.is_none() == deel) {
                let origin = Origin { template: Some((ours.naam, ours.tekst)), ..Origin::of("sjabloon") };
                let file = Fresh { name: &file_name(ours.naam), bytes: ours.tekst.as_bytes(), origin };
                exit = exit.max(deliver(&mut output, file, how, context)?);
            }
            output.finish()?;
        }
        Ok(exit)
    }
}
