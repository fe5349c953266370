//! The layers hold: who may know whom, and who may touch the disk, the terminal and the clock.

use std::fs;
use std::path::{Path, PathBuf};

/// For each part of the library: the parts that it may name.
const MAY_KNOW: &[(&str, &[&str])] = &[
    ("model", &["calendar", "colour"]),
    ("colour", &[]),
    ("calendar", &[]),
    ("address", &[]),
    ("drawing", &[]),
    ("ics", &[]),
    ("tree", &["drawing", "colour"]),
    ("handbook", &["model"]),
    ("check", &["model", "handbook", "calendar", "colour", "privacy"]),
    ("privacy", &[]),
    // What stays below a folder is the same for reading as for writing.
    ("load", &["model", "check", "privacy", "write"]),
    ("compose", &["tree", "calendar", "drawing", "address"]),
    ("document", &["ics", "model", "handbook", "compose", "tree", "drawing", "calendar", "colour"]),
    ("render", &["tree", "drawing", "colour"]),
    ("export", &["model", "address", "render", "tree", "progress", "handbook", "colour", "document", "check"]),
    ("write", &["model"]),
    ("import", &["model", "check", "write", "privacy"]),
    ("question", &["model", "check", "handbook", "progress", "edit", "write", "privacy"]),
    ("progress", &["model", "check", "handbook"]),
    ("report", &["model", "check", "load", "compose", "document", "handbook", "tree", "import", "progress"]),
    ("edit", &["model", "check", "load", "write", "privacy"]),
];

/// Files of the program, which stand above the library.
const PROGRAM: [&str; 7] = ["main.rs", "cli.rs", "cli", "exit.rs", "screen.rs", "command", "ask"];

fn sources() -> Vec<(PathBuf, String)> {
    fn collect(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                collect(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push((path.clone(), fs::read_to_string(&path).unwrap()));
            }
        }
    }
    let mut found = Vec::new();
    collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    found
}

/// The part that a file belongs to: `check` for `src/check/rule/id.rs`.
fn part(path: &Path) -> String {
    let inside = path.strip_prefix(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).unwrap();
    let first = inside.iter().next().unwrap().to_string_lossy();
    if inside.iter().count() == 1 && !PROGRAM.contains(&first.as_ref()) {
        first.trim_end_matches(".rs").to_owned()
    } else {
        first.into_owned()
    }
}

/// Code without comments and inline tests.
fn code(text: &str) -> String {
    let text = text.split("#[cfg(test)]").next().unwrap_or_default();
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

#[test]
fn every_part_knows_only_what_it_may() {
    let mut seen = 0;
    for (path, text) in sources() {
        let part = part(&path);
        if PROGRAM.contains(&part.as_str()) || part == "lib" {
            continue;
        }
        let (_, allowed) = MAY_KNOW
            .iter()
            .find(|(name, _)| *name == part)
            .unwrap_or_else(|| panic!("{part} has no place in the layers"));
        for used in code(&text).split("crate::").skip(1) {
            let name: String = used.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect();
            // `use crate::{a, b}` would hide what is named: nobody writes it.
            assert!(!name.is_empty(), "{}: name the part after crate::", path.display());
            assert!(name == part || allowed.contains(&name.as_str()), "{}: {part} may not know {name}", path.display());
            seen += 1;
        }
    }
    assert!(seen > 30, "only {seen} names were looked at");
}

#[test]
fn only_loading_and_writing_touch_the_disk() {
    for (path, text) in sources() {
        let part = part(&path);
        if !["load", "write"].contains(&part.as_str()) && !PROGRAM.contains(&part.as_str()) {
            for word in ["std::fs", "fs::", "File::"] {
                assert!(!code(&text).contains(word), "{} uses {word}", path.display());
            }
        }
    }
}

#[test]
fn the_library_leaves_the_terminal_and_the_environment_alone() {
    for (path, text) in sources() {
        if PROGRAM.contains(&part(&path).as_str()) {
            continue;
        }
        for word in [
            "println!",
            "eprintln!",
            "print!(",
            "stdout()",
            "stderr()",
            "env::var",
            "process::exit",
            "dialoguer",
            "indicatif",
        ] {
            assert!(!code(&text).contains(word), "{} uses {word}", path.display());
        }
    }
}

#[test]
fn there_is_no_clock_and_no_chance_inside() {
    for (path, text) in sources() {
        for word in ["::now()", "SystemTime", "Instant", "rand::", "HashSet<"] {
            assert!(!code(&text).contains(word), "{} uses {word}", path.display());
        }
    }
}

#[test]
fn every_file_says_first_what_it_is_for() {
    for (path, text) in sources() {
        assert!(text.starts_with("//! "), "{} does not say what it is for", path.display());
    }
}
