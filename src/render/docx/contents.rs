//! The table of contents: Word's own field, filled in beforehand.

use super::format::{ParagraphFormat, RunFormat, Tab};
use super::inline::{field_mark, field_start, jump, run, tab};
use super::numbering::LIST_INDENT;
use super::outline::{Entry, Outline, level};
use super::page::MEASURE;
use super::xml::Element;
use crate::render::words;
use crate::tree::plain_text;

/// Between the number of an article and its title.
const TITLE_TAB: u32 = 1134;

/// The block with the table of contents; nothing where no heading would be in it.
///
/// It has no page numbers yet: only who lays out the pages can count them. Updating the field in Word or LibreOffice puts
/// them in, and a wrong number never stands there before.
pub fn block(outline: &Outline<'_>) -> Option<Element> {
    let depth = depth(outline);
    let entries: Vec<&Entry<'_>> = outline.entries().iter().filter(|entry| level(entry.heading) <= depth).collect();
    let last = entries.len().checked_sub(1)?;
    let title = paragraph(&ParagraphFormat::of("TOCHeading"), run(words::CONTENTS, RunFormat::default()));
    let lines = entries.iter().enumerate().map(|(index, entry)| {
        let start = if index == 0 { field_start(&field_code(depth)) } else { Vec::new() };
        let end = (index == last).then(|| field_mark("end"));
        let format = ParagraphFormat { tabs: tabs(entry), ..ParagraphFormat::of(line_style(entry)) };
        paragraph(&format, start.into_iter().chain([line(entry)]).chain(end))
    });
    let gallery = Element::new("w:docPartObj")
        .child(Element::val("w:docPartGallery", "Table of Contents"))
        .child(Element::new("w:docPartUnique"));
    let content = Element::new("w:sdtContent").child(title).children(lines);
    Some(Element::new("w:sdt").child(Element::new("w:sdtPr").child(gallery)).child(content))
}

/// How far the lines of a level stand from the margin.
pub fn indent(level: u8) -> u32 {
    u32::from(level.saturating_sub(1)) * LIST_INDENT
}

/// The lowest level that is listed: articles always are.
pub fn depth(outline: &Outline<'_>) -> u8 {
    outline.article().map_or(2, |article| article.level.max(2))
}

/// `\u` lists by outline level, which is how the articles come in.
fn field_code(depth: u8) -> String {
    format!("TOC \\o \"1-{depth}\" \\h \\z \\u")
}

fn line(entry: &Entry<'_>) -> Element {
    let mut runs = Vec::new();
    if let Some(number) = &entry.heading.number {
        runs.extend(run(&format!("{}\u{a0}{}", number.label, number.number), RunFormat::default()));
        runs.push(tab());
    }
    runs.extend(run(&plain_text(&entry.heading.content), RunFormat::default()));
    jump(&entry.contents_bookmark(), runs)
}

fn line_style(entry: &Entry<'_>) -> &'static str {
    match level(entry.heading) {
        1 => "TOC1",
        2 => "TOC2",
        3 => "TOC3",
        _ => "TOC4",
    }
}

/// As Word writes them when it makes the lines anew: one before the title of an article, one before the page number.
fn tabs(entry: &Entry<'_>) -> Vec<Tab> {
    let title = indent(level(entry.heading)) + TITLE_TAB;
    entry.heading.number.iter().map(|_| Tab::Left(title)).chain([Tab::Dotted(MEASURE)]).collect()
}

fn paragraph(format: &ParagraphFormat, content: impl IntoIterator<Item = Element>) -> Element {
    Element::new("w:p").children(format.element()).children(content)
}
