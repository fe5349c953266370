//! The JSON Schemas of the files of a gemeente: for editors, and as the source of the comments in YAML.

mod taken;

use schemars::{JsonSchema, schema_for};
use serde_json::{Map, Value};

/// The schema of the file that holds a `T`.
pub fn of<T: JsonSchema>() -> Value {
    let mut schema = schema_for!(T).to_value();
    // What a type says of itself is for those who read the code; users read what is said of each field.
    if let Some(definitions) = schema.get_mut("$defs").and_then(Value::as_object_mut) {
        for definition in definitions.values_mut().filter_map(Value::as_object_mut) {
            if definition.contains_key("properties") || definition.contains_key("enum") {
                definition.remove("description");
            }
        }
    }
    taken::widen(&mut schema);
    schema
}

/// A part of a schema, with its references followed.
#[derive(Clone, Copy)]
pub struct Part<'a> {
    root: &'a Value,
    part: &'a Value,
}

impl<'a> Part<'a> {
    pub fn root(root: &'a Value) -> Part<'a> {
        Part { root, part: root }
    }

    /// What is said of this part, in Dutch.
    pub fn description(self) -> &'a str {
        self.part.get("description").and_then(Value::as_str).unwrap_or_default()
    }

    /// The part for one field.
    pub fn field(self, name: &str) -> Option<Part<'a>> {
        self.fields()?.get(name).map(|part| Part { part, ..self })
    }

    /// The names of the fields, in their order.
    pub fn field_names(self) -> Vec<&'a str> {
        self.fields().into_iter().flat_map(Map::keys).map(String::as_str).collect()
    }

    /// The part for the items of a list.
    pub fn items(self) -> Option<Part<'a>> {
        self.target().get("items").map(|part| Part { part, ..self })
    }

    /// What may stand here, when that is one of a few words.
    pub fn choices(self) -> Vec<&'a str> {
        let alternatives = self.target().get("anyOf").and_then(Value::as_array).into_iter().flatten();
        let words = alternatives.filter_map(|one| one.get("enum").and_then(Value::as_array)).flatten();
        words.filter_map(Value::as_str).collect()
    }

    /// A whole number stands here.
    pub fn is_whole_number(self) -> bool {
        self.has_type("integer")
    }

    /// A list stands here.
    pub fn is_list(self) -> bool {
        self.has_type("array")
    }

    /// Fields stand here.
    pub fn has_fields(self) -> bool {
        self.fields().is_some()
    }

    fn has_type(self, name: &str) -> bool {
        match self.target().get("type") {
            Some(Value::String(only)) => only == name,
            Some(Value::Array(types)) => types.iter().any(|one| one == name),
            _ => false,
        }
    }

    /// An object with every field at its default. Nothing when this part is not an object.
    pub fn empty_object(self) -> Option<Map<String, Value>> {
        let names = self.fields()?.keys();
        Some(names.filter_map(|name| Some((name.clone(), self.field(name)?.empty()))).collect())
    }

    fn empty(self) -> Value {
        match (self.part.get("default"), self.empty_object()) {
            (Some(default), _) => default.clone(),
            (None, Some(fields)) => Value::Object(fields),
            (None, None) if self.is_list() => Value::Array(Vec::new()),
            _ => Value::Null,
        }
    }

    fn fields(self) -> Option<&'a Map<String, Value>> {
        self.target().get("properties")?.as_object()
    }

    /// This part, or what it refers to.
    fn target(self) -> &'a Value {
        let named = |part: &'a Value| {
            let name = part.get("$ref")?.as_str()?.strip_prefix("#/$defs/")?;
            self.root.get("$defs")?.get(name)
        };
        named(self.part).unwrap_or(self.part)
    }
}
