//! Where in a text a character stands, in bytes: quick for who asks for one near the one before.

use std::cell::Cell;

/// A text, and the place that was asked for last.
pub(super) struct Cursor<'t> {
    text: &'t str,
    /// In one that is all ASCII, the two are the same.
    ascii: bool,
    /// The number of a character, and the byte at which it begins.
    last: Cell<(usize, usize)>,
}

impl<'t> Cursor<'t> {
    pub fn of(text: &'t str) -> Cursor<'t> {
        Cursor { text, ascii: text.is_ascii(), last: Cell::new((0, 0)) }
    }

    /// The byte at which the character with this number begins, from 0; behind the last one, where the text ends.
    pub fn byte(&self, number: usize) -> usize {
        if self.ascii {
            return number.min(self.text.len());
        }
        let (last, at) = self.last.get();
        // Mostly it is a little further on, with nothing but ASCII between.
        let between = number.checked_sub(last).and_then(|ahead| self.text.as_bytes().get(at..at + ahead));
        if between.is_some_and(<[u8]>::is_ascii) {
            let byte = at + number - last;
            self.last.set((number, byte));
            return byte;
        }
        let byte = match number.checked_sub(last) {
            Some(ahead) => self.text[at..].char_indices().nth(ahead).map(|(further, _)| at + further),
            None => self.text[..at].char_indices().nth_back(last - number - 1).map(|(byte, _)| byte),
        };
        if let Some(byte) = byte {
            self.last.set((number, byte));
        }
        byte.unwrap_or(self.text.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_finds_every_character_in_any_order() {
        for text in ["", "een", "één, “twee” en €3", "💬 drie"] {
            let (cursor, bytes) = (Cursor::of(text), text.char_indices().map(|(at, _)| at).collect::<Vec<_>>());
            let byte = |number: usize| bytes.get(number).copied().unwrap_or(text.len());
            let last = bytes.len() + 2;
            for number in (0..last).chain((0..last).rev()).chain((0..last).map(|at| at * 7 % last)) {
                assert_eq!(cursor.byte(number), byte(number), "{number} in {text}");
            }
        }
    }
}
