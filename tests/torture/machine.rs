//! The machine refuses: a full disk, no rights, a folder that vanishes. One clear message, exit 4, and old files whole.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use wep::model::file;

use super::{command, copy, different, example, figures, files, good, lasting, program};

const ADD: [&str; 6] = ["organisatie", "toevoegen", "--naam", "Nieuw", "--sector", "welzijn"];
const DOSSIER: [&str; 3] = ["dossier", "--formaat", "docx"];

/// One message that says this and the way out, and exit 4.
fn refused(output: &Output, why: &str) {
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(4), "{told}");
    let errors: Vec<&str> = told.lines().filter(|line| line.starts_with("fout:")).collect();
    assert_eq!(errors.len(), 1, "{told}");
    assert!(errors[0].contains(why), "{told}");
    let after = told.split("fout:").nth(1).unwrap_or_default();
    assert!(after.lines().nth(1).is_some_and(|help| help.starts_with("  ")), "no way out: {told}");
    assert!(!told.contains("panicked") && !told.contains("os error"), "{told}");
}

/// Runs as somebody who is not the owner of the machine, whom no right is refused. Nothing where that is not possible.
fn as_nobody(folder: &Path, arguments: &[&str]) -> Option<Output> {
    let program = program();
    let root = Command::new("id").arg("-u").output().is_ok_and(|id| id.stdout.starts_with(b"0\n"));
    if !root {
        return command(folder, arguments).output().ok();
    }
    let mut nobody = Command::new("setpriv");
    nobody.args(["--reuid=65534", "--regid=65534", "--clear-groups"]).current_dir(folder).stdin(Stdio::null());
    let possible = nobody.args(["test", "-x"]).arg(&program).status().is_ok_and(|status| status.success());
    if !possible {
        return None;
    }
    let mut nobody = Command::new("setpriv");
    nobody.args(["--reuid=65534", "--regid=65534", "--clear-groups"]).arg(&program).args(arguments);
    nobody.current_dir(folder).stdin(Stdio::null()).output().ok()
}

/// The example, for everybody to write in.
fn for_everybody(base: &Path) -> std::path::PathBuf {
    let folder = example(base);
    fs::set_permissions(base, Permissions::from_mode(0o755)).unwrap();
    open(&folder);
    folder
}

fn open(folder: &Path) {
    fs::set_permissions(folder, Permissions::from_mode(0o777)).unwrap();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { open(&path) } else { fs::set_permissions(&path, Permissions::from_mode(0o666)).unwrap() }
    }
}

#[test]
fn without_rights_there_is_one_message_and_nothing_changes() {
    let base = tempfile::tempdir().unwrap();
    let folder = for_everybody(base.path());
    good(&folder, &["status", "--html", "-q"], 0);
    fs::write(folder.join("uitvoer/status.html"), "van een mens").unwrap();
    open(&folder);
    let before = files(&folder);
    let (mut cases, mut told) = (0, 0);
    let mut case = |mode: u32, what: &Path, arguments: &[&str]| {
        let usual = fs::metadata(what).unwrap().permissions();
        fs::set_permissions(what, Permissions::from_mode(mode)).unwrap();
        let output = as_nobody(&folder, arguments);
        fs::set_permissions(what, usual).unwrap();
        cases += 1;
        if let Some(output) = output {
            refused(&output, "geen rechten");
            told += 1;
        }
        assert_eq!(different(&lasting(before.clone()), &lasting(files(&folder))), Vec::<String>::new());
    };
    case(0o555, &folder, &ADD);
    case(0o444, &folder.join(file::ORGANISATIES), &ADD);
    case(0o000, &folder.join(".wep"), &ADD);
    case(0o000, &folder.join(file::TEAM), &ADD);
    case(0o555, &folder.join("uitvoer"), &DOSSIER);
    case(0o444, &folder.join("uitvoer/status.html"), &["status", "--html", "--overschrijf", "--uitvoer", "uitvoer"]);
    case(0o555, base.path(), &["init", "../nieuw", "--voorbeeld"]);
    if told == 0 {
        eprintln!("not tried: only the owner of the machine can run the program here");
    }
    figures("rights", serde_json::json!({"cases": cases, "survived": told}));
}

/// Runs with no file larger than this many blocks of 512 or 1,024 bytes, as on a disk that is full.
fn cramped(folder: &Path, blocks: u32, arguments: &[&str]) -> Output {
    let mut shell = Command::new("sh");
    shell.args(["-c", &format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\"")]);
    shell.arg(program()).args(arguments).current_dir(folder).stdin(Stdio::null()).output().unwrap()
}

#[test]
fn a_file_that_does_not_fit_leaves_the_old_one() {
    let base = tempfile::tempdir().unwrap();
    let folder = example(base.path());
    good(&folder, &["status", "--html", "-q"], 0);
    let before = lasting(files(&folder));
    fs::write(folder.join(file::WEP), [&before[file::WEP][..], b"\n# anders\n"].concat()).unwrap();
    let before = lasting(files(&folder));
    refused(&cramped(&folder, 1, &ADD), "te groot voor deze schijf");
    refused(&cramped(&folder, 1, &["convenant", "--formaat", "md", "-q"]), "te groot voor deze schijf");
    refused(&cramped(&folder, 1, &["init", "../nieuw", "--voorbeeld"]), "te groot voor deze schijf");
    assert_eq!(different(&before, &lasting(files(&folder))), Vec::<String>::new());
    assert!(!base.path().join("nieuw").exists());
}

