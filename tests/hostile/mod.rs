//! Folders that mean harm, through the program itself: it ends by itself and in time, with one clear message, within its
//! memory, and leaves everything outside the folder of the gemeente unread and unchanged.
//!
//! With `WEP_TORTURE` the sum goes to `target/torture/folders.json`.

mod files;
mod lists;
mod logos;
mod output;
mod pictures;
mod run;
mod yaml;

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock};

use run::watched;

/// Stands in every file outside the folder, and may be seen nowhere.
pub const SECRET: &str = "Geheimzinnig-7391";

/// What is tried on every folder: to look, to change, and to make; in the torture suite in more ways than one.
const CALLS: [&[&str]; 6] = [
    &["controleer"],
    &["organisatie", "toevoegen", "--naam", "Stichting Nieuw", "--sector", "welzijn"],
    &["dossier", "--formaat", "md"],
    &["status"],
    &["organisatie", "lijst"],
    &["organisatie", "importeer", "../lijst.csv", "--ja"],
];

/// The example in a folder of its own, and beside it what does not belong to it.
pub struct Ground {
    base: tempfile::TempDir,
    pub folder: PathBuf,
    pub outside: PathBuf,
}

impl Ground {
    pub fn new() -> Ground {
        let base = tempfile::tempdir().unwrap();
        let (folder, outside) = (base.path().join("veldrijk"), base.path().join("buiten"));
        copy(example(), &folder);
        fs::create_dir(&outside).unwrap();
        fs::write(base.path().join("lijst.csv"), "naam;plaats\nStichting Uit de Lijst;Veldrijk\n").unwrap();
        for name in ["wep.yaml", "organisaties.yaml", "voortgang.yaml"] {
            let text = fs::read_to_string(folder.join(name)).unwrap();
            let text = text.replace("Veldrijk", SECRET);
            assert!(text.contains(SECRET) || name == "voortgang.yaml");
            fs::write(outside.join(name), text).unwrap();
        }
        fs::write(outside.join("geheim.md"), format!("# {SECRET}\n")).unwrap();
        fs::write(outside.join("logo.svg"), logos::svg(&format!("<path d='M0 0h9v9z' id='{SECRET}'/>"))).unwrap();
        Ground { base, folder, outside }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// Puts something in the place of a file.
    pub fn put(&self, name: &str, content: impl AsRef<[u8]>) {
        let path = self.path(name);
        let _ = fs::remove_file(&path);
        fs::write(path, content).unwrap();
    }

    pub fn link(&self, name: &str, to: impl AsRef<Path>) {
        let path = self.path(name);
        let _ = fs::remove_file(&path);
        std::os::unix::fs::symlink(to, path).unwrap();
    }

    /// A pipe that nobody writes to: who opens it waits for ever.
    pub fn pipe(&self, name: &str) {
        let path = self.path(name);
        let _ = fs::remove_file(&path);
        assert!(std::process::Command::new("mkfifo").arg(path).status().unwrap().success());
    }

    pub fn replace(&self, name: &str, from: &str, to: &str) {
        let text = fs::read_to_string(self.path(name)).unwrap();
        assert!(text.contains(from), "{name} has no {from}");
        fs::write(self.path(name), text.replacen(from, to, 1)).unwrap();
    }
}

fn example() -> &'static Path {
    static MADE: OnceLock<tempfile::TempDir> = OnceLock::new();
    let base = MADE.get_or_init(|| {
        let base = tempfile::tempdir().unwrap();
        assert!(crate::command::wep(base.path(), &["init", "veldrijk", "--voorbeeld", "-q"]).status.success());
        // The folder for documents is there, as in use.
        fs::create_dir(base.path().join("veldrijk/uitvoer")).unwrap();
        base
    });
    // Its place is known by its file, whoever made it.
    Box::leak(base.path().join("veldrijk").into_boxed_path())
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir(to).unwrap();
    for entry in fs::read_dir(from).unwrap().flatten() {
        let place = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &place)
        } else {
            fs::copy(entry.path(), place).map(drop).unwrap()
        }
    }
}

