//! Tables, and the blocks to sign that are written as one.

use super::error::Fault;
use crate::tree::{Align, Block, Column, Inline, Signature, Table, plain_text};

/// The columns of a table of signatures.
const SIGNATURE: [&str; 5] = ["Partij", "Naam", "Functie", "Plaats", "Datum"];

/// Up to how many characters a column gets which width; wider ones get 6.
const WIDTHS: [(usize, u16); 5] = [(2, 1), (10, 2), (18, 3), (32, 4), (52, 5)];
const WIDEST: u16 = 6;

/// A table as Markdown has it.
pub struct Plain {
    pub aligns: Vec<Align>,
    pub header: Vec<Vec<Inline>>,
    pub rows: Vec<Vec<Vec<Inline>>>,
}

impl Plain {
    /// The table with the given widths, or else with widths by its longest texts.
    pub fn into_table(self, widths: Option<&[u16]>, row_headers: bool) -> Result<Table, Fault> {
        let count = self.header.len();
        let widths = match widths {
            Some(widths) if widths.len() != count => {
                return Err(Fault::new(format!(
                    "‘breedte’ geeft {} getallen, maar de tabel heeft {count} kolommen",
                    widths.len()
                ))
                .help("geef één getal voor elke kolom"));
            }
            Some(widths) => widths.to_vec(),
            None => (0..count).map(|column| self.natural_width(column)).collect(),
        };
        let columns = self.aligns.iter().zip(widths).map(|(align, width)| Column { align: *align, width }).collect();
        Ok(Table { columns, header: self.header, rows: self.rows, row_headers })
    }

    fn natural_width(&self, column: usize) -> u16 {
        let cells = std::iter::once(&self.header).chain(&self.rows).filter_map(|row| row.get(column));
        let longest = cells.map(|cell| plain_text(cell).chars().count()).max().unwrap_or(0);
        WIDTHS.iter().find(|(most, _)| longest <= *most).map_or(WIDEST, |(_, width)| *width)
    }

    /// The blocks to sign: one for each row.
    pub fn into_signatures(self) -> Result<Block, Fault> {
        let names: Vec<String> = self.header.iter().map(|cell| plain_text(cell)).collect();
        if names != SIGNATURE {
            return Err(Fault::new("de tabel in ‘::: ondertekening’ heeft andere kolommen dan afgesproken")
                .help(format!("schrijf de kop als ‘| {} |’", SIGNATURE.join(" | "))));
        }
        let signatures = self.rows.into_iter().filter_map(|row| {
            let [party, name, role, place, date] = <[Vec<Inline>; 5]>::try_from(row).ok()?;
            Some(Signature { party, name, role, place, date })
        });
        Ok(Block::Signatures { signatures: signatures.collect() })
    }
}

/// How many cells a row of Markdown has: what the parser leaves out or adds without a word.
pub fn count_cells(row: &str) -> usize {
    let row = row.trim();
    let row = row.strip_prefix('|').unwrap_or(row);
    let mut cells = 1;
    let mut escaped = false;
    let mut ends_in_bar = false;
    for character in row.chars() {
        ends_in_bar = character == '|' && !escaped;
        cells += usize::from(ends_in_bar);
        escaped = character == '\\' && !escaped;
    }
    cells - usize::from(ends_in_bar)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_the_cells_of_a_row() {
        for (row, cells) in [("| a | b |", 2), ("a | b", 2), ("| a \\| b |", 1), ("| a | |", 2), ("|  |", 1)] {
            assert_eq!(count_cells(row), cells, "{row}");
        }
    }

    #[test]
    fn a_column_is_as_wide_as_its_longest_text_asks() {
        let cell = |length: usize| vec![Inline::Text { text: "x".repeat(length) }];
        let plain = Plain {
            aligns: vec![Align::Left; 3],
            header: vec![cell(1), cell(5), cell(9)],
            rows: vec![vec![cell(2), cell(30), cell(90)]],
        };
        let table = plain.into_table(None, false).map(|table| table.columns);
        assert_eq!(table.map(|columns| columns.iter().map(|column| column.width).collect()), Ok(vec![1, 4, 6]));
    }
}
