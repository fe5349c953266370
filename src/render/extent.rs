//! About how much room text takes, and which rows of a table belong together: what decides where a page may end.

use serde::Serialize;

use crate::tree::{Block, FieldInput, Inline, plain_text};

/// What a row of a table is there for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum RowRole {
    /// To be read.
    Plain,
    /// It heads the rows below it: nothing but a first cell in bold, above a row with more.
    Heads,
    /// To be written in by hand, such as a name with room for a signature: nothing stands beside its first cell.
    Writing,
}

/// The role of each row of a table.
pub fn row_roles(rows: &[Vec<Vec<Inline>>]) -> Vec<RowRole> {
    let is_filled = |cell: &Vec<Inline>| !plain_text(cell).trim().is_empty();
    let filled = |row: &Vec<Vec<Inline>>| row.iter().filter(|cell| is_filled(cell)).count();
    let bold = |row: &Vec<Vec<Inline>>| matches!(row.first().map(Vec::as_slice), Some([Inline::Strong { .. }]));
    let next = rows.iter().skip(1).map(filled).chain([0]);
    let role = |(row, next): (&Vec<Vec<Inline>>, usize)| match filled(row) {
        1 if bold(row) && next > 1 => RowRole::Heads,
        0 => RowRole::Writing,
        1 if row.len() > 1 && row.first().is_some_and(is_filled) => RowRole::Writing,
        _ => RowRole::Plain,
    };
    rows.iter().zip(next).map(role).collect()
}

/// About how many characters of room a text takes.
pub fn inline_length(content: &[Inline]) -> usize {
    // A forced break may leave most of a line empty.
    let breaks = content.iter().filter(|inline| matches!(inline, Inline::Break)).count();
    plain_text(content).chars().count() + breaks * 40
}

/// About how many lines so many characters take in a part of the width of a page.
pub fn lines_of(length: usize, share: f64) -> f64 {
    length as f64 / (70.0 * share).max(4.0)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_with_nothing_beside_its_first_cell_is_there_to_write_in() {
        let text = |text: &str| vec![Inline::Text { text: text.into() }];
        let bold = |words: &str| vec![Inline::Strong { content: text(words) }];
        let row = |cells: &[&str]| cells.iter().map(|cell| if cell.is_empty() { vec![] } else { text(cell) }).collect();
        let rows: Vec<Vec<Vec<Inline>>> = vec![
            vec![bold("Wie er zijn"), vec![], vec![]],
            row(&["J. Bos", "De Brug", ""]),
            row(&["M. Smit", "", " "]),
            row(&["", "", ""]),
            row(&["", "De Brug", ""]),
            vec![bold("Handtekening"), vec![], vec![]],
        ];
        use RowRole::{Heads, Plain, Writing};
        assert_eq!(row_roles(&rows), [Heads, Plain, Writing, Writing, Plain, Writing]);
        assert_eq!(row_roles(&[row(&["Alleen deze"])]), [Plain]);
    }
}
