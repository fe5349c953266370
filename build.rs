//! Gives the program a mark of what it is built from, so that what another wep made is never taken for what this one would make.

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::io;
use std::path::{Path, PathBuf};

/// Everything that decides what a document looks like: the code, the templates with the fonts, and the libraries.
const SOURCES: [&str; 4] = ["src", "templates", "Cargo.toml", "Cargo.lock"];

fn main() -> io::Result<()> {
    let mut files = Vec::new();
    for source in SOURCES {
        println!("cargo::rerun-if-changed={source}");
        collect(Path::new(source), &mut files)?;
    }
    files.sort();
    let mut mark = DefaultHasher::new();
    for file in files {
        file.components().for_each(|part| part.as_os_str().to_string_lossy().hash(&mut mark));
        fs::read(&file)?.hash(&mut mark);
    }
    println!("cargo::rustc-env=WEP_BUILD={:016x}", mark.finish());
    Ok(())
}

/// The files below a path. A package may lack Cargo.lock.
fn collect(path: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    if path.is_dir() {
        fs::read_dir(path)?.try_for_each(|entry| collect(&entry?.path(), files))
    } else {
        if path.is_file() {
            files.push(path.to_owned());
        }
        Ok(())
    }
}
