//! The folder for documents and its record: what wep made it may replace, and nothing leaves the folder.

use std::fs;
use std::path::Path;
use std::thread;
use std::time::Duration;

use wep::write::record::RECORD;
use wep::write::{Fresh, Origin, Outcome, Output, WriteError};

const ORIGIN: Origin =
    Origin { kind: "convenant", template: Some(("convenant", "# Titel")), form: false, source: None };

fn put(folder: &Path, name: &str, bytes: &[u8]) -> Outcome {
    Output::open(folder).put(name, bytes, ORIGIN, false).unwrap()
}

#[test]
fn what_wep_made_it_may_replace() {
    let base = tempfile::tempdir().unwrap();
    let folder = base.path().join("uitvoer");
    let mut output = Output::open(&folder);
    assert_eq!(output.plan("a.docx", b"1", false).unwrap().outcome, Outcome::New);
    assert!(!folder.exists(), "looking makes nothing");
    assert_eq!(output.put("a.docx", b"1", ORIGIN, false).unwrap(), Outcome::New);
    assert_eq!(output.put("a.docx", b"1", ORIGIN, false).unwrap(), Outcome::Same);
    drop(output);
    assert_eq!(Output::open(&folder).plan("a.docx", b"2", false).unwrap().outcome, Outcome::Changed);
    assert_eq!(put(&folder, "a.docx", b"2"), Outcome::Changed);
}

#[test]
fn what_many_threads_give_comes_in_its_place_and_each_gets_its_answer() {
    let base = tempfile::tempdir().unwrap();
    put(base.path(), "open.docx", b"1");
    fs::write(base.path().join("~$open.docx"), "Anna").unwrap();
    fs::create_dir(base.path().join("30.md")).unwrap();
    let mut output = Output::open(base.path());
    output.take_turn("wep", Duration::ZERO, &mut |_| {}).unwrap();
    let text = |number: usize| format!("Tekst {}\n", number / 2);
    let (given, placed) = output.writing(false, |writer| {
        let give = |name: &str, text: &str| writer.give(&Fresh { name, bytes: text.as_bytes(), origin: ORIGIN });
        let part = |from: usize| -> Vec<_> {
            (from..from + 60).map(|number| (number, give(&format!("{number}.md"), &text(number)))).collect()
        };
        let mut given = thread::scope(|scope| {
            let threads: Vec<_> = (0..4).map(|thread| scope.spawn(move || part(60 * thread))).collect();
            threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect::<Vec<_>>()
        });
        writer.flush();
        given.push((240, give("open.docx", "2")));
        given
    });
    assert_eq!((given.len(), placed.len()), (241, 240));
    for (number, given) in given {
        match (number, given.map(|given| &placed[given.number])) {
            (30, given) => assert!(given.is_err(), "a folder is in the way"),
            (240, Ok(placed)) => assert!(matches!(placed, Err(WriteError::Open { .. })), "{placed:?}"),
            (_, Ok(Ok(Outcome::New))) => {
                assert_eq!(fs::read_to_string(base.path().join(format!("{number}.md"))).unwrap(), text(number));
                assert_eq!(output.made_text(&format!("{number}.md")), Some(text(number)));
            }
            (_, other) => panic!("{number}: {other:?}"),
        }
    }
    output.finish().unwrap();
    assert!(fs::read_dir(base.path().join(".wep")).unwrap().count() <= 2, "nothing is left that waits");
    assert!((0..240).all(|number| Output::open(base.path()).made(&format!("{number}.md")) == (number != 30)));
}

#[test]
fn the_record_says_what_is_made_of_what() {
    let base = tempfile::tempdir().unwrap();
    put(base.path(), "b.md", b"");
    Output::open(base.path()).put("a.ics", b"", Origin::of("agenda"), false).unwrap();
    let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    let expected = format!(
        r##"{{
  "a.ics": {{
    "sha256": "{empty}",
    "soort": "agenda"
  }},
  "b.md": {{
    "sha256": "{empty}",
    "soort": "convenant",
    "sjabloon": {{
      "naam": "convenant",
      "sha256": "8414c43016ec8442de4be38e3a23d73677fa653292981d12d041ff2d31db6805"
    }}
  }}
}}
"##
    );
    assert_eq!(fs::read_to_string(base.path().join(RECORD)).unwrap(), expected);
}

