//! Which folders of gemeenten a user means.

use std::fs;
use std::path::{Path, PathBuf};

use wep::load;
use wep::model::file;

use crate::cli::Context;
use crate::command::gemeente::nowhere;
use crate::exit::{Exit, Failure};

/// The folders, each once and in the order of the call; one that holds folders of gemeenten stands for all of these.
///
/// # Errors
/// When no folder is named and there is none here, or when the call names folders in two ways.
pub fn chosen(named: &[PathBuf], context: &Context) -> Result<Vec<PathBuf>, Failure> {
    let named = match (named, &context.folder) {
        ([], None) => return Ok(vec![load::find_folder(Path::new(".")).ok_or_else(not_here)?]),
        ([], Some(folder)) => vec![folder.clone()],
        (_, None) => named.to_vec(),
        (_, Some(_)) => {
            let help = "Noem alle mappen als MAP, bijvoorbeeld: wep dossier veldrijk zandwaard";
            return Err(Failure::new(Exit::WrongCall, "u noemt mappen op twee manieren: als MAP en met -C", help));
        }
    };
    let mut folders: Vec<(PathBuf, PathBuf)> = Vec::new();
    for folder in named.iter().flat_map(|folder| meant_by(folder)) {
        let real = fs::canonicalize(&folder).unwrap_or_else(|_| folder.clone());
        if !folders.iter().any(|(_, known)| *known == real) {
            folders.push((folder, real));
        }
    }
    Ok(folders.into_iter().map(|(folder, _)| folder).collect())
}

/// The folder itself, or the folders of gemeenten right in it, sorted by name.
fn meant_by(folder: &Path) -> Vec<PathBuf> {
    let inside = if folder.join(file::WEP).is_file() { Vec::new() } else { gemeenten_in(folder) };
    if inside.is_empty() { vec![folder.to_owned()] } else { inside }
}

fn gemeenten_in(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut found: Vec<PathBuf> =
        entries.map(|entry| entry.path()).filter(|path| path.join(file::WEP).is_file()).collect();
    found.sort();
    found
}

/// There is no gemeente here; but perhaps there are some in this folder.
fn not_here() -> Failure {
    let nowhere = nowhere();
    match gemeenten_in(Path::new(".")).len() {
        0 => nowhere,
        _ => Failure {
            help: "In deze map staan mappen van gemeenten. Voor allemaal tegelijk: wep dossier .".to_owned(),
            ..nowhere
        },
    }
}
