//! Documents: the sociale kaart with an organisation for each attack, from its template to each format and back.

use pulldown_cmark::{Event, Options, Parser, Tag};
use scraper::{Html, Node, Selector};
use wep::render::{docx, html, markdown, text};
use wep::tree::Document;

use super::{Seen, fill, project};
use crate::document::compose;
use crate::render::docx::reader;

fn document(texts: &[String]) -> Document {
    compose("sociale-kaart", &project::with(texts))
}

#[test]
fn in_markdown_it_is_text() {
    fill("markdown", |texts| markdown(&markdown::render(&document(texts))));
}

/// As the reader that knows most sees it: also what only some know, such as formulas and notes.
fn markdown(source: &str) -> Seen {
    let (mut shape, mut words) = (Vec::new(), String::new());
    let mut push = |kind: String| {
        // A text may have more lines, and with that more paragraphs.
        if kind != "paragraph" || shape.last() != Some(&kind) {
            shape.push(kind);
        }
    };
    for event in Parser::new_ext(source, Options::all() - Options::ENABLE_SMART_PUNCTUATION) {
        match event {
            Event::Start(Tag::Paragraph) => push("paragraph".to_owned()),
            Event::Start(Tag::Link { dest_url, .. }) => push(format!("link {dest_url}")),
            Event::Start(Tag::Heading { level, .. }) => push(level.to_string()),
            Event::Start(tag) => push(format!("{tag:?}").split([' ', '(', '{']).next().unwrap().to_owned()),
            Event::Text(text) => words.push_str(&text),
            Event::End(_) | Event::SoftBreak | Event::HardBreak => words.push(' '),
            // How wep breaks a line inside a cell.
            Event::InlineHtml(tag) if &*tag == "<br>" => words.push(' '),
            other => push(format!("{other:?}")),
        }
    }
    Seen { shape, words }
}

#[test]
fn in_html_it_is_text() {
    fill("html", |texts| page(&html::render(&document(texts))));
}

/// A page as a browser takes it apart: its elements with their attributes, links with their address, and what a drawing
/// could hold beside shapes.
pub fn page(source: &str) -> Seen {
    let page = Html::parse_document(source);
    assert_eq!(page.errors, Vec::<String>::new());
    let mut shape: Vec<String> = Vec::new();
    for element in page.select(&Selector::parse("*").unwrap()) {
        let name = element.value().name();
        let drawn = element.ancestors().any(|node| node.value().as_element().is_some_and(|one| one.name() == "svg"));
        let mut attributes: Vec<&str> = element.value().attrs().map(|(name, _)| name).collect();
        attributes.sort_unstable();
        let kind = match (name, element.attr("href").or(element.attr("src"))) {
            // Words take more lines or fewer, in a drawing too.
            ("br", _) => continue,
            ("rect" | "line" | "circle" | "polygon" | "path" | "text" | "tspan" | "g", _) if drawn => {
                assert!(
                    !attributes.iter().any(|name| name.starts_with("on") || name.contains("href")),
                    "{attributes:?}"
                );
                continue;
            }
            // Where a link within the page goes follows from the words of a heading.
            (_, Some(link)) if link.starts_with('#') => format!("{name} #"),
            // A name of a file beside the page, every odd letter of it in percents, leads nowhere else.
            ("a", Some(link)) if link.chars().all(|one| one.is_ascii_alphanumeric() || "-_.~%".contains(one)) => {
                "a file".to_owned()
            }
            (_, Some(link)) => format!("{name} {link}"),
            _ => format!("{name} {}", attributes.join(" ")),
        };
        if name != "p" || shape.last() != Some(&kind) {
            shape.push(kind);
        }
    }
    let odd = page.tree.values().filter(|node| matches!(node, Node::Comment(_) | Node::ProcessingInstruction(_)));
    shape.push(format!("{} comments", odd.count()));
    // A style may hold the words of a title, but reaches nothing; no word of a user is in a script.
    for (element, active) in
        [("style", &["url(http", "url(\"http", "@import", "</"][..]), ("script", &["kwaad", "alert("])]
    {
        for one in page.select(&Selector::parse(element).unwrap()) {
            let code: String = one.text().collect();
            assert!(!active.iter().any(|word| code.contains(word)), "{code}");
        }
    }
    let mut words = String::new();
    for body in page.select(&Selector::parse("body").unwrap()) {
        words.extend(body.text().flat_map(|text| [text, " "]));
    }
    Seen { shape, words }
}

#[test]
fn in_word_it_is_text() {
    fill("docx", |texts| word(&docx::render(&document(texts))));
}

