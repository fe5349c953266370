//! Writing, through the library.

mod yaml;
