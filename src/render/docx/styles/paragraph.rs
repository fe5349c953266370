//! Styles of paragraphs.

use super::super::contents;
use super::super::format::{Border, Indent, Line, Number, ParagraphFormat, RunFormat, Tab};
use super::super::numbering::{ARTICLES, BULLETS, LIST_INDENT, ORDERED, article_indent};
use super::super::outline::Article;
use super::super::page::TEXT_WIDTH;
use super::{ASIDE_INSET, Style, heading_style};
use crate::colour::Rgb;
use crate::render::theme::{self, Palette};

/// Text in tables is a little smaller than around them.
pub const TABLE_SIZE: f32 = theme::BODY_SIZE - 1.0;
const SUBTITLE_SIZE: f32 = 13.0;

fn style(id: &'static str, name: &'static str, paragraph: ParagraphFormat, run: RunFormat) -> Style {
    Style { kind: "paragraph", id, name, based_on: Some("Normal"), paragraph, run, ..Style::default() }
}

fn own(id: &'static str, name: &'static str, paragraph: ParagraphFormat, run: RunFormat) -> Style {
    Style { custom: true, priority: 20, ..style(id, name, paragraph, run) }
}

fn spaced(before: u32, after: u32) -> ParagraphFormat {
    ParagraphFormat { before: Some(before), after: Some(after), ..ParagraphFormat::default() }
}

fn colored(color: Rgb, size: f32) -> RunFormat {
    RunFormat { color: Some(color), size: Some(size), ..RunFormat::default() }
}

/// Body text, the title block, header and footer.
pub fn basic(palette: &Palette) -> Vec<Style> {
    let plain = || (ParagraphFormat::default(), RunFormat::default());
    let (paragraph, run) = plain();
    let normal = Style { based_on: None, default: true, ..style("Normal", "Normal", paragraph, run) };
    let above = ParagraphFormat {
        keep_next: true,
        keep_lines: true,
        no_hyphens: true,
        indent: Some(Indent::WIDE),
        ..spaced(0, 40)
    };
    let title = ParagraphFormat { line: Some(Line::Relative(240)), ..above.clone() };
    let subtitle = ParagraphFormat { after: Some(320), ..above };
    let edge = |tabs, borders| ParagraphFormat {
        line: Some(Line::Relative(240)),
        tabs,
        borders,
        no_hyphens: true,
        indent: Some(Indent::WIDE),
        ..spaced(0, 0)
    };
    let footer = edge(vec![Tab::Right(TEXT_WIDTH)], vec![Border::thin("w:top", 6)]);
    let header = ParagraphFormat { align: Some("right"), ..edge(Vec::new(), Vec::new()) };
    let draft = RunFormat { bold: true, ..colored(theme::ATTENTION, theme::SMALL_SIZE) };
    vec![
        normal,
        Style {
            next: Some("Subtitle"),
            priority: 10,
            ..style("Title", "Title", title, RunFormat { bold: true, ..colored(palette.accent, theme::TITLE_SIZE) })
        },
        Style {
            next: Some("Normal"),
            priority: 11,
            ..style("Subtitle", "Subtitle", subtitle, colored(theme::QUIET, SUBTITLE_SIZE))
        },
        Style { priority: 99, ..style("Header", "header", header, draft) },
        Style { priority: 99, ..style("Footer", "footer", footer, colored(theme::QUIET, theme::SMALL_SIZE)) },
    ]
}

/// Heading 1 to 4.
pub fn headings(palette: &Palette) -> Vec<Style> {
    let space = [(400, 120), (300, 80), (240, 60), (200, 40)];
    let levels = (1u8..).zip(["heading 1", "heading 2", "heading 3", "heading 4"]);
    levels
        .zip(space.into_iter().zip(theme::HEADING_SIZES))
        .map(|((level, name), ((before, after), size))| {
            let paragraph = ParagraphFormat {
                keep_next: true,
                keep_lines: true,
                no_hyphens: true,
                line: Some(Line::Relative(250)),
                outline: Some(level - 1),
                ..spaced(before, after)
            };
            let run = RunFormat { bold: level < 4, italic: level == 4, ..colored(palette.accent, size) };
            Style { next: Some("Normal"), priority: 9, ..style(heading_style(level), name, paragraph, run) }
        })
        .collect()
}

/// The table of contents.
pub fn contents() -> Vec<Style> {
    let title = ParagraphFormat { outline: Some(9), ..spaced(200, 80) };
    let title = Style { based_on: Some("Heading1"), ..style("TOCHeading", "TOC Heading", title, RunFormat::default()) };
    let lines = [("TOC1", "toc 1"), ("TOC2", "toc 2"), ("TOC3", "toc 3"), ("TOC4", "toc 4")];
    // Their tabs stand in the lines themselves: Word makes them anew with the lines.
    let lines = (1u8..).zip(lines).map(|(level, (id, name))| {
        let indent = Indent { left: contents::indent(level), ..Indent::default() };
        let paragraph = ParagraphFormat { indent: Some(indent), ..spaced(if level == 1 { 60 } else { 0 }, 20) };
        style(id, name, paragraph, RunFormat::default())
    });
    [title].into_iter().chain(lines).map(|style| Style { next: Some("Normal"), priority: 39, ..style }).collect()
}

