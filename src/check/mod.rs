//! Checking the data: rules that look at the model and give findings.

mod code;
mod finding;

pub use code::Code;
pub use finding::{Finding, Level, Place, Route, Segment};
