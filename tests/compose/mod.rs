//! From template to document tree.

mod each;
mod errors;
mod language;
mod literal;

use serde_json::Value;
use wep::compose::{ComposeError, Template, compose};
use wep::tree::{Block, Document, Inline, Meta, plain_text};

fn composed(text: &str, view: &Value) -> Result<Document, ComposeError> {
    compose(&Template { name: "proef", text }, &[], view.clone(), Meta::default())
}

/// The body of a template that must be good.
fn body(text: &str, view: Value) -> Vec<Block> {
    match composed(text, &view) {
        Ok(document) => document.body,
        Err(error) => panic!("{error}; {}\n{text}", error.help),
    }
}

/// The outline of blocks, one a line, two spaces deeper for each level.
fn outline(blocks: &[Block]) -> String {
    let mut lines = Vec::new();
    blocks.iter().for_each(|block| draw(block, 0, &mut lines));
    lines.join("\n")
}

fn draw(block: &Block, depth: usize, lines: &mut Vec<String>) {
    let mut line = |depth: usize, text: String| lines.push(format!("{}{text}", "  ".repeat(depth)));
    match block {
        Block::Heading(heading) => {
            let number = heading.number.as_ref().map(|number| format!("{} {} ", number.label, number.number));
            line(
                depth,
                format!(
                    "{} {}{}",
                    "#".repeat(heading.level.into()),
                    number.unwrap_or_default(),
                    shown(&heading.content)
                ),
            );
        }
        Block::Paragraph { content } => line(depth, shown(content)),
        Block::List(list) => {
            line(depth, format!("{:?}", list.kind));
            list.items.iter().flat_map(|item| &item.content).for_each(|block| draw(block, depth + 1, lines));
        }
        Block::Clauses { clauses } => {
            for clause in clauses {
                lines.push(format!("{}{}.{}", "  ".repeat(depth), clause.article, clause.number));
                clause.content.iter().for_each(|block| draw(block, depth + 1, lines));
            }
        }
        Block::Table(table) => {
            let columns: Vec<String> =
                table.columns.iter().map(|column| format!("{:?}{}", column.align, column.width)).collect();
            line(depth, format!("Table {}{}", columns.join(" "), if table.row_headers { " rijkop" } else { "" }));
            for row in std::iter::once(&table.header).chain(&table.rows) {
                line(depth + 1, row.iter().map(|cell| shown(cell)).collect::<Vec<_>>().join(" | "));
            }
        }
        Block::Aside { kind, content } => {
            line(depth, format!("{kind:?}"));
            content.iter().for_each(|block| draw(block, depth + 1, lines));
        }
        Block::Signatures { signatures } => {
            for one in signatures {
                let parts = [&one.party, &one.name, &one.role, &one.place, &one.date].map(|part| shown(part));
                line(depth, format!("Signature {}", parts.join(" / ")));
            }
        }
        Block::Figure(figure) => {
            line(depth, format!("Figure {} [{}]", figure.alternative, figure.drawing.shapes.len()));
            if !figure.caption.is_empty() {
                line(depth + 1, shown(&figure.caption));
            }
        }
        Block::Form { fields } => {
            for field in fields {
                line(depth, format!("Field {} {:?}", field.label, field.input));
            }
        }
        Block::WritingSpace { lines } => line(depth, format!("WritingSpace {lines}")),
        Block::PageBreak => line(depth, "PageBreak".to_owned()),
    }
}

/// Inline content with its nodes to be seen: `*strong*`, `_emphasis_`, `<url text>`, `{#anchor number}`, `⏎`.
fn shown(content: &[Inline]) -> String {
    let one = |inline: &Inline| match inline {
        Inline::Text { text } => text.replace('\u{a0}', "~"),
        Inline::Strong { content } => format!("*{}*", shown(content)),
        Inline::Emphasis { content } => format!("_{}_", shown(content)),
        Inline::Link { url, content } => format!("<{url} {}>", shown(content)),
        Inline::Reference { anchor, number } => format!("{{#{anchor} {number}}}"),
        Inline::Gap { .. } => plain_text(std::slice::from_ref(inline)),
        Inline::Break => "⏎".to_owned(),
    };
    content.iter().map(one).collect()
}
