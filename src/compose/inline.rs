//! Inline content: from the events of the Markdown parser to the nodes of the tree, in their normal form.

use super::error::Fault;
use super::token::{BREAK, PARAGRAPH, reveal, unshield};
use crate::character::is_noncharacter;
use crate::tree::{Inline, may_link, plain_text};

/// Inline content while it is read; a paragraph break in the text of a user is still to be dealt with.
#[derive(Debug, Default)]
pub struct Run {
    pub nodes: Vec<Inline>,
    /// Before which nodes a next paragraph begins.
    pub parts: Vec<usize>,
}

impl Run {
    /// Adds literal text, with what the user's text has of breaks.
    pub fn text(&mut self, text: &str) {
        let mut literal = String::with_capacity(text.len());
        let mut rest = text;
        loop {
            let plain = rest.bytes().position(|byte| !matches!(byte, b' '..=b'~')).unwrap_or(rest.len());
            literal.push_str(&rest[..plain]);
            let mut others = rest[plain..].chars();
            match others.next() {
                None => break,
                Some(mark @ (BREAK | PARAGRAPH)) => {
                    self.flush(&mut literal);
                    self.nodes.push(Inline::Break);
                    if mark == PARAGRAPH {
                        self.parts.push(self.nodes.len());
                    }
                }
                Some('\t' | '\n' | '\r') => literal.push(' '),
                Some(other) => {
                    let character = unshield(other);
                    if !character.is_control() && !is_noncharacter(character) {
                        literal.push(character);
                    }
                }
            }
            rest = others.as_str();
        }
        self.flush(&mut literal);
    }

    fn flush(&mut self, literal: &mut String) {
        if !literal.is_empty() {
            self.nodes.push(Inline::Text { text: std::mem::take(literal) });
        }
    }

    /// All of it as one run: a paragraph break is a line break here.
    pub fn whole(self) -> Vec<Inline> {
        normal(self.nodes)
    }

    /// The paragraphs in it, without the empty ones.
    pub fn paragraphs(mut self) -> Vec<Vec<Inline>> {
        let mut paragraphs = Vec::new();
        for start in self.parts.iter().rev() {
            paragraphs.push(self.nodes.split_off((*start).min(self.nodes.len())));
        }
        paragraphs.push(self.nodes);
        paragraphs.into_iter().rev().map(normal).filter(|content| !content.is_empty()).collect()
    }
}

/// What a link in a template stands for.
pub fn link(url: &str, title: &str, content: Vec<Inline>) -> Result<Inline, Fault> {
    let url: String = url.chars().map(unshield).filter(|character| !is_noncharacter(*character)).collect();
    if !title.is_empty() {
        return Err(Fault::new("een link kan hier geen titel hebben").help("laat de tekst tussen aanhalingstekens weg"));
    }
    if let Some(anchor) = url.strip_prefix('#') {
        if !content.is_empty() {
            return Err(Fault::new("een verwijzing naar een artikel heeft geen eigen tekst")
                .help(format!("schrijf ‘[](#{anchor})’: daar komt het nummer te staan")));
        }
        return Ok(Inline::Reference { anchor: anchor.to_owned(), number: 0 });
    }
    let content = normal(content);
    if content.is_empty() {
        return Err(Fault::new("deze link heeft geen tekst").help("zet tekst tussen de rechte haken"));
    }
    match url.split(':').next() {
        Some(scheme) if scheme.eq_ignore_ascii_case("gat") => Ok(Inline::Gap { text: reveal(&plain_text(&content)) }),
        _ if may_link(&url) && !url.contains(char::is_whitespace) => Ok(Inline::Link { url, content }),
        _ => Err(Fault::new(format!("de link naar ‘{url}’ kan niet"))
            .help("een link begint met ‘https://’, ‘http://’, ‘mailto:’, ‘tel:’, of met ‘#’ voor een artikel")),
    }
}

