//! The body: blocks in reading order, and the little state that Word's way of writing asks for.

use super::contents;
use super::figure::Figures;
use super::format::{Indent, NO_NUMBER, Number, ParagraphFormat, RunFormat};
use super::inline::{Inlines, field, run, tab};
use super::keep::{WHOLE_ASIDE, WHOLE_LIST, announces, is_aside, leads_to};
use super::numbering::{ARTICLES, CLAUSE_INDENT, LIST_INDENT, Numbering, article_indent, hanging};
use super::outline::{Entry, Outline, level};
use super::page::TEXT_WIDTH;
use super::styles::{ASIDE_INSET, Look, has_space_before, heading_style};
use super::table::{self, Room};
use super::xml::Element;
use super::{anchors::Bookmarks, form, signature};
use crate::render::extent::length_of;
use crate::render::words;
use crate::tree::{AsideKind, Block, Clause, Document, Figure, Heading, List, ListKind, Logo, Table, plain_text};

/// Space above what follows a table, which has no space of its own in Word.
const AFTER_TABLE: u32 = 200;
/// What a logo has room for, in points.
const LOGO_WIDTH: f64 = 136.0;
const LOGO_HEIGHT: f64 = 54.0;

/// Collects the blocks of the body.
pub struct Body<'a> {
    outline: &'a Outline<'a>,
    next_heading: usize,
    contents: bool,
    pub inlines: Inlines<'a>,
    pub numbering: Numbering,
    pub figures: Figures,
    captions: u32,
    bookmarks: Bookmarks,
    controls: form::Controls,
    blocks: Vec<Element>,
    /// What the last heading says: what a table or a form below it belongs to.
    section: String,
    /// Of the text in tables, in points.
    table_size: f32,
    after_table: bool,
    page_break: bool,
    /// The block that comes next stays with what follows it.
    keep_next: bool,
    /// So does everything until this is over.
    hold: bool,
    /// The end of the block that comes next stays with the source or the note under it.
    noted: bool,
    /// The article that Word is counting clauses of, and how many it has so far.
    article: Option<(u32, u32)>,
    /// The lettered level of the article list has not been used in this clause.
    letters_free: bool,
}

/// Where a block stands: inside which list, clause or aside.
#[derive(Clone, Copy, Default)]
struct Place {
    indent: u32,
    depth: u8,
    aside: Option<AsideKind>,
    /// What a line of text leaves free at the right by itself.
    beside: u32,
}

impl Place {
    /// What the style of an aside leaves free on both sides for its border.
    fn inset(self) -> u32 {
        match self.aside {
            Some(AsideKind::Addition | AsideKind::Attention) => ASIDE_INSET,
            Some(AsideKind::Source) | None => 0,
        }
    }

    /// Whether it stands in a box, which is as wide as a line of text.
    fn inside(self) -> bool {
        self.inset() > 0
    }

    fn hanging(self, left: u32, hanging: u32) -> Indent {
        Indent { left, right: self.inside().then(|| self.inset() + self.beside), hanging }
    }

    /// What it leaves for a table or a drawing.
    fn room(self, type_size: f32) -> Room {
        let right = if self.inside() { self.inset() + self.beside } else { 0 };
        let width = TEXT_WIDTH.saturating_sub(self.indent + right).max(LIST_INDENT);
        Room { indent: self.indent, width, type_size }
    }

    fn paragraph(self) -> ParagraphFormat {
        let style = match self.aside {
            Some(kind) => Some(aside_style(kind)),
            None => (self.depth > 0).then_some("ListParagraph"),
        };
        let indented = self.depth > 0 || self.indent != self.inset();
        ParagraphFormat { style, indent: indented.then(|| self.hanging(self.indent, 0)), ..ParagraphFormat::default() }
    }
}

