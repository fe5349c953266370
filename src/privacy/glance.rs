//! What a text may hold, in one look at each of its bytes: nearly every text holds nothing, and is passed by here.

use super::beginning::{PLACES, SIGNS, place};
use super::{diagnosis, digits};

/// What a closer look at a text may find.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Glance {
    /// Digits, of a number of any kind.
    pub digits: bool,
    /// A word that begins as one for a diagnosis.
    pub diagnosis: bool,
}

/// The places of how words for a diagnosis begin, a bit for each; `build.rs` fills it from `diagnosewoorden.txt`.
static BEGIN: [u64; PLACES / 64] = include!(concat!(env!("OUT_DIR"), "/diagnosewoorden.rs"));

const LETTER: u8 = 1;
const DIGIT: u8 = 2;
/// Of a sign that is not ASCII.
const BEYOND: u8 = 4;

/// What each byte may be.
static SORTS: [u8; 256] = sorts();

const fn sorts() -> [u8; 256] {
    let mut sorts = [0; 256];
    let mut byte: u8 = 0;
    loop {
        let mut sort = 0;
        if byte.is_ascii_alphabetic() {
            sort |= LETTER;
        }
        if digits::may_begin(byte) {
            sort |= DIGIT;
        }
        if !byte.is_ascii() {
            sort |= BEYOND;
        }
        sorts[byte as usize] = sort;
        if byte == u8::MAX {
            return sorts;
        }
        byte += 1;
    }
}

/// Looks at a text as far as is needed.
pub(super) fn glance(text: &str) -> Glance {
    let bytes = text.as_bytes();
    let (mut seen, mut at) = (0, 0);
    while let Some(byte) = bytes.get(at) {
        let sort = SORTS[usize::from(*byte)];
        seen |= sort;
        // Behind a letter that is not ASCII it looks as if a word begins: that is only a little more to look at.
        if sort & (LETTER | BEYOND) != 0 && may_begin(text, at) && diagnosis::begins(&text[at..]) {
            return Glance { digits: seen & DIGIT != 0 || digits::may_hold(&text[at..]), diagnosis: true };
        }
        if sort == LETTER {
            while bytes.get(at + 1).is_some_and(u8::is_ascii_alphabetic) {
                at += 1;
            }
        }
        at += 1;
    }
    Glance { digits: seen & DIGIT != 0, diagnosis: false }
}

/// Nearly every word begins as none for a diagnosis does. Of signs that are not ASCII this says nothing.
fn may_begin(text: &str, at: usize) -> bool {
    let rest = &text.as_bytes()[at..];
    let to_the_end = || {
        let mut signs = [0; SIGNS];
        signs[..rest.len()].copy_from_slice(rest);
        signs
    };
    let signs = rest.first_chunk().copied().unwrap_or_else(to_the_end);
    if !signs.is_ascii() {
        return text.is_char_boundary(at);
    }
    let place = place(signs);
    BEGIN[place / 64] >> (place % 64) & 1 == 1
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::beginning::listed;
    use super::*;

    /// The same, without a table: wherever a word may begin.
    fn slowly(text: &str) -> Glance {
        let behind = |at: usize| text[..at].chars().next_back().is_some_and(|before| before.is_ascii_alphabetic());
        let mut starts = text.char_indices().filter(|(at, letter)| !letter.is_ascii() || !behind(*at));
        Glance { digits: digits::may_hold(text), diagnosis: starts.any(|(at, _)| diagnosis::begins(&text[at..])) }
    }

    #[test]
    fn all_words_for_a_diagnosis_are_seen() {
        for line in listed(include_str!("diagnosewoorden.txt")) {
            let first = line.split(' ').next().unwrap();
            for text in [line.to_owned(), line.to_uppercase(), format!("(4x {line})"), format!("é{line}")] {
                assert_eq!(glance(&text), slowly(&text), "{text}");
                assert!(glance(&text).diagnosis, "{text}");
            }
            let spread = line.replace(' ', " \n– ");
            assert!(glance(&spread).diagnosis, "{spread}");
            assert_eq!(glance(first).diagnosis, !line.contains(' ') || diagnosis::begins(first), "{first}");
        }
        assert_eq!(glance("Om half tien"), Glance { digits: false, diagnosis: false });
    }

    proptest! {
        #[test]
        fn a_glance_sees_what_a_long_look_does(
            text in "([a-z]{0,3}|[0-9]|[ '’.-]|[dDaApPsS][eEsSuU][pPsSïi][rRcC]?|ASS|ocd|c-ptss|su\u{ef}cidaal|\u{212a}orsakov|\\PC){0,12}"
        ) {
            prop_assert_eq!(glance(&text), slowly(&text));
        }
    }
}
