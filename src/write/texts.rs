//! The texts as wep made them, for when a person has edited one and there is something new to put together with it. They stand
//! in one file behind each other, as a disk takes longer over many small files than over all that is in them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::str;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::record::hash;
use super::{WriteError, atomic, inside, lock};

/// In wep's own folder. Of each text: its SHA-256 and its length in bytes on a line, then the text, then a newline.
const FILE: &str = "teksten";

/// Where the first versions kept each text in a file of its own, named after its SHA-256.
const EARLIER: &str = "gemaakt";

/// As long as the line before a text can be.
const LONGEST_LINE: usize = 90;

/// The texts of one folder for documents. More than one thread may use them, and only one run.
#[derive(Debug)]
pub(super) struct Texts {
    folder: PathBuf,
    found: Mutex<Option<Found>>,
}

/// What is in the file.
#[derive(Debug, Default)]
struct Found {
    /// Where each text begins, and its length.
    places: BTreeMap<String, (usize, usize)>,
    /// Where the last whole one ends. What is behind that was cut off.
    end: usize,
    /// Open, once something was added.
    file: Option<File>,
    /// Something was added that may be in memory only.
    unsynced: bool,
}

impl Texts {
    pub fn of(folder: &Path) -> Texts {
        Texts { folder: folder.to_owned(), found: Mutex::default() }
    }

    fn path(&self) -> PathBuf {
        self.folder.join(lock::OWN).join(FILE)
    }

    /// The whole file, unless it is not there or leads elsewhere.
    fn read(&self) -> Result<Vec<u8>, WriteError> {
        let path = self.path();
        inside::check(&self.folder, &path).and_then(|()| atomic::read(&path)).map(Option::unwrap_or_default)
    }

    fn guard(&self) -> MutexGuard<'_, Option<Found>> {
        self.found.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What is in the file, for which it is looked at once.
    fn found<'f>(&self, known: &'f mut Option<Found>) -> Result<&'f mut Found, WriteError> {
        match known {
            Some(found) => Ok(found),
            unknown => Ok(unknown.insert(Found::of(&self.read()?))),
        }
    }

    /// The text with this SHA-256, when it was kept and is still whole.
    pub fn get(&self, sha256: &str) -> Option<String> {
        let place = self.found(&mut self.guard()).ok()?.places.get(sha256).copied();
        let kept = match place {
            Some((begin, length)) => part(&self.path(), begin, length).ok(),
            None => self.earlier(sha256).and_then(|path| atomic::read(&path).ok().flatten()),
        };
        kept.filter(|kept| hash(kept) == sha256).and_then(|kept| String::from_utf8(kept).ok())
    }

    /// Keeps a text with this SHA-256, unless it is kept already. It may be in memory only until [`Texts::unsynced`].
    ///
    /// # Errors
    /// When the machine refuses, or the file leads out of the folder.
    pub fn keep(&self, sha256: &str, text: &[u8]) -> Result<(), WriteError> {
        let path = self.path();
        let mut known = self.guard();
        let found = self.found(&mut known)?;
        if found.places.contains_key(sha256) {
            return Ok(());
        }
        let file = match &mut found.file {
            Some(file) => file,
            closed => {
                lock::own(&self.folder)?;
                let options = OpenOptions::new().write(true).create(true).truncate(false).open(&path);
                let mut file = options.map_err(WriteError::io(&path))?;
                let end = found.end as u64;
                file.set_len(end).and_then(|()| file.seek(SeekFrom::Start(end))).map_err(WriteError::io(&path))?;
                closed.insert(file)
            }
        };
        let line = format!("{sha256} {}\n", text.len());
        let all = [line.as_bytes(), text, b"\n"].concat();
        if let Err(error) = file.write_all(&all) {
            // As it was before.
            let _ = file.set_len(found.end as u64);
            if found.end == 0 {
                let _ = fs::remove_file(&path);
            }
            found.file = None;
            return Err(WriteError::io(&path)(error));
        }
        found.places.insert(sha256.to_owned(), (found.end + line.len(), text.len()));
        found.end += all.len();
        found.unsynced = true;
        Ok(())
    }

    /// The file, when something was added that is to be brought to the disk.
    pub fn unsynced(&self) -> Option<atomic::Ready> {
        let mut known = self.guard();
        let found = known.as_mut().filter(|found| found.unsynced)?;
        let file = found.file.as_ref()?.try_clone().ok()?;
        found.unsynced = false;
        Some(atomic::Ready::there(&self.path(), file))
    }

    /// Takes away all texts but these: also those of a run that was killed. One that stays takes a little room and does no harm.
    pub fn keep_only(&self, named: &BTreeSet<&str>) {
        let mut known = self.guard();
        let is_named = |text: &String| named.contains(text.as_str());
        if self.found(&mut known).is_ok_and(|found| !found.places.keys().all(is_named))
            // Without the file that is open, which keeps it in its place on Windows.
            && let Some(places) = known.take().map(|found| found.places)
            && let Ok(bytes) = self.read()
        {
            let left = places.iter().filter(|(text, _)| is_named(text));
            let left = left.flat_map(|(text, (begin, length))| {
                let line = format!("{text} {length}\n").into_bytes();
                line.into_iter().chain(bytes.iter().skip(*begin).take(length + 1).copied())
            });
            let _ = atomic::write(&self.path(), &left.collect::<Vec<u8>>());
        }
        for text in fs::read_dir(self.folder.join(lock::OWN).join(EARLIER)).into_iter().flatten().flatten() {
            if !text.file_name().to_str().is_some_and(|name| named.contains(name)) {
                let _ = fs::remove_file(text.path());
            }
        }
    }

    /// Where the first versions kept it; nothing when this is no fingerprint, so that a record that somebody wrote leads nowhere
    /// else.
    fn earlier(&self, sha256: &str) -> Option<PathBuf> {
        let path = self.folder.join(lock::OWN).join(EARLIER).join(sha256);
        (is_fingerprint(sha256) && inside::check(&self.folder, &path).is_ok()).then_some(path)
    }
}

