//! Single values as people write them: ja and nee, whole numbers, and texts that other YAML readers take for something
//! else.

use super::wording::quoted;

/// Why a value is not what was expected, and the way out.
pub(super) struct Unreadable {
    pub message: String,
    pub help: String,
}

/// Reads a whole number from `min` to and including `max`.
pub(super) fn read_whole(text: &str, min: i128, max: i128) -> Result<i128, Unreadable> {
    let written = text.trim();
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let (negative, size) = written.strip_prefix('-').map_or((false, written), |size| (true, size));
    let refuse = |reason: &str, help: &str| {
        Err(Unreadable { message: format!("{} {reason}", quoted(text)), help: help.to_owned() })
    };
    if negative && min >= 0 && size.starts_with(|first: char| first.is_ascii_digit()) {
        return refuse("is kleiner dan nul", "schrijf een heel getal vanaf 0");
    }
    if digits(size) {
        let number = size.parse::<i128>().ok().map(|number| if negative { -number } else { number });
        return match number.filter(|number| (min..=max).contains(number)) {
            Some(number) => Ok(number),
            None => refuse("is te groot", &format!("het grootste getal dat hier kan, is {max}")),
        };
    }
    match size.split_once([',', '.']) {
        Some((whole, part)) if digits(whole) && digits(part) => {
            refuse("is geen heel getal", "schrijf een heel getal, zonder komma of punt")
        }
        _ => refuse("is geen getal", "schrijf een heel getal met cijfers, zoals 12"),
    }
}

/// Reads a number that may have decimals.
pub(super) fn read_decimal(text: &str) -> Result<f64, Unreadable> {
    match text.trim().replace(',', ".").parse::<f64>() {
        Ok(number) if number.is_finite() => Ok(number),
        _ => Err(Unreadable {
            message: format!("{} is geen getal", quoted(text)),
            help: "schrijf een getal met cijfers, zoals 12 of 1,5".to_owned(),
        }),
    }
}

/// What another YAML reader makes of a text without quotation marks, when something of the text is lost by that.
pub(super) fn trap(text: &str) -> Option<&'static str> {
    match text {
        "y" | "Y" | "yes" | "Yes" | "YES" | "on" | "On" | "ON" | "true" | "True" | "TRUE" => return Some("ja (true)"),
        "n" | "N" | "no" | "No" | "NO" | "off" | "Off" | "OFF" | "false" | "False" | "FALSE" => {
            return Some("nee (false)");
        }
        "Null" | "NULL" => return Some("leeg"),
        ".inf" | ".Inf" | ".INF" | "-.inf" | ".nan" | ".NaN" | ".NAN" => return Some("een getal"),
        _ => {}
    }
    let number = text.strip_prefix(['-', '+']).unwrap_or(text);
    if !number.starts_with(|first: char| first.is_ascii_digit() || first == '.') {
        return None;
    }
    if is_sexagesimal(number) {
        return Some("een getal");
    }
    let decimal = !number.contains('_') && number.parse::<f64>().is_ok();
    let whole = number.bytes().all(|byte| byte.is_ascii_digit());
    let lost = match number {
        "." => false,
        _ if whole => number.len() > 1 && (number.starts_with('0') || number.len() > 15),
        _ if number.starts_with("0x") => number[2..].bytes().all(|byte| byte.is_ascii_hexdigit()) && number.len() > 2,
        _ if number.starts_with("0o") => number[2..].bytes().all(|byte| byte.is_ascii_digit()) && number.len() > 2,
        _ if decimal => {
            number.contains(['e', 'E'])
                || number.starts_with(['0', '.']) && !number.starts_with("0.")
                || number.ends_with(['0', '.'])
        }
        _ => number.contains('_') && number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'_'),
    };
    lost.then_some("een ander getal")
}

/// `09:00` is 540 to a reader of YAML 1.1.
fn is_sexagesimal(text: &str) -> bool {
    let mut parts = text.split(':');
    let first = parts.next().unwrap_or_default();
    let mut rest = parts.peekable();
    let minutes = |part: &str| {
        matches!(part.len(), 1 | 2)
            && part.bytes().all(|byte| byte.is_ascii_digit())
            && part.parse::<u8>().is_ok_and(|n| n < 60)
    };
    !first.is_empty() && first.bytes().all(|byte| byte.is_ascii_digit()) && rest.peek().is_some() && rest.all(minutes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_texts_that_would_lose_something_are_traps() {
        for text in [
            "no",
            "Yes",
            "off",
            "y",
            "TRUE",
            "NULL",
            "09:00",
            "3.50",
            "1e3",
            "0612345678",
            "007",
            "1_000",
            "0x1F",
            ".5",
            "12.",
            "1234567890123456",
        ] {
            assert!(trap(text).is_some(), "{text}");
        }
        for text in [
            "ja",
            "nee",
            "Noord",
            "010-1234567",
            "06 12345678",
            "12345678",
            "3.5",
            "0.5",
            "2027-01-11",
            "1",
            "0",
            "-",
            ".",
            "1.2.3",
            "12:75",
            "9:",
            "1,50",
            "0x",
            "_",
            "",
            "1e",
            "e3",
            "nob",
        ] {
            assert!(trap(text).is_none(), "{text}");
        }
    }

    #[test]
    fn whole_numbers_say_why_not() {
        assert_eq!(read_whole("12", 0, 99).ok(), Some(12));
        assert_eq!(read_whole("007", 0, 99).ok(), Some(7));
        assert_eq!(read_whole("-3", -5, 99).ok(), Some(-3));
        for (text, reason) in [
            ("-1", "kleiner dan nul"),
            ("1,5", "geen heel getal"),
            ("1.5", "geen heel getal"),
            ("100", "te groot"),
            ("99999999999999999999999999999999999999999999", "te groot"),
            ("twaalf", "geen getal"),
            ("1e3", "geen getal"),
            ("+1", "geen getal"),
            ("٣", "geen getal"),
        ] {
            let refused = read_whole(text, 0, 99).err().map(|refused| refused.message).unwrap_or_default();
            assert!(refused.contains(reason), "{text}: {refused}");
        }
    }
}
