//! What a person did by hand in a document is never lost, whatever wep makes after that.

use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use tempfile::TempDir;
use wep::write::{Origin, Outcome, Output};

const NEW: &str = "a (nieuw van wep).docx";
/// Where the texts are that wep keeps.
const TEXTS: &str = ".wep/teksten";
const ORIGIN: Origin = Origin { kind: "convenant", template: None, form: false, source: None };

/// A folder in which wep made one document, and a person saved that.
struct Edited {
    base: TempDir,
    name: &'static str,
}

impl Edited {
    fn new(name: &'static str, made: &str, mine: &str) -> Edited {
        let edited = Edited { base: tempfile::tempdir().unwrap(), name };
        assert_eq!(edited.put(made), Outcome::New);
        edited.save(mine);
        edited
    }

    fn path(&self, name: &str) -> PathBuf {
        self.base.path().join(name)
    }

    fn save(&self, text: &str) {
        self.save_as(self.name, text);
    }

    fn save_as(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).unwrap();
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    /// Makes the document; what was planned is what comes of it, and planning writes nothing.
    fn put(&self, text: &str) -> Outcome {
        let before = everything(self.base.path());
        let planned = Output::open(self.base.path()).plan(self.name, text.as_bytes(), false).unwrap().outcome;
        assert_eq!(everything(self.base.path()), before);
        let outcome = Output::open(self.base.path()).put(self.name, text.as_bytes(), ORIGIN, false).unwrap();
        assert_eq!(outcome, planned);
        outcome
    }

    fn replace(&self, text: &str) -> Outcome {
        Output::open(self.base.path()).put(self.name, text.as_bytes(), ORIGIN, true).unwrap()
    }

    /// The texts that the record keeps.
    fn kept_texts(&self) -> usize {
        let is_line = |line: &&str| line.len() > 64 && line[..64].bytes().all(|byte| byte.is_ascii_hexdigit());
        fs::read_to_string(self.path(TEXTS)).map_or(0, |texts| texts.lines().filter(is_line).count())
    }
}

/// Every file in a folder and below, with its content.
fn everything(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => all.extend(everything(&path)),
            false => all.push((path.clone(), fs::read(&path).unwrap())),
        }
    }
    all.sort();
    all
}

fn beside(name: &str) -> Outcome {
    Outcome::Beside { name: name.to_owned() }
}

#[test]
fn what_a_person_changed_and_what_is_new_come_together() {
    let edited = Edited::new("a.md", "een\n\ntwee\n\ndrie\n", "EEN\n\ntwee\n\ndrie\n");
    assert_eq!(edited.put("een\n\ntwee\n\nDRIE\n"), Outcome::Merged);
    assert_eq!(edited.read("a.md"), "EEN\n\ntwee\n\nDRIE\n");
    // From here on the new text is what both begin with.
    assert_eq!(edited.put("een\n\ntwee\n\nDRIE\n"), Outcome::Own);
    assert_eq!(edited.put("een\n\nTWEE\n\nDRIE\n"), Outcome::Merged);
    assert_eq!(edited.read("a.md"), "EEN\n\nTWEE\n\nDRIE\n");
    assert_eq!(edited.kept_texts(), 1);
}

#[test]
fn where_both_changed_the_same_a_person_chooses() {
    let edited = Edited::new("a.md", "een\ntwee\n", "mijn\ntwee\n");
    assert_eq!(edited.put("ons\ntwee\n"), Outcome::Conflict { places: 1 });
    let marked = "<<<<<<< uw versie\nmijn\n=======\nons\n>>>>>>> nieuw van wep\ntwee\n";
    assert_eq!(edited.read("a.md"), marked);
    for text in ["ons\ntwee\n", "ons\nTWEE\n"] {
        assert_eq!(edited.put(text), Outcome::Unresolved);
        assert_eq!(edited.read("a.md"), marked, "marks are not put into marks");
    }
    edited.save("gekozen\ntwee\n");
    assert_eq!(edited.put("ons\ntwee\n"), Outcome::Own);
    assert_eq!(edited.put("ons\ntwee\ndrie\n"), Outcome::Merged);
    assert_eq!(edited.read("a.md"), "gekozen\ntwee\ndrie\n");
}

