//! Making a document ready and putting it in its place: everything is written first, and then only names have to change.

use std::fs;
use std::path::Path;

use super::super::journal::Step;
use super::super::record::{Entry, hash};
use super::super::{WriteError, atomic, elsewhere, name};
use super::{Fresh, Outcome, Output, Plan, can_be_merged, taken};

/// A document of which everything is ready. In the folder nothing has changed yet, but that a person's own version of what they
/// asked to replace has a copy. What is dropped leaves nothing else.
#[derive(Debug)]
pub(super) struct Prepared {
    pub outcome: Outcome,
    /// What comes at `place`.
    file: Option<atomic::Ready>,
    place: String,
    /// What goes away, since it stands in another now.
    pub old_beside: Option<String>,
    steps: Vec<Step>,
}

impl Prepared {
    /// Nothing happens.
    fn nothing(outcome: Outcome) -> Prepared {
        Prepared { outcome, file: None, place: String::new(), old_beside: None, steps: Vec::new() }
    }
}

impl Output {
    /// As [`put`](Output::put) for each of these, in less time; one that fails stops no other. The turn must be taken.
    pub fn put_all(&mut self, files: &[Fresh], overwrite: bool) -> Vec<Result<Outcome, WriteError>> {
        self.complete_all(files.iter().map(|file| self.prepare(file, overwrite, None)).collect())
    }

    /// Everything that comes before the first change in the folder. The turn must be taken. What waits for its name does so in
    /// `room`, or beside its place.
    pub(super) fn prepare(&self, file: &Fresh, overwrite: bool, room: Option<&Path>) -> Result<Prepared, WriteError> {
        let Fresh { name, bytes, origin } = *file;
        name::check(name)?;
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
        if can_be_merged(name) && !origin.form {
            let path = self.folder.join(name);
            self.record.texts.keep(&made.sha256, bytes).map_err(|error| error.about(&path))?;
        }
        let old_beside = if made.ernaast.is_none() { self.old_beside(name)? } else { None };
        let there = sha256(after.as_deref().or(before.as_deref()).unwrap_or(bytes));
        steps.extend(old_beside.as_deref().map(Step::removed));
        steps.push(Step::written(name, &place, there, made));
        let file = after.map(|after| atomic::Ready::waiting(&self.folder.join(&place), &after, room));
        Ok(Prepared { outcome, file: file.transpose()?, place, old_beside, steps })
    }

    /// Puts what is ready in its place; one that fails stops no other.
    pub(super) fn complete_all(
        &self,
        mut prepared: Vec<Result<Prepared, WriteError>>,
    ) -> Vec<Result<Outcome, WriteError>> {
        // All at once where the system can; else that happens file by file, when their names change.
        let mut texts = self.record.texts.unsynced();
        atomic::to_disk(prepared.iter_mut().flatten().flat_map(|one| &mut one.file).chain(&mut texts));
        if let Some(texts) = texts {
            // A text that a power cut takes away can be missed: then there is nothing to put together.
            let _ = texts.put();
        }
        let announced = self.record.announce(prepared.iter().flatten().flat_map(|one| &one.steps)).is_ok();
        let one_by_one = |one: Prepared| {
            // What could not be written down for all of them is tried for each, so that each has its own error.
            if !announced {
                self.record.announce(&one.steps)?;
            }
            self.complete(one)
        };
        prepared.into_iter().map(|one| one_by_one(one?)).collect()
    }

    /// Changes names, as was announced.
    fn complete(&self, prepared: Prepared) -> Result<Outcome, WriteError> {
        let Prepared { outcome, file, place, old_beside, steps, .. } = prepared;
        if let Some(file) = file {
            // What was not there is not open.
            if outcome != Outcome::New {
                elsewhere::check(&self.folder, &place)?;
            }
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

    /// The name of what wep put beside this file earlier, when nobody changed that: now it stands in the file itself.
    fn old_beside(&self, name: &str) -> Result<Option<String>, WriteError> {
        let Some(beside) = self.beside(name) else { return Ok(None) };
        let ours = match self.current(&beside)? {
            None => true,
            Some(there) => self.record.get(&beside).is_some_and(|made| made.is_of(&there)),
        };
        Ok(ours.then_some(beside))
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
