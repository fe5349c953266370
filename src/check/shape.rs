//! The shapes of single values, for the rules and for who reads such values elsewhere.

use std::ops::RangeInclusive;

/// A box around the European Netherlands in degrees (WGS 84), a little wide: from the south to the north.
pub const LATITUDES: RangeInclusive<f64> = 50.7..=53.7;
/// From the west to the east.
pub const LONGITUDES: RangeInclusive<f64> = 3.2..=7.3;

/// The ends of a box in words: “tussen 50,7 en 53,7”.
pub fn between(degrees: &RangeInclusive<f64>) -> String {
    format!("tussen {} en {}", degrees.start(), degrees.end()).replace('.', ",")
}

/// Longer than any name that is meant.
pub const LONGEST_NAME: usize = 200;

/// A number of the Kamer van Koophandel: eight digits.
pub fn is_kvk(text: &str) -> bool {
    text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A Dutch postcode: four digits, of which the first is no 0, and two letters; spaces do not count.
pub fn is_postcode(text: &str) -> bool {
    let bytes: Vec<u8> = text.bytes().filter(|byte| *byte != b' ').collect();
    bytes.len() == 6
        && (b'1'..=b'9').contains(&bytes[0])
        && bytes[1..4].iter().all(u8::is_ascii_digit)
        && bytes[4..].iter().all(u8::is_ascii_alphabetic)
}

/// `1234ab` → `1234 AB`; nothing for what is no postcode.
pub fn postcode(text: &str) -> Option<String> {
    let code: String = text.chars().filter(|letter| !letter.is_whitespace()).collect::<String>().to_uppercase();
    is_postcode(&code).then(|| format!("{} {}", &code[..4], &code[4..]))
}

/// An id: small letters and digits, with single hyphens between them.
pub fn is_id(text: &str) -> bool {
    text.split('-')
        .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()))
}

/// An e-mail address as organisations have them: one `@`, something before it, and a domain with a dot behind it.
pub fn is_email(text: &str) -> bool {
    let Some((name, domain)) = text.split_once('@') else { return false };
    let odd = |letter: char| letter.is_whitespace() || letter.is_control() || "@,;:<>()[]\\\"".contains(letter);
    let parts: Vec<&str> = domain.split('.').collect();
    !name.is_empty()
        && !name.starts_with('.')
        && !name.ends_with('.')
        && !text.replacen('@', "", 1).contains(odd)
        && parts.len() > 1
        && parts.iter().all(|part| !part.is_empty() && part.chars().all(|one| one.is_alphanumeric() || one == '-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_postcode_is_written_in_one_way() {
        for written in ["1234 AB", "1234ab", " 1234\u{a0}aB "] {
            assert_eq!(postcode(written).as_deref(), Some("1234 AB"), "{written}");
        }
        for wrong in ["0123 AB", "1234 A", "12345 AB", "1234 ßB", "één AB", ""] {
            assert_eq!(postcode(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn an_address_for_mail_has_a_name_and_a_domain() {
        for right in ["info@brug.example", "a.b-c+d@x.y.example", "zoë@café.example"] {
            assert!(is_email(right), "{right}");
        }
        for wrong in [
            "",
            "brug.example",
            "@brug.example",
            "info@",
            "info@brug",
            "a@b@c.example",
            "in fo@b.example",
            "info@b..example",
            "a@b.example; c@d.example",
            "<a@b.example>",
            ".a@b.example",
            "a@b,example",
        ] {
            assert!(!is_email(wrong), "{wrong}");
        }
    }
}