/// Adjacent texts merged, white space folded and trimmed, nothing empty left.
pub fn normal(content: Vec<Inline>) -> Vec<Inline> {
    let mut after_space = true;
    let mut content = fold(content, &mut after_space);
    trim_end(&mut content);
    content
}

fn fold(content: Vec<Inline>, after_space: &mut bool) -> Vec<Inline> {
    let mut folded: Vec<Inline> = Vec::with_capacity(content.len());
    for inline in content {
        match inline {
            Inline::Text { text } => add_text(&mut folded, text, after_space),
            Inline::Strong { content } => {
                let content = fold(content, after_space);
                folded.extend((!content.is_empty()).then_some(Inline::Strong { content }));
            }
            Inline::Emphasis { content } => {
                let content = fold(content, after_space);
                folded.extend((!content.is_empty()).then_some(Inline::Emphasis { content }));
            }
            Inline::Link { url, content } => {
                let content = fold(content, after_space);
                folded.extend((!content.is_empty()).then_some(Inline::Link { url, content }));
            }
            Inline::Break => {
                trim_end_spaces(&mut folded);
                folded.push(Inline::Break);
                *after_space = true;
            }
            other => {
                folded.push(other);
                *after_space = false;
            }
        }
    }
    folded
}

fn add_text(folded: &mut Vec<Inline>, text: String, after_space: &mut bool) {
    let twice = text.as_bytes().windows(2).any(|pair| pair == b"  ");
    let kept = if twice || *after_space && text.starts_with(' ') { single_spaced(&text, *after_space) } else { text };
    // Nothing, or only spaces behind a space.
    if kept.is_empty() {
        return;
    }
    *after_space = kept.ends_with(' ');
    match folded.last_mut() {
        Some(Inline::Text { text }) => text.push_str(&kept),
        _ => folded.push(Inline::Text { text: kept }),
    }
}

fn single_spaced(text: &str, mut after_space: bool) -> String {
    let mut kept = String::with_capacity(text.len());
    for character in text.chars() {
        if character != ' ' || !after_space {
            kept.push(character);
        }
        after_space = character == ' ';
    }
    kept
}

/// Takes spaces and breaks off the end; breaks at the start go too.
fn trim_end(content: &mut Vec<Inline>) {
    let first = content.iter().position(|inline| *inline != Inline::Break).unwrap_or(content.len());
    content.drain(..first);
    loop {
        trim_end_spaces(content);
        if content.last() != Some(&Inline::Break) {
            return;
        }
        content.pop();
    }
}

fn trim_end_spaces(content: &mut Vec<Inline>) {
    let emptied = match content.last_mut() {
        Some(Inline::Text { text }) => {
            text.truncate(text.trim_end_matches(' ').len());
            text.is_empty()
        }
        Some(Inline::Strong { content } | Inline::Emphasis { content } | Inline::Link { content, .. }) => {
            trim_end_spaces(content);
            content.is_empty()
        }
        _ => false,
    };
    if emptied {
        content.pop();
        trim_end_spaces(content);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(literal: &str) -> Inline {
        Inline::Text { text: literal.to_owned() }
    }

    #[test]
    fn folds_white_space_over_the_edges_of_nodes() {
        let content = vec![text(" van  "), Inline::Strong { content: vec![text(" x ")] }, text("  "), Inline::Break];
        assert_eq!(normal(content), [text("van "), Inline::Strong { content: vec![text("x")] }]);
    }

    #[test]
    fn nothing_empty_is_left() {
        let content = vec![text("a"), Inline::Emphasis { content: vec![] }, text("b"), Inline::Break, text(" ")];
        assert_eq!(normal(content), [text("ab")]);
    }

    #[test]
    fn a_link_goes_to_the_web_mail_or_phone_only() {
        for url in ["javascript:alert(1)", "/map", "bestand.pdf", "data:text/html,x", "https", "ftp://x"] {
            assert!(link(url, "", vec![text("x")]).is_err(), "{url}");
        }
        assert!(link("https://voorbeeld.example", "", vec![text("x")]).is_ok());
    }
}
