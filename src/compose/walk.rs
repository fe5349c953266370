//! Going through all inline content of a tree to change it.

use crate::tree::{Block, Inline, Signature};

/// How much room a run of inline content has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Room {
    Line,
    /// A cell of a table, which may be narrow.
    Cell,
}

/// Calls `change` for each run of inline content, in reading order.
pub fn each_content(blocks: &mut [Block], change: &mut impl FnMut(&mut Vec<Inline>, Room)) {
    for block in blocks {
        match block {
            Block::Heading(heading) => change(&mut heading.content, Room::Line),
            Block::Paragraph { content } => change(content, Room::Line),
            Block::List(list) => list.items.iter_mut().for_each(|item| each_content(&mut item.content, change)),
            Block::Clauses { clauses } => {
                clauses.iter_mut().for_each(|clause| each_content(&mut clause.content, change));
            }
            Block::Table(table) => {
                let cells = table.header.iter_mut().chain(table.rows.iter_mut().flatten());
                cells.for_each(|cell| change(cell, Room::Cell));
            }
            Block::Aside { content, .. } => each_content(content, change),
            Block::Signatures { signatures } => {
                signatures.iter_mut().flat_map(parts).for_each(|part| change(part, Room::Line));
            }
            Block::Figure(figure) => change(&mut figure.caption, Room::Line),
            Block::Form { .. } | Block::WritingSpace { .. } | Block::PageBreak => {}
        }
    }
}

fn parts(signature: &mut Signature) -> [&mut Vec<Inline>; 5] {
    [&mut signature.party, &mut signature.name, &mut signature.role, &mut signature.place, &mut signature.date]
}
