//! A latitude or a longitude.

use std::fmt;
use std::str::FromStr;

use super::super::spelling;
use super::written_as_text;

/// A latitude or a longitude in degrees (WGS 84), exact in millionths. Written `53.2012`; also read as `53,2012`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Coordinaat {
    /// Millionths of a degree, at most 180 degrees either way.
    micro: i32,
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

written_as_text!(Coordinaat, "Coordinaat", "graden, zoals 53,2012", spelling::coordinaat());

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn degrees_are_read_with_comma_or_dot_and_come_back_the_same() {
        for text in ["53.2012", "53,2012", " 53,20120 "] {
            assert_eq!(text.parse::<Coordinaat>().unwrap().to_string(), "53.2012");
        }
        for text in ["181", "53°", "inf", "1e2", "", "-", "53.2.1"] {
            assert!(text.parse::<Coordinaat>().is_err(), "{text}");
        }
    }
}
