//! A new folder with everything in it, or no folder at all.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Component, Path, PathBuf};

use super::staging::{self, Staging};
use super::{WriteError, atomic};

/// What systems put in a folder of their own accord; it does not make a folder taken.
const IGNORED: [&str; 4] = [".DS_Store", "Thumbs.db", "desktop.ini", ".git"];

/// Whether a system put the file of this name there of its own accord.
pub fn is_system_file(name: &str) -> bool {
    IGNORED.contains(&name)
}

/// How many names of things in the way a message shows.
const SHOWN: usize = 5;

/// Whether a new project can come here: nothing is there, or an empty folder. What a killed run had put there is taken
/// away first.
pub fn check_free(target: &Path) -> Result<(), WriteError> {
    staging::clear(target);
    let entries = match fs::read_dir(target) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => {
            return Err(WriteError::NotAFolder { path: target.to_owned() });
        }
        Err(error) => return Err(WriteError::io(target)(error)),
    };
    let mut found = Vec::new();
    for entry in entries {
        let name = entry.map_err(WriteError::io(target))?.file_name().to_string_lossy().into_owned();
        if !is_system_file(&name) && !atomic::is_temporary(&name) {
            found.push(name);
        }
    }
    if found.is_empty() {
        return Ok(());
    }
    found.sort();
    let more = found.len().saturating_sub(SHOWN);
    found.truncate(SHOWN);
    if more > 0 {
        found.push(format!("en nog {more} meer"));
    }
    Err(WriteError::Occupied { path: target.to_owned(), found })
}

/// Makes the folder with these files (paths inside it, with `/`), all of them or none. Folders on the way are made too.
pub fn create(target: &Path, files: &[(String, Vec<u8>)]) -> Result<(), WriteError> {
    check_free(target)?;
    for (name, _) in files {
        let inside = Path::new(name).components().all(|part| matches!(part, Component::Normal(_)));
        if name.is_empty() || !inside {
            return Err(WriteError::Name { name: name.clone() });
        }
    }
    if target.is_dir() { fill(target, files) } else { build(target, files) }
}

/// Builds the missing part of the path under a temporary name, and puts it in its place with one rename.
fn build(target: &Path, files: &[(String, Vec<u8>)]) -> Result<(), WriteError> {
    let error = || WriteError::io(target);
    let whole = std::path::absolute(target).map_err(error())?;
    let mut root = whole.as_path();
    // The first folder on the way that is not there yet is what the rename brings in.
    while let Some(parent) = root.parent()
        && !parent.exists()
    {
        root = parent;
    }
    let parent = root.parent().ok_or_else(|| error()(io::ErrorKind::InvalidFilename.into()))?;
    let rest = whole.strip_prefix(root).unwrap_or(Path::new(""));
    let named = root.file_name().is_some() && rest.components().all(|part| matches!(part, Component::Normal(_)));
    if !named {
        return Err(error()(io::ErrorKind::InvalidFilename.into()));
    }
    staging::clear(parent);
    let staging = Staging::new(parent).map_err(error())?;
    let new = staging.new_folder();
    let inner = new.join(rest);
    fs::create_dir_all(&inner).map_err(error())?;
    write_all(&inner, files, target)?;
    fs::rename(&new, root).map_err(error())?;
    atomic::sync_folder(root);
    Ok(())
}

/// Fills a folder that is there. It stays the same folder, because someone may be standing in it.
fn fill(target: &Path, files: &[(String, Vec<u8>)]) -> Result<(), WriteError> {
    let staging = Staging::new(target).map_err(WriteError::io(target))?;
    let new = staging.new_folder();
    write_all(&new, files, target)?;
    staging.announce(files).map_err(|error| error.about(target))?;
    let mut moved: Vec<PathBuf> = Vec::new();
    for name in top_names(files) {
        let place = target.join(&name);
        let result = match place.symlink_metadata() {
            Ok(_) => Err(io::ErrorKind::AlreadyExists.into()),
            Err(_) => fs::rename(new.join(&name), &place),
        };
        if let Err(error) = result {
            for path in &moved {
                let _ = if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
            }
            return Err(WriteError::io(&place)(error));
        }
        moved.push(place);
    }
    atomic::sync_folder(&target.join(IGNORED[0]));
    Ok(())
}

