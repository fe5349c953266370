//! From text to a tree of YAML nodes that know their bytes. Aliases are expanded, within bounds.

use std::collections::BTreeMap;
use std::ops::Range;

use ecow::EcoString;
use saphyr_parser::{Event, Parser, ScalarStyle, ScanError, StrInput, Tag};

use super::block;
use super::cursor::Cursor;
use super::syntax::{self, Fault};

/// A file with more than this is refused: ten thousand organisations with all their fields have about a million.
pub(super) const MAX_NODES: usize = 1_500_000;
/// Deeper than this no file of ours goes.
const MAX_DEPTH: usize = 100;

/// One value in a YAML file.
#[derive(Debug, Clone)]
#[cfg_attr(test, derive(PartialEq))]
pub(crate) struct Node {
    /// Unique within its tree, also for copies that an alias made.
    pub id: u32,
    pub span: Span,
    pub kind: Kind,
}

/// Bytes of a text, in half of the room of a range: there are thousands of them, and no file is as large as fits.
#[derive(Debug, Clone, Copy)]
#[cfg_attr(test, derive(PartialEq))]
pub(crate) struct Span {
    start: u32,
    end: u32,
}

impl Span {
    fn of(range: &Range<usize>) -> Span {
        let place = |at| u32::try_from(at).unwrap_or(u32::MAX);
        Span { start: place(range.start), end: place(range.end) }
    }

    pub fn start(self) -> usize {
        self.start as usize
    }

    pub fn end(self) -> usize {
        self.end as usize
    }

    pub fn range(self) -> Range<usize> {
        self.start()..self.end()
    }
}

#[derive(Debug, Clone)]
#[cfg_attr(test, derive(PartialEq))]
pub(crate) enum Kind {
    Null,
    /// `plain`: without quotation marks.
    Scalar {
        /// Most are so short that they ask for no memory of their own.
        text: EcoString,
        plain: bool,
    },
    Mapping(Vec<(Node, Node)>),
    Sequence(Vec<Node>),
}

impl Node {
    pub fn is_null(&self) -> bool {
        matches!(self.kind, Kind::Null)
    }
}

/// The outcome of parsing: no tree for a file with nothing but comments.
pub(super) type Parsed = Result<Option<Node>, Fault>;

/// Parses the one document in `text`.
pub(super) fn parse(text: &str) -> Parsed {
    parse_within(text, &mut { MAX_NODES })
}

/// The same, when there is room for so many nodes; what it takes of that is gone after it.
pub(super) fn parse_within(text: &str, room: &mut usize) -> Parsed {
    let builder = match plain(text, *room) {
        Some(builder) => builder,
        None => library(text, *room)?,
    };
    *room = room.saturating_sub(builder.nodes);
    Ok(builder.root.filter(|root| !root.is_null()))
}

/// What most files are, without the library.
fn plain(text: &str, most: usize) -> Option<Builder<'_>> {
    let mut builder = Builder::new(text, most);
    block::read(text, |event, bytes| builder.take(event, bytes).is_ok()).then_some(builder)
}

/// All that YAML allows, and all that is wrong.
fn library(text: &str, most: usize) -> Result<Builder<'_>, Fault> {
    let mut builder = Builder::new(text, most);
    builder.run(&mut Parser::new_from_str(text))?;
    Ok(builder)
}

/// A list or a set of fields whose end has not been seen yet.
pub(super) struct Open {
    pub start: usize,
    /// Where its opening bracket is, when it is written with brackets.
    pub bracket: Option<usize>,
    anchor: usize,
    nodes_before: usize,
    sequence: bool,
    /// Where in the parts of the builder its own begin.
    first: usize,
}

