//! What the terminal shows, for people and for machines: findings, lists, agendas, the walk, what an import would do.

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
