//! Markdown: plain text that every Markdown reader takes the same way.

mod escape;
mod inline;
mod table;

use self::inline::{Place, inline};
use super::letters::letters;
use super::words;
use crate::tree::{
    Block, Clause, DRAFT, Document, Field, FieldInput, Figure, Heading, Inline, Item, List, ListKind, Meta, Signature,
};

/// A line to write on, in source and on paper: readers make it a rule.
const WRITING_LINE: &str = "________________________________________";
/// A line to write on behind a label.
const DOTS: &str = "……………………………………";

/// CommonMark, with the tables of GitHub.
pub fn render(document: &Document) -> String {
    let mut lines = title_block(&document.meta);
    append(&mut lines, blocks(&document.body));
    let mut markdown = String::new();
    for line in lines {
        markdown.push_str(line.trim_end_matches(' '));
        markdown.push('\n');
    }
    markdown
}

fn title_block(meta: &Meta) -> Vec<String> {
    let text = |text: &str| vec![Inline::Text { text: text.to_owned() }];
    let mut lines = vec![format!("# {}", inline(&text(&meta.title), Place::Heading))];
    if meta.draft {
        append(&mut lines, vec![format!("**{DRAFT}**")]);
    }
    append(&mut lines, paragraph(&[Inline::Emphasis { content: text(&meta.subtitle) }]));
    lines
}

/// Adds a block's lines, with an empty line before them.
fn append(lines: &mut Vec<String>, block: Vec<String>) {
    if block.is_empty() {
        return;
    }
    if !lines.is_empty() {
        lines.push(String::new());
    }
    lines.extend(block);
}

fn blocks(blocks: &[Block]) -> Vec<String> {
    let mut lines = Vec::new();
    // Two lists in a row would be read as one, unless their signs differ.
    let mut list_before = None;
    for block in blocks {
        let (block_lines, list) = match block {
            Block::List(items) => {
                let counted = items.kind == ListKind::Ordered;
                let other_sign = list_before == Some((counted, false));
                (list(items, other_sign), Some((counted, other_sign)))
            }
            _ => (other_block(block), list_at_end(block)),
        };
        if !block_lines.is_empty() {
            list_before = list;
        }
        append(&mut lines, block_lines);
    }
    lines
}

/// The sign of the list that a block ends with, if it does so without standing in a list itself.
fn list_at_end(block: &Block) -> Option<(bool, bool)> {
    match block {
        Block::Signatures { .. } => Some((false, false)),
        Block::Form { fields } => {
            fields.last().filter(|field| matches!(field.input, FieldInput::Choices(_))).map(|_| (false, false))
        }
        Block::Clauses { clauses } => match clauses.last()?.content.last()? {
            Block::List(list) => Some((list.kind == ListKind::Ordered, false)),
            block => list_at_end(block),
        },
        _ => None,
    }
}

fn other_block(block: &Block) -> Vec<String> {
    match block {
        Block::Heading(heading) => self::heading(heading),
        Block::Paragraph { content } => paragraph(content),
        Block::List(items) => list(items, false),
        Block::Clauses { clauses } => self::clauses(clauses),
        Block::Table(table) => table::lines(table),
        Block::Aside { content, .. } => prefixed("> ", "> ", blocks(content)),
        Block::Signatures { signatures } => self::signatures(signatures),
        Block::Figure(figure) => self::figure(figure),
        Block::Form { fields } => form(fields),
        Block::WritingSpace { lines } => writing_space(*lines),
        // Markdown has no pages.
        Block::PageBreak => Vec::new(),
    }
}

fn heading(heading: &Heading) -> Vec<String> {
    let mut content = Vec::new();
    if let Some(number) = &heading.number {
        content.push(Inline::Text { text: format!("{} {} ", number.label, number.number) });
    }
    content.extend(heading.content.iter().cloned());
    let marks = "#".repeat(usize::from(heading.level.clamp(1, 5)) + 1);
    vec![format!("{marks} {}", inline(&content, Place::Heading))]
}

fn paragraph(content: &[Inline]) -> Vec<String> {
    inline(content, Place::Paragraph).lines().map(str::to_owned).collect()
}

/// Blocks of which the first paragraph begins with something of ours, such as the number of a clause.
fn labelled(label: &str, content: &[Block]) -> Vec<String> {
    let (first, rest) = match content {
        [Block::Paragraph { content }, rest @ ..] => (inline(content, Place::Continued), rest),
        _ => (String::new(), content),
    };
    let mut lines: Vec<String> = format!("{label} {first}").lines().map(str::to_owned).collect();
    append(&mut lines, blocks(rest));
    lines
}

fn clauses(clauses: &[Clause]) -> Vec<String> {
    let mut lines = Vec::new();
    for clause in clauses {
        append(&mut lines, labelled(&format!("**{}.{}**", clause.article, clause.number), &clause.content));
    }
    lines
}

