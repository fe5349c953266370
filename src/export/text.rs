//! The text of a user as other programs may get it: nothing but characters and line ends.

use crate::character::is_noncharacter;

/// Trimmed text with `\n` for every line end, without control characters and code points that are no characters; nothing
/// when nothing is left.
pub fn clean(text: &str) -> Option<String> {
    let mut kept = String::with_capacity(text.len());
    for character in text.replace("\r\n", "\n").chars() {
        match character {
            '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => kept.push('\n'),
            '\t' => kept.push(' '),
            _ if character.is_control() || is_noncharacter(character) => {}
            _ => kept.push(character),
        }
    }
    let trimmed = kept.trim();
    (!trimmed.is_empty()).then(|| trimmed.to_owned())
}

/// The same for a field that may be empty.
pub fn cleaned(text: &Option<String>) -> Option<String> {
    text.as_deref().and_then(clean)
}

/// The same on one line.
pub fn one_line(text: &Option<String>) -> Option<String> {
    cleaned(text)
        .map(|text| text.split('\n').map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_characters_and_line_ends_are_left() {
        assert_eq!(clean(" a\u{0}b\r\nc\td\u{FFFE}\u{2028}e ").as_deref(), Some("ab\nc d\ne"));
        assert_eq!(clean("\t\r\u{0}"), None);
        assert_eq!(one_line(&Some("a\n\n b".to_owned())).as_deref(), Some("a b"));
    }
}
