//! A time of day.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Time;

use super::super::spelling;
use super::{digits, written_as_text};

/// A time of day in whole minutes. Written `14.30`; also read as `14:30`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tijd {
    /// Minutes since midnight, below 24 × 60.
    minutes: u16,
}

impl Tijd {
    /// The time so many minutes after midnight, or nothing past the end of the day.
    pub fn from_minutes(minutes: u32) -> Option<Tijd> {
        (minutes < 24 * 60).then_some(Tijd { minutes: minutes as u16 })
    }

    /// Minutes since midnight.
    pub fn minutes(self) -> u32 {
        self.minutes.into()
    }

    /// This time plus minutes, or nothing past the end of the day.
    pub fn plus(self, minutes: u32) -> Option<Tijd> {
        Tijd::from_minutes(self.minutes().saturating_add(minutes))
    }
}

impl fmt::Display for Tijd {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:02}.{:02}", self.minutes / 60, self.minutes % 60)
    }
}

impl FromStr for Tijd {
    type Err = String;

    fn from_str(text: &str) -> Result<Tijd, String> {
        let written = text.trim();
        let written = written.strip_suffix("uur").unwrap_or(written).trim_end();
        let unreadable = || format!("‘{}’ is geen tijd; schrijf uren en minuten, zoals 14.30", text.trim());
        let (hour, minute) = written.split_once(['.', ':']).ok_or_else(unreadable)?;
        if !digits(hour, 1..=2) || !digits(minute, 2..=2) {
            return Err(unreadable());
        }
        let (hour, minute) = (hour.parse().map_err(|_| unreadable())?, minute.parse().map_err(|_| unreadable())?);
        let time = Time::new(hour, minute, 0, 0)
            .map_err(|_| format!("de tijd ‘{}’ bestaat niet; een dag loopt van 00.00 tot 23.59 uur", text.trim()))?;
        Ok(Tijd { minutes: time.hour() as u16 * 60 + time.minute() as u16 })
    }
}

written_as_text!(Tijd, "Tijd", "een tijd, zoals 14.30", spelling::tijd());

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_with_dot_or_colon() {
        for text in ["09:00", "9.00", "09.00 uur"] {
            assert_eq!(text.parse::<Tijd>().unwrap().to_string(), "09.00");
        }
        for text in ["24.00", "9", "9.5", "12.60", "-1.00", "٣.00"] {
            assert!(text.parse::<Tijd>().is_err(), "{text}");
        }
    }
}
