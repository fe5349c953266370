//! The one integration-test binary. Its folders mirror those of `src/`.

#![forbid(unsafe_code)]
#![allow(clippy::disallowed_methods, reason = "a test may measure how long something takes")]

mod attack;
mod check;
mod command;
mod compose;
mod contributing;
mod document;
mod edit;
mod export;
mod fuzz;
#[cfg(unix)]
mod hostile;
mod import;
mod layers;
mod load;
mod privacy;
mod progress;
mod question;
mod readme;
mod release;
mod render;
mod report;
mod torture;
mod write;
