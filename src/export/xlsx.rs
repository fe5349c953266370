//! XLSX: a sheet with all organisations, one per wijk, one of contact persons, one of the offer.
//!
//! Every text is written as text, so that a spreadsheet runs none of it, and what looks like a formula keeps a quote
//! prefix, so that it stays text when someone edits the cell. Telephone, KvK and postcode are text too.

use std::collections::BTreeSet;

use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Url, Workbook, Worksheet, XlsxError,
};

use super::table::{self, Cell, Table};
use super::{Export, ExportError, File, facts};
use crate::colour::Rgb;
use crate::document;
use crate::model::Project;
use crate::render::theme::Palette;
use crate::render::xlsx::released;
use crate::tree::workbook::could_run;

pub const FILE: &str = "organisaties.xlsx";

/// Limits of Excel, in UTF-16 code units.
const LONGEST_TEXT: usize = 32_767;
const LONGEST_URL: usize = 2_079;
const LONGEST_NAME: usize = 31;
/// Excel opens no worksheet with more hyperlinks; with two a row this leaves room.
const MOST_ROWS_WITH_LINKS: usize = 30_000;
/// Widths in characters.
const NARROWEST: u16 = 10;
const WIDEST: u16 = 44;
/// What fits across a sheet of A4 on its side, in letters that can be read.
const WIDTH_OF_PAGE: u16 = 170;
/// Heights in points; Excel knows no higher row.
const LINE: f64 = 14.5;
const HIGHEST: f64 = 409.0;

/// One workbook; the same bytes each run, because the time of its making is fixed.
pub fn export(project: &Project) -> Result<Export, ExportError> {
    let bytes = workbook(project)?;
    Ok(Export { files: vec![File { name: FILE, bytes }], remarks: Vec::new() })
}

fn workbook(project: &Project) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let properties = DocProperties::new()
        .set_title(facts::title(project))
        .set_author(facts::author(project))
        .set_creation_datetime(&released()?);
    workbook.set_properties(&properties);

    let palette = &Palette::of(&document::theme(project));
    let fixed = [table::organisaties(project), table::contactpersonen(project), table::aanbod(project)];
    let mut names = Names::default();
    for table in &fixed {
        names.take(&table.name);
    }
    let [all, contacts, offers] = fixed;
    add(&mut workbook, &all, &all.name, palette)?;
    for wijk in &project.wep.wijken {
        let table = table::wijk(project, wijk);
        let name = names.unique(&table.name);
        add(&mut workbook, &table, &name, palette)?;
    }
    add(&mut workbook, &contacts, &contacts.name, palette)?;
    add(&mut workbook, &offers, &offers.name, palette)?;
    workbook.save_to_buffer()
}

fn add(workbook: &mut Workbook, table: &Table, name: &str, palette: &Palette) -> Result<(), XlsxError> {
    let sheet = workbook.add_worksheet();
    sheet.set_name(name)?;
    let style = Style::new(palette);
    let widths: Vec<u16> = (0..table.headings.len()).map(|column| width(table, column)).collect();
    for (column, heading) in (0..).zip(table.headings) {
        sheet.write_string_with_format(0, column, *heading, &style.heading)?;
        sheet.set_column_width(column, f64::from(widths[usize::from(column)]))?;
    }
    for (row, cells) in (1..).zip(&table.rows) {
        sheet.set_row_height(row, height(cells, &widths))?;
        for (column, cell) in (0..).zip(cells) {
            style.write(sheet, row, column, cell, table.rows.len() <= MOST_ROWS_WITH_LINKS)?;
        }
    }
    let last = u16::try_from(table.headings.len()).unwrap_or(1) - 1;
    sheet.autofilter(0, 0, u32::try_from(table.rows.len()).unwrap_or(u32::MAX), last)?;
    sheet.set_freeze_panes(1, 1)?;
    sheet.set_repeat_rows(0, 0)?;
    sheet.set_landscape();
    sheet.set_paper_size(9);
    sheet.set_repeat_columns(0, 0)?;
    let pages = widths.iter().sum::<u16>().div_ceil(WIDTH_OF_PAGE).max(1);
    sheet.set_print_fit_to_pages(pages, 0);
    sheet.set_footer("&L&A&RPagina &P van &N");
    Ok(())
}

struct Style {
    heading: Format,
    text: Format,
    /// Text that a spreadsheet would take for a formula when someone edits the cell.
    quoted: Format,
    code: Format,
    link: Format,
    date: Format,
}

impl Style {
    fn new(palette: &Palette) -> Style {
        let plain = Format::new().set_align(FormatAlign::Top).set_text_wrap();
        let accent = colour(palette.accent);
        Style {
            heading: Format::new()
                .set_bold()
                .set_align(FormatAlign::Bottom)
                .set_text_wrap()
                .set_font_color(accent)
                .set_background_color(colour(palette.accent_tint))
                .set_border_bottom(FormatBorder::Medium)
                .set_border_bottom_color(accent),
            quoted: plain.clone().set_quote_prefix(),
            code: plain.clone().set_num_format("@"),
            link: plain.clone().set_font_color(accent).set_underline(rust_xlsxwriter::FormatUnderline::Single),
            date: plain.clone().set_num_format("d mmm yyyy").set_align(FormatAlign::Left),
            text: plain,
        }
    }

