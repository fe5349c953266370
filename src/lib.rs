//! `wep`: from the YAML of a gemeente to the documents with which it sets up Wijk en Psychiatrie.
//!
//! Data goes one way: load → model → check → document → compose → render → write. Beside it stand `export` (the sociale
//! kaart and the pages, for other programs and people), `import` (a list of organisations), `progress`, `question` and
//! `edit` (the walk, what it asks, and the answers in the YAML again) and `report` (what a terminal shows).

#![forbid(unsafe_code)]

pub mod address;
pub mod archive;
pub mod calendar;
pub mod character;
pub mod check;
pub mod colour;
pub mod compose;
pub mod document;
pub mod drawing;
pub mod dutch;
pub mod edit;
pub mod export;
pub mod guarded;
pub mod handbook;
pub mod ics;
pub mod import;
pub mod load;
pub mod model;
pub mod privacy;
pub mod progress;
pub mod question;
pub mod render;
pub mod report;
mod shipped;
pub mod tree;
pub mod wrap;
pub mod write;
