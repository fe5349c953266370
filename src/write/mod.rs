//! Writing: atomic, and never over something that would be lost.

pub mod atomic;
pub mod error;
pub mod folder;
pub mod inside;
pub mod merge;
pub mod output;
pub mod project;
pub mod record;
pub mod schema;
pub mod slug;
pub mod yaml;

mod name;
pub(crate) mod scalar;

pub use atomic::Change;
pub use error::WriteError;
pub use output::{Outcome, Output, Plan};
pub use record::Origin;
