//! Writing: atomic, and never over something that would be lost.

pub mod atomic;
pub mod error;
pub mod folder;
pub mod project;
pub mod record;
pub mod schema;
pub mod slug;
pub mod yaml;

pub(crate) mod scalar;

pub use atomic::Change;
pub use error::WriteError;
pub use record::{Outcome, Output};