/// Lists, bound to their numbering.
pub fn lists() -> Vec<Style> {
    let list = |number, indent| ParagraphFormat {
        number,
        indent,
        after: Some(100),
        contextual: true,
        ..ParagraphFormat::default()
    };
    let numbered = |id| list(Some(Number { id, level: 0 }), None);
    let left = Indent { left: LIST_INDENT, ..Indent::default() };
    let plain = RunFormat::default();
    vec![
        Style { priority: 34, ..style("ListParagraph", "List Paragraph", list(None, Some(left)), plain) },
        Style { priority: 35, ..style("ListBullet", "List Bullet", numbered(BULLETS), plain) },
        Style { priority: 35, ..style("ListNumber", "List Number", numbered(ORDERED), plain) },
    ]
}

/// Articles: a heading that counts itself, its clauses, and what a clause sums up.
pub fn article(article: Option<&Article>) -> Vec<Style> {
    let Some(article) = article else {
        return Vec::new();
    };
    let bound = |level, format| ParagraphFormat { number: Some(Number { id: ARTICLES, level }), ..format };
    let width = article_indent(article.level);
    let title = ParagraphFormat { tabs: vec![Tab::Left(width)], ..ParagraphFormat::default() };
    let title = ParagraphFormat { outline: Some(article.level - 1), ..bound(0, title) };
    let letters = ParagraphFormat { contextual: true, ..ParagraphFormat::default() };
    let plain = RunFormat::default();
    vec![
        Style {
            based_on: Some(heading_style(article.level)),
            next: Some("Lid"),
            ..own("Artikel", "Artikel", title, plain)
        },
        own("Lid", "Lid", bound(1, ParagraphFormat { after: Some(100), ..ParagraphFormat::default() }), plain),
        own("LidOpsomming", "Lid opsomming", bound(2, ParagraphFormat { after: Some(100), ..letters }), plain),
    ]
}

/// What stands apart from the text.
pub fn asides(beside: u32) -> Vec<Style> {
    let inset = Indent { left: ASIDE_INSET, right: Some(ASIDE_INSET + beside), hanging: 0 };
    let sides = ["w:top", "w:left", "w:bottom", "w:right"];
    let edge = |side| Border { side, size: 4, space: 8, color: theme::ADDITION };
    let addition = ParagraphFormat {
        borders: sides.map(edge).to_vec(),
        shade: Some(theme::ADDITION),
        indent: Some(inset),
        ..spaced(160, 200)
    };
    let bar = Border { side: "w:left", size: 24, space: 8, color: theme::ATTENTION };
    let attention = ParagraphFormat { borders: vec![bar], indent: Some(inset), keep_lines: true, ..spaced(180, 140) };
    vec![
        own(
            "Bron",
            "Bron",
            ParagraphFormat { keep_lines: true, ..spaced(40, 140) },
            colored(theme::QUIET, theme::SMALL_SIZE),
        ),
        own("Toevoeging", "Toevoeging", addition, RunFormat::default()),
        own("LetOp", "Let op", attention, RunFormat::default()),
    ]
}

/// Text in tables, and the hairline of a paragraph that Word wants between and after them.
pub fn tables() -> Vec<Style> {
    let wide = |format| ParagraphFormat { indent: Some(Indent::WIDE), ..format };
    let tight = |space| wide(ParagraphFormat { line: Some(Line::Relative(250)), ..spaced(space, space) });
    let sized = |size| RunFormat { size: Some(size), ..RunFormat::default() };
    let hairline = wide(ParagraphFormat { line: Some(Line::Exact(20)), ..spaced(0, 0) });
    let party = wide(ParagraphFormat { keep_lines: true, no_hyphens: true, ..spaced(280, 40) });
    vec![
        own("Tabeltekst", "Tabeltekst", tight(50), sized(TABLE_SIZE)),
        own("Ondertekentekst", "Ondertekentekst", tight(20), RunFormat::default()),
        own("Tabelscheiding", "Tabelscheiding", hairline, sized(1.0)),
        own("Partij", "Partij", party, RunFormat { bold: true, ..RunFormat::default() }),
    ]
}

/// A drawing, and Word's own caption under it.
pub fn figures() -> Vec<Style> {
    let single = |before, after| ParagraphFormat { line: Some(Line::Relative(240)), ..spaced(before, after) };
    let drawing = ParagraphFormat { indent: Some(Indent::WIDE), ..single(200, 100) };
    let caption = ParagraphFormat { keep_lines: true, ..single(0, 240) };
    vec![
        own("Figuur", "Figuur", drawing, RunFormat::default()),
        Style {
            next: Some("Normal"),
            priority: 35,
            ..style("Caption", "caption", caption, colored(theme::QUIET, theme::SMALL_SIZE))
        },
    ]
}

/// The logo of the house, at the right above the title.
pub fn logo() -> Style {
    let format = ParagraphFormat {
        align: Some("right"),
        line: Some(Line::Relative(240)),
        indent: Some(Indent::WIDE),
        ..spaced(0, 200)
    };
    own("Logo", "Logo", format, RunFormat::default())
}
