//! Commented YAML: reads back as what was written, and explains every field.

use std::fmt::Debug;

use proptest::prelude::*;
use schemars::JsonSchema;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};
use wep::model::{
    Begroting, Contact, Convenant, Locaties, Organisaties, Overleg, PlanVanAanpak, Project, Startbijeenkomst, Team,
    Voorlichting, Voortgang, Wep, Wijk,
};
use wep::write::{project, schema, yaml};

/// Texts that one reader or another takes for something else.
const HOSTILE: [&str; 40] = [
    "|*#<>&{{x}}$x$=SUM(A1)\\\"'",
    "een\ntwee",
    "een\n\ntwee\n",
    "\n",
    "een\n  ingesprongen\n",
    "\n\nlaat",
    "laat\n\n",
    "---\n- a: b # c\n...",
    "a\r\nb",
    "😀 hand 👩‍👩‍👧",
    "\u{202e}omgekeerd\u{202c}",
    "שלום",
    "no",
    "Ja",
    "~",
    "null",
    "09:00",
    "1:30:00",
    "3.50",
    "1e3",
    "0x1F",
    "0612345678",
    "2027-01-11",
    "- x",
    "? x",
    ": x",
    "@",
    "%",
    "`",
    "!tag",
    "&anker",
    "*verwijzing",
    "[a, b]",
    "{a: b}",
    " spatie ervoor",
    "spatie erna ",
    "\ttab\t",
    "a\u{7}\u{85}\u{2028}\u{feff}\u{fffe}b",
    "a: b",
    "",
];

/// A value that fits the schema, with texts and lengths drawn from the numbers.
fn fitting(root: &Value, part: &Value, numbers: &mut dyn Iterator<Item = usize>) -> Value {
    let draw = numbers.next().unwrap_or(0);
    if let Some(choices) = part.get("anyOf").and_then(Value::as_array) {
        // The others are for what wep reads and never writes.
        return fitting(root, &choices[0], numbers);
    }
    if let Some(reference) = part.get("$ref").and_then(Value::as_str) {
        let name = reference.strip_prefix("#/$defs/").unwrap();
        return match name {
            "Datum" => json!("2027-01-11"),
            "Tijd" => json!("14.30"),
            "DagVanDeMaand" => json!("tweede dinsdag"),
            "Bedrag" => json!("1.250,00"),
            "Getal" => json!("7,5"),
            "Coordinaat" => json!("53.2012"),
            "Kleur" => json!("#1f4e6b"),
            "JaNee" => json!(["ja", "nee"][draw % 2]),
            _ => fitting(root, &root["$defs"][name], numbers),
        };
    }
    if let Some(choices) = part.get("enum").and_then(Value::as_array) {
        return choices[draw % choices.len()].clone();
    }
    if let Some(fields) = part.get("properties").and_then(Value::as_object) {
        let pairs = fields.iter().map(|(name, part)| (name.clone(), fitting(root, part, numbers)));
        // A field that is empty may be left out; wep reads both alike, and serde by itself does not.
        return Value::Object(pairs.filter(|(_, value)| !value.is_null()).collect());
    }
    let types: Vec<&str> = match &part["type"] {
        Value::String(single) => vec![single],
        Value::Array(several) => several.iter().filter_map(Value::as_str).collect(),
        other => panic!("a schema without a type: {other} in {part}"),
    };
    match types[0] {
        "array" => {
            let items = (0..draw % 4).map(|_| fitting(root, &part["items"], numbers));
            items.filter(|item| !item.is_null()).collect()
        }
        _ if types.contains(&"null") && draw.is_multiple_of(8) => Value::Null,
        "string" if draw % 41 == 40 => json!("lang ".repeat(60)),
        "string" => json!(HOSTILE[draw % HOSTILE.len()]),
        "null" => Value::Null,
        "integer" => json!(draw),
        "boolean" => json!(draw.is_multiple_of(2)),
        other => panic!("no value for {other}"),
    }
}

