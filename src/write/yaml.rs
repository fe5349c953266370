//! YAML for people: every field with what it means above it, in the words of the schema.

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Map, Value};

use super::scalar;
use super::schema::{self, Part};
use crate::wrap::wrapped;

/// Comments are wrapped at this column.
const WIDTH: usize = 100;

/// What stands above an example of an item, where a list is still empty.
const EXAMPLE: &str = "Invullen? Haal hierboven [] weg, en hieronder het eerste # van elke regel:";

/// A file with this value. `stem` is the file's name without `.yaml`; the first line tells editors where its schema is.
/// Reading the file back gives the same value.
pub fn commented<T: Serialize + JsonSchema>(value: &T, stem: &str) -> serde_json::Result<String> {
    let schema = schema::of::<T>();
    let root = Part::root(&schema);
    let mut writer = Writer::new(Style::default());
    writer.text.push_str(&format!("# yaml-language-server: $schema=.wep/schema/{stem}.schema.json\n"));
    writer.comment("", root.description());
    if let Value::Object(fields) = serde_json::to_value(value)? {
        for (name, value) in &fields {
            writer.text.push('\n');
            writer.field(&Line::new(""), name, value, root.field(name), true);
        }
    }
    Ok(writer.text)
}

/// How far things stand in; wep writes the default, and follows what a user made of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Style {
    /// From the name of a field to the fields inside it.
    pub step: usize,
    /// From the name of a field to the dashes of its list.
    pub dash: usize,
    /// From a dash to what it announces, at least 2.
    pub gap: usize,
    /// Items with fields have an empty line between them.
    pub blank: bool,
}

impl Default for Style {
    fn default() -> Style {
        Style { step: 2, dash: 2, gap: 2, blank: true }
    }
}

/// One field at this indent, on lines of its own.
pub(crate) fn field(
    style: Style,
    indent: usize,
    name: &str,
    value: &Value,
    part: Option<Part>,
    explain: bool,
) -> String {
    let mut writer = Writer::new(style);
    writer.field(&Line::new(" ".repeat(indent)), name, value, part, explain);
    writer.text
}

/// Items of a list with their dashes at this indent. With `explain` the first tells what its fields mean.
pub(crate) fn items(style: Style, indent: usize, items: &[Value], part: Option<Part>, explain: bool) -> String {
    let mut writer = Writer::new(style);
    writer.list(&Line::new(" ".repeat(indent)), items, part, explain);
    writer.text
}

/// What stands under an empty list at this indent: what an item looks like. Empty when there is nothing to show.
pub(crate) fn example(indent: usize, part: Option<Part>) -> String {
    let mut writer = Writer::new(Style::default());
    writer.example_item(&Line::new(" ".repeat(indent)), part);
    writer.text
}

/// A text as lines of comment at this indent.
pub(crate) fn comment(indent: usize, text: &str) -> String {
    let mut writer = Writer::new(Style::default());
    writer.comment(&" ".repeat(indent), text);
    writer.text
}

struct Writer {
    text: String,
    style: Style,
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

    fn deeper(&self, step: usize) -> Line {
        Line::new(format!("{}{:step$}", self.indent, ""))
    }

    /// The beginning of an item of a list that stands at this indent.
    fn item(&self, gap: usize) -> Line {
        Line { first: Some(format!("{}{:<gap$}", self.indent, "-")), ..self.deeper(gap) }
    }

    fn start(&self) -> &str {
        self.first.as_deref().unwrap_or(&self.indent)
    }

    /// Where a comment above the first line stands: under the dash nothing may come before it.
    fn comment_indent(&self) -> String {
        match &self.first {
            Some(first) => first.trim_end().trim_end_matches('-').to_owned(),
            None => self.indent.clone(),
        }
    }
}

impl Writer {
    fn new(style: Style) -> Writer {
        Writer { text: String::new(), style, in_example: false }
    }

    fn comment(&mut self, indent: &str, text: &str) {
        let room = WIDTH.saturating_sub(indent.chars().count() + 2).max(20);
        for line in wrapped(text, room) {
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
                self.list(&line.deeper(self.style.dash), items, part.and_then(Part::items), explain);
            }
            Value::Object(fields) => {
                self.text.push('\n');
                self.fields(line.deeper(self.style.step), fields, part, explain);
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
                    if position > 0 && self.style.blank {
                        self.text.push('\n');
                    }
                    self.fields(line.item(self.style.gap), fields, part, explain && position == 0);
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
        let mut example = Writer { in_example: true, ..Writer::new(Style::default()) };
        example.fields(Line::new("  ").item(2), &fields, Some(part), true);
        self.comment(&line.indent, EXAMPLE);
        for written in example.text.lines() {
            self.text.push_str(&format!("{}# {written}\n", line.indent));
        }
    }
}
