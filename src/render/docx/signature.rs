//! The blocks that parties sign: two beside each other, each never torn over two pages.

use super::format::{ParagraphFormat, RunFormat};
use super::inline::{Inlines, run};
use super::table::{About, Grid, Room, block_cell, form_cell, row};
use super::xml::Element;
use crate::render::words;
use crate::tree::{Inline, Signature, plain_text};

const LABEL_WIDTH: u32 = 1474;
const LINE_HEIGHT: u32 = 397;
/// Room for a hand.
const SIGNATURE_HEIGHT: u32 = 964;
/// Between two blocks beside each other.
const GUTTER: u32 = 454;
/// Blocks beside each other.
const BESIDE: usize = 2;

/// All blocks, in rows of two. A block is a table inside a cell, so that it reads party by party.
pub fn table(signatures: &[Signature], title: &str, room: Room, inlines: &mut Inlines<'_>) -> Option<Element> {
    let width = room.width / BESIDE as u32;
    let rows = signatures.chunks(BESIDE).map(|beside| {
        let mut cells: Vec<Element> =
            beside.iter().map(|signature| block_cell(width, block(signature, width - GUTTER, inlines))).collect();
        cells.resize_with(BESIDE, || block_cell(width, vec![separator()]));
        row(None, false, cells)
    });
    let rows: Vec<Element> = rows.collect();
    let grid = Grid {
        about: About::new(title, words::SIGNATURES),
        style: "Ondertekening",
        first_row: false,
        first_column: false,
        indent: room.indent,
        rows,
        columns: vec![width; BESIDE],
    };
    (!signatures.is_empty()).then(|| grid.element())
}

/// The party, then labels on the left with what is known, or a line to write on, on the right.
fn block(signature: &Signature, width: u32, inlines: &mut Inlines<'_>) -> Vec<Element> {
    let party = inlines.runs(&signature.party, RunFormat::default());
    let party = Element::new("w:p").children(ParagraphFormat::of("Partij").element()).children(party);
    let fields: [(&str, &[Inline], u32); 5] = [
        (words::NAME, &signature.name, LINE_HEIGHT),
        (words::ROLE, &signature.role, LINE_HEIGHT),
        (words::PLACE, &signature.place, LINE_HEIGHT),
        (words::DATE, &signature.date, LINE_HEIGHT),
        (words::SIGNATURE, &[], SIGNATURE_HEIGHT),
    ];
    let label_width = LABEL_WIDTH.min(width / 2);
    let format = ParagraphFormat::of("Ondertekentekst");
    let rows = fields.iter().map(|(label, value, height)| {
        let label: Vec<Element> = run(label, RunFormat::default()).into_iter().collect();
        let value = inlines.runs(value, RunFormat::default());
        let label = form_cell(label_width, false, &format, label);
        let value = form_cell(width - label_width, true, &format, value);
        row(Some(*height), false, vec![label, value])
    });
    let form = Grid {
        about: About::new(&plain_text(&signature.party), words::FORM),
        style: "Ondertekening",
        first_row: false,
        first_column: true,
        indent: 0,
        rows: rows.collect(),
        columns: vec![label_width, width - label_width],
    };
    // Word wants a paragraph at the end of every cell.
    vec![party, form.element(), separator()]
}

fn separator() -> Element {
    Element::new("w:p").children(ParagraphFormat::of("Tabelscheiding").element())
}
