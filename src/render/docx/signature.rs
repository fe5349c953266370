//! The block that one party signs.

use super::format::{ParagraphFormat, RunFormat};
use super::inline::{Inlines, run};
use super::table::{Grid, Room, form_cell, row};
use super::xml::Element;
use crate::render::words;
use crate::tree::{Inline, Signature};

const LABEL_WIDTH: u32 = 1701;
const WIDTH: u32 = 7087;
const LINE_HEIGHT: u32 = 454;
/// Room for a hand.
const SIGNATURE_HEIGHT: u32 = 1021;

/// Labels on the left, what is known or a line to write on on the right; never torn over two pages.
pub fn table(signature: &Signature, room: Room, inlines: &mut Inlines<'_>) -> Element {
    let fields: [(&str, &[Inline], u32); 5] = [
        (words::NAME, &signature.name, LINE_HEIGHT),
        (words::ROLE, &signature.role, LINE_HEIGHT),
        (words::PLACE, &signature.place, LINE_HEIGHT),
        (words::DATE, &signature.date, LINE_HEIGHT),
        (words::SIGNATURE, &[], SIGNATURE_HEIGHT),
    ];
    let width = room.width.min(WIDTH);
    let label_width = LABEL_WIDTH.min(width / 2);
    let rows = fields.iter().enumerate().map(|(index, (label, value, height))| {
        let keep_next = index + 1 < fields.len();
        let format = ParagraphFormat { keep_next, ..ParagraphFormat::of("Ondertekentekst") };
        let label: Vec<Element> = run(label, RunFormat::default()).into_iter().collect();
        let value = inlines.runs(value, RunFormat::default());
        let label = form_cell(label_width, false, &format, label);
        let value = form_cell(width - label_width, true, &format, value);
        row(Some(*height), false, vec![label, value])
    });
    Grid {
        style: "Ondertekening",
        first_row: false,
        first_column: true,
        indent: room.indent,
        rows: rows.collect(),
        columns: vec![label_width, width - label_width],
    }
    .element()
}
