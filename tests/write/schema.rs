//! The schemas and the reader take the same: every field of every file with every kind of value, and every spelling of the
//! values with a shape of their own.

mod spelling;

use std::collections::BTreeMap;
use std::path::Path;

use boon::{Compiler, SchemaIndex, Schemas};
use serde_json::Value;
use wep::check::{Finding, Level};
use wep::load::read_str;
use wep::model::{Project, file};
use wep::write::project;

/// The schema of one file, ready to judge.
struct Judge {
    schemas: Schemas,
    index: SchemaIndex,
}

impl Judge {
    /// `part` is empty, or the place of a part: `#/$defs/Datum`.
    fn new(name: &str, part: &str) -> Judge {
        let schema = project::schema_of(name).unwrap();
        let address = format!("http://wep.example/{}", schema["$id"].as_str().unwrap());
        let (mut compiler, mut schemas) = (Compiler::new(), Schemas::new());
        compiler.add_resource(&address, schema).unwrap();
        let index = compiler.compile(&format!("{address}{part}"), &mut schemas).unwrap();
        Judge { schemas, index }
    }

    fn takes(&self, value: &Value) -> bool {
        self.schemas.validate(value, self.index).is_ok()
    }
}

/// What an editor sees: YAML with the types of YAML itself.
fn as_editor(text: &str) -> Value {
    serde_yaml::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

/// What wep finds while it reads a file.
fn read(name: &'static str, text: &str) -> Vec<Finding> {
    use wep::model;
    macro_rules! found {
        ($($file:ident $content:ident)+) => {
            match name { $(file::$file => read_str::<model::$content>(name, text).1,)+ _ => panic!("{name}") }
        };
    }
    found! {
        WEP Wep ORGANISATIES Organisaties TEAM Team CONVENANT Convenant PLAN_VAN_AANPAK PlanVanAanpak OVERLEG Overleg
        LOCATIES Locaties BEGROTING Begroting STARTBIJEENKOMST Startbijeenkomst ACTIVITEITEN Activiteiten
        TRAINING Training TOELEIDING Toeleiding VOORLICHTING Voorlichting VOORTGANG Voortgang
    }
}

fn is_taken(name: &'static str, text: &str) -> bool {
    let findings = read(name, text);
    assert!(findings.iter().all(|one| !one.code.is_about_participant()), "{text}");
    findings.iter().all(|one| one.level() != Level::Error)
}

/// A step on the way to a place in a file.
#[derive(Clone)]
enum Step {
    Field(String),
    Item,
}

/// A place in a file, and what belongs there.
struct Place {
    route: Vec<Step>,
    kind: &'static str,
}

/// Every place in a schema.
fn places(schema: &Value) -> Vec<Place> {
    let mut found = Vec::new();
    collect(schema, schema, Vec::new(), &mut found);
    found
}

fn collect(root: &Value, part: &Value, route: Vec<Step>, found: &mut Vec<Place>) {
    let name = part.get("$ref").and_then(Value::as_str).map(|name| name.strip_prefix("#/$defs/").unwrap());
    let part = name.map_or(part, |name| &root["$defs"][name]);
    let longer = |step: Step| route.iter().cloned().chain([step]).collect::<Vec<_>>();
    let kind = match (name, part["type"][0].as_str()) {
        (_, Some("object")) => {
            for (field, inner) in part["properties"].as_object().unwrap() {
                collect(root, inner, longer(Step::Field(field.clone())), found);
            }
            "velden"
        }
        (_, Some("array")) => {
            collect(root, &part["items"], longer(Step::Item), found);
            "lijst"
        }
        (Some(name), _) => SHAPES.into_iter().find(|shape| *shape == name).unwrap_or("keuze"),
        (None, Some("string")) => "tekst",
        (None, Some("integer")) => "heel getal",
        other => panic!("what is this: {other:?} in {part}"),
    };
    found.push(Place { route, kind });
}

/// The values with a shape of their own.
const SHAPES: [&str; 8] = ["Datum", "Tijd", "DagVanDeMaand", "Herhaling", "Bedrag", "Getal", "Coordinaat", "Kleur"];

/// What is written at a place, as YAML. Every one is tried at every place, and the words of a choice where they belong.
const VALUES: [&str; 74] = [
    "",
    "\"\"",
    "\"  \"",
    "~",
    "[]",
    "[een, twee]",
    "[[]]",
    "{}",
    "{onbekend: 1}",
    "tekst",
    "\"a: b\"",
    "ja",
    "Ja",
    "NEE",
    "true",
    "\"true\"",
    "FALSE",
    "yes",
    "misschien",
    "12",
    "\"12\"",
    "0",
    "-3",
    "\"-3\"",
    "7,5",
    "7.5",
    "7.555",
    "30.0",
    "4294967295",
    "4294967296",
    "1.250",
    "1.250,00",
    "€ 1.250",
    "€ 3.50",
    "12,-",
    "-7,25",
    "1.25.000",
    "99999999999999999",
    "1e3",
    "1_000",
    "0x1F",
    "181",
    "-53.2012",
    "53,2012",
    "53°",
    "2027-01-11",
    "11-1-2027",
    "11/01/2027",
    "11 januari 2027",
    "11 JANUARI 2027",
    "31-4-2027",
    "32-1-2027",
    "11-13-2027",
    "11-1-27",
    "\"2027\"",
    "woensdag 3 maart 2027",
    "14.30",
    "14:30",
    "\"14.30\"",
    "9.00 uur",
    "24.00",
    "\"24.00\"",
    "12.60",
    "9",
    "tweede dinsdag",
    "de 2e dinsdag van de maand",
    "vijfde dinsdag",
    "elke dinsdag",
    "om de week op woensdag",
    "elke tweede dinsdag van de maand",
    "\"#1f4e6b\"",
    "1F4E6B",
    "123456",
    "1234567",
];

/// Who takes what the other refuses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Only {
    Reader,
    Schema,
}

