//! The program: turns the outcome of a command into an exit code, and does nothing else.

#![forbid(unsafe_code)]

mod ask;
mod cli;
mod command;
mod exit;
mod screen;

use std::process::ExitCode;

fn main() -> ExitCode {
    screen::tell_crashes();
    cli::run(std::env::args_os()).into()
}
