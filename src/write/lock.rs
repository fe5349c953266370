//! Whose turn it is to write in a folder: one run at a time, and a run that was killed holds up nobody.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;

use super::{WriteError, atomic, inside, staging};

/// Where, inside a folder, wep keeps what is its own.
pub const OWN: &str = ".wep";

/// The file that is locked. It stays when a run ends: that a file by this name is there says nothing, that the system
/// keeps it locked says everything.
const FILE: &str = "bezig";

/// More is no name of a command.
const MAX_BYTES: u64 = 500;

/// How often someone who waits looks again.
const AGAIN: Duration = Duration::from_millis(50);

/// Who has the turn, as far as that run said so and the system lets others read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    /// The number of the process.
    pub process: u32,
    /// What it does, such as `wep dossier`.
    pub command: String,
}

/// The turn to write in a folder, until it is dropped. The system takes it back when the process ends, however it ends.
#[derive(Debug)]
pub struct Lock {
    file: Option<File>,
}

impl Lock {
    /// Takes the turn in this folder, which is there. `command` is what others read while they wait. After at most
    /// `patience` it gives up; `waiting` is told once, when it is not at once one's turn.
    ///
    /// What a killed run left half done in the folder, its temporary files, is taken away.
    ///
    /// # Errors
    /// When another run keeps the turn, and when the machine refuses.
    pub fn take(
        folder: &Path,
        command: &str,
        patience: Duration,
        waiting: &mut dyn FnMut(Option<&Holder>),
    ) -> Result<Lock, WriteError> {
        Lock::take_named(folder, FILE, command, patience, waiting)
    }

    /// As [`take`](Lock::take), for a turn of another name; that of `take` is free meanwhile.
    pub fn take_named(
        folder: &Path,
        name: &str,
        command: &str,
        patience: Duration,
        waiting: &mut dyn FnMut(Option<&Holder>),
    ) -> Result<Lock, WriteError> {
        let path = own(folder)?.join(name);
        let refused = || WriteError::io(folder);
        inside::check(folder, &path)?;
        let mut file =
            OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path).map_err(refused())?;
        let mut waited = Duration::ZERO;
        loop {
            match file.try_lock() {
                Ok(()) => break,
                Err(TryLockError::WouldBlock) => {}
                // A disk that cannot lock: every single write is still atomic.
                Err(TryLockError::Error(_)) => return Ok(Lock { file: None }),
            }
            let holder = holder(&path);
            if waited >= patience {
                return Err(WriteError::Busy { path: folder.to_owned(), holder });
            }
            if waited.is_zero() {
                waiting(holder.as_ref());
            }
            sleep(AGAIN);
            waited += AGAIN;
        }
        // Who waits reads this; a disk that is full is no reason not to begin.
        let _ = file.set_len(0).and_then(|()| writeln!(file, "{} {command}", std::process::id()));
        if name == FILE {
            staging::sweep(folder);
            sweep(folder);
            sweep(&folder.join(OWN));
        }
        Ok(Lock { file: Some(file) })
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        if let Some(file) = &mut self.file {
            let _ = file.seek(SeekFrom::Start(0)).and_then(|_| file.set_len(0));
        }
    }
}

/// The folder for what is wep's own, made when it is not there.
///
/// # Errors
/// When it leads out of the folder, and when the machine refuses.
pub fn own(folder: &Path) -> Result<PathBuf, WriteError> {
    let own = folder.join(OWN);
    inside::check(folder, &own)?;
    match fs::create_dir(&own) {
        Err(error) if !own.is_dir() => Err(WriteError::io(folder)(error)),
        _ => Ok(own),
    }
}

/// Nothing as long as it is not written, and on Windows, where nobody may read a file that is locked.
fn holder(path: &Path) -> Option<Holder> {
    let mut text = String::new();
    File::open(path).ok()?.take(MAX_BYTES).read_to_string(&mut text).ok()?;
    let (process, command) = text.trim_end().split_once(' ')?;
    let command: String = command.chars().filter(|one| !one.is_control()).collect();
    Some(Holder { process: process.parse().ok()?, command })
}

/// Takes away the temporary files of a run that was killed. What cannot be taken away does no harm.
fn sweep(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let is_file = entry.file_type().is_ok_and(|kind| kind.is_file());
        if is_file && entry.file_name().to_str().is_some_and(atomic::is_temporary) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn take(folder: &Path, patience: u64) -> Result<Lock, WriteError> {
        Lock::take(folder, "wep dossier", Duration::from_millis(patience), &mut |_| {})
    }

    #[test]
    fn the_second_waits_and_says_who_holds_it() {
        let base = tempfile::tempdir().unwrap();
        let first = take(base.path(), 0).unwrap();
        let error = take(base.path(), 0).unwrap_err();
        let expected = format!("wep dossier, proces {}", std::process::id());
        assert!(error.to_string().contains(&expected) || cfg!(windows), "{error}");
        std::thread::scope(|scope| {
            let second = scope.spawn(|| {
                let mut told = 0;
                Lock::take(base.path(), "wep gids", Duration::from_secs(60), &mut |holder| {
                    assert_eq!(holder.map(|holder| holder.process), Some(std::process::id()));
                    told += 1;
                })
                .map(|_| told)
            });
            sleep(AGAIN * 3);
            drop(first);
            assert_eq!(second.join().unwrap().unwrap(), 1);
        });
    }

    #[test]
    fn a_file_that_a_killed_run_left_holds_up_nobody() {
        let base = tempfile::tempdir().unwrap();
        let own = own(base.path()).unwrap();
        fs::write(own.join(FILE), "1 wep dossier\n").unwrap();
        fs::write(base.path().join(".wep-aB3dEf.tmp"), "half").unwrap();
        fs::write(own.join(".wep-x.tmp"), "half").unwrap();
        fs::write(base.path().join(".wep-gemaakt.json"), "{}").unwrap();
        drop(take(base.path(), 0).unwrap());
        assert_eq!(fs::read(own.join(FILE)).unwrap(), b"", "nobody has the turn now");
        assert_eq!(fs::read_dir(base.path()).unwrap().count(), 2);
        assert_eq!(fs::read_dir(own).unwrap().count(), 1);
    }
}