impl<'a> Body<'a> {
    pub fn new(document: &Document, outline: &'a Outline<'a>, look: &Look) -> Self {
        let mut body = Body {
            outline,
            next_heading: 0,
            contents: document.meta.contents,
            inlines: Inlines::new(outline),
            numbering: Numbering::default(),
            figures: Figures::new(look.palette),
            captions: 0,
            bookmarks: Bookmarks::default(),
            controls: form::Controls::default(),
            blocks: Vec::new(),
            section: document.meta.title.clone(),
            table_size: look.table_size(),
            after_table: false,
            page_break: false,
            keep_next: false,
            hold: false,
            noted: false,
            article: None,
            letters_free: false,
        };
        let poster = look.poster.is_some();
        let logo = document.meta.theme.logo.as_ref();
        if !poster {
            logo.into_iter().for_each(|logo| body.logo(logo));
        }
        body.title("Title", &document.meta.title);
        body.title("Subtitle", &document.meta.subtitle);
        if document.meta.contents {
            body.blocks.extend(contents::block(outline));
        }
        body.blocks(&document.body, Place { beside: look.beside(), ..Place::default() });
        if poster {
            logo.into_iter().for_each(|logo| body.logo(logo));
        }
        body
    }

    /// Gives the blocks out. Word demands that the last one is a paragraph.
    pub fn take_blocks(&mut self) -> Vec<Element> {
        if self.after_table || self.blocks.is_empty() {
            self.separator(0);
        }
        std::mem::take(&mut self.blocks)
    }

    fn logo(&mut self, logo: &Logo) {
        let run = self.figures.logo(logo, LOGO_WIDTH, LOGO_HEIGHT);
        self.paragraph(ParagraphFormat::of("Logo"), vec![run]);
    }

    fn title(&mut self, style: &'static str, literal: &str) {
        if let Some(run) = run(literal, RunFormat::default()) {
            self.paragraph(ParagraphFormat::of(style), vec![run]);
        }
    }

    fn blocks(&mut self, blocks: &[Block], place: Place) {
        for (index, block) in blocks.iter().enumerate() {
            let next = blocks.get(index + 1);
            self.noted = is_aside(next);
            self.keep_next = match block {
                Block::Paragraph { content } => self.noted || leads_to(next) || announces(content),
                _ => false,
            };
            self.block(block, place);
        }
        self.keep_next = false;
        self.noted = false;
    }

    /// What is made meanwhile stays with what follows it.
    fn held(&mut self, hold: bool, make: impl FnOnce(&mut Self)) {
        let before = self.hold;
        self.hold |= hold;
        make(self);
        self.hold = before;
    }

    fn block(&mut self, block: &Block, place: Place) {
        match block {
            Block::Heading(heading) => self.heading(heading),
            Block::Paragraph { content } if content.is_empty() => {}
            Block::Paragraph { content } => {
                let runs = self.inlines.runs(content, RunFormat::default());
                self.paragraph(place.paragraph(), runs);
            }
            Block::List(list) => self.list(list, place),
            Block::Clauses { clauses } => {
                let noted = std::mem::take(&mut self.noted);
                for (index, clause) in clauses.iter().enumerate() {
                    let hold = noted && index + 1 == clauses.len() && length_of(&clause.content) <= WHOLE_LIST;
                    self.held(hold, |body| body.clause(clause, place));
                }
            }
            Block::Table(content) => self.content_table(content, place),
            Block::Aside { kind, content } => {
                let place = Place { aside: Some(*kind), ..place };
                let place = Place { indent: place.indent + place.inset(), ..place };
                let (rest, last) = content.split_at(content.len().saturating_sub(1));
                self.held(length_of(content) <= WHOLE_ASIDE, |body| body.blocks(rest, place));
                self.blocks(last, place);
            }
            Block::Signatures { signatures } => {
                let element =
                    signature::table(signatures, &self.section, place.room(self.table_size), &mut self.inlines);
                element.into_iter().for_each(|element| self.table(element));
            }
            Block::Figure(figure) => self.figure(figure, place),
            Block::Form { fields } => {
                let room = place.room(self.table_size);
                let element = form::table(fields, &self.section, room, self.noted, &mut self.controls);
                element.into_iter().for_each(|element| self.table(element));
            }
            Block::WritingSpace { lines } => {
                let lines = table::writing_space(*lines, &self.section, place.room(self.table_size));
                lines.into_iter().for_each(|lines| self.table(lines));
            }
            Block::PageBreak => self.page_break = true,
        }
    }

