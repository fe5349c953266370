//! Writing, through the library.

mod hand;
mod output;
mod schema;
mod yaml;
