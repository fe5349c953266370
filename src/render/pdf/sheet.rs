//! From the document tree to the JSON sheet that the template reads.
//!
//! Here everything is put right that the template or PDF/UA would refuse, so that no document makes the renderer fail.

use std::cell::RefCell;
use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::breaks::with_breaks;
use super::fonts::families;
use super::glyphs::Glyphs;
use super::table::words_fit;
use super::world::LOGO;
use crate::character::is_invisible;
use crate::render::extent::{inline_length, length_of, row_roles};
use crate::render::literal::LONGEST_ADDRESS;
use crate::render::theme::Palette;
use crate::render::{faces, svg, theme, words};
use crate::tree::{
    Align, Block, Clause, Column, DRAFT, Document, Face, Field, FieldInput, Figure, Heading, Inline, Layout, List,
    Logo, Meta, Signature, Table, gap_text, may_link, plain_text,
};

/// Longer titles are shortened in the footer only.
const FOOTER_LENGTH: usize = 70;

/// The most characters of a text that stands on no page: PDF/A allows a string 32,767 bytes, four to a character.
const LONGEST_ATTRIBUTE: usize = 8_000;

/// The sheet of a document.
pub fn of<'a>(document: &'a Document, glyphs: &'a mut Glyphs) -> Value {
    let palette = Palette::of(&document.meta.theme);
    let Palette { accent, accent_tint, second, second_tint } = palette;
    let face = faces::measures(document.meta.theme.face);
    let mut sheet = Sheet {
        glyphs,
        palette,
        face: document.meta.theme.face,
        anchors: anchors_of(document),
        placed: BTreeSet::new(),
        level: 0,
    };
    let body = sheet.blocks(&document.body);
    // Only the first two levels are in the table of contents, and without any of them it would be a bare heading.
    let has_contents = document.meta.contents && sheet.level > 0;
    json!({
        "fonts": families(document.meta.theme.face),
        "theme": {
            "accent": accent, "accent_tint": accent_tint, "second": second, "second_tint": second_tint, "line": theme::LINE, "quiet": theme::QUIET,
            "gap": theme::GAP, "addition": theme::ADDITION, "attention": theme::ATTENTION,
            "body_size": theme::BODY_SIZE, "small_size": theme::SMALL_SIZE, "title_size": theme::TITLE_SIZE,
            "heading_sizes": theme::HEADING_SIZES, "ink": theme::INK,
            "overhang": overhang(document.meta.layout),
            "face": face.family, "space": face.space, "capitals": face.capitals,
        },
        "words": {
            "contents": words::CONTENTS, "name": words::NAME, "role": words::ROLE, "place": words::PLACE,
            "date": words::DATE, "signature": words::SIGNATURE, "page": words::PAGE, "of": words::OF, "draft": DRAFT,
        },
        "logo": document.meta.theme.logo.as_ref().map(logo),
        "paper": paper(document.meta.layout),
        "meta": sheet.meta(&document.meta, has_contents),
        "body": body,
    })
}

fn logo(logo: &Logo) -> Value {
    let alternative = described(&logo.alternative, words::LOGO);
    json!({ "file": LOGO, "kind": logo.kind, "alternative": alternative, "width": logo.width, "height": logo.height })
}

/// The size of the sheet, for a layout that fits on one.
fn paper(layout: Layout) -> Value {
    match layout {
        Layout::Poster(paper) => json!({ "name": paper.name(), "scale": paper.scale() }),
        Layout::Report | Layout::Leaflet => Value::Null,
    }
}

/// How much wider than the text a table may be: only where there are pages to read.
fn overhang(layout: Layout) -> f32 {
    match layout {
        Layout::Report => theme::WIDTH - theme::MEASURE,
        Layout::Poster(_) | Layout::Leaflet => 0.0,
    }
}

