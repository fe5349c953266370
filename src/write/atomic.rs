//! One file, written whole or not at all.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::{NamedTempFile, TempPath};

use super::{WriteError, inside};

/// What writing did to a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// It was not there before.
    New,
    /// It was there with other content.
    Changed,
    /// It was there with this content, and has not been touched.
    Same,
}

/// What the name of a temporary file begins and ends with. Programs that keep folders the same in two places leave `.tmp` alone.
pub(super) const TEMPORARY: (&str, &str) = (".wep-", ".tmp");

/// No file of wep is larger; one that is was put there by somebody else, and is not read.
const MAX_BYTES: u64 = 200_000_000;

/// This is the name of a file that was not finished.
pub(super) fn is_temporary(name: &str) -> bool {
    name.strip_prefix(TEMPORARY.0).is_some_and(|rest| rest.ends_with(TEMPORARY.1))
}

/// Puts these bytes at this path: after a failure or a killed run the old file is there, or the new one, never half of it.
/// A symbolic link stays one; what it points at is written.
///
/// # Errors
/// When the machine refuses, or something else than a file is there.
pub fn write(path: &Path, bytes: &[u8]) -> Result<Change, WriteError> {
    let change = match read(path)? {
        Some(old) if old == bytes => return Ok(Change::Same),
        Some(_) => Change::Changed,
        None => Change::New,
    };
    replace(path, bytes)?;
    sync_folder(path);
    Ok(change)
}

/// As [`write()`], whatever is there. The new name in the folder may still be lost in a power cut until
/// [`sync_folder()`].
pub(super) fn replace(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    Ready::of(path, bytes)?.put()
}

/// A whole file that only has to be put in its place.
#[derive(Debug)]
pub(super) struct Ready {
    file: File,
    /// What it is called until then, and where it comes; nothing when it is there.
    from_to: Option<(TempPath, PathBuf)>,
    /// What was named, for errors.
    path: PathBuf,
    /// Not only in memory.
    on_disk: bool,
}

impl Ready {
    /// Waits beside its place.
    pub fn of(path: &Path, bytes: &[u8]) -> Result<Ready, WriteError> {
        Ready::waiting(path, bytes, None)
    }

    /// Waits in `room`, a folder on the same disk, unless a link makes that its place is elsewhere.
    pub fn waiting(path: &Path, bytes: &[u8], room: Option<&Path>) -> Result<Ready, WriteError> {
        let there = path.symlink_metadata();
        let place = match &there {
            Err(error) if error.kind() == io::ErrorKind::NotFound => path.to_owned(),
            _ => {
                refuse_read_only(path)?;
                fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
            }
        };
        let is_link = there.is_ok_and(|there| there.is_symlink());
        let room = room.filter(|_| !is_link).unwrap_or(folder_of(&place));
        let (file, temporary) = temporary(room, bytes).map_err(WriteError::io(path))?.into_parts();
        Ok(Ready { file, from_to: Some((temporary, place)), path: path.to_owned(), on_disk: false })
    }

    /// Is in its place already, and has only to be brought to the disk.
    pub fn there(path: &Path, file: File) -> Ready {
        Ready { file, from_to: None, path: path.to_owned(), on_disk: false }
    }

    /// Puts it in its place, over what is there; on the disk first, so that no power cut leaves less than all of it there.
    pub fn put(self) -> Result<(), WriteError> {
        if !self.on_disk {
            self.file.sync_all().map_err(WriteError::io(&self.path))?;
        }
        let Some((temporary, place)) = self.from_to else { return Ok(()) };
        temporary.persist(place).map_err(|error| WriteError::io(&self.path)(error.error))
    }
}

/// Brings many files to the disk at once, which takes hardly longer than one of them, where the system can do that.
pub(super) fn to_disk<'a>(files: impl IntoIterator<Item = &'a mut Ready>) {
    let mut disks: BTreeMap<u64, Vec<&mut Ready>> = BTreeMap::new();
    for file in files {
        if let Some(disk) = disk(&file.file) {
            disks.entry(disk).or_default().push(file);
        }
    }
    for together in disks.into_values().filter(|together| together.len() >= MANY) {
        let done = together.first().is_some_and(|file| sync_disk(&file.file));
        together.into_iter().for_each(|file| file.on_disk = done);
    }
}

/// From so many files on, bringing all of the disk up to date is quicker than each of them.
pub(super) const MANY: usize = 4;

/// The disk that a file is on, where many can be brought to it at once.
#[cfg(target_os = "linux")]
fn disk(file: &File) -> Option<u64> {
    use std::os::unix::fs::MetadataExt;
    file.metadata().ok().map(|metadata| metadata.dev())
}

#[cfg(not(target_os = "linux"))]
fn disk(_: &File) -> Option<u64> {
    None
}

