//! The privacy guard over one file: what may be about a participant, in values, in names of fields and in comments.
//!
//! A file in which it finds something is not read: no part of it gets into the model, and of the text that is kept for
//! reports the letters and digits are hidden.

use std::ops::Range;

use super::source::line_starts;
use super::yaml::{Kind as NodeKind, Node};
use crate::check::{Finding, Place};
use crate::privacy::{self, Hit, Scalars, Waivers};

/// More findings than this in one file help nobody.
const MOST: usize = 50;

/// What a user can do about it.
const HELP: &str = "haal het weg: gegevens van deelnemers horen niet in de bestanden van wep. Gaat dit niet over een deelnemer? \
    Zet dan op deze regel, of op de regel erboven: # geen deelnemer: en waarom niet";

/// What was found in a file, and its text with that hidden.
pub(super) struct Refused {
    pub findings: Vec<Finding>,
    pub text: String,
}

/// Looks at a text; `root` is its tree, when it could be read. Nothing when there is nothing to refuse.
pub(super) fn look(file: &'static str, text: &str, root: Option<&Node>) -> Option<Refused> {
    let hits = match root {
        Some(root) => in_tree(text, root),
        None => in_lines(text).into_iter().map(Found::here).collect(),
    };
    refuse(file, text, hits)
}

/// Something that was found, and where the name of its field stands: there too someone may say that it is not about a
/// participant.
struct Found {
    hit: Hit,
    field: usize,
}

impl Found {
    fn here(hit: Hit) -> Found {
        Found { field: hit.span.start, hit }
    }
}

fn refuse(file: &'static str, text: &str, found: Vec<Found>) -> Option<Refused> {
    if found.is_empty() {
        return None;
    }
    let starts = line_starts(text);
    let line = |at: usize| starts.partition_point(|start| *start <= at).saturating_sub(1);
    let waivers = Waivers::of(text);
    let looked_at = |one: &Found| waivers.cover(line(one.hit.span.start)) || waivers.cover(line(one.field));
    let mut hits: Vec<Hit> = found.into_iter().filter(|one| !looked_at(one)).map(|one| one.hit).collect();
    hits.sort_by_key(|hit| (hit.span.start, hit.kind));
    hits.dedup_by(|next, last| next.kind == last.kind && next.span.start < last.span.end);
    if hits.is_empty() {
        return None;
    }
    hits.truncate(MOST);
    // All is hidden but the names of the fields in question: only their lines are ever shown.
    let mut hidden: Vec<Range<usize>> = Vec::new();
    let (mut from, mut last) = (0, None);
    for hit in &hits {
        let number = line(hit.span.start);
        if last.replace(number) != Some(number) {
            hidden.push(from..starts[number]);
            from = shown(text, starts[number]).min(hit.span.start);
        }
    }
    hidden.push(from..text.len());
    let (masked, moved) = mask(text, &hidden);
    let place = |hit: &Hit| Place::Bytes(moved(hit.span.start)..moved(hit.span.end));
    let findings = hits.iter().map(|hit| {
        Finding::placed(hit.kind.into(), file, place(hit), format!("hier staat {}", hit.kind.what())).help(HELP)
    });
    Some(Refused { findings: findings.collect(), text: masked })
}

/// Where the part of a line begins that is hidden: behind a plain name of a field, which tells a user where to look, unless
/// that name is itself what nobody should read.
fn shown(text: &str, start: usize) -> usize {
    let line = text[start..].lines().next().unwrap_or_default();
    let indent = line.len() - line.trim_start_matches([' ', '-']).len();
    let name = line[indent..].split_once(':').map(|(name, _)| name);
    let plain = |name: &&str| {
        !name.is_empty()
            && name.len() <= 30
            && name.bytes().all(|one| one.is_ascii_lowercase() || one == b'_')
            && !privacy::names_diagnosis(name)
    };
    start + name.filter(plain).map_or(0, |name| indent + name.len() + 1)
}

/// The text with these spans hidden, and where each byte of the old text is in it.
fn mask(text: &str, spans: &[Range<usize>]) -> (String, impl Fn(usize) -> usize) {
    let masked = privacy::mask(text, spans);
    let old: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let new: Vec<usize> = masked.char_indices().map(|(at, _)| at).collect();
    let (old_end, new_end) = (text.len(), masked.len());
    let moved = move |at: usize| match at >= old_end {
        true => new_end,
        false => new.get(old.partition_point(|start| *start < at)).copied().unwrap_or(new_end),
    };
    (masked, moved)
}

/// Every line on its own, and every run of comment lines as one text.
fn in_lines(text: &str) -> Vec<Hit> {
    let mut hits = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive(['\n', '\r']) {
        hits.extend(moved(privacy::in_text(field(line), line), start));
        start += line.len();
    }
    hits
}

/// The name of the field on a line.
fn field(line: &str) -> &str {
    line.split_once(':').map_or("", |(name, _)| name.trim_matches([' ', '-', '"', '\'', '\t']))
}

fn moved(hits: Vec<Hit>, by: usize) -> impl Iterator<Item = Hit> {
    hits.into_iter().map(move |hit| Hit { kind: hit.kind, span: hit.span.start + by..hit.span.end + by })
}