    fn heading(&mut self, heading: &Heading) {
        let entry = self.outline.entries().get(self.next_heading);
        self.next_heading += 1;
        self.section = plain_text(&heading.content);
        let mut runs = Vec::new();
        let mut format = ParagraphFormat::of(heading_style(level(heading)));
        if let Some(number) = &heading.number {
            let live = entry.is_some_and(|entry| entry.live);
            self.article = live.then_some((number.number, 0));
            if !live {
                runs.extend(run(&format!("{}\u{a0}{}", number.label, number.number), RunFormat::default()));
                runs.push(tab());
                format.indent = Some(hanging(article_indent(level(heading)), article_indent(level(heading))));
            } else if self.outline.article().is_some_and(|article| article.level == level(heading)) {
                format = ParagraphFormat::of("Artikel");
            } else {
                format.number = Some(Number { id: ARTICLES, level: 0 });
            }
        }
        runs.extend(self.inlines.runs(&heading.content, RunFormat::default()));
        if let Some(entry) = entry {
            runs = self.bookmarked(entry, runs);
        }
        self.paragraph(format, runs);
    }

    fn bookmarked(&mut self, entry: &Entry<'_>, mut runs: Vec<Element>) -> Vec<Element> {
        if self.contents && level(entry.heading) <= contents::depth(self.outline) {
            runs = self.bookmarks.around(&entry.contents_bookmark(), runs);
        }
        if entry.heading.anchor.is_some() {
            runs = self.bookmarks.around(&entry.reference_bookmark(), runs);
        }
        runs
    }

    fn clause(&mut self, clause: &Clause, place: Place) {
        let mut mark = Vec::new();
        let mut format = ParagraphFormat::of("Lid");
        let live = match &mut self.article {
            Some((article, count)) if *article == clause.article && *count + 1 == clause.number => {
                *count += 1;
                true
            }
            _ => false,
        };
        if !live {
            mark.extend(run(&format!("{}.{}", clause.article, clause.number), RunFormat::default()));
            mark.push(tab());
            format.number = Some(NO_NUMBER);
            format.indent = Some(hanging(CLAUSE_INDENT, CLAUSE_INDENT));
        }
        self.letters_free = live;
        self.item(format, mark, &clause.content, Place { indent: CLAUSE_INDENT, ..place });
        self.letters_free = false;
    }

    fn list(&mut self, list: &List, place: Place) {
        let left = place.indent + LIST_INDENT;
        let inner = Place { indent: left, depth: place.depth.saturating_add(1), ..place };
        let plain = place.depth == 0 && place.aside.is_none();
        let format = if plain && list.kind == ListKind::Lettered && std::mem::take(&mut self.letters_free) {
            ParagraphFormat::of("LidOpsomming")
        } else {
            let style = match (place.aside, list.kind) {
                (Some(kind), _) => aside_style(kind),
                (None, ListKind::Bullet) => "ListBullet",
                (None, ListKind::Ordered) => "ListNumber",
                (None, ListKind::Lettered | ListKind::Checklist) => "ListParagraph",
            };
            // The definition knows the indents of lists that stand on their own.
            let usual = place.aside.is_none() && place.indent == LIST_INDENT * u32::from(place.depth);
            ParagraphFormat {
                number: Some(self.numbering.list(list.kind, place.depth)),
                indent: (!usual).then(|| place.hanging(left, LIST_INDENT)),
                ..ParagraphFormat::of(style)
            }
        };
        let noted = std::mem::take(&mut self.noted);
        let lengths: Vec<usize> = list.items.iter().map(|item| length_of(&item.content)).collect();
        let whole = lengths.iter().sum::<usize>() <= WHOLE_LIST;
        for (index, (item, length)) in list.items.iter().zip(&lengths).enumerate() {
            // The first item does not stand alone at the foot of a page, nor the last one at the head of the next.
            let left = lengths.len() - 1 - index;
            let hold = if left == 0 { noted } else { whole || index == 0 || left == 1 };
            self.held(hold && *length <= WHOLE_LIST, |body| {
                body.item(format.clone(), Vec::new(), &item.content, inner);
            });
        }
    }

