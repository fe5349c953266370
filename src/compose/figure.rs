//! Drawings in a template: how one gets from the view, through Markdown, into the tree.
//!
//! It travels as a line of its own that holds its data, shielded like all text of users, so that the Markdown around it
//! cannot get hold of it and a template cannot write one itself.

use serde_json::Value;

use super::error::Fault;
use super::escape::plain_line;
use super::token::{FIGURE, shield, unshield};
use crate::drawing::{Illustration, Shape};
use crate::tree::{Figure, Inline};

/// The line that stands for a drawing, from the value that the view has for it.
pub fn line_of(value: &Value) -> Result<String, Fault> {
    let illustration: Illustration = serde_json::from_value(value.clone()).map_err(|_| {
        Fault::new("het is geen tekening").help("gebruik ‘figuur’ alleen voor een tekening die wep zelf maakt")
    })?;
    let data = serde_json::to_string(&literal(illustration)).map_err(|_| Fault::new("de tekening is niet te lezen"))?;
    Ok(format!("{FIGURE}{}{FIGURE}", data.chars().map(shield).collect::<String>()))
}

/// The drawing on a line of output, if there is one.
pub fn on_line(line: &str) -> Result<Option<Figure>, Fault> {
    if !line.contains(FIGURE) {
        return Ok(None);
    }
    let alone = line.trim().strip_prefix(FIGURE).and_then(|rest| rest.strip_suffix(FIGURE));
    let Some(data) = alone.filter(|data| !data.contains(FIGURE)) else {
        return Err(Fault::new("‘{{figuur …}}’ moet op een eigen regel staan")
            .help("zet er een lege regel boven en onder, even ver ingesprongen als de tekst van dit punt"));
    };
    let data: String = data.chars().map(unshield).collect();
    let Illustration { drawing, alternative, caption } =
        serde_json::from_str(&data).map_err(|_| Fault::new("de tekening is niet te lezen"))?;
    let caption = (!caption.is_empty()).then_some(Inline::Text { text: caption });
    Ok(Some(Figure { drawing, alternative, caption: caption.into_iter().collect() }))
}

/// The same with every text in it on one line, without anything that is no text.
fn literal(illustration: Illustration) -> Illustration {
    let Illustration { mut drawing, alternative, caption } = illustration;
    for shape in &mut drawing.shapes {
        if let Shape::Text { text, .. } = shape {
            *text = plain_line(text);
        }
    }
    Illustration { drawing, alternative: plain_line(&alternative), caption: plain_line(&caption) }
}
