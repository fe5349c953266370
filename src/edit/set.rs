//! Giving a field another value, or a place when it is not there yet.

use serde_json::{Map, Value};

use super::EditError;
use super::change::{Editor, is_list, pruned};
use super::place::Place;
use super::text::Splice;
use crate::check::{Route, Segment};
use crate::write::schema::Part;
use crate::write::{scalar, yaml};

impl Editor<'_> {
    /// Puts a value at the end of a route.
    pub fn set(&mut self, root: Place<'_>, route: &Route, value: &Value) -> Result<(), EditError> {
        let (place, done) = root.follow(self.text, route)?;
        let missing = &route.segments()[done..];
        let part = self.part_at(&route.first(done));
        let Some((Segment::Field(name), deeper)) = missing.split_first() else {
            return match missing.is_empty() {
                true => self.replace(place, value, part),
                false => Err(EditError::unplaceable(self.text, place.start)),
            };
        };
        let mut value = value.clone();
        for segment in deeper.iter().rev() {
            let Segment::Field(name) = segment else { return Err(EditError::unplaceable(self.text, place.start)) };
            value = Value::Object(Map::from_iter([(name.to_string(), value)]));
        }
        self.insert(place, name, &value, part)
    }

    /// Changes only what differs.
    pub fn update(
        &mut self,
        place: Place<'_>,
        route: &Route,
        (from, to): (&Value, &Value),
        part: Option<Part>,
    ) -> Result<(), EditError> {
        if from == to {
            return Ok(());
        }
        match (from, to) {
            _ if place.is_alias(self.text) => self.replace(place, to, part),
            (Value::Object(from), Value::Object(to)) if !place.fields().is_empty() => {
                for (name, to) in to {
                    let from = from.get(name).unwrap_or(&Value::Null);
                    match place.field(self.text, name)? {
                        _ if from == to => {}
                        Some(field) => {
                            let part = part.and_then(|part| part.field(name));
                            self.update(field, &route.field(name), (from, to), part)?;
                        }
                        None => self.insert(place, name, to, part)?,
                    }
                }
                Ok(())
            }
            (Value::Array(from), Value::Array(to)) if place.items().len() == from.len() && !from.is_empty() => {
                self.update_list(place, route, (from, to), part)
            }
            _ => self.replace(place, to, part),
        }
    }

    fn update_list(
        &mut self,
        place: Place<'_>,
        route: &Route,
        (from, to): (&[Value], &[Value]),
        part: Option<Part>,
    ) -> Result<(), EditError> {
        if to.len() > from.len() && to.starts_with(from) {
            self.list(route).added.extend_from_slice(&to[from.len()..]);
            return Ok(());
        }
        if to.len() == from.len() {
            let items = part.and_then(Part::items);
            for (index, pair) in from.iter().zip(to).enumerate() {
                let Some(item) = place.item(self.text, index)? else { continue };
                self.update(item, &route.index(index), pair, items)?;
            }
            return Ok(());
        }
        match missing_in(from, to) {
            Some(removed) if !to.is_empty() => self.list(route).removed.extend(removed),
            _ => self.replace(place, &Value::Array(to.to_vec()), part)?,
        }
        Ok(())
    }

    /// Writes a value over what stands here now.
    pub fn replace(&mut self, place: Place<'_>, value: &Value, part: Option<Part>) -> Result<(), EditError> {
        if place.is_root {
            return Err(EditError::unplaceable(self.text, place.start));
        }
        let old = place.value(self.text)?;
        let value = pruned(value);
        if place.in_brackets {
            let written = scalar::in_brackets(&value);
            let space = if old.is_empty() { " " } else { "" };
            self.splices.push(Splice::replace(old, format!("{space}{written}")));
            return Ok(());
        }
        match &value {
            Value::Array(_) | Value::Object(_) => self.replace_by_lines(place, &value, part),
            Value::Null => {
                let empty = if is_list(place) { " []" } else { "" };
                self.empty(place, empty)
            }
            single => {
                let written = self.single(place, single)?;
                let splice = if !old.is_empty() {
                    Splice::replace(old, written)
                } else if self.text.ends_line(place.after) {
                    Splice::replace(place.after..self.text.end(place.after), format!(" {written}"))
                } else {
                    Splice::after(place.after, format!(" {written}"))
                };
                self.splices.push(splice);
                Ok(())
            }
        }
    }

    /// Takes the value away, and the white space before it.
    fn empty(&mut self, place: Place<'_>, instead: &str) -> Result<(), EditError> {
        let old = place.value(self.text)?;
        let before = self.text.text[place.after..old.start].trim_end();
        // A list keeps its brackets right behind the colon; a comment that stands there follows them.
        if before.is_empty() {
            self.splices.push(Splice::replace(place.after..old.end, instead));
        } else {
            self.splices.push(Splice::after(place.after, instead));
            self.splices.push(Splice::remove(place.after + before.len()..old.end));
        }
        Ok(())
    }

    /// A single value in the way the old one was written.
    fn single(&self, place: Place<'_>, value: &Value) -> Result<String, EditError> {
        let old = place.value(self.text)?;
        let same_line = self.text.start(old.start) == self.text.start(place.after);
        let lines = value.as_str().and_then(scalar::block).filter(|_| same_line && self.text.ends_line(old.end));
        Ok(match lines {
            Some((header, lines)) => {
                let indent = " ".repeat(place.column(self.text) + self.style.step.max(2));
                let mut written = header.to_owned();
                for line in lines {
                    written.push_str(self.text.eol);
                    written.push_str(if line.is_empty() { "" } else { &indent });
                    written.push_str(line);
                }
                written
            }
            None => scalar::inline_as(value, &self.text.text[old]),
        })
    }

    /// Fields or items on lines of their own, below the name of the field.
    fn replace_by_lines(&mut self, place: Place<'_>, value: &Value, part: Option<Part>) -> Result<(), EditError> {
        if self.text.text[place.start..].starts_with("- ") {
            return Err(EditError::unplaceable(self.text, place.start));
        }
        let old = place.value(self.text)?;
        let column = place.column(self.text);
        if !old.is_empty() {
            self.empty(place, "")?;
        }
        let line_end = self.text.end(old.end);
        let written = match value {
            Value::Array(items) => {
                let explain = self.take_example(line_end, column, part);
                let parts = part.and_then(Part::items);
                // The item that takes the place of the example tells what each field means, so it has them all.
                let items: Vec<Value> = match parts.and_then(Part::empty_object).filter(|_| explain) {
                    Some(all) => items
                        .iter()
                        .enumerate()
                        .map(|(at, item)| if at == 0 { completed(&all, item) } else { item.clone() })
                        .collect(),
                    None => items.clone(),
                };
                yaml::items(self.style, column + self.style.dash, &items, parts, explain)
            }
            Value::Object(fields) => {
                let indent = column + self.style.step;
                let field = |(name, value): (&String, &Value)| {
                    yaml::field(self.style, indent, name, value, part.and_then(|part| part.field(name)), false)
                };
                fields.iter().map(field).collect()
            }
            _ => String::new(),
        };
        self.splices.push(Splice::below(line_end, column, true, self.text.behind(&written)));
        Ok(())
    }

    /// Gives a field that is not there yet its place among the others, in the order of the schema.
    fn insert(&mut self, place: Place<'_>, name: &str, value: &Value, part: Option<Part>) -> Result<(), EditError> {
        let value = pruned(value);
        if value.is_null() {
            return Ok(());
        }
        let Some((last_key, last)) = place.fields().last() else {
            let fields = Value::Object(Map::from_iter([(name.to_owned(), value)]));
            return self.replace(place, &fields, part);
        };
        if place.in_brackets || place.has_brackets(self.text) {
            let end = place.entry(self.text, last_key, last)?.end(self.text)?;
            let field = Value::Object(Map::from_iter([(name.to_owned(), value)]));
            let written = scalar::in_brackets(&field);
            self.splices.push(Splice::after(end, format!(", {}", &written[1..written.len() - 1])));
            return Ok(());
        }
        let (at, indent) = self.room_for(place, name, part)?;
        let part = part.and_then(|part| part.field(name));
        let written = yaml::field(self.style, indent, name, &value, part, false);
        self.splices.push(Splice::below(at, indent, false, self.text.behind(&written)));
        Ok(())
    }

    /// The end of the line behind which a new field of this name can come, and how far it stands in.
    pub fn room_for(&self, place: Place<'_>, name: &str, part: Option<Part>) -> Result<(usize, usize), EditError> {
        let order = part.map(Part::field_names).unwrap_or_default();
        let before: &[&str] = order.iter().position(|known| *known == name).map_or(&[], |position| &order[..position]);
        let mut previous = None;
        for name in before.iter().rev() {
            previous = place.field(self.text, name)?;
            if previous.is_some() {
                break;
            }
        }
        let (first, last) = match (place.fields().first(), place.fields().last()) {
            (Some(first), Some(last)) => (first, last),
            _ => return Err(EditError::unplaceable(self.text, place.start)),
        };
        let entry = if order.contains(&name) { first } else { last };
        let previous = match previous {
            Some(previous) => previous,
            None => place.entry(self.text, &entry.0, &entry.1)?,
        };
        let indent = self.text.column(first.0.span.start());
        let line_end = self.text.end(previous.end(self.text)?);
        Ok((self.behind_example(line_end, previous.column(self.text)), indent))
    }
}

/// Every field of an item: what it has, and for the rest the empty value.
fn completed(all: &Map<String, Value>, item: &Value) -> Value {
    let value = |name: &str, empty: &Value| match (item.get(name), empty) {
        (Some(Value::Object(fields)), Value::Object(all)) => completed(all, &Value::Object(fields.clone())),
        (Some(value), _) => value.clone(),
        (None, empty) => empty.clone(),
    };
    match item {
        Value::Object(_) => Value::Object(all.iter().map(|(name, empty)| (name.clone(), value(name, empty))).collect()),
        single => single.clone(),
    }
}

/// The places in `from` of what `to` leaves out, when `to` has the rest in the same order.
fn missing_in(from: &[Value], to: &[Value]) -> Option<Vec<usize>> {
    let mut kept = to.iter().peekable();
    let mut missing = Vec::new();
    for (index, value) in from.iter().enumerate() {
        if kept.next_if(|next| *next == value).is_none() {
            missing.push(index);
        }
    }
    kept.peek().is_none().then_some(missing)
}
