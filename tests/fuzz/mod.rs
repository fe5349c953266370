//! The fuzz targets inside `cargo test`: for each the kept corpus once more, and some hundred cases of a fitting shape.

mod shapes;
#[path = "../../fuzz/src/lib.rs"]
mod targets;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use proptest::prelude::*;
use proptest::test_runner::{TestError, TestRunner};

/// What one input may take, on a slow machine and in a debug build.
const MOST: Duration = Duration::from_secs(20);

fn home() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz")
}

fn names(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut all: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    all.sort();
    all
}

fn survives(body: targets::Body, data: &[u8]) {
    let begin = Instant::now();
    body(data);
    assert!(begin.elapsed() < MOST, "{:?}", begin.elapsed());
}

/// How many cases: more when `.ci/fuzz` asks for it.
fn asked(usual: u32) -> u32 {
    std::env::var("WEP_FUZZ_CASES").ok().and_then(|number| number.parse().ok()).unwrap_or(usual)
}

/// The corpus of a target, and then as many cases of this shape.
fn holds(name: &str, shape: impl Strategy<Value = Vec<u8>>, cases: u32) {
    let (_, body) = targets::TARGETS.iter().find(|(known, _)| *known == name).expect("a target");
    let kept = names(&home().join("corpus").join(name));
    assert!(!kept.is_empty());
    for file in &kept {
        // Which file it was is said when it fails.
        eprintln!("{}", file.display());
        survives(*body, &fs::read(file).unwrap());
    }
    let cases = asked(cases);
    let config =
        ProptestConfig { cases, failure_persistence: None, max_shrink_iters: 2_000, ..ProptestConfig::default() };
    let run = TestRunner::new(config).run(&shape, |data| {
        survives(*body, &data);
        Ok(())
    });
    if let Err(TestError::Fail(why, data)) = run {
        panic!("{name}: {why}\nthe input: {:?}", String::from_utf8_lossy(&data));
    }
    println!("{name}: {} executions", kept.len() + cases as usize);
}

macro_rules! targets {
    ($($(#[$mark:meta])* $name:ident: $shape:expr, $cases:literal;)*) => {
        $($(#[$mark])*
        #[test]
        fn $name() {
            holds(stringify!($name), $shape, $cases);
        })*

        const TESTED: &[&str] = &[$(stringify!($name)),*];
    };
}

targets! {
    document: shapes::file_with_choice(), 40;
    edit: shapes::edit(), 150;
    ics: shapes::calendar(), 300;
    import_csv: shapes::table(), 200;
    import_workbook: shapes::workbook(), 200;
    load: shapes::file(), 150;
    logo: shapes::picture(), 200;
    markdown: shapes::markdown(), 300;
    merge: shapes::three_texts(), 300;
    privacy: shapes::sentences(), 300;
    render_docx: shapes::bytes(400), 60;
    render_html: shapes::bytes(400), 40;
    render_markdown: shapes::bytes(800), 200;
    render_text: shapes::bytes(800), 200;
    render_xlsx: shapes::bytes(400), 60;
    template: shapes::template(), 300;
}

#[cfg(feature = "pdf")]
#[test]
fn render_pdf() {
    holds("render_pdf", shapes::bytes(150), 6);
}

/// A target that is forgotten somewhere is one that is not run.
#[test]
fn every_target_is_run_everywhere() {
    let mut known: BTreeSet<&str> = targets::TARGETS.iter().map(|(name, _)| *name).collect();
    // Without the feature there is no such target, but its binary and its corpus stay.
    known.insert("render_pdf");
    let tested: BTreeSet<&str> = TESTED.iter().copied().chain(["render_pdf"]).collect();
    assert_eq!(tested, known);
    let stems = |folder: &str| -> BTreeSet<String> {
        names(&home().join(folder))
            .iter()
            .map(|path| path.file_stem().unwrap().to_string_lossy().into_owned())
            .collect()
    };
    let known: BTreeSet<String> = known.into_iter().map(str::to_owned).collect();
    assert_eq!(stems("fuzz_targets"), known);
    assert_eq!(stems("corpus"), known);
    let manifest = fs::read_to_string(home().join("Cargo.toml")).unwrap();
    let built = manifest.lines().filter_map(|line| line.strip_prefix("path = \"fuzz_targets/"));
    assert_eq!(built.map(|name| name.trim_end_matches(".rs\"").to_owned()).collect::<BTreeSet<_>>(), known);
}
