//! Changes to one text, made together.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::EditError;
use super::place::Place;
use super::text::{Splice, Text, splice};
use crate::check::{Route, Segment};
use crate::load::{self, Kind};
use crate::write::schema::Part;
use crate::write::yaml::{self, Style};

/// Something to change. Every route and every index is that of the text as it was before.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// This value comes here, whatever stands there now; null empties a field. A field that is not there yet gets its
    /// place.
    Set { route: Route, value: Value },
    /// Only where `to` differs from `from`, which is what stands there now, something changes.
    Update { route: Route, from: Value, to: Value },
    /// The list gets one more item, at the end.
    Append { route: Route, value: Value },
    /// The item that the route leads to goes, with the comments that belong to it.
    Remove { route: Route },
}

/// What happens to one list.
#[derive(Default)]
pub(super) struct ListChange {
    pub route: Route,
    /// Indices.
    pub removed: Vec<usize>,
    pub added: Vec<Value>,
}

/// The text with the changes in it. `schema` is that of the file: it knows the order and the explanation of fields.
pub(super) fn apply(text: &str, changes: &[Change], schema: &Value) -> Result<String, EditError> {
    let (lists, values): (Vec<&Change>, Vec<&Change>) =
        changes.iter().partition(|change| matches!(change, Change::Append { .. } | Change::Remove { .. }));
    let text = if values.is_empty() { text.to_owned() } else { pass(text, &values, schema)? };
    if lists.is_empty() { Ok(text) } else { pass(&text, &lists, schema) }
}

fn pass(text: &str, changes: &[&Change], schema: &Value) -> Result<String, EditError> {
    let part = Part::root(schema);
    let Some(tree) = load::tree(text) else { return first_fields(text, changes, part) };
    let root = Place::root(&tree);
    let mut editor = Editor::new(Text::new(text), part);
    editor.style = editor.style_of(root)?;
    for change in changes {
        editor.take(root, change)?;
    }
    for (_, list) in std::mem::take(&mut editor.lists) {
        editor.change_list(root, &list)?;
    }
    splice(text, editor.splices)
}

/// What stands in a text without any field: the new fields come below its comments.
fn first_fields(text: &str, changes: &[&Change], part: Part) -> Result<String, EditError> {
    let mut fields: Map<String, Value> = Map::new();
    for change in changes {
        let (route, value, in_list) = match change {
            Change::Set { route, value } | Change::Update { route, to: value, .. } => (route, value, false),
            Change::Append { route, value } => (route, value, true),
            Change::Remove { .. } => return Err(EditError::Unplaceable { line: 1 }),
        };
        let [Segment::Field(name)] = route.segments() else {
            return Err(EditError::Unplaceable { line: 1 });
        };
        match (fields.get_mut(name.as_str()), in_list) {
            (Some(Value::Array(items)), true) => items.push(value.clone()),
            (_, true) => _ = fields.insert(name.to_string(), Value::Array(vec![value.clone()])),
            (_, false) => _ = fields.insert(name.to_string(), value.clone()),
        }
    }
    let text = Text::new(text);
    let mut result = text.text.to_owned();
    if !result.is_empty() && !result.ends_with(['\n', '\r']) {
        result.push_str(text.eol);
    }
    for (name, value) in &fields {
        let written = yaml::field(Style::default(), 0, name, &pruned(value), part.field(name), false);
        result.push_str(&text.lines(&written));
    }
    Ok(result)
}

/// Collects what has to happen to a text.
pub(super) struct Editor<'t> {
    pub text: Text<'t>,
    pub part: Part<'t>,
    pub style: Style,
    pub splices: Vec<Splice>,
    /// By the route to the list, written out.
    pub lists: BTreeMap<String, ListChange>,
}