fn reads_back<T: Serialize + DeserializeOwned + JsonSchema + PartialEq + Debug>(value: &T) {
    let text = yaml::commented(value, "naam").unwrap();
    let read: T = serde_yaml::from_str(&text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    assert_eq!(&read, value, "{text}");
}

fn check<T: Serialize + DeserializeOwned + JsonSchema + PartialEq + Debug>(numbers: &[usize]) {
    let root = schema::of::<T>();
    let value = fitting(&root, &root, &mut numbers.iter().copied().cycle().enumerate().map(|(at, n)| at + n));
    reads_back(&serde_json::from_value::<T>(value).unwrap());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_file_reads_back_as_what_was_written(numbers in prop::collection::vec(0usize..1000, 1..60)) {
        check::<Wep>(&numbers);
        check::<Organisaties>(&numbers);
        check::<Team>(&numbers);
        check::<Convenant>(&numbers);
        check::<PlanVanAanpak>(&numbers);
        check::<Overleg>(&numbers);
        check::<Locaties>(&numbers);
        check::<Begroting>(&numbers);
        check::<Startbijeenkomst>(&numbers);
        check::<Voorlichting>(&numbers);
        check::<Voortgang>(&numbers);
    }

    #[test]
    fn any_text_reads_back(text in any::<String>(), lines in "[ a#:\\-|>\t\n\r\"'\\\\\u{202e}é]{0,30}") {
        for text in [text, lines] {
            let contact = Contact { naam: Some(text.clone()), ..Contact::default() };
            let wijken = vec![Wijk { id: Some(text.clone()), naam: Some(text) }];
            reads_back(&Wep { contact, wijken, ..Wep::default() });
        }
    }
}

#[test]
fn hostile_texts_one_by_one_read_back_also_as_items_of_a_list() {
    for text in HOSTILE.into_iter().map(str::to_owned).chain(crate::attack::all()) {
        let convenant = Convenant { overwegingen: vec![text.to_owned(), text.to_owned()], ..Convenant::default() };
        reads_back(&convenant);
    }
}

/// Every object type in a schema: its name and its fields.
fn object_types(schema: &Value) -> Vec<(String, Map<String, Value>)> {
    let definitions = schema["$defs"].as_object().into_iter().flatten();
    let parts = std::iter::once((schema["title"].as_str().unwrap_or_default().to_owned(), schema))
        .chain(definitions.map(|(name, part)| (name.clone(), part)));
    parts.filter_map(|(name, part)| Some((name, part["properties"].as_object()?.clone()))).collect()
}

#[test]
fn every_field_of_every_type_is_explained() {
    let mut fields_seen = 0;
    for (name, text) in project::schema_files().unwrap() {
        let schema: Value = serde_json::from_slice(&text).unwrap();
        assert!(text.ends_with(b"}\n"), "{name}");
        assert!(schema["description"].as_str().is_some_and(|text| text.ends_with('.')), "{name}");
        for (type_name, fields) in object_types(&schema) {
            for (field, part) in fields {
                let text = part["description"].as_str().unwrap_or_default();
                assert!(text.len() > 3 && text.ends_with(['.', '?']), "{name}: {type_name}.{field}: {text:?}");
                fields_seen += 1;
            }
        }
    }
    assert!(fields_seen > 80, "{fields_seen}");
}

#[test]
fn every_field_of_a_new_gemeente_has_its_comment_above_it() {
    for (name, text) in project::yaml_files(&Project::default()).unwrap() {
        let text = String::from_utf8(text).unwrap();
        let mut above = "";
        for line in text.lines() {
            let is_field = !line.trim_start().starts_with(['#', '-']) && line.contains(':');
            assert!(!is_field || above.trim_start().starts_with('#'), "{name}: {line}");
            assert!(line.chars().count() <= 100, "{name}: {line}");
            above = line;
        }
    }
}

#[test]
fn a_file_looks_like_this() {
    let contact = Contact { naam: Some("Anna\nDe Vries".into()), telefoon: Some("0612345678".into()), email: None };
    let wijk = |name: &str| Wijk { id: Some(name.to_lowercase()), naam: Some(name.into()) };
    let wep = Wep {
        gemeente: Some("'s-Hertogenbosch".into()),
        contact,
        wijken: vec![wijk("Noord"), wijk("No")],
        ..Wep::default()
    };
    insta::assert_snapshot!(yaml::commented(&wep, "wep").unwrap());
}

#[test]
fn an_empty_list_shows_what_an_item_looks_like() {
    let text = yaml::commented(&Voortgang::default(), "voortgang").unwrap();
    insta::assert_snapshot!(text);
    // Doing what the comment says gives a file that can be read, with one item in the list.
    let example: String = text
        .lines()
        .skip_while(|line| !line.contains("[]"))
        .skip(2)
        .take_while(|line| line.starts_with('#'))
        .fold(String::new(), |all, line| all + line.replacen('#', "", 1).as_str() + "\n");
    let read: Voortgang = serde_yaml::from_str(&format!("handtekeningen:\n{example}")).unwrap();
    assert_eq!(read.handtekeningen.len(), 1);
}

#[test]
fn schemas_speak_dutch_only() {
    for (name, text) in project::schema_files().unwrap() {
        let text = String::from_utf8(text).unwrap();
        for english in [" the ", " of the", "What ", "Who ", "When ", " which ", "The ", "An ", "A "] {
            assert!(
                !text.contains(&format!("\"{english}")) && !text.contains(&format!(" {}", english.trim_start())),
                "{name}: {english}"
            );
        }
    }
}
