//! A day that comes back every month: “tweede dinsdag”, “laatste vrijdag van de maand”.

use std::fmt;
use std::str::FromStr;

use jiff::civil::{Date, Weekday};

use super::{WEEKDAYS, pattern, weekday_name};
use crate::dutch::{ALIKE, nearest};

/// A day of the week with its rank in the month. Written `tweede dinsdag`; also read as `2e dinsdag` and
/// `de tweede dinsdag van de maand`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MonthRule {
    /// 1 to 4, or −1 for the last: every month has each of these.
    rank: i8,
    weekday: Weekday,
}

/// The ranks with their names, and the other ways to write them.
const RANKS: [(i8, &str, [&str; 2]); 5] = [
    (1, "eerste", ["1e", "1ste"]),
    (2, "tweede", ["2e", "2de"]),
    (3, "derde", ["3e", "3de"]),
    (4, "vierde", ["4e", "4de"]),
    (-1, "laatste", ["laatst", "allerlaatste"]),
];

/// What may stand before the rank and behind the day.
const OPENINGS: [&str; 4] = ["de", "elke", "iedere", "op"];
const ENDINGS: [&str; 4] = ["van elke maand", "van iedere maand", "van de maand", "in de maand"];

/// A month has a fifth Tuesday only now and then.
const FIFTH: [&str; 3] = ["vijfde", "5e", "5de"];

impl MonthRule {
    pub(super) fn new(rank: i8, weekday: Weekday) -> MonthRule {
        MonthRule { rank, weekday }
    }

    /// What is read as a rule, as a pattern without beginning and end.
    pub fn pattern() -> String {
        let ranks = RANKS.iter().flat_map(|(_, name, others)| std::iter::once(*name).chain(*others));
        let (rank, day) = (pattern::any_of(ranks), pattern::weekday());
        let (opening, ending) = (pattern::any_of(OPENINGS), pattern::any_of(ENDINGS));
        format!(r"(?:{opening}\s+)*{rank}\s+{day}(?:\s+{ending})?")
    }

    /// 1 to 4, or −1 for the last.
    pub fn rank(self) -> i8 {
        self.rank
    }

    pub fn weekday(self) -> Weekday {
        self.weekday
    }

    /// The day in this month; nothing outside the years that the calendar knows.
    pub fn day_in(self, year: i16, month: i8) -> Option<Date> {
        Date::new(year, month, 1).ok()?.nth_weekday_of_month(self.rank, self.weekday).ok()
    }

    /// The first such day on or after `day`.
    pub fn on_or_after(self, day: Date) -> Option<Date> {
        let this_month = self.day_in(day.year(), day.month())?;
        if this_month >= day {
            return Some(this_month);
        }
        let (year, month) = months_later(day.year(), day.month(), 1)?;
        self.day_in(year, month)
    }
}

/// The month so many months later, as year and month.
pub(super) fn months_later(year: i16, month: i8, months: u32) -> Option<(i16, i8)> {
    let count = i64::from(year) * 12 + i64::from(month) - 1 + i64::from(months);
    Some((i16::try_from(count.div_euclid(12)).ok()?, (count.rem_euclid(12) + 1) as i8))
}

impl fmt::Display for MonthRule {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rank = RANKS.iter().find(|(rank, ..)| *rank == self.rank).map_or("", |(_, name, _)| name);
        write!(formatter, "{rank} {}", weekday_name(self.weekday))
    }
}

impl FromStr for MonthRule {
    type Err = String;

