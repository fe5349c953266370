//! The folder for documents, and the record of what wep made there, so that work done by hand is never lost.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::{Change, WriteError, atomic, folder};

/// The file in which the record stands: name of a document → SHA-256 of what wep wrote.
pub const RECORD: &str = ".wep-gemaakt.json";

/// A folder for documents with its record. Use one at a time for a folder: from its first write on, a second one waits
/// until the first is dropped.
#[derive(Debug)]
pub struct Output {
    folder: PathBuf,
    record: BTreeMap<String, String>,
    /// Held while this run writes, so that a second run waits.
    lock: Option<File>,
}

/// What happens, or would happen, to one document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It was not there before.
    New,
    /// It replaces what wep wrote earlier.
    Changed,
    /// It is there already, just so.
    Same,
    /// Someone edited it since wep made it: it stays as it is.
    Kept,
    /// Someone edited it and asked to replace it: their version stays beside it under this name.
    Replaced { kept_as: String },
}

impl Output {
    /// Looks at the folder; it need not exist and nothing is made. A record that cannot be read counts as empty: then
    /// every file on disk counts as edited.
    pub fn open(folder: impl Into<PathBuf>) -> Output {
        let folder = folder.into();
        let record = read_record(&folder);
        Output { folder, record, lock: None }
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// What stands in a file now; nothing when it is not there.
    pub fn current(&self, name: &str) -> Result<Option<Vec<u8>>, WriteError> {
        check_name(name)?;
        atomic::read(&self.folder.join(name))
    }

    /// The names of the files in the folder that a person sees there, without those of folders. A name that is no Unicode
    /// cannot be told, and is left out.
    pub fn files(&self) -> Vec<String> {
        let entries = fs::read_dir(&self.folder).into_iter().flatten().flatten();
        let names =
            entries.filter(|entry| entry.path().is_file()).filter_map(|entry| entry.file_name().into_string().ok());
        names.filter(|name| !name.starts_with(['.', '~']) && !folder::IGNORED.contains(&name.as_str())).collect()
    }

    /// wep made a file by this name, as it is now or earlier.
    pub fn made(&self, name: &str) -> bool {
        self.record.contains_key(name)
    }

    /// What [`put`](Output::put) would do, without doing it.
    pub fn would(&self, name: &str, bytes: &[u8], overwrite: bool) -> Result<Outcome, WriteError> {
        check_name(name)?;
        let path = self.folder.join(name);
        let Some(old) = atomic::read(&path)? else { return Ok(Outcome::New) };
        if old == bytes {
            return Ok(Outcome::Same);
        }
        if self.record.get(name) == Some(&hash(&old)) {
            return Ok(Outcome::Changed);
        }
        if !overwrite {
            return Ok(Outcome::Kept);
        }
        let free = (1..).map(|number| kept_name(name, number)).find(|kept| !taken(&self.folder.join(kept)));
        Ok(Outcome::Replaced { kept_as: free.unwrap_or_default() })
    }

    /// Writes a document, unless that would lose what someone did by hand.
    pub fn put(&mut self, name: &str, bytes: &[u8], overwrite: bool) -> Result<Outcome, WriteError> {
        check_name(name)?;
        self.begin()?;
        let path = self.folder.join(name);
        let mut outcome = self.would(name, bytes, overwrite)?;
        match &mut outcome {
            Outcome::Kept => return Ok(outcome),
            Outcome::Replaced { kept_as } => *kept_as = self.keep_aside(name)?,
            Outcome::New | Outcome::Changed | Outcome::Same => {}
        }
        let fingerprint = hash(bytes);
        let known = self.record.get(name) == Some(&fingerprint);
        if atomic::write(&path, bytes)? != Change::Same || !known {
            self.record.insert(name.to_owned(), fingerprint);
            self.save_record()?;
        }
        Ok(outcome)
    }

    /// Before the first write: the folder is there, no other run is busy in it, and the record is what that run left.
    fn begin(&mut self) -> Result<(), WriteError> {
        if self.lock.is_some() {
            return Ok(());
        }
        fs::create_dir_all(&self.folder).map_err(WriteError::io(&self.folder))?;
        // Only Unix can lock a folder; elsewhere, and on disks that cannot lock, every single write is still atomic.
        if cfg!(unix)
            && let Ok(folder) = File::open(&self.folder)
        {
            let _ = folder.lock();
            self.lock = Some(folder);
            self.record = read_record(&self.folder);
        }
        Ok(())
    }

    /// Copies the edited file to the first free name beside it.
    fn keep_aside(&self, name: &str) -> Result<String, WriteError> {
        let old = atomic::read(&self.folder.join(name))?.unwrap_or_default();
        let mut number = 1;
        loop {
            let kept = kept_name(name, number);
            if !taken(&self.folder.join(&kept)) && atomic::write_new(&self.folder.join(&kept), &old)? {
                return Ok(kept);
            }
            number += 1;
        }
    }

    fn save_record(&self) -> Result<(), WriteError> {
        let content = || WriteError::Content { name: RECORD.to_owned() };
        let mut text = serde_json::to_string_pretty(&self.record).map_err(|_| content())?;
        text.push('\n');
        atomic::write(&self.folder.join(RECORD), text.as_bytes()).map(|_| ())
    }
}

fn read_record(folder: &Path) -> BTreeMap<String, String> {
    let text = fs::read(folder.join(RECORD)).unwrap_or_default();
    serde_json::from_slice(&text).unwrap_or_default()
}

fn taken(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

/// `convenant.docx` → `convenant.bewaard-1.docx`.
fn kept_name(name: &str, number: usize) -> String {
    match name.rsplit_once('.') {
        Some((stem, extension)) if !stem.is_empty() => format!("{stem}.bewaard-{number}.{extension}"),
        _ => format!("{name}.bewaard-{number}"),
    }
}

fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// A name stays inside the folder, means the same on every system, and is not that of the record.
fn check_name(name: &str) -> Result<(), WriteError> {
    let odd = |char: char| char.is_control() || "/\\:*?\"<>|".contains(char);
    let stem = name.split('.').next().unwrap_or_default().to_ascii_lowercase();
    let device = matches!(stem.as_str(), "con" | "prn" | "aux" | "nul")
        || (stem.len() == 4
            && (stem.starts_with("com") || stem.starts_with("lpt"))
            && stem.ends_with(char::is_numeric));
    let refused =
        name.is_empty() || name.starts_with('.') || name.ends_with(['.', ' ']) || name.contains(odd) || device;
    if refused { Err(WriteError::Name { name: name.to_owned() }) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_wep_made_it_may_replace() {
        let base = tempfile::tempdir().unwrap();
        let folder = base.path().join("uitvoer");
        let mut output = Output::open(&folder);
        assert_eq!(output.would("a.docx", b"1", false).unwrap(), Outcome::New);
        assert!(!folder.exists(), "looking makes nothing");
        assert_eq!(output.put("a.docx", b"1", false).unwrap(), Outcome::New);
        assert_eq!(output.put("a.docx", b"1", false).unwrap(), Outcome::Same);
        drop(output);
        let mut output = Output::open(&folder);
        assert_eq!(output.would("a.docx", b"2", false).unwrap(), Outcome::Changed);
        assert_eq!(output.put("a.docx", b"2", false).unwrap(), Outcome::Changed);
    }

    #[test]
    fn what_a_person_edited_stays_or_is_kept_aside() {
        let base = tempfile::tempdir().unwrap();
        let mut output = Output::open(base.path());
        output.put("a.docx", b"1", false).unwrap();
        for (round, kept) in [(b"mine", "a.bewaard-1.docx"), (b"ours", "a.bewaard-2.docx")] {
            fs::write(base.path().join("a.docx"), round).unwrap();
            assert_eq!(output.put("a.docx", b"2", false).unwrap(), Outcome::Kept);
            assert_eq!(fs::read(base.path().join("a.docx")).unwrap(), round);
            let replaced = Outcome::Replaced { kept_as: kept.to_owned() };
            assert_eq!(output.would("a.docx", b"2", true).unwrap(), replaced);
            assert_eq!(output.put("a.docx", b"2", true).unwrap(), replaced);
            assert_eq!(fs::read(base.path().join(kept)).unwrap(), round);
            assert_eq!(fs::read(base.path().join("a.docx")).unwrap(), b"2");
        }
    }

    #[test]
    fn without_a_readable_record_everything_counts_as_edited() {
        let base = tempfile::tempdir().unwrap();
        Output::open(base.path()).put("a.md", b"1", false).unwrap();
        fs::write(base.path().join(RECORD), "{ kapot").unwrap();
        let mut output = Output::open(base.path());
        assert_eq!(output.put("a.md", b"2", false).unwrap(), Outcome::Kept);
        assert_eq!(output.put("a.md", b"1", false).unwrap(), Outcome::Same);
        assert_eq!(output.put("a.md", b"2", false).unwrap(), Outcome::Changed, "the same content was recorded again");
    }

    #[test]
    fn the_record_is_sorted_and_ends_with_a_newline() {
        let base = tempfile::tempdir().unwrap();
        let mut output = Output::open(base.path());
        for name in ["b.md", "a.md"] {
            output.put(name, b"", false).unwrap();
        }
        let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        let expected = format!("{{\n  \"a.md\": \"{empty}\",\n  \"b.md\": \"{empty}\"\n}}\n");
        assert_eq!(fs::read_to_string(base.path().join(RECORD)).unwrap(), expected);
    }

    #[test]
    fn a_name_cannot_leave_the_folder() {
        let base = tempfile::tempdir().unwrap();
        let mut output = Output::open(base.path().join("uitvoer"));
        for name in ["../a", "/etc/x", "a/b", "a\\b", "..", ".", "", "C:a", "a\n", RECORD, "nul.md", "a."] {
            assert!(matches!(output.put(name, b"", true), Err(WriteError::Name { .. })), "{name}");
        }
        assert_eq!(fs::read_dir(base.path()).unwrap().count(), 0);
    }
}
