//! Words of a text with their places.

use std::borrow::Cow;
use std::ops::Range;

/// A word: letters, with what may stand inside one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word<'t> {
    pub span: Range<usize>,
    pub text: &'t str,
    /// In small letters.
    pub lower: String,
    /// A sentence may end before this word.
    pub begins: bool,
}

impl Word<'_> {
    /// Begins with a capital and goes on in small letters: `Jan`, `El-Idrissi`, `McAllister`; not `GGZ`.
    pub fn is_capitalised(&self) -> bool {
        let mut letters = self.text.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.any(char::is_lowercase)
    }

    /// One capital.
    pub fn is_initial(&self) -> bool {
        let mut letters = self.text.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
    }
}

/// The words of a text, in order.
pub(super) fn words(text: &str) -> Vec<Word<'_>> {
    let mut words: Vec<Word> = Vec::new();
    let mut start: Option<usize> = None;
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let next = letters.peek().is_some_and(|(_, next)| next.is_alphabetic());
        let inside = letter.is_alphabetic() || start.is_some() && next && "'’-\u{00AD}".contains(letter);
        match (inside, start) {
            (true, None) => start = Some(at),
            (false, Some(begin)) => {
                push(&mut words, text, begin..at);
                start = None;
            }
            _ => {}
        }
    }
    if let Some(begin) = start {
        push(&mut words, text, begin..text.len());
    }
    words
}

fn push<'t>(words: &mut Vec<Word<'t>>, text: &'t str, span: Range<usize>) {
    let begins = words.last().is_none_or(|last| ends_sentence(text, last, span.start));
    let written = &text[span.clone()];
    words.push(Word { span, text: written, lower: written.to_lowercase(), begins });
}

/// A sentence ends between this word and where the next begins. A full stop behind an initial or a short form is none.
fn ends_sentence(text: &str, last: &Word, next: usize) -> bool {
    const SHORT: [&str; 14] =
        ["dhr", "mevr", "mw", "mvr", "dr", "drs", "mr", "ir", "ing", "prof", "geb", "bijv", "o.a", "mej"];
    let between = &text[last.span.end..next];
    let short = last.text.chars().count() == 1 || SHORT.contains(&last.lower.as_str());
    between.contains(['!', '?', ';']) || between.contains("\n\n") || between.contains('.') && !short
}

/// What stands before a place, on its line and without digits: what the number there is called.
pub(super) fn before(text: &str, at: usize) -> &str {
    const FAR: usize = 40;
    let line = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let start = text[line..at].char_indices().rev().take_while(|(_, one)| !one.is_numeric()).take(FAR).last();
    start.map_or("", |(start, _)| &text[line + start..at])
}

/// The letters of a name of a field, without what parts them: `geboorte_datum` → `geboortedatum`.
pub(super) fn key(name: &str) -> Cow<'_, str> {
    if name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()) {
        return Cow::Borrowed(name);
    }
    if name.is_ascii() {
        let letters = name.bytes().filter(u8::is_ascii_alphanumeric);
        return letters.map(|letter| char::from(letter.to_ascii_lowercase())).collect();
    }
    name.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
