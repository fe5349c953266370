//! Single values with a shape of their own: a date, a time of day, an amount of money, a yes or no.

use std::fmt;
use std::ops::RangeInclusive;
use std::str::FromStr;

use jiff::civil::{Date, Time};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::{self, Deserialize, Deserializer, Visitor};
use serde::{Serialize, Serializer};

use super::spelling;
use crate::calendar::{MONTHS, MonthRule, weekday_name};

/// A day on the calendar. Written `2027-01-11`; also read as `11-1-2027` and `11 januari 2027`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Datum(pub Date);

/// A time of day in whole minutes. Written `14.30`; also read as `14:30`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tijd {
    /// Minutes since midnight, below 24 × 60.
    minutes: u16,
}

/// A day that comes back every month. Written `tweede dinsdag`; see [`MonthRule`] for what else is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DagVanDeMaand(pub MonthRule);

/// An amount of euros, exact in cents. Written `1.250,00`; also read as `1250`, `1250,5` and `€ 1.250`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Bedrag {
    cents: i64,
}

/// A number that is not negative, exact in hundredths: hours, weeks. Written `7,5`; also read as `7.5` and `1.250`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Getal {
    hundredths: i64,
}

/// A latitude or a longitude in degrees (WGS 84), exact in millionths. Written `53.2012`; also read as `53,2012`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Coordinaat {
    /// Millionths of a degree, at most 180 degrees either way.
    micro: i32,
}

/// Yes or no. Written `ja` or `nee`; also read as `true` and `false`, in any case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct JaNee(pub bool);

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

impl Bedrag {
    pub const fn from_cents(cents: i64) -> Bedrag {
        Bedrag { cents }
    }

    pub fn cents(self) -> i64 {
        self.cents
    }

    /// The sum, or nothing when it is too large.
    pub fn plus(self, other: Bedrag) -> Option<Bedrag> {
        self.cents.checked_add(other.cents).map(Bedrag::from_cents)
    }

    /// The difference, or nothing when it is too large.
    pub fn minus(self, other: Bedrag) -> Option<Bedrag> {
        self.cents.checked_sub(other.cents).map(Bedrag::from_cents)
    }

    /// This amount times each of the numbers, rounded half up to the cent, once, at the end. Nothing when that is too
    /// large.
    pub fn times(self, numbers: &[Getal]) -> Option<Bedrag> {
        let (product, parts) =
            numbers.iter().try_fold((i128::from(self.cents), 1i128), |(product, parts), number| {
                Some((product.checked_mul(number.hundredths.into())?, parts.checked_mul(100)?))
            })?;
        let rounded = product.checked_mul(2)?.checked_add(parts)?.div_euclid(parts.checked_mul(2)?);
        i64::try_from(rounded).ok().map(Bedrag::from_cents)
    }
}

impl Getal {
    pub fn from_hundredths(hundredths: u32) -> Getal {
        Getal { hundredths: hundredths.into() }
    }

    pub fn hundredths(self) -> i64 {
        self.hundredths
    }
}

impl fmt::Display for Getal {
    /// Without zeros at the end: `7,5`, `1250`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, part) = (self.hundredths / 100, self.hundredths % 100);
        match part {
            0 => write!(formatter, "{whole}"),
            _ if part % 10 == 0 => write!(formatter, "{whole},{}", part / 10),
            _ => write!(formatter, "{whole},{part:02}"),
        }
    }
}

impl FromStr for Getal {
    type Err = String;

    fn from_str(text: &str) -> Result<Getal, String> {
        let unreadable = || format!("‘{}’ is geen getal; schrijf bijvoorbeeld 36 of 7,5", text.trim());
        let plain = text.trim().bytes().all(|byte| byte.is_ascii_digit() || byte == b',' || byte == b'.');
        // A number is written as an amount is: the comma splits off the hundredths.
        let amount = text.parse::<Bedrag>().ok().filter(|_| plain).ok_or_else(unreadable)?;
        Ok(Getal { hundredths: amount.cents })
    }
}

impl Coordinaat {
    pub fn degrees(self) -> f64 {
        f64::from(self.micro) / 1e6
    }
}

impl fmt::Display for Coordinaat {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.degrees())
    }
}

impl FromStr for Coordinaat {
    type Err = String;

    fn from_str(text: &str) -> Result<Coordinaat, String> {
        let written = text.trim().replace(',', ".");
        let plain = written.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.' || byte == b'-');
        let degrees = written.parse::<f64>().ok().filter(|degrees| plain && (-180.0..=180.0).contains(degrees));
        let degrees = degrees.ok_or_else(|| {
            format!("‘{}’ is geen breedte- of lengtegraad; schrijf graden, zoals 53,2012", text.trim())
        })?;
        Ok(Coordinaat { micro: (degrees * 1e6).round() as i32 })
    }
}

