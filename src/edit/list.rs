//! Items of a list: new ones at the end, and items that go with the comments that are theirs.

use std::ops::Range;

use serde_json::Value;

use super::EditError;
use super::change::{Editor, ListChange, pruned};
use super::place::Place;
use super::text::{Line, Splice};
use crate::write::scalar;
use crate::write::schema::Part;
use crate::write::yaml::{self, Style};

impl Editor<'_> {
    /// Takes items away and adds others.
    pub fn change_list(&mut self, root: Place<'_>, change: &ListChange) -> Result<(), EditError> {
        let (place, done) = root.follow(self.text, &change.route)?;
        let there = done == change.route.segments().len();
        if !there || place.items().is_empty() {
            return match change.removed.is_empty() {
                true => self.set(root, &change.route, &Value::Array(change.added.clone())),
                false => Err(EditError::unplaceable(self.text, place.start)),
            };
        }
        let mut removed = change.removed.clone();
        removed.sort_unstable();
        removed.dedup();
        if place.is_alias(self.text) || removed.last().is_some_and(|last| *last >= place.items().len()) {
            return Err(EditError::unplaceable(self.text, place.start));
        }
        if place.in_brackets || place.has_brackets(self.text) {
            return self.change_brackets(place, &removed, &change.added);
        }
        let part = self.part_at(&change.route).and_then(Part::items);
        if !removed.is_empty() {
            self.remove_items(place, &removed, &change.added, part)?;
        }
        let all_gone = removed.len() == place.items().len();
        if !change.added.is_empty() && !all_gone {
            self.append(place, &change.added, part)?;
        }
        Ok(())
    }

    fn change_brackets(&mut self, place: Place<'_>, removed: &[usize], added: &[Value]) -> Result<(), EditError> {
        if removed.len() == place.items().len() {
            let value = place.value(self.text)?;
            let added = pruned(&Value::Array(added.to_vec()));
            let written = if added.is_null() { "[]".to_owned() } else { scalar::in_brackets(&added) };
            self.splices.push(Splice::replace(value, written));
            return Ok(());
        }
        let mut first_kept = 0;
        for index in removed {
            let Some(item) = place.item(self.text, *index)? else { continue };
            let neighbour = if *index == first_kept { index + 1 } else { index - 1 };
            let Some(neighbour) = place.item(self.text, neighbour)? else { continue };
            let span = if *index == first_kept {
                first_kept += 1;
                item.start..neighbour.start
            } else {
                neighbour.end(self.text)?..item.end(self.text)?
            };
            self.splices.push(Splice::remove(span));
        }
        if let Some(last) = place.item(self.text, place.items().len() - 1)? {
            let end = last.end(self.text)?;
            for value in added {
                self.splices.push(Splice::after(end, format!(", {}", scalar::in_brackets(&pruned(value)))));
            }
        }
        Ok(())
    }

    fn append(&mut self, place: Place<'_>, added: &[Value], part: Option<Part>) -> Result<(), EditError> {
        let count = place.items().len();
        let Some(last) = place.item(self.text, count - 1)? else { return Ok(()) };
        let column = last.column(self.text);
        // Comments that stand further in than the name of the list are still about what is in it.
        let outside = if place.is_root { 0 } else { place.column(self.text) };
        let at = self.end_with_comments(last, outside)?;
        let added: Vec<Value> = added.iter().map(pruned).filter(|value| !value.is_null()).collect();
        let style = self.style_of_item(last)?;
        let blank = match count {
            1 => added.iter().any(Value::is_object) && !last.has_brackets(self.text),
            _ => self.blank_between(place, count - 2)?,
        };
        for value in &added {
            let written = match last.has_brackets(self.text) && value.is_object() {
                true => format!("{:column$}- {}\n", "", scalar::in_brackets(value)),
                false => yaml::items(style, column, std::slice::from_ref(value), part, false),
            };
            let empty_line = if blank { self.text.eol } else { "" };
            self.splices.push(Splice::below(at, column, true, format!("{empty_line}{}", self.text.behind(&written))));
        }
        Ok(())
    }

    /// The usual style, with the distance between dash and name of this item.
    fn style_of_item(&self, item: Place<'_>) -> Result<Style, EditError> {
        let first = item.fields().first().filter(|_| !item.has_brackets(self.text) && !item.is_alias(self.text));
        let on_line = first.filter(|(key, _)| self.text.start(key.span.start()) == self.text.start(item.start));
        let gap = on_line.map(|(key, _)| self.text.column(key.span.start()) - item.column(self.text));
        Ok(Style { gap: gap.unwrap_or(self.style.gap).max(2), ..self.style })
    }

    fn blank_between(&self, place: Place<'_>, index: usize) -> Result<bool, EditError> {
        let (Some(one), Some(other)) = (place.item(self.text, index)?, place.item(self.text, index + 1)?) else {
            return Ok(false);
        };
        let mut line = self.text.next(one.end(self.text)?);
        while line < other.start {
            if self.text.kind(line) == Line::Blank {
                return Ok(true);
            }
            line = self.text.next(line);
        }
        Ok(false)
    }

    /// End of the last line of an item, with the comments behind it that stand further in than `outside`.
    fn end_with_comments(&self, item: Place<'_>, outside: usize) -> Result<usize, EditError> {
        let mut end = self.text.end(item.end(self.text)?);
        let mut line = self.text.next(end);
        while line < self.text.text.len() {
            match self.text.kind(line) {
                Line::Comment(column) if column > outside => end = self.text.end(line),
                Line::Blank => {}
                Line::Comment(_) | Line::Other => break,
            }
            line = self.text.next(line);
        }
        Ok(end)
    }

    fn remove_items(
        &mut self,
        place: Place<'_>,
        removed: &[usize],
        added: &[Value],
        part: Option<Part>,
    ) -> Result<(), EditError> {
        let count = place.items().len();
        let mut first_kept = None;
        for index in 0..count {
            if removed.binary_search(&index).is_err() {
                first_kept = Some(index);
                break;
            }
        }
        for index in removed {
            let span = self.lines_of_item(place, *index, first_kept.is_some_and(|kept| kept < *index), removed)?;
            self.splices.push(Splice::remove(span));
        }
        let Some(first) = place.item(self.text, 0)?.filter(|_| removed.first() == Some(&0)) else { return Ok(()) };
        match first_kept {
            Some(kept) => {
                let Some(next) = place.item(self.text, kept)? else { return Ok(()) };
                self.hand_over_item(first, next, part)
            }
            None => self.refill(place, first, added, part),
        }
    }

    /// A list whose items all went: brackets, or its new items.
    fn refill(
        &mut self,
        place: Place<'_>,
        first: Place<'_>,
        added: &[Value],
        part: Option<Part>,
    ) -> Result<(), EditError> {
        let explained = self.is_explained(first, part)?;
        let line_end = self.text.end(place.after);
        if added.is_empty() {
            self.splices.push(Splice::after(place.after, " []"));
            if explained {
                let example = yaml::example(place.column(self.text), part);
                self.splices.push(Splice::below(line_end, place.column(self.text), true, self.text.behind(&example)));
            }
            return Ok(());
        }
        let style = self.style_of_item(first)?;
        let items: Vec<Value> = added.iter().map(pruned).collect();
        let written = yaml::items(style, first.column(self.text), &items, part, explained);
        self.splices.push(Splice::below(line_end, place.column(self.text), true, self.text.behind(&written)));
        Ok(())
    }

    /// The lines that go with an item: its own comments above it, and one of the empty lines around it.
    fn lines_of_item(
        &self,
        place: Place<'_>,
        index: usize,
        something_before: bool,
        removed: &[usize],
    ) -> Result<Range<usize>, EditError> {
        let text = self.text;
        let Some(item) = place.item(text, index)? else { return Err(EditError::unplaceable(text, place.start)) };
        let line = text.start(item.start);
        if !text.text[line..item.start].trim().is_empty() {
            return Err(EditError::unplaceable(text, item.start));
        }
        let column = item.column(text);
        let mut start = line;
        while let Some(above) = text.previous(start)
            && text.kind(above) == Line::Comment(column)
        {
            start = above;
        }
        let mut end = text.next(self.end_with_comments(item, column)?);
        let is_blank = |at: usize| at < text.text.len() && text.kind(at) == Line::Blank;
        let blank_before = something_before && text.previous(start).is_some_and(is_blank);
        let is_last = index + 1 == place.items().len();
        if is_blank(end) && (blank_before || !something_before && !is_last) {
            while is_blank(end) {
                end = text.next(end);
            }
        }
        let previous_stays = index.checked_sub(1).is_none_or(|previous| removed.binary_search(&previous).is_err());
        if end == text.text.len() && previous_stays {
            while blank_before
                && let Some(above) = text.previous(start)
                && is_blank(above)
            {
                start = above;
            }
            // A file that did not end with a line ending still does not.
            if !text.text.ends_with(['\n', '\r']) {
                start = text.previous(start).map_or(start, |above| text.end(above));
            }
        }
        Ok(start..end)
    }
}