impl Found {
    fn of(bytes: &[u8]) -> Found {
        let mut found = Found::default();
        while let Some((sha256, begin, length)) = text_at(bytes, found.end) {
            found.places.insert(sha256.to_owned(), (begin, length));
            found.end = begin + length + 1;
        }
        found
    }
}

/// The whole text of which the line is here: its SHA-256, where it begins and its length.
fn text_at(bytes: &[u8], at: usize) -> Option<(&str, usize, usize)> {
    let rest = bytes.get(at..)?;
    let line = rest.iter().take(LONGEST_LINE).position(|byte| *byte == b'\n')?;
    let (sha256, length) = str::from_utf8(&rest[..line]).ok()?.split_once(' ')?;
    let (begin, length) = (at + line + 1, length.parse().ok()?);
    let ends = bytes.get(begin.checked_add(length)?) == Some(&b'\n');
    (ends && is_fingerprint(sha256)).then_some((sha256, begin, length))
}

fn is_fingerprint(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// A part of a file.
fn part(path: &Path, begin: usize, length: usize) -> io::Result<Vec<u8>> {
    let mut file = File::open(path)?;
    file.seek(SeekFrom::Start(begin as u64))?;
    let mut part = Vec::new();
    file.take(length as u64).read_to_end(&mut part)?;
    Ok(part)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keep(texts: &Texts, all: &[&str]) -> Vec<String> {
        let kept = |text: &&str| {
            let sha256 = hash(text.as_bytes());
            texts.keep(&sha256, text.as_bytes()).unwrap();
            sha256
        };
        all.iter().map(kept).collect()
    }

    #[test]
    fn what_is_kept_is_found_again_also_by_a_later_run() {
        let base = tempfile::tempdir().unwrap();
        let all = ["een\n\ntwee", "", "é\n", "een\n\ntwee"];
        let texts = Texts::of(base.path());
        let names = keep(&texts, &all);
        assert!(texts.unsynced().is_some() && texts.unsynced().is_none());
        let later = Texts::of(base.path());
        for (name, text) in names.iter().zip(all) {
            assert_eq!(texts.get(name).as_deref(), Some(text));
            assert_eq!(later.get(name).as_deref(), Some(text));
        }
        later.keep_only(&names.iter().skip(2).map(String::as_str).collect());
        let [kept, left] = [&names[2], &names[1]].map(|name| Texts::of(base.path()).get(name));
        assert_eq!((kept.as_deref(), left), (Some("é\n"), None));
        assert_eq!(fs::read_to_string(texts.path()).unwrap().lines().filter(|line| line.len() > 60).count(), 2);
    }

    #[test]
    fn after_any_text_that_was_cut_off_the_others_are_whole() {
        let base = tempfile::tempdir().unwrap();
        let names = keep(&Texts::of(base.path()), &["een\n", "twee"]);
        let path = Texts::of(base.path()).path();
        let bytes = fs::read(&path).unwrap();
        for length in 0..bytes.len() {
            fs::write(&path, &bytes[..length]).unwrap();
            let texts = Texts::of(base.path());
            let third = keep(&texts, &["drie\n"]).remove(0);
            for texts in [texts, Texts::of(base.path())] {
                assert_eq!(texts.get(&third).as_deref(), Some("drie\n"), "{length}");
                assert!(texts.get(&names[0]).is_none_or(|text| text == "een\n" && length > 64));
                assert_eq!(texts.get(&names[1]), None);
            }
        }
    }

    #[test]
    fn what_an_earlier_version_kept_is_found() {
        let base = tempfile::tempdir().unwrap();
        let folder = base.path().join(lock::OWN).join(EARLIER);
        fs::create_dir_all(&folder).unwrap();
        let [here, gone] = ["een", "twee"].map(|text| {
            fs::write(folder.join(hash(text.as_bytes())), text).unwrap();
            hash(text.as_bytes())
        });
        let texts = Texts::of(base.path());
        assert_eq!(texts.get(&here).as_deref(), Some("een"));
        texts.keep_only(&BTreeSet::from([here.as_str()]));
        assert_eq!((texts.get(&here).as_deref(), texts.get(&gone)), (Some("een"), None));
        assert_eq!(texts.get("../../a"), None);
    }
}
