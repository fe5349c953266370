//! The folder for documents: what wep made there is made anew, and what a person did by hand is never lost.

mod placing;
mod writer;

use std::borrow::Cow;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::lock::{Holder, Lock};
use super::merge::{self, Merged};
use super::record::{Entry, Origin, RECORD, Record};
use super::{WriteError, atomic, folder, inside, name};

pub use self::writer::{Given, TOGETHER, Writer};

/// How long a single file waits for the turn: no longer than another run needs to end.
const MOMENT: Duration = Duration::from_secs(2);

/// A folder for documents with its record. From its first write until it is dropped, no other run writes there.
#[derive(Debug)]
pub struct Output {
    folder: PathBuf,
    /// The folder that it may not lead out of.
    home: Option<PathBuf>,
    record: Record,
    /// Held while this run writes.
    lock: Option<Lock>,
}

/// What happens, or would happen, to one document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Outcome {
    /// It was not there before.
    New,
    /// It replaces what wep wrote earlier.
    Changed,
    /// It is there already, just so.
    Same,
    /// Someone edited it, and since wep made it there is nothing new for it: it stays as it is.
    Own,
    /// Someone edited it: their edits and what is new now stand in it together.
    Merged,
    /// The same, but in this many places both changed the same lines. There both stand, between marks.
    Conflict { places: usize },
    /// Someone edited it, and marks of an earlier time still stand in it: it stays as it is.
    Unresolved,
    /// Someone edited it: it stays as it is, and what is new stands beside it under this name.
    Beside { name: String },
    /// Someone edited it and asked to replace it: their version stays beside it under this name.
    Replaced { kept_as: String },
}

impl Outcome {
    /// The file is not what wep makes now until a person has looked at it.
    pub fn asks_a_person(&self) -> bool {
        matches!(self, Outcome::Conflict { .. } | Outcome::Unresolved | Outcome::Beside { .. })
    }
}

/// What comes of one document, before anything is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan<'a> {
    pub outcome: Outcome,
    /// What stands in the file now.
    pub before: Option<Vec<u8>>,
    /// What is new: the whole file after this, or for [`Outcome::Beside`] the one beside it. Nothing when no file changes.
    pub after: Option<Cow<'a, [u8]>>,
}

impl<'a> Plan<'a> {
    fn new(outcome: Outcome, before: Option<Vec<u8>>, after: Option<&'a [u8]>) -> Plan<'a> {
        Plan { outcome, before, after: after.map(Cow::Borrowed) }
    }
}

/// A file as wep makes it now.
#[derive(Debug, Clone, Copy)]
pub struct Fresh<'a> {
    pub name: &'a str,
    pub bytes: &'a [u8],
    pub origin: Origin<'a>,
}

impl Output {
    /// Looks at the folder; it need not exist and nothing is made. A record that cannot be read counts as empty: then
    /// every file on disk counts as edited.
    pub fn open(folder: impl Into<PathBuf>) -> Output {
        let folder = folder.into();
        let record = Record::read(&folder);
        Output { folder, home: None, record, lock: None }
    }

