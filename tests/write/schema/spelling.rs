//! Values with a shape of their own in any words: the pattern of the schema and the reader agree on each.

use proptest::prelude::*;
use proptest::sample::select;
use serde_json::json;
use wep::model::{Bedrag, Coordinaat, DagVanDeMaand, Datum, Getal, Herhaling, JaNee, Kleur, Tijd, file};

use super::Judge;

/// Why the reader refuses a text, if it does.
type Reader = fn(&str) -> Option<String>;

/// A file in which the value stands somewhere, its name, and its reader.
const VALUES: [(&str, &str, Reader); 9] = [
    (file::WEP, "Datum", |text| text.parse::<Datum>().err()),
    (file::OVERLEG, "Tijd", |text| text.parse::<Tijd>().err()),
    (file::OVERLEG, "DagVanDeMaand", |text| text.parse::<DagVanDeMaand>().err()),
    (file::ACTIVITEITEN, "Herhaling", |text| text.parse::<Herhaling>().err()),
    (file::BEGROTING, "Bedrag", |text| text.parse::<Bedrag>().err()),
    (file::BEGROTING, "Getal", |text| text.parse::<Getal>().err()),
    (file::ORGANISATIES, "Coordinaat", |text| text.parse::<Coordinaat>().err()),
    (file::WEP, "Kleur", |text| text.parse::<Kleur>().err()),
    (file::OVERLEG, "JaNee", |text| text.parse::<JaNee>().err()),
];

/// What a schema cannot see: which days there are, which day of the week a date is, and how much a number is.
fn is_beyond_a_pattern(name: &str, why: &str, text: &str) -> bool {
    match name {
        "Datum" | "Herhaling" => why.contains("bestaat niet") || why.contains("pas de dag of de datum aan"),
        // More than there are cents to count with.
        "Bedrag" | "Getal" => text.len() > 16,
        _ => false,
    }
}

const WORDS: [&str; 52] = [
    "elke",
    "iedere",
    "Elke",
    "per",
    "om",
    "de",
    "week",
    "weken",
    "twee",
    "2",
    "8",
    "9",
    "02",
    "wekelijks",
    "tweewekelijks",
    "maandelijks",
    "maand",
    "eens",
    "één",
    "een",
    "1",
    "keer",
    "op",
    "dinsdag",
    "Woensdag",
    "zondag",
    "dinsdagen",
    "tweede",
    "2e",
    "laatste",
    "allerlaatste",
    "vijfde",
    "van de maand",
    "van elke maand",
    "in de maand",
    "van",
    "3",
    "31",
    "0",
    "00",
    "2027",
    "227",
    "maart",
    "MEI",
    "mrt",
    "2027-03-03",
    "3-3-2027",
    "3/3",
    "uur",
    ".",
    ",",
    "-",
];

const LETTERS: [&str; 24] = [
    "0", "1", "2", "5", "9", "00", "12", "24", "59", "60", "180", "250", "999", ".", ",", ":", "-", "+", "€", " ",
    "uur", "#", "a", "F",
];

/// Words as people put them one behind the other, and letters and digits in any order.
fn texts() -> impl Strategy<Value = String> {
    let between = select(vec![" ", " ", " ", "  ", ", ", "-", "/", "\t", ""]);
    let words = prop::collection::vec((select(WORDS.to_vec()), between), 1..8)
        .prop_map(|parts| parts.into_iter().fold(String::new(), |all, (word, end)| all + word + end));
    let letters = prop::collection::vec(select(LETTERS.to_vec()), 1..7).prop_map(|parts| parts.concat());
    let known = select(KNOWN.to_vec()).prop_map(str::to_owned);
    // A text that is almost right: one with a word or a letter more.
    let almost = (select(KNOWN.to_vec()), select(WORDS.to_vec()), any::<bool>())
        .prop_map(|(text, word, before)| if before { format!("{word} {text}") } else { format!("{text} {word}") });
    prop_oneof![words, letters, known, almost]
}

/// Ways to write that the parts above seldom make.
const KNOWN: [&str; 40] = [
    "2027-01-11",
    "11-1-2027",
    "11/01/2027",
    "11 januari 2027",
    " 1 MEI 2027 ",
    "31-12-2027",
    "+1-1-2027",
    "001-1-2027",
    "3-maart-2027",
    "2027-3",
    "14.30",
    "9:05",
    "23.59 uur",
    "9.00uur",
    "+9.00",
    "9.00 uuruur",
    "tweede dinsdag",
    "de 2e dinsdag van de maand",
    "elke  laatste vrijdag  in de maand",
    "1ste maandag van iedere maand",
    "elke dinsdag",
    "om de week op woensdag",
    "Om de drie weken op vrijdag.",
    "één keer per week op maandag",
    "eens per maand eerste maandag",
    "1 keer per twee weken dinsdag",
    "maandelijks laatste donderdag",
    "op woensdag 3 maart 2027",
    "woensdag 2027-03-03",
    "€ 1.250,50",
    "€€3",
    "12,-",
    "1.250.50",
    "12.",
    ",5",
    "-53,2012",
    "-0180.000",
    "1F4e6b",
    "#00ff7f",
    "Ja",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn pattern_and_reader_agree_on_any_words(texts in prop::collection::vec(texts(), 20)) {
        JUDGES.with(|judges| {
            for text in &texts {
                for ((_, name, reader), judge) in VALUES.iter().zip(judges) {
                    let why = reader(text).filter(|_| !text.trim().is_empty());
                    let schema = judge.takes(&json!(text));
                    let beyond = schema && why.as_ref().is_some_and(|why| is_beyond_a_pattern(name, why, text));
                    prop_assert!(schema == why.is_none() || beyond, "{} {:?}: schema {}, reader {:?}", name, text, schema, why);
                }
            }
            Ok(())
        })?;
    }
}

thread_local! {
    /// Made once: it takes longer than to judge.
    static JUDGES: Vec<Judge> =
        VALUES.iter().map(|(file, name, _)| Judge::new(file, &format!("#/$defs/{name}"))).collect();
}

/// Among what is tried, enough is taken: otherwise the two would only agree on nonsense.
#[test]
fn every_value_is_taken_in_more_than_one_spelling() {
    for (file, name, _) in VALUES {
        let judge = Judge::new(file, &format!("#/$defs/{name}"));
        let taken = KNOWN.iter().filter(|text| judge.takes(&json!(text))).count();
        assert!(taken > 1 || name == "JaNee", "{name}: {taken}");
    }
}
