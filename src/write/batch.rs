//! Files that are ready to be put in a folder for documents together: everything is written, and only names have to change.

use super::journal::Step;
use super::output::Outcome;
use super::{WriteError, atomic};

/// A document of which everything is ready.
#[derive(Debug)]
pub(super) struct Prepared {
    pub outcome: Outcome,
    /// Its text as wep made it, for a later time.
    pub text: Option<atomic::Ready>,
    /// What comes at `place`.
    pub file: Option<atomic::Ready>,
    pub place: String,
    /// What goes away.
    pub old_beside: Option<String>,
    pub steps: Vec<Step>,
}

impl Prepared {
    /// Nothing happens.
    pub fn nothing(outcome: Outcome) -> Prepared {
        Prepared { outcome, text: None, file: None, place: String::new(), old_beside: None, steps: Vec::new() }
    }
}

/// Files of which everything is ready, in their order. In the folder nothing has changed yet, but that a person's own version of
/// what they asked to replace has a copy. What is dropped leaves nothing else.
#[derive(Debug)]
pub struct Batch(pub(super) Vec<Result<Prepared, WriteError>>);

impl Batch {
    /// What will come of each; nothing for what could not be made ready.
    pub fn outcomes(&self) -> impl Iterator<Item = Option<&Outcome>> {
        self.0.iter().map(|one| one.as_ref().ok().map(|one| &one.outcome))
    }

    /// The names of files that will go away, since what stood in them comes into another.
    pub fn leaving(&self) -> impl Iterator<Item = &str> {
        self.0.iter().flatten().filter_map(|one| one.old_beside.as_deref())
    }

    /// Brings all of it to the disk at once, where the system can; else that happens file by file, when their names change.
    pub fn to_disk(&mut self) {
        atomic::to_disk(self.0.iter_mut().flatten().flat_map(|one| one.text.iter_mut().chain(&mut one.file)));
    }

    /// These, and others of the same folder behind them.
    pub fn and(mut self, others: Batch) -> Batch {
        self.0.extend(others.0);
        self
    }
}
