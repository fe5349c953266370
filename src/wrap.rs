//! Text in lines that are no wider than there is room for.

use unicode_width::UnicodeWidthStr;

/// The text in lines of at most `width` columns, broken where [`words`] says; a word that is wider has a line of its own.
/// A text without words has no lines.
pub fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words(text) {
        // Measured as a whole: next to each other some characters are not as wide as alone.
        let longer = lines.last().map(|line| format!("{line} {word}")).filter(|longer| longer.width() <= width);
        match (longer, lines.last_mut()) {
            (Some(longer), Some(line)) => *line = longer,
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// The parts of a text between which a line may break: at white space, but not at what holds words together.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    let breaks =
        |character: char| character.is_whitespace() && !matches!(character, '\u{A0}' | '\u{202F}' | '\u{2007}');
    text.split(breaks).filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_between_words_and_a_wide_word_stands_alone() {
        assert_eq!(wrapped("een  twee\ndrie", 9), ["een twee", "drie"]);
        assert_eq!(wrapped("in samenwerkingsverband op", 5), ["in", "samenwerkingsverband", "op"]);
        assert_eq!(wrapped("om 14.00\u{a0}uur", 8), ["om", "14.00\u{a0}uur"]);
        assert!(wrapped(" \n", 8).is_empty());
    }
}
