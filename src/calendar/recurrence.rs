//! A day that comes back: “elke dinsdag”, “om de week op woensdag”, “elke tweede dinsdag van de maand”. One rule gives
//! the words, the days and the RRULE of a calendar file.

use std::fmt;
use std::str::FromStr;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::rule::{MonthRule, find_rank, find_weekday, months_later, nearest_weekday};
use super::{WEEKDAYS, pattern, weekday_name};

/// When something comes back. Written as people say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Recurrence {
    /// Once in so many weeks, from 1 to [`MOST_WEEKS`].
    Weeks { every: u8, weekday: Weekday },
    /// A fixed day of each month.
    Month(MonthRule),
}

/// What comes back less often than this is no habit that people remember.
pub const MOST_WEEKS: u8 = 8;

/// The words for 1 to [`MOST_WEEKS`].
const COUNTS: [&str; MOST_WEEKS as usize] = ["een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht"];

/// More days than anyone plans ahead: a guard against a slip in a year.
const MOST_DAYS: usize = 600;

/// The names of RFC 5545, Monday first.
const RFC_DAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

impl Recurrence {
    /// What is read as a rule, as a pattern without beginning and end.
    pub fn pattern() -> String {
        let word = |text| pattern::any_of([text]);
        let (each, count) = (pattern::any_of(EACH), pattern::any_of(COUNTS.into_iter().chain(DIGITS)));
        let once = format!(r"(?:{}|{}\s+{})\s+", word("eens"), pattern::any_of(ONE), word("keer"));
        let paces = ["wekelijks", "tweewekelijks", "om de week", "elke week", "iedere week", "per week"];
        let counted = format!(r"{}\s+{count}\s+{}", pattern::any_of(["om de", "elke", "iedere", "per"]), word("weken"));
        let pace = format!(r"(?:{}|{counted}|{each})", pattern::any_of(paces));
        let weeks = format!(r"(?:{once})?{pace}(?:\s+{})?\s+{}", word("op"), pattern::weekday());
        let monthly = pattern::any_of(["maandelijks", "elke maand", "iedere maand", "eens per maand"]);
        let monthly = format!(r"(?:{monthly}|{}\s+{})", pattern::any_of(ONE), word("keer per maand"));
        let month = format!(r"(?:{monthly}\s+)?{}", MonthRule::pattern());
        // A comma may stand between words too.
        format!("(?:{weeks}|{month})").replace(r"\s+", r"[\s,]+")
    }

    pub fn weekday(self) -> Weekday {
        match self {
            Recurrence::Weeks { weekday, .. } => weekday,
            Recurrence::Month(rule) => rule.weekday(),
        }
    }

    /// Every week on the same day.
    pub fn is_weekly(self) -> bool {
        matches!(self, Recurrence::Weeks { every: 1, .. })
    }

    /// In which week it begins makes a difference: it skips weeks.
    pub fn skips_weeks(self) -> bool {
        matches!(self, Recurrence::Weeks { every, .. } if every > 1)
    }

    /// The days from the first that fits, on or after `from`, up to and including `until`.
    pub fn days(self, from: Date, until: Date) -> Vec<Date> {
        let mut days = Vec::new();
        let mut next = match self {
            Recurrence::Weeks { weekday, .. } => {
                from.yesterday().and_then(|before| before.nth_weekday(1, weekday)).ok()
            }
            Recurrence::Month(rule) => rule.on_or_after(from),
        };
        while let Some(day) = next.filter(|day| *day <= until && days.len() < MOST_DAYS) {
            days.push(day);
            next = match self {
                Recurrence::Weeks { every, .. } => day.checked_add(i64::from(every).weeks()).ok(),
                Recurrence::Month(rule) => {
                    months_later(day.year(), day.month(), 1).and_then(|(year, month)| rule.day_in(year, month))
                }
            };
        }
        days
    }

    /// The recurrence rule of RFC 5545 §3.3.10, without an end: `FREQ=MONTHLY;BYDAY=2TU`.
    pub fn rrule(self) -> String {
        let day = RFC_DAYS[self.weekday().to_monday_zero_offset() as usize];
        match self {
            Recurrence::Weeks { every: 1, .. } => format!("FREQ=WEEKLY;BYDAY={day}"),
            Recurrence::Weeks { every, .. } => format!("FREQ=WEEKLY;INTERVAL={every};BYDAY={day}"),
            Recurrence::Month(rule) => format!("FREQ=MONTHLY;BYDAY={}{day}", rule.rank()),
        }
    }
}