    /// Blocks of which the first line carries a number or a bullet.
    fn item(&mut self, mut format: ParagraphFormat, mut mark: Vec<Element>, content: &[Block], place: Place) {
        let (first, rest) = match content.split_first() {
            Some((Block::Paragraph { content }, rest)) => (content.as_slice(), rest),
            _ => (&[][..], content),
        };
        mark.extend(self.inlines.runs(first, RunFormat::default()));
        format.keep_next = leads_to(rest.first()) || (announces(first) && !rest.is_empty());
        self.paragraph(format, mark);
        self.blocks(rest, place);
    }

    fn content_table(&mut self, content: &Table, place: Place) {
        let keep_last = std::mem::take(&mut self.noted) || self.hold;
        let room = place.room(self.table_size);
        let element = table::table(content, &self.section, room, keep_last, &mut self.inlines);
        element.into_iter().for_each(|element| self.table(element));
    }

    /// The caption is Word's own kind with its own counter, so that its list of figures finds it.
    fn figure(&mut self, figure: &Figure, place: Place) {
        let drawing = self.figures.run(figure, place.room(self.table_size));
        let indent = place.paragraph().indent;
        let keep_next = !figure.caption.is_empty();
        self.paragraph(ParagraphFormat { indent, keep_next, ..ParagraphFormat::of("Figuur") }, vec![drawing]);
        if keep_next {
            self.captions += 1;
            let plain = |literal: &str| run(literal, RunFormat::default());
            let mut runs: Vec<Element> = plain(&format!("{}\u{a0}", words::FIGURE)).into_iter().collect();
            let counter = format!("SEQ {} \\* ARABIC", words::FIGURE);
            runs.extend(field(&counter, plain(&self.captions.to_string()).into_iter().collect()));
            runs.extend(plain(". "));
            runs.extend(self.inlines.runs(&figure.caption, RunFormat::default()));
            self.paragraph(ParagraphFormat { indent, ..ParagraphFormat::of("Caption") }, runs);
        }
    }

    fn paragraph(&mut self, mut format: ParagraphFormat, runs: Vec<Element>) {
        format.page_break_before = std::mem::take(&mut self.page_break);
        format.keep_next |= self.keep_next || self.hold;
        let after_table = std::mem::take(&mut self.after_table);
        if after_table && !format.page_break_before && !format.style.is_some_and(has_space_before) {
            format.before = Some(AFTER_TABLE);
        }
        self.blocks.push(Element::new("w:p").children(format.element()).children(runs));
    }

    /// Two tables in a row would become one, and a table cannot start a page by itself: a hairline of a paragraph can.
    fn table(&mut self, element: Element) {
        if self.after_table || self.page_break {
            self.separator(if self.page_break { 0 } else { AFTER_TABLE });
        }
        self.blocks.push(element);
        self.after_table = true;
    }

    fn separator(&mut self, before: u32) {
        let before = (before > 0).then_some(before);
        self.paragraph(ParagraphFormat { before, ..ParagraphFormat::of("Tabelscheiding") }, Vec::new());
    }
}

fn aside_style(kind: AsideKind) -> &'static str {
    match kind {
        AsideKind::Source => "Bron",
        AsideKind::Addition => "Toevoeging",
        AsideKind::Attention => "LetOp",
    }
}
