//! YAML for people: every field with what it means above it, in the words of the schema.

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Map, Value};

use super::scalar;
use super::schema::{self, Part};

/// Comments are wrapped at this column.
const WIDTH: usize = 100;

/// What stands above an example of an item, where a list is still empty.
const EXAMPLE: &str = "Invullen? Haal hierboven [] weg, en hieronder het eerste # van elke regel:";

/// A file with this value. `stem` is the file's name without `.yaml`; the first line tells editors where its schema is.
/// Reading the file back gives the same value.
pub fn commented<T: Serialize + JsonSchema>(value: &T, stem: &str) -> serde_json::Result<String> {
    let schema = schema::of::<T>();
    let root = Part::root(&schema);
    let mut writer =
        Writer { text: format!("# yaml-language-server: $schema=.wep/schema/{stem}.schema.json\n"), in_example: false };
    writer.comment("", root.description());
    if let Value::Object(fields) = serde_json::to_value(value)? {
        for (name, value) in &fields {
            writer.text.push('\n');
            writer.field(&Line::new(""), name, value, root.field(name), true);
        }
    }
    Ok(writer.text)
}

struct Writer {
    text: String,
    /// Inside an example lists stay empty: an example in an example helps nobody.
    in_example: bool,
}

/// How the lines of a value begin.
#[derive(Clone)]
struct Line {
    /// Before every line.
    indent: String,
    /// On the first line instead of the indent: the dash of a list item.
    first: Option<String>,
}

impl Line {
    fn new(indent: impl Into<String>) -> Line {
        Line { indent: indent.into(), first: None }
    }

    fn deeper(&self) -> Line {
        Line::new(format!("{}  ", self.indent))
    }

    /// The beginning of an item of a list that stands at this indent.
    fn item(&self) -> Line {
        Line { indent: format!("{}  ", self.indent), first: Some(format!("{}- ", self.indent)) }
    }

    fn start(&self) -> &str {
        self.first.as_deref().unwrap_or(&self.indent)
    }

    /// Where a comment above the first line stands: under the dash nothing may come before it.
    fn comment_indent(&self) -> String {
        match &self.first {
            Some(first) => first[..first.len() - 2].to_owned(),
            None => self.indent.clone(),
        }
    }
}

impl Writer {
    fn comment(&mut self, indent: &str, text: &str) {
        let room = WIDTH.saturating_sub(indent.chars().count() + 2).max(20);
        for line in wrap(text, room) {
            self.text.push_str(&format!("{indent}# {line}\n"));
        }
    }

    fn field(&mut self, line: &Line, name: &str, value: &Value, part: Option<Part>, explain: bool) {
        if let (Some(part), true) = (part, explain) {
            self.comment(&line.comment_indent(), part.description());
        }
        self.text.push_str(line.start());
        self.text.push_str(&scalar::inline(&Value::from(name)));
        self.text.push(':');
        match value {
            Value::Null => self.text.push('\n'),
            Value::Array(items) if items.is_empty() => {
                self.text.push_str(" []\n");
                if explain && !self.in_example {
                    self.example_item(line, part.and_then(Part::items));
                }
            }
            Value::Object(fields) if fields.is_empty() => self.text.push_str(" {}\n"),
            Value::Array(items) => {
                self.text.push('\n');
                self.list(&line.deeper(), items, part.and_then(Part::items), explain);
            }
            Value::Object(fields) => {
                self.text.push('\n');
                self.fields(line.deeper(), fields, part, explain);
            }
            single => self.single(&line.indent, single),
        }
    }

    fn fields(&mut self, mut line: Line, fields: &Map<String, Value>, part: Option<Part>, explain: bool) {
        for (name, value) in fields {
            self.field(&line, name, value, part.and_then(|part| part.field(name)), explain);
            line.first = None;
        }
    }

    /// Items one below the other. What their fields mean is told once, at the first.
    fn list(&mut self, line: &Line, items: &[Value], part: Option<Part>, explain: bool) {
        for (position, item) in items.iter().enumerate() {
            match item {
                Value::Object(fields) if !fields.is_empty() => {
                    if position > 0 {
                        self.text.push('\n');
                    }
                    self.fields(line.item(), fields, part, explain && position == 0);
                }
                Value::Array(_) | Value::Object(_) | Value::Null => {
                    self.text.push_str(&format!("{}- {item}\n", line.indent))
                }
                single => {
                    self.text.push_str(&format!("{}-", line.indent));
                    self.single(&line.indent, single);
                }
            }
        }
    }

    /// A single value behind its name or dash, which stands at this indent.
    fn single(&mut self, indent: &str, value: &Value) {
        match value.as_str().and_then(scalar::block) {
            None => self.text.push_str(&format!(" {}\n", scalar::inline(value))),
            Some((header, lines)) => {
                self.text.push_str(&format!(" {header}\n"));
                for line in lines {
                    let indent = if line.is_empty() { "" } else { indent };
                    let step = if line.is_empty() { "" } else { "  " };
                    self.text.push_str(&format!("{indent}{step}{line}\n"));
                }
            }
        }
    }

    /// Under an empty list: what an item of it looks like, behind `#`, so that nobody has to guess.
    fn example_item(&mut self, line: &Line, part: Option<Part>) {
        let Some((part, fields)) = part.and_then(|part| Some((part, part.empty_object()?))) else { return };
        let mut example = Writer { text: String::new(), in_example: true };
        example.fields(Line::new("  ").item(), &fields, Some(part), true);
        self.comment(&line.indent, EXAMPLE);
        for written in example.text.lines() {
            self.text.push_str(&format!("{}# {written}\n", line.indent));
        }
    }
}

/// The words of a text on lines of at most so many characters.
fn wrap(text: &str, room: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}
