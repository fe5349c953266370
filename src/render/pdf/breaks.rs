//! Where a word that is too long for its line may break, beyond what hyphenation knows.

use super::glyphs::BOX;

/// Shows nothing, is not in the text of the PDF, and lets a line end.
const BREAK: char = '\u{200B}';
/// The same, but only where there is little room: in a cell of a table.
const BREAK_IN_CELL: char = '\u{2060}';

/// A word up to this long fits in every column that is not absurdly narrow.
const SHORT_WORD: usize = 20;
/// No Dutch word is longer; hyphenation takes care of those up to here.
const LONGEST_WORD: usize = 40;
/// A part of an address up to this long is kept whole.
const SHORT_PART: usize = 14;
/// A part up to this long is kept whole where a line has its whole width.
const LONG_PART: usize = 30;
/// In longer parts, and in what is no word at all, a line may end after so many characters.
const PIECE: usize = 8;

/// The text with places to break in its long words: after punctuation in addresses, anywhere in what is not a word.
pub fn with_breaks(text: &str) -> String {
    text.split_inclusive(char::is_whitespace).map(broken).collect()
}

fn broken(word: &str) -> String {
    let length = word.chars().count();
    let is_word = word.trim_end().chars().all(|c| c.is_alphabetic() || matches!(c, '-' | ',' | '.' | ';' | ')' | '’'));
    if length <= SHORT_WORD || (is_word && length <= LONGEST_WORD) {
        return word.to_owned();
    }
    let mut broken = String::with_capacity(word.len() * 2);
    for (at, part) in word.split_inclusive(ends_part).enumerate() {
        if at > 0 && part.starts_with(char::is_alphanumeric) {
            broken.push(BREAK);
        }
        cut(part, &mut broken);
    }
    broken
}

/// Adds the part, with places to break if it is long.
fn cut(part: &str, broken: &mut String) {
    let length = part.chars().count();
    let mark = if length > LONG_PART { BREAK } else { BREAK_IN_CELL };
    let mut since = 0;
    let mut previous = None;
    for character in part.chars() {
        if length > SHORT_PART && since >= PIECE && previous.is_some_and(stands_alone) && stands_alone(character) {
            broken.push(mark);
            since = 0;
        }
        broken.push(character);
        since += 1;
        previous = Some(character);
    }
}

fn ends_part(character: char) -> bool {
    matches!(character, '@' | '.' | '/' | '-' | '_' | '?' | '&' | '=' | ':' | ';' | ',' | '+')
}

/// Characters that do not change shape beside another: Latin, Greek, Cyrillic, digits, punctuation.
fn stands_alone(character: char) -> bool {
    character.is_ascii_graphic() || matches!(character, '\u{C0}'..='\u{2AF}' | '\u{370}'..='\u{52F}' | BOX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(text: &str) -> Vec<String> {
        with_breaks(text).split(BREAK).map(str::to_owned).collect()
    }

    #[test]
    fn leaves_ordinary_words_to_hyphenation() {
        for text in ["Samenwerkingsovereenkomst, artikel 5", "arbeidsongeschiktheidsverzekering", "wethouder@veldrijk"]
        {
            assert_eq!(with_breaks(text), text);
        }
    }

    #[test]
    fn keeps_the_parts_of_an_address_whole_outside_cells() {
        let text = "p.noordhof@welzijnveldrijk.example";
        let shown = with_breaks(text);
        assert_eq!(shown.replace(BREAK_IN_CELL, ""), "p.\u{200b}noordhof@\u{200b}welzijnveldrijk.\u{200b}example");
        assert!(shown.contains("welzijnv\u{2060}eldrijk"));
    }

    #[test]
    fn breaks_addresses_and_what_is_no_word() {
        assert_eq!(
            pieces("Mail coordinator@welzijn-veldrijk.nl nu"),
            ["Mail coordinator@", "welzijn-", "veldrijk.", "nl nu"]
        );
        assert_eq!(pieces(&"x".repeat(300)).len(), 38);
        assert_eq!(pieces(&"e\u{301}".repeat(100)).len(), 1);
    }
}
