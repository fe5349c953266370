//! The folder of one dossier while it is being filled: what happened to each file, and what lies there.

use std::collections::BTreeMap;

use wep::export::index::{self, Listed, State};
use wep::write::{Fresh, Outcome, Output};

use super::account::Account;
use crate::cli::WriteOptions;
use crate::command::making;
use crate::command::making::deliver::{Delivered, How, put_all};
use crate::command::making::files::Made;
use crate::exit::Failure;
use crate::screen::Screen;

pub struct Contents {
    pub output: Output,
    pub account: Account,
    how: How,
    screen: Screen,
    /// It does not come to writing. When another run keeps the turn, waiting again would take long.
    stuck: Option<Failure>,
    /// What is in the folder because of this run.
    states: BTreeMap<String, State>,
}

impl Contents {
    pub fn new(output: Output, options: &WriteOptions, account: Account, screen: Screen) -> Contents {
        Contents { output, account, how: making::how(options), screen, stuck: None, states: BTreeMap::new() }
    }

    /// Writes these files, unless they may not be, and puts each in the account either way. What stands there already is left.
    pub fn put_all(&mut self, made: &[Made]) {
        let fresh: Vec<Fresh> = made.iter().filter_map(Made::fresh).collect();
        let put = match &self.stuck {
            Some(failure) => Err(failure.clone()),
            None => put_all(&mut self.output, &fresh, self.how, self.screen).map_err(Failure::from),
        };
        let results: Vec<Result<Delivered, Failure>> = match put {
            Ok(results) => results.into_iter().map(|result| result.map_err(Failure::from)).collect(),
            Err(failure) => {
                self.stuck = Some(failure.clone());
                fresh.iter().map(|_| Err(failure.clone())).collect()
            }
        };
        let mut results = results.into_iter();
        for Made { name, rendered, .. } in made {
            let same = || Ok(Delivered { outcome: Outcome::Same, difference: String::new() });
            let result = rendered.as_ref().and_then(|_| results.next()).unwrap_or_else(same);
            match result {
                Ok(delivered) => {
                    self.note(name, &delivered.outcome);
                    self.account.delivered(name, delivered);
                }
                Err(failure) => self.account.refused(name, failure),
            }
            self.account.missing(name, rendered.as_ref().map_or(&[], |rendered| &rendered.missing_glyphs));
        }
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
