//! The one integration-test binary. Its folders mirror those of `src/`.

mod check;
mod command;
mod compose;
mod document;
mod export;

mod layers;
mod load;
mod render;
mod report;
mod write;