#[test]
fn what_holds_all_that_is_new_already_is_not_touched() {
    let edited = Edited::new("a.md", "een\n\ntwee\n", "EEN\n\nTWEE\n");
    assert_eq!(edited.put("een\n\nTWEE\n"), Outcome::Own);
    assert_eq!(edited.put("EEN\n\nTWEE\n"), Outcome::Same);
}

#[test]
fn what_cannot_be_merged_stays_with_the_new_version_beside_it() {
    let edited = Edited::new("a.docx", "1", "mijn");
    assert_eq!(edited.put("1"), Outcome::Own, "nothing is new");
    assert!(!edited.path(NEW).exists());
    for text in ["2", "2", "3"] {
        assert_eq!(edited.put(text), beside(NEW));
        assert_eq!((edited.read("a.docx").as_str(), edited.read(NEW).as_str()), ("mijn", text));
    }
    // Taken over and thrown away: it has been dealt with.
    fs::remove_file(edited.path(NEW)).unwrap();
    assert_eq!(edited.put("3"), Outcome::Own);
    assert_eq!(edited.put("4"), beside(NEW));
    assert_eq!(edited.kept_texts(), 0);
}

#[test]
fn the_new_version_goes_when_it_stands_in_the_file_itself() {
    let put_back = |edited: &Edited| fs::rename(edited.path(NEW), edited.path("a.docx")).unwrap();
    let copy = |edited: &Edited| fs::write(edited.path("a.docx"), edited.read(NEW)).unwrap();
    let overwrite = |edited: &Edited| drop(edited.replace("2"));
    let remove = |edited: &Edited| fs::remove_file(edited.path("a.docx")).unwrap();
    for resolve in [&put_back as &dyn Fn(&Edited), &copy, &overwrite, &remove] {
        let edited = Edited::new("a.docx", "1", "mijn");
        edited.put("2");
        resolve(&edited);
        edited.put("2");
        assert!(!edited.path(NEW).exists());
        assert_eq!(edited.put("3"), Outcome::Changed);
    }
}

#[test]
fn a_new_version_that_someone_edited_too_is_not_lost_either() {
    let edited = Edited::new("a.docx", "1", "mijn");
    edited.put("2");
    fs::write(edited.path(NEW), "ook mijn").unwrap();
    assert_eq!(edited.put("2"), beside(NEW));
    assert_eq!(edited.put("3"), beside("a (nieuw van wep 2).docx"));
    assert_eq!(edited.replace("3"), Outcome::Replaced { kept_as: "a.bewaard-1.docx".to_owned() });
    assert_eq!((edited.read("a.bewaard-1.docx").as_str(), edited.read(NEW).as_str()), ("mijn", "ook mijn"));
    assert!(!edited.path("a (nieuw van wep 2).docx").exists());
}

#[test]
fn a_text_is_not_merged_over_a_new_version_that_still_waits() {
    let edited = Edited::new("a.md", "een\n", "mijn\n");
    fs::remove_dir_all(edited.path(".wep")).unwrap();
    assert_eq!(edited.put("twee\n"), beside("a (nieuw van wep).md"));
    assert_eq!(edited.put("twee\ndrie\n"), beside("a (nieuw van wep).md"));
    fs::remove_file(edited.path("a (nieuw van wep).md")).unwrap();
    assert_eq!(edited.put("twee\ndrie\n"), Outcome::Own);
}

#[test]
fn a_kept_text_that_someone_changed_is_no_base() {
    let edited = Edited::new("a.md", "een\ntwee\n", "EEN\ntwee\n");
    edited.save_as(TEXTS, &edited.read(TEXTS).replace("een", "EEN"));
    assert_eq!(edited.put("een\nTWEE\n"), beside("a (nieuw van wep).md"));
    assert_eq!(edited.read("a.md"), "EEN\ntwee\n");
}