/// What stands at the top, the first file last: it is `wep.yaml`, which makes a folder a project.
fn top_names(files: &[(String, Vec<u8>)]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for (name, _) in files.iter().rev() {
        let top = name.split('/').next().unwrap_or(name);
        if !names.iter().any(|known| known == top) {
            names.push(top.to_owned());
        }
    }
    names
}

/// Writes the files into a folder of our own, and brings them to the disk. Errors name the folder that the user asked for.
fn write_all(folder: &Path, files: &[(String, Vec<u8>)], target: &Path) -> Result<(), WriteError> {
    let mut written = Vec::new();
    for (name, bytes) in files {
        let path = folder.join(name);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).map_err(WriteError::io(target))?;
        }
        let mut file = File::create_new(&path).map_err(WriteError::io(&target.join(name)))?;
        file.write_all(bytes).map_err(WriteError::io(&target.join(name)))?;
        written.push((file, name));
    }
    if written.first().is_some_and(|(file, _)| atomic::sync_disk(file)) {
        return Ok(());
    }
    written.into_iter().try_for_each(|(file, name)| file.sync_all().map_err(WriteError::io(&target.join(name))))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files() -> Vec<(String, Vec<u8>)> {
        vec![("wep.yaml".into(), b"a".to_vec()), (".wep/schema/wep.schema.json".into(), b"{}".to_vec())]
    }

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> =
            fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn a_new_folder_comes_whole_with_the_folders_on_the_way() {
        let base = tempfile::tempdir().unwrap();
        create(&base.path().join("a/b/c"), &files()).unwrap();
        assert_eq!(names(base.path()), ["a"]);
        assert_eq!(names(&base.path().join("a/b/c")), [".wep", "wep.yaml"]);
    }

    #[test]
    fn an_empty_folder_is_filled_and_stays_the_same_folder() {
        let base = tempfile::tempdir().unwrap();
        fs::write(base.path().join(".DS_Store"), "x").unwrap();
        create(base.path(), &files()).unwrap();
        assert_eq!(names(base.path()), [".DS_Store", ".wep", "wep.yaml"]);
    }

    #[test]
    fn what_is_there_stays_and_is_named() {
        let base = tempfile::tempdir().unwrap();
        for number in 1..=7 {
            fs::write(base.path().join(format!("{number}.txt")), "x").unwrap();
        }
        let error = create(base.path(), &files()).unwrap_err();
        assert!(error.would_lose());
        assert!(error.to_string().ends_with("daar staat al 1.txt, 2.txt, 3.txt, 4.txt, 5.txt, en nog 2 meer"));
        assert_eq!(names(base.path()).len(), 7);
        assert!(create(&base.path().join("1.txt"), &files()).unwrap_err().to_string().contains("is een bestand"));
    }

    #[test]
    fn what_a_killed_run_left_half_done_is_no_hindrance() {
        let base = tempfile::tempdir().unwrap();
        let staging = Staging::new(base.path()).unwrap();
        write_all(&staging.new_folder(), &files(), base.path()).unwrap();
        staging.announce(&files()).unwrap();
        fs::rename(staging.new_folder().join(".wep"), base.path().join(".wep")).unwrap();
        let busy = names(base.path());
        assert!(check_free(base.path()).is_err(), "that run is still busy");
        assert_eq!(names(base.path()), busy);
        // Killed: nothing is locked any more, and nobody cleaned up.
        staging.abandon();
        create(base.path(), &files()).unwrap();
        assert_eq!(names(base.path()), [".wep", "wep.yaml"]);
        // What somebody wrote there meanwhile stays.
        let other = tempfile::tempdir().unwrap();
        let staging = Staging::new(other.path()).unwrap();
        staging.announce(&files()).unwrap();
        fs::write(other.path().join("wep.yaml"), "van een ander").unwrap();
        staging.abandon();
        assert!(check_free(other.path()).unwrap_err().would_lose());
        assert_eq!(names(other.path()), ["wep.yaml"]);
    }

    #[test]
    fn a_failure_leaves_no_trace() {
        let base = tempfile::tempdir().unwrap();
        let mut broken = files();
        broken.push(("wep.yaml/onder".into(), Vec::new()));
        assert!(create(&base.path().join("nieuw"), &broken).is_err());
        assert!(create(base.path(), &broken).is_err());
        for name in ["../buiten", "/buiten", ""] {
            assert!(create(&base.path().join("nieuw"), &[(name.to_owned(), Vec::new())]).is_err(), "{name}");
        }
        assert!(names(base.path()).is_empty());
    }
}
