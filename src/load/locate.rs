//! From a route into the model to the bytes of the file, and back.
//!
//! Items that were refused are not in the model, so an index of the model counts only the others.

use std::collections::BTreeSet;
use std::ops::Range;

use super::yaml::{Kind, Node};
use crate::check::{Route, Segment};

/// How far a route went.
struct Found<'a> {
    node: &'a Node,
    /// The name under which the node stands, when it is the value of a field.
    key: Option<&'a Node>,
    complete: bool,
}

/// Bytes of the value that a route leads to, or of what announces its deepest ancestor that is there.
pub(super) fn value(root: &Node, skipped: &BTreeSet<u32>, text: &str, route: &Route) -> Range<usize> {
    let found = follow(root, skipped, route);
    match (&found.node.kind, found.key) {
        (Kind::Scalar { .. }, _) if found.complete => found.node.span.range(),
        (_, Some(key)) => key.span.range(),
        (_, None) if std::ptr::eq(found.node, root) => 0..0,
        _ => item(found.node, text),
    }
}

/// Bytes of the name of the field that a route leads to.
pub(super) fn key(root: &Node, skipped: &BTreeSet<u32>, text: &str, route: &Route) -> Range<usize> {
    let found = follow(root, skipped, route);
    match found.key {
        Some(key) => key.span.range(),
        None if std::ptr::eq(found.node, root) => 0..0,
        None => item(found.node, text),
    }
}

/// An item of a list; one without anything is its dash.
fn item(node: &Node, text: &str) -> Range<usize> {
    if !node.span.range().is_empty() {
        return node.span.range();
    }
    let before = text[..node.span.start()].trim_end_matches([' ', '\t', '\n', '\r']);
    if before.ends_with('-') { before.len() - 1..before.len() } else { node.span.range() }
}

fn follow<'a>(root: &'a Node, skipped: &BTreeSet<u32>, route: &Route) -> Found<'a> {
    let mut found = Found { node: root, key: None, complete: true };
    for segment in route.segments() {
        let next = match (segment, &found.node.kind) {
            (Segment::Field(name), Kind::Mapping(entries)) => entries
                .iter()
                .find(|(key, _)| matches!(&key.kind, Kind::Scalar { text, .. } if text == name))
                .map(|(key, value)| (value, Some(key))),
            (Segment::Index(index), Kind::Sequence(items)) => nth(items, skipped, *index).map(|item| (item, None)),
            _ => None,
        };
        let Some((node, key)) = next else { return Found { complete: false, ..found } };
        found = Found { node, key, complete: true };
    }
    found
}

/// The item that the model knows by this index. Nothing is counted when nothing was refused: a long list with a finding
/// in each item would take the square of its length.
fn nth<'a>(items: &'a [Node], skipped: &BTreeSet<u32>, index: usize) -> Option<&'a Node> {
    if skipped.is_empty() {
        return items.get(index);
    }
    items.iter().filter(|item| !skipped.contains(&item.id)).nth(index)
}

/// The route to the deepest node that holds these bytes.
pub(super) fn route(root: &Node, skipped: &BTreeSet<u32>, span: &Range<usize>) -> Route {
    let mut route = Route::new();
    let mut node = root;
    let holds = |node: &Node| node.span.start() <= span.start && span.end <= node.span.end();
    loop {
        let next = match &node.kind {
            Kind::Mapping(entries) => {
                entries.iter().find(|(key, value)| holds(key) || holds(value)).and_then(|(key, value)| {
                    match &key.kind {
                        Kind::Scalar { text, .. } => Some((value, route.field(text), holds(key))),
                        _ => None,
                    }
                })
            }
            Kind::Sequence(items) => items.iter().position(holds).map(|position| {
                let index = items[..position].iter().filter(|item| !skipped.contains(&item.id)).count();
                (&items[position], route.index(index), false)
            }),
            Kind::Null | Kind::Scalar { .. } => None,
        };
        match next {
            Some((value, deeper, on_key)) => {
                (node, route) = (value, deeper);
                if on_key {
                    return route;
                }
            }
            None => return route,
        }
    }
}