struct Sheet<'a> {
    glyphs: &'a mut Glyphs,
    palette: Palette,
    face: Face,
    /// The anchors that can be pointed at: typst refuses a reference to one that is unknown or stands there twice.
    anchors: BTreeSet<&'a str>,
    /// The anchors that have their place already.
    placed: BTreeSet<&'a str>,
    /// The level of the last heading: PDF/UA refuses a level that is skipped.
    level: u8,
}

fn anchors_of(document: &Document) -> BTreeSet<&str> {
    let mut anchors = BTreeSet::new();
    for block in &document.body {
        block.visit(&mut |block| {
            if let Block::Heading(heading) = block
                && let Some(anchor) = heading.anchor.as_deref().filter(|anchor| !anchor.is_empty())
                && !is_too_long(heading)
                && !is_blank(heading)
            {
                anchors.insert(anchor);
            }
        });
    }
    anchors
}

impl<'a> Sheet<'a> {
    fn meta(&mut self, meta: &Meta, contents: bool) -> Value {
        // PDF/UA refuses a file without a title.
        let names = [attribute(&meta.title), attribute(&meta.subtitle), DRAFT.to_owned()];
        let file_title = names.into_iter().find(|name| !name.trim().is_empty());
        let authors: Vec<String> = [attribute(&meta.author)].into_iter().filter(|a| !a.trim().is_empty()).collect();
        json!({
            "title": self.text(&meta.title),
            "subtitle": self.text(&meta.subtitle),
            "file_title": file_title,
            "authors": authors,
            "footer": self.text(&shortened(&meta.title)),
            "draft": meta.draft,
            "contents": contents,
        })
    }

    fn text(&mut self, literal: &str) -> String {
        with_breaks(&self.glyphs.showable(literal))
    }

    fn blocks(&mut self, blocks: &'a [Block]) -> Vec<Value> {
        blocks.iter().filter_map(|block| self.block(block)).collect()
    }

    /// The block as the template wants it; nothing if there is nothing in it to show.
    fn block(&mut self, block: &'a Block) -> Option<Value> {
        match block {
            Block::Heading(heading) => self.heading(heading),
            Block::Paragraph { content } => {
                (!content.is_empty()).then(|| json!({ "t": "paragraph", "content": self.inlines(content) }))
            }
            Block::List(list) => self.list(list),
            Block::Clauses { clauses } => self.clauses(clauses),
            Block::Table(table) => self.table(table),
            Block::Aside { kind, content } => {
                let shown = self.blocks(content);
                let aside = json!({ "t": "aside", "kind": kind, "length": length_of(content), "content": shown });
                (!shown.is_empty()).then_some(aside)
            }
            Block::Signatures { signatures } => {
                let signatures: Vec<Value> = signatures.iter().map(|signature| self.signature(signature)).collect();
                (!signatures.is_empty()).then(|| json!({ "t": "signatures", "signatures": signatures }))
            }
            Block::Figure(figure) => Some(self.figure(figure)),
            Block::Form { fields } => {
                let fields: Vec<Value> = fields.iter().map(|field| self.field(field)).collect();
                (!fields.is_empty()).then(|| json!({ "t": "form", "fields": fields }))
            }
            Block::WritingSpace { lines } => Some(json!({ "t": "writing_space", "lines": lines })),
            Block::PageBreak => Some(json!({ "t": "page_break" })),
        }
    }

    fn heading(&mut self, heading: &'a Heading) -> Option<Value> {
        if is_blank(heading) {
            return None;
        }
        if is_too_long(heading) {
            let number = heading.number.as_ref().map(|number| format!("{} {} ", number.label, number.number));
            let mut content = vec![json!({ "t": "text", "text": self.text(&number.unwrap_or_default()) })];
            content.extend(self.inlines(&heading.content));
            return Some(json!({ "t": "paragraph", "content": [{ "t": "strong", "content": content }] }));
        }
        self.level = heading.level.clamp(1, (self.level + 1).min(4));
        let anchor = heading.anchor.as_deref().filter(|anchor| !anchor.is_empty() && self.placed.insert(anchor));
        let number = heading
            .number
            .as_ref()
            .map(|number| json!({ "label": self.text(&number.label), "number": number.number.to_string() }));
        // The table of contents and the bookmarks link headings themselves: no links within.
        let content: Vec<Value> = heading.content.iter().flat_map(|inline| self.unlinked(inline)).collect();
        Some(json!({ "t": "heading", "level": self.level, "anchor": anchor, "number": number, "content": content }))
    }

