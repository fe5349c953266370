//! Parsing a template piece by piece.
//!
//! The engine counts the lines from the beginning at each tag, so that a template twice as long takes four times as long;
//! a template in pieces of a fixed size takes only twice as long, and comes to the same.

use handlebars::template::TemplateElement;
use handlebars::{Handlebars, Template, TemplateError};

/// How a tag begins.
const TAG: &str = "{{";

/// No piece with a tag is shorter, in bytes: parsing one has a price as well.
const SHORTEST: usize = 200;

/// Why a piece cannot be parsed, with the line and column in the whole, from 1.
pub struct Refused {
    pub error: TemplateError,
    pub line: usize,
    pub column: usize,
}

/// The template of this text, which can be cut at these places. `engine` keeps no more than the last piece, under `name`.
pub fn parse(engine: &mut Handlebars, name: &str, text: &str, cuts: &[usize]) -> Result<Template, Box<Refused>> {
    let mut whole = Template::new();
    whole.name = Some(name.to_owned());
    // Only the engine can make a place.
    let beginning = Template::compile("-").ok().and_then(|template| template.mapping.into_iter().next());
    let mut lines = 0;
    for piece in pieces(text, cuts) {
        if let Some(mut place) = beginning.clone().filter(|_| !piece.contains(TAG)) {
            place.0 += lines;
            whole.elements.push(TemplateElement::RawString(piece.to_owned()));
            whole.mapping.push(place);
        } else {
            engine.register_template_string(name, piece).map_err(|error| {
                let (line, column) = error.pos().unwrap_or((1, 1));
                Box::new(Refused { error, line: line + lines, column })
            })?;
            if let Some(mut parsed) = engine.get_template(name).cloned() {
                move_down(&mut parsed, lines);
                whole.elements.append(&mut parsed.elements);
                whole.mapping.append(&mut parsed.mapping);
            }
        }
        lines += piece.matches('\n').count();
    }
    Ok(whole)
}

/// The text in pieces: what has no tag needs no parsing, and the rest is taken together until it is long enough.
fn pieces<'t>(text: &'t str, cuts: &[usize]) -> Vec<&'t str> {
    let mut pieces = Vec::new();
    let (mut start, mut last) = (0, 0);
    for end in cuts.iter().copied().chain([text.len()]) {
        let plain = !text[last..end].contains(TAG);
        if plain {
            pieces.push(&text[start..last]);
            start = last;
        }
        if plain || end - start >= SHORTEST || end == text.len() {
            pieces.push(&text[start..end]);
            start = end;
        }
        last = end;
    }
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

/// Every place in it so many lines further.
fn move_down(template: &mut Template, lines: usize) {
    template.mapping.iter_mut().for_each(|place| place.0 += lines);
    for element in &mut template.elements {
        if let TemplateElement::HelperBlock(block) = element {
            [&mut block.template, &mut block.inverse].into_iter().flatten().for_each(|inner| move_down(inner, lines));
        }
    }
}
