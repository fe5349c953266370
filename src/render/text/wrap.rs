//! Lines that are no wider than the terminal.

use unicode_width::UnicodeWidthStr;

/// Breaks a text at its spaces into lines of at most `width` columns; a word that is wider has a line of its own.
/// A newline in the text stays one.
pub(super) fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        let mut line = String::new();
        for word in words(paragraph) {
            if line.is_empty() {
                line.push_str(word);
                continue;
            }
            // Measured as a whole: next to each other some characters are not as wide as alone.
            let longer = format!("{line} {word}");
            if longer.width() <= width {
                line = longer;
            } else {
                lines.push(std::mem::replace(&mut line, word.to_owned()));
            }
        }
        lines.push(line);
    }
    lines
}

/// The parts of a text between which a line may break.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    let breaks =
        |character: char| character.is_whitespace() && !matches!(character, '\u{A0}' | '\u{202F}' | '\u{2007}');
    text.split(breaks).filter(|word| !word.is_empty())
}

/// Puts `first` before the first line and as much space before the others. `lines` were made for what is left of
/// `width`; where a word is too wide for that, it gets the whole line.
pub(super) fn hang(first: &str, lines: Vec<String>, width: usize) -> Vec<String> {
    let rest = " ".repeat(first.width());
    let mut hung = Vec::with_capacity(lines.len());
    for (index, line) in lines.into_iter().enumerate() {
        let prefix = if index == 0 { first } else { &rest };
        let whole = format!("{prefix}{line}");
        if whole.trim_end().width() <= width {
            hung.push(whole.trim_end().to_owned());
            continue;
        }
        if !prefix.trim().is_empty() {
            hung.push(prefix.trim().to_owned());
        }
        hung.push(line);
    }
    if hung.is_empty() {
        hung.push(first.trim_end().to_owned());
    }
    hung
}

/// Puts the same sign before every line that has room for it.
pub(super) fn mark(sign: &str, lines: Vec<String>, width: usize) -> Vec<String> {
    let marked = lines.into_iter().map(|line| {
        let whole = format!("{sign}{line}");
        if whole.trim_end().width() <= width { whole.trim_end().to_owned() } else { line }
    });
    marked.collect()
}
