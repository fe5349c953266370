//! The layers hold: who may know whom, and who may touch the disk, the terminal and the clock.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// For each part of the library: the parts that it may name.
const MAY_KNOW: &[(&str, &[&str])] = &[
    ("model", &["calendar", "colour"]),
    ("colour", &[]),
    ("character", &[]),
    ("calendar", &["dutch"]),
    ("address", &[]),
    ("archive", &[]),
    ("drawing", &[]),
    ("guarded", &[]),
    ("dutch", &[]),
    ("ics", &[]),
    ("wrap", &[]),
    ("tree", &["drawing", "colour", "character"]),
    ("handbook", &["model", "dutch"]),
    ("check", &["model", "handbook", "calendar", "colour", "privacy", "dutch"]),
    ("privacy", &[]),
    // What stays below a folder is the same for reading as for writing.
    ("load", &["model", "check", "privacy", "write", "dutch"]),
    ("shipped", &[]),
    ("compose", &["tree", "calendar", "drawing", "address", "dutch", "character", "shipped"]),
    ("document", &["ics", "model", "handbook", "compose", "tree", "drawing", "calendar", "dutch"]),
    ("render", &["tree", "archive", "drawing", "colour", "character", "guarded", "wrap"]),
    (
        "export",
        &[
            "model",
            "address",
            "archive",
            "render",
            "tree",
            "progress",
            "handbook",
            "colour",
            "document",
            "check",
            "dutch",
            "character",
            "shipped",
        ],
    ),
    ("write", &["model", "character", "wrap"]),
    ("import", &["model", "check", "write", "privacy", "dutch", "guarded"]),
    ("question", &["model", "check", "handbook", "edit", "write", "privacy"]),
    ("progress", &["model", "check", "handbook", "dutch"]),
    (
        "report",
        &[
            "model",
            "check",
            "load",
            "compose",
            "document",
            "handbook",
            "tree",
            "import",
            "progress",
            "dutch",
            "character",
            "wrap",
        ],
    ),
    ("edit", &["model", "check", "load", "write", "privacy"]),
];

/// Files of the program, which stand above the library.
const PROGRAM: [&str; 8] = ["main.rs", "cli.rs", "cli", "exit.rs", "memory.rs", "screen.rs", "command", "ask"];

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
fn every_part_knows_what_it_may_and_nothing_else() {
    let mut used_by: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (path, text) in sources() {
        let part = part(&path);
        if PROGRAM.contains(&part.as_str()) || part == "lib" {
            continue;
        }
        let (_, allowed) = MAY_KNOW
            .iter()
            .find(|(name, _)| *name == part)
            .unwrap_or_else(|| panic!("{part} has no place in the layers"));
        let names = used_by.entry(part.clone()).or_default();
        for used in code(&text).split("crate::").skip(1) {
            let name: String = used.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect();
            // `use crate::{a, b}` would hide what is named: nobody writes it.
            assert!(!name.is_empty(), "{}: name the part after crate::", path.display());
            assert!(name == part || allowed.contains(&name.as_str()), "{}: {part} may not know {name}", path.display());
            names.insert(name);
        }
    }
    for (part, allowed) in MAY_KNOW {
        let used = used_by.get(*part).unwrap_or_else(|| panic!("there is no part {part}"));
        let unused: Vec<&&str> = allowed.iter().filter(|name| !used.contains(**name)).collect();
        assert!(unused.is_empty(), "{part} may know {unused:?}, and does not: take it out");
    }
}

#[test]
fn the_page_about_the_architecture_has_the_same_table() {
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("ARCHITECTURE.md")).unwrap();
    let block = page.split("## Who may know whom").nth(1).unwrap().split("```").nth(1).unwrap();
    let mut told: Vec<(&str, BTreeSet<&str>)> = Vec::new();
    for line in block.lines().filter(|line| !line.is_empty()) {
        let columns: Vec<&str> = line.split("  ").map(str::trim).filter(|column| !column.is_empty()).collect();
        match columns.split_last() {
            Some((&"nothing", parts)) => told.extend(parts.iter().map(|part| (*part, BTreeSet::new()))),
            _ => told.extend(columns.chunks(2).map(|pair| (pair[0], pair[1].split(' ').collect()))),
        }
    }
    told.sort();
    let mut held: Vec<(&str, BTreeSet<&str>)> =
        MAY_KNOW.iter().map(|(part, allowed)| (*part, allowed.iter().copied().collect())).collect();
    held.sort();
    assert_eq!(told, held);
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
