//! Where a new folder is built before it is put in its place, and what happens to it when that run is killed.

use std::fs::{self, File};
use std::io;
use std::path::{Component, Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::record::hash;
use super::{WriteError, atomic, inside};

/// What is locked as long as the run lives.
const BUSY: &str = "bezig";
/// What is being built.
const NEW: &str = "nieuw";
/// What goes from here into a folder that is there already, so that it can be taken back.
const CONTENTS: &str = "inhoud.json";

/// A file that was built, and how to know it again.
#[derive(Debug, Serialize, Deserialize)]
struct Built {
    naam: String,
    sha256: String,
}

/// A folder with a temporary name; it goes away when it is dropped.
pub(super) struct Staging {
    folder: tempfile::TempDir,
    _busy: File,
}

impl Staging {
    /// In this folder, on the disk where the new one comes too.
    pub fn new(parent: &Path) -> io::Result<Staging> {
        let (prefix, suffix) = atomic::TEMPORARY;
        let mut tries = 3;
        let (folder, busy) = loop {
            let folder = tempfile::Builder::new().prefix(prefix).suffix(suffix).tempdir_in(parent)?;
            match File::create(folder.path().join(BUSY)) {
                Ok(busy) => break (folder, busy),
                // Another run took the folder, still empty, for one that was left.
                Err(error) if error.kind() == io::ErrorKind::NotFound && tries > 0 => tries -= 1,
                Err(error) => return Err(error),
            }
        };
        // A disk that cannot lock leaves what a killed run left.
        let _ = busy.try_lock();
        fs::create_dir(folder.path().join(NEW))?;
        Ok(Staging { folder, _busy: busy })
    }

    /// Where the new files come.
    pub fn new_folder(&self) -> PathBuf {
        self.folder.path().join(NEW)
    }

    /// What a killed run leaves.
    #[cfg(test)]
    pub fn abandon(self) {
        let _ = self.folder.keep();
    }

    /// Writes down what is about to go elsewhere.
    pub fn announce(&self, files: &[(String, Vec<u8>)]) -> Result<(), WriteError> {
        let built = files.iter().map(|(name, bytes)| Built { naam: name.clone(), sha256: hash(bytes) });
        let text = serde_json::to_vec(&built.collect::<Vec<_>>())
            .map_err(|_| WriteError::Content { name: CONTENTS.to_owned() })?;
        atomic::replace(&self.folder.path().join(CONTENTS), &text)
    }
}

/// Takes away what killed runs left in this folder, and from the folder itself what they had put there already.
pub(super) fn clear(parent: &Path) {
    for left in abandoned(parent) {
        let built = atomic::read(&left.join(CONTENTS)).ok().flatten().unwrap_or_default();
        take_back(parent, &serde_json::from_slice::<Vec<Built>>(&built).unwrap_or_default());
        let _ = fs::remove_dir_all(&left);
    }
}

/// Takes away what killed runs left in this folder, which is that of a gemeente by now: what they had put there stays.
pub(super) fn sweep(parent: &Path) {
    for left in abandoned(parent) {
        let _ = fs::remove_dir_all(&left);
    }
}

/// The folders in which killed runs were building.
fn abandoned(parent: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(parent).into_iter().flatten().flatten() {
        let is_ours = entry.file_name().to_str().is_some_and(atomic::is_temporary);
        if !is_ours || !entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            continue;
        }
        let left = entry.path();
        let names: Vec<_> = fs::read_dir(&left).into_iter().flatten().flatten().map(|one| one.file_name()).collect();
        if names.is_empty() {
            // Killed at the very beginning or end; of a run that has just begun, this fails or is seen.
            let _ = fs::remove_dir(&left);
            continue;
        }
        let killed = match names.iter().any(|name| name == BUSY) {
            true => File::open(left.join(BUSY)).is_ok_and(|busy| busy.try_lock().is_ok()),
            // Killed while it cleaned up.
            false => true,
        };
        found.extend(killed.then_some(left));
    }
    found
}

/// Takes away the files that are just as they were built, and the folders that are empty then.
fn take_back(folder: &Path, built: &[Built]) {
    let mut folders: Vec<PathBuf> = Vec::new();
    for Built { naam, sha256 } in built {
        let path = folder.join(naam);
        let named = !naam.is_empty() && Path::new(naam).components().all(|part| matches!(part, Component::Normal(_)));
        if !named || inside::check(folder, &path).is_err() {
            continue;
        }
        if matches!(atomic::read(&path), Ok(Some(bytes)) if hash(&bytes) == *sha256) {
            let _ = fs::remove_file(&path);
        }
        folders.extend(path.ancestors().skip(1).take_while(|part| *part != folder).map(Path::to_path_buf));
    }
    folders.sort();
    folders.dedup();
    for empty in folders.iter().rev() {
        let _ = fs::remove_dir(empty);
    }
}