    fn from_str(text: &str) -> Result<MonthRule, String> {
        let lower = text.to_lowercase();
        let lower = lower.split_whitespace().collect::<Vec<_>>().join(" ");
        let end = |ending: &&str| lower.strip_suffix(ending).filter(|bare| bare.ends_with(' '));
        let bare = ENDINGS.iter().find_map(end).unwrap_or(&lower);
        let words: Vec<&str> = bare.split_whitespace().skip_while(|word| OPENINGS.contains(word)).collect();
        let refuse = |why: String| Err(format!("‘{}’ is geen vaste dag van de maand; {why}", text.trim()));
        match words[..] {
            [rank, day] if FIFTH.contains(&rank) => {
                refuse(format!("niet elke maand heeft een vijfde {day}, kies ‘laatste {day}’"))
            }
            [rank, day] => match (find_rank(rank), find_weekday(day)) {
                (Some(rank), Some(weekday)) => Ok(MonthRule { rank, weekday }),
                (rank, weekday) => {
                    let rank = rank.or_else(|| nearest_rank(rank_of(&words)));
                    let weekday = weekday.or_else(|| nearest_weekday(day));
                    match (rank, weekday) {
                        (Some(rank), Some(weekday)) => refuse(format!("bedoelde u ‘{}’?", MonthRule { rank, weekday })),
                        _ => refuse(EXAMPLE.to_owned()),
                    }
                }
            },
            [day] if find_weekday(day).is_some() => {
                refuse(format!("zeg ook welke {day}: eerste, tweede, derde, vierde of laatste"))
            }
            [rank, day, ..] if find_rank(rank).is_some() && find_weekday(day).is_some() => {
                refuse(format!("schrijf hier alleen ‘{rank} {day}’; de tijd hoort in een eigen veld"))
            }
            _ => refuse(EXAMPLE.to_owned()),
        }
    }
}

const EXAMPLE: &str = "schrijf bijvoorbeeld ‘tweede dinsdag’ of ‘laatste vrijdag’";

fn rank_of<'a>(words: &[&'a str]) -> &'a str {
    words.first().copied().unwrap_or_default()
}

pub(super) fn find_rank(word: &str) -> Option<i8> {
    RANKS.iter().find(|(_, name, others)| *name == word || others.contains(&word)).map(|(rank, ..)| *rank)
}

pub(super) fn find_weekday(word: &str) -> Option<Weekday> {
    let position = WEEKDAYS.iter().position(|name| *name == word)?;
    Weekday::from_monday_zero_offset(position as i8).ok()
}

/// The rank that a slip of the pen is most like.
fn nearest_rank(word: &str) -> Option<i8> {
    nearest(word, RANKS.iter().map(|(rank, name, _)| (*name, *rank)), ALIKE)
}

pub(super) fn nearest_weekday(word: &str) -> Option<Weekday> {
    nearest(word, WEEKDAYS.iter().map(|name| (*name, *name)), ALIKE).and_then(find_weekday)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_rule_is_read_in_the_ways_people_write_it() {
        for (text, written) in [
            ("tweede dinsdag", "tweede dinsdag"),
            (" De Tweede Dinsdag van de maand ", "tweede dinsdag"),
            ("elke 1e maandag", "eerste maandag"),
            ("laatste vrijdag van elke maand", "laatste vrijdag"),
            ("4de zaterdag", "vierde zaterdag"),
        ] {
            assert_eq!(text.parse::<MonthRule>().map(|rule| rule.to_string()).as_deref(), Ok(written), "{text}");
        }
    }

    #[test]
    fn what_is_no_rule_says_the_way_out() {
        for (text, way_out) in [
            ("vijfde dinsdag", "kies ‘laatste dinsdag’"),
            ("dinsdag", "zeg ook welke dinsdag"),
            ("tweede dinsdagg", "bedoelde u ‘tweede dinsdag’?"),
            ("twede dinsdag", "bedoelde u ‘tweede dinsdag’?"),
            ("tweede dinsdag 10.00 uur", "de tijd hoort in een eigen veld"),
            ("om de week", "schrijf bijvoorbeeld ‘tweede dinsdag’"),
            ("", "schrijf bijvoorbeeld"),
            ("tweede tuesday", "schrijf bijvoorbeeld"),
        ] {
            let said = text.parse::<MonthRule>().unwrap_err();
            assert!(said.contains(way_out), "{text}: {said}");
        }
    }

    #[test]
    fn the_day_is_the_one_of_the_almanac() {
        let rule = |text: &str| text.parse::<MonthRule>().unwrap();
        assert_eq!(rule("tweede dinsdag").day_in(2027, 2), Some(date(2027, 2, 9)));
        assert_eq!(rule("laatste donderdag").day_in(2028, 2), Some(date(2028, 2, 24)));
        assert_eq!(rule("eerste maandag").on_or_after(date(2027, 2, 1)), Some(date(2027, 2, 1)));
        assert_eq!(rule("eerste maandag").on_or_after(date(2027, 12, 7)), Some(date(2028, 1, 3)));
    }
}
