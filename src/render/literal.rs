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
    out.reserve(text.len());
    let mut rest = text;
    // Most of it is as it was; the other characters are looked at one by one.
    while let Some(at) = rest.bytes().position(|byte| !AS_IT_IS[usize::from(byte)]) {
        let (same, other) = rest.split_at(at);
        out.push_str(same);
        let length = other.chars().next().map_or(0, char::len_utf8);
        let (one, after) = other.split_at(length);
        for character in characters(one) {
            match character {
                '&' => out.push_str("&amp;"),
                '<' => out.push_str("&lt;"),
                '>' => out.push_str("&gt;"),
                '"' => out.push_str("&quot;"),
                '\'' => out.push_str("&#39;"),
                _ => out.push(character),
            }
        }
        rest = after;
    }
    out.push_str(rest);
}

/// The bytes that are a character, and the same in any format.
const AS_IT_IS: [bool; 256] = {
    let mut as_it_is = [false; 256];
    let mut byte = 0x20;
    while byte < 0x7F {
        as_it_is[byte] = !matches!(byte as u8, b'&' | b'<' | b'>' | b'"' | b'\'');
        byte += 1;
    }
    as_it_is
};

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_is_escaped_reads_as_the_characters(
            text in "([a-z &<>\"'é’\u{a0}\u{7}\n\u{7f}\u{85}\u{fffe}💬]|\\PC){0,40}",
        ) {
            let mut escaped = String::from("x");
            escape(&text, &mut escaped);
            let read = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
            let read = read.iter().fold(escaped[1..].to_owned(), |read, (from, to)| read.replace(from, to));
            prop_assert_eq!(read, characters(&text).collect::<String>());
            prop_assert!(!escaped.contains(['<', '>', '"', '\'']));
        }
    }
}
