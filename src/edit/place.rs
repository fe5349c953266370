//! Where a value stands in the text: behind which colon or dash, how far it stands in, and where it ends.
//!
//! The tree of `load` knows the bytes of values; here are the bytes of the signs around them.

use std::ops::Range;

use super::EditError;
use super::text::{Line, Text};
use crate::check::{Route, Segment};
use crate::load::{Kind, Node};

/// One value in a text.
#[derive(Clone, Copy)]
pub(super) struct Place<'n> {
    pub node: &'n Node,
    /// Where the name of the field or the dash starts.
    pub start: usize,
    /// Just behind its colon or dash.
    pub after: usize,
    /// Somewhere between brackets, where lines mean nothing.
    pub in_brackets: bool,
    /// The file as a whole.
    pub is_root: bool,
}

impl<'n> Place<'n> {
    pub fn root(node: &'n Node) -> Place<'n> {
        Place { node, start: node.span.start(), after: 0, in_brackets: false, is_root: true }
    }

    /// The place that a route leads to, or the deepest on the way that is there, and how many steps that is.
    pub fn follow(self, text: Text<'_>, route: &Route) -> Result<(Place<'n>, usize), EditError> {
        let mut place = self;
        for (done, segment) in route.segments().iter().enumerate() {
            let next = match segment {
                _ if place.is_alias(text) => None,
                Segment::Field(name) => place.field(text, name)?,
                Segment::Index(index) => place.item(text, *index)?,
            };
            let Some(next) = next else { return Ok((place, done)) };
            place = next;
        }
        Ok((place, route.segments().len()))
    }

    pub fn fields(self) -> &'n [(Node, Node)] {
        match &self.node.kind {
            Kind::Mapping(entries) => entries,
            _ => &[],
        }
    }

    pub fn items(self) -> &'n [Node] {
        match &self.node.kind {
            Kind::Sequence(items) => items,
            _ => &[],
        }
    }

    /// The value of a field.
    pub fn field(self, text: Text<'_>, name: &str) -> Result<Option<Place<'n>>, EditError> {
        let named = |(key, _): &&(Node, Node)| matches!(&key.kind, Kind::Scalar { text, .. } if text == name);
        let Some((key, node)) = self.fields().iter().find(named) else { return Ok(None) };
        self.entry(text, key, node).map(Some)
    }

    /// The value behind this name.
    pub fn entry(self, text: Text<'_>, key: &Node, node: &'n Node) -> Result<Place<'n>, EditError> {
        let after = colon(text, key)? + 1;
        let in_brackets = self.in_brackets || self.has_brackets(text);
        Ok(Place { node, start: key.span.start(), after, in_brackets, is_root: false })
    }

    /// An item of a list.
    pub fn item(self, text: Text<'_>, index: usize) -> Result<Option<Place<'n>>, EditError> {
        let Some(node) = self.items().get(index) else { return Ok(None) };
        if self.in_brackets || self.has_brackets(text) {
            let start = node.span.start();
            return Ok(Some(Place { node, start, after: start, in_brackets: true, is_root: false }));
        }
        let start = dash(text, node)?;
        Ok(Some(Place { node, start, after: start + 1, in_brackets: false, is_root: false }))
    }

    /// `*name`: what stands here is written somewhere else.
    pub fn is_alias(self, text: Text<'_>) -> bool {
        text.text[self.node.span.start()..].starts_with('*')
            && !matches!(self.node.kind, Kind::Scalar { plain: false, .. })
    }

    /// A list or set of fields between brackets.
    pub fn has_brackets(self, text: Text<'_>) -> bool {
        let mut written = text.text[self.node.span.range()].trim_start();
        while written.starts_with(['&', '!']) {
            written = written.split_once(char::is_whitespace).map_or("", |(_, rest)| rest.trim_start());
        }
        matches!(self.node.kind, Kind::Sequence(_) | Kind::Mapping(_)) && written.starts_with(['[', '{'])
    }

    /// How far the name or the dash stands in.
    pub fn column(self, text: Text<'_>) -> usize {
        text.column(self.start)
    }

    /// The bytes of the value itself, with its anchor; empty when there is none.
    pub fn value(self, text: Text<'_>) -> Result<Range<usize>, EditError> {
        let end = self.end(text)?;
        let start = match self.block_header(text) {
            Some(header) => header,
            None => self.node.span.start(),
        };
        Ok(start.clamp(self.after, end)..end)
    }

    /// Where the value ends: before the white space and comments that follow. At least just behind the colon or dash.
    pub fn end(self, text: Text<'_>) -> Result<usize, EditError> {
        let span = self.node.span.range();
        let trimmed = span.start + text.text[span.clone()].trim_end().len();
        let end = match &self.node.kind {
            _ if self.is_alias(text) || self.has_brackets(text) => trimmed,
            Kind::Null => trimmed,
            Kind::Scalar { .. } => match self.block_header(text) {
                Some(header) => block_end(text, header, &span),
                None => trimmed,
            },
            Kind::Mapping(entries) => match entries.last() {
                Some((key, value)) => self.entry(text, key, value)?.end(text)?,
                None => trimmed,
            },
            Kind::Sequence(items) => match self.item(text, items.len().saturating_sub(1))? {
                Some(last) => last.end(text)?,
                None => trimmed,
            },
        };
        Ok(end.max(self.after))
    }

    /// The `|` or `>` that announces a text of several lines.
    pub fn block_header(self, text: Text<'_>) -> Option<usize> {
        let Kind::Scalar { plain: false, .. } = self.node.kind else { return None };
        if self.in_brackets {
            return None;
        }
        let line = &text.text[self.after..text.end(self.after)];
        let mut rest = line.trim_start();
        while rest.starts_with(['&', '!']) {
            rest = rest.split_once(char::is_whitespace).map_or("", |(_, rest)| rest.trim_start());
        }
        rest.starts_with(['|', '>']).then_some(self.after + line.len() - rest.len())
    }
}

