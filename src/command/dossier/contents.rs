//! The folder of one dossier while it is being filled: what happened to each file, and what lies there.

use std::collections::{BTreeMap, BTreeSet};

use wep::export::index::{self, Listed, State};
use wep::write::{Given, Outcome, Output, WriteError};

use super::account::Account;
use super::desk::{Accepted, Course, Desk};
use crate::cli::WriteOptions;
use crate::command::making;
use crate::command::making::deliver::{Delivered, How};
use crate::command::making::files::Made;
use crate::command::turn;
use crate::exit::Failure;
use crate::screen::Screen;

pub struct Contents {
    output: Output,
    account: Account,
    how: How,
    /// Why nothing can be written.
    refused: Option<Failure>,
}

impl Contents {
    /// Takes the turn in the folder, when something is to be written there.
    pub fn new(mut output: Output, options: &WriteOptions, account: Account, screen: Screen) -> Contents {
        let how = making::how(options);
        let turn = if how.dry_run { Ok(()) } else { turn::take_output(&mut output, screen) };
        Contents { output, account, how, refused: turn.err().map(Failure::from) }
    }

    /// Lets `make` make files, for which there is a desk, and `page` the page about all that then lies in the folder. What
    /// becomes of each file is in the account.
    pub fn fill(
        &mut self,
        make: impl FnOnce(&Output, &Desk, &mut Account) -> Vec<Result<Accepted, Failure>>,
        page: impl Fn(&[Listed]) -> Result<Made, Failure>,
    ) {
        let Contents { output, account, how, refused } = self;
        let work = |desk: &Desk| {
            let files = make(output, desk, account);
            let expected = files.iter().flatten().fold(Listing::default(), Listing::and);
            (files, page(&expected.listed(output)).map(|page| desk.accept(page)))
        };
        let ((files, told), placed) = match refused {
            Some(failure) => (work(&Desk::Refusing(failure.clone())), Vec::new()),
            None if how.dry_run => (work(&Desk::Foretelling(output, *how)), Vec::new()),
            None => output.writing(how.overwrite, |writer| work(&Desk::Writing(writer))),
        };
        let mut placed: Vec<Placed> = placed.into_iter().map(Some).collect();
        // From here on, what has come of it counts.
        let mut there = Listing::default();
        let mut all = true;
        for file in files {
            match file {
                Ok(file) => all &= settle(file, &mut placed, &mut there, account),
                Err(failure) => account.failed(failure),
            }
        }
        let told = match told {
            // It tells of files that did not come there after all.
            Ok(_) if !all => page(&there.listed(output)).map(|page| {
                let (again, results) = output.writing(how.overwrite, |writer| Desk::Writing(writer).accept(page));
                placed = results.into_iter().map(Some).collect();
                again
            }),
            told => told,
        };
        match told {
            Ok(page) => {
                settle(page, &mut placed, &mut there, account);
            }
            Err(failure) => account.failed(failure),
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
}

/// What came of a file that was put in its place, until it is told.
type Placed = Option<Result<Outcome, WriteError>>;

/// Tells what has come of a file. Answers no when it was ready, and did not come in its place.
fn settle(file: Accepted, placed: &mut [Placed], there: &mut Listing, account: &mut Account) -> bool {
    let Accepted { name, missing, course } = file;
    account.missing(&name, &missing);
    let (result, was_ready) = match course {
        Course::Same => (Ok(Delivered::of(Outcome::Same)), false),
        Course::Known(result) => (result, false),
        Course::Underway(Given { number, outcome, .. }) => {
            let placed = placed.get_mut(number).and_then(Option::take).unwrap_or(Ok(outcome));
            (placed.map(Delivered::of).map_err(Failure::from), true)
        }
    };
    match result {
        Ok(delivered) => {
            there.note(&name, &delivered.outcome);
            account.delivered(&name, delivered);
            true
        }
        Err(failure) => {
            account.refused(&name, failure);
            !was_ready
        }
    }
}

/// What lies in a folder because of this run.
#[derive(Default)]
struct Listing {
    states: BTreeMap<String, State>,
    /// What is still there, and will not be when this run has ended.
    leaving: BTreeSet<String>,
}

impl Listing {
    /// With this file, as it will be.
    fn and(mut self, file: &Accepted) -> Listing {
        file.outcome().into_iter().for_each(|outcome| self.note(&file.name, outcome));
        self.leaving.extend(file.leaving().map(str::to_owned));
        self
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
    fn listed(&self, output: &Output) -> Vec<Listed> {
        let earlier = |name: String| {
            let state = if output.made(&name) { State::Older } else { State::Foreign };
            (name, state)
        };
        let there = output.files().into_iter().filter(|name| !self.leaving.contains(name));
        let mut all: BTreeMap<String, State> = there.map(earlier).collect();
        all.extend(self.states.clone());
        // The overview does not list its own new version: with it, every run would make another one.
        output.beside(index::FILE).map(|beside| all.remove(&beside));
        all.into_iter().map(|(name, state)| Listed { name, state }).collect()
    }
}