impl fmt::Display for Recurrence {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Recurrence::Weeks { every: 1, weekday } => write!(formatter, "elke {}", weekday_name(weekday)),
            Recurrence::Weeks { every: 2, weekday } => write!(formatter, "om de week op {}", weekday_name(weekday)),
            Recurrence::Weeks { every, weekday } => {
                let count = COUNTS.get(usize::from(every).saturating_sub(1)).copied().unwrap_or_default();
                write!(formatter, "om de {count} weken op {}", weekday_name(weekday))
            }
            Recurrence::Month(rule) => write!(formatter, "elke {rule} van de maand"),
        }
    }
}

impl FromStr for Recurrence {
    type Err = String;

    fn from_str(text: &str) -> Result<Recurrence, String> {
        let lower = text.trim().trim_end_matches('.').to_lowercase();
        let between = |letter: char| letter.is_whitespace() || letter == ',';
        let words: Vec<&str> = lower.split(between).filter(|word| !word.is_empty()).collect();
        let read = weeks(&words).or_else(|| month(&words));
        read.ok_or_else(|| format!("‘{}’ is geen regel die wep kent; {}", text.trim(), way_out(&words)))
    }
}

const EACH: [&str; 2] = ["elke", "iedere"];
const ONE: [&str; 3] = ["één", "een", "1"];
const DIGITS: [&str; MOST_WEEKS as usize] = ["1", "2", "3", "4", "5", "6", "7", "8"];

/// A rule that counts in weeks.
fn weeks(words: &[&str]) -> Option<Recurrence> {
    let (every, rest) = interval(words)?;
    let day = if rest.first() == Some(&"op") { &rest[1..] } else { rest };
    match day {
        [day] => Some(Recurrence::Weeks { every, weekday: find_weekday(day)? }),
        _ => None,
    }
}

/// In how many weeks once, and the words behind that.
fn interval<'w, 't>(words: &'w [&'t str]) -> Option<(u8, &'w [&'t str])> {
    // ‘eens per twee weken’ and ‘één keer per week’ say the same as ‘elke twee weken’ and ‘elke week’.
    let words = match words {
        ["eens", rest @ ..] => rest,
        ["één" | "een" | "1", "keer", rest @ ..] => rest,
        _ => words,
    };
    match words {
        ["wekelijks", rest @ ..] => Some((1, rest)),
        ["tweewekelijks", rest @ ..] | ["om", "de", "week", rest @ ..] => Some((2, rest)),
        ["om", "de", count, "weken", rest @ ..] => Some((number(count)?, rest)),
        ["elke" | "iedere" | "per", "week", rest @ ..] => Some((1, rest)),
        ["elke" | "iedere" | "per", count, "weken", rest @ ..] => Some((number(count)?, rest)),
        ["elke" | "iedere", rest @ ..] => Some((1, rest)),
        _ => None,
    }
}

fn number(word: &str) -> Option<u8> {
    let among = |words: [&str; MOST_WEEKS as usize]| words.iter().position(|one| *one == word);
    among(COUNTS).or_else(|| among(DIGITS)).map(|position| position as u8 + 1)
}

/// A fixed day of the month; ‘elke tweede dinsdag’ is read so too.
fn month(words: &[&str]) -> Option<Recurrence> {
    let words = match words {
        ["maandelijks", rest @ ..] | ["elke" | "iedere", "maand", rest @ ..] => rest,
        ["eens", "per", "maand", rest @ ..] | ["één" | "een" | "1", "keer", "per", "maand", rest @ ..] => rest,
        _ => words,
    };
    words.join(" ").parse().ok().map(Recurrence::Month)
}

/// What to write, for words that are no rule.
fn way_out(words: &[&str]) -> String {
    let days: Vec<&str> = words.iter().copied().filter(|word| find_weekday(word).is_some()).collect();
    let has_time = |word: &&str| *word == "uur" || word.split(['.', ':']).filter(|part| number_like(part)).count() == 2;
    let monthly = words.iter().any(|word| ["maand", "maandelijks"].contains(word));
    match days[..] {
        _ if words.iter().any(has_time) => {
            "schrijf hier alleen de dag; de tijd hoort bij ‘begin’ en ‘einde’".to_owned()
        }
        [_, _, ..] => "schrijf hier één dag; zet de activiteit voor de andere dag nog een keer in de lijst".to_owned(),
        [day] if words.iter().any(|word| ["vijfde", "5e", "5de"].contains(word)) => {
            format!("niet elke maand heeft een vijfde {day}, kies ‘elke laatste {day} van de maand’")
        }
        [day] if monthly => format!("zeg ook welke {day}, zoals ‘elke eerste {day} van de maand’"),
        [day] => format!("bedoelde u ‘elke {day}’?"),
        [] => {
            match (words.iter().find_map(|word| nearest_weekday(word)), words.iter().find_map(|word| find_rank(word))) {
                (Some(weekday), Some(rank)) => {
                    format!("bedoelde u ‘{}’?", Recurrence::Month(MonthRule::new(rank, weekday)))
                }
                (Some(weekday), None) if words.len() < 4 => {
                    format!("bedoelde u ‘{}’?", Recurrence::Weeks { every: 1, weekday })
                }
                _ if interval(words).is_some_and(|(_, rest)| rest.is_empty()) => {
                    "zeg ook op welke dag, zoals ‘om de week op woensdag’".to_owned()
                }
                _ => EXAMPLE.to_owned(),
            }
        }
    }
}