    fn list(&mut self, list: &'a List) -> Option<Value> {
        let items: Vec<Value> =
            list.items.iter().map(|item| json!({ "content": self.blocks(&item.content) })).collect();
        let length: usize = list.items.iter().map(|item| length_of(&item.content)).sum();
        (!items.is_empty()).then(|| json!({ "t": "list", "kind": list.kind, "items": items, "length": length }))
    }

    fn clauses(&mut self, clauses: &'a [Clause]) -> Option<Value> {
        let shown: Vec<Value> = clauses
            .iter()
            .map(|clause| {
                json!({
                    "article": clause.article.to_string(),
                    "number": clause.number.to_string(),
                    "content": self.blocks(&clause.content),
                })
            })
            .collect();
        (!shown.is_empty()).then(|| json!({ "t": "clauses", "clauses": shown }))
    }

    fn table(&mut self, table: &'a Table) -> Option<Value> {
        let width = table.rows.iter().map(Vec::len).chain([table.columns.len(), table.header.len()]).max()?;
        if width == 0 {
            return None;
        }
        let filler = Column { align: Align::Left, width: 1 };
        let columns: Vec<Value> = (0..width)
            .map(|at| table.columns.get(at).copied().unwrap_or(filler))
            .map(|column| json!({ "align": column.align, "width": column.width.max(1) }))
            .collect();
        let headed = table.header.iter().any(|cell| !plain_text(cell).trim().is_empty());
        let (header, header_lengths) = if headed { self.row(&table.header, width) } else { (Vec::new(), Vec::new()) };
        let (rows, row_lengths): (Vec<_>, Vec<_>) = table.rows.iter().map(|row| self.row(row, width)).unzip();
        Some(json!({
            "t": "table", "columns": columns, "row_headers": table.row_headers,
            "header": header, "header_lengths": header_lengths, "rows": rows, "row_lengths": row_lengths,
            "roles": row_roles(&table.rows), "words_fit": words_fit(table, width, self.face),
        }))
    }

    /// The cells of a row, as many as the table has columns, and how long the text of each is.
    fn row(&mut self, cells: &'a [Vec<Inline>], width: usize) -> (Vec<Vec<Value>>, Vec<usize>) {
        (0..width)
            .map(|at| cells.get(at).map_or(&[][..], Vec::as_slice))
            .map(|cell| (self.inlines(cell), inline_length(cell)))
            .unzip()
    }

    fn signature(&mut self, signature: &'a Signature) -> Value {
        let Signature { party, name, role, place, date } = signature;
        let length: usize = [party, name, role, place, date].into_iter().map(|content| inline_length(content)).sum();
        json!({
            "length": length,
            "party": self.inlines(party),
            "name": self.inlines(name),
            "role": self.inlines(role),
            "place": self.inlines(place),
            "date": self.inlines(date),
        })
    }

    /// Typst 0.15 writes no fields that can be filled in on a screen: on paper there is room to write.
    fn field(&mut self, field: &Field) -> Value {
        let (lines, choices) = match &field.input {
            FieldInput::Lines(lines) => (*lines, Vec::new()),
            FieldInput::Choices(choices) => (0, choices.iter().map(|choice| self.text(choice)).collect()),
        };
        json!({ "label": self.text(&field.label), "lines": lines, "choices": choices })
    }