/// Where a text of several lines ends. With `|+` the empty lines behind it belong to it.
fn block_end(text: Text<'_>, header: usize, span: &Range<usize>) -> usize {
    let line_end = text.end(header);
    let signs = text.text[header..line_end].split_whitespace().next().unwrap_or_default();
    let content = &text.text[span.start.max(header)..span.end.max(header)];
    let start = span.start.max(header);
    if signs.contains('+') {
        let content = content.trim_end_matches([' ', '\t']);
        let content = content.strip_suffix('\n').unwrap_or(content);
        let content = content.strip_suffix('\r').unwrap_or(content);
        return (start + content.len()).max(header + signs.len());
    }
    (start + content.trim_end().len()).max(header + signs.len())
}

/// The colon behind the name of a field.
fn colon(text: Text<'_>, key: &Node) -> Result<usize, EditError> {
    let name_end = key.span.start() + text.text[key.span.range()].trim_end().len();
    let rest = &text.text[name_end..];
    let blanks = rest.len() - rest.trim_start_matches([' ', '\t']).len();
    if rest[blanks..].starts_with(':') {
        Ok(name_end + blanks)
    } else {
        Err(EditError::unplaceable(text, key.span.start()))
    }
}

/// The dash of an item, which may stand some lines above it.
fn dash(text: Text<'_>, item: &Node) -> Result<usize, EditError> {
    let mut start = text.start(item.span.start());
    let mut before = &text.text[start..item.span.start()];
    loop {
        let written = before.trim_end();
        if written.ends_with('-') {
            return Ok(start + written.len() - 1);
        }
        let above = text.previous(start).filter(|_| written.is_empty());
        let Some(above) = above else { return Err(EditError::unplaceable(text, item.span.start())) };
        start = above;
        before = match text.kind(start) {
            Line::Other => without_announcements(text.line(start)),
            Line::Blank | Line::Comment(_) => "",
        };
    }
}

/// `  - &a |  # comment` → `  -`.
fn without_announcements(line: &str) -> &str {
    let mut line = line.split(" #").next().unwrap_or(line).trim_end();
    while let Some(at) = line.rfind([' ', '\t'])
        && line[at + 1..].starts_with(['|', '>', '&', '!'])
    {
        line = line[..at].trim_end();
    }
    line
}
