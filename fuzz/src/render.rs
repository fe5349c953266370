//! The renderers: any tree becomes a file that its own readers can read, in which no text does anything.

use pulldown_cmark::{Event, Options, Parser, Tag};
use unicode_width::UnicodeWidthStr;
use wep::import::table::read as read_table;
use wep::render::{docx, html, markdown, render_workbook, text};
use wep::tree::Document;

use super::choice::Choice;
use super::{inert, tree};

fn document(data: &[u8]) -> Document {
    tree::document(&mut Choice::new(data))
}

pub fn render_markdown(data: &[u8]) {
    let document = document(data);
    let source = markdown::render(&document);
    assert_eq!(source, markdown::render(&document), "the same tree, the same text");
    assert!(!source.contains(|sign: char| sign.is_control() && sign != '\n'), "{source:?}");
    for event in Parser::new_ext(&source, Options::ENABLE_TABLES | Options::ENABLE_TASKLISTS) {
        match event {
            Event::Start(Tag::Link { dest_url, .. }) => {
                assert!(
                    dest_url.starts_with('#') || {
                        inert::address(&dest_url);
                        true
                    }
                );
            }
            Event::Start(tag @ (Tag::Image { .. } | Tag::HtmlBlock | Tag::CodeBlock(_))) => {
                panic!("{tag:?} in {source}")
            }
            Event::InlineHtml(html) => assert_eq!(&*html, "<br>", "{source}"),
            Event::Code(_) | Event::Html(_) => panic!("{event:?} in {source}"),
            _ => {}
        }
    }
}

pub fn render_text(data: &[u8]) {
    let document = document(data);
    let widths = if data.len().is_multiple_of(8) { [20, 80] } else { [60, 60] };
    let mut before = None;
    for width in widths {
        let shown = text::render(&document, width);
        assert!(
            before.as_ref().is_none_or(|(at, text)| *at != width || *text == shown),
            "the same tree, the same text"
        );
        assert!(!shown.contains(|sign: char| sign.is_control() && sign != '\n'), "{shown:?}");
        // Only a word that is wider makes a line wider.
        let wide = |line: &&str| line.width() > width && line.split(' ').all(|word| word.width() < width / 4);
        assert_eq!(shown.lines().find(wide), None, "{shown}");
        before = Some((width, shown));
    }
}

pub fn render_html(data: &[u8]) {
    let document = document(data);
    let page = html::render(&document);
    assert!(page == html::render(&document), "the same tree, the same page");
    inert::page(&page);
}

pub fn render_docx(data: &[u8]) {
    let document = document(data);
    let bytes = docx::render(&document);
    // Slow, so not each time.
    assert!(!data.len().is_multiple_of(4) || bytes == docx::render(&document), "the same tree, the same bytes");
    let parts = inert::package(&bytes);
    let body = parts.iter().find(|(name, _)| name == "word/document.xml").map(|(_, text)| text).expect("a body");
    for field in ["INCLUDETEXT", "INCLUDEPICTURE", "DDE", "<w:altChunk", "<w:object"] {
        assert!(!body.contains(&format!("<w:instrText>{field}")));
        assert!(!field.starts_with('<') || !body.contains(field));
    }
}

pub fn render_xlsx(data: &[u8]) {
    let workbook = tree::workbook(&mut Choice::new(data));
    let bytes = render_workbook(&workbook).expect("a workbook").bytes;
    let again = || render_workbook(&workbook).expect("a workbook").bytes;
    assert!(!data.len().is_multiple_of(4) || bytes == again(), "the same workbook, the same bytes");
    for (name, text) in inert::package(&bytes) {
        // A text is never a formula: the only ones are those that the workbook has as such.
        for (at, _) in text.match_indices("<f>").filter(|_| name.starts_with("xl/worksheets/")) {
            let formula = &text[at + 3..];
            assert!(formula.starts_with("SUM(") || formula.starts_with("IF("), "{}", &formula[..60.min(formula.len())]);
        }
        assert!(!name.contains("externalLink"), "{name}");
    }
    if let Err(error) = read_table(&bytes, None) {
        assert!(error.message.contains("leeg"), "{error}");
    }
}

/// What a document becomes on paper: a PDF, or an error that says that it is too long.
#[cfg(feature = "pdf")]
pub fn render_pdf(data: &[u8]) {
    let document = document(data);
    match wep::render::render(&document, wep::render::Format::Pdf) {
        Ok(file) => {
            assert!(file.bytes.starts_with(b"%PDF-") && file.bytes.trim_ascii_end().ends_with(b"%%EOF"));
            for name in [&b"/JavaScript"[..], b"/JS ", b"/Launch", b"/EmbeddedFile", b"/OpenAction"] {
                assert!(
                    !file.bytes.windows(name.len()).any(|window| window == name),
                    "{}",
                    String::from_utf8_lossy(name)
                );
            }
        }
        Err(error) => assert!(error.is_too_long(), "{error}"),
    }
}
