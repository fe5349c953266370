//! Plain text for the terminal.

mod table;
mod wrap;

use unicode_width::UnicodeWidthStr;

use self::wrap::{hang, mark, wrap};
use super::letters::letters;
use super::{literal, words};
use crate::tree::{
    Block, Clause, DRAFT, Document, Field, FieldInput, Figure, Heading, Inline, List, ListKind, Meta, Signature,
    gap_text, may_link,
};

/// Narrower than this no terminal is, and no line can be.
const NARROWEST: usize = 20;

/// The document as lines of at most `width` columns, but for a word that is wider.
pub fn render(document: &Document, width: usize) -> String {
    let page = Page { width: width.max(NARROWEST) };
    let mut lines = page.title_block(&document.meta);
    append(&mut lines, page.blocks(&document.body));
    let mut text = String::new();
    for line in lines {
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

/// Adds a block's lines, with an empty line before them.
fn append(lines: &mut Vec<String>, block: Vec<String>) {
    if !lines.is_empty() && !block.is_empty() {
        lines.push(String::new());
    }
    lines.extend(block);
}

/// The text of inline content, with a newline for a forced break and the address behind a link.
fn content(content: &[Inline]) -> String {
    let mut text = String::new();
    collect(content, &mut text);
    text
}

fn collect(content: &[Inline], text: &mut String) {
    for inline in content {
        match inline {
            Inline::Text { text: literal } => text.extend(literal::characters(literal)),
            Inline::Strong { content } | Inline::Emphasis { content } => collect(content, text),
            Inline::Link { url, content } => {
                let start = text.len();
                collect(content, text);
                let address = url.trim_start_matches("mailto:").trim_start_matches("tel:");
                if may_link(url) && !text[start..].contains(address) {
                    text.push_str(" (");
                    text.extend(literal::characters(address));
                    text.push(')');
                }
            }
            Inline::Reference { number, .. } => text.push_str(&number.to_string()),
            Inline::Gap { text: missing } => text.extend(literal::characters(&gap_text(missing))),
            Inline::Break => text.push('\n'),
        }
    }
}

/// The columns that are left at this depth.
#[derive(Clone, Copy)]
struct Page {
    width: usize,
}

impl Page {
    fn inside(self, sign: &str) -> Page {
        Page { width: self.width.saturating_sub(sign.width()).max(1) }
    }

    fn title_block(self, meta: &Meta) -> Vec<String> {
        let mut lines = Vec::new();
        if meta.draft {
            lines.push(DRAFT.to_owned());
        }
        append(&mut lines, self.underlined(&literal::folded(&meta.title), Some('=')));
        if !meta.subtitle.trim().is_empty() {
            lines.extend(wrap(&literal::folded(&meta.subtitle), self.width));
        }
        lines
    }

    fn blocks(self, blocks: &[Block]) -> Vec<String> {
        let mut lines = Vec::new();
        blocks.iter().for_each(|block| append(&mut lines, self.block(block)));
        lines
    }

    fn block(self, block: &Block) -> Vec<String> {
        match block {
            Block::Heading(heading) => self.heading(heading),
            Block::Paragraph { content } => self.paragraph(content),
            Block::List(list) => self.list(list),
            Block::Clauses { clauses } => self.clauses(clauses),
            Block::Table(table) => table::lines(table, self.width),
            Block::Aside { content, .. } => mark("| ", self.inside("| ").blocks(content), self.width),
            Block::Signatures { signatures } => self.signatures(signatures),
            Block::Figure(figure) => self.figure(figure),
            Block::Form { fields } => self.form(fields),
            Block::WritingSpace { lines } => self.writing_space(*lines),
            Block::PageBreak => Vec::new(),
        }
    }

    fn paragraph(self, inlines: &[Inline]) -> Vec<String> {
        let text = content(inlines);
        if text.trim().is_empty() { Vec::new() } else { wrap(&text, self.width) }
    }

    fn heading(self, heading: &Heading) -> Vec<String> {
        let mut text = String::new();
        if let Some(number) = &heading.number {
            text.extend(literal::characters(&number.label));
            text.push_str(&format!(" {}  ", number.number));
        }
        text.push_str(&content(&heading.content));
        let line = match heading.level {
            0 | 1 => Some('='),
            2 => Some('-'),
            _ => None,
        };
        self.underlined(&text, line)
    }

    /// A line under the words shows a heading where there is no larger type.
    fn underlined(self, text: &str, line: Option<char>) -> Vec<String> {
        let mut lines = wrap(text, self.width);
        let widest = lines.iter().map(|line| line.width()).max().unwrap_or(0).min(self.width);
        lines.extend(line.map(|line| line.to_string().repeat(widest)));
        lines
    }

    fn list(self, list: &List) -> Vec<String> {
        let signs: Vec<String> = (0..list.items.len())
            .map(|place| match list.kind {
                ListKind::Bullet => "- ".to_owned(),
                ListKind::Ordered => format!("{}. ", place + 1),
                ListKind::Lettered => format!("{}. ", letters(place)),
                ListKind::Checklist => "[ ] ".to_owned(),
            })
            .collect();
        let widest = signs.iter().map(|sign| sign.width()).max().unwrap_or(0);
        let mut lines = Vec::new();
        for (sign, item) in signs.iter().zip(&list.items) {
            let sign = format!("{sign:widest$}");
            let inside = self.inside(&sign);
            lines.extend(hang(&sign, inside.item(&item.content), self.width));
        }
        lines
    }

    /// Blocks of which the lists stay with what they sum up.
    fn item(self, blocks: &[Block]) -> Vec<String> {
        let mut lines = Vec::new();
        for block in blocks {
            match block {
                Block::List(list) => lines.extend(self.list(list)),
                block => append(&mut lines, self.block(block)),
            }
        }
        lines
    }

    fn clauses(self, clauses: &[Clause]) -> Vec<String> {
        let numbers: Vec<String> =
            clauses.iter().map(|clause| format!("{}.{}", clause.article, clause.number)).collect();
        let widest = numbers.iter().map(|number| number.width()).max().unwrap_or(0) + 2;
        let mut lines = Vec::new();
        for (number, clause) in numbers.iter().zip(clauses) {
            let sign = format!("{number:widest$}");
            append(&mut lines, hang(&sign, self.inside(&sign).item(&clause.content), self.width));
        }
        lines
    }

    fn figure(self, figure: &Figure) -> Vec<String> {
        let shows = literal::folded(&figure.alternative);
        let mut lines = wrap(&format!("[{}: {shows}]", words::DRAWING), self.width);
        append(&mut lines, self.paragraph(&figure.caption));
        lines
    }

    fn writing_space(self, lines: u8) -> Vec<String> {
        let mut rules = Vec::new();
        (0..lines).for_each(|_| append(&mut rules, vec!["_".repeat(self.width)]));
        rules
    }

    fn form(self, fields: &[Field]) -> Vec<String> {
        let mut lines = Vec::new();
        for field in fields {
            append(&mut lines, wrap(&literal::folded(&field.label), self.width));
            match &field.input {
                FieldInput::Lines(count) => lines.extend((0..*count).map(|_| "_".repeat(self.width))),
                FieldInput::Choices(choices) => {
                    let sign = "[ ] ";
                    for choice in choices {
                        let choice = wrap(&literal::folded(choice), self.inside(sign).width);
                        lines.extend(hang(sign, choice, self.width));
                    }
                }
            }
        }
        lines
    }

    fn signatures(self, signatures: &[Signature]) -> Vec<String> {
        let mut lines = Vec::new();
        for signature in signatures {
            append(&mut lines, self.paragraph(&signature.party));
            lines.extend(self.field(words::NAME, &signature.name));
            lines.extend(self.field(words::ROLE, &signature.role));
            lines.extend(self.field(words::PLACE, &signature.place));
            lines.extend(self.field(words::DATE, &signature.date));
            lines.extend(self.field(words::SIGNATURE, &[]));
        }
        lines
    }

    fn field(self, label: &str, value: &[Inline]) -> Vec<String> {
        let sign = format!("  {label:labels$}  ", labels = words::SIGNATURE.len());
        let inside = self.inside(&sign);
        let content = match value {
            [] => vec!["_".repeat(inside.width.min(30))],
            value => inside.paragraph(value),
        };
        hang(&sign, content, self.width)
    }
}
