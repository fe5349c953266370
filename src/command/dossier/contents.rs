//! The folder of one dossier while it is being filled: what happened to each file, and what lies there.

use std::collections::{BTreeMap, BTreeSet};

use wep::export::index::{self, Listed, State};
use wep::write::{Fresh, Outcome, Output};

use super::account::Account;
use crate::cli::WriteOptions;
use crate::command::making;
use crate::command::making::deliver::{Delivered, How, put_all};
use crate::command::making::files::Made;
use crate::command::turn;
use crate::exit::Failure;
use crate::screen::Screen;

pub struct Contents {
    pub output: Output,
    pub account: Account,
    how: How,
    screen: Screen,
    /// What is in the folder because of this run.
    states: BTreeMap<String, State>,
    /// What is still there, and will not be when this run has ended.
    leaving: BTreeSet<String>,
}

impl Contents {
    pub fn new(output: Output, options: &WriteOptions, account: Account, screen: Screen) -> Contents {
        let how = making::how(options);
        Contents { output, account, how, screen, states: BTreeMap::new(), leaving: BTreeSet::new() }
    }

    /// Writes these files, unless they may not be, and the page about all that then lies in the folder. Each is in the account
    /// either way. What stands there already is left.
    pub fn put_all(&mut self, made: &[Made], page: impl Fn(&Contents) -> Result<Made, Failure> + Sync) {
        if self.how.dry_run {
            self.put(made);
            return self.put_page(page);
        }
        if let Err(error) = turn::take_output(&mut self.output, self.screen) {
            // When another run keeps the turn, waiting again would take long.
            let failure = Failure::from(error);
            self.account_of(made, made.iter().filter_map(Made::fresh).map(|_| Err(failure.clone())).collect());
            return self.account.refused(index::FILE, failure);
        }
        let fresh: Vec<Fresh> = made.iter().filter_map(Made::fresh).collect();
        let mut batch = self.output.prepare_all(&fresh, self.how.overwrite);
        let mut outcomes = batch.outcomes();
        for Made { name, rendered, .. } in made {
            let outcome = if rendered.is_some() { outcomes.next().flatten() } else { Some(&Outcome::Same) };
            outcome.into_iter().for_each(|outcome| self.note(name, outcome));
        }
        drop(outcomes);
        self.leaving = batch.leaving().map(str::to_owned).collect();
        // What the page tells is known, and the disk takes its time.
        let (told, ()) = rayon::join(|| page(self), || batch.to_disk());
        if let Some(file) = told.as_ref().ok().and_then(Made::fresh) {
            batch = batch.and(self.output.prepare_all(&[file], self.how.overwrite));
        }
        let results = self.output.complete_all(batch).into_iter();
        let mut results: Vec<_> = results.map(|one| one.map(Delivered::of).map_err(Failure::from)).collect();
        let of_page = results.split_off(fresh.len());
        let all = results.iter().all(Result::is_ok);
        // From here on, what has come of it counts.
        self.states.clear();
        self.leaving.clear();
        self.account_of(made, results);
        match told {
            Ok(told) if all => self.account_of(&[told], of_page),
            // It tells of files that did not come there after all.
            Ok(_) => self.put_page(page),
            Err(failure) => self.account.failed(failure),
        }
    }

    fn put_page(&mut self, page: impl Fn(&Contents) -> Result<Made, Failure>) {
        match page(self) {
            Ok(page) => self.put(&[page]),
            Err(failure) => self.account.failed(failure),
        }
    }

    fn put(&mut self, made: &[Made]) {
        let fresh: Vec<Fresh> = made.iter().filter_map(Made::fresh).collect();
        let results = match put_all(&mut self.output, &fresh, self.how, self.screen).map_err(Failure::from) {
            Ok(results) => results.into_iter().map(|result| result.map_err(Failure::from)).collect(),
            Err(failure) => fresh.iter().map(|_| Err(failure.clone())).collect(),
        };
        self.account_of(made, results);
    }

    /// Tells what became of these files; `results` has those that did not stand there already.
    fn account_of(&mut self, made: &[Made], results: Vec<Result<Delivered, Failure>>) {
        let mut results = results.into_iter();
        for Made { name, rendered, .. } in made {
            let same = || Ok(Delivered::of(Outcome::Same));
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
        let there = self.output.files().into_iter().filter(|name| !self.leaving.contains(name));
        let mut all: BTreeMap<String, State> = there.map(earlier).collect();
        all.extend(self.states.clone());
        // The overview does not list its own new version: with it, every run would make another one.
        self.output.beside(index::FILE).map(|beside| all.remove(beside));
        all.into_iter().map(|(name, state)| Listed { name, state }).collect()
    }
}
