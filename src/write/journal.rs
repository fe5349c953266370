//! What a run is about to do to each file, written down before it is done: after a killed run, the next one knows.

use std::fs::{self, File, OpenOptions};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::record::{Entry, hash};
use super::{WriteError, atomic, lock, name};

/// A line for every step; it is there only while a run is busy, or after one was killed.
const FILE: &str = "lopend.jsonl";

/// More is of no run of wep.
const MAX_BYTES: u64 = 20_000_000;

/// What the record will say of one name, and how to see that it came that far.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Step {
    #[serde(rename = "naam")]
    pub name: String,
    /// The file that is written.
    #[serde(rename = "plek")]
    pub place: String,
    /// Its SHA-256 after the step; nothing when it is taken away.
    #[serde(rename = "wordt")]
    pub sha256: Option<String>,
    /// Nothing when the record forgets the name.
    #[serde(rename = "vermelding")]
    pub entry: Option<Entry>,
}

impl Step {
    /// A file gets what this is the SHA-256 of.
    pub fn written(name: &str, place: &str, sha256: String, entry: Entry) -> Step {
        Step { name: name.to_owned(), place: place.to_owned(), sha256: Some(sha256), entry: Some(entry) }
    }

    /// A file goes away, and so does what is known of it.
    pub fn removed(name: &str) -> Step {
        Step { name: name.to_owned(), place: name.to_owned(), sha256: None, entry: None }
    }

    fn has_happened(&self, folder: &Path) -> bool {
        name::check(&self.place).is_ok()
            && match atomic::read(&folder.join(&self.place)) {
                Ok(now) => now.as_deref().map(hash) == self.sha256,
                Err(_) => false,
            }
    }
}

/// The journal of a folder for documents.
#[derive(Debug)]
pub(super) struct Journal {
    folder: PathBuf,
    file: Option<File>,
}

impl Journal {
    pub fn of(folder: &Path) -> Journal {
        Journal { folder: folder.to_owned(), file: None }
    }

    fn path(&self) -> PathBuf {
        self.folder.join(lock::OWN).join(FILE)
    }

    /// A run is busy, or was killed.
    pub fn is_there(&self) -> bool {
        self.path().is_file()
    }

    /// The steps of an earlier run that came to an end, in their order. A line that was cut off is of a step that did not.
    pub fn happened(&self) -> Vec<Step> {
        let mut text = Vec::new();
        let path = self.path();
        if !path.is_file() {
            return Vec::new();
        }
        let read = File::open(path).and_then(|file| file.take(MAX_BYTES).read_to_end(&mut text));
        let lines = text.split(|byte| *byte == b'\n').filter_map(|line| serde_json::from_slice::<Step>(line).ok());
        if read.is_err() { Vec::new() } else { lines.filter(|step| step.has_happened(&self.folder)).collect() }
    }

    /// Writes steps down, behind those that are there, all at once.
    pub fn write<'s>(&mut self, steps: impl IntoIterator<Item = &'s Step>) -> Result<(), WriteError> {
        let mut lines = Vec::new();
        for step in steps {
            // A line that an earlier run left half is closed by the empty one.
            lines.push(b'\n');
            serde_json::to_writer(&mut lines, step).map_err(|_| WriteError::Content { name: FILE.to_owned() })?;
            lines.push(b'\n');
        }
        if lines.is_empty() {
            return Ok(());
        }
        let path = self.path();
        let refused = || WriteError::io(&self.folder);
        if self.file.is_none() {
            lock::own(&self.folder)?;
            super::inside::check(&self.folder, &path)?;
            let file = OpenOptions::new().create(true).append(true).open(&path).map_err(refused())?;
            self.file = Some(file);
        }
        self.file.as_mut().map_or(Ok(()), |file| file.write_all(&lines)).map_err(refused())
    }

    /// The record says it all now.
    pub fn close(&mut self) {
        self.file = None;
        // If it stays, the next run reads it and finds nothing new.
        let _ = fs::remove_file(self.path());
    }
}
