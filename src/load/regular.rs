//! One ordinary file below the folder of a gemeente, and no more of it than there is room for. A pipe would keep a reader
//! waiting for ever, and a link could take it to what is not of this gemeente: neither is opened.

use std::fs::{self, File};
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

use super::{LoadError, MAX_BYTES};
use crate::write::inside::inside;

/// The bytes of a file below `home`, or nothing when it is not there.
///
/// # Errors
/// When it is no file or too large, when a link leads out of `home`, and when the machine refuses.
pub fn read(home: &Path, path: &Path) -> Result<Option<Vec<u8>>, LoadError> {
    match up_to(home, path, MAX_BYTES + 1)? {
        Some(bytes) if bytes.len() > MAX_BYTES => Err(LoadError::TooLarge { path: path.to_owned() }),
        bytes => Ok(bytes),
    }
}

/// The same, but never more than so many bytes: one more than may be is enough to see that a file is too large.
pub(super) fn up_to(home: &Path, path: &Path, most: usize) -> Result<Option<Vec<u8>>, LoadError> {
    let real = place(home, path)?;
    let fail = |error| LoadError::from_io(path, &error);
    let size = match fs::metadata(&real) {
        Ok(found) if found.is_file() => usize::try_from(found.len()).unwrap_or(most),
        Ok(_) => return Err(LoadError::NotAFile { path: path.to_owned() }),
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(fail(error)),
    };
    // With room for one more it is seen at once that there is no more.
    let mut bytes = Vec::with_capacity(size.min(most) + 1);
    File::open(&real).map_err(fail)?.take(most as u64).read_to_end(&mut bytes).map_err(fail)?;
    Ok(Some(bytes))
}

/// Where a file below `home` really is: what is to be written goes there, so that a link stays a link.
///
/// # Errors
/// When a link leads out of `home`, or nowhere.
pub fn place(home: &Path, path: &Path) -> Result<PathBuf, LoadError> {
    inside(home, path).map_err(|_| LoadError::Link { path: path.to_owned() })
}
