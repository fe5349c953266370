//! Burgerservicenummers: nine digits, or eight when the nought in front is left out, that pass the eleven-test.
//!
//! One number in eleven passes that test, so what surely is something else is left alone:
//! - a number behind or under a word for telephone, fax, RSIN or VAT, or for an amount of money;
//! - eight digits behind or under a word for the Kamer van Koophandel or an AGB code, eight digits that are a day, and
//!   numbers that begin with 0800 or 0900;
//! - digits that are part of a longer number (a telephone number has ten) or of a word (`NL123456782B01`), and those in the
//!   address of a web page.
//!
//! Behind or under the word BSN itself all of this counts, in any grouping.

use std::cell::LazyCell;
use std::ops::Range;

use super::digits::{Group, Joint, joint};
use super::word::{before, key};

const BSN: [&str; 5] = ["bsn", "burgerservice", "burger service", "sofi", "burgerserv"];
/// Under these, no nine digits are a burgerservicenummer.
const OTHER: [&str; 21] = [
    "tel",
    "telef",
    "mobiel",
    "fax",
    "rsin",
    "fiscaal",
    "fiscale",
    "btw",
    "omzetbelasting",
    "bedrag",
    "euro",
    "€",
    "bijdrage",
    "graad",
    "anbi",
    "phone",
    "prijs",
    "kosten",
    "per_jaar",
    "06-nummer",
    "whatsapp",
];
/// Under these, no eight digits are.
const EIGHT: [&str; 6] = ["kvk", "k.v.k", "koophandel", "handelsregister", "agb", "postcode"];

/// Digits of the shortest one, without the nought in front.
pub(super) const SHORTEST: usize = 8;

pub(super) fn find(label: &str, text: &str, groups: &[Group]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    // Most texts with a number have a day, a time or a postcode.
    if groups.iter().map(|group| group.digits.len()).sum::<usize>() < SHORTEST {
        return found;
    }
    let labelled = LazyCell::new(|| is_label(label));
    let label = label.to_lowercase();
    for first in 0..groups.len() {
        if found.last().is_some_and(|span| groups[first].span.start < span.end) {
            continue;
        }
        if let Some(span) = from(&label, &|| *labelled, text, groups, first) {
            found.push(span);
        }
    }
    found
}

/// A field of this name is for such a number.
pub(super) fn is_label(label: &str) -> bool {
    // All of them have one of these letters, which no other letter becomes when it is made small.
    label.bytes().any(|byte| matches!(byte | 32, b'b' | b's')) && names(&label.to_lowercase(), &BSN)
}

/// The number that begins with this group; `labelled` says whether it is called one.
fn from(label: &str, labelled: &dyn Fn() -> bool, text: &str, groups: &[Group], first: usize) -> Option<Range<usize>> {
    let start = groups[first].span.start;
    // Most numbers are too short to look at what stands before them.
    let ahead = LazyCell::new(|| before(text, start).to_lowercase());
    let named = LazyCell::new(|| labelled() || names(&ahead, &BSN));
    let mut length = 0;
    let mut joints = Vec::new();
    for (place, group) in groups.iter().enumerate().skip(first) {
        if place > first {
            joints.push(joint(text, &groups[place - 1], group)?);
        }
        length += group.digits.len();
        if length > 9 {
            return None;
        }
        if length < SHORTEST {
            continue;
        }
        let digits: String = groups[first..=place].iter().map(|group| group.digits.as_ref()).collect();
        let span = start..group.span.end;
        let passes = eleven(&digits);
        // Ten in eleven are none, whatever is said about them.
        let right = (passes || labelled())
            && match *named {
                true => digits.len() == 9 || ends_here(text, groups, place),
                false => {
                    passes
                        && stands_alone(text, &span)
                        && !is_part_of_more(text, groups, first, place, &joints)
                        && !is_something_else(label, &ahead, text, &span, &digits, &joints)
                }
            };
        if right {
            return Some(span);
        }
    }
    None
}

/// No more digits follow that belong to this number.
fn ends_here(text: &str, groups: &[Group], last: usize) -> bool {
    groups.get(last + 1).is_none_or(|next| joint(text, &groups[last], next).is_none())
}

