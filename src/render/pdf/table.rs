//! What is known of a table before it is set: whether its words fit their columns.

use crate::drawing::text_width;
use crate::render::theme;
use crate::tree::{Face, Inline, Table, plain_text};

/// What a cell leaves free on both sides, in points.
const CELL_MARGINS: f64 = 12.0;

/// Whether no word of a table of so many columns is wider than its column, so that none has to be broken.
pub fn words_fit(table: &Table, columns: usize, face: Face) -> bool {
    let share = |at: usize| f64::from(table.columns.get(at).map_or(1, |column| column.width.max(1)));
    let total: f64 = (0..columns).map(share).sum();
    let size = f64::from(theme::BODY_SIZE) * widening(face);
    let fits = |at: usize, cell: &Vec<Inline>, heads: bool| {
        let room = f64::from(theme::WIDTH * theme::POINTS_PER_MILLIMETRE) * share(at) / total - CELL_MARGINS;
        let bold = heads || cell.iter().any(|inline| matches!(inline, Inline::Strong { .. }));
        let text = plain_text(cell);
        let mut words = text.split(|letter: char| letter.is_whitespace() && letter != '\u{a0}');
        words.all(|word| text_width(word, size, bold) <= room)
    };
    let heads = |at: usize| at == 0 && table.row_headers;
    table.header.iter().enumerate().all(|(at, cell)| fits(at, cell, true))
        && table.rows.iter().all(|row| row.iter().enumerate().all(|(at, cell)| fits(at, cell, heads(at))))
}

/// How much wider a face is than the one that is measured, at most.
fn widening(face: Face) -> f64 {
    match face {
        Face::Carlito => 1.0,
        Face::LiberationSans => 1.2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tree::{Align, Column};

    fn table(word: &str, widths: [u8; 2]) -> Table {
        let cell = |text: &str| vec![Inline::Text { text: text.to_owned() }];
        let column = |width: u8| Column { align: Align::Left, width: width.into() };
        let rows = vec![vec![cell("kort"), cell(word)]];
        Table { columns: widths.map(column).to_vec(), header: Vec::new(), rows, row_headers: false }
    }

    #[test]
    fn a_word_fits_or_is_wider_than_its_column() {
        let long = "samenwerkingsovereenkomst";
        assert!(words_fit(&table(long, [1, 1]), 2, Face::Carlito));
        assert!(!words_fit(&table(long, [9, 1]), 2, Face::Carlito));
        assert!(words_fit(&table("kort en nog korter", [9, 1]), 2, Face::Carlito));
        assert!(
            !words_fit(&table("kort\u{a0}en\u{a0}nog\u{a0}korter", [9, 1]), 2, Face::Carlito),
            "tied words are one"
        );
    }

    #[test]
    fn a_wider_face_needs_more_room() {
        let word = "vriendelijkheid";
        let fits = |face| (1..20).find(|width| words_fit(&table(word, [20, *width]), 2, face));
        assert!(fits(Face::Carlito) < fits(Face::LiberationSans));
    }
}