const EXAMPLE: &str =
    "schrijf bijvoorbeeld ‘elke dinsdag’, ‘om de week op woensdag’, ‘elke tweede dinsdag van de maand’ of een datum";

fn number_like(part: &str) -> bool {
    !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit())
}

/// What a text in free words says about when something comes back, as far as it says it (X5).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Spoken {
    weekdays: Vec<Weekday>,
    /// The ranks that stand before a day: ‘de eerste dinsdag’.
    ranks: Vec<i8>,
    paces: Vec<Pace>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pace {
    Weekly,
    Fortnightly,
    Monthly,
}

/// What may stand behind the name of a day in one word: ‘vrijdagavond’.
const PARTS_OF_A_DAY: [&str; 7] = ["", "s", "ochtend", "morgen", "middag", "avond", "avonden"];

impl Spoken {
    pub fn in_text(text: &str) -> Spoken {
        let lower = text.to_lowercase();
        let words: Vec<&str> =
            lower.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        let mut spoken = Spoken::default();
        for (at, word) in words.iter().enumerate() {
            let before =
                |back: usize| at.checked_sub(back).and_then(|place| words.get(place)).copied().unwrap_or_default();
            if let Some(weekday) = day_in(word) {
                spoken.weekdays.push(weekday);
                spoken.ranks.extend(find_rank(before(1)));
                if EACH.contains(&before(1)) {
                    spoken.paces.push(Pace::Weekly);
                }
            }
            let counted = ["twee", "2", "drie", "3"].contains(&before(3));
            match (before(2), before(1), *word) {
                (_, _, "wekelijks" | "wekelijkse") => spoken.paces.push(Pace::Weekly),
                (_, _, "tweewekelijks" | "tweewekelijkse") | ("om", "de", "week") => {
                    spoken.paces.push(Pace::Fortnightly);
                }
                (_, "twee" | "2", "weken") if ["de", "elke", "iedere", "per"].contains(&before(2)) => {
                    spoken.paces.push(Pace::Fortnightly);
                }
                ("keer", "per", "week" | "maand") if counted => {}
                (_, "elke" | "iedere" | "per", "week") => spoken.paces.push(Pace::Weekly),
                (_, _, "maandelijks" | "maandelijkse")
                | (_, "elke" | "iedere" | "per", "maand")
                | ("van" | "in", "de", "maand") => spoken.paces.push(Pace::Monthly),
                _ => {}
            }
        }
        spoken
    }

    /// Whether the text speaks of another day or another rhythm than the rule.
    pub fn differs_from(&self, rule: Recurrence) -> bool {
        let other_pace = |own: Pace| !self.paces.is_empty() && !self.paces.contains(&own);
        self.names_another(rule.weekday())
            || match rule {
                Recurrence::Weeks { every: 1, .. } => !self.ranks.is_empty() || other_pace(Pace::Weekly),
                Recurrence::Weeks { every: 2, .. } => !self.ranks.is_empty() || other_pace(Pace::Fortnightly),
                Recurrence::Weeks { .. } => self.paces.iter().any(|pace| *pace != Pace::Monthly),
                Recurrence::Month(rule) => {
                    !self.ranks.is_empty() && !self.ranks.contains(&rule.rank()) || other_pace(Pace::Monthly)
                }
            }
    }

    /// Whether the text speaks of another day, or of coming back at all, where something is on one day only.
    pub fn differs_from_day(&self, day: Date) -> bool {
        self.names_another(day.weekday()) || !self.paces.is_empty()
    }

    fn names_another(&self, weekday: Weekday) -> bool {
        !self.weekdays.is_empty() && !self.weekdays.contains(&weekday)
    }
}

