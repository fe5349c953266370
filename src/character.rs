//! Characters that are not what a reader sees: no characters at all, invisible ones, and those that turn a text around.

/// Whether it is one of the 66 noncharacters of Unicode, which no text should hold.
pub fn is_noncharacter(character: char) -> bool {
    let code = u32::from(character);
    (0xFDD0..=0xFDEF).contains(&code) || code & 0xFFFE == 0xFFFE
}

/// Whether nobody can see it, though it may change what stands around it: marks without width, joiners, tags, the line
/// separators of Unicode, and all that [`turns`] a text around.
pub fn is_invisible(character: char) -> bool {
    matches!(character,
        '\u{00AD}' | '\u{061C}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
        | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
}

/// Whether it changes the direction in which the text around it is read.
pub fn turns(character: char) -> bool {
    matches!(character,
        '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Whether it holds two letters or signs together or apart: it has no width, but emoji and some scripts need it.
pub fn joins(character: char) -> bool {
    matches!(character, '\u{200C}' | '\u{200D}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_66_noncharacters() {
        assert_eq!((0..=0x10_FFFF).filter_map(char::from_u32).filter(|one| is_noncharacter(*one)).count(), 66);
    }

    #[test]
    fn what_turns_or_joins_is_invisible_and_letters_are_not() {
        let every = (0..=0x10_FFFF).filter_map(char::from_u32);
        assert!(every.filter(|one| turns(*one) || joins(*one)).all(is_invisible));
        for seen in ['a', 'é', 'ש', '漢', ' ', '\u{A0}', '😀', '\u{301}'] {
            assert!(!is_invisible(seen) && !turns(seen) && !is_noncharacter(seen), "{seen:?}");
        }
    }
}
