//! The record of what wep made in a folder for documents: of every file what it is, and of a text that can be merged also
//! the text itself.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::journal::{Journal, Step};
use super::texts::Texts;
use super::{Change, WriteError, atomic, inside};

/// The file in which the record stands: name of a document → what wep made.
pub const RECORD: &str = ".wep-gemaakt.json";

/// A record of ten thousand files has less.
const MAX_BYTES: usize = 10_000_000;

/// What a file is made of, for the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Origin<'a> {
    /// What it is, such as `convenant`.
    pub kind: &'a str,
    /// The template by name and text, when there is one.
    pub template: Option<(&'a str, &'a str)>,
    /// People fill it in. What they wrote there is never put together with anything.
    pub form: bool,
    /// The fingerprint of all that decides its bytes, when that is known before they are made.
    pub source: Option<[u8; 32]>,
}

impl Origin<'_> {
    /// Made without a template.
    pub fn of(kind: &str) -> Origin<'_> {
        Origin { kind, template: None, form: false, source: None }
    }
}

/// What wep made last for one name, whether it stands there, was merged into it or was put beside it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(super) struct Entry {
    /// Of the bytes.
    pub sha256: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub soort: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sjabloon: Option<Sjabloon>,
    /// The fingerprint of what decides the bytes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bron: Option<String>,
    /// The name of the file beside it in which it was put, as long as that may be there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ernaast: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Sjabloon {
    naam: String,
    sha256: String,
}

impl Entry {
    pub fn new(bytes: &[u8], origin: Origin) -> Entry {
        let sjabloon =
            origin.template.map(|(naam, text)| Sjabloon { naam: naam.to_owned(), sha256: hash(text.as_bytes()) });
        Entry {
            sha256: hash(bytes),
            soort: Some(origin.kind.to_owned()),
            sjabloon,
            bron: origin.source.map(hex),
            ernaast: None,
        }
    }

    /// What stands in the file has this fingerprint.
    pub fn is_made_of(&self, source: [u8; 32]) -> bool {
        self.ernaast.is_none() && self.bron.as_deref() == Some(hex(source).as_str())
    }

    /// These are the bytes that wep made.
    pub fn is_of(&self, bytes: &[u8]) -> bool {
        self.sha256 == hash(bytes)
    }
}

/// The record of one folder. What it learns goes into a journal at once, and into the record when it is saved. More than one
/// thread may use it.
#[derive(Debug)]
pub(super) struct Record {
    folder: PathBuf,
    known: Mutex<Known>,
    /// The texts that it names.
    pub texts: Texts,
}

#[derive(Debug)]
struct Known {
    entries: BTreeMap<String, Entry>,
    journal: Journal,
    /// Not all of it is in the record on disk.
    unsaved: bool,
}

impl Record {
    /// Reads it, and what a run that broke off did after the last record. What cannot be read counts as not there: then
    /// the file on disk counts as edited.
    pub fn read(folder: &Path) -> Record {
        let path = folder.join(RECORD);
        let text = inside::check(folder, &path).and_then(|()| atomic::read(&path));
        let text = text.ok().flatten().filter(|text| text.len() <= MAX_BYTES);
        let values: BTreeMap<String, serde_json::Value> =
            serde_json::from_slice(&text.unwrap_or_default()).unwrap_or_default();
        let entries = values.into_iter().filter_map(|(name, value)| Some((name, entry(value)?))).collect();
        let mut known = Known { entries, journal: Journal::of(folder), unsaved: false };
        known.learn(known.journal.happened());
        // Also when nothing came of it, the journal has been read now.
        known.unsaved |= known.journal.is_there();
        Record { folder: folder.to_owned(), known: Mutex::new(known), texts: Texts::of(folder) }
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn get(&self, name: &str) -> Option<Entry> {
        self.known().entries.get(name).cloned()
    }

    /// Writes down what is about to happen. Steps that change nothing in the record leave no trace.
    pub fn announce<'s>(&self, steps: impl IntoIterator<Item = &'s Step>) -> Result<(), WriteError> {
        let Known { entries, journal, .. } = &mut *self.known();
        journal.write(steps.into_iter().filter(|step| entries.get(&step.name) != step.entry.as_ref()))
    }

    /// It has happened.
    pub fn learn(&self, steps: Vec<Step>) {
        self.known().learn(steps);
    }

    /// Writes the record, when it says anything new, and takes away the texts that it does not name: also those of a run
    /// that was killed. Answers whether it wrote, and so brought the names in the folder to the disk.
    pub fn save(&self) -> Result<bool, WriteError> {
        let mut wrote = false;
        let mut known = self.known();
        if known.unsaved {
            let content = || WriteError::Content { name: RECORD.to_owned() };
            let mut text = serde_json::to_string_pretty(&known.entries).map_err(|_| content())?;
            text.push('\n');
            wrote = atomic::write(&self.folder.join(RECORD), text.as_bytes())? != Change::Same;
            known.unsaved = false;
            // As long as there is a journal, a run after one that was killed here comes here too.
            self.texts.keep_only(&known.entries.values().map(|entry| entry.sha256.as_str()).collect());
            known.journal.close();
        }
        Ok(wrote)
    }
}

impl Known {
    fn learn(&mut self, steps: Vec<Step>) {
        for Step { name, entry, .. } in steps {
            self.unsaved |= self.entries.get(&name) != entry.as_ref();
            match entry {
                Some(entry) => self.entries.insert(name, entry),
                None => self.entries.remove(&name),
            };
        }
    }
}

/// An entry as it is written now, or as the first versions wrote it: the SHA-256 alone.
fn entry(value: serde_json::Value) -> Option<Entry> {
    match value {
        serde_json::Value::String(sha256) => Some(Entry { sha256, ..Entry::default() }),
        value => serde_json::from_value(value).ok(),
    }
}

/// The SHA-256 of these bytes, as people write it.
pub(super) fn hash(bytes: &[u8]) -> String {
    hex(Sha256::digest(bytes).into())
}

fn hex(fingerprint: [u8; 32]) -> String {
    let halves = fingerprint.iter().flat_map(|byte| [byte >> 4, byte & 0xf]);
    let mut text = String::with_capacity(2 * fingerprint.len());
    text.extend(halves.filter_map(|half| char::from_digit(half.into(), 16)));
    text
}
