//! The folder for documents: what wep made there is made anew, and what a person did by hand is never lost.

use std::borrow::Cow;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::batch::{Batch, Prepared};
use super::journal::Step;
use super::lock::{Holder, Lock};
use super::merge::{self, Merged};
use super::record::{Entry, Origin, RECORD, Record, hash};
use super::{WriteError, atomic, elsewhere, folder, inside, name};

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
        let names =
            entries.filter(|entry| entry.path().is_file()).filter_map(|entry| entry.file_name().into_string().ok());
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
    pub fn beside(&self, name: &str) -> Option<&str> {
        self.record.get(name)?.ernaast.as_deref()
    }

    /// The text of a file as wep made it last, when it can be merged.
    pub fn made_text(&self, name: &str) -> Option<String> {
        self.record.text(self.record.get(name)?)
    }

    /// What [`put`](Output::put) would do, without doing it.
    pub fn plan<'a>(&self, name: &str, bytes: &'a [u8], overwrite: bool) -> Result<Plan<'a>, WriteError> {
        let Some(old) = self.current(name)? else { return Ok(Plan::new(Outcome::New, None, Some(bytes))) };
        if old == bytes {
            return Ok(Plan::new(Outcome::Same, Some(old), None));
        }
        let made = self.record.get(name);
        if made.is_some_and(|made| made.is_of(&old)) {
            return Ok(Plan::new(Outcome::Changed, Some(old), Some(bytes)));
        }
        if overwrite {
            let free = (1..).map(|number| name::kept(name, number)).find(|kept| !taken(&self.folder.join(kept)));
            let outcome = Outcome::Replaced { kept_as: free.unwrap_or_default() };
            return Ok(Plan::new(outcome, Some(old), Some(bytes)));
        }
        self.plan_edited(name, bytes, old, made)
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
                let base = made.and_then(|made| self.record.text(made));
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
        let prepared = self.with_text(self.prepare(name, bytes, origin, overwrite)?)?;
        self.record.announce(&prepared.steps)?;
        self.complete(prepared)
    }

    /// As [`put`](Output::put) for each of these, in less time; one that fails stops no other. The turn must be taken.
    pub fn put_all(&mut self, files: &[Fresh], overwrite: bool) -> Vec<Result<Outcome, WriteError>> {
        let mut batch = self.prepare_all(files, overwrite);
        batch.to_disk();
        self.complete_all(batch)
    }

    /// Makes these files ready. The turn must be taken, and kept until they are in their place.
    pub fn prepare_all(&self, files: &[Fresh], overwrite: bool) -> Batch {
        let one = |file: &Fresh| {
            name::check(file.name)?;
            self.prepare(file.name, file.bytes, file.origin, overwrite)
        };
        Batch(match files.len() {
            // So few are not worth waking threads for.
            0..atomic::MANY => files.iter().map(one).collect(),
            _ => files.par_iter().map(one).collect(),
        })
    }

    /// Puts what is ready in its place; one that fails stops no other.
    pub fn complete_all(&mut self, Batch(prepared): Batch) -> Vec<Result<Outcome, WriteError>> {
        let prepared: Vec<Result<Prepared, WriteError>> =
            prepared.into_iter().map(|one| self.with_text(one?)).collect();
        let announced = self.record.announce(prepared.iter().flatten().flat_map(|one| &one.steps)).is_ok();
        let mut one_by_one = |one: Prepared| {
            // What could not be written down for all of them is tried for each, so that each has its own error.
            if !announced {
                self.record.announce(&one.steps)?;
            }
            self.complete(one)
        };
        prepared.into_iter().map(|one| one_by_one(one?)).collect()
    }

    /// Everything that comes before the first change in the folder.
    fn prepare(&self, name: &str, bytes: &[u8], origin: Origin, overwrite: bool) -> Result<Prepared, WriteError> {
        let Plan { mut outcome, before, after } = self.plan(name, bytes, overwrite)?;
        let mut made = Entry::new(bytes, origin);
        // Mostly these are the bytes, of which it is known already.
        let known = made.sha256.clone();
        let sha256 = |there: &[u8]| if there == bytes { known.clone() } else { hash(there) };
        let mut steps = Vec::new();
        let mut place = name.to_owned();
        match &mut outcome {
            // What is new is not in it: the next time begins where this one did.
            Outcome::Unresolved => return Ok(Prepared::nothing(outcome)),
            Outcome::Beside { name: beside } => {
                // What waits is still there as it was.
                if let Some(after) = &after {
                    steps.push(Step::written(beside, beside, sha256(after), made.clone()));
                    place = beside.clone();
                }
                made.ernaast = Some(beside.clone());
            }
            Outcome::Replaced { kept_as } => {
                atomic::refuse_read_only(&self.folder.join(name))?;
                elsewhere::check(&self.folder, name)?;
                *kept_as = self.keep_aside(name)?;
            }
            _ => {}
        }
        // Without the text that it began with, a form that somebody filled in is left as it is.
        let mut text = None;
        if can_be_merged(name) && !origin.form {
            let path = self.folder.join(name);
            text = self.record.new_text(&made.sha256, bytes).map_err(|error| error.about(&path))?;
        }
        let old_beside = if made.ernaast.is_none() { self.old_beside(name)? } else { None };
        let there = sha256(after.as_deref().or(before.as_deref()).unwrap_or(bytes));
        steps.extend(old_beside.as_deref().map(Step::removed));
        steps.push(Step::written(name, &place, there, made));
        let file = after.map(|after| atomic::Ready::of(&self.folder.join(&place), &after)).transpose()?;
        Ok(Prepared { outcome, text, file, place, old_beside, steps })
    }

    /// With its text in place: the record may name that from here on.
    fn with_text(&self, mut prepared: Prepared) -> Result<Prepared, WriteError> {
        if let Some(text) = prepared.text.take() {
            text.put().map_err(|error| error.about(&self.folder.join(&prepared.place)))?;
        }
        Ok(prepared)
    }

    /// Changes names, as was announced.
    fn complete(&mut self, prepared: Prepared) -> Result<Outcome, WriteError> {
        let Prepared { outcome, file, place, old_beside, steps, .. } = prepared;
        if let Some(file) = file {
            elsewhere::check(&self.folder, &place)?;
            file.put()?;
        }
        if let Some(beside) = old_beside.map(|beside| self.folder.join(beside))
            && beside.is_file()
        {
            fs::remove_file(&beside).map_err(WriteError::io(&beside))?;
        }
        self.record.learn(steps);
        Ok(outcome)
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

    /// The name of what wep put beside this file earlier, when nobody changed that: now it stands in the file itself.
    fn old_beside(&self, name: &str) -> Result<Option<String>, WriteError> {
        let Some(beside) = self.record.get(name).and_then(|made| made.ernaast.clone()) else { return Ok(None) };
        let ours = match self.current(&beside)? {
            None => true,
            Some(there) => self.record.get(&beside).is_some_and(|made| made.is_of(&there)),
        };
        Ok(ours.then_some(beside))
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

    /// Copies the edited file to the first free name beside it.
    fn keep_aside(&self, name: &str) -> Result<String, WriteError> {
        let old = atomic::read(&self.folder.join(name))?.unwrap_or_default();
        let mut number = 1;
        loop {
            let kept = name::kept(name, number);
            if !taken(&self.folder.join(&kept)) && atomic::write_new(&self.folder.join(&kept), &old)? {
                return Ok(kept);
            }
            number += 1;
        }
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
