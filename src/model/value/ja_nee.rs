//! Yes or no.

use std::fmt;
use std::str::FromStr;

use super::super::spelling;
use super::written_as_text;

/// Yes or no. Written `ja` or `nee`; also read as `true` and `false`, in any case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct JaNee(pub bool);

impl fmt::Display for JaNee {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(if self.0 { "ja" } else { "nee" })
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

written_as_text!(JaNee, "JaNee", "ja of nee", spelling::ja_nee());

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn yes_and_no_are_dutch() {
        assert_eq!("Ja".parse(), Ok(JaNee(true)));
        assert_eq!("false".parse::<JaNee>().unwrap().to_string(), "nee");
        assert!("yes".parse::<JaNee>().unwrap_err().ends_with("bedoelde u ‘ja’?"));
        assert!("misschien".parse::<JaNee>().is_err());
    }
}
