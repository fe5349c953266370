//! Where a line may not end although Word would end it there: in “WeP-werker” and in “10.00–11.30”.

use super::xml::Element;

/// A line ends after a part of a word that is longer than this; a shorter one does not stand alone.
const SHORT: usize = 3;
/// What Word calls a no-width non break: without it a line may end after any dash.
const NO_BREAK: char = '\u{200D}';

/// A text as the elements of a run: with a hyphen of Word's own kind after a short first part of a word.
pub fn pieces(literal: &str) -> Vec<Element> {
    if !may_hold(literal) {
        return Vec::from_iter((!literal.is_empty()).then(|| text(literal)));
    }
    let mut pieces = Vec::new();
    let mut part = String::with_capacity(literal.len());
    let mut before = Before::default();
    let mut characters = literal.chars().peekable();
    while let Some(character) = characters.next() {
        let next = characters.peek().copied().unwrap_or(' ');
        if character == '-' && before.is_short_part() && next.is_alphabetic() {
            flush(&mut part, &mut pieces);
            pieces.push(Element::new("w:noBreakHyphen"));
        } else {
            part.push(character);
            if character == '–' && before.last.is_some_and(|last| last.is_ascii_digit()) && next.is_ascii_digit() {
                part.push(NO_BREAK);
            }
        }
        before.add(character);
    }
    flush(&mut part, &mut pieces);
    pieces
}

/// A quick look: most texts have neither of these.
fn may_hold(literal: &str) -> bool {
    let first = "–".as_bytes()[0];
    literal.bytes().fold(false, |found, byte| found | (byte == b'-') | (byte == first))
}

fn flush(part: &mut String, pieces: &mut Vec<Element>) {
    if !part.is_empty() {
        pieces.push(text(part));
        part.clear();
    }
}

fn text(literal: &str) -> Element {
    Element::new("w:t").attr("xml:space", "preserve").text(literal)
}

/// What stands before a character, in its word.
#[derive(Default)]
struct Before {
    last: Option<char>,
    letters: usize,
    /// Something else than letters is in it: an address, a number, a part before another hyphen.
    mixed: bool,
}

impl Before {
    fn add(&mut self, character: char) {
        if character.is_whitespace() || (self.letters == 0 && matches!(character, '(' | '‘' | '“' | '"' | '\'')) {
            *self = Before::default();
        } else if character.is_alphabetic() {
            self.letters += 1;
        } else {
            self.mixed = true;
        }
        self.last = Some(character);
    }

    fn is_short_part(&self) -> bool {
        !self.mixed && (1..=SHORT).contains(&self.letters)
    }
}
