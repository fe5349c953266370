//! When an activity is: on one day, or after a rule that comes back (X5: one rule, from which all else follows).

use std::fmt;
use std::str::FromStr;

use super::Datum;
use super::spelling;
use super::value::written_as_text;
use crate::calendar::{MONTHS, Recurrence, WEEKDAYS};

/// One day or a rule. Written `2027-03-03` or `elke dinsdag`; see [`Recurrence`] for the rules. A day is also read with
/// its name, which must be the right one: `woensdag 3 maart 2027`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Herhaling {
    Eenmalig(Datum),
    Regel(Recurrence),
}

impl Herhaling {
    /// As people say it: “elke dinsdag”, “woensdag 3 maart 2027”.
    pub fn text(self) -> String {
        match self {
            Herhaling::Eenmalig(datum) => datum.with_weekday(),
            Herhaling::Regel(rule) => rule.to_string(),
        }
    }
}

impl fmt::Display for Herhaling {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Herhaling::Eenmalig(datum) => datum.fmt(formatter),
            Herhaling::Regel(rule) => rule.fmt(formatter),
        }
    }
}

impl FromStr for Herhaling {
    type Err = String;

    fn from_str(text: &str) -> Result<Herhaling, String> {
        let lower = text.trim().to_lowercase();
        let words: Vec<&str> = lower.split_whitespace().collect();
        let words = words.strip_prefix(&["op"]).unwrap_or(&words);
        let (named, rest) = match words.split_first() {
            Some((first, rest)) if WEEKDAYS.contains(first) && !rest.is_empty() => (Some(*first), rest),
            _ => (None, words),
        };
        let datum = match rest.join(" ").parse::<Datum>() {
            Ok(datum) => datum,
            Err(_) if !looks_like_date(rest) => return text.parse().map(Herhaling::Regel),
            Err(_) if rest.len() == 2 && rest[1].parse::<u32>().is_err() => {
                return Err(format!("‘{}’ heeft geen jaar; schrijf jaar-maand-dag, zoals 2027-03-03", text.trim()));
            }
            Err(why) => return Err(why),
        };
        match named.filter(|named| *named != datum.weekday()) {
            Some(named) => {
                Err(format!("{} is een {}, geen {named}; pas de dag of de datum aan", datum.long(), datum.weekday()))
            }
            None => Ok(Herhaling::Eenmalig(datum)),
        }
    }
}

/// Begins with a number of its own and goes on as a date does; `2e dinsdag` does not.
fn looks_like_date(words: &[&str]) -> bool {
    let numeric = |word: &&str| word.bytes().all(|byte| byte.is_ascii_digit() || b"-/".contains(&byte));
    words.first().is_some_and(numeric) && words.get(1).is_none_or(|word| MONTHS.contains(word) || numeric(word))
}

written_as_text!(Herhaling, "Herhaling", "een vaste dag of een datum, zoals elke dinsdag", spelling::herhaling());

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_and_a_rule_are_read_and_come_back_the_same() {
        for (text, written, said) in [
            ("2027-03-03", "2027-03-03", "woensdag 3 maart 2027"),
            ("op woensdag 3 maart 2027", "2027-03-03", "woensdag 3 maart 2027"),
            ("3-3-2027", "2027-03-03", "woensdag 3 maart 2027"),
            ("elke 2e dinsdag van de maand", "elke tweede dinsdag van de maand", "elke tweede dinsdag van de maand"),
        ] {
            let read: Herhaling = text.parse().unwrap_or_else(|error| panic!("{error}"));
            assert_eq!((read.to_string().as_str(), read.text().as_str()), (written, said), "{text}");
            assert_eq!(written.parse(), Ok(read));
        }
    }

    #[test]
    fn a_date_has_its_year_and_its_right_weekday() {
        for (text, way_out) in [
            ("3 maart", "heeft geen jaar"),
            ("dinsdag 3 maart 2027", "3 maart 2027 is een woensdag, geen dinsdag"),
            ("2027-02-30", "bestaat niet"),
            ("2e dinsdag van de zomer", "bedoelde u ‘elke dinsdag’?"),
        ] {
            let said = text.parse::<Herhaling>().unwrap_err();
            assert!(said.contains(way_out), "{text}: {said}");
        }
    }
}