    fn write(&self, sheet: &mut Worksheet, row: u32, column: u16, cell: &Cell, links: bool) -> Result<(), XlsxError> {
        match cell {
            Cell::Empty => {}
            Cell::Text(text) => self.text(sheet, row, column, text, &self.text)?,
            Cell::Code(text) => self.text(sheet, row, column, text, &self.code)?,
            Cell::Link { text, url } if links && units(url) <= LONGEST_URL && units(text) <= LONGEST_TEXT => {
                sheet.write_url_with_format(row, column, Url::new(url).set_text(text), &self.link)?;
            }
            Cell::Link { text, .. } => self.text(sheet, row, column, text, &self.text)?,
            Cell::Date(date) => match excel_date(*date) {
                Some(known) => {
                    sheet.write_datetime_with_format(row, column, &known, &self.date)?;
                }
                None => self.text(sheet, row, column, &date.to_string(), &self.text)?,
            },
        }
        Ok(())
    }

    fn text(&self, sheet: &mut Worksheet, row: u32, column: u16, text: &str, format: &Format) -> Result<(), XlsxError> {
        let format = if could_run(text) { &self.quoted } else { format };
        sheet.write_string_with_format(row, column, shortened(text, LONGEST_TEXT), format)?;
        Ok(())
    }
}

fn colour(colour: Rgb) -> Color {
    Color::RGB(u32::from_str_radix(&colour.to_string(), 16).unwrap_or_default())
}

/// Excel knows days from 1900 on.
fn excel_date(date: crate::model::Datum) -> Option<ExcelDateTime> {
    let year = u16::try_from(date.0.year()).ok().filter(|year| (1900..=9999).contains(year))?;
    ExcelDateTime::from_ymd(year, date.0.month().unsigned_abs(), date.0.day().unsigned_abs()).ok()
}

/// Wide enough for the longest line in the column, in characters and within bounds: longer ones wrap.
fn width(table: &Table, column: usize) -> u16 {
    let lines = |cell: &Cell| cell.shown().lines().map(|line| line.chars().count()).max().unwrap_or_default();
    let longest = table.rows.iter().filter_map(|row| row.get(column)).map(lines).max().unwrap_or_default();
    // The heading has a filter button beside it.
    let heading = table.headings.get(column).map_or(0, |heading| heading.chars().count() + 3);
    u16::try_from(longest.max(heading) + 2).unwrap_or(WIDEST).clamp(NARROWEST, WIDEST)
}

/// High enough for the cell with the most lines, in points: LibreOffice leaves wrapped text on one line otherwise.
fn height(cells: &[Cell], widths: &[u16]) -> f64 {
    let lines = |(cell, width): (&Cell, &u16)| -> usize {
        let room = usize::from(width.saturating_sub(2)).max(1);
        cell.shown().lines().map(|line| line.chars().count().div_ceil(room).max(1)).sum()
    };
    let most = cells.iter().zip(widths).map(lines).max().unwrap_or(1).max(1);
    (u16::try_from(most).map_or(HIGHEST, f64::from) * LINE + 2.0).min(HIGHEST)
}

fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

/// The text, cut off behind “…” where Excel would refuse it.
fn shortened(text: &str, longest: usize) -> String {
    if units(text) <= longest {
        return text.to_owned();
    }
    let mut room = longest - 1;
    let fits = |character: &char| {
        let fits = character.len_utf16() <= room;
        room = room.saturating_sub(character.len_utf16());
        fits
    };
    let kept: String = text.chars().take_while(fits).collect();
    format!("{kept}…")
}

/// Names of worksheets: legal for Excel, and each once, whatever the case of its letters.
#[derive(Default)]
struct Names {
    taken: BTreeSet<String>,
}

impl Names {
    fn take(&mut self, name: &str) -> bool {
        self.taken.insert(name.to_lowercase())
    }

    fn unique(&mut self, name: &str) -> String {
        let legal: String =
            name.chars().map(|character| if "[]:*?/\\".contains(character) { '-' } else { character }).collect();
        let legal = legal.trim_matches(['\'', ' ']);
        // Excel keeps the name History for itself.
        let legal = if legal.is_empty() || legal.eq_ignore_ascii_case("history") { "Wijk" } else { legal };
        let mut number = 1;
        loop {
            let tail = if number == 1 { String::new() } else { format!(" ({number})") };
            let mut free = legal.to_owned();
            while units(&free) + units(&tail) > LONGEST_NAME {
                free.pop();
            }
            let free = format!("{}{tail}", free.trim_end_matches(['\'', ' ']));
            if self.take(&free) {
                return free;
            }
            number += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_sheets_are_legal_and_unique() {
        let mut names = Names::default();
        names.take("Aanbod");
        let long = "Wijk met een naam die veel te lang is";
        let made: Vec<String> = [
            "De Hoven",
            "de hoven",
            "aanbod",
            "A/B:C?[d]*\\",
            "'t Zand'",
            "history",
            "",
            long,
            long,
            "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀",
        ]
        .iter()
        .map(|name| names.unique(name))
        .collect();
        assert_eq!(made[..7], ["De Hoven", "de hoven (2)", "aanbod (2)", "A-B-C--d---", "t Zand", "Wijk", "Wijk (2)"]);
        assert_eq!(made[7..9], ["Wijk met een naam die veel te l", "Wijk met een naam die veel (2)"]);
        assert!(made.iter().all(|name| units(name) <= LONGEST_NAME));
    }

    #[test]
    fn a_text_that_is_too_long_is_cut_between_characters() {
        assert_eq!(shortened("abc", 3), "abc");
        assert_eq!(shortened("abcd", 3), "ab…");
        assert_eq!(shortened("a😀b", 3), "a…");
    }
}
