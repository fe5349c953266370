//! Whether a paragraph may end with a word alone on its last line. Only then is it worth weighing all ways to break its lines,
//! which takes several times as long as filling one after the other.

use super::table::width_of;
use crate::render::theme;
use crate::tree::{Face, Inline, plain_text};

/// How many hundredths wider or narrower the lines may turn out than is known here: bold letters, pairs of letters, the sign of
/// a list.
const OFF: i32 = 8;

/// How wide a line of text is on a page to read, in points.
pub const MEASURE: f64 = (theme::MEASURE * theme::POINTS_PER_MILLIMETRE) as f64;
/// What is left of it in a list, in a clause with its number, and in a box.
pub const IN_A_LIST: f64 = 18.0;
pub const IN_A_CLAUSE: f64 = 31.0;
pub const IN_A_BOX: f64 = 20.0;

/// Whether a paragraph in lines of this many points may end with a word alone.
pub fn may_end_in_runt(content: &[Inline], room: f64, face: Face) -> bool {
    // What comes after a forced break is a paragraph of its own to the eye.
    if content.iter().any(|inline| matches!(inline, Inline::Break)) {
        return true;
    }
    let text = plain_text(content);
    let space = width_of(" ", false, face);
    // A space that ties does not end a line.
    let words = text.split([' ', '\t', '\n']).filter(|word| !word.is_empty());
    let words: Vec<f64> = words.map(|word| width_of(word, false, face)).collect();
    (-OFF..=OFF).any(|off| ends_alone(&words, space, room * (1.0 + f64::from(off) / 100.0)))
}

/// Whether the last of these words stands alone on a line that is not the first.
fn ends_alone(words: &[f64], space: f64, room: f64) -> bool {
    let (mut lines, mut on_line, mut filled) = (0, 0, 0.0);
    for word in words {
        if on_line > 0 && filled + space + word <= room {
            filled += space + word;
            on_line += 1;
        } else {
            lines += 1;
            on_line = 1;
            filled = *word;
        }
    }
    lines > 1 && on_line == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_last_word_that_does_not_fit_stands_alone() {
        let words = [10.0, 10.0, 10.0];
        assert!(ends_alone(&words, 1.0, 21.0));
        assert!(!ends_alone(&words, 1.0, 32.0), "all on one line");
        assert!(!ends_alone(&[10.0; 4], 1.0, 21.0), "two and two");
        assert!(!ends_alone(&[], 1.0, 21.0));
        assert!(!ends_alone(&[50.0], 1.0, 21.0), "one word is no runt");
    }

    #[test]
    fn what_is_far_from_it_needs_no_weighing_and_what_is_near_does() {
        let text = |text: &str| vec![Inline::Text { text: text.to_owned() }];
        assert!(!may_end_in_runt(&text("Een korte zin."), MEASURE, Face::Carlito));
        let two_lines = "woord ".repeat(20);
        assert!(!may_end_in_runt(&text(&two_lines), MEASURE, Face::Carlito));
        let room = |off| (width_of(&"woord ".repeat(9), false, Face::Carlito) + 1.0) * off;
        assert!(may_end_in_runt(&text(&"woord ".repeat(10)), room(1.0), Face::Carlito));
        assert!(may_end_in_runt(&text(&"woord ".repeat(10)), room(1.05), Face::Carlito), "a little off");
        assert!(may_end_in_runt(&[Inline::Break], MEASURE, Face::Carlito));
    }
}