/// All parts of a file of Word; of its elements those that are more than text in a paragraph.
fn word(bytes: &[u8]) -> Seen {
    let (mut shape, mut words) = (Vec::new(), String::new());
    for (name, part) in reader::parts(bytes) {
        shape.push(name.clone());
        for node in part.all() {
            match node.name.as_str() {
                "w:pStyle" => {
                    let style = node.attr("w:val").to_owned();
                    if shape.last() != Some(&style) {
                        shape.push(style);
                    }
                }
                "w:instrText" => shape.push(node.text.trim().to_owned()),
                "Relationship" => shape.push(format!("{} {}", node.attr("Target"), node.attr("TargetMode"))),
                // A heading has its mark by its words.
                "w:bookmarkStart" => shape.push(node.name.clone()),
                "w:tbl"
                | "w:tr"
                | "w:tc"
                | "w:hyperlink"
                | "w:fldChar"
                | "w:fldSimple"
                | "w:drawing"
                | "w:sdt"
                | "w:object"
                | "w:pict"
                | "w:altChunk"
                | "w:ins"
                | "w:del"
                | "w:sectPr"
                | "w:footnoteReference"
                | "w:commentReference"
                | "w:customXml"
                | "w:smartTag"
                | "w:control"
                | "w:subDoc" => {
                    shape.push(node.name.clone());
                }
                _ => {}
            }
        }
        if name == "word/document.xml" {
            words = part.shown();
        }
    }
    Seen { shape, words }
}

#[test]
fn on_the_terminal_it_is_text() {
    fill("tekst", |texts| {
        let words = text::render(&document(texts), 200);
        let odd = words.chars().filter(|letter| letter.is_control() && *letter != '\n').count();
        Seen { shape: vec![format!("{odd} control characters")], words }
    });
}

#[cfg(feature = "pdf")]
#[test]
fn a_pdf_is_made_whatever_the_length_of_a_heading() {
    let rendered = wep::render::pdf::render(&document(&["w".repeat(33_000)]));
    assert!(rendered.is_ok(), "{}", rendered.unwrap_err());
}

#[cfg(feature = "pdf")]
#[test]
fn in_pdf_it_is_text() {
    use wep::render::pdf;
    let shorter = |texts: &[String]| -> Vec<String> {
        let mark = |text: &String| text.rsplit_once(' ').map(|(_, mark)| mark.to_owned()).unwrap_or_default();
        let one = |text: &String| {
            if text.len() > 30_000 { format!("{} {}", "w".repeat(3_000), mark(text)) } else { text.clone() }
        };
        texts.iter().map(one).collect()
    };
    super::fill_where(
        "pdf",
        |texts| portable(&pdf::render(&document(&shorter(texts))).unwrap().bytes),
        |text| text.chars().filter(char::is_ascii_alphanumeric).collect(),
        // What changes the direction is painted in the order of the eye, and comes back in that order.
        |text| {
            text.len() < 30_000
                && !text.chars().any(|letter| {
                    ('\u{590}'..='\u{8ff}').contains(&letter)
                        || "\u{202b}\u{202d}\u{202e}\u{2067}\u{200f}\u{61c}\u{2068}".contains(letter)
                })
        },
    );
}

/// A PDF along its tags, and every object in it that does something.
#[cfg(feature = "pdf")]
fn portable(bytes: &[u8]) -> Seen {
    use crate::render::pdf_text;
    use pdf_extract::{Document, Object};
    let read = pdf_text::read(bytes);
    let mut shape: Vec<String> = Vec::new();
    for part in &read.parts {
        if part.tag != "P" || shape.last() != Some(&part.tag) {
            shape.push(part.tag.clone());
        }
    }
    let file = Document::load_mem(bytes).unwrap();
    let mut active: Vec<String> = Vec::new();
    for object in file.objects.values() {
        let dictionary = match object {
            Object::Dictionary(dictionary) => dictionary,
            Object::Stream(stream) => &stream.dict,
            _ => continue,
        };
        if let Ok(address) = dictionary.get(b"URI") {
            active.push(format!("{address:?}"));
        }
        for name in
            [&b"JS"[..], b"JavaScript", b"OpenAction", b"AA", b"EmbeddedFile", b"AcroForm", b"Launch", b"RichMedia"]
        {
            if dictionary.has(name) || dictionary.get(b"S").and_then(Object::as_name).is_ok_and(|kind| kind == name) {
                active.push(String::from_utf8_lossy(name).into_owned());
            }
        }
    }
    active.sort();
    active.dedup();
    shape.extend(active);
    Seen { shape, words: read.text() }
}
