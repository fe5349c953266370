//! Patterns for words as people write them, for editors: regular expressions that every editor knows (ECMA-262), without
//! flags.

use super::{MONTHS, WEEKDAYS};

/// One of these words, in small letters or capitals.
pub fn any_of<'w>(words: impl IntoIterator<Item = &'w str>) -> String {
    let words: Vec<String> = words.into_iter().map(any_case).collect();
    format!("(?:{})", words.join("|"))
}

/// The name of a month.
pub fn month() -> String {
    any_of(MONTHS)
}

/// The name of a day of the week.
pub fn weekday() -> String {
    any_of(WEEKDAYS)
}

/// The text, its letters in either case; a space stands for any room between words.
fn any_case(text: &str) -> String {
    let mut pattern = String::new();
    for letter in text.chars() {
        let capital = letter.to_uppercase();
        match letter {
            ' ' => pattern.push_str("\\s+"),
            _ if letter.is_alphabetic() => pattern.push_str(&format!("[{letter}{capital}]")),
            _ => pattern.push(letter),
        }
    }
    pattern
}
