//! What the terminal shows: findings and documents, for people and for machines.

pub mod agenda;
pub mod begrip;
pub mod difference;
pub mod findings;
pub mod organisaties;

mod lines;
