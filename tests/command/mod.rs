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

/// The commands that the help of one names.
pub fn listed(help: &str) -> Vec<String> {
    let lines = help.lines().skip_while(|line| *line != "Opdrachten:").skip(1).take_while(|line| !line.is_empty());
    // What goes on from the line above begins further on.
    let first = lines.filter(|line| !line.starts_with("   ")).filter_map(|line| line.split_whitespace().next());
    first.map(str::to_owned).collect()
}

/// Everything in a folder, sorted.
fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).expect("the folder is there");
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}
