//! An amount of money.

use std::fmt;
use std::str::FromStr;

use super::super::spelling;
use super::{Getal, digits, written_as_text};

/// An amount of euros, exact in cents. Written `1.250,00`; also read as `1250`, `1250,5` and `€ 1.250`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Bedrag {
    cents: i64,
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
                Some((product.checked_mul(number.hundredths().into())?, parts.checked_mul(100)?))
            })?;
        let rounded = product.checked_mul(2)?.checked_add(parts)?.div_euclid(parts.checked_mul(2)?);
        i64::try_from(rounded).ok().map(Bedrag::from_cents)
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

written_as_text!(Bedrag, "Bedrag", "een bedrag in euro, zoals 1.250,00", spelling::bedrag());

#[cfg(test)]
mod tests {
    use super::*;

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
