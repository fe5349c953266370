//! A number of hours, weeks and the like.

use std::fmt;
use std::str::FromStr;

use super::super::spelling;
use super::{Bedrag, written_as_text};

/// A number that is not negative, exact in hundredths: hours, weeks. Written `7,5`; also read as `7.5` and `1.250`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Getal {
    hundredths: i64,
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
        Ok(Getal { hundredths: amount.cents() })
    }
}

written_as_text!(Getal, "Getal", "een getal, zoals 7,5", spelling::getal());

#[cfg(test)]
mod tests {
    use super::*;

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
}
