//! The folder of one dossier while it is being filled: what happened to each file, and what lies there.

use std::collections::BTreeMap;

use wep::export::index::{Listed, State};
use wep::write::{Origin, Outcome, Output};

use super::account::Account;
use crate::cli::WriteOptions;
use crate::command::making;
use crate::command::making::deliver::{How, put};

pub struct Contents {
    pub output: Output,
    pub account: Account,
    how: How,
    /// What is in the folder because of this run.
    states: BTreeMap<String, State>,
}

impl Contents {
    pub fn new(output: Output, options: &WriteOptions, account: Account) -> Contents {
        Contents { output, account, how: making::how(options), states: BTreeMap::new() }
    }

    /// Writes one file, unless it may not be, and puts it in the account either way.
    pub fn put(&mut self, name: &str, bytes: &[u8], origin: Origin) {
        match put(&mut self.output, name, bytes, origin, self.how) {
            Ok(delivered) => {
                self.note(name, &delivered.outcome);
                self.account.delivered(name, delivered);
            }
            Err(error) => self.account.refused(name, error.into()),
        }
    }

    fn note(&mut self, name: &str, outcome: &Outcome) {
        let state = match outcome {
            Outcome::New | Outcome::Changed | Outcome::Same | Outcome::Replaced { .. } => State::Current,
            Outcome::Own | Outcome::Merged | Outcome::Conflict { .. } | Outcome::Unresolved => State::Edited,
            Outcome::Beside { name } => {
                self.states.insert(name.clone(), State::Beside);
                State::Edited
            }
        };
        self.states.insert(name.to_owned(), state);
    }

    /// Everything that lies in the folder, or would after a dry run, sorted by name.
    pub fn listed(&self) -> Vec<Listed> {
        let earlier = |name: String| {
            let state = if self.output.made(&name) { State::Older } else { State::Foreign };
            (name, state)
        };
        let mut all: BTreeMap<String, State> = self.output.files().into_iter().map(earlier).collect();
        all.extend(self.states.clone());
        all.into_iter().map(|(name, state)| Listed { name, state }).collect()
    }
}
