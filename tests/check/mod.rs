//! Every rule finds what it is for, at its place, and nothing else.
//!
//! One mistake at a time is made in the example, as a person would make it: in the text of a file.

mod coverage;
mod mistakes;

use std::fs;
use std::path::Path;

use wep::check::{Code, Finding, check};
use wep::load::{Loaded, load};
use wep::report::findings;

/// Text to replace, and what comes in its place, in one file.
pub struct Mistake {
    pub name: &'static str,
    pub file: &'static str,
    pub right: &'static str,
    pub wrong: &'static str,
}

/// The example with one mistake in it: what is found, and what a user reads of it.
pub fn with_mistake(mistake: &Mistake) -> (Vec<Finding>, String) {
    let folder = tempfile::tempdir().unwrap();
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/veldrijk")).unwrap() {
        let entry = entry.unwrap();
        fs::copy(entry.path(), folder.path().join(entry.file_name())).unwrap();
    }
    let path = folder.path().join(mistake.file);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(mistake.right), "{}: ‘{}’ is not in {}", mistake.name, mistake.right, mistake.file);
    fs::write(&path, text.replacen(mistake.right, mistake.wrong, 1)).unwrap();
    let Loaded { project, findings: mut found, sources } = load(folder.path()).unwrap();
    found.extend(check(&project));
    // The example has one old entry on purpose; it is no part of the mistake.
    found.retain(|finding| finding.code != Code::NotChecked || mistake.name.starts_with("checked-"));
    let text = findings::plain(&found, &sources, false, 100);
    (found, text)
}