struct Builder<'t> {
    text: &'t str,
    cursor: Cursor<'t>,
    root: Option<Node>,
    open: Vec<Open>,
    /// What has been seen of what is open, one behind the other: items, and names of fields with their values. Each list then
    /// takes just the room that it needs.
    parts: Vec<Node>,
    anchors: BTreeMap<usize, Node>,
    nodes: usize,
    most: usize,
    next_id: u32,
    documents: usize,
    last_scalar: Range<usize>,
}

impl<'t> Builder<'t> {
    fn new(text: &'t str, most: usize) -> Builder<'t> {
        Builder {
            text,
            cursor: Cursor::of(text),
            root: None,
            open: Vec::new(),
            parts: Vec::new(),
            anchors: BTreeMap::new(),
            nodes: 0,
            most,
            next_id: 0,
            documents: 0,
            last_scalar: 0..0,
        }
    }

    fn run(&mut self, parser: &mut Parser<'_, StrInput<'_>>) -> Result<(), Fault> {
        while let Some(event) = parser.next_event() {
            let (event, span) = event.map_err(|error| self.explain(&error))?;
            let bytes = self.cursor.byte(span.start.index())..self.cursor.byte(span.end.index());
            self.take(event, bytes)?;
        }
        Ok(())
    }

    fn take(&mut self, event: Event<'_>, bytes: Range<usize>) -> Result<(), Fault> {
        match event {
            Event::DocumentStart(_) => {
                self.documents += 1;
                if self.documents > 1 {
                    return Err(syntax::second_document(bytes));
                }
            }
            Event::Scalar(text, style, anchor, tag) => {
                self.last_scalar = bytes.clone();
                self.refuse_swallowed_text(&text, style, anchor, tag.as_deref(), &bytes)?;
                let plain = style == ScalarStyle::Plain;
                let kind = match &*text {
                    "" | "~" | "null" if plain => Kind::Null,
                    _ => Kind::Scalar { text: EcoString::from(&*text), plain },
                };
                let node = self.node(bytes, kind)?;
                self.keep(anchor, &node, 1)?;
                self.place(node);
            }
            Event::SequenceStart(anchor, tag) => self.open(bytes, true, anchor, tag.as_deref())?,
            Event::MappingStart(anchor, tag) => self.open(bytes, false, anchor, tag.as_deref())?,
            Event::SequenceEnd | Event::MappingEnd => self.close(bytes.end)?,
            Event::Alias(anchor) => self.expand(anchor, bytes)?,
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentEnd => {}
        }
        Ok(())
    }

    fn open(&mut self, bytes: Range<usize>, sequence: bool, anchor: usize, tag: Option<&Tag>) -> Result<(), Fault> {
        if tag.is_some_and(|tag| !tag.is_yaml_core_schema()) {
            return Err(syntax::special_start(self.text, bytes.start));
        }
        if self.open.len() >= MAX_DEPTH {
            return Err(syntax::too_deep(bytes.start..bytes.start));
        }
        let start = bytes.start;
        let written = self.text[bytes].trim_end();
        let bracket = written.ends_with(['[', '{']).then(|| start + written.len() - 1);
        let first = self.parts.len();
        self.open.push(Open { start, bracket, anchor, nodes_before: self.nodes, sequence, first });
        Ok(())
    }

    fn close(&mut self, end: usize) -> Result<(), Fault> {
        let Some(open) = self.open.pop() else { return Ok(()) };
        // A block ends where its last part ends; the parser puts its end before the next line.
        let mut parts = self.parts.drain(open.first..);
        let end = match open.bracket {
            Some(_) => end,
            None => parts.as_slice().last().map_or(open.start, |child| child.span.end()),
        };
        let kind = if open.sequence {
            Kind::Sequence(parts.collect())
        } else {
            let mut fields = Vec::with_capacity(parts.len() / 2);
            while let (Some(name), Some(value)) = (parts.next(), parts.next()) {
                fields.push((name, value));
            }
            drop(parts);
            Kind::Mapping(fields)
        };
        let node = self.node(open.start..end.max(open.start), kind)?;
        self.keep(open.anchor, &node, self.nodes - open.nodes_before)?;
        self.place(node);
        Ok(())
    }

    fn place(&mut self, node: Node) {
        if self.open.is_empty() { self.root = Some(node) } else { self.parts.push(node) }
    }

    fn node(&mut self, span: Range<usize>, kind: Kind) -> Result<Node, Fault> {
        self.charge(1, &span)?;
        self.next_id += 1;
        Ok(Node { id: self.next_id, span: Span::of(&span), kind })
    }

    /// Remembers an anchored node. The copy counts too, or anchors inside anchors would fill the memory.
    fn keep(&mut self, anchor: usize, node: &Node, size: usize) -> Result<(), Fault> {
        if anchor > 0 {
            self.charge(size, &node.span.range())?;
            self.anchors.insert(anchor, node.clone());
        }
        Ok(())
    }

    fn expand(&mut self, anchor: usize, bytes: Range<usize>) -> Result<(), Fault> {
        let Some(anchored) = self.anchors.get(&anchor) else { return Err(syntax::endless_alias(bytes)) };
        let depth = depth(anchored);
        let mut copy = anchored.clone();
        let size = renumber(&mut copy, &mut self.next_id);
        self.charge(size, &bytes)?;
        if self.open.len() + depth > MAX_DEPTH {
            return Err(syntax::too_deep(bytes));
        }
        copy.span = Span::of(&bytes);
        self.place(copy);
        Ok(())
    }

    fn charge(&mut self, nodes: usize, span: &Range<usize>) -> Result<(), Fault> {
        self.nodes += nodes;
        if self.nodes > self.most { Err(syntax::too_much(span.start..span.start)) } else { Ok(()) }
    }

    /// `naam: !Let op` and `naam: &Co` are YAML, but what the user typed is gone.
    fn refuse_swallowed_text(
        &self,
        text: &str,
        style: ScalarStyle,
        anchor: usize,
        tag: Option<&Tag>,
        bytes: &Range<usize>,
    ) -> Result<(), Fault> {
        let foreign_tag = tag.is_some_and(|tag| !tag.is_yaml_core_schema());
        let only_anchor = anchor > 0 && text.is_empty() && style == ScalarStyle::Plain;
        if !foreign_tag && !only_anchor {
            return Ok(());
        }
        let line = self.text[..bytes.start].rfind(['\n', '\r']).map_or(0, |at| at + 1);
        let start =
            if only_anchor { bytes.start } else { self.text[line..bytes.end].find('!').map_or(line, |at| line + at) };
        Err(syntax::special_start(self.text, start))
    }

    fn explain(&self, error: &ScanError) -> Fault {
        syntax::explain(&syntax::Scene {
            text: self.text,
            at: self.cursor.byte(error.marker().index()),
            info: error.info(),
            last_scalar: self.last_scalar.clone(),
            open: &self.open,
        })
    }
}

/// Gives a copy its own ids; says how many nodes it has.
fn renumber(node: &mut Node, next_id: &mut u32) -> usize {
    *next_id += 1;
    node.id = *next_id;
    1 + match &mut node.kind {
        Kind::Null | Kind::Scalar { .. } => 0,
        Kind::Sequence(items) => items.iter_mut().map(|item| renumber(item, next_id)).sum(),
        Kind::Mapping(entries) => {
            entries.iter_mut().map(|(key, value)| renumber(key, next_id) + renumber(value, next_id)).sum()
        }
    }
}

fn depth(node: &Node) -> usize {
    1 + match &node.kind {
        Kind::Null | Kind::Scalar { .. } => 0,
        Kind::Sequence(items) => items.iter().map(depth).max().unwrap_or_default(),
        Kind::Mapping(entries) => {
            entries.iter().map(|(key, value)| depth(key).max(depth(value))).max().unwrap_or_default()
        }
    }
}

#[cfg(test)]
mod tests;
