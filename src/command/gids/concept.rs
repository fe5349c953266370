//! The answers that are not saved yet, kept in the folder of the gemeente so that nothing is lost when a run is broken off.

use std::fs;
use std::path::{Path, PathBuf};

use wep::question::Concept;
use wep::write::atomic;
use wep::write::inside;
use wep::write::together::CONCEPT;

use crate::command::turn;
use crate::exit::{Exit, Failure};
use crate::screen::Screen;

/// Of one step, however long the answers are.
const LARGEST: u64 = 5_000_000;

fn path(folder: &Path) -> PathBuf {
    folder.join(CONCEPT)
}

/// The answers that were kept; nothing when there are none, or when the file is not as wep wrote it.
pub fn read(folder: &Path) -> Option<Concept> {
    let text = inside::read(folder, &path(folder), LARGEST).ok()??;
    serde_json::from_slice::<Concept>(&text).ok().filter(|concept| !concept.antwoorden.is_empty())
}

/// Keeps the answers; without any, nothing stays.
///
/// # Errors
/// When the machine refuses.
pub fn keep(folder: &Path, concept: &Concept) -> Result<(), Failure> {
    if concept.antwoorden.is_empty() {
        return forget(folder);
    }
    let path = path(folder);
    // Whoever takes the turn clears away unfinished files, so nobody may be writing one meanwhile.
    let _turn = turn::take_quietly(folder, Screen { quiet: true, ..Screen::default() })?;
    inside::check(folder, &path)?;
    let mut text = serde_json::to_string_pretty(concept).unwrap_or_default();
    text.push('\n');
    atomic::write(&path, text.as_bytes())?;
    Ok(())
}

/// Throws the kept answers away.
///
/// # Errors
/// When the machine refuses.
pub fn forget(folder: &Path) -> Result<(), Failure> {
    match fs::remove_file(inside::inside(folder, &path(folder))?) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(Failure::new(
            Exit::Refused,
            format!("{CONCEPT} kan niet worden verwijderd"),
            "Verwijder het bestand zelf.",
        )),
        _ => Ok(()),
    }
}