/// The day that a word names, alone or with a part of the day behind it.
fn day_in(word: &str) -> Option<Weekday> {
    let name =
        WEEKDAYS.iter().find(|name| word.strip_prefix(**name).is_some_and(|rest| PARTS_OF_A_DAY.contains(&rest)))?;
    find_weekday(name)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn rule(text: &str) -> Recurrence {
        text.parse().unwrap_or_else(|error| panic!("{error}"))
    }

    #[test]
    fn a_rule_is_read_in_the_ways_people_write_it_and_written_in_one() {
        for (text, written) in [
            ("elke dinsdag", "elke dinsdag"),
            ("Iedere Dinsdag.", "elke dinsdag"),
            ("wekelijks op vrijdag", "elke vrijdag"),
            ("één keer per week op vrijdag", "elke vrijdag"),
            ("om de week op woensdag", "om de week op woensdag"),
            ("om de 2 weken op woensdag", "om de week op woensdag"),
            ("elke twee weken op woensdag", "om de week op woensdag"),
            ("om de drie weken op maandag", "om de drie weken op maandag"),
            ("elke 2e dinsdag van de maand", "elke tweede dinsdag van de maand"),
            ("elke tweede dinsdag", "elke tweede dinsdag van de maand"),
            ("maandelijks op de laatste vrijdag", "elke laatste vrijdag van de maand"),
            ("eens per maand, op de eerste maandag", "elke eerste maandag van de maand"),
        ] {
            assert_eq!(text.parse::<Recurrence>().map(|rule| rule.to_string()).as_deref(), Ok(written), "{text}");
            assert_eq!(rule(written).to_string(), written);
        }
    }

    #[test]
    fn what_is_no_rule_says_the_way_out() {
        for (text, way_out) in [
            ("dinsdag", "bedoelde u ‘elke dinsdag’?"),
            ("elke dinsdagg", "bedoelde u ‘elke dinsdag’?"),
            ("elke tweede dinsdg", "bedoelde u ‘elke tweede dinsdag van de maand’?"),
            ("elke dinsdag om 10.00 uur", "de tijd hoort bij ‘begin’ en ‘einde’"),
            ("elke dinsdag en donderdag", "schrijf hier één dag"),
            ("elke vijfde dinsdag", "kies ‘elke laatste dinsdag van de maand’"),
            ("een keer per maand op vrijdag", "zeg ook welke vrijdag"),
            ("om de week", "zeg ook op welke dag"),
            ("om de twintig weken op maandag", "bedoelde u ‘elke maandag’?"),
            ("af en toe", "schrijf bijvoorbeeld ‘elke dinsdag’"),
            ("", "schrijf bijvoorbeeld"),
        ] {
            let said = text.parse::<Recurrence>().unwrap_err();
            assert!(said.contains(way_out), "{text}: {said}");
        }
    }

    #[test]
    fn the_days_are_those_of_the_almanac() {
        let until = date(2027, 3, 31);
        let tuesdays = rule("elke dinsdag").days(date(2027, 3, 2), until);
        assert_eq!(tuesdays.iter().map(|day| day.day()).collect::<Vec<_>>(), [2, 9, 16, 23, 30]);
        let fortnight = rule("om de week op woensdag").days(date(2027, 3, 4), until);
        assert_eq!(fortnight, [date(2027, 3, 10), date(2027, 3, 24)]);
        let last = rule("elke laatste vrijdag van de maand").days(date(2027, 1, 30), until);
        assert_eq!(last, [date(2027, 2, 26), date(2027, 3, 26)]);
        assert!(rule("elke dinsdag").days(until, date(2027, 3, 1)).is_empty());
    }

    #[test]
    fn x5_a_text_that_says_another_rhythm_than_the_rule_is_noticed() {
        let differs = |text: &str, written: &str| Spoken::in_text(text).differs_from(rule(written));
        // The three of bijlage 6.
        assert!(differs("Een keer per maand op vrijdag met elkaar koken.", "elke vrijdag"));
        assert!(differs("Elke eerste dinsdag van de maand samen eten.", "elke dinsdag"));
        assert!(differs("Iedere laatste vrijdag van de maand komen we bij elkaar.", "elke vrijdag"));
        assert!(differs("Inloop op vrijdagavond", "elke donderdag"));
        assert!(differs("Elke dinsdag", "elke tweede dinsdag van de maand"));
        assert!(differs("de derde dinsdag", "elke tweede dinsdag van de maand"));
        assert!(differs("We wandelen elke week.", "om de week op woensdag"));
        assert!(differs("om de week", "elke woensdag"));
        for (text, written) in [
            ("Elke vrijdag koken we samen.", "elke vrijdag"),
            ("De eerste keer is gratis.", "elke vrijdag"),
            ("Elke tweede dinsdag van de maand.", "elke tweede dinsdag van de maand"),
            ("Elke tweede dinsdag.", "elke tweede dinsdag van de maand"),
            ("Een maandelijkse maaltijd.", "elke tweede dinsdag van de maand"),
            ("Om de week op woensdagmiddag", "om de week op woensdag"),
            ("Twee keer per maand", "om de week op woensdag"),
            ("Gezellig met elkaar.", "elke vrijdag"),
        ] {
            assert!(!differs(text, written), "{text} / {written}");
        }
        assert!(Spoken::in_text("Zondagmiddag").differs_from_day(date(2027, 10, 11)));
        assert!(!Spoken::in_text("Zondagmiddag").differs_from_day(date(2027, 10, 10)));
    }
}