/// Where the two differ: what belongs there, what is written there, who takes it, and why that is so.
const EXCEPTIONS: &[(&str, &[&str], Only, &str)] = &[
    ("velden", &["\"\"", "\"  \""], Only::Reader, NOBODY),
    ("lijst", &["\"\"", "\"  \""], Only::Reader, NOBODY),
    ("tekst", &["true", "FALSE"], Only::Reader, "the reader warns that other programs read no text here"),
    ("heel getal", &["30.0", "24.00", "1e3", "0x1F"], Only::Schema, LOST),
    ("Getal", &["1e3", "0x1F"], Only::Schema, LOST),
    ("Bedrag", &["-53.2012", "1e3", "0x1F"], Only::Schema, LOST),
    ("Coordinaat", &["0x1F"], Only::Schema, LOST),
    ("Tijd", &["0", "7.5", "7.555", "1.250", "12", "9", "12.60"], Only::Schema, LOST),
    ("Kleur", &["0", "9", "12", "181", "30.0", "24.00", "1e3", "0x1F"], Only::Schema, LOST),
    ("Datum", &["31-4-2027"], Only::Schema, "how many days a month has is not in the schema"),
    ("Herhaling", &["31-4-2027"], Only::Schema, "how many days a month has is not in the schema"),
];

const NOBODY: &str =
    "a text without letters counts as not filled in, and nobody writes one where fields or a list belong";
const LOST: &str = "to an editor this is a number, and how the number was written is lost";