/// So many bytes are looked at by one processor.
const SHORT: usize = 100_000;

/// A look at a file in the order in which it is written, without a list of its values: nearly all files hold nothing.
struct Quick<'t> {
    text: &'t str,
    /// How far it has come.
    at: usize,
}

impl Quick<'_> {
    /// Surely there is nothing in the file of which this is the tree.
    fn finds_nothing(&mut self, root: &Node) -> bool {
        let end = self.text.len();
        let look = &mut |part: Part| match part {
            Part::Value { node, label, text, .. } => {
                self.passes(node.span.range()) && privacy::holds_nothing(label, text)
            }
            Part::Begin | Part::End => true,
        };
        walk(root, "", root.span.start(), look) && self.passes(end..end)
    }

    /// Goes on to behind this value, past which it has not been yet; before it stands no comment with something in it.
    fn passes(&mut self, value: Range<usize>) -> bool {
        let fits = self.at <= value.start && in_comment(&self.text[self.at..value.start]).is_empty();
        self.at = value.end;
        fits
    }
}

/// The values with their fields, and what stands between them: comments.
fn in_tree(text: &str, root: &Node) -> Vec<Found> {
    if text.len() <= SHORT && (Quick { text, at: 0 }).finds_nothing(root) {
        return Vec::new();
    }
    // About one value in so many bytes; asking for memory again and again takes longer.
    let about = text.len() / 32;
    let mut values = Values { nodes: Vec::with_capacity(about), scalars: Scalars::with_capacity(about) };
    values.collect(root);
    let found = privacy::in_scalars(&values.scalars).into_iter();
    let mut hits: Vec<Found> = found
        .map(|(place, hit)| {
            let (node, field) = values.nodes[place];
            Found { hit: in_source(text, node, &values.scalars.all[place].text, hit), field }
        })
        .collect();
    let mut spans: Vec<Range<usize>> = values.nodes.iter().map(|(node, _)| node.span.range()).collect();
    spans.sort_by_key(|span| span.start);
    hits.extend(between(text, &spans).into_iter().map(Found::here));
    hits
}

struct Values<'t> {
    /// With the place of the name of its field, or its own where it has none.
    nodes: Vec<(&'t Node, usize)>,
    scalars: Scalars<'t>,
}

impl<'t> Values<'t> {
    fn collect(&mut self, root: &'t Node) {
        walk(root, "", root.span.start(), &mut |part| {
            match part {
                Part::Begin => self.scalars.begin(),
                Part::End => self.scalars.end(),
                Part::Value { node, label, text, field } => {
                    self.nodes.push((node, field));
                    self.scalars.add(label, text);
                }
            }
            true
        });
    }
}

/// A step of a walk through a tree, in the order in which it is written.
enum Part<'t> {
    /// An entry begins, or ends.
    Begin,
    End,
    /// A value, or the name of a field, which has no label; `field` is the place of the name of its field, or its own where it
    /// has none.
    Value {
        node: &'t Node,
        label: &'t str,
        text: &'t str,
        field: usize,
    },
}

/// Walks through a tree as long as `look` says so. Answers whether it came to the end.
fn walk<'t>(node: &'t Node, label: &'t str, field: usize, look: &mut impl FnMut(Part<'t>) -> bool) -> bool {
    match &node.kind {
        NodeKind::Null => true,
        NodeKind::Scalar { text, .. } => look(Part::Value { node, label, text, field }),
        NodeKind::Sequence(items) => items.iter().all(|item| walk(item, label, item.span.start(), look)),
        NodeKind::Mapping(fields) => {
            look(Part::Begin)
                && fields.iter().all(|(key, value)| {
                    let name = match &key.kind {
                        NodeKind::Scalar { text, .. } => text,
                        _ => "",
                    };
                    walk(key, "", key.span.start(), look) && walk(value, name, key.span.start(), look)
                })
                && look(Part::End)
        }
    }
}

/// Where in the file a hit in a value is: just there when the value is written as it is read, otherwise the whole value.
fn in_source(text: &str, node: &Node, value: &str, hit: Hit) -> Hit {
    let written = &text[node.span.range()];
    let at = written.find(&value[hit.span.clone()]).map(|at| node.span.start() + at);
    let span = match at {
        Some(at) => at..at + hit.span.len(),
        None => node.span.range(),
    };
    Hit { kind: hit.kind, span }
}

/// What stands between the values: comments, of which lines that follow each other are one text.
fn between(text: &str, values: &[Range<usize>]) -> Vec<Hit> {
    let mut hits = Vec::new();
    let mut at = 0;
    for (start, end) in values.iter().map(|span| (span.start, span.end)).chain([(text.len(), text.len())]) {
        if start > at {
            hits.extend(moved(in_comment(&text[at..start]), at));
        }
        at = at.max(end);
    }
    hits
}

/// What stands in a text between two values.
fn in_comment(between: &str) -> Vec<Hit> {
    match between.contains('#') {
        // A sentence goes on behind the mark of the next line.
        true => privacy::in_text("", &between.replace('#', " ")),
        false => Vec::new(),
    }
}
