//! What the terminal shows.

mod findings;
