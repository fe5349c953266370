//! The one integration-test binary. Its folders mirror those of `src/`.

mod command;
mod compose;
mod load;
mod render;
mod write;
