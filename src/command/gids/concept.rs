//! The answers that are not saved yet, kept in the folder of the gemeente so that nothing is lost when a run is broken off.

use std::fs;
use std::path::{Path, PathBuf};

use wep::question::Concept;
use wep::write::{atomic, inside};

use crate::exit::{Exit, Failure};

/// Beside the schemas, where wep keeps what is its own.
const FILE: &str = ".wep/gids.json";
/// Of one step, however long the answers are.
const LARGEST: u64 = 5_000_000;

fn path(folder: &Path) -> PathBuf {
    folder.join(FILE)
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
    let path = inside::inside(folder, &path(folder))?;
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
    match fs::remove_file(inside::inside(folder, &path(folder))?) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(Failure::new(
            Exit::Refused,
            format!("{FILE} kan niet worden verwijderd"),
            "Verwijder het bestand zelf.",
        )),
        _ => Ok(()),
    }
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::symlink;

    use super::*;

    /// Answers that somebody else put there: nothing is waited for, and nothing is read or written elsewhere.
    #[test]
    fn a_file_or_a_folder_that_leads_elsewhere_is_left_alone() {
        let (home, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let text = r#"{"stap": "convenant", "antwoorden": {"convenant.naam": "x"}}"#;
        fs::write(elsewhere.path().join("gids.json"), text).unwrap();
        symlink(elsewhere.path(), home.path().join(".wep")).unwrap();
        assert!(read(home.path()).is_none());
        assert_eq!(forget(home.path()).unwrap_err().exit, Exit::Refused);
        assert_eq!(fs::read_to_string(elsewhere.path().join("gids.json")).unwrap(), text);

        fs::remove_file(home.path().join(".wep")).unwrap();
        fs::create_dir(home.path().join(".wep")).unwrap();
        let file = path(home.path());
        assert!(std::process::Command::new("mkfifo").arg(&file).status().unwrap().success());
        assert!(read(home.path()).is_none());
        for content in ["[".repeat(1_000_000), "{}".to_owned(), "[1, 2]".to_owned(), " ".repeat(6_000_000)] {
            fs::remove_file(&file).unwrap();
            fs::write(&file, content).unwrap();
            assert!(read(home.path()).is_none());
        }
    }
}
