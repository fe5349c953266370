//! Nothing that stands in a file may crash or stall the reader.

use std::time::{Duration, Instant};

use proptest::prelude::*;
use wep::check::{Code, Level};
use wep::load::{Sources, read_str};
use wep::model::{Convenant, Organisaties, Wep, file};
use wep::report::findings;

/// Reads and reports, within a time that leaves room for a slow machine and a debug build.
fn survives(content: &[u8]) -> Vec<Code> {
    let begin = Instant::now();
    let (_, found, source) = read_str::<Organisaties>(file::ORGANISATIES, content);
    let mut sources = Sources::default();
    sources.add(source);
    let text = findings::plain(&found, &sources, false, 100);
    assert!(!text.contains(|character: char| character.is_control() && character != '\n'), "{text:?}");
    serde_json::from_str::<serde_json::Value>(&findings::json(&found, &sources)).unwrap();
    assert!(begin.elapsed() < Duration::from_secs(60), "{:?}", begin.elapsed());
    found.iter().map(|finding| finding.code).collect()
}

#[test]
fn deep_nesting_is_refused() {
    let mut stairs = String::new();
    for depth in 0..10_000 {
        stairs.push_str(&" ".repeat(depth % 1_000));
        stairs.push_str("a:\n");
    }
    for text in [stairs, "[".repeat(400_000), "{a: ".repeat(100_000), "- ".repeat(10_000), "? ".repeat(100_000)] {
        assert_eq!(survives(text.as_bytes()), [Code::Syntax]);
    }
}

#[test]
fn an_alias_bomb_is_refused() {
    let mut bomb = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for level in 1..12 {
        let inner = vec![format!("*a{}", level - 1); 10].join(", ");
        bomb.push_str(&format!("a{level}: &a{level} [{inner}]\n"));
    }
    assert_eq!(survives(bomb.as_bytes()), [Code::Syntax]);
    assert_eq!(survives(b"a: &a [*a]\n"), [Code::Syntax]);
}

#[test]
fn anchors_in_anchors_are_counted() {
    let text = format!("{}{}{}", "&a [".repeat(90), "x, ".repeat(50_000), "]".repeat(90));
    assert_eq!(survives(text.as_bytes()), [Code::Syntax]);
}

#[test]
fn a_file_that_is_too_large_is_refused() {
    assert_eq!(survives(&vec![b'#'; 40_000_001]), [Code::Syntax]);
}

#[test]
fn many_errors_stop_at_a_number_one_can_read() {
    let mut text = String::from("organisaties:\n");
    for number in 0..3_000 {
        text.push_str(&format!(
            "  - id: no\n    naam: [{number}]\n    sector: x\n    wijken:\n    adres: y\n    f{number}: z\n"
        ));
    }
    let (model, found, _) = read_str::<Organisaties>(file::ORGANISATIES, &text);
    assert_eq!(found.len(), 201);
    assert!(found.iter().all(|finding| finding.level() == Level::Error));
    assert_eq!(model.organisaties.len(), 3_000);
    survives(text.as_bytes());
}

#[test]
fn a_file_of_nothing_but_mistakes_is_read_within_bounds() {
    let text = format!("organisaties: [{}]\n", "x, ".repeat(1_000_000));
    let (_, found, _) = read_str::<Organisaties>(file::ORGANISATIES, &text);
    assert_eq!(found.len(), 201);
    assert!(found[200].message.contains("999800"), "{}", found[200].message);
    let full = format!("organisaties:\n{}", "  - {id: a, wijken: [b, c, d], rollen: [baas]}\n".repeat(80_000));
    survives(full.as_bytes());
}

#[test]
fn long_lines_and_hostile_signs_do_not_reach_the_terminal() {
    survives(format!("{}: x\n", "x".repeat(1_000)).as_bytes());
    survives(format!("organisaties: [{{naam: {}, sector: {}}}]\n", "é".repeat(10_000), "😀".repeat(10_000)).as_bytes());
    survives(
        "organisaties:\n  - \"\\e[31m\u{202E}\u{1b}]0;x\u{7}\": \u{1b}[2J\n    sector: \"\\e[2J\\n\\0\"\n".as_bytes(),
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        survives(&bytes);
    }

    #[test]
    fn any_signs_of_yaml(text in "([a-z]{0,3}[ \t\n\r:\\-\\[\\]{},&*#?|!%@`\"'\\\\<>~é😀]{0,3}){0,40}") {
        survives(text.as_bytes());
    }

    #[test]
    fn a_good_file_with_one_piece_replaced(at in 0usize..200, length in 0usize..8, piece in "[ \t\n:\\-\\[\\]{},&*#?|!\"'é0]{0,4}") {
        let good = "organisaties:\n  - id: gemeente\n    naam: \"Gemeente é\"\n    sector: gemeente\n    wijken: [a, b]\n    adres:\n      straat: Dorpsstraat 1\n    vertegenwoordiger: {naam: 'Jan'}\n  - id: ggz\n";
        let characters: Vec<char> = good.chars().collect();
        let at = at.min(characters.len());
        let until = (at + length).min(characters.len());
        let text: String = characters[..at].iter().chain(piece.chars().collect::<Vec<_>>().iter()).chain(&characters[until..]).collect();
        survives(text.as_bytes());
        read_str::<Wep>(file::WEP, &text);
        read_str::<Convenant>(file::CONVENANT, &text);
    }
}
