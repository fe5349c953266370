//! Text on the sheet: a plain piece is a string, everything else an object that says what it is.

use serde_json::Value;

use super::breaks::{Piece, pieces};
use super::sheet::{Sheet, attribute, object};
use crate::render::literal::LONGEST_ADDRESS;
use crate::tree::{Inline, Layout, gap_text, may_link, plain_text};

/// A link up to this long stays on one line, where a line has its whole width.
const SHORT_LINK: usize = 45;

/// A word shorter than this fits on every line of a page to read outside a table: the shortest takes the half of one who signs.
const LONG_WORD: usize = 24;
/// On a poster or in a title, with its large letters.
const LONG_WORD_ON_A_SHEET: usize = 16;

impl Sheet<'_> {
    /// A text of a user, in the pieces that the template tells apart.
    pub(super) fn text(&mut self, literal: &str) -> Vec<Value> {
        let long = if self.layout == Layout::Report { LONG_WORD } else { LONG_WORD_ON_A_SHEET };
        self.text_with(literal, long)
    }

    /// The same where a line is short or the letters are large.
    pub(super) fn large_text(&mut self, literal: &str) -> Vec<Value> {
        self.text_with(literal, LONG_WORD_ON_A_SHEET)
    }

    fn text_with(&mut self, literal: &str, long: usize) -> Vec<Value> {
        let shown = |piece| match piece {
            Piece::Plain(text) => text.into(),
            Piece::Long(text) if !self.hyphenates => text.into(),
            Piece::Long(text) => object!({ "t": "long", "text": text }),
            Piece::Whole(text) => object!({ "t": "whole", "text": text }),
            Piece::Broken(text) => object!({ "t": "broken", "text": text }),
        };
        let literal = self.glyphs.showable(literal);
        pieces(&literal, long).into_iter().map(shown).collect()
    }

    pub(super) fn inlines(&mut self, content: &[Inline]) -> Vec<Value> {
        content.iter().flat_map(|inline| self.inline(inline)).collect()
    }

    fn inline(&mut self, inline: &Inline) -> Vec<Value> {
        match inline {
            Inline::Text { text } => self.text(text),
            Inline::Gap { text } => {
                let content = self.text(&gap_text(text));
                // The pieces of a long word are marked one by one and must not cover each other.
                let broken = content.iter().any(|piece| piece["t"] == "broken");
                vec![object!({ "t": "gap", "broken": broken, "content": content })]
            }
            Inline::Strong { content } => vec![object!({ "t": "strong", "content": self.inlines(content) })],
            Inline::Emphasis { content } => vec![object!({ "t": "emphasis", "content": self.inlines(content) })],
            Inline::Link { url, content }
                if may_link(url) && url.len() <= LONGEST_ADDRESS && !plain_text(content).trim().is_empty() =>
            {
                let shown = plain_text(content);
                let short = !shown.contains(' ') && shown.len() <= SHORT_LINK;
                let content = self.all_unlinked(content);
                let phone = url.starts_with("tel:");
                vec![
                    object!({ "t": "link", "url": attribute(url), "phone": phone, "short": short, "content": content }),
                ]
            }
            Inline::Reference { anchor, number } if self.anchors.contains(anchor.as_str()) => {
                vec![object!({ "t": "reference", "anchor": anchor.as_str(), "number": number.to_string() })]
            }
            Inline::Link { .. } | Inline::Reference { .. } => self.unlinked(inline),
            Inline::Break => vec![object!({ "t": "break" })],
        }
    }

    /// The same words, without a link.
    pub(super) fn all_unlinked(&mut self, content: &[Inline]) -> Vec<Value> {
        content.iter().flat_map(|inline| self.unlinked(inline)).collect()
    }

    fn unlinked(&mut self, inline: &Inline) -> Vec<Value> {
        match inline {
            Inline::Link { content, .. } => self.all_unlinked(content),
            Inline::Reference { number, .. } => vec![number.to_string().into()],
            Inline::Strong { content } => vec![object!({ "t": "strong", "content": self.all_unlinked(content) })],
            Inline::Emphasis { content } => vec![object!({ "t": "emphasis", "content": self.all_unlinked(content) })],
            _ => self.inline(inline),
        }
    }
}
