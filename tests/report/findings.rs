//! Findings on the terminal and as JSON.

use wep::check::{Code, Finding, Route};
use wep::load::{Sources, read_str};
use wep::model::{Convenant, Wep, file};
use wep::report::findings;

fn example() -> (Vec<Finding>, Sources) {
    let mut sources = Sources::default();
    let (_, mut found, source) =
        read_str::<Convenant>(file::CONVENANT, "partijen:\n  - taken: [x]\neinddatum: later\n");
    sources.add(source);
    let (_, in_wep, source) = read_str::<Wep>(file::WEP, "gemeente: Utrecht\nnaam: no\ncontact:\n  naam:\n");
    sources.add(source);
    found.extend(in_wep);
    let party = Route::from("partijen").index(0).field("organisatie");
    found.push(Finding::at(Code::Missing, file::CONVENANT, party, "de organisatie ontbreekt"));
    let contact = Route::from("contact").field("naam");
    found.push(Finding::at(Code::Missing, file::WEP, contact, "de naam van het contact ontbreekt").help("vul in"));
    let gemeente = Finding::at(Code::UnknownReference, file::WEP, "gemeente".into(), "die gemeente is er niet");
    found.push(gemeente.label("deze").help("kies een andere"));
    (found, sources)
}

#[test]
fn errors_come_in_full_and_gaps_in_short() {
    let (found, sources) = example();
    insta::assert_snapshot!(findings::plain(&found, &sources, false, 100));
}

#[test]
fn the_order_of_findings_does_not_matter() {
    let (mut found, sources) = example();
    let expected = (findings::plain(&found, &sources, true, 80), findings::json(&found, &sources));
    found.reverse();
    assert_eq!((findings::plain(&found, &sources, true, 80), findings::json(&found, &sources)), expected);
    assert!(expected.0.contains("\u{1b}["));
}

#[test]
fn json_has_every_field() {
    let (found, sources) = example();
    insta::assert_snapshot!(findings::json(&found, &sources));
}

#[test]
fn the_count_is_right_in_number() {
    let of = |codes: &[Code]| {
        let found: Vec<_> = codes.iter().map(|code| Finding::at(*code, file::WEP, Route::new(), "x")).collect();
        findings::summary(&found)
    };
    assert_eq!(of(&[]), "Alles in orde.");
    assert_eq!(of(&[Code::Syntax]), "1 fout");
    assert_eq!(of(&[Code::Missing, Code::Syntax, Code::YamlTrap, Code::Syntax]), "2 fouten, 1 waarschuwing, 1 gat");
    assert_eq!(of(&[Code::Missing, Code::YamlTrap, Code::Choice, Code::YamlTrap]), "2 waarschuwingen, 2 gaten");
}

#[test]
fn a_wide_line_is_cut_around_the_spot() {
    let text = format!("contact: {{naam: {}, telefoon: [1], email: {}}}\n", "x".repeat(10_000), "y".repeat(10_000));
    let (_, found, source) = read_str::<Wep>(file::WEP, &text);
    let mut sources = Sources::default();
    sources.add(source);
    let shown = findings::plain(&found, &sources, false, 80);
    assert!(shown.contains("[1]"), "{shown}");
    assert!(shown.lines().all(|line| line.chars().count() <= 140), "{shown}");
}
