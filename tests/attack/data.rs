//! JSON: of the exports, and of the commands that give it, through the files of a gemeente and the program itself.

use std::fs;

use serde_json::Value;
use wep::export::Form;
use wep::write::project::yaml_files;

use super::{Seen, fill, project};
use crate::command::wep;
use crate::export::bytes;

#[test]
fn in_hsds_it_is_a_value() {
    fill("hsds", |texts| {
        let project = project::with(texts);
        crate::export::hsds::check_package(&project);
        json(&[bytes(&project, Form::Hsds, "organisaties-hsds.json")])
    });
}

#[test]
fn in_geojson_it_is_a_value() {
    fill("geojson", |texts| json(&[bytes(&project::with(texts), Form::GeoJson, "organisaties.geojson")]));
}

#[test]
fn in_the_json_of_commands_it_is_a_value() {
    fill("json van opdrachten", |texts| {
        let mut project = project::with(texts);
        // A number that is none is said to be so; here it is about text.
        for one in &mut project.organisaties.organisaties {
            if one.id.as_ref().is_some_and(|id| id.starts_with("aanval")) {
                (one.kvk, one.adres.postcode, one.zetel) = (None, None, None);
            }
        }
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in yaml_files(&project).unwrap() {
            fs::write(folder.path().join(name), text).unwrap();
        }
        let outputs =
            [&["organisatie", "lijst", "--json"][..], &["status", "--json"], &["controleer", "--json"]].map(|call| {
                let output = wep(folder.path(), call);
                let errors = String::from_utf8_lossy(&output.stderr).into_owned();
                assert!(output.status.code().is_some_and(|code| code < 2), "{call:?}: {errors}");
                output.stdout
            });
        json(&outputs)
    });
}

/// Objects, lists and keys; numbers and texts are words.
fn json(files: &[Vec<u8>]) -> Seen {
    let mut seen = Seen { shape: Vec::new(), words: String::new() };
    for bytes in files {
        let raw = std::str::from_utf8(bytes).unwrap();
        assert!(!raw.contains(|letter: char| letter < ' ' && letter != '\n'), "a bare control character");
        look(&serde_json::from_str(raw).unwrap(), &mut seen);
    }
    seen
}

fn look(value: &Value, seen: &mut Seen) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                seen.shape.push(name.clone());
                look(value, seen);
            }
            seen.shape.push("}".to_owned());
        }
        Value::Array(items) => {
            items.iter().for_each(|item| look(item, seen));
            seen.shape.push("]".to_owned());
        }
        Value::String(text) => {
            seen.shape.push("text".to_owned());
            seen.words.push_str(text);
            seen.words.push('\n');
        }
        Value::Number(_) => seen.shape.push("number".to_owned()),
        Value::Bool(_) | Value::Null => seen.shape.push(value.to_string()),
    }
}
