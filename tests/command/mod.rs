//! The program as a user runs it.

mod activiteiten;
pub mod documents;
mod dossier;
#[cfg(unix)]
mod gids;
mod hand;
mod help;
mod importeer;
mod init;
mod laptop;
mod man;
mod organisatie;
mod organisatie_edit;
#[cfg(unix)]
mod organisatie_questions;
#[cfg(unix)]
mod questions;
mod schema;
mod shells;
mod sjabloon;
mod stap;
mod status;
#[cfg(unix)]
pub mod terminal;

use std::path::Path;
use std::process::{Command, Output};

/// Runs `wep` in a folder, without a terminal.
pub fn wep(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_wep"))
        .args(arguments)
        .current_dir(folder)
        .env_remove("NO_COLOR")
        .stdin(std::process::Stdio::null())
        .output()
        .expect("wep can be run")
}

pub fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("wep writes UTF-8")
}

/// Everything in a folder, sorted.
fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).expect("the folder is there");
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}
