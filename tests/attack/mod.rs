//! The table of attacks × formats: every text of the list, read back from every format by a reader that is not ours.
//!
//! A cell is inert when the text comes back as text, and the file is built the same as with a text of plain words: as many
//! elements, links, fields, formulas, events, rows. With `WEP_TORTURE` the sum goes to `target/torture/attacks.json`.

mod data;
mod documents;
mod list;
mod messages;
mod pages;
mod project;
mod tables;

use std::collections::BTreeMap;
use std::sync::Mutex;

pub use list::{LITERAL, all};

/// What a reader makes of a file.
pub struct Seen {
    /// What it is built of, without the words.
    pub shape: Vec<String>,
    /// All its words.
    pub words: String,
}

/// The columns of the table, each with a test of its own.
const FORMATS: [&str; 17] = [
    "markdown",
    "html",
    "docx",
    "pdf",
    "tekst",
    "csv",
    "csv voor excel",
    "xlsx",
    "werkmap",
    "ics",
    "vcard",
    "hsds",
    "geojson",
    "json van opdrachten",
    "zoekpagina",
    "statuspagina",
    "overzicht",
];

/// The attacks, each with a mark of its own behind it by which it is known.
fn marked() -> Vec<String> {
    all().iter().enumerate().map(|(number, attack)| format!("{attack} m{number}m")).collect()
}

fn plain(count: usize) -> Vec<String> {
    (0..count).map(|number| format!("gewoon m{number}m")).collect()
}

/// The characters of a text that every format keeps: no white space, nothing that is no character.
pub fn visible(text: &str) -> String {
    let kept = |letter: &char| {
        let code = u32::from(*letter);
        let no_character = (0xFDD0..=0xFDEF).contains(&code) || code & 0xFFFE == 0xFFFE;
        !(letter.is_whitespace() || letter.is_control() || no_character || *letter == char::REPLACEMENT_CHARACTER)
    };
    text.chars().filter(kept).collect()
}

/// Fills the column of a format: all attacks in one file, against as many texts of plain words in the same places.
fn fill(format: &str, read: impl Fn(&[String]) -> Seen) {
    fill_where(format, read, visible, |_| true);
}

/// As [`fill`], for a format of which the reader gives the letters otherwise; `comes_back` says for which attacks the text is
/// to be found.
fn fill_where(
    format: &str,
    read: impl Fn(&[String]) -> Seen,
    letters: impl Fn(&str) -> String,
    comes_back: impl Fn(&str) -> bool,
) {
    let attacks = marked();
    // By its name an organisation stands elsewhere in a list, so the order says nothing; the number of parts does.
    let read = |texts: &[String]| {
        let mut seen = read(texts);
        seen.shape.sort();
        seen
    };
    let seen = read(&attacks);
    let calm = read(&plain(attacks.len()));
    let mut active: Vec<String> = Vec::new();
    if seen.shape != calm.shape {
        // Which of them did it shows when each stands alone.
        let one = read(&plain(1)).shape;
        active.extend(attacks.iter().filter(|attack| read(std::slice::from_ref(*attack)).shape != one).cloned());
        let differs = seen.shape.iter().zip(&calm.shape).position(|(left, right)| left != right);
        let at = differs.unwrap_or(seen.shape.len().min(calm.shape.len()));
        let near = |shape: &[String]| shape[at.saturating_sub(4).min(shape.len())..shape.len().min(at + 4)].join(" ");
        active.push(format!("built as {} where it should be {}", near(&seen.shape), near(&calm.shape)));
    }
    let words = letters(&seen.words);
    let calm_words = letters(&calm.words);
    for (number, attack) in attacks.iter().enumerate() {
        assert!(calm_words.contains(&letters(&format!("gewoon m{number}m"))), "{format} does not show text {number}");
        if comes_back(attack) && !words.contains(&letters(attack)) {
            active.push(attack.clone());
        }
    }
    let shown: Vec<String> = active.iter().map(|attack| attack.chars().take(300).collect()).collect();
    tell(format, attacks.len(), attacks.len().saturating_sub(active.len()));
    assert!(active.is_empty(), "{format}: {shown:#?}");
}

/// Adds a column to the sum, and writes what there is of it.
fn tell(format: &str, attacks: usize, inert: usize) {
    static SUM: Mutex<BTreeMap<String, usize>> = Mutex::new(BTreeMap::new());
    assert!(FORMATS.contains(&format), "{format} is no column of the table");
    let mut sum = SUM.lock().unwrap();
    sum.insert(format.to_owned(), inert);
    println!("{format}: {inert} of {attacks} attacks inert");
    if std::env::var_os("WEP_TORTURE").is_some() {
        let told = serde_json::json!({
            "attacks": attacks,
            "formats": FORMATS.len(),
            "cells": attacks * FORMATS.len(),
            "inert": sum.values().sum::<usize>(),
            "columns": *sum,
        });
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("target/torture");
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("attacks.json"), format!("{told:#}\n")).unwrap();
    }
}

#[test]
fn the_list_is_long_and_says_nothing_twice() {
    let all = all();
    let unique: std::collections::BTreeSet<&String> = all.iter().collect();
    assert_eq!(unique.len(), all.len());
    assert!(all.len() > 150, "{}", all.len());
}
