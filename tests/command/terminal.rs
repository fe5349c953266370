//! A pseudo-terminal of eighty columns and twenty-four rows, for the questions as a user meets them.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use expectrl::process::unix::WaitStatus;
use expectrl::session::OsSession;
use expectrl::{Eof, Expect, Session};

/// The arrow down.
pub const DOWN: &str = "\x1b[B";

/// Starts `wep` in a folder, without colours.
pub fn start(folder: &Path, arguments: &[&str], terminal: &str) -> OsSession {
    let mut command = Command::new(crate::torture::program());
    command.args(arguments).args(["--kleur", "nooit"]).current_dir(folder).env("TERM", terminal);
    command.env_remove("EDITOR").env_remove("VISUAL");
    let mut session = Session::spawn(command).expect("a pseudo-terminal");
    session.get_process_mut().set_window_size(80, 24).unwrap();
    session.set_expect_timeout(Some(Duration::from_secs(60)));
    session
}

/// Waits for a question and answers it.
pub fn answer(session: &mut OsSession, question: &str, answer: &str) {
    session.expect(question).unwrap_or_else(|error| panic!("‘{question}’ did not come: {error}"));
    session.send(answer).unwrap();
    session.send("\r").unwrap();
}

/// The program ends, with this exit code.
pub fn ended(session: &mut OsSession, with: i32) {
    session.expect(Eof).unwrap();
    let status = session.get_process().wait().unwrap();
    assert!(matches!(status, WaitStatus::Exited(_, code) if code == with), "{status:?}");
}
