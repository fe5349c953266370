//! Where a word that is too long for its line may break, beyond what hyphenation knows.

use std::ops::Range;

use super::glyphs::BOX;

/// Shows nothing, is not in the text of the PDF, and lets a line end.
pub(super) const BREAK: char = '\u{200B}';
/// The same, but only where there is little room: in a cell of a table.
pub(super) const BREAK_IN_CELL: char = '\u{2060}';

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

/// A piece of a text: how its lines may end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Between words.
    Plain(String),
    /// Nowhere, although there is a dash in it: from time to time, from year to year, and no “e-” or “WeP-” at the end of
    /// a line.
    Whole(String),
    /// A long word: where it may be hyphenated.
    Long(String),
    /// An address, or what is no word: where it is marked, without a hyphen, which would become part of it.
    Broken(String),
}

/// The text in pieces, in order; nothing is left out, and the marks of [`Piece::Broken`] come with it. Words of `long`
/// characters and more are [`Piece::Long`]: looking where a line may end in a word costs more than all the rest of setting it.
pub fn pieces(text: &str, long: usize) -> Vec<Piece> {
    let mut pieces = Pieces { done: Vec::new(), plain: String::new(), long };
    for word in text.split_inclusive(char::is_whitespace) {
        let bare = word.trim_end_matches(char::is_whitespace);
        pieces.word(bare);
        pieces.plain.push_str(&word[bare.len()..]);
    }
    pieces.end();
    pieces.done
}

struct Pieces {
    done: Vec<Piece>,
    /// What comes after those, as far as it is known.
    plain: String,
    long: usize,
}

impl Pieces {
    fn word(&mut self, word: &str) {
        let length = word.chars().count();
        if length > SHORT_WORD || word.contains(['@', '/']) {
            let broken = broken(word, length);
            if broken.contains(['@', '/', BREAK, BREAK_IN_CELL]) {
                return self.push(Piece::Broken(broken));
            }
        }
        let mut rest = word;
        while let Some(whole) = whole(rest) {
            self.part(&rest[..whole.start]);
            self.push(Piece::Whole(rest[whole.clone()].to_owned()));
            rest = &rest[whole.end..];
        }
        self.part(rest);
    }

    fn part(&mut self, part: &str) {
        if part.chars().nth(self.long - 1).is_some() {
            self.push(Piece::Long(part.to_owned()));
        } else {
            self.plain.push_str(part);
        }
    }

    fn push(&mut self, piece: Piece) {
        self.end();
        self.done.push(piece);
    }

    fn end(&mut self) {
        if !self.plain.is_empty() {
            self.done.push(Piece::Plain(std::mem::take(&mut self.plain)));
        }
    }
}

/// Where the first part of a word is that a line may not end in.
fn whole(word: &str) -> Option<Range<usize>> {
    word.char_indices().find_map(|(at, dash)| {
        let (before, after) = (&word[..at], &word[at + dash.len_utf8()..]);
        let (start, end) = match dash {
            '–' => {
                let number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
                let start = before.trim_end_matches(number).len();
                let start = start + before[start..].find(|c: char| c.is_ascii_digit())?;
                let end = after.len() - after.trim_start_matches(number).len();
                after.starts_with(|c: char| c.is_ascii_digit()).then_some((start, end))?
            }
            '-' => {
                let start = before.trim_end_matches(char::is_alphabetic).len();
                let end = after.len() - after.trim_start_matches(char::is_alphabetic).len();
                let letters = (before[start..].chars().count(), after[..end].chars().count());
                let joined = before[..start].ends_with(char::is_numeric) || after[end..].starts_with(char::is_numeric);
                (matches!(letters, (1..=3, 2..=12)) && !joined).then_some((start, end))?
            }
            _ => return None,
        };
        Some(start..at + dash.len_utf8() + end)
    })
}

/// A word with places to break, if it is long: after punctuation in addresses, anywhere in what is not a word.
fn broken(word: &str, length: usize) -> String {
    let is_word = word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | ',' | '.' | ';' | ')' | '’'));
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

    fn pieces(text: &str) -> Vec<Piece> {
        super::pieces(text, 16)
    }

    fn plain(text: &str) -> Piece {
        Piece::Plain(text.to_owned())
    }

    fn whole(text: &str) -> Piece {
        Piece::Whole(text.to_owned())
    }

    fn long(text: &str) -> Piece {
        Piece::Long(text.to_owned())
    }

    /// The parts of the only word of a text.
    fn parts(text: &str) -> Vec<String> {
        match &pieces(text)[..] {
            [Piece::Broken(word)] => word.split(BREAK).map(str::to_owned).collect(),
            pieces => panic!("{text}: {pieces:?}"),
        }
    }

    #[test]
    fn leaves_ordinary_words_to_hyphenation() {
        assert_eq!(pieces("Een gewone zin, artikel 5."), [plain("Een gewone zin, artikel 5.")]);
        let word = "arbeidsongeschiktheidsverzekering,";
        assert_eq!(pieces(&format!("De {word} dus")), [plain("De "), long(word), plain(" dus")]);
        assert_eq!(pieces(""), []);
        assert_eq!(super::pieces("vriendelijkheid", 15), [long("vriendelijkheid")]);
        assert_eq!(pieces("vriendelijkheid"), [plain("vriendelijkheid")]);
    }

    #[test]
    fn keeps_the_parts_of_an_address_whole_outside_cells() {
        let parts = parts("p.noordhof@welzijnveldrijk.example");
        let outside: Vec<String> = parts.iter().map(|part| part.replace(BREAK_IN_CELL, "")).collect();
        assert_eq!(outside, ["p.", "noordhof@", "welzijnveldrijk.", "example"]);
        assert!(parts[2].contains("welzijnv\u{2060}eldrijk"));
        assert_eq!(parts.concat().replace(BREAK_IN_CELL, ""), "p.noordhof@welzijnveldrijk.example");
    }

    #[test]
    fn breaks_addresses_and_what_is_no_word() {
        let broken = Piece::Broken("coordinator@\u{200b}welzijn-\u{200b}veldrijk.\u{200b}nl".to_owned());
        assert_eq!(pieces("Mail coordinator@welzijn-veldrijk.nl nu"), [plain("Mail "), broken, plain(" nu")]);
        assert_eq!(parts(&"x".repeat(300)).len(), 38);
        assert_eq!(pieces(&"e\u{301}".repeat(100)), [long(&"e\u{301}".repeat(100))]);
        assert_eq!(parts("wethouder@veldrijk"), ["wethouder@veldrijk"]);
    }

    #[test]
    fn keeps_on_one_line_what_a_dash_must_not_divide() {
        assert_eq!(pieces("van 9.30–11.00 uur"), [plain("van "), whole("9.30–11.00"), plain(" uur")]);
        assert_eq!(pieces("(2026–2028)"), [plain("("), whole("2026–2028"), plain(")")]);
        assert_eq!(pieces("de WeP-werker mailt"), [plain("de "), whole("WeP-werker"), plain(" mailt")]);
        assert_eq!(
            pieces("een e-mail, in-en-uit"),
            [plain("een "), whole("e-mail"), plain(", "), whole("in-en"), plain("-uit")]
        );
        for divided in ["zorg-en", "COVID-19", "A4-9mm", "wijk – en", "– 5", "a–b", "e-"] {
            assert_eq!(pieces(divided), [plain(divided)]);
        }
    }
}
