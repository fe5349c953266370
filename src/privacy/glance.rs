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

/// The highest bit of each of eight bytes: of a sign that is not ASCII.
const HIGH: u64 = 0x8080_8080_8080_8080;
/// What makes an ASCII letter small.
const SMALL: u64 = 0x2020_2020_2020_2020;

/// Of eight bytes that are all ASCII those from `first` to `last`, by their highest bit.
fn between(bytes: u64, first: u8, last: u8) -> u64 {
    let each = |byte: u8| u64::from(byte) * (HIGH >> 7);
    (bytes + each(0x80 - first)) & !(bytes + each(0x7f - last)) & HIGH
}

/// Looks at a text as far as is needed, eight bytes at a time.
pub(super) fn glance(text: &str) -> Glance {
    let (eights, rest) = text.as_bytes().as_chunks();
    let mut last = [0; 8];
    last[..rest.len()].copy_from_slice(rest);
    // The highest bit is that of the byte before.
    let (mut letters, mut digits) = (0, false);
    for (number, eight) in eights.iter().chain([&last]).enumerate() {
        let bytes = u64::from_le_bytes(*eight);
        let (beyond, ascii) = (bytes & HIGH, bytes & !HIGH);
        let before = letters >> 56;
        letters = between(ascii | SMALL, b'a', b'z') & !beyond;
        digits |= between(ascii, b'0', b'9') & !beyond != 0
            || beyond != 0 && eight.iter().any(|byte| digits::may_begin(*byte));
        // Behind a letter that is not ASCII it looks as if a word begins: that is only a little more to look at.
        let mut begins = letters & !(letters << 8 | before) | beyond;
        while begins != 0 {
            let at = number * 8 + begins.trailing_zeros() as usize / 8;
            if may_begin(text, at) && diagnosis::begins(&text[at..]) {
                return Glance { digits: digits || digits::may_hold(&text[at..]), diagnosis: true };
            }
            begins &= begins - 1;
        }
    }
    Glance { digits, diagnosis: false }
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