#[test]
fn on_a_full_disk_there_is_one_message_and_every_file_is_whole() {
    let base = tempfile::tempdir().unwrap();
    let folder = example(base.path());
    let given = files(&folder);
    good(&folder, &DOSSIER, 0);
    let whole = files(&folder);
    let disk = base.path().join("schijf");
    fs::create_dir(&disk).unwrap();
    let size = given.values().map(|bytes| bytes.len().next_multiple_of(4096)).sum::<usize>() + 400_000;
    let mut mount = Command::new("mount");
    mount.args(["-t", "tmpfs", "-o", &format!("size={size}"), "tmpfs"]).arg(&disk);
    if !mount.stderr(Stdio::null()).status().is_ok_and(|status| status.success()) {
        eprintln!("not tried: only the owner of the machine can make a small disk");
        return;
    }
    let small = disk.join("veldrijk");
    copy(&given, &small);
    let output = command(&small, &DOSSIER).output().unwrap();
    let now = files(&small);
    let edit = command(&small, &ADD).output().unwrap();
    let organisaties = fs::read(small.join(file::ORGANISATIES)).unwrap();
    let unmounted = Command::new("umount").arg(&disk).status().unwrap();
    assert!(unmounted.success());
    refused(&output, "de schijf is vol");
    let made: Vec<&String> = now.keys().filter(|name| name.ends_with(".docx")).collect();
    assert!(!made.is_empty() && made.len() < 30, "{made:?}");
    for (name, bytes) in now.iter().filter(|(name, _)| !name.contains(".wep") && !name.ends_with("index.html")) {
        assert!(whole.get(name) == Some(bytes), "{name} is not whole");
    }
    // What is full for a dossier may have room for one organisation; the old file or the new one is there.
    match edit.status.code() {
        Some(0) => assert!(String::from_utf8_lossy(&organisaties).contains("Nieuw")),
        _ => {
            refused(&edit, "de schijf is vol");
            assert_eq!(organisaties, given[file::ORGANISATIES]);
        }
    }
    figures("disk", serde_json::json!({"cases": 2, "survived": 2}));
}

#[test]
fn a_folder_that_vanishes_is_told_once() {
    let base = tempfile::tempdir().unwrap();
    let folder = example(base.path());
    let mut run = command(base.path(), &["-C", "veldrijk", "dossier", "--formaat", "docx,html,md"]).spawn().unwrap();
    let waiting = folder.join("uitvoer/.wep");
    // The first file that is made ready, without a pause: when all are, it takes only a moment to give them their names.
    let is_begun = |file: fs::DirEntry| file.file_name().to_string_lossy().ends_with(".tmp");
    while !fs::read_dir(&waiting).is_ok_and(|files| files.flatten().any(is_begun)) {
        assert!(run.try_wait().unwrap().is_none(), "it is ready before it began");
    }
    fs::rename(&folder, base.path().join("weg")).unwrap();
    refused(&run.wait_with_output().unwrap(), "de map bestaat niet");
    assert!(!folder.exists(), "nothing is made where the folder was");
    good(&base.path().join("weg"), &["dossier", "--formaat", "md", "-q"], 0);
}

#[test]
fn a_path_that_is_too_long_a_file_in_the_way_and_an_open_document() {
    let base = tempfile::tempdir().unwrap();
    let folder = example(base.path());
    let long = "x".repeat(300);
    let run = |arguments: &[&str]| command(&folder, arguments).output().unwrap();
    refused(&run(&["status", "--html", "--uitvoer", &long]), "te lang");
    refused(&run(&["init", &format!("../{long}"), "--voorbeeld"]), "te lang");
    refused(&run(&["organisatie", "importeer", &long]), "kan niet worden gelezen");
    fs::write(base.path().join("bestand"), "x").unwrap();
    refused(&run(&["status", "--html", "--uitvoer", "../bestand"]), "kan niet worden geschreven");
    refused(&run(&["status", "--html", "--uitvoer", "../bestand/dieper"]), "geen map");
    good(&folder, &["convenant", "--formaat", "docx", "-q"], 0);
    let before = fs::read(folder.join("uitvoer/convenant.docx")).unwrap();
    let text = fs::read_to_string(folder.join(file::WEP)).unwrap();
    fs::write(folder.join(file::WEP), text.replacen("gemeente: ", "gemeente: Groot ", 1)).unwrap();
    fs::write(folder.join("uitvoer/~$nvenant.docx"), "Anna").unwrap();
    refused(&run(&["convenant", "--formaat", "docx"]), "nog open in Word");
    assert_eq!(fs::read(folder.join("uitvoer/convenant.docx")).unwrap(), before);
    fs::remove_file(folder.join("uitvoer/~$nvenant.docx")).unwrap();
    good(&folder, &["convenant", "--formaat", "docx", "-q"], 0);
    assert_ne!(fs::read(folder.join("uitvoer/convenant.docx")).unwrap(), before);
}
