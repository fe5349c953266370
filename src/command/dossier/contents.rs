//! The folder of one dossier while it is being filled: what happened to each file, and what lies there.

use std::collections::BTreeMap;

use wep::export::index::{Listed, State};
use wep::write::{Outcome, Output};

use super::account::Account;
use crate::cli::WriteOptions;
use crate::command::making;

pub struct Contents {
    pub output: Output,
    pub account: Account,
    /// Dry run, overwrite.
    how: (bool, bool),
    /// What is in the folder because of this run.
    states: BTreeMap<String, State>,
}

impl Contents {
    pub fn new(output: Output, options: &WriteOptions, account: Account) -> Contents {
        Contents { output, account, how: (options.dry_run, options.overwrite), states: BTreeMap::new() }
    }

    /// Writes one file, unless it may not be, and puts it in the account either way.
    pub fn put(&mut self, name: &str, bytes: &[u8]) {
        match making::put(&mut self.output, name, bytes, self.how) {
            Ok(outcome) => {
                let state = if outcome == Outcome::Kept { State::Edited } else { State::Current };
                self.states.insert(name.to_owned(), state);
                self.account.outcome(name, outcome);
            }
            Err(error) => self.account.refused(name, error.into()),
        }
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
