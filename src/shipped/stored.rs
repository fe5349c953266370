//! A template as the engine reads it, in a form that can be kept. `build.rs` writes the templates that come with wep down in
//! it while wep is built, and `shipped` makes them what they were: reading one is a fifth of the work on a document.
//!
//! What has no place in it is not stored, and is read when it is used: `build.rs` decides.

use serde::{Deserialize, Serialize};

/// A template, or a part of one inside a block.
#[derive(Debug, Serialize, Deserialize)]
pub struct Stored<'t> {
    #[serde(borrow)]
    pub elements: Vec<Element<'t>>,
    /// Of each element the line and the column, from 1. The engine leaves the last out in some.
    pub places: Vec<(usize, usize)>,
}

#[derive(Debug, Serialize, Deserialize)]
pub enum Element<'t> {
    Text(&'t str),
    /// What is filled in: a name, or an instruction with names.
    Fill(#[serde(borrow)] Call<'t>),
    /// The same between three braces: what comes in is no text, but part of the page.
    FillAsIs(#[serde(borrow)] Call<'t>),
    Block {
        #[serde(borrow)]
        call: Call<'t>,
        inside: Option<Stored<'t>>,
        otherwise: Option<Stored<'t>>,
        /// `{{else if}}` follows.
        chain: bool,
    },
    Partial(Call<'t>),
    Comment(&'t str),
}

#[derive(Debug, Serialize, Deserialize)]
pub struct Call<'t> {
    #[serde(borrow)]
    pub name: Argument<'t>,
    pub arguments: Vec<Argument<'t>>,
    /// In the order of their names, so that the same template always gives the same bytes.
    pub named: Vec<(&'t str, Argument<'t>)>,
}

#[derive(Debug, Serialize, Deserialize)]
pub enum Argument<'t> {
    Name(&'t str),
    /// A name of a value, with its parts.
    Path {
        raw: &'t str,
        parts: Vec<&'t str>,
    },
    /// `@index`, or that of a block further out.
    Local {
        raw: &'t str,
        level: usize,
        name: &'t str,
    },
    /// A path that leads out of a block: only the engine can build it.
    Outward(&'t str),
    /// In JSON.
    Literal(String),
    Call(#[serde(borrow)] Box<Call<'t>>),
}
