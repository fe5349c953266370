//! Turns of phrase that messages about a file share: quoting what the user wrote, and ‘bedoelde u …?’.

use crate::dutch::did_you_mean;

/// Longer texts are cut off in a message.
const QUOTED_CHARS: usize = 60;

/// What the user wrote, between quotation marks and not too long.
pub(super) fn quoted(text: &str) -> String {
    let text = text.trim();
    if text.chars().count() <= QUOTED_CHARS {
        return format!("‘{text}’");
    }
    let start: String = text.chars().take(QUOTED_CHARS).collect();
    format!("‘{start}…’")
}

/// `bedoelde u ‘kvk’?`, or else the sentence that lists what exists.
pub(super) fn suggestion(written: &str, choices: &[&str], otherwise: &str) -> String {
    did_you_mean(written, choices.iter().copied()).unwrap_or_else(|| match choices {
        [] => String::new(),
        _ => format!("{otherwise}: {}", choices.join(", ")),
    })
}