/// Brings all that waits for the disk of this file to it, and answers whether that was done.
#[cfg(target_os = "linux")]
pub(super) fn sync_disk(file: &File) -> bool {
    rustix::fs::syncfs(file).is_ok()
}

#[cfg(not(target_os = "linux"))]
pub(super) fn sync_disk(_: &File) -> bool {
    false
}

/// As [`write()`], but only where nothing is yet. Answers whether it wrote.
pub(super) fn write_new(path: &Path, bytes: &[u8]) -> Result<bool, WriteError> {
    let temporary = temporary(folder_of(path), bytes).map_err(WriteError::io(path))?;
    temporary.as_file().sync_all().map_err(WriteError::io(path))?;
    match temporary.persist_noclobber(path) {
        Ok(_) => {
            sync_folder(path);
            Ok(true)
        }
        Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => Ok(false),
        Err(error) => Err(WriteError::io(path)(error.error)),
    }
}

/// The bytes at this path, or nothing when there is no file.
///
/// # Errors
/// When the machine refuses, when something else than a file is there, and when it is too large to be of wep.
pub fn read(path: &Path) -> Result<Option<Vec<u8>>, WriteError> {
    if path.is_dir() {
        return Err(WriteError::io(path)(io::ErrorKind::IsADirectory.into()));
    }
    inside::regular(path, path, MAX_BYTES)
}

/// A rename goes over a file that its owner made read-only, so look first.
pub(super) fn refuse_read_only(path: &Path) -> Result<(), WriteError> {
    match fs::metadata(path) {
        Ok(metadata) if metadata.permissions().readonly() => {
            Err(WriteError::io(path)(io::ErrorKind::PermissionDenied.into()))
        }
        _ => Ok(()),
    }
}

/// The folder that a file is in, or comes in.
fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// A complete temporary file in this folder.
fn temporary(folder: &Path, bytes: &[u8]) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    let mut temporary = for_all(builder.prefix(TEMPORARY.0).suffix(TEMPORARY.1)).tempfile_in(folder)?;
    temporary.write_all(bytes)?;
    Ok(temporary)
}

/// Temporary files are for their owner only; what wep makes is for whom any file of this user is for, such as colleagues.
#[cfg(unix)]
fn for_all<'b, 'n>(builder: &'b mut tempfile::Builder<'n, 'n>) -> &'b mut tempfile::Builder<'n, 'n> {
    use std::os::unix::fs::PermissionsExt;
    builder.permissions(fs::Permissions::from_mode(0o666))
}

#[cfg(not(unix))]
fn for_all<'b, 'n>(builder: &'b mut tempfile::Builder<'n, 'n>) -> &'b mut tempfile::Builder<'n, 'n> {
    builder
}

/// Makes the rename itself survive a power cut, where the system can do that. The file is complete either way.
pub(super) fn sync_folder(path: &Path) {
    if cfg!(unix)
        && let Some(folder) = path.parent()
        && let Ok(folder) = File::open(folder)
    {
        let _ = folder.sync_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_new_then_the_same_then_changed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("convenant.md");
        assert_eq!(write(&path, b"een").unwrap(), Change::New);
        let before = fs::metadata(&path).unwrap().modified().unwrap();
        assert_eq!(write(&path, b"een").unwrap(), Change::Same);
        assert_eq!(fs::metadata(&path).unwrap().modified().unwrap(), before);
        assert_eq!(write(&path, b"twee").unwrap(), Change::Changed);
        assert_eq!(fs::read(&path).unwrap(), b"twee");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "no temporary file is left");
    }

    #[cfg(unix)]
    #[test]
    fn it_is_for_whom_any_file_is_for() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let [ours, usual] = ["a", "b"].map(|name| folder.path().join(name));
        write(&ours, b"x").unwrap();
        fs::write(&usual, b"x").unwrap();
        let [ours, usual] = [ours, usual].map(|path| fs::metadata(path).unwrap().permissions().mode());
        assert_eq!(ours, usual);
    }

    #[test]
    fn a_read_only_file_a_folder_and_a_missing_folder_are_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        write(&path, b"x").unwrap();
        let mut permissions = fs::metadata(&path).unwrap().permissions();
        permissions.set_readonly(true);
        fs::set_permissions(&path, permissions).unwrap();
        assert!(write(&path, b"y").unwrap_err().to_string().contains("geen rechten"));
        assert_eq!(fs::read(&path).unwrap(), b"x");
        assert!(write(folder.path(), b"y").unwrap_err().to_string().contains("het is een map"));
        let nowhere = folder.path().join("weg").join("a");
        assert!(write(&nowhere, b"y").unwrap_err().to_string().contains("de map bestaat niet"));
        let long = folder.path().join("x".repeat(300));
        assert!(write(&long, b"y").unwrap_err().to_string().contains("te lang"));
    }
}
