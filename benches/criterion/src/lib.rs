//! The gemeenten that are measured: the fictitious one, and the same with more organisations.

use std::path::{Path, PathBuf};

use wep::model::Project;

/// The folder of the fictitious gemeente.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/veldrijk")
}

/// The fictitious gemeente.
///
/// # Panics
/// When it cannot be read.
pub fn veldrijk() -> Project {
    let loaded = wep::load::load(&folder()).expect("the example can be read");
    assert!(loaded.findings.is_empty(), "{:?}", loaded.findings);
    loaded.project
}

/// The same with so many organisations: those that are there again and again, each with an id and a name of its own.
pub fn with_organisations(count: usize) -> Project {
    let mut project = veldrijk();
    let there = project.organisaties.organisaties.clone();
    for number in there.len()..count {
        let mut one = there[number % there.len()].clone();
        one.id = one.id.map(|id| format!("{id}-{number}"));
        one.naam = one.naam.map(|naam| format!("{naam} {number}"));
        project.organisaties.organisaties.push(one);
    }
    project.organisaties.organisaties.truncate(count);
    project
}