impl fmt::Display for Datum {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.0)
    }
}

impl fmt::Display for Tijd {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:02}.{:02}", self.minutes / 60, self.minutes % 60)
    }
}

impl fmt::Display for JaNee {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(if self.0 { "ja" } else { "nee" })
    }
}

impl fmt::Display for Bedrag {
    /// The amount without the euro sign: `1.234,56`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (sign, cents) = (if self.cents < 0 { "-" } else { "" }, self.cents.unsigned_abs());
        let digits = (cents / 100).to_string();
        let mut grouped = String::new();
        for (position, digit) in digits.chars().enumerate() {
            if position > 0 && (digits.len() - position).is_multiple_of(3) {
                grouped.push('.');
            }
            grouped.push(digit);
        }
        write!(formatter, "{sign}{grouped},{:02}", cents % 100)
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

/// So many digits and nothing else: `parse` also reads a sign.
fn digits(text: &str, many: RangeInclusive<usize>) -> bool {
    many.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
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

impl fmt::Display for DagVanDeMaand {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.0)
    }
}

impl FromStr for DagVanDeMaand {
    type Err = String;

    fn from_str(text: &str) -> Result<DagVanDeMaand, String> {
        text.parse().map(DagVanDeMaand)
    }
}

impl FromStr for Bedrag {
    type Err = String;

    fn from_str(text: &str) -> Result<Bedrag, String> {
        let unreadable = || format!("‘{}’ is geen bedrag; schrijf bijvoorbeeld 1.250,00", text.trim());
        let written = text.trim().trim_start_matches('€').trim();
        let (sign, written) = written.strip_prefix('-').map_or((1, written), |rest| (-1, rest));
        // A comma splits off the cents; without a comma a dot does, unless three digits follow it (1.250).
        let (euros, cents) =
            match written.rsplit_once(',').or_else(|| written.rsplit_once('.').filter(|(_, tail)| tail.len() != 3)) {
                Some((euros, "-" | "")) => (euros, "00"),
                Some((euros, cents)) => (euros, cents),
                None => (written, "00"),
            };
        let mut groups = euros.split('.');
        let first = groups.next().unwrap_or_default();
        let rest: Vec<&str> = groups.collect();
        let grouped_well = rest.iter().all(|group| digits(group, 3..=3)) && (rest.is_empty() || first.len() <= 3);
        if !digits(first, 1..=usize::MAX) || !grouped_well || !digits(cents, 1..=2) {
            return Err(unreadable());
        }
        let whole: i64 = format!("{first}{}", rest.concat()).parse().map_err(|_| unreadable())?;
        let part: i64 = format!("{cents:0<2}").parse().map_err(|_| unreadable())?;
        let cents = whole.checked_mul(100).and_then(|cents| cents.checked_add(part)).ok_or_else(unreadable)?;
        Ok(Bedrag { cents: sign * cents })
    }
}

impl FromStr for JaNee {
    type Err = String;

    fn from_str(text: &str) -> Result<JaNee, String> {
        let meant = match text.trim().to_lowercase().as_str() {
            "ja" | "true" => return Ok(JaNee(true)),
            "nee" | "false" => return Ok(JaNee(false)),
            "yes" | "y" | "j" | "on" | "waar" => "; bedoelde u ‘ja’?",
            "no" | "n" | "off" | "onwaar" => "; bedoelde u ‘nee’?",
            _ => "",
        };
        Err(format!("‘{}’ is geen ja of nee{meant}", text.trim()))
    }
}

/// Reads and writes a value as the text that its `FromStr` and `Display` agree on. The name goes through
/// `deserialize_newtype_struct`, so that a reader can tell what was expected.
macro_rules! written_as_text {
    ($type:ident, $name:literal, $expected:literal, $schema:expr) => {
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<$type, D::Error> {
                struct Reader;
                impl<'de> Visitor<'de> for Reader {
                    type Value = $type;
                    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                        formatter.write_str($expected)
                    }
                    fn visit_newtype_struct<D: Deserializer<'de>>(self, inner: D) -> Result<$type, D::Error> {
                        String::deserialize(inner)?.parse().map_err(de::Error::custom)
                    }
                    fn visit_str<E: de::Error>(self, text: &str) -> Result<$type, E> {
                        text.parse().map_err(E::custom)
                    }
                }
                deserializer.deserialize_newtype_struct($name, Reader)
            }
        }

        impl JsonSchema for $type {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                $name.into()
            }
            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                $schema
            }
        }
    };
}

