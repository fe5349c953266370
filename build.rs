//! Gives the program a mark of what it is built from, so that what another wep made is never taken for what this one would make;
//! and, on Linux, a fixed place in memory.

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
    fix_addresses();
    Ok(())
}

/// On Linux the program has its place in memory fixed when it is linked. Otherwise the system writes a hundred thousand
/// addresses at every start, which takes longer than most commands do. What is given up is that an attack on a fault in
/// memory, for which a library would have to be to blame as wep has no unsafe code, must guess where the code is; the stack,
/// the heap and the libraries of the system keep their places by chance.
///
/// A program that has the library of the system in it (`crt-static`) is linked in another way, which `-no-pie` would make a
/// broken program of: there `-C relocation-model=static` does the same, see `.ci/pakket`.
fn fix_addresses() {
    let built_for = |name: &str, value: &str| std::env::var(name).is_ok_and(|found| found == value);
    let whole =
        std::env::var("CARGO_CFG_TARGET_FEATURE").is_ok_and(|all| all.split(',').any(|one| one == "crt-static"));
    if built_for("CARGO_CFG_TARGET_OS", "linux") && built_for("CARGO_CFG_TARGET_ENV", "gnu") && !whole {
        println!("cargo::rustc-link-arg-bins=-no-pie");
    }
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
