//! The answers that are not saved yet, kept in the folder of the gemeente so that nothing is lost when a run is broken off.

use std::fs;
use std::path::{Path, PathBuf};

use wep::question::Concept;
use wep::write::atomic;

use crate::exit::{Exit, Failure};

/// Beside the schemas, where wep keeps what is its own.
const FILE: &str = ".wep/gids.json";

fn path(folder: &Path) -> PathBuf {
    folder.join(FILE)
}

/// The answers that were kept; nothing when there are none, or when the file is not as wep wrote it.
pub fn read(folder: &Path) -> Option<Concept> {
    let text = fs::read(path(folder)).ok()?;
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
    let refused = |_| {
        Failure::new(
            Exit::Refused,
            format!("{FILE} kan niet worden geschreven"),
            "Kijk of u in deze map mag schrijven.",
        )
    };
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent).map_err(refused)?;
    }
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
    match fs::remove_file(path(folder)) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(Failure::new(
            Exit::Refused,
            format!("{FILE} kan niet worden verwijderd"),
            "Verwijder het bestand zelf.",
        )),
        _ => Ok(()),
    }
}
