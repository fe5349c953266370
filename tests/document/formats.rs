//! Every document says the same in every format, word for word.
//!
//! With `WEP_LOOK=MAP` the files are written there, to be looked at.

use std::fs;
use std::path::Path;

use pulldown_cmark::{Event, Options, Parser, TagEnd};
use scraper::{ElementRef, Html, Node, Selector};
use wep::document::KINDS;
use wep::model::Project;
use wep::render::words::FIGURE;
use wep::render::{Format, render};
use wep::tree::{Block, DRAFT, Document, Layout};

use super::hostile::with_hostile_text;
use super::{compose, folded, veldrijk};
use crate::render::docx::reader;
#[cfg(feature = "pdf")]
use crate::render::pdf_text;

/// Letters and digits alone, without the numbers that Word counts itself and without the mark of a draft.
fn essence(text: &str) -> String {
    let counted = |word: &str| {
        let bare = word.trim_end_matches('.');
        let number = !bare.is_empty() && bare.chars().all(|letter| letter.is_ascii_digit() || letter == '.');
        let letter = word.len() == 2 && word.ends_with('.') && word.as_bytes()[0].is_ascii_lowercase();
        number || letter || word == "Artikel" || word == FIGURE || word == DRAFT
    };
    let words = text.split_whitespace().filter(|word| !counted(word));
    let letters: Vec<char> = words.flat_map(str::chars).filter(|letter| letter.is_alphanumeric()).collect();
    // A PDF holds Hebrew and Arabic in the order of the eye, and leaves it to the reader to turn them round: here a run
    // of such letters counts as what is in it.
    let from_the_right = |letter: &char| ('\u{590}'..='\u{6ff}').contains(letter);
    let runs = letters.chunk_by(|left, right| from_the_right(left) == from_the_right(right)).map(|run| {
        let mut run = run.to_vec();
        if from_the_right(&run[0]) {
            run.sort_unstable();
        }
        run
    });
    runs.flatten().collect()
}

fn markdown_text(bytes: &[u8]) -> String {
    let mut text = String::new();
    let mut drawing = false;
    for event in Parser::new_ext(std::str::from_utf8(bytes).unwrap(), Options::ENABLE_TABLES) {
        match event {
            // What a drawing shows in words stands in the place of the drawing.
            Event::Text(words) if words.starts_with(wep::render::words::DRAWING) => drawing = true,
            Event::End(TagEnd::Emphasis) if drawing => drawing = false,
            Event::Text(_) | Event::Code(_) | Event::SoftBreak | Event::HardBreak | Event::InlineHtml(_) if drawing => {
            }
            Event::Text(words) | Event::Code(words) => text.push_str(&words),
            Event::SoftBreak | Event::HardBreak | Event::InlineHtml(_) | Event::End(TagEnd::TableCell) => {
                text.push(' ')
            }
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item) => text.push('\n'),
            _ => {}
        }
    }
    text
}

fn html_text(bytes: &[u8]) -> String {
    fn collect(element: ElementRef, text: &mut String) {
        // The table of contents, the footer and a drawing repeat what the document says elsewhere.
        if ["nav", "footer", "style", "svg"].contains(&element.value().name()) {
            return;
        }
        for child in element.children() {
            match child.value() {
                Node::Text(words) => text.push_str(words),
                Node::Element(_) => collect(ElementRef::wrap(child).unwrap(), text),
                _ => {}
            }
        }
        if !["a", "strong", "em", "mark", "b", "i"].contains(&element.value().name()) {
            text.push(' ');
        }
    }
    let page = Html::parse_document(std::str::from_utf8(bytes).unwrap());
    let mut text = String::new();
    collect(page.select(&Selector::parse("body").unwrap()).next().unwrap(), &mut text);
    text
}

fn docx_text(bytes: &[u8]) -> String {
    fn collect(node: &reader::Node, text: &mut String) {
        match node.name.as_str() {
            // The table of contents and the codes of fields are no text of the document.
            "w:sdt" | "w:instrText" => {}
            "w:p" => {
                text.push_str(&node.shown());
                text.push('\n');
            }
            _ => node.children.iter().for_each(|child| collect(child, text)),
        }
    }
    let mut text = String::new();
    collect(&reader::parts(bytes)["word/document.xml"], &mut text);
    text
}

