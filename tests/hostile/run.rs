//! One run of the program under watch: how it ends, what it says, how long it takes and how much memory.

use std::fs::{self, File};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use super::SECRET;

/// No run may take longer; a debug build on a busy machine is given room.
const LONGEST: Duration = Duration::from_secs(90);
/// Who runs so long has been looked at.
const LONG_ENOUGH: Duration = Duration::from_secs(1);
/// No run may have more memory, in kB.
const MOST: u64 = 512 * 1024;
/// What guards the machine when a run has no bound at all, in kB of addresses.
const HARD: &str = "6000000";

/// What a program in Rust says when it breaks down, or when nobody put an error into Dutch.
const RUST: [&str; 14] = [
    "panicked",
    "RUST_BACKTRACE",
    "os error",
    "Os {",
    "thread '",
    "unwrap",
    "called `",
    "No such file",
    "Permission denied",
    "Is a directory",
    "Too many levels",
    "Err(",
    "Some(",
    "stack overflow",
];

pub struct Told {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
    time: Duration,
    /// In kB.
    peak: u64,
}

impl std::fmt::Debug for Told {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let short = |text: &str| text.chars().take(1_500).collect::<String>();
        let Told { code, out, err, time, peak } = self;
        write!(formatter, "[{code:?} {time:.1?} {peak} kB]\n{}\n{}", short(out), short(err))
    }
}

impl Told {
    pub fn all(&self) -> String {
        format!("{}{}", self.out, self.err)
    }

    /// What should not be.
    pub fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        let all = self.all();
        if !self.code.is_some_and(|code| (0..=4).contains(&code)) {
            faults.push(format!("ended with {:?}", self.code));
        }
        if self.code.is_some_and(|code| code > 0) && all.trim().is_empty() {
            faults.push("said nothing".to_owned());
        }
        let wrong = self.err.lines().filter(|line| line.starts_with("fout:")).count();
        if self.code == Some(4) && wrong != 1 {
            faults.push(format!("{wrong} messages"));
        }
        if let Some(word) = RUST.iter().find(|word| all.contains(**word)) {
            faults.push(format!("says ‘{word}’"));
        }
        if all.contains(|letter: char| letter.is_control() && letter != '\n') {
            faults.push("says a control character".to_owned());
        }
        if all.contains(SECRET) {
            faults.push("tells what stands outside".to_owned());
        }
        if self.err.len() > 100_000 {
            faults.push(format!("{} bytes of messages", self.err.len()));
        }
        if self.time > LONGEST {
            faults.push(format!("took {:?}", self.time));
        }
        if self.peak > MOST {
            faults.push(format!("took {} kB", self.peak));
        }
        faults
    }
}

/// Runs `wep` in a folder, and ends it when it does not end.
pub fn watched(folder: &Path, arguments: &[&str]) -> Told {
    let mut all = vec![env!("CARGO_BIN_EXE_wep")];
    all.extend(arguments);
    watched_as(folder, &[], &all)
}

/// As [`watched`], with the program in `call`, started by way of `before`.
pub fn watched_as(folder: &Path, before: &[&str], call: &[&str]) -> Told {
    let said = tempfile::tempdir().unwrap();
    let [out, err] = ["out", "err"].map(|name| said.path().join(name));
    let begin = Instant::now();
    let mut child = Command::new("sh")
        .args(["-c", &format!("ulimit -v {HARD}; exec \"$0\" \"$@\"")])
        .args(before)
        .args(call)
        .current_dir(folder)
        .env("RAYON_NUM_THREADS", "2")
        .env_remove("NO_COLOR")
        .stdin(Stdio::null())
        .stdout(File::create(&out).unwrap())
        .stderr(File::create(&err).unwrap())
        .spawn()
        .unwrap();
    let mut peak = 0;
    let code = loop {
        peak = peak.max(high_water(child.id(), call[0]));
        match child.try_wait().unwrap() {
            Some(status) => break status.code(),
            None if begin.elapsed() > LONGEST => {
                child.kill().unwrap();
                break child.wait().unwrap().code();
            }
            None => std::thread::sleep(Duration::from_millis(2)),
        }
    };
    let seen = peak > 0 || begin.elapsed() < LONG_ENOUGH;
    assert!(seen || !cfg!(target_os = "linux"), "nobody knows how much memory {call:?} took");
    let read = |path| String::from_utf8_lossy(&fs::read(path).unwrap()).into_owned();
    Told { code, out: read(out), err: read(err), time: begin.elapsed(), peak }
}

/// The most memory that a process has had since it is this program, where the system tells it. Just after the start it has
/// another name, and may still have the memory of the tests, with all that other tests hold there.
fn high_water(process: u32, program: &str) -> u64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let about = |field: &str| status.lines().find_map(|line| line.strip_prefix(field)).map(str::trim);
    if about("Name:") != Path::new(program).file_name().and_then(|name| name.to_str()) {
        return 0;
    }
    about("VmHWM:").and_then(|most| most.trim_end_matches("kB").trim().parse().ok()).unwrap_or(0)
}
