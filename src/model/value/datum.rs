//! A day on the calendar.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;

use super::super::spelling;
use super::{digits, written_as_text};
use crate::calendar::{MONTHS, weekday_name};

/// A day on the calendar. Written `2027-01-11`; also read as `11-1-2027` and `11 januari 2027`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Datum(pub Date);

impl Datum {
    /// The day as people write it: `1 oktober 2026`.
    pub fn long(self) -> String {
        format!("{} {} {}", self.0.day(), MONTHS[self.0.month() as usize - 1], self.0.year())
    }

    /// The day with its name: `donderdag 1 oktober 2026`.
    pub fn with_weekday(self) -> String {
        format!("{} {}", self.weekday(), self.long())
    }

    /// The name of the day: `donderdag`.
    pub fn weekday(self) -> &'static str {
        weekday_name(self.0.weekday())
    }
}

impl fmt::Display for Datum {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.0)
    }
}

impl FromStr for Datum {
    type Err = String;

    fn from_str(text: &str) -> Result<Datum, String> {
        let text = text.trim();
        let parts: Vec<&str> = text.split(['-', '/', ' ']).filter(|part| !part.is_empty()).collect();
        let [first, month, last] = parts[..] else { return Err(unreadable_date(text)) };
        let (year, day) = if first.len() == 4 { (first, last) } else { (last, first) };
        let month = match MONTHS.iter().position(|name| name.eq_ignore_ascii_case(month)) {
            Some(position) => position as i8 + 1,
            None if digits(month, 1..=2) => month.parse().map_err(|_| unreadable_date(text))?,
            None => return Err(unreadable_date(text)),
        };
        if !digits(year, 4..=4) || !digits(day, 1..=2) {
            return Err(unreadable_date(text));
        }
        let (Ok(year), Ok(day)) = (year.parse::<i16>(), day.parse::<i8>()) else { return Err(unreadable_date(text)) };
        Date::new(year, month, day).map(Datum).map_err(|_| impossible_date(text, year, month))
    }
}

fn unreadable_date(text: &str) -> String {
    format!("‘{text}’ is geen datum; schrijf jaar-maand-dag, zoals 2027-01-11")
}

fn impossible_date(text: &str, year: i16, month: i8) -> String {
    match Date::new(year, month, 1) {
        Ok(first) => {
            let name = MONTHS[month as usize - 1];
            format!("de datum ‘{text}’ bestaat niet: {name} {year} heeft {} dagen", first.days_in_month())
        }
        Err(_) => format!("de datum ‘{text}’ bestaat niet; schrijf jaar-maand-dag, zoals 2027-01-11"),
    }
}

written_as_text!(Datum, "Datum", "een datum, zoals 2027-01-11", spelling::datum());

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_in_three_ways_and_written_in_one() {
        for text in ["2027-01-11", "11-1-2027", "11 januari 2027"] {
            assert_eq!(text.parse::<Datum>().unwrap().to_string(), "2027-01-11");
        }
        assert_eq!("2026-10-01".parse::<Datum>().unwrap().with_weekday(), "donderdag 1 oktober 2026");
    }

    #[test]
    fn an_impossible_date_says_why() {
        assert!("2027-02-29".parse::<Datum>().unwrap_err().contains("februari 2027 heeft 28 dagen"));
        for text in ["2027-13-01", "11-01-27", "morgen", "", "2027-01", "1-2-3-4"] {
            assert!(text.parse::<Datum>().is_err(), "{text}");
        }
    }
}
