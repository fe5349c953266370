//! What says which version of wep this is, and of which day: all of it says the same.

use std::fs;
use std::path::Path;

use wep::render::RELEASED;

/// The value of a field at the beginning of a line, without quotation marks.
fn field(file: &str, name: &str) -> String {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap();
    let value = text.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "));
    value.unwrap_or_else(|| panic!("{file} has no {name}")).trim_matches('"').to_owned()
}

#[test]
fn the_files_about_wep_name_its_version_and_the_day_that_its_documents_have() {
    let day = RELEASED.to_string();
    assert_eq!([field("CITATION.cff", "date-released"), field("publiccode.yml", "releaseDate")], [day.clone(), day]);
    let version = env!("CARGO_PKG_VERSION");
    assert_eq!([field("CITATION.cff", "version"), field("publiccode.yml", "softwareVersion")], [version, version]);
}
