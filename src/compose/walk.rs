//! Going through all inline content of a tree to change it.

use crate::tree::{Block, Inline, Signature};

/// Calls `change` for each run of inline content, in reading order.
pub fn each_content(blocks: &mut [Block], change: &mut impl FnMut(&mut Vec<Inline>)) {
    for block in blocks {
        match block {
            Block::Heading(heading) => change(&mut heading.content),
            Block::Paragraph { content } => change(content),
            Block::List(list) => list.items.iter_mut().for_each(|item| each_content(&mut item.content, change)),
            Block::Clauses { clauses } => {
                clauses.iter_mut().for_each(|clause| each_content(&mut clause.content, change));
            }
            Block::Table(table) => {
                table.header.iter_mut().chain(table.rows.iter_mut().flatten()).for_each(&mut *change);
            }
            Block::Aside { content, .. } => each_content(content, change),
            Block::Signatures { signatures } => {
                signatures.iter_mut().flat_map(parts).for_each(&mut *change);
            }
            Block::Figure(figure) => change(&mut figure.caption),
            Block::Form { .. } | Block::WritingSpace { .. } | Block::PageBreak => {}
        }
    }
}

fn parts(signature: &mut Signature) -> [&mut Vec<Inline>; 5] {
    [&mut signature.party, &mut signature.name, &mut signature.role, &mut signature.place, &mut signature.date]
}
