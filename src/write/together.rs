//! Several files of a gemeente that change together: all of them, also when the run is killed halfway.

use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::lock::{self, Lock};
use super::record::hash;
use super::{WriteError, atomic, inside};
use crate::model::file;

/// Where a change stands from before its first file until after its last one.
const FILE: &str = "wijziging.json";

/// The answers that `wep gids` keeps until they are saved; it goes away together with the change that saves them.
pub const CONCEPT: &str = ".wep/gids.json";

/// What one file becomes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Its name in the folder of the gemeente: one of [`file::ALL`], or [`CONCEPT`].
    #[serde(rename = "naam")]
    name: String,
    /// The SHA-256 of what stands there before; nothing when there is no file.
    #[serde(rename = "was")]
    before: Option<String>,
    /// What stands there after; nothing when the file goes away.
    #[serde(rename = "wordt")]
    after: Option<String>,
}

impl Change {
    /// A text that was as `before` (empty when there was none) becomes `after`.
    pub fn text(name: &str, before: &str, after: &str) -> Change {
        let there = (!before.is_empty()).then(|| hash(before.as_bytes()));
        Change { name: name.to_owned(), before: there, after: Some(after.to_owned()) }
    }

    /// A file goes away, whatever it holds.
    pub fn removal(name: &str) -> Change {
        Change { name: name.to_owned(), before: None, after: None }
    }

    fn path(&self, folder: &Path) -> Result<PathBuf, WriteError> {
        let known = file::ALL.contains(&self.name.as_str()) || self.name == CONCEPT;
        let path = folder.join(&self.name);
        if !known {
            return Err(WriteError::Name { name: self.name.clone() });
        }
        inside::check(folder, &path)?;
        Ok(path)
    }

    fn make(&self, folder: &Path) -> Result<(), WriteError> {
        let path = self.path(folder)?;
        match &self.after {
            Some(text) => atomic::write(&path, text.as_bytes()).map(drop),
            None => match fs::remove_file(&path) {
                Err(error) if path.symlink_metadata().is_ok() => Err(WriteError::io(&path)(error)),
                _ => Ok(()),
            },
        }
    }

    /// Nobody touched the file since the change began.
    fn is_untouched(&self, folder: &Path) -> Result<bool, WriteError> {
        let now = atomic::read(&self.path(folder)?)?.map(|bytes| hash(&bytes));
        Ok(self.after.is_none() || now == self.before)
    }
}

/// Makes these changes in the folder of a gemeente, in which the caller has the turn. After an error or a killed run
/// either all files are as they were, or [`complete`] brings them where they should be.
///
/// # Errors
/// When the machine refuses, or a file leads out of the folder.
pub fn write(folder: &Path, _turn: &Lock, changes: &[Change]) -> Result<(), WriteError> {
    // Everything that can be known beforehand is known before the first file changes.
    changes.iter().try_for_each(|change| change.path(folder).map(drop))?;
    if let [only] = changes {
        return only.make(folder);
    }
    let journal = lock::own(folder)?.join(FILE);
    let text = serde_json::to_string(changes).map_err(|_| WriteError::Content { name: FILE.to_owned() })?;
    atomic::write(&journal, text.as_bytes())?;
    let made = changes.iter().try_for_each(|change| change.make(folder));
    if made.is_ok() {
        forget(&journal)?;
    }
    made
}

/// A run was killed while it changed several files of this folder, or is doing that now.
pub fn is_unfinished(folder: &Path) -> bool {
    folder.join(lock::OWN).join(FILE).is_file()
}

/// Finishes the changes of a run that was killed, and says which files changed by that. One that somebody changed
/// since stays as it is now. The caller has the turn in the folder.
///
/// # Errors
/// When the machine refuses. Then nothing is forgotten.
pub fn complete(folder: &Path, _turn: &Lock) -> Result<Vec<String>, WriteError> {
    let journal = folder.join(lock::OWN).join(FILE);
    inside::check(folder, &journal)?;
    let text = atomic::read(&journal)?.unwrap_or_default();
    // It was written as a whole: what cannot be read is not of wep.
    let changes: Vec<Change> = serde_json::from_slice(&text).unwrap_or_default();
    let mut finished = Vec::new();
    for change in changes.iter().filter(|change| change.path(folder).is_ok()) {
        if change.is_untouched(folder)? {
            change.make(folder)?;
            finished.extend(change.after.as_ref().map(|_| change.name.clone()));
        }
    }
    forget(&journal)?;
    Ok(finished)
}

fn forget(journal: &Path) -> Result<(), WriteError> {
    match fs::remove_file(journal) {
        Err(error) if journal.symlink_metadata().is_ok() => Err(WriteError::io(journal)(error)),
        _ => {
            atomic::sync_folder(journal);
            Ok(())
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    fn turn(folder: &Path) -> Lock {
        Lock::take(folder, "wep", Duration::ZERO, &mut |_| {}).unwrap()
    }

    fn three() -> Vec<Change> {
        vec![
            Change::text(file::WEP, "a: 1\n", "a: 2\n"),
            Change::text(file::TEAM, "", "b: 2\n"),
            Change::removal(CONCEPT),
        ]
    }

    fn folder() -> tempfile::TempDir {
        let base = tempfile::tempdir().unwrap();
        fs::write(base.path().join(file::WEP), "a: 1\n").unwrap();
        fs::create_dir(base.path().join(".wep")).unwrap();
        fs::write(base.path().join(CONCEPT), "{}").unwrap();
        base
    }

    fn is_done(folder: &Path) -> bool {
        let text = |name: &str| fs::read_to_string(folder.join(name)).unwrap_or_default();
        text(file::WEP) == "a: 2\n" && text(file::TEAM) == "b: 2\n" && !folder.join(CONCEPT).exists()
    }

    #[test]
    fn all_files_change_and_no_trace_stays() {
        let base = folder();
        write(base.path(), &turn(base.path()), &three()).unwrap();
        assert!(is_done(base.path()) && !is_unfinished(base.path()));
    }

    #[test]
    fn a_change_that_was_broken_off_after_any_file_is_finished() {
        for done in 0..=3 {
            let base = folder();
            let journal = base.path().join(".wep").join(FILE);
            fs::write(journal, serde_json::to_string(&three()).unwrap()).unwrap();
            three()[..done].iter().for_each(|change| change.make(base.path()).unwrap());
            assert!(is_unfinished(base.path()));
            complete(base.path(), &turn(base.path())).unwrap();
            assert!(is_done(base.path()) && !is_unfinished(base.path()), "{done}");
        }
    }

    #[test]
    fn what_somebody_changed_since_stays_and_a_strange_journal_changes_nothing() {
        let base = folder();
        let journal = base.path().join(".wep").join(FILE);
        fs::write(&journal, serde_json::to_string(&three()).unwrap()).unwrap();
        fs::write(base.path().join(file::WEP), "a: 3\n").unwrap();
        assert_eq!(complete(base.path(), &turn(base.path())).unwrap(), [file::TEAM]);
        assert_eq!(fs::read_to_string(base.path().join(file::WEP)).unwrap(), "a: 3\n");
        for strange in [r#"[{"naam":"../buiten","was":null,"wordt":"x"}]"#, "[", "7", ""] {
            fs::write(&journal, strange).unwrap();
            assert!(complete(base.path(), &turn(base.path())).unwrap().is_empty(), "{strange}");
        }
        assert!(!base.path().parent().unwrap().join("buiten").exists());
        let outside = Change::text("../buiten", "", "x");
        assert!(matches!(write(base.path(), &turn(base.path()), &[outside]), Err(WriteError::Name { .. })));
    }
}
