//! Writing: atomic, and never over something that would be lost.

pub mod atomic;
pub mod error;
pub mod folder;
pub mod inside;
pub mod lock;
pub mod merge;
pub mod output;
pub mod project;
pub mod record;
pub mod schema;
pub mod slug;
pub mod together;
pub mod yaml;

mod elsewhere;
mod journal;
pub(crate) mod name;
pub(crate) mod scalar;
mod staging;
mod texts;

pub use atomic::Change;
pub use error::WriteError;
pub use lock::{Holder, Lock};
pub use output::{Fresh, Given, Outcome, Output, Plan, TOGETHER, Writer};
pub use record::Origin;
