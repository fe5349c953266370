//! Torture: runs that are killed, disks that are full, folders that vanish, two runs at once. `cargo test` does a few rounds
//! of each; `.ci/torture` sets `WEP_TORTURE` and does hundreds.

mod dossier;
#[cfg(unix)]
mod gids;
mod import;
#[cfg(unix)]
mod machine;
mod new;
mod turns;

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Output, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// Every file below a folder, with what it holds.
pub type Files = BTreeMap<String, Vec<u8>>;

/// How many rounds: few in `cargo test`, many in the torture, a tenth of that in a short one.
fn rounds(few: usize, many: usize) -> usize {
    match std::env::var("WEP_TORTURE").as_deref() {
        Err(_) => few,
        Ok("kort") => few.max(many / 10),
        Ok(_) => many,
    }
}

/// Tells `.ci/torture` what was survived.
pub fn figures(name: &str, figures: serde_json::Value) {
    if std::env::var_os("WEP_TORTURE").is_some() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/torture");
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join(format!("{name}.json")), figures.to_string()).unwrap();
    }
}

/// Moments that nobody chose, and that come back with the same seed (SplitMix64).
struct Chance(u64);

impl Chance {
    fn new(seed: u64) -> Chance {
        let given = std::env::var("WEP_TORTURE_SEED").ok().and_then(|text| text.parse().ok());
        Chance(given.unwrap_or(seed))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// Somewhere from `from` up to `to`.
    fn moment(&mut self, from: Duration, to: Duration) -> Duration {
        let span = to.saturating_sub(from).as_micros().max(1) as u64;
        from + Duration::from_micros(self.next() % span)
    }

    fn one_in(&mut self, number: u64) -> bool {
        self.next().is_multiple_of(number)
    }
}

/// The program, or another one that `WEP_BINARY` names, such as the one that people get.
pub fn program() -> OsString {
    std::env::var_os("WEP_BINARY").unwrap_or_else(|| env!("CARGO_BIN_EXE_wep").into())
}

fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(program());
    command.args(arguments).current_dir(folder).env_remove("NO_COLOR");
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    command(folder, arguments).output().expect("wep can be run")
}

/// Runs to the end, with this exit code.
fn good(folder: &Path, arguments: &[&str], code: i32) -> Output {
    let output = run(folder, arguments);
    assert_eq!(output.status.code(), Some(code), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    output
}

/// Starts a run and kills it after this long. Whether it was still running.
fn killed(folder: &Path, arguments: &[&str], after: Duration) -> bool {
    let mut child: Child =
        command(folder, arguments).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("wep can be run");
    sleep(after);
    let _ = child.kill();
    !has_ended_by_itself(child.wait().unwrap())
}

fn has_ended_by_itself(status: ExitStatus) -> bool {
    status.code().is_some()
}

/// Kills, until there are enough of runs that were still busy. What a run takes here and now is learnt on the way, so that
/// two in three are.
struct Kills {
    name: &'static str,
    wanted: usize,
    done: usize,
    rounds: usize,
    /// Kill before this has passed.
    lasts: Duration,
}

impl Kills {
    fn new(name: &'static str, wanted: usize, lasts: Duration) -> Kills {
        Kills { name, wanted, done: 0, rounds: 0, lasts }
    }

    /// The number of the next round; nothing when it is enough.
    fn next_round(&mut self) -> Option<usize> {
        let Kills { name, wanted, done, rounds, .. } = *self;
        if done >= wanted {
            figures(&format!("kills-{name}"), serde_json::json!({"kills": done, "survived": done}));
            return None;
        }
        assert!(rounds < wanted * 4 + 20, "only {done} of {rounds} runs were still busy");
        self.rounds += 1;
        Some(self.rounds)
    }

    fn count(&mut self, was_busy: bool) {
        self.done += usize::from(was_busy);
        self.lasts = if was_busy { self.lasts * 21 / 20 } else { self.lasts * 9 / 10 };
    }
}

/// How long a run takes.
fn time(work: impl FnOnce()) -> Duration {
    let begin = Instant::now();
    work();
    begin.elapsed()
}

fn files(folder: &Path) -> Files {
    fn collect(root: &Path, folder: &Path, found: &mut Files) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                collect(root, &path, found);
            } else {
                let name = path.strip_prefix(root).unwrap().to_string_lossy().into_owned();
                found.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    let mut found = Files::new();
    collect(folder, folder, &mut found);
    found
}

fn copy(files: &Files, to: &Path) {
    for (name, bytes) in files {
        let path = to.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}

/// What is wep's own and may differ: the file that is locked, the journal, what was not finished.
fn is_of_the_run(name: &str) -> bool {
    let unfinished = |part: &str| part.ends_with(".tmp");
    name.ends_with(".wep/bezig") || name.ends_with("lopend.jsonl") || name.split('/').any(unfinished)
}

/// Without what may differ.
fn lasting(files: Files) -> Files {
    let lasting = files.into_iter().filter(|(name, _)| !is_of_the_run(name));
    lasting
        .map(|(name, bytes)| if name.ends_with(".wep/teksten") { (name, sorted(&bytes)) } else { (name, bytes) })
        .collect()
}

/// The lines of texts that stand behind each other in the order in which they were ready.
fn sorted(texts: &[u8]) -> Vec<u8> {
    let mut lines: Vec<&[u8]> = texts.split(|byte| *byte == b'\n').collect();
    lines.sort_unstable();
    lines.concat()
}

/// The names of files that are not the same.
fn different(one: &Files, other: &Files) -> Vec<String> {
    let names = one.keys().chain(other.keys()).collect::<std::collections::BTreeSet<_>>();
    names.into_iter().filter(|name| one.get(*name) != other.get(*name)).cloned().collect()
}

/// Nothing of an unfinished write is left.
fn is_clean(files: &Files) -> bool {
    !files
        .keys()
        .any(|name| name.contains(".tmp") || name.ends_with("lopend.jsonl") || name.ends_with("wijziging.json"))
}

/// The invented gemeente that comes with wep, in a folder below this one.
fn example(base: &Path) -> PathBuf {
    good(base, &["init", "veldrijk", "--voorbeeld", "-q"], 0);
    base.join("veldrijk")
}
