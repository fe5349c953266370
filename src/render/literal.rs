//! What of a user's text reaches paper: its visible characters, and a space for everything that ends a line.

use crate::character::is_noncharacter;

/// Word refuses a file with a longer address in it, and a reader of PDF may.
pub(super) const LONGEST_ADDRESS: usize = 2000;

/// The characters of a text that any format may hold: no control characters, no code points that are no characters.
pub(super) fn characters(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().filter_map(|character| match character {
        ' '..='~' => Some(character),
        _ if character.is_control() && character.is_whitespace() => Some(' '),
        _ if character.is_control() || is_noncharacter(character) => None,
        _ => Some(character),
    })
}

/// The text on one line, ends trimmed and runs of ordinary spaces taken together, as HTML and Markdown readers do.
pub(super) fn folded(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for character in characters(text) {
        if character != ' ' || !line.ends_with(' ') {
            line.push(character);
        }
    }
    line.trim_matches(' ').to_owned()
}

/// Appends text so that it can be nothing but text, in an element of HTML or XML as well as in a quoted attribute.
pub(super) fn escape(text: &str, out: &mut String) {
    for character in characters(text) {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(character),
        }
    }
}