#[test]
fn a_record_of_the_first_versions_is_read_and_written_anew() {
    let base = tempfile::tempdir().unwrap();
    // The SHA-256 of `1`, as they wrote it.
    let old = "6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b";
    let record = base.path().join(RECORD);
    let text = format!("{{\n  \"a.md\": \"{old}\",\n  \"b.md\": \"{old}\"\n}}\n");
    for name in ["a.md", "b.md"] {
        fs::write(base.path().join(name), "1").unwrap();
        fs::write(&record, &text).unwrap();
        assert!(Output::open(base.path()).made(name));
    }
    assert_eq!(put(base.path(), "a.md", b"2"), Outcome::Changed);
    assert_eq!(put(base.path(), "b.md", b"1"), Outcome::Same);
    assert_eq!(fs::read_to_string(&record).unwrap().matches("\"soort\": \"convenant\"").count(), 2);
    // Without the text that wep made, there is nothing to merge from.
    fs::remove_dir_all(base.path().join(".wep")).unwrap();
    fs::write(&record, &text).unwrap();
    fs::write(base.path().join("a.md"), "mijn").unwrap();
    assert_eq!(put(base.path(), "a.md", b"3"), Outcome::Beside { name: "a (nieuw van wep).md".to_owned() });
}

#[test]
fn without_a_whole_record_everything_counts_as_edited() {
    for broken in ["{ kapot", "", "[]", "{\"a.md\": 7}", "{\"a.md\": {\"soort\": \"x\"}}", "{\"a.md\": \"../../a\"}"] {
        let base = tempfile::tempdir().unwrap();
        put(base.path(), "a.md", b"1");
        fs::write(base.path().join(RECORD), broken).unwrap();
        let beside = Outcome::Beside { name: "a (nieuw van wep).md".to_owned() };
        assert_eq!(put(base.path(), "a.md", b"2"), beside, "{broken}");
        assert_eq!(fs::read(base.path().join("a.md")).unwrap(), b"1");
    }
    // Half a record is no record, and the next run with the same content mends it.
    let base = tempfile::tempdir().unwrap();
    put(base.path(), "a.md", b"1");
    let whole = fs::read(base.path().join(RECORD)).unwrap();
    fs::write(base.path().join(RECORD), &whole[..whole.len() / 2]).unwrap();
    assert_eq!(put(base.path(), "a.md", b"1"), Outcome::Same);
    assert_eq!(put(base.path(), "a.md", b"2"), Outcome::Changed);
}

#[test]
fn a_wrong_entry_spoils_no_other() {
    let base = tempfile::tempdir().unwrap();
    put(base.path(), "a.docx", b"1");
    let path = base.path().join(RECORD);
    let text = fs::read_to_string(&path).unwrap().replacen('{', "{\n  \"0.docx\": [],", 1);
    fs::write(path, text).unwrap();
    assert_eq!(put(base.path(), "a.docx", b"2"), Outcome::Changed);
}

#[test]
fn a_name_cannot_leave_the_folder() {
    let base = tempfile::tempdir().unwrap();
    let mut output = Output::open(base.path().join("uitvoer"));
    for name in ["../a", "/etc/x", "a/b", "a\\b", "..", ".", "", "C:a", "a\n", RECORD, ".wep", "nul.md", "a."] {
        assert!(matches!(output.put(name, b"", ORIGIN, true), Err(WriteError::Name { .. })), "{name}");
        assert!(matches!(output.plan(name, b"", true), Err(WriteError::Name { .. })), "{name}");
    }
    assert_eq!(fs::read_dir(base.path()).unwrap().count(), 0);
}
