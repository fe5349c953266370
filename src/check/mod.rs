//! Checking the data: rules that look at the model and give findings.

mod code;
mod finding;
pub mod reference;
mod rule;
pub mod shape;

pub use code::Code;
pub use finding::{Finding, Level, Place, Route, Segment};

use rayon::prelude::*;

use crate::model::Project;

/// All findings about a gemeente, in the order of the rules; with the threads of rayon, when one of these asks.
pub fn check(project: &Project) -> Vec<Finding> {
    match rayon::current_thread_index() {
        Some(_) => rule::RULES.par_iter().flat_map_iter(|rule| rule(project)).collect(),
        None => rule::RULES.iter().flat_map(|rule| rule(project)).collect(),
    }
}

/// What there is to say of `after` and was not to say of `before`.
pub fn new_findings(before: &Project, after: &Project) -> Vec<Finding> {
    let known = check(before);
    check(after).into_iter().filter(|finding| !known.contains(finding)).collect()
}
