//! What the terminal shows: findings and documents, for people and for machines.

pub mod agenda;
pub mod begrip;
pub mod difference;
pub mod findings;
pub mod import;
pub mod kalender;
pub mod lines;
pub mod organisaties;
pub mod status;
pub mod suspects;
