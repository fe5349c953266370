//! From the document tree to the JSON that the template reads: the sheet of the document, and what it shares with others.
//!
//! Here everything is put right that the template or PDF/UA would refuse, so that no document makes the renderer fail.

use std::cell::RefCell;
use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::fonts::families;
use super::glyphs::Glyphs;
use super::runt::{IN_A_BOX, IN_A_CLAUSE, IN_A_LIST, MEASURE, may_end_in_runt};
use super::table::width_of;
use super::world::LOGO;
use crate::character::is_invisible;
use crate::render::extent::{inline_length, length_of, lines_of};
use crate::render::theme::Palette;
use crate::render::{faces, svg, theme, words};
use crate::tree::{
    AsideKind, Block, Clause, DRAFT, Document, Face, Field, FieldInput, Figure, Heading, Layout, List, Logo, Meta,
    plain_text,
};

/// Longer titles are shortened in the footer only.
const FOOTER_LENGTH: usize = 70;

/// The most characters of a text that stands on no page: PDF/A allows a string 32,767 bytes, four to a character.
const LONGEST_ATTRIBUTE: usize = 8_000;

/// What has more lines than this is broken over pages: it would leave too much of one empty, or not fit on any.
const LONG_ASIDE: f64 = 15.0;
const LONG_CAPTION: f64 = 8.0;
pub(super) const LONG_CELL: f64 = 30.0;
/// The same for a list, in characters.
const LONG_LIST: usize = 900;
/// What stands on the line of a heading in the table of contents beside it, in points: an indent, spaces, a number, some dots.
const BESIDE_ENTRY: f64 = 60.0;
/// Choices that have fewer letters together leave more room to the question.
const SMALL_CHOICES: usize = 30;

/// An object of values that are there already: `json!` would make each of them, and all that is in it, once more.
macro_rules! object {
    ({ $($name:literal: $value:expr),* $(,)? }) => {
        serde_json::Value::Object([$(($name.to_owned(), serde_json::Value::from($value))),*].into_iter().collect())
    };
}
pub(super) use object;

/// What documents of one gemeente and one layout have in common. As long as it is the same, typst keeps what it made of it.
pub fn house(meta: &Meta) -> Value {
    let Palette { accent, accent_tint, second, second_tint } = Palette::of(&meta.theme);
    let face = faces::measures(meta.theme.face);
    json!({
        "fonts": families(meta.theme.face),
        "layout": layout_name(meta.layout),
        "theme": {
            "accent": accent, "accent_tint": accent_tint, "second": second, "second_tint": second_tint, "line": theme::LINE, "quiet": theme::QUIET,
            "gap": theme::GAP, "addition": theme::ADDITION, "attention": theme::ATTENTION,
            "body_size": theme::BODY_SIZE, "small_size": theme::SMALL_SIZE, "title_size": theme::TITLE_SIZE,
            "heading_sizes": theme::HEADING_SIZES, "ink": theme::INK,
            "overhang": overhang(meta.layout),
            "face": face.family, "space": face.space, "capitals": face.capitals,
        },
        "words": {
            "contents": words::CONTENTS, "name": words::NAME, "role": words::ROLE, "place": words::PLACE,
            "date": words::DATE, "signature": words::SIGNATURE, "page": words::PAGE, "of": words::OF, "draft": DRAFT,
        },
        "logo": meta.theme.logo.as_ref().map(logo),
    })
}

/// The sheet of a document.
pub fn of<'a>(document: &'a Document, glyphs: &'a mut Glyphs) -> Value {
    let mut sheet = Sheet {
        glyphs,
        palette: Palette::of(&document.meta.theme),
        face: document.meta.theme.face,
        layout: document.meta.layout,
        hyphenates: document.meta.layout != Layout::Leaflet,
        room: MEASURE,
        anchors: anchors_of(document),
        placed: BTreeSet::new(),
        level: 0,
    };
    let body = sheet.blocks(&document.body);
    // Only the first two levels are in the table of contents, and without any of them it would be a bare heading.
    let has_contents = document.meta.contents && sheet.level > 0;
    let meta = sheet.meta(&document.meta, has_contents);
    object!({ "paper": paper(document.meta.layout), "meta": meta, "body": body })
}

