//! Many gemeenten at once: by as many runs of this program as there are processors, each on one of them.
//!
//! What typst remembers while it sets a document is one store for all threads of a program, and they wait for each other to
//! read and write it: a sixth of the time. Programs do not. Each gets an order on a line, and answers with an account on a line.

use std::collections::BTreeMap;
use std::io::{self, BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::{env, thread};

use serde::{Deserialize, Serialize};
use wep::model::Formaat;

use super::account::Account;
use super::gemeente;
use crate::cli::WriteOptions;
use crate::command::making::bar::Bar;
use crate::command::processors;
use crate::exit::{Exit, Failure};
use crate::screen::{self, Screen};

/// By this in its environment a run of this program knows that it is one of a crew. No option: nobody should find it.
const MARK: &str = "WEP_PLOEG";

/// With fewer for each processor, the last ones would take longer by themselves than shared.
const ENOUGH: usize = 4;

/// What one of the crew is to make.
#[derive(Serialize, Deserialize)]
struct Order {
    folder: PathBuf,
    formats: Vec<Formaat>,
    dry_run: bool,
    overwrite: bool,
}

/// How that went, and how many documents it were.
#[derive(Serialize, Deserialize)]
struct Answer {
    account: Account,
    documents: usize,
}

/// This run is one of a crew.
pub fn is_of_it() -> bool {
    env::var_os(MARK).is_some()
}

/// This program.
///
/// # Errors
/// When the system does not know which that is.
pub fn program() -> io::Result<Command> {
    env::current_exe().map(Command::new)
}

/// There is enough work for a crew of this many, and all of it can be told to one.
pub fn is_worth_it(folders: &[PathBuf], crew: usize) -> bool {
    crew > 1 && folders.len() >= crew * ENOUGH && folders.iter().all(|folder| folder.to_str().is_some())
}

/// Makes everything of the gemeenten in these folders with so many runs of `program`, and tells of each how that went, in order.
/// What a program that cannot be started would do, is done here.
pub fn make(
    folders: &[PathBuf],
    crew: usize,
    program: &(impl Fn() -> io::Result<Command> + Sync),
    options: &WriteOptions,
    bar: &Bar,
    screen: Screen,
    mut tell: impl FnMut(Account),
) {
    let next = AtomicUsize::new(0);
    thread::scope(|scope| {
        let (done, accounts) = mpsc::channel();
        for _ in 0..crew {
            let (done, next) = (done.clone(), &next);
            scope.spawn(move || {
                let mut member = Member::start(program, screen);
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some(folder) = folders.get(at) else { return };
                    let account = match &mut member {
                        Some(running) => {
                            let answer = running.make(folder, options).unwrap_or_else(|| {
                                member = Member::start(program, screen);
                                Answer { account: Account::of_failure(folder, stopped(folder)), documents: 0 }
                            });
                            bar.made(answer.documents);
                            answer.account
                        }
                        None => processors::on_all(|| gemeente::make(folder, options, bar, screen)),
                    };
                    bar.gemeente();
                    // Who listens does so to the end.
                    let _ = done.send((at, account));
                }
            });
        }
        drop(done);
        // One that takes long holds up what is told, not what is done.
        let (mut early, mut told) = (BTreeMap::new(), 0);
        for (at, account) in accounts {
            early.insert(at, account);
            while let Some(account) = early.remove(&told) {
                tell(account);
                told += 1;
            }
        }
    });
}

/// Makes what is ordered on the standard input, until there is nothing more.
///
/// # Errors
/// When nobody listens any more.
pub fn serve(screen: Screen) -> Result<Exit, Failure> {
    let refused = |error: io::Error| Failure::new(Exit::Refused, error.to_string(), "");
    for line in io::stdin().lock().lines() {
        let order = serde_json::from_str(&line.map_err(refused)?);
        let Order { folder, formats, dry_run, overwrite } = order.map_err(|error| refused(error.into()))?;
        let options = WriteOptions { formats, output: None, dry_run, overwrite };
        let bar = Bar::unseen();
        let account = processors::on_all(|| gemeente::make(&folder, &options, &bar, screen));
        let answer = serde_json::to_string(&Answer { account, documents: bar.done() });
        let answer = answer.map_err(|error| refused(error.into()))?;
        let mut out = io::stdout().lock();
        writeln!(out, "{answer}").and_then(|()| out.flush()).map_err(refused)?;
    }
    Ok(Exit::Good)
}

/// One of the crew.
struct Member {
    program: Child,
    orders: Option<ChildStdin>,
    answers: BufReader<ChildStdout>,
}

impl Member {
    /// Nothing where no program can be started.
    fn start(program: impl Fn() -> io::Result<Command>, screen: Screen) -> Option<Member> {
        let mut command = program().ok()?;
        // What it says comes out here, where colours are taken away again from what is no terminal.
        let colour = screen::stdout_has_colour() || screen::stderr_has_colour();
        command.args(["dossier", "--kleur", if colour { "altijd" } else { "nooit" }]);
        command.args(screen.quiet.then_some("--stil"));
        command.env(MARK, "1").env(processors::THREADS, "1").stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut program = command.spawn().ok()?;
        let (orders, answers) = (program.stdin.take(), program.stdout.take()?);
        Some(Member { program, orders, answers: BufReader::new(answers) })
    }

    /// Nothing when the program has stopped.
    fn make(&mut self, folder: &Path, options: &WriteOptions) -> Option<Answer> {
        let WriteOptions { formats, dry_run, overwrite, .. } = options.clone();
        let order = Order { folder: folder.to_owned(), formats, dry_run, overwrite };
        let mut line = serde_json::to_string(&order).ok()?;
        line.push('\n');
        self.orders.as_mut()?.write_all(line.as_bytes()).ok()?;
        let mut answer = String::new();
        self.answers.read_line(&mut answer).ok()?;
        serde_json::from_str(&answer).ok()
    }
}

impl Drop for Member {
    fn drop(&mut self) {
        // It ends by itself when no more orders can come.
        self.orders = None;
        let _ = self.program.wait();
    }
}

fn stopped(folder: &Path) -> Failure {
    let help =
        format!("Wat er al stond, is er nog. Probeer het met alleen deze gemeente: wep dossier {}", folder.display());
    Failure::new(Exit::Refused, "wep is bij deze gemeente onverwacht gestopt", help)
}

#[cfg(test)]
mod tests {
    use super::super::account::Told;
    use super::*;

    #[test]
    fn a_program_that_stops_costs_a_gemeente_and_no_more() {
        let folders: Vec<PathBuf> = (1..=5).map(|number| PathBuf::from(format!("gemeente-{number}"))).collect();
        // This program of tests knows of no dossier.
        let wrong = || {
            let mut command = program()?;
            command.arg("--list");
            Ok(command)
        };
        let screen = Screen { quiet: true, verbose: false };
        let mut told = Told::new(false, folders.len(), screen);
        let mut number = 0;
        make(&folders, 2, &wrong, &WriteOptions::default(), &Bar::unseen(), screen, |account| {
            number += 1;
            told.gemeente(account);
        });
        assert_eq!(number, folders.len());
        assert_eq!(told.finish(), Exit::Refused);
    }

    #[test]
    fn a_crew_is_for_many() {
        let folders = vec![PathBuf::from("gemeente"); 8];
        assert!(is_worth_it(&folders, 2));
        assert!(!is_worth_it(&folders[1..], 2));
        assert!(!is_worth_it(&folders, 1), "one alone works here");
    }
}