/// The weights 9 to 2, and −1 for the last digit, give a multiple of eleven.
fn eleven(digits: &str) -> bool {
    // From behind: eight digits lack the nought in front.
    let weighed = digits.bytes().rev().zip([-1, 2, 3, 4, 5, 6, 7, 8, 9]);
    let sum: i32 = weighed.map(|(digit, weight)| i32::from(digit - b'0') * weight).sum();
    sum % 11 == 0 && digits.bytes().any(|digit| digit != b'0')
}

/// No letter, plus or at-sign touches it, and it is not in the address of a web page.
fn stands_alone(text: &str, span: &Range<usize>) -> bool {
    let touches = |letter: char| letter.is_alphanumeric() || "+#@".contains(letter);
    let left = text[..span.start].chars().next_back().is_some_and(touches);
    let right = text[span.end..].chars().next().is_some_and(|letter| letter.is_alphanumeric() || letter == '@');
    let token = text[..span.start].rsplit(char::is_whitespace).next().unwrap_or_default();
    !left && !right && !token.contains("://") && !token.starts_with("www.")
}

/// The digits are a piece of a longer row of digits. Groups with spaces between them may stand beside other numbers when
/// they are grouped as people group nine digits.
fn is_part_of_more(text: &str, groups: &[Group], first: usize, last: usize, joints: &[Joint]) -> bool {
    let sizes: Vec<usize> = groups[first..=last].iter().map(|group| group.digits.len()).collect();
    let usual = matches!(sizes[..], [8 | 9] | [3, 3, 3] | [4, 2, 3] | [2, 2, 2, 3]);
    // Five numbers beside each other are five numbers; nine single digits are one that is spelled.
    let several = sizes.len() > 4 && sizes.len() < 9;
    let left = first.checked_sub(1).and_then(|other| joint(text, &groups[other], &groups[first]));
    let right = groups.get(last + 1).and_then(|next| joint(text, &groups[last], next));
    // +31 612 345 678
    let abroad = left == Some(Joint::Space)
        && first > 0
        && (groups[first - 1].digits.starts_with("00") || text[..groups[first - 1].span.start].ends_with('+'));
    let attached = |side: Option<Joint>| match side {
        Some(Joint::Mark(_)) => true,
        Some(Joint::Space) => !usual && joints.contains(&Joint::Space),
        _ => false,
    };
    several || abroad || attached(left) || attached(right)
}

fn is_something_else(
    label: &str,
    ahead: &str,
    text: &str,
    span: &Range<usize>,
    digits: &str,
    joints: &[Joint],
) -> bool {
    let uniform = joints.windows(2).all(|pair| pair[0] == pair[1]) && !joints.contains(&Joint::Loose);
    let behind = text[span.end..].trim_start().to_lowercase();
    let money = behind.starts_with("euro") || behind.starts_with('€') || behind.starts_with("eur ");
    let nine = digits.len() == 9;
    let eight = names(label, &EIGHT)
        || names(ahead, &EIGHT)
        || is_day(digits)
        || digits.starts_with("0800")
        || digits.starts_with("0900");
    !uniform || money || names(label, &OTHER) || names(ahead, &OTHER) || !nine && (!joints.is_empty() || eight)
}

/// `20270115` and `15012027`.
fn is_day(digits: &str) -> bool {
    let number = |range: Range<usize>| digits.get(range).and_then(|part| part.parse::<u32>().ok()).unwrap_or_default();
    let day = |year: u32, month: u32, day: u32| {
        (1900..2100).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day)
    };
    day(number(0..4), number(4..6), number(6..8)) || day(number(4..8), number(2..4), number(0..2))
}

/// One of these words is in the text, or in the name of a field.
fn names(text: &str, words: &[&str]) -> bool {
    if text.is_empty() {
        return false;
    }
    let bare = key(text);
    // A short word stands alone: `tel` is not in `hotel`, and not in `telt`.
    let alone = |one: &str, word: &str| {
        one.strip_prefix(word).is_some_and(|rest| ["", "nummer", "nummers", "nr", "nrs", "code"].contains(&rest))
    };
    words.iter().any(|word| match word.chars().all(char::is_alphabetic) && word.len() <= 4 {
        true => text.split(|letter: char| !letter.is_alphanumeric()).any(|one| alone(one, word)),
        false => text.contains(word) || bare.contains(word),
    })
}
