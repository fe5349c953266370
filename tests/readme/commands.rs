//! Every command that the README names runs, in the folder of a gemeente, and ends well.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use wep::model::{Wep, file};

use super::{code, helps, words};
use crate::command::documents::replace;
use crate::command::{text, wep};

/// Where the README leads a user from nothing to a dossier; `afternoon.rs` runs that.
pub const AFTERNOON: &str = "Een eerste middag";

/// What runs in the place of a command that waits for answers in a window, or for a word in capitals.
const FILLED_IN: &[(&str, &str)] = &[
    ("wep", "wep --help"),
    ("wep init [MAP]", "wep init nieuw --voorbeeld"),
    // Without a window it says what else there is to do; `afternoon.rs` walks in one.
    ("wep gids", "wep gids --help"),
    ("wep stap", "wep stap --help"),
    ("wep uitleg <BEGRIP>...", "wep uitleg wijknetwerk"),
    ("wep dossier [MAP]...", "wep dossier . --formaat md"),
    ("wep dossier gemeenten", "wep dossier .. --formaat md"),
    ("wep stap <STAP> [GEREED|OPEN]", "wep stap convenant gereed --alle --datum 20-1-2027"),
    ("wep profiel <FUNCTIE>", "wep profiel coordinator"),
    ("wep poster [ID]", "wep poster"),
    ("wep flyer <SOORT>", "wep flyer samen-doen"),
    ("wep organisatie toevoegen", "wep organisatie toevoegen --zonder-vragen --naam \"De Brug\" --sector inloop"),
    ("wep organisatie wijzig <ID>", "wep organisatie wijzig herstelhuis --telefoon 0199-123456"),
    ("wep organisatie verwijder <ID>", "wep organisatie verwijder buurttuin --ja"),
    ("wep organisatie importeer <BESTAND>", "wep organisatie importeer lijst.csv --controle"),
    ("wep sjabloon kopieer <NAAM>...", "wep sjabloon kopieer protocol"),
    ("wep sjabloon vergelijk [NAAM]...", "wep sjabloon vergelijk"),
    ("wep sjabloon uitleg [NAAM]", "wep sjabloon uitleg convenant --toon"),
    ("wep maak [NAAM]", "wep maak"),
    ("wep schema [BESTAND]", "wep schema wep.yaml"),
    ("wep aanvulling <SHELL>", "wep aanvulling bash"),
    ("wep man [MAP]", "wep man man"),
    // The list stands there as CSV; tests/import reads workbooks.
    ("wep organisatie importeer lijst.xlsx", "wep organisatie importeer lijst.csv --controle"),
    // The gemeente is another, and one folder up.
    ("wep -C heuveldal status", "wep -C ../veldrijk status"),
    ("wep stap convenant open --organisatie welzijn-heuveldal", "wep stap convenant open --organisatie welzijn"),
];

/// What cargo does is not done again inside a test: this test is run by the first, `.ci/pakket` runs the third, and the
/// second runs the program here.
const CARGO: [&str; 4] = [
    "cargo test --locked",
    "cargo run --locked -- init voorbeeld --voorbeeld --documenten",
    "cargo install --locked --path .",
    "cargo test --locked --no-default-features",
];

/// The example in a folder below this one, with a list of organisations and an organisation to which nothing refers. Its
/// documents are quick to make; in Word and PDF `afternoon.rs` makes them.
fn veldrijk(base: &Path) -> PathBuf {
    let folder = base.join("veldrijk");
    assert!(wep(base, &["init", "veldrijk", "--voorbeeld", "--stil"]).status.success());
    let one = ["organisatie", "toevoegen", "--zonder-vragen", "--naam", "Buurttuin", "--sector", "overig", "--stil"];
    assert!(wep(&folder, &one).status.success());
    fs::create_dir(folder.join("sjablonen")).unwrap();
    fs::write(folder.join("sjablonen/brief-aan-bewoners.md.hbs"), "---\ntitel: Brief\n---\nBeste bewoner,\n").unwrap();
    fs::write(folder.join("lijst.csv"), "naam;sector;plaats\nDe Brug;inloop;Súdveld\n").unwrap();
    replace(&folder, file::WEP, "    - docx\n    - pdf\n", "    - md\n    - html\n");
    folder
}

