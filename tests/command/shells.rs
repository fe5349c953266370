//! `wep aanvulling`, loaded by the shells themselves. PowerShell is only read: no test can run it here.

use std::ffi::OsStr;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use super::{text, wep};

/// What was typed, and what the shell must offer for it.
const OFFERED: &[(&str, &[&str])] = &[
    ("wep sta", &["stap", "startbijeenkomst", "status"]),
    ("wep stap conv", &["convenant"]),
    ("wep convenant --formaat h", &["html"]),
    ("wep organisatie ex", &["exporteer"]),
    ("wep organisatie lijst --sector gg", &["ggz"]),
    ("wep uitleg ms", &["mss"]),
    ("wep schema org", &["organisaties.yaml"]),
    ("wep aanvulling f", &["fish"]),
    ("wep profiel wep", &["wep-werker"]),
    ("wep convenant --over", &["--overschrijf"]),
];

/// Puts the script for a shell in a folder; nothing when that shell is not there.
fn script(shell: &str, folder: &Path) -> Option<std::path::PathBuf> {
    let is_there = Command::new(shell).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok();
    if !is_there {
        eprintln!("{shell} is not on this machine: what wep writes for it is not tried");
        return None;
    }
    let output = wep(folder, &["aanvulling", shell]);
    assert!(output.status.success() && output.stderr.is_empty(), "{}", text(&output.stderr));
    let path = folder.join(format!("aanvulling.{shell}"));
    fs::write(&path, output.stdout).unwrap();
    Some(path)
}

fn run(shell: &str, arguments: impl IntoIterator<Item = impl AsRef<OsStr>>, folder: &Path) -> String {
    let output = Command::new(shell).args(arguments).current_dir(folder).env("HOME", folder).output().unwrap();
    assert!(output.stderr.is_empty(), "{shell}: {}", text(&output.stderr));
    text(&output.stdout)
}

#[test]
fn bash_completes_commands_options_and_choices() {
    let base = tempfile::tempdir().unwrap();
    let Some(script) = script("bash", base.path()) else { return };
    for (typed, expected) in OFFERED {
        let words: Vec<&str> = typed.split(' ').collect();
        let [.., before, last] = words[..] else { panic!("{typed}") };
        let asked = format!(
            "source '{}'; COMP_WORDS=({typed}); COMP_CWORD={}; _wep wep '{last}' '{before}'; printf '%s\\n' \"${{COMPREPLY[@]}}\"",
            script.display(),
            words.len() - 1
        );
        let mut offered: Vec<String> =
            run("bash", ["--noprofile", "--norc", "-c", &asked], base.path()).lines().map(str::to_owned).collect();
        offered.sort();
        assert_eq!(offered, *expected, "{typed}");
    }
}

#[test]
fn fish_completes_them_with_dutch_explanation() {
    let base = tempfile::tempdir().unwrap();
    let Some(script) = script("fish", base.path()) else { return };
    let asked = |typed: &str| {
        let command = format!("source '{}'; complete -C '{typed}'", script.display());
        run("fish", ["--no-config", "-c", &command], base.path())
    };
    for (typed, expected) in OFFERED {
        let offered = asked(typed);
        let mut words: Vec<&str> = offered.lines().filter_map(|line| line.split('\t').next()).collect();
        words.sort_unstable();
        words.dedup();
        assert_eq!(words, *expected, "{typed}: {offered}");
    }
    assert!(asked("wep control").contains("controleer\tZegt wat er niet klopt en wat nog ontbreekt"));
    fs::create_dir(base.path().join("gemeenten")).unwrap();
    assert!(asked("wep dossier gem").starts_with("gemeenten/"), "{}", asked("wep dossier gem"));
}

#[cfg(unix)]
mod at_a_terminal {
    use std::time::Duration;

    use expectrl::{Expect, Session};

    use super::*;

    /// Once this stands there, the shell itself reads the keys.
    const PROMPT: &str = "gereed> ";

    /// Starts a shell that has read the script, and types this with a Tab behind it: `expected` comes to stand there.
    fn tab(shell: &str, arguments: &[&str], load: &str, typed: &str, expected: &str, folder: &Path) {
        let mut command = Command::new(shell);
        command.args(arguments).current_dir(folder).env("HOME", folder).env("TERM", "xterm").env("PS1", PROMPT);
        let mut session = Session::spawn(command).unwrap();
        session.get_process_mut().set_window_size(160, 40).unwrap();
        session.set_expect_timeout(Some(Duration::from_secs(30)));
        // Where the terminal shows nothing of what is typed, bash shows nothing of what it completes. Only from within can it be
        // told so for sure: bash puts back what it found when it began to read.
        session.send_line(format!("stty echo; {load}")).unwrap();
        // Only once it was run does this come without the word before it.
        session.send_line("echo kla''ar").unwrap();
        session.expect("klaar").unwrap_or_else(|error| panic!("{shell} does not load: {error}"));
        session.expect(PROMPT).unwrap();
        session.send(typed).unwrap();
        session.send("\t").unwrap();
        session.expect(expected).unwrap_or_else(|error| panic!("{shell}: {typed} gives no {expected}: {error}"));
    }

    #[test]
    fn zsh_completes_them_with_dutch_explanation() {
        let base = tempfile::tempdir().unwrap();
        let Some(script) = script("zsh", base.path()) else { return };
        fs::create_dir(base.path().join("gemeenten")).unwrap();
        let load = format!("autoload -Uz compinit; compinit -u -D; source '{}'", script.display());
        for (typed, expected) in [
            ("wep sta", "Legt vast wat er gebeurd is"),
            ("wep stap sociale", "-kaart"),
            ("wep convenant --overs", "chrijf"),
            ("wep organisatie lijst --sector welz", "ijn"),
            ("wep dossier gem", "eenten"),
        ] {
            tab("zsh", &["-f", "-i"], &load, typed, expected, base.path());
        }
    }

    #[test]
    fn bash_completes_the_name_of_a_folder_or_file_where_one_belongs() {
        let base = tempfile::tempdir().unwrap();
        let Some(script) = script("bash", base.path()) else { return };
        fs::create_dir(base.path().join("gemeenten")).unwrap();
        fs::write(base.path().join("lijst.xlsx"), "").unwrap();
        let load = format!("source '{}'", script.display());
        for (typed, expected) in [
            ("wep dossier gem", "eenten"),
            ("wep convenant --uitvoer gem", "eenten"),
            ("wep organisatie importeer lij", "st.xlsx"),
        ] {
            tab("bash", &["--noprofile", "--norc", "-i"], &load, typed, expected, base.path());
        }
    }
}

#[test]
fn the_way_to_install_is_told_for_every_shell() {
    let base = tempfile::tempdir().unwrap();
    let help = text(&wep(base.path(), &["aanvulling", "--help"]).stdout);
    for part in
        ["PowerShell (Windows)", "$PROFILE", "zsh (Mac)", "~/.zshrc", "bash (Linux)", "~/.bashrc", "fish/completions"]
    {
        assert!(help.contains(part), "{part}");
    }
    assert_eq!(wep(base.path(), &["aanvulling", "cmd"]).status.code(), Some(2));
}
