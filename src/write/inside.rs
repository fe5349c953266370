//! What lies below a folder stays below it: a link may not lead a write, or a look at what stands there, somewhere else.

use std::fmt;
use std::fs::{self, File};
use std::io::{ErrorKind, Read};
use std::path::{Component, Path, PathBuf};

use super::WriteError;

/// Why nothing is written at a place, nor read from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Misplaced {
    /// A link on the way leads out of the folder, or nowhere.
    Outside,
    /// There is a folder, a pipe or a device where a file should be.
    NotAFile,
    /// There is a file, and nothing that wep makes is so large.
    TooLarge,
}

impl fmt::Display for Misplaced {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Misplaced::Outside => {
                "komt door een koppeling (symlink) buiten de map uit; daar leest en schrijft wep niet"
            }
            Misplaced::NotAFile => "is geen gewoon bestand; daar leest en schrijft wep niet",
            Misplaced::TooLarge => "is te groot om door wep gemaakt te zijn; wep laat het staan",
        })
    }
}

impl Misplaced {
    /// The way out.
    pub(super) fn help(self) -> &'static str {
        match self {
            Misplaced::Outside => "Haal de koppeling weg, of kies met --uitvoer MAP zelf een andere map.",
            Misplaced::NotAFile | Misplaced::TooLarge => {
                "Geef wat daar staat een andere naam, of kies met --uitvoer MAP een andere map."
            }
        }
    }
}

/// Where a path below `home` really is, with the part of it that is not there yet. `home` itself may be a link: who named
/// it meant what it leads to.
///
/// # Errors
/// When the path, or a link on it, leads out of `home`.
pub fn inside(home: &Path, path: &Path) -> Result<PathBuf, WriteError> {
    let outside = || misplaced(path, Misplaced::Outside);
    let below = path.strip_prefix(home).map_err(|_| outside())?;
    let (mut place, mut linked) = (home.to_owned(), false);
    for part in below.components() {
        match part {
            Component::CurDir => continue,
            Component::Normal(name) => place.push(name),
            _ => return Err(outside()),
        }
        linked |= place.symlink_metadata().is_ok_and(|found| found.is_symlink());
    }
    // Without a link nothing leads out, also on a disk that cannot tell the real place of a folder.
    if !linked {
        return Ok(place);
    }
    let mut there = place.as_path();
    while there.symlink_metadata().is_err() {
        there = there.parent().ok_or_else(outside)?;
    }
    let rest = place.strip_prefix(there).map_err(|_| outside())?;
    let (real, real_home) = (fs::canonicalize(there), fs::canonicalize(home));
    match (real, real_home) {
        // Joined with nothing, a path would end as that of a folder.
        (Ok(real), Ok(real_home)) if real.starts_with(&real_home) => {
            Ok(real.components().chain(rest.components()).collect())
        }
        _ => Err(outside()),
    }
}

/// As [`inside`], for who only wants to know.
///
/// # Errors
/// As [`inside`].
pub fn check(home: &Path, path: &Path) -> Result<(), WriteError> {
    inside(home, path).map(drop)
}

/// The bytes of the file at a path below `home`, or nothing when nothing is there. Never more than `most` of them, and never
/// from what keeps a reader waiting, such as a pipe.
///
/// # Errors
/// When it lies outside `home`, is no file or larger, and when the machine refuses.
pub fn read(home: &Path, path: &Path, most: u64) -> Result<Option<Vec<u8>>, WriteError> {
    regular(&inside(home, path)?, path, most)
}

/// The same of the file at `real`, wherever that is; errors name `path`.
pub(super) fn regular(real: &Path, path: &Path, most: u64) -> Result<Option<Vec<u8>>, WriteError> {
    match fs::metadata(real) {
        Ok(found) if !found.is_file() => return Err(misplaced(path, Misplaced::NotAFile)),
        Ok(_) => {}
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(WriteError::io(path)(error)),
    }
    let mut bytes = Vec::new();
    let file = File::open(real).map_err(WriteError::io(path))?;
    file.take(most + 1).read_to_end(&mut bytes).map_err(WriteError::io(path))?;
    if bytes.len() as u64 > most { Err(misplaced(path, Misplaced::TooLarge)) } else { Ok(Some(bytes)) }
}

fn misplaced(path: &Path, why: Misplaced) -> WriteError {
    WriteError::Misplaced { path: path.to_owned(), why }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn why<T: fmt::Debug>(result: Result<T, WriteError>) -> Misplaced {
        match result {
            Err(WriteError::Misplaced { why, .. }) => why,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_path_in_plain_words_stays_below() {
        let home = tempfile::tempdir().unwrap();
        let home = home.path();
        assert_eq!(inside(home, &home.join("uitvoer/./a.md")).unwrap(), home.join("uitvoer/a.md"));
        for path in ["..", "uitvoer/../..", "/etc"] {
            assert_eq!(why(inside(home, &home.join(path))), Misplaced::Outside, "{path}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_may_lead_about_the_folder_and_not_out_of_it() {
        use std::os::unix::fs::symlink;
        let (home, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let home = home.path();
        fs::create_dir(home.join("echt")).unwrap();
        fs::write(elsewhere.path().join("a.md"), "geheim").unwrap();
        symlink("echt", home.join("binnen")).unwrap();
        symlink(elsewhere.path(), home.join("buiten")).unwrap();
        symlink(elsewhere.path().join("a.md"), home.join("a.md")).unwrap();
        symlink("weg", home.join("los")).unwrap();
        symlink("kring", home.join("kring")).unwrap();
        assert!(inside(home, &home.join("binnen/nieuw/a.md")).unwrap().ends_with("echt/nieuw/a.md"));
        for path in ["buiten", "buiten/a.md", "buiten/nieuw/b.md", "a.md", "los", "los/a.md", "kring"] {
            assert_eq!(why(inside(home, &home.join(path))), Misplaced::Outside, "{path}");
            assert_eq!(why(read(home, &home.join(path), 99)), Misplaced::Outside, "{path}");
        }
        // Whoever names the link as the folder itself means what it leads to.
        let named = home.join("buiten");
        assert_eq!(read(&named, &named.join("a.md"), 99).unwrap().unwrap(), b"geheim");
    }

    #[test]
    fn only_a_file_of_some_size_is_read() {
        let home = tempfile::tempdir().unwrap();
        let home = home.path();
        fs::create_dir(home.join("map")).unwrap();
        fs::write(home.join("a"), "12345").unwrap();
        assert_eq!(why(read(home, &home.join("map"), 99)), Misplaced::NotAFile);
        assert_eq!(why(read(home, &home.join("a"), 4)), Misplaced::TooLarge);
        assert_eq!(read(home, &home.join("a"), 5).unwrap().unwrap(), b"12345");
        assert_eq!(read(home, &home.join("b"), 5).unwrap(), None);
        let error = read(home, &home.join("map"), 99).unwrap_err();
        assert!(error.to_string().contains("geen gewoon bestand") && error.help().ends_with('.'), "{error}");
    }
}