    /// As [`open`](Output::open), for a folder that must stay inside another one, also by symbolic links.
    pub fn open_inside(home: &Path, folder: impl Into<PathBuf>) -> Output {
        let mut output = Output::open(folder);
        output.home = Some(home.to_owned());
        output
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// What stands in a file now; nothing when it is not there.
    pub fn current(&self, name: &str) -> Result<Option<Vec<u8>>, WriteError> {
        name::check(name)?;
        let path = self.folder.join(name);
        match path.symlink_metadata() {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Ok(found) if found.is_symlink() => inside::check(&self.folder, &path)?,
            _ => {}
        }
        atomic::read(&path)
    }

    /// The names of the files in the folder that a person sees there, without those of folders. A name that is no Unicode
    /// cannot be told, and is left out.
    pub fn files(&self) -> Vec<String> {
        let entries = fs::read_dir(&self.folder).into_iter().flatten().flatten();
        // Of a link, what it leads to counts.
        let is_file = |entry: &fs::DirEntry| match entry.file_type() {
            Ok(kind) if kind.is_symlink() => entry.path().is_file(),
            kind => kind.is_ok_and(|kind| kind.is_file()),
        };
        let names = entries.filter(is_file).filter_map(|entry| entry.file_name().into_string().ok());
        names.filter(|name| !name.starts_with(['.', '~']) && !folder::is_system_file(name)).collect()
    }

    /// wep made a file by this name, as it is now or earlier.
    pub fn made(&self, name: &str) -> bool {
        self.record.get(name).is_some()
    }

    /// A file that wep made of just this stands there as wep made it, so that making it again would change nothing.
    pub fn is_made_of(&self, name: &str, source: [u8; 32]) -> bool {
        let made = self.record.get(name).filter(|made| made.is_made_of(source));
        made.is_some_and(|made| matches!(self.current(name), Ok(Some(there)) if made.is_of(&there)))
    }

    /// The file beside this one in which its new version waits, when somebody edited it.
    pub fn beside(&self, name: &str) -> Option<String> {
        self.record.get(name)?.ernaast
    }

    /// The text of a file as wep made it last, when it can be merged.
    pub fn made_text(&self, name: &str) -> Option<String> {
        self.record.texts.get(&self.record.get(name)?.sha256)
    }

    /// What [`put`](Output::put) would do, without doing it.
    pub fn plan<'a>(&self, name: &str, bytes: &'a [u8], overwrite: bool) -> Result<Plan<'a>, WriteError> {
        let Some(old) = self.current(name)? else { return Ok(Plan::new(Outcome::New, None, Some(bytes))) };
        if old == bytes {
            return Ok(Plan::new(Outcome::Same, Some(old), None));
        }
        let made = self.record.get(name);
        if made.as_ref().is_some_and(|made| made.is_of(&old)) {
            return Ok(Plan::new(Outcome::Changed, Some(old), Some(bytes)));
        }
        if overwrite {
            let free = (1..).map(|number| name::kept(name, number)).find(|kept| !taken(&self.folder.join(kept)));
            let outcome = Outcome::Replaced { kept_as: free.unwrap_or_default() };
            return Ok(Plan::new(outcome, Some(old), Some(bytes)));
        }
        self.plan_edited(name, bytes, old, made.as_ref())
    }

    /// For a file that someone edited, or that wep did not make.
    fn plan_edited<'a>(
        &self,
        name: &str,
        bytes: &'a [u8],
        old: Vec<u8>,
        made: Option<&Entry>,
    ) -> Result<Plan<'a>, WriteError> {
        let text = std::str::from_utf8(&old).ok().filter(|_| can_be_merged(name));
        if text.is_some_and(merge::has_marks) {
            return Ok(Plan::new(Outcome::Unresolved, Some(old), None));
        }
        // As long as what was put beside it is there, the person has not dealt with that yet.
        let waiting = made.and_then(|made| made.ernaast.as_ref()).filter(|beside| taken(&self.folder.join(beside)));
        let nothing_new = made.is_some_and(|made| made.is_of(bytes));
        match waiting {
            Some(beside) if nothing_new => {
                return Ok(Plan::new(Outcome::Beside { name: beside.clone() }, Some(old), None));
            }
            None if nothing_new => return Ok(Plan::new(Outcome::Own, Some(old), None)),
            Some(_) => {}
            None => {
                let base = made.and_then(|made| self.record.texts.get(&made.sha256));
                let new = std::str::from_utf8(bytes).ok();
                if let (Some(base), Some(mine), Some(new)) = (base, text, new)
                    && let Some(Merged { text, places }) = merge::merge(&base, mine, new)
                {
                    let outcome = match places {
                        _ if text == mine => return Ok(Plan::new(Outcome::Own, Some(old), None)),
                        0 => Outcome::Merged,
                        places => Outcome::Conflict { places },
                    };
                    let after = Some(Cow::Owned(text.into_bytes()));
                    return Ok(Plan { outcome, before: Some(old), after });
                }
            }
        }
        let mut number = 1;
        loop {
            let beside = name::beside(name, number);
            let free = match self.current(&beside)? {
                None => true,
                Some(there) => there == bytes || self.record.get(&beside).is_some_and(|made| made.is_of(&there)),
            };
            if free {
                return Ok(Plan::new(Outcome::Beside { name: beside }, Some(old), Some(bytes)));
            }
            number += 1;
        }
    }

    /// Writes a document, so that nothing is lost of what someone did by hand.
    ///
    /// # Errors
    /// When the name cannot be that of a file, and when the machine refuses.
    pub fn put(&mut self, name: &str, bytes: &[u8], origin: Origin, overwrite: bool) -> Result<Outcome, WriteError> {
        name::check(name)?;
        self.take_turn("wep", MOMENT, &mut |_| {})?;
        self.put_all(&[Fresh { name, bytes, origin }], overwrite).pop().unwrap_or(Ok(Outcome::Same))
    }

    /// Ends the writing: the record says what was made, and another run may begin. Without it, dropping does the same and
    /// says nothing.
    ///
    /// # Errors
    /// When the machine refuses. The next run then finds out by itself what was made.
    pub fn finish(mut self) -> Result<(), WriteError> {
        self.save()
    }

    fn save(&mut self) -> Result<(), WriteError> {
        if self.lock.is_none() {
            return Ok(());
        }
        if !self.record.save()? {
            atomic::sync_folder(&self.folder.join(RECORD));
        }
        self.lock = None;
        Ok(())
    }

    /// Takes the turn to write, unless this run has it already: the folder is there, no other run is busy in it, and the
    /// record is what that run left. `command`, `patience` and `waiting` are those of [`Lock::take`].
    ///
    /// # Errors
    /// When another run keeps it, when the folder leads out of where it should be, and when the machine refuses.
    pub fn take_turn(
        &mut self,
        command: &str,
        patience: Duration,
        waiting: &mut dyn FnMut(Option<&Holder>),
    ) -> Result<(), WriteError> {
        if self.lock.is_some() {
            return Ok(());
        }
        if let Some(home) = &self.home {
            inside::check(home, &self.folder)?;
        }
        fs::create_dir_all(&self.folder).map_err(WriteError::io(&self.folder))?;
        // Before anything is made: without a record nobody would know that wep made it.
        inside::check(&self.folder, &self.folder.join(RECORD))?;
        self.lock = Some(Lock::take(&self.folder, command, patience, waiting)?);
        self.record = Record::read(&self.folder);
        Ok(())
    }
}

impl Drop for Output {
    fn drop(&mut self) {
        // The journal keeps what could not be saved.
        let _ = self.save();
    }
}

fn taken(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

/// Only a text of which every line stands by itself comes out whole when lines of two versions are put together.
fn can_be_merged(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|extension| extension == "md" || extension == "hbs")
}
