//! XLSX (Office Open XML, ISO/IEC 29500) from a workbook, the same bytes on each run.

use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Formula, Workbook as Book, Worksheet,
    XlsxError,
};

use super::RELEASED;
use super::theme::{self, Palette};
use crate::colour::Rgb;
use crate::tree::workbook::{Cell, Content, Look, Outcome, ROWS_ABOVE, Sheet, SheetColumn, Workbook, could_run};

/// Euros as the Dutch write them: `€ 1.234,56` in any Dutch program.
const EURO: &str = "[$€-413] #,##0.00;[Red][$€-413] -#,##0.00";
/// The most characters that a cell holds.
const LONGEST: usize = 32_767;
const A4: u8 = 9;
/// The height of a line of text in points, and how many a row shows at most.
const LINE: f64 = 15.0;
const MOST_LINES: f64 = 20.0;

/// The file as bytes.
///
/// # Errors
/// Only for a fault in the program itself, such as a sheet with a name that cannot be.
pub fn render(workbook: &Workbook) -> Result<Vec<u8>, XlsxError> {
    let mut book = Book::new();
    let properties = DocProperties::new()
        .set_title(shown(&workbook.title))
        .set_author(shown(&workbook.author))
        .set_creation_datetime(&released()?);
    book.set_properties(&properties);
    let palette = Palette::of(&workbook.theme);
    for sheet in &workbook.sheets {
        write_sheet(book.add_worksheet(), sheet, &palette)?;
    }
    book.save_to_buffer()
}

/// When a workbook was made, as it says itself.
///
/// # Errors
/// For a year that Excel does not know.
pub fn released() -> Result<ExcelDateTime, XlsxError> {
    ExcelDateTime::from_ymd(RELEASED.year().unsigned_abs(), RELEASED.month() as u8, RELEASED.day() as u8)
}

fn write_sheet(page: &mut Worksheet, sheet: &Sheet, palette: &Palette) -> Result<(), XlsxError> {
    page.set_name(sheet.name)?;
    page.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0);
    page.set_footer("&L&A&R&P van &N");
    write_text(page, (0, 0), &sheet.title, &Format::new().set_bold().set_font_size(theme::HEADING_SIZES[0]))?;
    write_text(page, (1, 0), &sheet.note, &Format::new().set_font_color(hex(theme::QUIET)))?;
    let head = (ROWS_ABOVE - 1) as u32;
    page.set_row_height(0, 2.0 * LINE)?.set_row_height(head, 2.2 * LINE)?;
    page.set_repeat_rows(head, head)?;
    page.set_freeze_panes(head + 1, 1)?;
    for ((index, about), is_amount) in (0..).zip(&sheet.columns).zip(amount_columns(sheet)) {
        page.set_column_width(index, about.width)?;
        let align = if is_amount { FormatAlign::Right } else { FormatAlign::Left };
        let format = Format::new()
            .set_bold()
            .set_text_wrap()
            .set_align(align)
            .set_align(FormatAlign::VerticalCenter)
            .set_background_color(hex(palette.accent_tint))
            .set_border_bottom(FormatBorder::Medium)
            .set_border_color(hex(palette.accent));
        write_text(page, (head, index), &about.head, &format)?;
    }
    for (row, cells) in (head + 1..).zip(&sheet.rows) {
        page.set_row_height(row, LINE * lines_of(sheet, cells))?;
        for (column, cell) in (0..).zip(cells) {
            write_cell(page, (row, column), cell, palette)?;
        }
    }
    Ok(())
}

/// How many lines the longest text of a row takes; not every program finds the height of a row by itself.
fn lines_of(sheet: &Sheet, cells: &[Cell]) -> f64 {
    let of = |(cell, column): (&Cell, &SheetColumn)| match &cell.content {
        Content::Text(text) => {
            let wide = |line: &str| (line.chars().count() as f64 / column.width).ceil().max(1.0);
            text.lines().map(wide).sum::<f64>()
        }
        _ => 1.0,
    };
    cells.iter().zip(&sheet.columns).map(of).fold(1.0, f64::max).min(MOST_LINES)
}