pub(super) use written_as_text;

written_as_text!(Datum, "Datum", "een datum, zoals 2027-01-11", spelling::datum());
written_as_text!(Tijd, "Tijd", "een tijd, zoals 14.30", spelling::tijd());
written_as_text!(DagVanDeMaand, "DagVanDeMaand", "een vaste dag, zoals tweede dinsdag", spelling::dag_van_de_maand());
written_as_text!(Bedrag, "Bedrag", "een bedrag in euro, zoals 1.250,00", spelling::bedrag());
written_as_text!(Getal, "Getal", "een getal, zoals 7,5", spelling::getal());
written_as_text!(Coordinaat, "Coordinaat", "graden, zoals 53,2012", spelling::coordinaat());
written_as_text!(JaNee, "JaNee", "ja of nee", spelling::ja_nee());

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

    #[test]
    fn times_are_read_with_dot_or_colon() {
        for text in ["09:00", "9.00", "09.00 uur"] {
            assert_eq!(text.parse::<Tijd>().unwrap().to_string(), "09.00");
        }
        for text in ["24.00", "9", "9.5", "12.60", "-1.00", "٣.00"] {
            assert!(text.parse::<Tijd>().is_err(), "{text}");
        }
    }

    #[test]
    fn yes_and_no_are_dutch() {
        assert_eq!("Ja".parse(), Ok(JaNee(true)));
        assert_eq!("false".parse::<JaNee>().unwrap().to_string(), "nee");
        assert!("yes".parse::<JaNee>().unwrap_err().ends_with("bedoelde u ‘ja’?"));
        assert!("misschien".parse::<JaNee>().is_err());
    }

    #[test]
    fn degrees_are_read_with_comma_or_dot_and_come_back_the_same() {
        for text in ["53.2012", "53,2012", " 53,20120 "] {
            assert_eq!(text.parse::<Coordinaat>().unwrap().to_string(), "53.2012");
        }
        for text in ["181", "53°", "inf", "1e2", "", "-", "53.2.1"] {
            assert!(text.parse::<Coordinaat>().is_err(), "{text}");
        }
    }

    #[test]
    fn numbers_are_exact_in_hundredths_and_come_back_the_same() {
        for (text, hundredths, written) in [
            ("36", 3600, "36"),
            ("7,5", 750, "7,5"),
            ("7.25", 725, "7,25"),
            ("1.250", 125_000, "1250"),
            ("0,05", 5, "0,05"),
        ] {
            let number: Getal = text.parse().unwrap();
            assert_eq!((number.hundredths(), number.to_string().as_str()), (hundredths, written));
            assert_eq!(written.parse::<Getal>(), Ok(number));
        }
        for text in ["-1", "7,555", "12,-", "€ 3", "uren", ""] {
            assert!(text.parse::<Getal>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_product_is_rounded_half_up_once() {
        let times = |cents, numbers: &[u32]| {
            let numbers: Vec<Getal> = numbers.iter().map(|number| Getal::from_hundredths(*number)).collect();
            Bedrag::from_cents(cents).times(&numbers).map(Bedrag::cents)
        };
        assert_eq!(times(6250, &[2400, 4200]), Some(6_300_000));
        assert_eq!([times(1, &[50]), times(1, &[49]), times(333, &[150])], [Some(1), Some(0), Some(500)]);
        assert_eq!(times(-1, &[50]), Some(0), "half up, also below zero");
        // Rounding in between would give 3 cents here.
        assert_eq!(times(1, &[150, 150]), Some(2));
        assert_eq!(times(1, &[150, 50, 200]), Some(2));
        assert_eq!(times(i64::MAX, &[200]), None);
    }

    #[test]
    fn amounts_are_exact_in_cents() {
        for (text, cents) in [
            ("1250", 125_000),
            ("1.250", 125_000),
            ("1.250,5", 125_050),
            ("€ 3.50", 350),
            ("0,05", 5),
            ("12,-", 1200),
            ("-7,25", -725),
        ] {
            assert_eq!(text.parse::<Bedrag>().unwrap().cents(), cents, "{text}");
        }
        for text in ["1.25.000", "1,234", "tien", "", "1e3", "99999999999999999999"] {
            assert!(text.parse::<Bedrag>().is_err(), "{text}");
        }
        assert_eq!(Bedrag::from_cents(123_456_789).to_string(), "1.234.567,89");
        assert_eq!(Bedrag::from_cents(-5).to_string(), "-0,05");
    }
}
