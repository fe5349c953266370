//! A form that someone filled in is never read: what wep made is no input.

use std::fs;
use std::path::Path;

use super::{BSN, COMMANDS, everything, holds, veldrijk};
use crate::command::{text, wep};

/// What stands in the forms, and nowhere else.
const SAID: &str = "Kwakernaat-Zylstra";

fn fill_in(folder: &Path) {
    let output = folder.join("uitvoer");
    for name in ["intakeformulier.md", "intakeformulier.html", "ingevuld.md", "ingevuld.csv", "ingevuld.yaml"] {
        let made = fs::read_to_string(output.join(name)).unwrap_or_default();
        fs::write(output.join(name), format!("{made}\nNaam: {SAID}, BSN {BSN}, heeft schizofrenie\n")).unwrap();
    }
}

fn run_all(folder: &Path) {
    for command in COMMANDS {
        let arguments = [*command, if makes(command) { &["--formaat", "md,html"] } else { &[] }].concat();
        let output = wep(folder, &arguments);
        for said in [&output.stdout, &output.stderr] {
            assert!(!holds(said, SAID) && !holds(said, BSN), "{command:?}: {}", text(said));
        }
    }
}

/// The command makes documents whose forms can be chosen.
fn makes(command: &[&str]) -> bool {
    let other = ["status", "controleer", "stap", "organisatie"];
    !other.contains(&command[0]) && !command.contains(&"--toon")
}

#[test]
fn what_is_made_is_the_same_whether_a_form_was_filled_in_or_not() {
    let (one, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (without, with) = (veldrijk(one.path()), veldrijk(other.path()));
    for folder in [&without, &with] {
        assert!(wep(folder, &["intakeformulier", "--formaat", "md,html"]).status.success());
    }
    fill_in(&with);
    let filled: Vec<_> = everything(&with).into_iter().filter(|(_, bytes)| holds(bytes, SAID)).collect();
    assert_eq!(filled.len(), 5);
    run_all(&without);
    run_all(&with);
    let (made, made_with) = (everything(&without), everything(&with));
    for (path, bytes) in &filled {
        assert_eq!(made_with.get(path), Some(bytes), "a form is left as it was filled in");
    }
    for (path, bytes) in &made_with {
        let name = path.strip_prefix(&with).unwrap();
        if !filled.iter().any(|(form, _)| form == path) {
            assert!(!holds(bytes, SAID) && !holds(bytes, BSN), "{}", name.display());
            // The record and the overview tell that a form was edited; all else is byte for byte the same.
            let record =
                name.ends_with("index.html") || name.iter().any(|part| part.to_string_lossy().starts_with('.'));
            assert!(record || made.get(&without.join(name)) == Some(bytes), "{} differs", name.display());
        }
    }
}

/// Whoever opens a pipe into which nobody writes, waits for ever.
#[cfg(unix)]
#[test]
fn no_other_command_even_opens_a_form() {
    use std::process::{Command, Stdio};
    use std::time::{Duration, Instant};
    let base = tempfile::tempdir().unwrap();
    let folder = veldrijk(base.path());
    fs::create_dir_all(folder.join("uitvoer")).unwrap();
    for name in
        ["intakeformulier.docx", "intakeformulier.pdf", "intakeformulier.html", "intakeformulier.md", "ingevuld.yaml"]
    {
        assert!(Command::new("mkfifo").arg(folder.join("uitvoer").join(name)).status().unwrap().success());
    }
    for command in COMMANDS.iter().filter(|command| !matches!(command, ["intakeformulier"] | ["dossier"])) {
        let formats: &[&str] = if makes(command) { &["--formaat", "md,html"] } else { &[] };
        let mut child = Command::new(env!("CARGO_BIN_EXE_wep"))
            .args([*command, formats].concat())
            .current_dir(&folder)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let begin = Instant::now();
        while child.try_wait().unwrap().is_none() {
            if begin.elapsed() > Duration::from_secs(60) {
                child.kill().unwrap();
                panic!("{command:?} waits for a form");
            }
            std::thread::sleep(Duration::from_millis(5));
        }
    }
}
