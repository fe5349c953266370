//! The Dutch calendar: names of months and days, and the public holidays on which people do not meet.

pub mod pattern;

mod recurrence;
mod rule;
mod series;

pub use recurrence::{Recurrence, Spoken};
pub use rule::MonthRule;
pub use series::{Closed, Phase, Rhythm, Series, Slot, Start};

use jiff::civil::{Date, Weekday, date};

/// Dutch names of the months, January first.
pub const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
];

/// The same names, shortened as on a calendar.
pub const MONTHS_SHORT: [&str; 12] =
    ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];

/// Dutch names of the days, Monday first.
pub const WEEKDAYS: [&str; 7] = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"];

/// The Dutch name of a day of the week.
pub fn weekday_name(weekday: Weekday) -> &'static str {
    WEEKDAYS[weekday.to_monday_zero_offset() as usize]
}

/// The name of the Dutch public holiday on this day, if it is one.
///
/// The days of the Algemene termijnenwet, art. 3, and the Sundays that belong to them.
pub fn holiday(day: Date) -> Option<&'static str> {
    let fixed = match (day.month(), day.day()) {
        (1, 1) => Some("Nieuwjaarsdag"),
        (5, 5) => Some("Bevrijdingsdag"),
        (12, 25) => Some("Eerste Kerstdag"),
        (12, 26) => Some("Tweede Kerstdag"),
        _ => None,
    };
    fixed.or_else(|| kings_day(day)).or_else(|| around_easter(day))
}

/// Whether a day of [`holiday`] is a day off for not everyone: which of these are free is for employers to agree.
pub fn holiday_for_some(name: &str) -> bool {
    ["Goede Vrijdag", "Bevrijdingsdag"].contains(&name)
}

/// 27 April, or the day before when that is a Sunday (since 2014).
fn kings_day(day: Date) -> Option<&'static str> {
    // Nearly all days are passed by here.
    if day.month() != 4 {
        return None;
    }
    let birthday = date(day.year(), 4, 27);
    let celebrated = if birthday.weekday() == Weekday::Sunday { birthday.yesterday().ok()? } else { birthday };
    (day == celebrated).then_some("Koningsdag")
}

fn around_easter(day: Date) -> Option<&'static str> {
    // All of them are in the year of their Easter.
    match day.day_of_year() - easter(day.year())?.day_of_year() {
        -2 => Some("Goede Vrijdag"),
        0 => Some("Eerste Paasdag"),
        1 => Some("Tweede Paasdag"),
        39 => Some("Hemelvaartsdag"),
        49 => Some("Eerste Pinksterdag"),
        50 => Some("Tweede Pinksterdag"),
        _ => None,
    }
}

/// Easter Sunday after the Gregorian rule (Meeus, Jones and Butcher). Nothing for years before it.
fn easter(year: i16) -> Option<Date> {
    if year < 1583 {
        return None;
    }
    let year = i32::from(year);
    let (golden, century, of_century) = (year % 19, year / 100, year % 100);
    let correction = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - correction + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
    let shift = (golden + 11 * epact + 22 * weekday) / 451;
    let days = epact + weekday - 7 * shift + 114;
    Date::new(year as i16, (days / 31) as i8, (days % 31 + 1) as i8).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_falls_where_the_almanac_says() {
        for (year, month, day) in
            [(2024, 3, 31), (2025, 4, 20), (2026, 4, 5), (2027, 3, 28), (2038, 4, 25), (2100, 3, 28)]
        {
            assert_eq!(easter(year), Some(date(year, month, day)));
        }
    }

    #[test]
    fn holidays_have_their_names() {
        assert_eq!(holiday(date(2027, 5, 6)), Some("Hemelvaartsdag"));
        assert_eq!(holiday(date(2027, 5, 17)), Some("Tweede Pinksterdag"));
        assert_eq!(holiday(date(2031, 4, 26)), Some("Koningsdag"));
        assert_eq!(holiday(date(2031, 4, 27)), None);
        assert_eq!(holiday(date(2026, 10, 1)), None);
    }
}
