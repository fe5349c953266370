//! Days as people write them in a text: `12-3-1984`, `1984-03-12`, `12 maart 1984`, `12 mrt ’84`.

use std::ops::Range;

use super::digits::{Group, Joint, joint};
use super::word::{Word, words};

const MONTHS: [&str; 12] = ["jan", "feb", "maart", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];

/// The days in a text, in order.
pub(super) fn find(text: &str, groups: &[Group]) -> Vec<Range<usize>> {
    let words = words(text);
    let mut found = Vec::new();
    for (place, group) in groups.iter().enumerate() {
        let day = numbers(text, &groups[place..]).or_else(|| named_month(text, &groups[place..], &words));
        if let Some(end) = day.or_else(|| solid(group)) {
            found.push(group.span.start..end);
        }
    }
    found
}

/// Three numbers of which one can be a year.
fn numbers(text: &str, groups: &[Group]) -> Option<usize> {
    let [first, second, third, ..] = groups else { return None };
    let joined = |left, right| matches!(joint(text, left, right), Some(Joint::Space | Joint::Mark(_)));
    if !joined(first, second) || !joined(second, third) {
        return None;
    }
    let values: Vec<u32> = [first, second, third].iter().filter_map(|group| group.digits.parse().ok()).collect();
    let lengths = [first, second, third].map(|group| group.digits.len());
    let right = match (lengths, &values[..]) {
        ([1..=2, 1..=2, 4 | 2], [day, month, _]) => is_day(*day, *month),
        ([4, 1..=2, 1..=2], [_, month, day]) => is_day(*day, *month),
        _ => false,
    };
    right.then_some(third.span.end)
}

/// A day with the name of a month, and maybe a year.
fn named_month(text: &str, groups: &[Group], words: &[Word]) -> Option<usize> {
    let day = groups.first()?;
    if day.digits.len() > 2 || !(1..=31).contains(&day.digits.parse::<u32>().ok()?) {
        return None;
    }
    let month = words.get(words.partition_point(|word| word.span.start < day.span.end))?;
    let near = text[day.span.end..month.span.start].chars().all(|letter| " -./\u{a0}".contains(letter));
    if !near || !(MONTHS.iter().any(|name| month.lower.starts_with(name)) || month.lower.starts_with("mrt")) {
        return None;
    }
    let year = groups.get(1).filter(|year| {
        let between = text.get(month.span.end..year.span.start).unwrap_or("x");
        between.chars().count() <= 3 && !between.contains(char::is_alphabetic) && [2, 4].contains(&year.digits.len())
    });
    Some(year.map_or(month.span.end, |year| year.span.end))
}

/// `12031984` and `19840312`.
fn solid(group: &Group) -> Option<usize> {
    let part = |range: Range<usize>| group.digits.get(range).and_then(|part| part.parse::<u32>().ok()).unwrap_or(0);
    let old = |year: u32| (1900..2100).contains(&year);
    let right = group.digits.len() == 8
        && (old(part(4..8)) && is_day(part(0..2), part(2..4)) || old(part(0..4)) && is_day(part(6..8), part(4..6)));
    right.then_some(group.span.end)
}

fn is_day(day: u32, month: u32) -> bool {
    (1..=31).contains(&day) && (1..=12).contains(&month)
}