/// For each column: whether numbers stand in it.
fn amount_columns(sheet: &Sheet) -> Vec<bool> {
    let is_number = |cell: &Cell| {
        matches!(cell.content, Content::Number(_) | Content::Euro(_) | Content::Formula(_, Outcome::Euro(_)))
    };
    let numbers = |column: usize| sheet.rows.iter().filter_map(|row| row.get(column)).any(is_number);
    (0..sheet.columns.len()).map(numbers).collect()
}

fn write_cell(
    page: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &Cell,
    palette: &Palette,
) -> Result<(), XlsxError> {
    let format = format_of(cell, palette);
    match &cell.content {
        Content::Empty => page.write_blank(row, column, &format)?,
        Content::Text(text) => return write_text(page, (row, column), text, &format),
        Content::Whole(number) => page.write_number_with_format(row, column, *number, &format)?,
        // Below 2^53 the nearest number with a fraction is the one that is meant.
        Content::Number(hundredths) => {
            page.write_number_with_format(row, column, *hundredths as f64 / 100.0, &format)?
        }
        Content::Euro(cents) => page.write_number_with_format(row, column, *cents as f64 / 100.0, &format)?,
        Content::Formula(formula, outcome) => {
            let value = match outcome {
                Outcome::Euro(cents) => decimal(*cents),
                Outcome::Text(text) => shown(text),
            };
            page.write_formula_with_format(row, column, Formula::new(formula).set_result(value), &format)?
        }
    };
    Ok(())
}

fn format_of(cell: &Cell, palette: &Palette) -> Format {
    let format = match cell.content {
        Content::Euro(_) | Content::Formula(_, Outcome::Euro(_)) => Format::new().set_num_format(EURO),
        Content::Number(_) => Format::new().set_num_format("#,##0.##"),
        Content::Whole(_) => Format::new().set_num_format("0").set_align(FormatAlign::Left),
        Content::Text(_) => Format::new().set_text_wrap(),
        Content::Formula(_, Outcome::Text(_)) => Format::new().set_align(FormatAlign::Left).set_indent(1),
        _ => Format::new(),
    };
    let format = format.set_align(FormatAlign::Top);
    match cell.look {
        Look::Plain => format,
        Look::Input => format
            .set_background_color(hex(theme::GAP))
            .set_border(FormatBorder::Hair)
            .set_border_color(hex(theme::LINE)),
        Look::Total => format.set_bold().set_border_top(FormatBorder::Thin).set_border_color(hex(palette.accent)),
    }
}

/// Text that stays text, also when somebody edits the cell and leaves it again.
fn write_text(page: &mut Worksheet, (row, column): (u32, u16), text: &str, format: &Format) -> Result<(), XlsxError> {
    let format = if could_run(text) { format.clone().set_quote_prefix() } else { format.clone() };
    page.write_string_with_format(row, column, shown(text), &format)?;
    Ok(())
}

/// The text as a cell can hold it: no control characters, and nothing that a reader takes for an escaped one (`_x0041_`).
fn shown(text: &str) -> String {
    let kept = text.chars().filter(|letter| !letter.is_control() || *letter == '\n');
    let kept: String = kept.take(LONGEST / 2).collect();
    kept.replace("_x", "_x005F_x")
}

/// An amount of cents as XML has it: `-12.05`.
fn decimal(cents: i64) -> String {
    let sign = if cents < 0 { "-" } else { "" };
    format!("{sign}{}.{:02}", cents.unsigned_abs() / 100, cents.unsigned_abs() % 100)
}

fn hex(colour: Rgb) -> Color {
    Color::RGB(u32::from_str_radix(&colour.to_string(), 16).unwrap_or_default())
}
