//! Digits in a text, in groups as they are written: `123 456 782` is three groups.

use std::borrow::Cow;
use std::ops::Range;

/// Digits that stand right behind each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Group<'t> {
    pub span: Range<usize>,
    /// The digits as ASCII, whatever digits they are in the text.
    pub digits: Cow<'t, str>,
}

/// The groups of a text, in order. What cannot be seen between two digits does not part them.
pub(super) fn groups(text: &str) -> Vec<Group<'_>> {
    let mut spans: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while let Some(ahead) = text.as_bytes()[at..].iter().position(|byte| may_begin(*byte)) {
        let start = at + ahead;
        let mut end = start;
        at = start;
        for letter in text[start..].chars() {
            let digit = value(letter).is_some();
            let goes_on = digit || end > start && is_invisible(letter);
            if goes_on || at == start {
                at += letter.len_utf8();
            }
            if digit {
                end = at;
            }
            if !goes_on {
                break;
            }
        }
        if end > start {
            spans.push(start..end);
        }
    }
    spans.into_iter().map(|span| Group { digits: digits(&text[span.clone()]), span }).collect()
}

/// The digits of a group as ASCII; most are written so.
fn digits(written: &str) -> Cow<'_, str> {
    match written.bytes().all(|byte| byte.is_ascii_digit()) {
        true => Cow::Borrowed(written),
        false => Cow::Owned(written.chars().filter_map(value).collect()),
    }
}

/// A quick look. All bytes are looked at, many at once.
pub(super) fn may_hold(text: &str) -> bool {
    text.bytes().fold(false, |found, byte| found | may_begin(byte))
}

/// A digit may begin with this byte; those that are not ASCII begin with one of three.
pub(super) fn may_begin(byte: u8) -> bool {
    byte.is_ascii_digit() || matches!(byte, 0xD9 | 0xDB | 0xEF)
}

/// The digit that this letter is, as ASCII: also full-width and Arabic ones.
fn value(letter: char) -> Option<char> {
    let zero = match letter {
        '0'..='9' => return Some(letter),
        '\u{FF10}'..='\u{FF19}' => 0xFF10,
        '\u{0660}'..='\u{0669}' => 0x0660,
        '\u{06F0}'..='\u{06F9}' => 0x06F0,
        _ => return None,
    };
    char::from_digit(letter as u32 - zero, 10)
}

fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{00AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}')
}

/// How two groups are parted: by spaces, or by one such mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Joint {
    Space,
    Mark(char),
    /// By anything else, of at most three characters without a letter.
    Loose,
}

/// How these two groups are joined; nothing when they stand apart.
pub(super) fn joint(text: &str, left: &Group, right: &Group) -> Option<Joint> {
    let between = &text[left.span.end..right.span.start];
    if between.chars().nth(3).is_some() || between.contains(char::is_alphabetic) {
        return None;
    }
    let visible: Vec<char> = between.trim().chars().collect();
    match visible[..] {
        [] => Some(Joint::Space),
        [mark] if ".-/_\u{2010}\u{2011}\u{2013}\u{00B7}".contains(mark) => Some(Joint::Mark(mark)),
        _ => Some(Joint::Loose),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The same, letter by letter.
    fn slowly(text: &str) -> Vec<Range<usize>> {
        let (mut spans, mut open): (Vec<Range<usize>>, bool) = (Vec::new(), false);
        for (at, letter) in text.char_indices() {
            if value(letter).is_some() {
                let end = at + letter.len_utf8();
                match spans.last_mut().filter(|_| open) {
                    Some(span) => span.end = end,
                    None => spans.push(at..end),
                }
                open = true;
            } else {
                open = open && is_invisible(letter);
            }
        }
        spans
    }

    proptest! {
        #[test]
        fn all_groups_are_seen(text in "([0-9]|[٠-٩۰-۹０-９]|[a-zé م ،]|[\u{AD}\u{200B}-\u{200D}\u{FEFF}]|\\PC){0,12}") {
            let spans: Vec<Range<usize>> = groups(&text).into_iter().map(|group| group.span).collect();
            prop_assert_eq!(spans, slowly(&text));
        }
    }
}
