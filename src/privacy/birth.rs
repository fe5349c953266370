//! Dates of birth: a day beside a word such as ‘geboren’, or anything with a year in a field of that name. Other days are
//! nobody's birthday.

use std::ops::Range;

use super::date;
use super::digits::Group;
use super::word::{key, words};

/// How far, in characters, a day stands behind the word; and before it.
const BEHIND: usize = 40;
const AHEAD: usize = 20;

pub(super) fn find(label: &str, text: &str, groups: &[Group]) -> Vec<Range<usize>> {
    let labelled = is_label(label);
    if !labelled && !may_speak(text) {
        return Vec::new();
    }
    let days = date::find(text, groups);
    if labelled {
        // `1984` and the bare number that Excel makes of a day.
        let bare = groups.iter().filter(|group| group.digits.len() >= 4).map(|group| group.span.clone());
        return days.first().cloned().or(bare.clone().next()).into_iter().collect();
    }
    if days.is_empty() {
        return Vec::new();
    }
    let words: Vec<Range<usize>> =
        words(text).into_iter().filter(|word| is_word(&word.lower)).map(|word| word.span).collect();
    let near = |from: usize, to: usize, far: usize| {
        from <= to && to - from <= far * 4 && text[from..to].chars().count() <= far
    };
    let beside = |day: &Range<usize>| {
        let next = words.partition_point(|word| word.start < day.start);
        let before =
            next.checked_sub(1).and_then(|last| words.get(last)).is_some_and(|word| near(word.end, day.start, BEHIND));
        before || words.get(next).is_some_and(|word| near(day.end, word.start, AHEAD))
    };
    days.iter().filter(|day| beside(day)).cloned().collect()
}

/// A quick look: nothing is found where this says no.
pub(super) fn may_hold(label: &str, text: &str) -> bool {
    is_label(label) || may_speak(text)
}

/// A quick look before the words are taken apart: most texts with a number in them are about something else.
fn may_speak(text: &str) -> bool {
    let begins = |from: usize| {
        let bare = || text.as_bytes()[from..].iter().filter(|byte| **byte != b'-').map(u8::to_ascii_lowercase);
        ["geb", "born", "birth", "dob"].iter().any(|part| bare().take(part.len()).eq(part.bytes()))
    };
    // Nearly every letter that begins so goes on in another way.
    let goes_on =
        |at: usize| text.as_bytes().get(at + 1).is_some_and(|next| matches!(next | 32, b'e' | b'o' | b'i' | b'-'));
    text.bytes().enumerate().any(|(at, byte)| matches!(byte | 32, b'g' | b'b' | b'd') && goes_on(at) && begins(at))
}

fn is_word(word: &str) -> bool {
    let word = word.replace('-', "");
    ["geboren", "geboortedat", "geboortedag", "gebdat", "geboorte"].iter().any(|start| word.starts_with(start))
        || ["geb", "born", "birthday", "birthdate", "birth", "dob"].contains(&word.as_str())
}

fn is_label(label: &str) -> bool {
    // All of them have one of these letters; most names of fields do not.
    if !label.bytes().any(|byte| matches!(byte | 32, b'b' | b'v')) {
        return false;
    }
    let key = key(label);
    let within =
        ["geboortedat", "geboortedag", "geboortejaar", "geboren", "gebdat", "dateofbirth", "birthda", "verjaardag"];
    within.iter().any(|part| key.contains(part)) || ["geb", "geboorte", "dob", "birth"].contains(&&*key)
}