#[test]
fn what_is_no_text_is_not_merged() {
    let edited = Edited::new("a.md", "een\n", "");
    fs::write(edited.path("a.md"), b"\xff\xfe").unwrap();
    assert_eq!(edited.put("twee\n"), beside("a (nieuw van wep).md"));
    assert_eq!(fs::read(edited.path("a.md")).unwrap(), b"\xff\xfe");
}

#[test]
fn what_a_person_edited_can_be_replaced_and_is_kept_aside() {
    for name in ["a.docx", "a.md"] {
        let edited = Edited::new(name, "1", "");
        let (stem, ending) = name.split_once('.').unwrap();
        for (round, mine) in [(1, "mijn"), (2, "<<<<<<< uw versie\n")] {
            edited.save(mine);
            let kept = format!("{stem}.bewaard-{round}.{ending}");
            let replaced = Outcome::Replaced { kept_as: kept.clone() };
            assert_eq!(Output::open(edited.base.path()).plan(name, b"2", true).unwrap().outcome, replaced);
            assert_eq!(edited.replace("2"), replaced);
            assert_eq!((edited.read(&kept).as_str(), edited.read(name).as_str()), (mine, "2"));
        }
    }
}

/// A text of a few lines.
fn lines() -> impl Strategy<Value = String> {
    prop::collection::vec("[a-d]", 0..8).prop_map(|lines| lines.iter().map(|line| format!("{line}\n")).collect())
}

/// What happens to a document.
#[derive(Debug, Clone)]
enum Step {
    Make(String),
    Overwrite(String),
    /// A person types lines of their own at the end, at the start or instead of all.
    Type(u8),
    Undo,
    ThrowAwayNew,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        4 => lines().prop_map(Step::Make),
        1 => lines().prop_map(Step::Overwrite),
        3 => (0u8..3).prop_map(Step::Type),
        1 => Just(Step::Undo),
        1 => Just(Step::ThrowAwayNew),
    ];
    prop::collection::vec(step, 1..12)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Every line that a person typed is in a file of the folder, until that person takes it away.
    #[test]
    fn nothing_that_a_person_typed_is_ever_lost(steps in steps(), name in prop_oneof![Just("a.md"), Just("a.docx")]) {
        let edited = Edited::new(name, "begin\n", "begin\n");
        let mut typed: Vec<String> = Vec::new();
        for (number, step) in steps.into_iter().enumerate() {
            let mut now = fs::read_to_string(edited.path(name)).unwrap();
            if !now.ends_with('\n') {
                now.push('\n');
            }
            match step {
                Step::Make(text) => drop(edited.put(&text)),
                Step::Overwrite(text) => drop(edited.replace(&text)),
                Step::Type(where_) => {
                    let line = format!("mijn regel {number}");
                    edited.save(&match where_ {
                        0 => format!("{now}{line}\n"),
                        1 => format!("{line}\n{now}"),
                        _ => now.lines().map(|one| format!("{one}{}\n", if one.len() == 1 { "!" } else { "" })).collect::<String>() + &line,
                    });
                    typed.push(line);
                }
                Step::Undo => {
                    let last = typed.pop().unwrap_or_default();
                    let rest: Vec<&str> = now.lines().filter(|line| *line != last).collect();
                    edited.save(&rest.join("\n"));
                }
                Step::ThrowAwayNew => drop(fs::remove_file(edited.path(&name.replace("a.", "a (nieuw van wep).")))),
            }
            let all = everything(edited.base.path()).into_iter();
            let all: Vec<String> = all.map(|(_, bytes)| String::from_utf8(bytes).unwrap()).collect();
            for line in &typed {
                prop_assert!(all.iter().any(|text| text.lines().any(|one| one == line)), "{} in {:?}", line, all);
            }
        }
    }
}
