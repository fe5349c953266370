//! ‘Een eerste middag’ leads from nothing to a convenant, a page with the status and a dossier: this goes the same way.

use std::path::Path;

use expectrl::{ControlCode, Eof, Expect};
use wep::progress::STAPPEN;

use super::commands::AFTERNOON;
use super::{code, words};
use crate::command::terminal::{self, DOWN, answer, ended};
use crate::command::{text, wep};

/// The answers of the picture beside `wep init`.
fn init(folder: &Path) {
    let mut session = terminal::start(folder, &["init"], "xterm");
    answer(&mut session, "Gemeente: ", "Heuveldal");
    answer(&mut session, "Map: ", "");
    answer(&mut session, "Wijk 1: ", "Noord");
    answer(&mut session, "Wijk 2 (Enter: klaar): ", "");
    answer(&mut session, "Trekker: ", "Welzijn Heuveldal");
    answer(&mut session, "Sector van Welzijn Heuveldal", DOWN);
    answer(&mut session, "Partner 1 (Enter: klaar): ", "GGZ Heuveldal");
    answer(&mut session, "Sector van GGZ Heuveldal", &DOWN.repeat(3));
    answer(&mut session, "Partner 2 (Enter: klaar): ", "");
    answer(&mut session, "de coördinator wordt?", "");
    answer(&mut session, "nog niet bekend): ", "11 januari 2027");
    answer(&mut session, "Klopt dit?", "");
    ended(&mut session, 0);
}

/// The first question, and then no more: stopping is always possible.
fn gids(folder: &Path) {
    let mut session = terminal::start(folder, &["gids"], "xterm");
    session.expect(format!("Stap 1 van {}", STAPPEN.len())).unwrap();
    session.expect("Wat wilt u doen?").unwrap();
    session.send(ControlCode::EndOfText).unwrap();
    session.expect(Eof).unwrap();
}

#[test]
fn the_first_afternoon_ends_with_a_convenant_a_status_page_and_a_dossier() {
    let base = tempfile::tempdir().unwrap();
    let mut folder = base.path().to_owned();
    let blocks = code().into_iter().filter(|code| code.block && code.section == AFTERNOON);
    let lines: Vec<String> = blocks.flat_map(|code| code.text.lines().map(str::to_owned).collect::<Vec<_>>()).collect();
    assert_eq!(lines.first().map(String::as_str), Some("cargo install --locked --path ."));
    for line in &lines[1..] {
        match line.as_str() {
            "wep init" => init(&folder),
            "wep gids" => gids(&folder),
            line => match words(line).iter().map(String::as_str).collect::<Vec<_>>()[..] {
                ["cd", into] => folder.push(into),
                ["wep", ref arguments @ ..] => {
                    let output = wep(&folder, arguments);
                    assert_eq!(output.status.code(), Some(0), "{line}: {}", text(&output.stderr));
                }
                _ => panic!("what is this? {line}"),
            },
        }
    }
    for made in ["convenant.docx", "convenant.pdf", "status.html", "index.html", "sociale-kaart.pdf"] {
        assert!(folder.join("uitvoer").join(made).is_file(), "{made}");
    }
}
