//! Lines that are no wider than the terminal.

use unicode_width::UnicodeWidthStr;

use crate::wrap::wrapped;

/// The text in lines, each newline of it one too.
pub(super) fn wrap(text: &str, width: usize) -> Vec<String> {
    let paragraph = |text: &str| Some(wrapped(text, width)).filter(|lines| !lines.is_empty());
    text.split('\n').flat_map(|text| paragraph(text).unwrap_or_else(|| vec![String::new()])).collect()
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
