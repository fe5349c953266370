//! The complete fictitious gemeente that is inside the program.

use include_dir::{Dir, include_dir};
use wep::load;
use wep::model::{Project, file};
use wep::write::project::NewFile;

static EXAMPLE: Dir = include_dir!("$CARGO_MANIFEST_DIR/examples/veldrijk");

/// Its files, the one that makes a folder a project first.
pub fn files() -> Vec<NewFile> {
    let files = EXAMPLE.files().map(|entry| {
        let name = entry.path().to_string_lossy().replace('\\', "/");
        (name, entry.contents().to_vec())
    });
    let mut files: Vec<NewFile> = files.filter(|(name, _)| name.ends_with(".yaml") || name.ends_with(".svg")).collect();
    let order = |name: &str| file::ALL.iter().position(|known| *known == name).unwrap_or(file::ALL.len());
    files.sort_by(|(one, _), (other, _)| (order(one), one).cmp(&(order(other), other)));
    files
}

/// What it wrote down, without its logo.
pub fn project() -> Project {
    load::project_of(|name| EXAMPLE.get_file(name).map(include_dir::File::contents).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_begins_with_the_file_of_the_gemeente() {
        assert_eq!(files()[0].0, file::WEP);
        assert_eq!(project().wep.gemeente.as_deref(), Some("Veldrijk"));
    }
}
