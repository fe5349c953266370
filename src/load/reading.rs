//! Reading a tree into a model over and over, until only what is right is left: the rest is recorded and skipped.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::ops::Range;

use serde::de::DeserializeOwned;

use super::deserialize::NodeReader;
use super::source::line_starts;
use super::yaml::{Kind, Node};
use crate::check::{Code, Finding, Level, Place};

/// More findings than this in one file help nobody.
const MAX_FINDINGS: usize = 200;
/// So many errors, and so many findings of the other kinds, are kept while reading: the rest is only counted, or a file
/// full of mistakes would fill the memory.
const MAX_KEPT: usize = 2_000;
/// Two passes are enough for everything we know; each further one is for an error that only a visitor saw.
const MAX_PASSES: usize = 60;

/// What one reading has come upon so far.
pub(super) struct Reading {
    pub file: &'static str,
    line_starts: Vec<usize>,
    state: RefCell<State>,
}

#[derive(Default)]
struct State {
    skipped: BTreeSet<u32>,
    /// About nodes that are skipped from now on.
    lasting: Kept,
    /// About nodes that will be read again in a next pass.
    passing: Kept,
}

/// Findings, of which the first are kept and all are counted.
#[derive(Default)]
struct Kept {
    errors: Vec<Finding>,
    others: Vec<Finding>,
    /// How many more there were.
    dropped: usize,
}

impl Kept {
    fn list(&mut self, level: Level) -> &mut Vec<Finding> {
        if level == Level::Error { &mut self.errors } else { &mut self.others }
    }

    fn add(&mut self, finding: Finding) {
        let list = self.list(finding.level());
        if list.len() < MAX_KEPT { list.push(finding) } else { self.dropped += 1 }
    }
}

/// A finding that still has to learn its place.
pub(super) struct Remark {
    pub code: Code,
    pub message: String,
    pub help: String,
}

impl Remark {
    pub fn new(code: Code, message: impl Into<String>, help: impl Into<String>) -> Remark {
        Remark { code, message: message.into(), help: help.into() }
    }
}

/// What came of reading a file, beside its model.
pub(super) struct Read {
    /// In the order of the file.
    pub findings: Vec<Finding>,
    /// The nodes that were left out.
    pub skipped: BTreeSet<u32>,
    pub line_starts: Vec<usize>,
}

impl Reading {
    pub fn new(file: &'static str, text: &str) -> Reading {
        Reading { file, line_starts: line_starts(text), state: RefCell::default() }
    }

    /// The model, and what else there is to know of the file.
    pub fn finish<T: DeserializeOwned + Default>(self, root: &Node) -> (T, Read) {
        let model = self.passes(root).unwrap_or_default();
        let state = self.state.into_inner();
        let dropped = state.lasting.dropped + state.passing.dropped;
        let mut findings = Vec::new();
        for kept in [state.lasting, state.passing] {
            findings.extend(kept.errors);
            findings.extend(kept.others);
        }
        let findings = limited(findings, dropped);
        (model, Read { findings, skipped: state.skipped, line_starts: self.line_starts })
    }

    fn passes<T: DeserializeOwned>(&self, root: &Node) -> Option<T> {
        for _ in 0..MAX_PASSES {
            self.state.borrow_mut().passing = Kept::default();
            if self.is_skipped(root) {
                return None;
            }
            let skipped_before = self.skipped_count();
            match T::deserialize(NodeReader::root(self, root)) {
                Ok(model) if self.skipped_count() == skipped_before => return Some(model),
                // Something was replaced on the way: read again without it.
                Ok(_) => {}
                Err(failure) => {
                    let node = failure.node.and_then(|id| find(root, id)).unwrap_or(root);
                    if node.id == root.id || self.is_skipped(node) {
                        self.refuse(root, Remark::new(Code::WrongType, failure.message, ""));
                        return None;
                    }
                    self.refuse(node, Remark::new(Code::WrongType, failure.message, ""));
                }
            }
        }
        None
    }

    pub fn is_skipped(&self, node: &Node) -> bool {
        self.state.borrow().skipped.contains(&node.id)
    }

    fn skipped_count(&self) -> usize {
        self.state.borrow().skipped.len()
    }

    /// Leaves the node out from now on, without a word.
    pub fn skip(&self, node: &Node) {
        self.state.borrow_mut().skipped.insert(node.id);
    }

    /// Records what is wrong with the node and leaves it out from now on.
    pub fn refuse(&self, node: &Node, remark: Remark) {
        let finding = self.finding(node.span.range(), remark);
        let mut state = self.state.borrow_mut();
        if state.skipped.insert(node.id) {
            state.lasting.add(finding);
        }
    }

    /// Records something about a spot that stays in.
    pub fn remark(&self, span: Range<usize>, remark: Remark) {
        let finding = self.finding(span, remark);
        self.state.borrow_mut().passing.add(finding);
    }

    /// Whether a further remark of this kind is only counted.
    pub fn is_full(&self, code: Code) -> bool {
        self.state.borrow_mut().passing.list(code.level()).len() >= MAX_KEPT
    }

    fn finding(&self, span: Range<usize>, remark: Remark) -> Finding {
        Finding::placed(remark.code, self.file, Place::Bytes(span), remark.message).help(remark.help)
    }

    /// Number of the line that holds this byte, from 1.
    pub fn line(&self, at: usize) -> usize {
        self.line_starts.partition_point(|start| *start <= at)
    }
}

/// The findings that one can read, in the order of the file; the last tells how many more there are.
fn limited(mut findings: Vec<Finding>, dropped: usize) -> Vec<Finding> {
    if findings.len() > MAX_FINDINGS {
        // What is dropped must not turn a file with errors into one without.
        findings.sort_by_key(|finding| (finding.level() != Level::Error, start(finding)));
        let rest = findings.len() - MAX_FINDINGS + dropped;
        findings.truncate(MAX_FINDINGS + 1);
        if let Some(last) = findings.last_mut() {
            last.message = format!("in dit bestand staan nog {rest} zulke meldingen");
            last.help = "verbeter eerst de andere meldingen en controleer dan opnieuw".to_owned();
        }
    }
    findings.sort_by_key(start);
    findings
}

fn start(finding: &Finding) -> usize {
    match &finding.place {
        Place::Bytes(span) => span.start,
        _ => 0,
    }
}

fn find(node: &Node, id: u32) -> Option<&Node> {
    if node.id == id {
        return Some(node);
    }
    match &node.kind {
        Kind::Null | Kind::Scalar { .. } => None,
        Kind::Sequence(items) => items.iter().find_map(|item| find(item, id)),
        Kind::Mapping(entries) => entries.iter().find_map(|(key, value)| find(key, id).or_else(|| find(value, id))),
    }
}
