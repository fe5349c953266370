//! The output of the template engine: cleared of marks, its directive lines set apart, each place traceable.

use std::collections::BTreeMap;

use memchr::memmem;

use super::compiled::Spot;
use super::directive::{self, Attributes, Directive};
use super::engine::Filled;
use super::error::{ComposeError, Fault, Place};
use super::token::{DIRECTIVE, MARK};

/// Markdown that is ready to be parsed.
pub struct Output {
    pub text: String,
    lines: Vec<Line>,
    /// Where in the cleared output a spot begins.
    spots: Vec<(usize, Spot)>,
    cleared: String,
    files: Vec<String>,
    /// By number of the line.
    directives: BTreeMap<usize, Directive>,
    attributes: BTreeMap<usize, Attributes>,
}

/// Where a line of the text begins, in it and in the cleared output.
#[derive(Debug, Clone, Copy)]
struct Line {
    start: usize,
    cleared: usize,
}

impl Output {
    pub fn new(filled: Filled) -> Result<Output, ComposeError> {
        let (cleared, spots) = clear(&filled.text, &filled.spots);
        let mut output = Output {
            text: String::with_capacity(cleared.len() + 64),
            lines: Vec::new(),
            spots,
            cleared,
            files: filled.files,
            directives: BTreeMap::new(),
            attributes: BTreeMap::new(),
        };
        let cleared = std::mem::take(&mut output.cleared);
        let mut at = 0;
        let mut faulty = None;
        for line in cleared.split_inclusive('\n') {
            if let Err(fault) = output.line(line.trim_end_matches('\n'), at) {
                faulty = Some((fault, at + line.len() - line.trim_start().len()));
                break;
            }
            at += line.len();
        }
        output.cleared = cleared;
        match faulty {
            Some((fault, at)) => Err(fault.at(&output.place_in_cleared(at))),
            None => Ok(output),
        }
    }

    fn line(&mut self, line: &str, at: usize) -> Result<(), Fault> {
        if let Some(directive) = directive::parse_line(line)? {
            let indent = line.len() - line.trim_start().len();
            self.push("", at);
            self.directives.insert(self.lines.len(), directive);
            self.push(&format!("{}{DIRECTIVE}", &line[..indent]), at);
            self.push("", at + line.len());
        } else if let Some((heading, attributes)) = directive::parse_heading(line)? {
            self.attributes.insert(self.lines.len(), attributes);
            self.push(heading, at);
        } else {
            self.push(line, at);
        }
        Ok(())
    }

    fn push(&mut self, line: &str, cleared: usize) {
        self.lines.push(Line { start: self.text.len(), cleared });
        self.text.push_str(line);
        self.text.push('\n');
    }

    /// The directive on the line with this offset.
    pub fn directive(&self, at: usize) -> Option<&Directive> {
        self.directives.get(&self.line_number(at))
    }

    /// The attributes of the heading on the line with this offset.
    pub fn attributes(&self, at: usize) -> Option<&Attributes> {
        self.attributes.get(&self.line_number(at))
    }

    /// Where in a template an offset of the text comes from.
    pub fn place(&self, at: usize) -> Place {
        let cleared = self.lines.get(self.line_number(at)).map_or(0, |line| line.cleared + (at - line.start.min(at)));
        self.place_in_cleared(cleared)
    }

    fn line_number(&self, at: usize) -> usize {
        self.lines.partition_point(|line| line.start <= at).saturating_sub(1)
    }

    fn place_in_cleared(&self, at: usize) -> Place {
        let index = self.spots.partition_point(|(start, _)| *start <= at).saturating_sub(1);
        let Some((start, spot)) = self.spots.get(index) else {
            return Place { file: self.files.first().cloned().unwrap_or_default(), line: 1, column: 1 };
        };
        let between = self.cleared.get(*start..at).unwrap_or_default().chars().count();
        Place {
            file: self.files.get(spot.file).cloned().unwrap_or_default(),
            line: spot.line,
            column: spot.column + between.min(spot.length),
        }
    }
}

/// Takes the marks out of the text, and tells where the spots that they name begin.
fn clear(text: &str, spots: &[Spot]) -> (String, Vec<(usize, Spot)>) {
    let mut cleared = String::with_capacity(text.len());
    let mut found = Vec::new();
    // As many as values and lines; parts of it are common, of which a search for letters makes much.
    let mark = MARK.to_string();
    let mut from = 0;
    let ends = memmem::find_iter(text.as_bytes(), &mark).chain([text.len()]);
    for (index, end) in ends.enumerate() {
        let piece = &text[from..end];
        from = end + mark.len();
        if index % 2 == 0 {
            cleared.push_str(piece);
        } else if let Some(spot) = piece.parse().ok().and_then(|number: usize| spots.get(number)) {
            found.push((cleared.len(), *spot));
        }
    }
    (cleared, found)
}
