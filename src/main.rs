//! The program: turns the outcome of a command into an exit code, and does nothing else.

#![forbid(unsafe_code)]

mod ask;
mod cli;
mod command;
mod exit;
mod memory;
mod screen;

use std::process::ExitCode;

/// Reading YAML and filling in templates is asking for a little memory many times; the systems at hand are slow at that.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    memory::in_small_pages();
    screen::tell_crashes();
    cli::run(std::env::args_os()).into()
}
