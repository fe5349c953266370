//! Making the text of a user safe to stand anywhere in a template's Markdown.

use super::token::{BREAK, GUARD, PARAGRAPH, shield};
use crate::character::is_noncharacter;

/// One run of text: white space folded, line ends as forced breaks, no control characters.
pub fn inline(text: &str) -> String {
    // Twice the guard, and some punctuation, of which each takes three bytes.
    let mut safe = String::with_capacity(text.len() + 16);
    safe.push(GUARD);
    let first = safe.len();
    for line in text.split(ends_line) {
        let before = safe.len();
        if before > first {
            safe.push(BREAK);
        }
        let begin = safe.len();
        shield_line(line, &mut safe);
        // An empty line is none.
        if safe.len() == begin {
            safe.truncate(before);
        }
    }
    safe.push(GUARD);
    safe
}

/// Text in which an empty line starts a new paragraph, and any other line end is a forced break.
pub fn paragraphs(text: &str) -> String {
    let mut paragraphs = vec![Vec::new()];
    for line in all_lines(text) {
        if line.is_empty() {
            paragraphs.push(Vec::new());
        } else if let Some(paragraph) = paragraphs.last_mut() {
            paragraph.push(line);
        }
    }
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    let paragraphs: Vec<String> = paragraphs.iter().map(|lines| lines.join(&BREAK.to_string())).collect();
    format!("{GUARD}{}{GUARD}", paragraphs.join(&PARAGRAPH.to_string()))
}

/// The lines of the text, shielded and trimmed; an empty one for an empty line.
fn all_lines(text: &str) -> Vec<String> {
    text.replace("\r\n", "\n").split(ends_line).map(shielded_line).collect()
}

/// What Unicode and old habits know as the end of a line.
fn ends_line(character: char) -> bool {
    matches!(character, '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

fn shielded_line(line: &str) -> String {
    let mut safe = String::with_capacity(line.len());
    shield_line(line, &mut safe);
    safe
}

/// Adds the line, shielded and trimmed.
fn shield_line(line: &str, safe: &mut String) {
    let begin = safe.len();
    for character in line.chars() {
        match character {
            'a'..='z' | 'A'..='Z' | '0'..='9' => safe.push(character),
            ' ' | '\t' if safe.len() == begin || safe.ends_with(' ') => {}
            ' ' | '\t' => safe.push(' '),
            _ if character.is_control() => {}
            _ if is_noncharacter(character) => safe.push(char::REPLACEMENT_CHARACTER),
            _ => safe.push(shield(character)),
        }
    }
    if safe.len() > begin && safe.ends_with(' ') {
        safe.pop();
    }
}

/// A value that goes into a tree without Markdown in between, such as a title: one line of text.
pub fn plain_line(text: &str) -> String {
    super::token::reveal(&inline(text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compose::token::reveal;

    #[test]
    fn folds_white_space_and_drops_control_characters() {
        assert_eq!(plain_line("  een\t twee\u{7}\u{0} \r\n drie\u{a0}vier  "), "een twee drie\u{a0}vier");
        assert_eq!(plain_line("\u{FDD0}x\u{1FFFE}y"), "\u{FFFD}x\u{FFFD}y");
    }

    #[test]
    fn nothing_of_ascii_punctuation_is_left() {
        let escaped = inline("# * _ [x](y) <b> `c` {{z}} | \\ ::: 1. -");
        assert!(!escaped.contains(|character: char| character.is_ascii_punctuation()), "{escaped:?}");
    }

    #[test]
    fn empty_lines_part_paragraphs() {
        let escaped = paragraphs("\n\neen\ntwee\n \n\n\ndrie\n");
        assert_eq!(escaped.matches(PARAGRAPH).count(), 1);
        assert_eq!(escaped.matches(BREAK).count(), 1);
        assert_eq!(reveal(&escaped), "een twee drie");
    }
}
