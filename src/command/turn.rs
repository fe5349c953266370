//! Waiting until it is this run's turn to write in a folder, and saying so.

use std::path::Path;
use std::sync::LazyLock;
use std::time::Duration;

use clap::Subcommand;
use wep::write::{Holder, Lock, Output, WriteError, together};

use crate::cli::Context;
use crate::command::Command;
use crate::exit::Failure;
use crate::screen::Screen;

/// A dossier of many documents takes less; who waits longer waits for something that hangs.
const PATIENCE: Duration = Duration::from_secs(120);

/// What this run is called for those who wait for it: the command, without what the user wrote behind it.
static COMMAND: LazyLock<String> = LazyLock::new(|| {
    let command = std::env::args().skip(1).find(|word| Command::has_subcommand(word)).map(|word| format!(" {word}"));
    format!("wep{}", command.unwrap_or_default())
});

/// Takes the turn in the folder of a gemeente.
///
/// # Errors
/// When another run keeps it, and when the machine refuses.
pub fn take(folder: &Path, context: &Context) -> Result<Lock, Failure> {
    take_quietly(folder, context.screen).map_err(Failure::from)
}

/// As [`take`], where no context is at hand; `screen` says whether the user hears of the waiting.
pub fn take_quietly(folder: &Path, screen: Screen) -> Result<Lock, WriteError> {
    Lock::take(folder, &COMMAND, PATIENCE, &mut |holder| wait(holder, folder, screen))
}

/// Takes a turn of this name, for which nobody waits: the other run may take hours.
///
/// # Errors
/// When another run has it, and when the machine refuses.
pub fn take_named(folder: &Path, name: &str) -> Result<Lock, Failure> {
    Lock::take_named(folder, name, &COMMAND, Duration::ZERO, &mut |_| {}).map_err(Failure::from)
}

/// Takes the turn in a folder for documents.
///
/// # Errors
/// When another run keeps it, and when the machine refuses.
pub fn take_output(output: &mut Output, screen: Screen) -> Result<(), WriteError> {
    let folder = output.folder().to_owned();
    output.take_turn(&COMMAND, PATIENCE, &mut |holder| wait(holder, &folder, screen))
}

/// Finishes what a run that was killed left half done in the folder of a gemeente.
///
/// # Errors
/// When another run keeps the turn there, and when the machine refuses.
pub fn finish_earlier(folder: &Path, screen: Screen) -> Result<(), Failure> {
    if !together::is_unfinished(folder) {
        return Ok(());
    }
    let turn = take_quietly(folder, screen)?;
    let finished = together::complete(folder, &turn)?;
    if !finished.is_empty() {
        screen
            .tell(&format!("Een eerdere opdracht was afgebroken. wep heeft die afgemaakt in {}.", finished.join(", ")));
    }
    Ok(())
}

fn wait(holder: Option<&Holder>, folder: &Path, screen: Screen) {
    let who = holder.map(|holder| format!(" ({}, proces {})", holder.command, holder.process)).unwrap_or_default();
    screen.tell(&format!("In {} is een andere opdracht van wep bezig{who}. Even wachten …", folder.display()));
}