impl<'t> Editor<'t> {
    fn new(text: Text<'t>, part: Part<'t>) -> Editor<'t> {
        Editor { text, part, style: Style::default(), splices: Vec::new(), lists: BTreeMap::new() }
    }

    fn take(&mut self, root: Place<'_>, change: &Change) -> Result<(), EditError> {
        match change {
            Change::Set { route, value } => self.set(root, route, value),
            Change::Update { route, from, to } => {
                let (place, done) = root.follow(self.text, route)?;
                if done < route.segments().len() {
                    return self.set(root, route, to);
                }
                self.update(place, route, (from, to), self.part_at(route))
            }
            Change::Append { route, value } => {
                self.list(route).added.push(value.clone());
                Ok(())
            }
            Change::Remove { route } => match route.parent() {
                Some((list, Segment::Index(index))) => {
                    self.list(&list).removed.push(*index);
                    Ok(())
                }
                _ => Err(EditError::Unplaceable { line: 1 }),
            },
        }
    }

    /// What the schema says of the value at this route.
    pub fn part_at(&self, route: &Route) -> Option<Part<'t>> {
        route.segments().iter().try_fold(self.part, |part, segment| match segment {
            Segment::Field(name) => part.field(name),
            Segment::Index(_) => part.items(),
        })
    }

    pub fn list(&mut self, route: &Route) -> &mut ListChange {
        let list = self.lists.entry(route.to_string()).or_default();
        list.route = route.clone();
        list
    }

    /// How far things stand in, as far as the text shows it.
    fn style_of(&self, root: Place<'_>) -> Result<Style, EditError> {
        let mut seen = Seen::default();
        self.look(root, 0, &mut seen)?;
        let usual = Style::default();
        Ok(Style {
            step: seen.step.unwrap_or(usual.step),
            dash: seen.dash.or(seen.outer_dash).unwrap_or(usual.dash),
            gap: seen.gap.unwrap_or(usual.gap),
            blank: usual.blank,
        })
    }

    fn look(&self, place: Place<'_>, depth: usize, seen: &mut Seen) -> Result<(), EditError> {
        if seen.step.is_some() && seen.dash.is_some() && seen.gap.is_some() {
            return Ok(());
        }
        if place.in_brackets || place.is_alias(self.text) || place.has_brackets(self.text) {
            return Ok(());
        }
        let from = if place.is_root { 0 } else { place.column(self.text) };
        for (position, (key, value)) in place.fields().iter().enumerate() {
            let child = place.entry(self.text, key, value)?;
            let is_item = self.text.text[place.start..].starts_with('-');
            let distance = child.column(self.text).saturating_sub(from);
            if position == 0 && !place.is_root && distance > 0 {
                let on_line = self.text.start(child.start) == self.text.start(place.start);
                match is_item {
                    true if on_line => _ = seen.gap.get_or_insert(distance.max(2)),
                    true => {}
                    false => _ = seen.step.get_or_insert(distance),
                }
            }
            self.look(child, depth + 1, seen)?;
        }
        for index in 0..place.items().len() {
            let Some(child) = place.item(self.text, index)? else { break };
            if index == 0 {
                let distance = child.column(self.text).saturating_sub(from);
                let dash = if depth > 1 { &mut seen.dash } else { &mut seen.outer_dash };
                dash.get_or_insert(distance);
            }
            self.look(child, depth + 1, seen)?;
        }
        Ok(())
    }
}

/// Distances that were met.
#[derive(Default)]
struct Seen {
    step: Option<usize>,
    dash: Option<usize>,
    outer_dash: Option<usize>,
    gap: Option<usize>,
}

/// The value without fields that say nothing.
pub(super) fn pruned(value: &Value) -> Value {
    match value {
        Value::String(text) if text.trim().is_empty() => Value::Null,
        Value::Array(items) => {
            let items: Vec<Value> = items.iter().map(pruned).filter(|item| !item.is_null()).collect();
            if items.is_empty() { Value::Null } else { Value::Array(items) }
        }
        Value::Object(fields) => {
            let fields = fields.iter().map(|(name, value)| (name.clone(), pruned(value)));
            let fields: Map<String, Value> = fields.filter(|(_, value)| !value.is_null()).collect();
            if fields.is_empty() { Value::Null } else { Value::Object(fields) }
        }
        other => other.clone(),
    }
}

/// A list, when that is what the place holds.
pub(super) fn is_list(place: Place<'_>) -> bool {
    matches!(place.node.kind, Kind::Sequence(_))
}
