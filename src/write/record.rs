//! The record of what wep made in a folder for documents: of every file what it is, and of a text that can be merged also
//! the text itself.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{WriteError, atomic};

/// The file in which the record stands: name of a document → what wep made.
pub const RECORD: &str = ".wep-gemaakt.json";

/// The folder, inside that for documents, for texts as wep made them. Each is named after its own SHA-256, so that a run
/// that breaks off leaves the text that the record names.
const TEXTS: [&str; 2] = [".wep", "gemaakt"];

/// What a file is made of, for the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Origin<'a> {
    /// What it is, such as `convenant`.
    pub kind: &'a str,
    /// The template by name and text, when there is one.
    pub template: Option<(&'a str, &'a str)>,
    /// People fill it in. What they wrote there is never put together with anything.
    pub form: bool,
}

impl Origin<'_> {
    /// Made without a template.
    pub fn of(kind: &str) -> Origin<'_> {
        Origin { kind, template: None, form: false }
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
        Entry { sha256: hash(bytes), soort: Some(origin.kind.to_owned()), sjabloon, ernaast: None }
    }

    /// These are the bytes that wep made.
    pub fn is_of(&self, bytes: &[u8]) -> bool {
        self.sha256 == hash(bytes)
    }
}

/// The record of one folder.
#[derive(Debug)]
pub(super) struct Record {
    folder: PathBuf,
    entries: BTreeMap<String, Entry>,
}

impl Record {
    /// Reads it. What cannot be read counts as not there: then the file on disk counts as edited.
    pub fn read(folder: &Path) -> Record {
        let text = fs::read(folder.join(RECORD)).unwrap_or_default();
        let values: BTreeMap<String, serde_json::Value> = serde_json::from_slice(&text).unwrap_or_default();
        let entries = values.into_iter().filter_map(|(name, value)| Some((name, entry(value)?))).collect();
        Record { folder: folder.to_owned(), entries }
    }

    pub fn get(&self, name: &str) -> Option<&Entry> {
        self.entries.get(name)
    }

    /// The text that wep made last for this name, when it was kept and is still whole.
    pub fn text(&self, entry: &Entry) -> Option<String> {
        let bytes = fs::read(self.text_path(&entry.sha256)?).ok()?;
        entry.is_of(&bytes).then(|| String::from_utf8(bytes).ok())?
    }

    /// Keeps a text before the record names it.
    pub fn keep_text(&self, text: &[u8]) -> Result<(), WriteError> {
        let Some(path) = self.text_path(&hash(text)) else { return Ok(()) };
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(WriteError::io(folder))?;
        }
        atomic::write(&path, text).map(|_| ())
    }

    /// Changes these entries and writes the record, when that makes a difference. Texts that it named and no longer
    /// names are taken away.
    pub fn change(&mut self, changes: Vec<(String, Option<Entry>)>) -> Result<(), WriteError> {
        let mut superseded = Vec::new();
        let mut different = false;
        for (name, entry) in changes {
            different |= self.entries.get(&name) != entry.as_ref();
            superseded.extend(match entry {
                Some(entry) => self.entries.insert(name, entry),
                None => self.entries.remove(&name),
            });
        }
        if !different {
            return Ok(());
        }
        let content = || WriteError::Content { name: RECORD.to_owned() };
        let mut text = serde_json::to_string_pretty(&self.entries).map_err(|_| content())?;
        text.push('\n');
        atomic::write(&self.folder.join(RECORD), text.as_bytes())?;
        for old in superseded {
            let still = self.entries.values().any(|entry| entry.sha256 == old.sha256);
            if let (false, Some(path)) = (still, self.text_path(&old.sha256)) {
                // One that stays takes a little room and does no harm.
                let _ = fs::remove_file(path);
            }
        }
        Ok(())
    }

    /// Where a text with this fingerprint is; nothing when it is no fingerprint, so that a record that somebody wrote
    /// leads nowhere else.
    fn text_path(&self, sha256: &str) -> Option<PathBuf> {
        let fingerprint = sha256.len() == 64 && sha256.bytes().all(|byte| byte.is_ascii_hexdigit());
        fingerprint.then(|| self.folder.join(TEXTS[0]).join(TEXTS[1]).join(sha256))
    }
}

/// An entry as it is written now, or as the first versions wrote it: the SHA-256 alone.
fn entry(value: serde_json::Value) -> Option<Entry> {
    match value {
        serde_json::Value::String(sha256) => Some(Entry { sha256, ..Entry::default() }),
        value => serde_json::from_value(value).ok(),
    }
}

fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
