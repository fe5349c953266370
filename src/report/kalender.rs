//! The calendar of meetings on the terminal.

use super::lines::{plain, wrapped};
use crate::document::KalenderRij;
use crate::tree::gap_text;

/// The calendar as lines of at most `width` columns, for a `width` of 40 or more; words that are longer stick out.
pub fn kalender(rows: &[KalenderRij], width: usize) -> String {
    let width = width.clamp(40, 90);
    let mut lines = Vec::new();
    let mut year = None;
    for row in rows {
        if year.replace(row.jaar()) != Some(row.jaar()) {
            lines.push(row.jaar().to_string());
        }
        let day = match (&row.datum, row.geen_vrije_dag) {
            (Some(day), _) => plain(day),
            (None, true) => "geen vrije dag gevonden".to_owned(),
            (None, false) => gap_text("nieuwe dag"),
        };
        let or_gap = |time: &Option<String>, what: &str| time.clone().unwrap_or_else(|| gap_text(what));
        let times = match row.vervallen {
            true => "gaat niet door".to_owned(),
            false => format!("{}–{} uur", or_gap(&row.begin, "begintijd"), or_gap(&row.einde, "eindtijd")),
        };
        for (number, text) in wrapped(&format!("{day}, {times}: {}", row.wat), width - 4).into_iter().enumerate() {
            lines.push(format!("{}{text}", if number == 0 { "  " } else { "    " }));
        }
        for remark in &row.opmerkingen {
            lines.extend(wrapped(&plain(remark), width - 6).into_iter().map(|text| format!("      {text}")));
        }
    }
    if rows.is_empty() {
        lines.push(gap_text("de vaste dag, het begin en het ritme van de bijeenkomsten"));
    }
    lines.join("\n") + "\n"
}
