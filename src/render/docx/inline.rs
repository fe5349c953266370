//! Text inside a paragraph: runs, links, and the fields that keep cross-references alive.

use std::collections::HashMap;

use super::format::RunFormat;
use super::outline::{Entry, Outline};
use super::package::link_id;
use super::unbroken;
use super::xml::Element;
use crate::render::literal::LONGEST_ADDRESS;
use crate::tree::{Inline, gap_text, may_link};

const LINK_STYLE: &str = "Hyperlink";
const GAP_STYLE: &str = "Gat";

/// Turns inline content into runs and collects the addresses it links to.
pub struct Inlines<'a> {
    outline: &'a Outline<'a>,
    links: Vec<String>,
    /// The place of each address in `links`.
    known: HashMap<String, usize>,
}

impl<'a> Inlines<'a> {
    pub fn new(outline: &'a Outline<'a>) -> Self {
        Inlines { outline, links: Vec::new(), known: HashMap::new() }
    }

    /// The addresses, in the order of their relations.
    pub fn into_links(self) -> Vec<String> {
        self.links
    }

    pub fn runs(&mut self, content: &[Inline], format: RunFormat) -> Vec<Element> {
        let mut runs = Vec::new();
        let mut word = "";
        for (index, inline) in content.iter().enumerate() {
            match inline {
                Inline::Text { text } => {
                    word = content.get(index + 1).map_or("", |next| self.word_of(next, text));
                    runs.extend(run(&text[..text.len() - word.len()], format));
                }
                Inline::Reference { anchor, number } => {
                    runs.extend(self.reference(anchor, std::mem::take(&mut word), *number, format));
                }
                other => runs.extend(self.inline(other, format)),
            }
        }
        runs
    }

    /// The end of a text that says "artikel " before a reference to one: it belongs in the field, which counts with its word.
    fn word_of<'t>(&self, next: &Inline, text: &'t str) -> &'t str {
        let Inline::Reference { anchor, .. } = next else { return "" };
        let number = self.outline.target(anchor).and_then(|target| target.heading.number.as_ref());
        let word = number.and_then(|number| {
            let bare = text.strip_suffix([' ', '\u{a0}'])?;
            let forms = [number.label.as_str(), &number.label.to_lowercase()];
            let before = forms.into_iter().find_map(|form| bare.strip_suffix(form))?;
            let alone = !number.label.is_empty() && !before.ends_with(char::is_alphanumeric);
            alone.then(|| &text[before.len()..])
        });
        word.unwrap_or_default()
    }

    fn inline(&mut self, inline: &Inline, format: RunFormat) -> Vec<Element> {
        match inline {
            Inline::Text { text } => run(text, format).into_iter().collect(),
            Inline::Strong { content } => self.runs(content, RunFormat { bold: true, ..format }),
            Inline::Emphasis { content } => self.runs(content, RunFormat { italic: true, ..format }),
            Inline::Link { url, content } => self.link(url, content, format),
            Inline::Reference { anchor, number } => self.reference(anchor, "", *number, format),
            Inline::Gap { text } => {
                run(&gap_text(text), RunFormat { style: Some(GAP_STYLE), ..format }).into_iter().collect()
            }
            Inline::Break => vec![bare_run(format).child(Element::new("w:br"))],
        }
    }

    fn link(&mut self, url: &str, content: &[Inline], format: RunFormat) -> Vec<Element> {
        let address = if format.style == Some(LINK_STYLE) { None } else { address(url) };
        let Some(address) = address else {
            return self.runs(content, format);
        };
        let index = match self.known.get(&address) {
            Some(index) => *index,
            None => {
                self.known.insert(address.clone(), self.links.len());
                self.links.push(address);
                self.links.len() - 1
            }
        };
        let runs = self.runs(content, RunFormat { style: Some(LINK_STYLE), ..format });
        vec![Element::new("w:hyperlink").attr("r:id", link_id(index)).attr("w:history", 1).children(runs)]
    }

    /// A field where Word knows the number, so that it follows when articles move; otherwise a plain jump.
    fn reference(&self, anchor: &str, word: &str, number: u32, format: RunFormat) -> Vec<Element> {
        let shown: Vec<Element> = run(&format!("{word}{number}"), format).into_iter().collect();
        match self.outline.target(anchor) {
            _ if format.style == Some(LINK_STYLE) => shown,
            None => shown,
            Some(target) if target.live => field(&field_code(target, word), shown),
            Some(target) => vec![jump(&target.reference_bookmark(), shown)],
        }
    }
}

/// `\n` gives "Artikel 5" and `\h` makes it a jump. Where the text has the word in lower case, so has the field; where it
/// has none, `\t` takes it away. LibreOffice knows neither of these two: it shows what is written here until somebody
/// updates the fields, and then "Artikel 5". With `\r` instead of `\n` it would count on opening already.
fn field_code(target: &Entry<'_>, word: &str) -> String {
    let label = target.heading.number.as_ref().map_or("", |number| number.label.as_str());
    let form = match word {
        "" => " \\t",
        _ if word.starts_with(label) => "",
        _ => " \\* Lower",
    };
    format!("REF {} \\n \\h{form}", target.reference_bookmark())
}

/// A run of literal text; nothing where there is no text.
pub fn run(literal: &str, format: RunFormat) -> Option<Element> {
    (!literal.is_empty()).then(|| bare_run(format).children(unbroken::pieces(literal)))
}

pub fn tab() -> Element {
    Element::new("w:r").child(Element::new("w:tab"))
}

/// A link inside the document.
pub fn jump(bookmark: &str, runs: Vec<Element>) -> Element {
    Element::new("w:hyperlink").attr("w:anchor", bookmark).attr("w:history", 1).children(runs)
}

/// A field with what it shows until Word counts again.
pub fn field(code: &str, result: Vec<Element>) -> Vec<Element> {
    let mut runs = field_start(code);
    runs.extend(result);
    runs.push(field_mark("end"));
    runs
}

/// The opening of a field of which the result follows.
pub fn field_start(code: &str) -> Vec<Element> {
    let instruction = Element::new("w:instrText").attr("xml:space", "preserve").text(&format!(" {code} "));
    vec![field_mark("begin"), Element::new("w:r").child(instruction), field_mark("separate")]
}

pub fn field_mark(kind: &str) -> Element {
    Element::new("w:r").child(Element::new("w:fldChar").attr("w:fldCharType", kind))
}

fn bare_run(format: RunFormat) -> Element {
    Element::new("w:r").children(format.element())
}

/// The address as a relation may hold it, if it is one that a document may point at.
fn address(url: &str) -> Option<String> {
    if !may_link(url) {
        return None;
    }
    let mut address = String::with_capacity(url.len());
    for (position, character) in url.char_indices() {
        let escape = match character {
            '%' => {
                !url.as_bytes()[position + 1..].iter().take(2).filter(|byte| byte.is_ascii_hexdigit()).count().eq(&2)
            }
            ' ' | '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}' | '[' | ']' => true,
            other => other.is_control(),
        };
        if escape {
            let mut bytes = [0; 4];
            character.encode_utf8(&mut bytes).bytes().for_each(|byte| address.push_str(&format!("%{byte:02X}")));
        } else {
            address.push(character);
        }
    }
    (address.len() <= LONGEST_ADDRESS).then_some(address)
}
