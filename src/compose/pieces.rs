//! Parsing a template: piece by piece, and once for all documents that use it.
//!
//! The engine counts the lines from the beginning at each tag, so that a template twice as long takes four times as long;
//! a template in pieces of a fixed size takes only twice as long, and comes to the same.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use handlebars::{Handlebars, Template, TemplateError};

use super::lines::Lines;
use super::shorten::Short;
use super::syntax::Build;

/// No piece but the last is shorter, in bytes: parsing one has a price as well.
const SHORTEST: usize = 200;

/// So many templates are remembered: those of some gemeenten. Ours come read, see `shipped`.
const MOST: usize = 500;

/// Templates as the engine reads them, by their text. Who asks for one that another is reading, waits for it.
static READ: Mutex<BTreeMap<String, Arc<OnceLock<Outcome>>>> = Mutex::new(BTreeMap::new());

type Outcome = Result<Template, Refused>;

/// Why a piece cannot be parsed, with the line and column in the whole, from 1.
#[derive(Debug, Clone)]
pub struct Refused {
    pub error: Arc<TemplateError>,
    pub line: usize,
    pub column: usize,
}

/// The template of this text, which is built so.
pub fn parse(text: &str, build: &Build) -> Outcome {
    let outcome = {
        let mut read = READ.lock().unwrap_or_else(PoisonError::into_inner);
        if read.len() >= MOST && !read.contains_key(text) {
            read.clear();
        }
        Arc::clone(read.entry(text.to_owned()).or_default())
    };
    outcome.get_or_init(|| whole(text, build)).clone()
}

fn whole(text: &str, build: &Build) -> Outcome {
    let lines = Lines::of(text);
    let mut engine = reader();
    let mut whole = Template::new();
    for piece in pieces(text, &build.cuts) {
        let mut parsed = one(&mut engine, &lines, &piece, &build.tags)?;
        whole.elements.append(&mut parsed.elements);
        whole.mapping.append(&mut parsed.mapping);
    }
    Ok(whole)
}

/// An engine that does nothing but read, as the engine that fills in would.
pub(super) fn reader() -> Handlebars<'static> {
    let mut engine = Handlebars::new();
    engine.set_prevent_indent(true);
    engine
}

fn one(engine: &mut Handlebars, lines: &Lines, piece: &Range<usize>, tags: &[Range<usize>]) -> Outcome {
    const NAME: &str = "stuk";
    let short = Short::of(lines.text, piece.clone(), tags);
    if let Err(error) = engine.register_template_string(NAME, &short.text) {
        let (line, column) = error.pos().unwrap_or((1, 1));
        let (line, column) = short.place(lines, line, column);
        return Err(Refused { error: Arc::new(error), line, column });
    }
    let mut template = engine.get_template(NAME).cloned().unwrap_or_else(Template::new);
    short.lengthen(&mut template, lines);
    Ok(template)
}

/// The text in pieces, each cut off where it has become long enough.
fn pieces(text: &str, cuts: &[usize]) -> Vec<Range<usize>> {
    let mut pieces: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    for end in cuts.iter().copied().chain([text.len()]) {
        if end - start >= SHORTEST || end == text.len() {
            pieces.push(start..end);
            start = end;
        }
    }
    pieces
}
