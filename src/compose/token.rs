//! The characters that stand for something inside this stage only: Unicode noncharacters, which no text should hold.
//!
//! Text of users goes through Markdown with all its ASCII punctuation shielded by them. To a Markdown parser they are
//! plain letters, so that nothing a user types can open, close or change anything, whatever stands around it.

use crate::character::is_noncharacter;

/// A forced line break in the text of a user.
pub const BREAK: char = '\u{1FFFE}';
/// The start of a next paragraph in the text of a user.
pub const PARAGRAPH: char = '\u{1FFFF}';
/// Stands at both ends of a value, so that its first and last character have no say in what is around it.
pub const GUARD: char = '\u{2FFFE}';
/// Stands around the number of a mark: which spot of which template comes next.
pub const MARK: char = '\u{2FFFF}';
/// Takes the place of a line with a directive.
pub const DIRECTIVE: char = '\u{3FFFE}';

/// Stands at both ends of a drawing: its data, shielded.
pub const FIGURE: char = '\u{3FFFF}';

/// Room for the 32 punctuation characters of ASCII: the 32 noncharacters from here.
const SHIELDS: u32 = 0xFDD0;
const PUNCTUATION: &[u8; 32] = b"!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

/// The shielded form of ASCII punctuation; any other character as it is.
pub fn shield(character: char) -> char {
    PUNCTUATION
        .iter()
        .zip(SHIELDS..)
        .find(|(punctuation, _)| char::from(**punctuation) == character)
        .and_then(|(_, code)| char::from_u32(code))
        .unwrap_or(character)
}

/// What a shielded character was.
pub fn unshield(character: char) -> char {
    u32::from(character)
        .checked_sub(SHIELDS)
        .and_then(|index| PUNCTUATION.get(usize::try_from(index).ok()?))
        .map_or(character, |punctuation| char::from(*punctuation))
}

/// Plain text without any of our characters: what was shielded comes back, a break is a space.
pub fn reveal(text: &str) -> String {
    text.chars()
        .map(unshield)
        .map(|character| if matches!(character, BREAK | PARAGRAPH) { ' ' } else { character })
        .filter(|character| !is_noncharacter(*character))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_punctuation_character_comes_back() {
        for character in (0..=0x7Fu8).map(char::from) {
            assert_eq!(shield(character) != character, character.is_ascii_punctuation(), "{character:?}");
            assert_eq!(unshield(shield(character)), character);
        }
        assert_eq!(shield('é'), 'é');
        assert_eq!(unshield('\u{FDF0}'), '\u{FDF0}');
    }
}
