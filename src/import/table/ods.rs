//! Whether a document of OpenDocument is whole, and how large its sheets become: a few bytes can say “this cell, a million
//! times”.

use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::workbook::{damaged, too_large};
use super::{MAX_CELLS, MAX_COLUMNS, MAX_ROWS, TableError, too_many_columns, too_many_rows};

/// Refuses a document of which a sheet has cells beyond the limits, and one that breaks off, in which calamine would look
/// for the end for ever. Repeated cells without a value, with which LibreOffice fills a sheet to its edge, do not count.
pub(super) fn check(archive: &mut ZipArchive<Cursor<&[u8]>>) -> Result<(), TableError> {
    let mut xml = String::new();
    let mut content = archive.by_name("content.xml").map_err(|_| damaged())?;
    content.read_to_string(&mut xml).map_err(|_| damaged())?;
    let mut reader = Reader::from_str(&xml);
    let (mut row, mut column, mut height, mut filled) = (0_usize, 0_usize, 1_usize, false);
    let (mut widest, mut open) = (0, 0_usize);
    loop {
        let event = reader.read_event().map_err(|_| damaged())?;
        match &event {
            Event::Start(_) => open += 1,
            Event::End(_) => open = open.saturating_sub(1),
            _ => {}
        }
        match event {
            Event::Eof if open > 0 => return Err(damaged()),
            Event::Eof => return Ok(()),
            Event::Start(tag) | Event::Empty(tag) => match tag.name().as_ref() {
                "table:table" => (row, widest) = (0, 0),
                "table:table-row" => {
                    height = repeats(&tag, "table:number-rows-repeated");
                    (column, filled) = (0, false);
                }
                "table:table-cell" | "table:covered-table-cell" => {
                    column = column.saturating_add(repeats(&tag, "table:number-columns-repeated"));
                    let value = tag.attributes().flatten().any(|one| one.key.as_ref().starts_with("office:"));
                    if value {
                        filled = true;
                        widest = widest.max(column);
                    }
                }
                _ => {}
            },
            Event::End(tag) if tag.name().as_ref() == "table:table-row" => {
                row = row.saturating_add(height);
                if filled && row > MAX_ROWS + 1 {
                    return Err(too_many_rows());
                }
                if widest > MAX_COLUMNS {
                    return Err(too_many_columns());
                }
                if filled && row.saturating_mul(widest) > MAX_CELLS {
                    return Err(too_large());
                }
            }
            _ => {}
        }
    }
}

fn repeats(tag: &BytesStart<'_>, name: &str) -> usize {
    let value = tag.attributes().flatten().find(|one| one.key.as_ref() == name);
    value.and_then(|one| one.value.parse().ok()).unwrap_or(1)
}