fn list(list: &List, other_sign: bool) -> Vec<String> {
    let tight = list.items.iter().all(|item| matches!(item.content.as_slice(), [Block::Paragraph { .. }]));
    let mut lines = Vec::new();
    for (place, item) in list.items.iter().enumerate() {
        let sign = match (list.kind, other_sign) {
            (ListKind::Ordered, false) => format!("{}. ", place + 1),
            (ListKind::Ordered, true) => format!("{}) ", place + 1),
            (_, false) => "- ".to_owned(),
            (_, true) => "* ".to_owned(),
        };
        let mut item_lines = prefixed(&sign, &" ".repeat(sign.len()), item_content(list.kind, place, item));
        match item_lines.first_mut() {
            None => item_lines.push(sign),
            // Lists in lists of which the innermost begins with nothing: Markdown would take their signs for a rule.
            Some(first) if is_rule(first) => first.push('\u{a0}'),
            Some(_) => {}
        }
        match tight {
            true => lines.extend(item_lines),
            false => append(&mut lines, item_lines),
        }
    }
    lines
}

/// Whether this line is a rule to Markdown: three or more of one sign, and nothing else.
fn is_rule(line: &str) -> bool {
    ['-', '*'].iter().any(|sign| {
        let signs = line.chars().filter(|letter| letter == sign).count();
        signs >= 3 && line.chars().all(|letter| letter == *sign || letter == ' ')
    })
}

/// Markdown has no lettered lists: the letter is written, so that what refers to it stays right.
fn item_content(kind: ListKind, place: usize, item: &Item) -> Vec<String> {
    match kind {
        ListKind::Lettered => labelled(&format!("{}.", letters(place)), &item.content),
        ListKind::Checklist => checkbox(&item.content),
        ListKind::Bullet | ListKind::Ordered => blocks(&item.content),
    }
}

/// A box with nothing behind it is an empty item to some readers, and then what stands below it is code.
fn checkbox(content: &[Block]) -> Vec<String> {
    let mut lines = labelled("[ ]", content);
    if let [first, _, ..] = lines.as_mut_slice()
        && first.trim_end() == "[ ]"
    {
        first.push('\u{a0}');
    }
    lines
}

fn prefixed(first: &str, rest: &str, lines: Vec<String>) -> Vec<String> {
    let prefix = |index: usize| if index == 0 { first } else { rest };
    lines.iter().enumerate().map(|(index, line)| format!("{}{line}", prefix(index))).collect()
}

/// One file has no room for a drawing: what it shows stands there in words.
fn figure(figure: &Figure) -> Vec<String> {
    let shows = Inline::Text { text: format!("{}: {}", words::DRAWING, figure.alternative) };
    let mut lines = paragraph(&[Inline::Emphasis { content: vec![shows] }]);
    append(&mut lines, paragraph(&figure.caption));
    prefixed("> ", "> ", lines)
}

fn writing_space(lines: u8) -> Vec<String> {
    let mut rules = Vec::new();
    (0..lines).for_each(|_| append(&mut rules, vec![WRITING_LINE.to_owned()]));
    rules
}

/// A label with a line behind it, with rules below it, or with the boxes to tick in a list below it.
fn form(fields: &[Field]) -> Vec<String> {
    let mut lines = Vec::new();
    for field in fields {
        let label = [Inline::Strong { content: vec![Inline::Text { text: field.label.clone() }] }];
        match &field.input {
            FieldInput::Lines(1) => {
                let line = format!("{} {DOTS}", inline(&label, Place::Paragraph));
                append(&mut lines, vec![line.trim_start().to_owned()]);
            }
            FieldInput::Lines(count) => {
                append(&mut lines, paragraph(&label));
                append(&mut lines, writing_space(*count));
            }
            FieldInput::Choices(choices) => {
                append(&mut lines, paragraph(&label));
                let text = |choice: &String| inline(&[Inline::Text { text: choice.clone() }], Place::Continued);
                append(&mut lines, choices.iter().map(|choice| format!("- [ ] {}", text(choice))).collect());
            }
        }
    }
    lines
}

fn signatures(signatures: &[Signature]) -> Vec<String> {
    let mut lines = Vec::new();
    for signature in signatures {
        append(&mut lines, paragraph(&[Inline::Strong { content: signature.party.clone() }]));
        let fields = [
            (words::NAME, &signature.name),
            (words::ROLE, &signature.role),
            (words::PLACE, &signature.place),
            (words::DATE, &signature.date),
            (words::SIGNATURE, &Vec::new()),
        ];
        let fields = fields.map(|(label, value)| match inline(value, Place::Continued) {
            value if value.is_empty() => vec![format!("- {label}: {DOTS}")],
            value => prefixed("- ", "  ", format!("{label}: {value}").lines().map(str::to_owned).collect()),
        });
        append(&mut lines, fields.concat());
    }
    lines
}
