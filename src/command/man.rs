//! `wep man`: the pages of the manual for `man`, one for each command.

mod page;

use std::path::{Path, PathBuf};

use clap::{Args, ValueHint};
use wep::write::{Change, WriteError, atomic};

use crate::cli::{Context, tree};
use crate::exit::{Exit, Failure};

const EXAMPLE: &str = "\
Op Linux en Mac leest u zulke pagina’s met de opdracht man. Zonder MAP komt alleen de eerste pagina op het scherm.

Voorbeeld:
  wep man ~/.local/share/man/man1
  wep man handleidingen";

#[derive(Debug, Args)]
#[command(about = "Maakt handleidingen voor de opdracht man, op Linux en Mac", after_help = EXAMPLE)]
pub struct Man {
    #[arg(value_name = "MAP", value_hint = ValueHint::DirPath, help = "De map voor de pagina’s")]
    target: Option<PathBuf>,
}

impl Man {
    pub fn run(&self, context: &Context) -> Result<Exit, Failure> {
        let pages = page::all(tree());
        let Some(target) = &self.target else {
            let first = pages.first().map(|page| page.text.as_str()).unwrap_or_default();
            context.screen.result(first);
            return Ok(Exit::Good);
        };
        let places: Vec<PathBuf> = pages.iter().map(|page| target.join(&page.name)).collect();
        places.iter().try_for_each(|place| refuse_others(place))?;
        std::fs::create_dir_all(target).map_err(|source| WriteError::Io { path: target.clone(), source })?;
        let mut new = 0;
        for (page, place) in pages.iter().zip(&places) {
            let change = atomic::write(place, page.text.as_bytes())?;
            new += usize::from(change != Change::Same);
        }
        let told = match new {
            0 => format!("De {} pagina’s in {} zijn al van deze wep.", pages.len(), target.display()),
            _ => format!("Gemaakt: {} pagina’s in {}. Lees ze met: man wep", pages.len(), target.display()),
        };
        context.screen.tell(&told);
        Ok(Exit::Good)
    }
}

/// What stands there and was not made by `wep man` is not written over.
fn refuse_others(place: &Path) -> Result<(), Failure> {
    match atomic::read(place)? {
        Some(bytes) if !bytes.starts_with(page::MARK.as_bytes()) => Err(Failure::new(
            Exit::WouldLose,
            format!("‘{}’ is niet door wep gemaakt", place.display()),
            "Er is niets geschreven. Kies een andere map, of geef dat bestand een andere naam.",
        )),
        _ => Ok(()),
    }
}
