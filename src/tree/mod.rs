//! The document tree: what a composed document is, before it has any format.
//!
//! Everything in this tree can be shown by every renderer; what one of them cannot show has no place here. The tree
//! knows nothing of WeP: a renderer gets it and needs nothing else.

mod layout;
mod link;
mod theme;
mod walk;
pub mod workbook;

use serde::Serialize;

use crate::drawing::Drawing;

pub use layout::{Layout, Paper};
pub use link::may_link;
pub use theme::{Face, Logo, LogoKind, Theme};
pub use walk::{gap_text, plain_text};

/// A whole document, ready to be rendered.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Document {
    pub meta: Meta,
    pub body: Vec<Block>,
}

/// What a document says about itself. The renderers make the title block, the footer and the file's metadata from it.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Meta {
    pub title: String,
    /// A line under the title, such as the name of the gemeente; empty means none.
    pub subtitle: String,
    /// Who gives the document out: an organisation, never the program.
    pub author: String,
    /// Not final yet: shown as CONCEPT on every page.
    pub draft: bool,
    /// A table of contents after the title block.
    pub contents: bool,
    /// The house style.
    #[serde(skip_serializing_if = "Theme::is_plain")]
    pub theme: Theme,
    /// How the blocks come to stand on paper.
    #[serde(skip_serializing_if = "Layout::is_report")]
    pub layout: Layout,
}

/// BCP 47 tag of every document that wep makes.
pub const LANGUAGE: &str = "nl-NL";

/// The word that marks a draft.
pub const DRAFT: &str = "CONCEPT";

#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "t", rename_all = "snake_case")]
pub enum Block {
    Heading(Heading),
    Paragraph {
        content: Vec<Inline>,
    },
    List(List),
    /// The numbered clauses ("leden") of an article.
    Clauses {
        clauses: Vec<Clause>,
    },
    Table(Table),
    Aside {
        kind: AsideKind,
        content: Vec<Block>,
    },
    /// One block to sign per party.
    Signatures {
        signatures: Vec<Signature>,
    },
    Figure(Figure),
    /// Fields below each other that a reader fills in, by hand or on a screen.
    Form {
        fields: Vec<Field>,
    },
    /// Empty ruled lines to write on.
    WritingSpace {
        lines: u8,
    },
    PageBreak,
}

/// A heading. Level 1 is the highest in the body; the title of the document stands above it, in [`Meta`].
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Heading {
    /// 1 to 4, never skipping one on the way down.
    pub level: u8,
    /// Where a [`Inline::Reference`] can point at: ASCII letters, digits and `-`; unique in the document.
    pub anchor: Option<String>,
    /// Set on a numbered article.
    pub number: Option<ArticleNumber>,
    pub content: Vec<Inline>,
}

/// The number of an article, as in "Artikel 5".
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ArticleNumber {
    /// The word before the number: "Artikel".
    pub label: String,
    /// Counted through the document from 1 on.
    pub number: u32,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct List {
    pub kind: ListKind,
    pub items: Vec<Item>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ListKind {
    Bullet,
    /// 1, 2, 3 – always from 1.
    Ordered,
    /// a, b, c – as a clause of an article sums things up.
    Lettered,
    /// Boxes to tick by hand.
    Checklist,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Item {
    pub content: Vec<Block>,
}

/// One numbered clause of an article: "5.2".
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Clause {
    pub article: u32,
    pub number: u32,
    pub content: Vec<Block>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Table {
    /// As many as every row has cells.
    pub columns: Vec<Column>,
    pub header: Vec<Vec<Inline>>,
    pub rows: Vec<Vec<Vec<Inline>>>,
    /// The first cell of each row heads the row.
    pub row_headers: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Column {
    pub align: Align,
    /// Relative to the other columns of the table; never 0.
    pub width: u16,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Align {
    Left,
    Center,
    Right,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum AsideKind {
    /// On what a section rests: small and quiet, at the end of the section.
    Source,
    /// An addition that does not come from the source that the document follows: says so in its own words.
    Addition,
    /// Something that the reader must see.
    Attention,
}

/// A drawing with its words.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Figure {
    pub drawing: Drawing,
    /// What the drawing shows, for who does not see it: literal text on one line.
    pub alternative: String,
    /// The line under the drawing; empty for none.
    pub caption: Vec<Inline>,
}

/// A field of a form. What a reader puts in it is theirs: nothing reads it back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Field {
    /// What to fill in: literal text, which a screen reader says at the field.
    pub label: String,
    pub input: FieldInput,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FieldInput {
    /// Room for so many lines; never 0.
    Lines(u8),
    /// Boxes to tick, none or more of them, each with its literal text.
    Choices(Vec<String>),
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Signature {
    /// For whom is signed.
    pub party: Vec<Inline>,
    /// Who signs, or a gap.
    pub name: Vec<Inline>,
    /// The function of who signs.
    pub role: Vec<Inline>,
    /// Place and date once signed; empty before, and then a line to fill in.
    pub place: Vec<Inline>,
    pub date: Vec<Inline>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "t", rename_all = "snake_case")]
pub enum Inline {
    /// Literal text: never markup in any format. Holds no line break and no control character.
    Text {
        text: String,
    },
    Strong {
        content: Vec<Inline>,
    },
    Emphasis {
        content: Vec<Inline>,
    },
    /// A link to the outside. What [`may_link`] does not let through, no format makes a link of.
    Link {
        url: String,
        content: Vec<Inline>,
    },
    /// The number of the article that carries the anchor, linked to it.
    Reference {
        anchor: String,
        number: u32,
    },
    /// Something that still has to be filled in, shown so that nobody overlooks it.
    Gap {
        text: String,
    },
    /// A forced line break.
    Break,
}
