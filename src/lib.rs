//! `wep`: from the YAML of a gemeente to the documents with which it sets up Wijk en Psychiatrie.
//!
//! Data goes one way: load → model → check → compose → render → write.

#![forbid(unsafe_code)]

pub mod calendar;
pub mod check;
pub mod compose;
pub mod document;
pub mod drawing;
pub mod handbook;
pub mod ics;
pub mod load;
pub mod model;
pub mod render;
pub mod report;
pub mod tree;
pub mod write;
