//! What is written with serde_yaml reads back as the same.

use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use wep::check::Code;
use wep::load::read_str;
use wep::model::{
    Bedrag, Besluit, Convenant, Datum, Onderdeel, OnderdeelSoort, Partij, Stap, Startbijeenkomst, Subgroepen, Tijd,
    file,
};

/// Texts that are not blank, for a blank one counts as not filled in; and without U+2028 and U+2029, which serde_yaml
/// writes as line ends of YAML 1.1 and so changes itself.
fn text() -> impl Strategy<Value = String> {
    let hostile = [
        "no",
        "Yes",
        "~ ",
        "null",
        "Null",
        "true",
        "0101234567",
        "3.50",
        "09:00",
        "1e3",
        "2027-01-11",
        "a: b",
        "- a",
        "#x",
        "a #b",
        "&a",
        "*a",
        "!a",
        "%a",
        "@a",
        "`a`",
        "\"a",
        "'a'",
        "[a]",
        "{a}",
        "a\nb",
        "a\n\n b\n",
        "\ta",
        " a ",
        "é😀",
        "a\\b",
        "<<",
        "---",
        "...",
        "? a",
        "| a",
        "> a",
        "a:",
        ":",
        "\u{202E}a",
        "\u{7f}a",
        "a\r\nb",
        "\u{85}x",
    ];
    let any = "\\PC{0,20}".prop_filter("blank or changed by the writer", |text: &String| {
        !text.trim().is_empty() && !text.contains(['\u{2028}', '\u{2029}'])
    });
    prop_oneof![proptest::sample::select(hostile.map(str::to_owned).to_vec()), any]
}

fn date() -> impl Strategy<Value = Datum> {
    (1000i16..9999, 1i8..=12, 1i8..=28).prop_map(|(year, month, day)| format!("{year}-{month}-{day}").parse().unwrap())
}

fn time() -> impl Strategy<Value = Tijd> {
    (0u32..24 * 60).prop_map(|minutes| Tijd::from_minutes(minutes).unwrap())
}

fn party() -> impl Strategy<Value = Partij> {
    (of(text()), vec(text(), 0..4), of(0u32..10_000_000), of(-1_000_000i64..1_000_000_000), of(text())).prop_map(
        |(organisatie, taken, uren_per_week, cents, in_natura)| Partij {
            organisatie,
            taken,
            uren_per_week,
            bijdrage_per_jaar: cents.map(Bedrag::from_cents),
            in_natura,
        },
    )
}

fn convenant() -> impl Strategy<Value = Convenant> {
    let decision = of(proptest::sample::select(vec![Besluit::Unaniem, Besluit::Meerderheid]));
    (vec(party(), 0..4), vec(text(), 0..4), decision, of(0u32..10_000_000), of(date())).prop_map(
        |(partijen, overwegingen, besluiten, opzegtermijn_maanden, ingangsdatum)| Convenant {
            partijen,
            overwegingen,
            besluiten,
            opzegtermijn_maanden,
            ingangsdatum,
            ..Convenant::default()
        },
    )
}

fn kickoff() -> impl Strategy<Value = Startbijeenkomst> {
    let kind = proptest::sample::select(vec![OnderdeelSoort::Welkom, OnderdeelSoort::Pauze, OnderdeelSoort::Anders]);
    let part = (kind, of(text()), of(0u32..10_000_000), of(time())).prop_map(|(soort, titel, duur, tijd)| Onderdeel {
        soort,
        titel,
        duur,
        tijd,
        ..Onderdeel::default()
    });
    let step = (of(text()), of(0u32..500)).prop_map(|(opdracht, duur)| Stap { opdracht, duur });
    (of(date()), of(time()), vec(part, 0..4), vec(step, 0..3)).prop_map(|(datum, begin, programma, stappen)| {
        let subgroepen = Subgroepen { stappen, ..Subgroepen::default() };
        Startbijeenkomst { datum, begin, programma, subgroepen, ..Startbijeenkomst::default() }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_convenant(convenant in convenant()) {
        let written = serde_yaml::to_string(&convenant).unwrap();
        let (read, found, _) = read_str::<Convenant>(file::CONVENANT, &written);
        prop_assert!(found.iter().all(|finding| finding.code == Code::YamlTrap), "{found:#?}\n{written}");
        prop_assert_eq!(read, convenant, "{}", written);
    }

    #[test]
    fn a_kickoff(kickoff in kickoff()) {
        let written = serde_yaml::to_string(&kickoff).unwrap();
        let (read, found, _) = read_str::<Startbijeenkomst>(file::STARTBIJEENKOMST, &written);
        prop_assert!(found.iter().all(|finding| finding.code == Code::YamlTrap), "{found:#?}\n{written}");
        prop_assert_eq!(read, kickoff, "{}", written);
    }
}