/// The command lines outside the afternoon, each once.
fn lines() -> BTreeSet<String> {
    let code = code().into_iter().filter(|code| !(code.block && code.section == AFTERNOON));
    let lines: Vec<String> = code.flat_map(|code| code.text.lines().map(str::to_owned).collect::<Vec<_>>()).collect();
    let program = |line: &String| matches!(line.split(' ').next(), Some("wep" | "cargo"));
    lines.into_iter().filter(program).collect()
}

#[test]
fn every_command_runs_and_ends_well() {
    let mut used = BTreeSet::new();
    let lines = lines();
    assert!(lines.len() > 40, "{lines:#?}");
    for line in &lines {
        let filled = FILLED_IN.iter().find(|(shown, _)| shown == line);
        used.extend(filled.map(|(shown, _)| *shown));
        let line = filled.map_or(line.as_str(), |(_, runs)| runs);
        let base = tempfile::tempdir().unwrap();
        let folder = veldrijk(base.path());
        let words = words(line);
        let arguments: Vec<&str> = match line.strip_prefix("cargo ") {
            None => words[1..].iter().map(String::as_str).collect(),
            Some(_) => {
                assert!(CARGO.contains(&line), "{line}");
                let ours: Vec<&str> =
                    words.iter().map(String::as_str).skip_while(|word| *word != "--").skip(1).collect();
                if ours.is_empty() {
                    continue;
                }
                ours
            }
        };
        let output = wep(&folder, &arguments);
        assert_eq!(output.status.code(), Some(0), "{line}: {}{}", text(&output.stdout), text(&output.stderr));
    }
    let stale: Vec<&str> = FILLED_IN.iter().map(|(shown, _)| *shown).filter(|shown| !used.contains(shown)).collect();
    assert_eq!(stale, [""; 0], "no longer in the README");
}

#[test]
fn every_option_that_it_names_alone_is_one() {
    let all: String = helps().into_values().collect();
    for code in
        code().iter().filter(|code| !code.block && code.text.starts_with('-') && code.section != "For developers")
    {
        let option = code.text.split(' ').next().unwrap_or_default();
        assert!([" ", ",", "\n"].iter().any(|end| all.contains(&format!("{option}{end}"))), "{option}");
    }
}

#[test]
fn the_two_commands_at_the_top_are_those_to_see_it_and_to_test_it() {
    let blocks: Vec<String> = code().into_iter().filter(|code| code.block).map(|code| code.text).collect();
    let first: Vec<&str> = blocks.iter().take(2).map(|block| block.trim()).collect();
    assert_eq!(first, ["cargo run --locked -- init voorbeeld --voorbeeld --documenten", "cargo test --locked"]);
}

#[test]
fn every_piece_of_a_file_can_stand_in_one() {
    let mut seen = 0;
    for code in code().iter().filter(|code| code.block && !matches!(&code.text[..3], "wep" | "car" | "cd ")) {
        match code.text.split(':').next() {
            Some("huisstijl") => {
                let wep: Wep = serde_yaml::from_str(&code.text).unwrap();
                assert!(wep.huisstijl.kleur.is_some() && wep.huisstijl.logo.is_some());
            }
            Some("rekening") => assert_eq!(the_guard_on(&code.text), Some(0), "{}", code.text),
            Some("---\ntitel") => {
                assert!(shown_by_template(&code.text).contains("Beste bewoner van Veldrijk"), "{}", code.text)
            }
            Some(_) | None => panic!("what is this? {}", code.text),
        }
        seen += 1;
    }
    assert_eq!(seen, 3);
    let without = "rekening: NL02ABNA0123456789\n";
    assert_eq!(the_guard_on(without), Some(1), "and the reason behind it is needed");
}

/// What a document of the gemeente's own with this template shows.
fn shown_by_template(template: &str) -> String {
    let base = tempfile::tempdir().unwrap();
    let folder = veldrijk(base.path());
    fs::write(folder.join("sjablonen/brief-aan-bewoners.md.hbs"), template).unwrap();
    text(&wep(&folder, &["maak", "brief-aan-bewoners", "--toon"]).stdout)
}

/// The exit code of a look at a gemeente with notes like these.
fn the_guard_on(notes: &str) -> Option<i32> {
    let base = tempfile::tempdir().unwrap();
    let folder = veldrijk(base.path());
    fs::write(folder.join("notities.yaml"), notes).unwrap();
    wep(&folder, &["controleer"]).status.code()
}