    fn figure(&mut self, figure: &Figure) -> Value {
        let shown = RefCell::new(&mut *self.glyphs);
        let drawing = svg::file_with(&figure.drawing, &self.palette, &|text| shown.borrow_mut().drawable(text));
        let (width, height) = figure.drawing.size();
        json!({
            "t": "figure",
            "svg": drawing,
            "width": width,
            "height": height,
            "alternative": described(&figure.alternative, words::DRAWING),
            "length": inline_length(&figure.caption),
            "caption": self.inlines(&figure.caption),
        })
    }

    fn inlines(&mut self, content: &[Inline]) -> Vec<Value> {
        content.iter().flat_map(|inline| self.inline(inline)).collect()
    }

    fn inline(&mut self, inline: &Inline) -> Vec<Value> {
        match inline {
            Inline::Text { text } => vec![json!({ "t": "text", "text": self.text(text) })],
            Inline::Gap { text } => vec![json!({ "t": "gap", "text": self.text(&gap_text(text)) })],
            Inline::Strong { content } => vec![json!({ "t": "strong", "content": self.inlines(content) })],
            Inline::Emphasis { content } => vec![json!({ "t": "emphasis", "content": self.inlines(content) })],
            Inline::Link { url, content }
                if may_link(url) && url.len() <= LONGEST_ADDRESS && !plain_text(content).trim().is_empty() =>
            {
                let content: Vec<Value> = content.iter().flat_map(|inline| self.unlinked(inline)).collect();
                vec![json!({ "t": "link", "url": attribute(url), "content": content })]
            }
            Inline::Reference { anchor, number } if self.anchors.contains(anchor.as_str()) => {
                vec![json!({ "t": "reference", "anchor": anchor, "number": number.to_string() })]
            }
            Inline::Link { .. } | Inline::Reference { .. } => self.unlinked(inline),
            Inline::Break => vec![json!({ "t": "break" })],
        }
    }

    /// The same words, without a link.
    fn unlinked(&mut self, inline: &Inline) -> Vec<Value> {
        match inline {
            Inline::Link { content, .. } => content.iter().flat_map(|inline| self.unlinked(inline)).collect(),
            Inline::Reference { number, .. } => vec![json!({ "t": "text", "text": number.to_string() })],
            Inline::Strong { content } | Inline::Emphasis { content } => {
                let content: Vec<Value> = content.iter().flat_map(|inline| self.unlinked(inline)).collect();
                let kind = if matches!(inline, Inline::Strong { .. }) { "strong" } else { "emphasis" };
                vec![json!({ "t": kind, "content": content })]
            }
            _ => self.inline(inline),
        }
    }
}

/// The words of a heading stand on the page, and once more in the file as its title: no heading for what fits in no title.
fn is_too_long(heading: &Heading) -> bool {
    plain_text(&heading.content).chars().nth(LONGEST_ATTRIBUTE).is_some()
}

/// A text in the file that stands on no page: a title, the words for a picture.
fn attribute(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).take(LONGEST_ATTRIBUTE).collect()
}

/// PDF/UA refuses a heading of which nothing is seen.
fn is_blank(heading: &Heading) -> bool {
    let unseen = |letter: char| letter.is_whitespace() || letter.is_control() || is_invisible(letter);
    heading.number.is_none() && plain_text(&heading.content).chars().all(unseen)
}

/// What a picture shows, or at least what it is: PDF/UA refuses a picture that nothing is said of.
fn described(alternative: &str, otherwise: &str) -> String {
    Some(attribute(alternative)).filter(|text| !text.trim().is_empty()).unwrap_or_else(|| otherwise.to_owned())
}

/// A title that fits on one line of the footer.
fn shortened(title: &str) -> String {
    if title.chars().count() <= FOOTER_LENGTH {
        return title.to_owned();
    }
    let start: String = title.chars().take(FOOTER_LENGTH).collect();
    let whole_words = start.rsplit_once(' ').map_or(start.as_str(), |(words, _)| words);
    format!("{whole_words} …")
}