/// A folder and what is to come of looking at it.
pub struct Case {
    name: &'static str,
    /// How `wep controleer` ends, and something that it says.
    code: i32,
    says: &'static str,
    plant: Box<dyn Fn(&Ground)>,
}

pub fn case(name: &'static str, code: i32, says: &'static str, plant: impl Fn(&Ground) + 'static) -> Case {
    Case { name, code, says, plant: Box::new(plant) }
}

/// Tries all calls on all folders; what went wrong is told together.
pub fn survive(cases: &[Case]) {
    survive_calls(cases, &CALLS[..size(CALLS.len(), 3)]);
}

pub fn survive_calls(cases: &[Case], calls: &[&[&str]]) {
    let mut faults = Vec::new();
    for case in cases {
        let before = faults.len();
        let ground = Ground::new();
        (case.plant)(&ground);
        let outside = snapshot(&ground);
        for (number, call) in calls.iter().enumerate() {
            let told = watched(&ground.folder, call);
            let mut fault =
                |what: String| faults.push(format!("{}: wep {}: {what}\n{told:?}", case.name, call.join(" ")));
            told.faults().into_iter().for_each(&mut fault);
            if number == 0 && (told.code != Some(case.code) || !told.all().contains(case.says)) {
                fault(format!("not {} with ‘{}’", case.code, case.says));
            }
        }
        if snapshot(&ground) != outside {
            faults.push(format!("{}: something outside the folder has changed", case.name));
        }
        faults.extend(
            leaks(&ground.folder).into_iter().map(|path| format!("{}: {} tells it", case.name, path.display())),
        );
        account(calls.len(), faults.len() == before);
    }
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
}

/// All there is beside the folder: content, and when it was changed.
fn snapshot(ground: &Ground) -> BTreeMap<PathBuf, (Vec<u8>, i64, i64)> {
    fn look(path: &Path, found: &mut BTreeMap<PathBuf, (Vec<u8>, i64, i64)>) {
        let about = path.symlink_metadata().unwrap();
        let content = if about.is_file() { fs::read(path).unwrap() } else { Vec::new() };
        found.insert(path.to_owned(), (content, about.mtime(), about.mtime_nsec()));
        if about.is_dir() {
            fs::read_dir(path).unwrap().flatten().for_each(|entry| look(&entry.path(), found));
        }
    }
    let mut found = BTreeMap::new();
    look(&ground.outside, &mut found);
    found
}

/// The files in the folder that hold what only stands outside it.
fn leaks(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let (path, kind) = (entry.path(), entry.file_type().unwrap());
        if kind.is_dir() {
            found.extend(leaks(&path));
        } else if kind.is_file() && entry.metadata().unwrap().len() < 5_000_000 {
            let bytes = fs::read(&path).unwrap_or_default();
            let told = bytes.windows(SECRET.len()).any(|piece| piece == SECRET.as_bytes());
            found.extend(told.then_some(path));
        }
    }
    found
}

/// How large something is in the torture suite, and in the tests of every day, which have less time.
pub fn size(torture: usize, every_day: usize) -> usize {
    if std::env::var_os("WEP_TORTURE").is_some() { torture } else { every_day }
}

/// Adds a folder to the sum, and writes what there is of it.
fn account(runs: usize, survived: bool) {
    static SUM: Mutex<[usize; 3]> = Mutex::new([0; 3]);
    let mut sum = SUM.lock().unwrap();
    *sum = [sum[0] + 1, sum[1] + runs, sum[2] + usize::from(survived)];
    if std::env::var_os("WEP_TORTURE").is_some() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/torture");
        fs::create_dir_all(&folder).unwrap();
        let told = serde_json::json!({"cases": sum[0], "runs": sum[1], "survived": sum[2]});
        fs::write(folder.join("folders.json"), format!("{told:#}\n")).unwrap();
    }
}
