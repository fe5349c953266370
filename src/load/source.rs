//! The text of a file with its lines, and from a finding to file, line and column.

use std::collections::BTreeSet;
use std::ops::Range;
use std::path::{Path, PathBuf};

use super::locate;
use super::yaml::Node;
use crate::check::{Finding, Place, Route};

/// One file as it was read.
#[derive(Debug, Clone)]
pub struct Source {
    file: &'static str,
    path: PathBuf,
    text: String,
    line_starts: Vec<usize>,
    root: Option<Node>,
    skipped: BTreeSet<u32>,
}

/// Where a finding is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Located {
    /// Name of the file in the project folder.
    pub file: &'static str,
    /// Bytes of the file's text, never past the end of the first line; empty when there is nothing to mark.
    pub span: Range<usize>,
    /// From 1.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
}

impl Source {
    /// A text of which no tree could be made.
    pub(super) fn new(file: &'static str, text: String) -> Source {
        let starts = line_starts(&text);
        Source::of(file, text, starts, None, BTreeSet::new())
    }

    /// A text with where its lines start, its tree, and the nodes of that which were skipped.
    pub(super) fn of(
        file: &'static str,
        text: String,
        line_starts: Vec<usize>,
        root: Option<Node>,
        skipped: BTreeSet<u32>,
    ) -> Source {
        Source { file, path: PathBuf::from(file), text, line_starts, root, skipped }
    }

    pub fn with_path(self, path: PathBuf) -> Source {
        Source { path, ..self }
    }

    /// Name of the file in the project folder.
    pub fn file(&self) -> &'static str {
        self.file
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The text, without a byte order mark.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The line with this number (from 1), without its end.
    pub fn line(&self, number: usize) -> &str {
        let start = number.checked_sub(1).and_then(|index| self.line_starts.get(index)).copied();
        let Some(start) = start else { return "" };
        let end = self.line_starts.get(number).copied().unwrap_or(self.text.len());
        self.text[start..end].trim_end_matches(['\n', '\r'])
    }

    /// Byte at which the line with this number (from 1) starts.
    pub fn line_start(&self, number: usize) -> usize {
        number.checked_sub(1).and_then(|index| self.line_starts.get(index)).copied().unwrap_or_default()
    }

    /// Where this place is in the file.
    pub fn locate(&self, place: &Place) -> Located {
        let span = match (place, &self.root) {
            (Place::Bytes(span), _) => span.clone(),
            (Place::Value(route), Some(root)) => locate::value(root, &self.skipped, &self.text, route),
            (Place::Key(route), Some(root)) => locate::key(root, &self.skipped, &self.text, route),
            (Place::File, _) | (_, None) => 0..0,
        };
        let start = floor_char(&self.text, span.start);
        let line = self.line_starts.partition_point(|line_start| *line_start <= start).max(1);
        let line_start = self.line_start(line);
        let line_end = line_start + self.line(line).len();
        let start = start.min(line_end);
        let end = floor_char(&self.text, span.end).clamp(start, line_end);
        let column = self.text[line_start..start].chars().count() + 1;
        Located { file: self.file, span: start..end, line, column }
    }

    /// The way into the data to what stands at these bytes.
    pub(super) fn route_at(&self, span: &Range<usize>) -> Route {
        self.root.as_ref().map(|root| locate::route(root, &self.skipped, span)).unwrap_or_default()
    }
}

/// All files that were read.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    files: Vec<Source>,
}

impl Sources {
    /// The file with this name, if it was there.
    pub fn get(&self, file: &str) -> Option<&Source> {
        self.files.iter().find(|source| source.file == file)
    }

    /// Adds a file.
    pub fn add(&mut self, source: Source) {
        self.files.push(source);
    }

    /// Where a finding is. In a file that is not there, that is its start.
    pub fn locate(&self, finding: &Finding) -> Located {
        match self.get(finding.file) {
            Some(source) => source.locate(&finding.place),
            None => Located { file: finding.file, span: 0..0, line: 1, column: 1 },
        }
    }

    /// The way into the data to a finding, such as `partijen[2].naam`; empty for a file as a whole.
    pub fn route(&self, finding: &Finding) -> Route {
        match &finding.place {
            Place::Value(route) | Place::Key(route) => route.clone(),
            Place::Bytes(span) => self.get(finding.file).map(|source| source.route_at(span)).unwrap_or_default(),
            Place::File => Route::new(),
        }
    }
}

/// Bytes at which lines start. A line ends with LF, CR LF or CR.
pub(super) fn line_starts(text: &str) -> Vec<usize> {
    let bytes = text.as_bytes();
    let ends =
        memchr::memchr2_iter(b'\n', b'\r', bytes).filter(|at| bytes[*at] == b'\n' || bytes.get(at + 1) != Some(&b'\n'));
    std::iter::once(0).chain(ends.map(|at| at + 1)).collect()
}

fn floor_char(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
