//! Turns of phrase that messages about a file share: quoting what the user wrote, and ‘bedoelde u …?’.

/// Longer texts are cut off in a message.
const QUOTED_CHARS: usize = 60;

/// From this similarity on a suggestion helps more than it confuses.
const SIMILAR: f64 = 0.82;

/// What the user wrote, between quotation marks and not too long.
pub(super) fn quoted(text: &str) -> String {
    let text = text.trim();
    if text.chars().count() <= QUOTED_CHARS {
        return format!("‘{text}’");
    }
    let start: String = text.chars().take(QUOTED_CHARS).collect();
    format!("‘{start}…’")
}

/// The choice that looks most like what was written.
pub(super) fn most_similar<'a>(written: &str, choices: &[&'a str]) -> Option<&'a str> {
    let written: String = written.chars().take(QUOTED_CHARS).collect();
    let written = written.trim().to_lowercase().replace(['-', ' '], "_");
    let mut best: Option<(f64, &str)> = None;
    for choice in choices {
        let score = strsim::jaro_winkler(&written, choice);
        if score >= SIMILAR && best.is_none_or(|(highest, _)| score > highest) {
            best = Some((score, choice));
        }
    }
    best.map(|(_, choice)| choice)
}

/// `bedoelde u ‘kvk’?`, or else the sentence that lists what exists.
pub(super) fn suggestion(written: &str, choices: &[&str], otherwise: &str) -> String {
    match most_similar(written, choices) {
        Some(choice) => format!("bedoelde u ‘{choice}’?"),
        None if choices.is_empty() => String::new(),
        None => format!("{otherwise}: {}", choices.join(", ")),
    }
}
