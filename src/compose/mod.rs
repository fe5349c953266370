//! Composing: from the view of a document, through its template, to the document tree.
//!
//! A template is Markdown with handlebars tags and a few directives; what it can hold is what the tree can hold, and
//! anything else is an error with its place. Text of users never becomes markup: see [`token`].

mod compiled;
mod directive;
mod engine;
mod error;
mod escape;
mod figure;
mod helper;
mod inline;
mod items;
pub mod language;
mod lines;
mod markdown;
mod number;
mod output;
mod pieces;
mod shorten;
mod syntax;
mod table;
mod token;
mod typography;
mod walk;

use serde_json::Value;

pub use error::ComposeError;

use crate::tree::{Document, Meta};

/// The text of a template or of a partial.
#[derive(Debug, Clone, Copy)]
pub struct Template<'a> {
    /// The file without its ending: `convenant` stands for `convenant.md.hbs`, and `sjablonen/deel/slot` for one in a folder.
    pub name: &'a str,
    pub text: &'a str,
}

impl Template<'_> {
    /// What a partial is used by: its name without the folder.
    pub fn called(&self) -> &str {
        self.name.rsplit('/').next().unwrap_or_default()
    }
}

/// Makes the document: fills in the template with the view, and reads the outcome.
pub fn compose(template: &Template, partials: &[Template], view: Value, meta: Meta) -> Result<Document, ComposeError> {
    let output = output::Output::new(engine::fill(template, partials, view)?)?;
    let mut body = markdown::parse(&output)?;
    number::resolve_references(&mut body.blocks, &body.references, &output)?;
    typography::tie(&mut body.blocks);
    let meta = Meta {
        title: escape::plain_line(&meta.title),
        subtitle: escape::plain_line(&meta.subtitle),
        author: escape::plain_line(&meta.author),
        ..meta
    };
    Ok(Document { meta, body: body.blocks })
}
