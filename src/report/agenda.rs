//! The agenda of the startbijeenkomst on the terminal.

use std::fmt::Write as _;

use unicode_width::UnicodeWidthStr;

use super::lines::{plain, wrapped};
use crate::document::{AgendaHead, AgendaRow};
use crate::tree::gap_text;

/// The width of the column with times, and of the one with durations.
const TIME: usize = 7;
const DURATION: usize = 7;

/// Stands for a time that is not known yet.
const UNKNOWN: &str = "--.--";

/// The agenda as lines of at most `width` columns, for a `width` of 40 or more; words that are longer stick out.
pub fn agenda(head: &AgendaHead, rows: &[AgendaRow], width: usize) -> String {
    let width = width.clamp(40, 90);
    let or_gap = |value: &Option<String>, what: &str| value.as_deref().map_or_else(|| gap_text(what), plain);
    let mut lines = wrapped(&plain(&head.titel), width);
    let (begin, end) = (or_gap(&head.begin, "begintijd"), or_gap(&head.einde, "eindtijd"));
    lines.extend(wrapped(&format!("{}, {begin} tot {end} uur", or_gap(&head.datum, "datum")), width));
    let place = format!("{}, {}", or_gap(&head.locatie, "plek"), or_gap(&head.adres, "adres"));
    lines.extend(wrapped(&place, width));
    lines.push(String::new());
    for row in rows {
        lines.extend(part(row, width));
    }
    if rows.is_empty() {
        lines.push(gap_text("de onderdelen van het programma"));
    }
    lines.push(format!("{:TIME$}Einde", head.einde.as_deref().unwrap_or(UNKNOWN)));
    lines.join("\n") + "\n"
}

fn part(row: &AgendaRow, width: usize) -> Vec<String> {
    let title = row.titel.as_deref().map_or_else(|| gap_text("titel"), plain);
    let time = row.tijd.as_deref().unwrap_or(UNKNOWN);
    let duration = row.duur.map_or_else(String::new, |minutes| format!("{minutes} min"));
    let room = width - TIME - DURATION;
    let mut lines = Vec::new();
    for (number, text) in wrapped(&title, room).into_iter().enumerate() {
        let mut line = match number {
            0 => format!("{time:TIME$}{text}"),
            _ => format!("{:TIME$}{text}", ""),
        };
        if number == 0 && !duration.is_empty() {
            let fill = (TIME + room).saturating_sub(line.width());
            let _ = write!(line, "{:fill$}{duration:>DURATION$}", "");
        }
        lines.push(line);
    }
    let who = row.heeft_spreker.then(|| {
        let name = row.spreker.as_deref().map_or_else(|| gap_text("wie"), plain);
        row.functie.as_deref().map_or(name.clone(), |role| format!("{name}, {}", plain(role)))
    });
    for text in [who, row.toelichting.as_deref().map(plain)].into_iter().flatten() {
        lines.extend(wrapped(&text, room).into_iter().map(|text| format!("{:TIME$}{text}", "")));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row() -> AgendaRow {
        AgendaRow {
            tijd: Some("15.00".to_owned()),
            titel: Some("Welkom\u{1b}[31m in het wijkcentrum van onze mooie wijk".to_owned()),
            heeft_spreker: true,
            spreker: None,
            functie: Some("wethouder".to_owned()),
            toelichting: None,
            duur: Some(15),
            is_pauze: false,
        }
    }

    #[test]
    fn lines_stay_within_the_width_and_carry_no_escape() {
        let head = AgendaHead { titel: "Startbijeenkomst".to_owned(), ..AgendaHead::default() };
        for width in [40, 60, 80] {
            let text = agenda(&head, &[row()], width);
            assert!(text.lines().all(|line| line.width() <= width), "{text}");
            assert!(!text.contains('\u{1b}'));
            let folded = text.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(folded.contains("[nog invullen: wie], wethouder") && folded.contains("15 min"), "{text}");
        }
    }
}
