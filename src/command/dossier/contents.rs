//! The folder of one dossier while it is being filled: what happened to each file, and what lies there.

use std::collections::BTreeMap;

use wep::export::index::{self, Listed, State};
use wep::write::{Origin, Outcome, Output, WriteError};

use super::account::Account;
use crate::cli::WriteOptions;
use crate::command::making;
use crate::command::making::deliver::{Delivered, How, put};
use crate::exit::Failure;
use crate::screen::Screen;

pub struct Contents {
    pub output: Output,
    pub account: Account,
    how: How,
    screen: Screen,
    /// Another run keeps the turn: waiting again for every file would take hours.
    stuck: Option<Failure>,
    /// What is in the folder because of this run.
    states: BTreeMap<String, State>,
}

impl Contents {
    pub fn new(output: Output, options: &WriteOptions, account: Account, screen: Screen) -> Contents {
        Contents { output, account, how: making::how(options), screen, stuck: None, states: BTreeMap::new() }
    }

    /// Writes one file, unless it may not be, and puts it in the account either way.
    pub fn put(&mut self, name: &str, bytes: &[u8], origin: Origin) {
        if let Some(failure) = &self.stuck {
            return self.account.refused(name, failure.clone());
        }
        match put(&mut self.output, name, bytes, origin, self.how, self.screen) {
            Ok(delivered) => {
                self.note(name, &delivered.outcome);
                self.account.delivered(name, delivered);
            }
            Err(error) => {
                let busy = matches!(error, WriteError::Busy { .. });
                let failure = Failure::from(error);
                self.stuck = busy.then(|| failure.clone());
                self.account.refused(name, failure);
            }
        }
    }

    /// A file stands there already, just as it would be made.
    pub fn leave(&mut self, name: &str) {
        let delivered = Delivered { outcome: Outcome::Same, difference: String::new() };
        self.note(name, &delivered.outcome);
        self.account.delivered(name, delivered);
    }

    /// Ends the writing. What comes of it is in the account.
    pub fn finish(self) -> Account {
        let Contents { output, mut account, .. } = self;
        if let Err(error) = output.finish() {
            // A disk that refused a document refuses this too; that is told already.
            account.refused_at_the_end(error.into());
        }
        account
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
        // The overview does not list its own new version: with it, every run would make another one.
        self.output.beside(index::FILE).map(|beside| all.remove(beside));
        all.into_iter().map(|(name, state)| Listed { name, state }).collect()
    }
}
