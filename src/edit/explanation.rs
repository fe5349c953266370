//! What wep itself wrote as comment: what a field means, told at the first item of a list, and the example below an
//! empty list. When the first item goes, its explanation goes to the next; an example that is filled in goes.

use super::EditError;
use super::change::Editor;
use super::place::Place;
use super::text::{Line, Splice};
use crate::write::schema::Part;
use crate::write::yaml;

/// How the example below an empty list begins.
const EXAMPLE: &str = "# Invullen?";

impl Editor<'_> {
    /// Takes away the example that starts behind this line end, when it is still as wep wrote it. Answers whether it was.
    pub fn take_example(&mut self, line_end: usize, column: usize, part: Option<Part>) -> bool {
        let example = yaml::example(column, part.and_then(Part::items));
        if example.is_empty() {
            return false;
        }
        let written = self.text.behind(&example);
        let is_there = self.text.text[line_end..].starts_with(&written)
            && self.text.ends_line(line_end + written.len())
            && self.text.end(line_end + written.len()) == line_end + written.len();
        if is_there {
            self.splices.push(Splice::remove(line_end..line_end + written.len()));
        }
        is_there
    }

    /// The end of the example that starts behind this line end; the same line end when there is none.
    pub fn behind_example(&self, line_end: usize, column: usize) -> usize {
        let (mut end, mut in_heading) = (line_end, true);
        let mut line = self.text.next(line_end);
        let begins = |line: usize| self.text.line(line).trim_start().starts_with(EXAMPLE);
        if line >= self.text.text.len() || self.text.kind(line) != Line::Comment(column) || !begins(line) {
            return line_end;
        }
        while line < self.text.text.len() && self.text.kind(line) == Line::Comment(column) {
            let content = self.text.line(line).trim();
            if !in_heading && !content.starts_with("#   ") {
                break;
            }
            in_heading = in_heading && !content.ends_with(':');
            end = self.text.end(line);
            line = self.text.next(line);
        }
        end
    }

    /// The comment above this field holds what the schema says of it.
    fn tells(&self, field: Place<'_>, part: Part) -> bool {
        let line = self.text.start(field.start);
        let mut above = self.text.comments_above(line);
        let mut comments: Vec<Vec<&str>> = Vec::new();
        while above < line {
            comments.push(self.text.line(above).trim().trim_start_matches('#').split_whitespace().collect());
            above = self.text.next(above);
        }
        let wanted: Vec<&str> = part.description().split_whitespace().collect();
        let run = |from: usize, to: usize| comments[from..=to].concat() == wanted;
        !wanted.is_empty() && (0..comments.len()).any(|from| (from..comments.len()).any(|to| run(from, to)))
    }

    /// At least one field of this item has its explanation.
    pub fn is_explained(&self, item: Place<'_>, part: Option<Part>) -> Result<bool, EditError> {
        let Some(part) = part.filter(|_| !item.has_brackets(self.text) && !item.is_alias(self.text)) else {
            return Ok(false);
        };
        for name in part.field_names() {
            if let (Some(field), Some(part)) = (item.field(self.text, name)?, part.field(name))
                && self.tells(field, part)
            {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The explanation of an item that goes comes at the item that is now the first.
    pub fn hand_over_item(&mut self, old: Place<'_>, new: Place<'_>, part: Option<Part>) -> Result<(), EditError> {
        if !self.is_explained(old, part)? {
            return Ok(());
        }
        let Some(part) = part else { return Ok(()) };
        if new.has_brackets(self.text) || new.is_alias(self.text) || new.fields().is_empty() {
            let line = self.text.start(new.start);
            let example = self.text.lines(&yaml::example(new.column(self.text), Some(part)));
            self.splices.push(Splice::before(line, example));
            return Ok(());
        }
        self.hand_over(Some(old), new, part)
    }

    /// Tells at the fields of `new` what was told at those of `old`; without `old` everything.
    fn hand_over(&mut self, old: Option<Place<'_>>, new: Place<'_>, part: Part) -> Result<(), EditError> {
        for name in part.field_names() {
            let Some(field_part) = part.field(name) else { continue };
            let old_field = match old {
                Some(old) => match old.field(self.text, name)? {
                    Some(field) => Some(field),
                    None => continue,
                },
                None => None,
            };
            let told = old_field.is_none_or(|field| self.tells(field, field_part));
            match new.field(self.text, name)? {
                Some(field) => {
                    if told && !self.tells(field, field_part) {
                        let line = self.text.start(field.start);
                        let content = self.text.line(line);
                        let indent = content.len() - content.trim_start().len();
                        let comment = self.text.lines(&yaml::comment(indent, field_part.description()));
                        self.splices.push(Splice::before(line, comment));
                    }
                    self.hand_over_inside(old_field, field, field_part)?;
                }
                None if told && old_field.is_some() => {
                    let empty = part.empty_object().and_then(|fields| fields.get(name).cloned()).unwrap_or_default();
                    let (at, indent) = self.room_for(new, name, Some(part))?;
                    let written = yaml::field(self.style, indent, name, &empty, Some(field_part), true);
                    self.splices.push(Splice::after(at, self.text.behind(&written)));
                }
                None => {}
            }
        }
        Ok(())
    }

    fn hand_over_inside(&mut self, old: Option<Place<'_>>, new: Place<'_>, part: Part) -> Result<(), EditError> {
        if new.has_brackets(self.text) && !new.items().is_empty() || new.is_alias(self.text) {
            return Ok(());
        }
        let Some(items) = part.items() else {
            return match (old, new.fields().is_empty() || new.has_brackets(self.text)) {
                (Some(old), false) if !old.has_brackets(self.text) && !old.is_alias(self.text) => {
                    self.hand_over(Some(old), new, part)
                }
                (None, false) => self.hand_over(None, new, part),
                _ => Ok(()),
            };
        };
        let Some(old) = old.filter(|_| items.empty_object().is_some()) else { return Ok(()) };
        let old_end = self.text.end(old.end(self.text)?);
        let old_item = if old.has_brackets(self.text) { None } else { old.item(self.text, 0)? };
        let had_example = self.behind_example(old_end, old.column(self.text)) > old_end;
        let told = match old_item {
            Some(item) => self.is_explained(item, Some(items))?,
            None => had_example,
        };
        if !told {
            return Ok(());
        }
        match new.item(self.text, 0)? {
            Some(item) if item.has_brackets(self.text) || item.is_alias(self.text) || item.fields().is_empty() => {
                Ok(())
            }
            Some(item) => self.hand_over(old_item, item, items),
            None => {
                let (end, column) = (self.text.end(new.end(self.text)?), new.column(self.text));
                if self.behind_example(end, column) == end {
                    let example = yaml::example(column, Some(items));
                    self.splices.push(Splice::after(end, self.text.behind(&example)));
                }
                Ok(())
            }
        }
    }
}