/// The blocks of a sheet, each as JSON.
pub fn written(sheet: &Value) -> Vec<String> {
    sheet["body"].as_array().map_or(Vec::new(), |blocks| blocks.iter().map(Value::to_string).collect())
}

/// The sheet as JSON, with these blocks in the place of its own.
pub fn with_body(sheet: &Value, blocks: &[String]) -> Vec<u8> {
    format!(r#"{{"paper":{},"meta":{},"body":[{}]}}"#, sheet["paper"], sheet["meta"], blocks.join(",")).into_bytes()
}

fn logo(logo: &Logo) -> Value {
    let alternative = described(&logo.alternative, words::LOGO);
    json!({ "file": LOGO, "kind": logo.kind, "alternative": alternative, "width": logo.width, "height": logo.height })
}

fn layout_name(layout: Layout) -> &'static str {
    match layout {
        Layout::Report => "report",
        Layout::Poster(_) => "poster",
        Layout::Leaflet => "leaflet",
    }
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

pub(super) struct Sheet<'a> {
    pub(super) glyphs: &'a mut Glyphs,
    palette: Palette,
    pub(super) face: Face,
    pub(super) layout: Layout,
    /// Whether long words may be hyphenated, one by one.
    pub(super) hyphenates: bool,
    /// How wide a line is at this place, in points.
    room: f64,
    /// The anchors that can be pointed at: typst refuses a reference to one that is unknown or stands there twice.
    pub(super) anchors: BTreeSet<&'a str>,
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
        object!({
            "title": self.large_text(&meta.title),
            "title_words": self.glyphs.showable(&meta.title).split_whitespace().collect::<Vec<_>>(),
            "subtitle": self.text(&meta.subtitle),
            "file_title": file_title,
            "authors": authors,
            "footer": self.text(&shortened(&meta.title)),
            "draft": meta.draft,
            "contents": contents,
        })
    }

    fn blocks(&mut self, blocks: &'a [Block]) -> Vec<Value> {
        let mut shown: Vec<Value> = blocks.iter().filter_map(|block| self.block(block)).collect();
        for at in 1..shown.len() {
            if goes_with(&shown[at - 1], &shown[at]) {
                shown[at - 1]["stays"] = true.into();
            }
        }
        shown
    }

    /// The same where lines are so many points shorter.
    fn within(&mut self, shorter: f64, blocks: &'a [Block]) -> Vec<Value> {
        self.room -= shorter;
        let shown = self.blocks(blocks);
        self.room += shorter;
        shown
    }

    /// The block as the template wants it; nothing if there is nothing in it to show.
    fn block(&mut self, block: &'a Block) -> Option<Value> {
        match block {
            Block::Heading(heading) => self.heading(heading),
            Block::Paragraph { content } => (!content.is_empty()).then(|| {
                let weighed = self.layout == Layout::Report && may_end_in_runt(content, self.room, self.face);
                object!({ "t": "paragraph", "weighed": weighed, "content": self.inlines(content) })
            }),
            Block::List(list) => self.list(list),
            Block::Clauses { clauses } => self.clauses(clauses),
            Block::Table(table) => self.table(table),
            Block::Aside { kind, content } => {
                let shown = self.within(IN_A_BOX, content);
                let breaks = lines_of(length_of(content), 1.0) > LONG_ASIDE;
                (!shown.is_empty())
                    .then(|| object!({ "t": "aside", "kind": json!(kind), "breaks": breaks, "content": shown }))
            }
            Block::Signatures { signatures } => self.signatures(signatures),
            Block::Figure(figure) => Some(self.figure(figure)),
            Block::Form { fields } => {
                let fields: Vec<Value> = fields.iter().map(|field| self.field(field)).collect();
                (!fields.is_empty()).then(|| object!({ "t": "form", "fields": fields }))
            }
            Block::WritingSpace { lines } => Some(object!({ "t": "writing_space", "lines": *lines })),
            Block::PageBreak => Some(json!({ "t": "page_break" })),
        }
    }

    fn heading(&mut self, heading: &'a Heading) -> Option<Value> {
        if is_blank(heading) {
            return None;
        }
        if is_too_long(heading) {
            let number = heading.number.as_ref().map(|number| format!("{} {} ", number.label, number.number));
            let mut content = self.text(&number.unwrap_or_default());
            content.extend(self.inlines(&heading.content));
            return Some(
                object!({ "t": "paragraph", "weighed": false, "content": vec![object!({ "t": "strong", "content": content })] }),
            );
        }
        self.level = heading.level.clamp(1, (self.level + 1).min(4));
        let anchor = heading.anchor.as_deref().filter(|anchor| !anchor.is_empty() && self.placed.insert(anchor));
        let number = heading.number.as_ref().map(|number| format!("{} {}", number.label, number.number));
        // Where it is one line in the table of contents, nobody has to set it to know how high it is.
        let text = number.clone().unwrap_or_default() + &plain_text(&heading.content);
        let one_line = width_of(&text, true, self.face) + BESIDE_ENTRY < MEASURE;
        let number = number.map(|number| self.text(&number));
        // The table of contents and the bookmarks link headings themselves: no links within.
        let content = self.all_unlinked(&heading.content);
        Some(object!({
            "t": "heading", "level": self.level, "anchor": anchor, "number": number, "content": content,
            "one_line": one_line,
        }))
    }

    fn list(&mut self, list: &'a List) -> Option<Value> {
        let items: Vec<Value> = list.items.iter().map(|item| self.within(IN_A_LIST, &item.content).into()).collect();
        let length: usize = list.items.iter().map(|item| length_of(&item.content)).sum();
        let breaks = length > LONG_LIST;
        (!items.is_empty())
            .then(|| object!({ "t": "list", "kind": json!(list.kind), "items": items, "breaks": breaks }))
    }

    fn clauses(&mut self, clauses: &'a [Clause]) -> Option<Value> {
        let shown: Vec<Value> = clauses
            .iter()
            .map(|clause| {
                let number = format!("{}.{}", clause.article, clause.number);
                object!({ "number": number, "content": self.within(IN_A_CLAUSE, &clause.content) })
            })
            .collect();
        (!shown.is_empty()).then(|| object!({ "t": "clauses", "clauses": shown }))
    }

    /// Typst 0.15 writes no fields that can be filled in on a screen: on paper there is room to write.
    fn field(&mut self, field: &Field) -> Value {
        let (lines, choices) = match &field.input {
            FieldInput::Lines(lines) => (*lines, Vec::new()),
            FieldInput::Choices(choices) => (0, choices.iter().map(|choice| self.text(choice)).collect::<Vec<_>>()),
        };
        let room: usize = match &field.input {
            FieldInput::Lines(_) => usize::MAX,
            FieldInput::Choices(choices) => choices.iter().map(String::len).sum(),
        };
        object!({ "label": self.text(&field.label), "lines": lines, "choices": choices, "small": room < SMALL_CHOICES })
    }

    fn figure(&mut self, figure: &Figure) -> Value {
        let shown = RefCell::new(&mut *self.glyphs);
        let drawing = svg::file_with(&figure.drawing, &self.palette, &|text| shown.borrow_mut().drawable(text));
        let (width, height) = figure.drawing.size();
        object!({
            "t": "figure",
            "svg": drawing,
            "width": width,
            "height": height,
            "alternative": described(&figure.alternative, words::DRAWING),
            "breaks": lines_of(inline_length(&figure.caption), 1.0) > LONG_CAPTION,
            "caption": self.inlines(&figure.caption),
        })
    }
}

/// Whether a block stays on the page of the next: what leads to a list, a table or a signature with its beginning, and what
/// has a source with that.
fn goes_with(block: &Value, next: &Value) -> bool {
    let is = |value: &Value, kinds: &[&str]| value["t"].as_str().is_some_and(|kind| kinds.contains(&kind));
    let sourced = is(next, &["aside"]) && next["kind"] == json!(AsideKind::Source);
    match sourced {
        true => is(block, &["paragraph", "table"]),
        false => {
            is(block, &["paragraph"]) && is(next, &["list", "table", "signatures", "figure", "form", "writing_space"])
        }
    }
}

/// The words of a heading stand on the page, and once more in the file as its title: no heading for what fits in no title.
fn is_too_long(heading: &Heading) -> bool {
    plain_text(&heading.content).chars().nth(LONGEST_ATTRIBUTE).is_some()
}

/// A text in the file that stands on no page: a title, the words for a picture.
pub(super) fn attribute(text: &str) -> String {
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
