//! About how much room text takes, and which rows of a table belong together: what decides where a page may end.

use crate::tree::{Block, FieldInput, Inline, plain_text};

/// For each row of a table whether it heads the rows below it: nothing but a first cell in bold, above a row with more.
pub fn groups(rows: &[Vec<Vec<Inline>>]) -> Vec<bool> {
    let filled = |row: &Vec<Vec<Inline>>| row.iter().filter(|cell| !plain_text(cell).trim().is_empty()).count();
    let bold = |row: &Vec<Vec<Inline>>| matches!(row.first().map(Vec::as_slice), Some([Inline::Strong { .. }]));
    let next = rows.iter().skip(1).map(filled).chain([0]);
    rows.iter().zip(next).map(|(row, next)| bold(row) && filled(row) == 1 && next > 1).collect()
}

/// About how many characters of room a text takes.
pub fn inline_length(content: &[Inline]) -> usize {
    // A forced break may leave most of a line empty.
    let breaks = content.iter().filter(|inline| matches!(inline, Inline::Break)).count();
    plain_text(content).chars().count() + breaks * 40
}

/// About how many characters of room the blocks take.
pub fn length_of(blocks: &[Block]) -> usize {
    let mut length = 0;
    for block in blocks {
        block.visit(&mut |block| {
            length += 70
                + match block {
                    Block::Paragraph { content } => inline_length(content),
                    Block::Heading(heading) => inline_length(&heading.content),
                    Block::Table(table) => table.rows.iter().flatten().map(|cell| 70 + inline_length(cell)).sum(),
                    Block::WritingSpace { lines } => usize::from(*lines) * 140,
                    Block::Form { fields } => fields
                        .iter()
                        .map(|field| match &field.input {
                            FieldInput::Lines(lines) => usize::from(*lines) * 140,
                            FieldInput::Choices(choices) => choices.iter().map(|choice| 10 + choice.len()).sum(),
                        })
                        .sum(),
                    // Too big to be kept whole on purpose.
                    Block::Signatures { .. } | Block::Figure(_) => 2000,
                    _ => 0,
                };
        });
    }
    length
}
