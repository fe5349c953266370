//! Text and what stands between it: escaping, emphasis, links, gaps.

use super::outline::Outline;
pub(super) use crate::render::literal::escape;
use crate::render::{append, literal};
use crate::tree::{Inline, gap_text, may_link};

/// Appends inline content as phrasing content.
pub(super) fn inline(content: &[Inline], outline: &Outline<'_>, out: &mut String) {
    Writer { outline, in_link: false, out }.all(content);
}

/// The same without links, for content that stands in a link itself.
pub(super) fn inline_in_link(content: &[Inline], outline: &Outline<'_>, out: &mut String) {
    Writer { outline, in_link: true, out }.all(content);
}

struct Writer<'a, 'd> {
    outline: &'a Outline<'d>,
    /// A link in a link is not HTML: the inner one becomes text.
    in_link: bool,
    out: &'a mut String,
}

impl Writer<'_, '_> {
    fn all(&mut self, content: &[Inline]) {
        content.iter().for_each(|inline| self.one(inline));
    }

    fn one(&mut self, inline: &Inline) {
        match inline {
            Inline::Text { text } => with_ranges(text, self.out),
            Inline::Strong { content } => self.wrap("strong", content),
            Inline::Emphasis { content } => self.wrap("em", content),
            Inline::Link { url, content } if may_link(url) => self.link(url, content),
            Inline::Link { content, .. } => self.all(content),
            Inline::Reference { anchor, number } if self.outline.has(anchor) && !self.in_link => {
                self.link(&format!("#{anchor}"), &[Inline::Text { text: number.to_string() }]);
            }
            Inline::Reference { number, .. } => self.out.push_str(&number.to_string()),
            Inline::Gap { text } => {
                self.out.push_str("<mark class=\"gat\">");
                escape(&gap_text(text), self.out);
                self.out.push_str("</mark>");
            }
            Inline::Break => self.out.push_str("<br>"),
        }
    }

    fn wrap(&mut self, element: &str, content: &[Inline]) {
        append(self.out, &["<", element, ">"]);
        self.all(content);
        append(self.out, &["</", element, ">"]);
    }

    fn link(&mut self, target: &str, content: &[Inline]) {
        if self.in_link {
            return self.all(content);
        }
        self.out.push_str("<a href=\"");
        address(target, self.out);
        self.out.push_str("\">");
        self.in_link = true;
        self.all(content);
        self.in_link = false;
        self.out.push_str("</a>");
    }
}

/// Appends text in which a range of numbers, such as “10.00–11.30”, stays on one line.
fn with_ranges(text: &str, out: &mut String) {
    let mut rest = text;
    while let Some((start, end)) = range_in(rest) {
        escape(&rest[..start], out);
        out.push_str("<span class=\"heel\">");
        escape(&rest[start..end], out);
        out.push_str("</span>");
        rest = &rest[end..];
    }
    escape(rest, out);
}

/// Where the first range of numbers begins and ends.
fn range_in(text: &str) -> Option<(usize, usize)> {
    let digit = |character: char| character.is_ascii_digit();
    let numeric = |character: char| digit(character) || character == '.';
    text.match_indices('–').find_map(|(at, dash)| {
        let (before, after) = (&text[..at], &text[at + dash.len()..]);
        let start = before.trim_end_matches(numeric).len();
        let end = text.len() - after.trim_start_matches(numeric).len();
        (before.ends_with(digit) && after.starts_with(digit)).then_some((start, end))
    })
}

/// Appends an address for an attribute; what may not stand in a URL is percent-encoded.
fn address(url: &str, out: &mut String) {
    let mut fragment = false;
    for character in literal::characters(url) {
        match character {
            // A second `#` is no part of an address.
            '#' if std::mem::replace(&mut fragment, true) => out.push_str("%23"),
            '&' => out.push_str("&amp;"),
            ' ' | '"' | '\'' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}' | '[' | ']' => {
                out.push_str(&format!("%{:02X}", u32::from(character)));
            }
            _ => out.push(character),
        }
    }
}
