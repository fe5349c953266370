//! Failures of the surroundings while loading: a folder that is not there, no rights. Never about what a file says.

use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;

use super::{MAX_BYTES, MB};

/// Why a folder could not be read at all.
#[derive(Debug, Error)]
pub enum LoadError {
    #[error("de map ‘{}’ bestaat niet", .path.display())]
    FolderMissing { path: PathBuf },
    #[error("‘{}’ is geen map", .path.display())]
    NotAFolder { path: PathBuf },
    #[error("‘{}’ is geen gewoon bestand; geef wat daar staat een andere naam", .path.display())]
    NotAFile { path: PathBuf },
    #[error("‘{}’ is een koppeling (symlink) die nergens uitkomt, of buiten de map van de gemeente", .path.display())]
    Link { path: PathBuf },
    #[error("‘{}’ is groter dan {} MB en wordt niet gelezen", .path.display(), MAX_BYTES / MB)]
    TooLarge { path: PathBuf },
    #[error("u hebt geen rechten om ‘{}’ te lezen", .path.display())]
    NoRights { path: PathBuf },
    #[error("‘{}’ is niet te lezen (fout {number} van de computer)", .path.display())]
    Unreadable { path: PathBuf, number: i32 },
}

impl LoadError {
    /// The failure in Dutch: what the operating system says about it is English.
    pub(super) fn from_io(path: &Path, error: &io::Error) -> LoadError {
        let path = path.to_path_buf();
        match error.kind() {
            io::ErrorKind::PermissionDenied => LoadError::NoRights { path },
            io::ErrorKind::IsADirectory => LoadError::NotAFile { path },
            _ => LoadError::Unreadable { path, number: error.raw_os_error().unwrap_or_default() },
        }
    }
}