#[test]
fn reader_and_schema_take_the_same_at_every_place() {
    let (mut tried, mut differences) = (0, BTreeMap::new());
    let mut met = vec![false; EXCEPTIONS.len()];
    for name in file::ALL {
        let schema = project::schema_of(name).unwrap();
        let judge = Judge::new(name, "");
        for place in places(&schema) {
            let words: Vec<String> = words(&schema, &place);
            for value in VALUES.iter().map(|value| (*value).to_owned()).chain(words) {
                let text = written(&place.route, &value);
                let (reader, schema) = (is_taken(name, &text), judge.takes(&as_editor(&text)));
                tried += 1;
                if reader == schema {
                    continue;
                }
                let only = if reader { Only::Reader } else { Only::Schema };
                let known = |(kind, values, who, _): &(&str, &[&str], Only, &str)| {
                    *kind == place.kind && *who == only && values.contains(&value.as_str())
                };
                match EXCEPTIONS.iter().position(known) {
                    Some(exception) => met[exception] = true,
                    None => drop(differences.insert((place.kind, value, only), format!("{name}: {text}"))),
                }
            }
        }
    }
    assert!(differences.is_empty(), "{differences:#?}");
    assert!(met.iter().all(|met| *met), "an exception that is none any more: {met:?}");
    assert!(tried > 20_000, "{tried}");
}

/// The words of a choice at a place.
fn words(schema: &Value, place: &Place) -> Vec<String> {
    let mut part = schema;
    for step in &place.route {
        part = match step {
            Step::Field(name) => &part["properties"][name],
            Step::Item => &part["items"],
        };
        if let Some(name) = part.get("$ref").and_then(Value::as_str) {
            part = &schema["$defs"][name.strip_prefix("#/$defs/").unwrap()];
        }
    }
    let words = part["anyOf"][0]["enum"].as_array().into_iter().flatten();
    let words: Vec<String> = words.map(|word| word.as_str().unwrap().to_owned()).collect();
    let wrong = words.first().map(|word| format!("{word}x"));
    words.into_iter().chain(wrong).collect()
}

/// A file in which only this place is filled in.
fn written(route: &[Step], value: &str) -> String {
    let mut text = String::new();
    for (depth, step) in route.iter().enumerate() {
        let end = if depth + 1 == route.len() { format!(" {value}") } else { String::new() };
        let step = match step {
            Step::Field(name) => format!("{name}:"),
            Step::Item => "-".to_owned(),
        };
        text.push_str(&format!("{:indent$}{step}{end}\n", "", indent = 2 * depth));
    }
    if route.is_empty() { format!("{value}\n") } else { text }
}

#[test]
fn the_example_and_a_new_gemeente_are_just_as_the_schemas_have_it() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/veldrijk");
    for (name, bytes) in project::yaml_files(&Project::default()).unwrap() {
        let judge = Judge::new(&name, "");
        let example = std::fs::read_to_string(folder.join(&name)).unwrap();
        for text in [example, String::from_utf8(bytes).unwrap()] {
            assert!(judge.takes(&as_editor(&text)), "{name}");
        }
    }
}

#[test]
fn a_schema_has_a_name_and_says_nothing_of_this_machine() {
    for name in file::ALL {
        let schema = project::schema_of(name).unwrap();
        assert_eq!(schema["title"], name);
        assert!(project::schema_path(name).ends_with(&format!("/{}", schema["$id"].as_str().unwrap())));
        let text = project::schema_text(name).unwrap();
        assert!(!text.contains(env!("CARGO_MANIFEST_DIR")) && !text.contains("file:"), "{name}");
    }
}

#[test]
fn a_choice_says_what_it_means_and_a_mistake_what_to_write() {
    let schema = project::schema_of(file::ORGANISATIES).unwrap();
    let sector = &schema["$defs"]["Sector"]["anyOf"][0];
    assert_eq!(sector["enum"][3], "ggz");
    assert_eq!(sector["enumDescriptions"][3], "Geestelijke gezondheidszorg.");
    assert!(sector["errorMessage"].as_str().unwrap().starts_with("Kies uit: gemeente, welzijn, "));
    assert_eq!(schema["additionalProperties"], false);
}
