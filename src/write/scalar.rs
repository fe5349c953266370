//! Single values in YAML, written so that every reader, of YAML 1.1 or 1.2, takes them for what they are.

use std::fmt::Write;

use serde_json::Value;

use crate::character::{is_invisible, is_noncharacter, joins};

/// Words that some reader takes for a truth value or for nothing.
const TAKEN: [&str; 10] = ["y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan"];

/// A value on one line.
pub fn inline(value: &Value) -> String {
    match value {
        Value::String(text) => quoted_if_needed(text),
        other => other.to_string(),
    }
}

/// A value on one line, between the quotation marks that the value had which it replaces.
pub fn inline_as(value: &Value, replaced: &str) -> String {
    match (value, replaced.chars().next()) {
        (Value::String(text), Some('\'')) if !text.contains(must_be_escaped) => single_quoted(text),
        (Value::String(text), Some('"')) => double_quoted(text),
        _ => inline(value),
    }
}

/// A value between the brackets of a list or a set of fields, where a comma or a bracket means more.
pub fn in_brackets(value: &Value) -> String {
    match value {
        Value::String(text) if text.contains([',', '[', ']', '{', '}']) => double_quoted(text),
        Value::Array(items) => {
            let items: Vec<String> = items.iter().map(in_brackets).collect();
            format!("[{}]", items.join(", "))
        }
        Value::Object(fields) => {
            let fields = fields
                .iter()
                .map(|(name, value)| format!("{}: {}", in_brackets(&Value::from(name.as_str())), in_brackets(value)));
            format!("{{{}}}", fields.collect::<Vec<_>>().join(", "))
        }
        single => inline(single),
    }
}

/// Text of more than one line as a block: the header (`|` or `|-`) and its lines. Nothing when a block would not read
/// back exactly; then the text goes on one line, between quotes.
pub fn block(text: &str) -> Option<(&'static str, Vec<&str>)> {
    let (header, body) = match text.strip_suffix('\n') {
        Some(body) => ("|", body),
        None => ("|-", text),
    };
    if !text.contains('\n') || body.is_empty() || body.starts_with('\n') || body.ends_with('\n') {
        return None;
    }
    let exact = |line: &str| !line.starts_with([' ', '\t']) && !line.contains(must_be_escaped);
    let lines: Vec<&str> = body.split('\n').collect();
    lines.iter().all(|line| exact(line)).then_some((header, lines))
}

fn quoted_if_needed(text: &str) -> String {
    if is_plain(text) {
        return text.to_owned();
    }
    if text.contains(['"', '\\']) && !text.contains(must_be_escaped) {
        return single_quoted(text);
    }
    double_quoted(text)
}

fn single_quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

fn double_quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for char in text.chars() {
        match char {
            '"' | '\\' => quoted.extend(['\\', char]),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            '\r' => quoted.push_str("\\r"),
            char if must_be_escaped(char) => {
                let _ = write!(quoted, "\\U{:08X}", u32::from(char));
            }
            char => quoted.push(char),
        }
    }
    quoted.push('"');
    quoted
}

/// Without quotes only what no reader can take otherwise: a day, a postcode, or text that begins with a letter.
fn is_plain(text: &str) -> bool {
    if is_date(text) || is_postcode(text) {
        return true;
    }
    let starts_well = text.starts_with(char::is_alphabetic);
    let ends_well = !text.ends_with([':', ' ']);
    let means_more = text.contains(": ") || text.contains(" #") || text.contains(must_be_escaped);
    let odd_space = text.contains(|char: char| char.is_whitespace() && char != ' ');
    let taken = TAKEN.iter().any(|word| text.eq_ignore_ascii_case(word));
    starts_well && ends_well && !means_more && !odd_space && !taken
}

/// `2027-01-11`.
fn is_date(text: &str) -> bool {
    let shape = |(position, byte): (usize, u8)| match position {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    };
    text.len() == 10 && text.bytes().enumerate().all(shape)
}

/// `1234 AB`.
fn is_postcode(text: &str) -> bool {
    let shape = |(position, byte): (usize, u8)| match position {
        0..=3 => byte.is_ascii_digit(),
        4 => byte == b' ',
        _ => byte.is_ascii_uppercase(),
    };
    text.len() == 7 && text.bytes().enumerate().all(shape)
}

/// Characters that YAML cannot hold as they are, that some reader takes for a line end, or that nobody can see.
fn must_be_escaped(char: char) -> bool {
    let is_private = matches!(char, '\u{e000}'..='\u{f8ff}');
    char.is_control() || is_noncharacter(char) || is_private || is_invisible(char) && !joins(char)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_stand_where_a_reader_could_take_it_otherwise() {
        for plain in [
            "Kruiskamp",
            "2027-01-11",
            "8912 BC",
            "ja",
            "Stichting Welzijn (SWA)",
            "a: b".replace(": ", ":").as_str(),
            "élan",
        ] {
            assert_eq!(inline(&Value::from(plain)), plain);
        }
        for quoted in
            ["no", "Yes", "8912 B1", "09:00", "3.50", "0612345678", "", " a", "a ", "- x", "? x", "@", "%", "~", "a:"]
        {
            assert_eq!(inline(&Value::from(quoted)), format!("\"{quoted}\""));
        }
        assert_eq!(inline(&Value::from("'s-Hertogenbosch")), "\"'s-Hertogenbosch\"");
        assert_eq!(inline(&Value::from("de \"wijk\": 's")), "'de \"wijk\": ''s'");
        assert_eq!(inline(&Value::from("a\u{202e}b")), "\"a\\U0000202Eb\"");
        assert_eq!(inline(&Value::from(12)), "12");
    }

    #[test]
    fn blocks_only_where_they_read_back_exactly() {
        assert_eq!(block("een\n\ntwee\n"), Some(("|", vec!["een", "", "twee"])));
        assert_eq!(block("een\ntwee"), Some(("|-", vec!["een", "twee"])));
        for text in ["een", "\neen", "een\n\n", "\n", "een\n  twee", " een\ntwee", "een\r\ntwee"] {
            assert_eq!(block(text), None, "{text:?}");
        }
    }
}
