//! Reading the tree: its text without any markup, in reading order.

use super::{Block, Inline};

/// The text of inline content, a space for every forced break.
pub fn plain_text(content: &[Inline]) -> String {
    let mut text = String::new();
    collect(content, &mut text);
    text
}

/// What a gap shows: readable also where its colour is lost.
pub fn gap_text(missing: &str) -> String {
    format!("[nog invullen: {missing}]")
}

fn collect(content: &[Inline], text: &mut String) {
    for inline in content {
        match inline {
            Inline::Text { text: literal } => text.push_str(literal),
            Inline::Gap { text: missing } => text.push_str(&gap_text(missing)),
            Inline::Strong { content } | Inline::Emphasis { content } | Inline::Link { content, .. } => {
                collect(content, text);
            }
            Inline::Reference { number, .. } => text.push_str(&number.to_string()),
            Inline::Break => text.push(' '),
        }
    }
}

impl Block {
    /// Calls `visit` for this block and for every block inside it, in reading order.
    pub fn visit<'a>(&'a self, visit: &mut impl FnMut(&'a Block)) {
        visit(self);
        match self {
            Block::List(list) => list.items.iter().flat_map(|item| &item.content).for_each(|block| block.visit(visit)),
            Block::Clauses { clauses } => {
                clauses.iter().flat_map(|clause| &clause.content).for_each(|block| block.visit(visit));
            }
            Block::Aside { content, .. } => content.iter().for_each(|block| block.visit(visit)),
            _ => {}
        }
    }
}
