//! What is written stays inside its folder, also when somebody put a symbolic link in the way.

use std::fs;
use std::path::{Component, Path};

use super::WriteError;

/// This path, which need not be there yet, does not lead out of the folder.
///
/// # Errors
/// When it does, by `..` or by a symbolic link, and when a link in it leads nowhere, so that nobody can tell.
pub fn check(folder: &Path, path: &Path) -> Result<(), WriteError> {
    let outside = || WriteError::Outside { path: path.to_owned() };
    let below = path.strip_prefix(folder).unwrap_or(path);
    if below.components().any(|part| part == Component::ParentDir) {
        return Err(outside());
    }
    let Ok(home) = fs::canonicalize(folder) else { return Ok(()) };
    let there = path.ancestors().find(|part| part.symlink_metadata().is_ok());
    match there.map(fs::canonicalize) {
        Some(Ok(real)) if real.starts_with(&home) => Ok(()),
        _ => Err(outside()),
    }
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::symlink;

    use super::*;

    #[test]
    fn a_link_may_stay_inside_and_may_not_leave() {
        let base = tempfile::tempdir().unwrap();
        let home = base.path().join("veldrijk");
        fs::create_dir_all(home.join("uitvoer")).unwrap();
        fs::write(base.path().join("buiten"), "x").unwrap();
        symlink("uitvoer", home.join("binnen")).unwrap();
        symlink("..", home.join("weg")).unwrap();
        symlink("../buiten", home.join("a.md")).unwrap();
        symlink("nergens", home.join("b.md")).unwrap();
        symlink("c.md", home.join("c.md")).unwrap();
        for good in ["", "uitvoer/a.md", "binnen/a.md", "nieuw/nog/dieper.md"] {
            assert!(check(&home, &home.join(good)).is_ok(), "{good}");
        }
        for bad in ["weg", "weg/a.md", "a.md", "b.md", "c.md", "../buiten", "uitvoer/../../buiten"] {
            assert!(matches!(check(&home, &home.join(bad)), Err(WriteError::Outside { .. })), "{bad}");
        }
    }
}