#[cfg(feature = "pdf")]
fn pdf_body(bytes: &[u8]) -> String {
    let parts = pdf_text::read(bytes).parts;
    // The table of contents, the marks of lists and a drawing are no text of the document.
    let apart = |part: &&pdf_text::Part| {
        ["TOCI", "Lbl", "Figure"].contains(&part.tag.as_str()) || part.text.trim() == wep::render::words::CONTENTS
    };
    let body = parts.iter().filter(|part| !apart(part)).map(|part| part.text.as_str());
    body.collect::<Vec<_>>().join(" ")
}

pub fn text_of(format: Format, bytes: &[u8]) -> String {
    match format {
        Format::Markdown => markdown_text(bytes),
        Format::Html => html_text(bytes),
        Format::Docx => docx_text(bytes),
        #[cfg(feature = "pdf")]
        Format::Pdf => pdf_body(bytes),
        #[cfg(not(feature = "pdf"))]
        Format::Pdf => unreachable!("built without PDF"),
    }
}

fn look(name: &str, slug: &str, format: Format, bytes: &[u8]) {
    if let Ok(folder) = std::env::var("WEP_LOOK") {
        fs::create_dir_all(&folder).unwrap();
        fs::write(Path::new(&folder).join(format!("{name}-{slug}.{}", format.extension())), bytes).unwrap();
    }
}

/// A leaflet is printed with its outside first: the front, the panel that is folded in, the back; then the inside.
fn as_printed(document: &Document, format: Format) -> Document {
    let mut document = document.clone();
    if format == Format::Pdf && document.meta.layout == Layout::Leaflet {
        let begins = |block: &Block| matches!(block, Block::Heading(heading) if heading.level == 1);
        let panels: Vec<Vec<Block>> = document.body.chunk_by(|_, next| !begins(next)).map(<[Block]>::to_vec).collect();
        let [front, one, two, three, flap, back] = <[Vec<Block>; 6]>::try_from(panels).unwrap();
        document.body = [front, flap, back, one, two, three].concat();
    }
    document
}

fn same_in_every_format(name: &str, project: &Project) {
    same_in(name, project, |_| true);
}

/// The same, of which `in_pdf` chooses the kinds of which a PDF is made too, by their number: setting one takes longest.
fn same_in(name: &str, project: &Project, in_pdf: impl Fn(usize) -> bool) {
    for (number, kind) in KINDS.iter().enumerate() {
        let document: Document = compose(kind.slug, project);
        let in_pdf = cfg!(feature = "pdf") && in_pdf(number);
        for format in Format::ALL.into_iter().filter(|format| in_pdf || *format != Format::Pdf) {
            let rendered = render(&document, format).unwrap();
            look(name, kind.slug, format, &rendered.bytes);
            assert_eq!(rendered, render(&document, format).unwrap(), "{name} {} {format:?}: other bytes", kind.slug);
            let expected = essence(&folded(&as_printed(&document, format)));
            let found = essence(&text_of(format, &rendered.bytes));
            let same = expected.chars().zip(found.chars()).take_while(|(left, right)| left == right).count();
            let near = |text: &str| text.chars().skip(same.saturating_sub(30)).take(80).collect::<String>();
            assert!(
                expected == found,
                "{name} {} {format:?}: differs here\n  tree: {}\n  file: {}",
                kind.slug,
                near(&expected),
                near(&found)
            );
        }
    }
}

#[test]
fn the_example_says_the_same_in_every_format() {
    same_in_every_format("veldrijk", &veldrijk());
}

#[test]
fn another_gemeente_says_the_same_in_every_format() {
    same_in_every_format("zandwaard", &super::zandwaard::zandwaard());
}

#[test]
fn an_empty_gemeente_says_the_same_in_every_format() {
    same_in_every_format("leeg", &Project::default());
}

#[test]
fn hostile_text_says_the_same_in_every_format() {
    let hostile = "| * _ # < > & {{x}} $x$ =SUM(A1) \\ \" ' # 1. x ![a](b) 's-Hertogenbosch Súdwest-Fryslân";
    let long = "driehonderd".repeat(27);
    let texts = [
        ("vijandig", hostile),
        ("lang", long.as_str()),
        ("regels", "eerste regel\ntweede: regel\n\n- derde"),
        ("schriften", "😀 👩‍👩‍👧 שלום עולם مرحبا بالعالم Ωμέγα жизнь"),
    ];
    for (turn, (name, text)) in texts.into_iter().enumerate() {
        // Every kind is a PDF with one of these.
        same_in(name, &with_hostile_text(text).0, |number| number % texts.len() == turn);
    }
}
