//! What the reader takes besides what wep writes, put into a schema: an editor must not underline what wep reads well. And
//! in Dutch what to write instead of what neither takes.
//!
//! The values with a shape of their own know their spellings themselves (`src/model/spelling.rs`).

use serde_json::{Map, Value, json};

use crate::model::{BLANK, Leefgebied, MssElement, Rol, Sector};

/// The definition of what counts as not filled in. It has no `type`: an editor would offer `null` as a choice.
const NOTHING: &str = "Leeg";

/// Makes every part of a schema take what the reader takes there.
pub(super) fn widen(schema: &mut Value) {
    if let Some(definitions) = schema.get_mut("$defs").and_then(Value::as_object_mut) {
        for (name, definition) in definitions.iter_mut() {
            part(definition);
            choices(name, definition);
        }
    }
    part(schema);
    let nothing = json!({ "pattern": BLANK, "not": { "type": ["number", "boolean", "array", "object"] } });
    if let Some(root) = schema.as_object_mut() {
        root.entry("$defs").or_insert_with(|| json!({}))[NOTHING] = nothing;
    }
}

/// One part with what is inside it.
fn part(value: &mut Value) {
    let Some(schema) = value.as_object_mut() else { return };
    // An editor would write what is only empty (`null`, `[]`) into the file of a user.
    if schema.get("default").is_some_and(is_empty) {
        schema.remove("default");
    }
    match types(schema).first().map(String::as_str) {
        Some("object") => fields(schema),
        Some("array") => {
            let message = "Hier hoort een lijst. Zet elk onderdeel op een eigen regel, met ‘- ’ ervoor.";
            set(schema, &["array", "null"], message);
            if let Some(items) = schema.get_mut("items") {
                part(items);
            }
        }
        // A name of digits only is a number to YAML, and just as good a name.
        Some("string") => set(schema, &["string", "number", "null"], "Hier hoort tekst."),
        Some("integer") => whole_number(schema),
        _ => optional(schema),
    }
}

/// A default that says nothing.
fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(items) => items.is_empty(),
        // What a field inside is by itself, is told there.
        Value::Object(_) => true,
        _ => false,
    }
}

fn fields(schema: &mut Map<String, Value>) {
    let mut names = Vec::new();
    if let Some(properties) = schema.get_mut("properties").and_then(Value::as_object_mut) {
        for (name, property) in properties.iter_mut() {
            part(property);
            names.push(name.clone());
        }
    }
    set(schema, &["object", "null"], &format!("Hier kunnen alleen deze velden staan: {}.", names.join(", ")));
}

fn whole_number(schema: &mut Map<String, Value>) {
    if schema.remove("format") == Some(json!("uint32")) {
        schema.insert("maximum".to_owned(), json!(u32::MAX));
    }
    let message = "Hier hoort een heel getal, zoals 12.";
    set(schema, &["integer", "string", "null"], message);
    schema.insert("pattern".to_owned(), json!(r"^\s*(?:[0-9]+\s*)?$"));
    schema.insert("patternErrorMessage".to_owned(), json!(message));
}

/// `this or nothing` is only `this` where every definition takes nothing too.
fn optional(schema: &mut Map<String, Value>) {
    let alternatives = schema.get("anyOf").and_then(Value::as_array);
    let reference = alternatives.into_iter().flatten().find_map(|one| one.get("$ref")).cloned();
    if let Some(reference) = reference {
        schema.remove("anyOf");
        schema.insert("$ref".to_owned(), reference);
    }
}

/// One of a few words: an editor offers them with what they mean.
fn choices(name: &str, definition: &mut Value) {
    let Some(words) = definition.get("enum").and_then(Value::as_array).cloned() else { return };
    let listed: Vec<&str> = words.iter().filter_map(Value::as_str).collect();
    let message = format!("Kies uit: {}.", listed.join(", "));
    let mut chosen = json!({ "enum": words, "errorMessage": message });
    let meanings: Option<Vec<&str>> = words.iter().map(|word| meaning(name, word)).collect();
    if let Some(meanings) = meanings {
        // Editors for YAML show the one in a list of choices, and the other above a word.
        chosen["enumDescriptions"] = json!(meanings);
        chosen["markdownEnumDescriptions"] = json!(meanings);
    }
    *definition = json!({ "anyOf": [chosen, { "$ref": format!("#/$defs/{NOTHING}") }] });
}

/// What a word means, where the type says so.
fn meaning(name: &str, word: &Value) -> Option<&'static str> {
    let read = word.clone();
    let term = match name {
        "Sector" => serde_json::from_value::<Sector>(read).ok()?.term(),
        "Rol" => serde_json::from_value::<Rol>(read).ok()?.term(),
        "Leefgebied" => serde_json::from_value::<Leefgebied>(read).ok()?.term(),
        "MssElement" => serde_json::from_value::<MssElement>(read).ok()?.term(),
        _ => return None,
    };
    Some(term.meaning)
}

/// The types of a part as schemars gives them; what may be left out has `null` behind its own.
fn types(schema: &Map<String, Value>) -> Vec<String> {
    // A value that knows its spellings is left as it is.
    if schema.contains_key("pattern") || schema.contains_key("enum") {
        return Vec::new();
    }
    match schema.get("type") {
        Some(Value::String(only)) => vec![only.clone()],
        Some(several) => serde_json::from_value(several.clone()).unwrap_or_default(),
        None => Vec::new(),
    }
}

fn set(schema: &mut Map<String, Value>, types: &[&str], message: &str) {
    schema.insert("type".to_owned(), json!(types));
    schema.insert("errorMessage".to_owned(), json!(message));
}
