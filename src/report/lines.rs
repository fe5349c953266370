//! Lines for the terminal: safe to print, and wrapped.

use crate::character::is_invisible;
pub use crate::wrap::wrapped;

/// The character, or what stands in for one that could do something to the terminal, that nobody sees, or that turns
/// the text around.
pub fn safe(character: char) -> char {
    if character.is_control() || is_invisible(character) { char::REPLACEMENT_CHARACTER } else { character }
}

/// A text on one line without anything that could disturb the terminal; its spaces stay.
pub fn clean(text: &str) -> String {
    text.chars().map(|character| if matches!(character, '\n' | '\r' | '\t') { ' ' } else { safe(character) }).collect()
}

/// The words of a text on one line, without anything that could disturb the terminal.
pub fn plain(text: &str) -> String {
    let visible: String = text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    clean(&visible).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text as one word on a command line, as the system at hand has it.
pub fn shell_word(path: &str) -> String {
    word(path, cfg!(windows))
}

fn word(path: &str, windows: bool) -> String {
    let simple = |char: char| char.is_alphanumeric() || "-_./\\:~".contains(char);
    if !path.is_empty() && path.chars().all(simple) {
        path.to_owned()
    } else if windows {
        format!("\"{path}\"")
    } else {
        format!("'{}'", path.replace('\'', "'\\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_turns_a_text_around_is_seen() {
        assert_eq!(plain(" a\u{202e}b\u{2067}\n\u{7}c\u{85}"), "a\u{fffd}b\u{fffd} c");
    }

    #[test]
    fn a_path_can_be_pasted_into_a_shell() {
        assert_eq!(shell_word("veldrijk/a"), "veldrijk/a");
        assert_eq!(word("mijn 'map'", false), "'mijn '\\''map'\\'''");
    }

    #[test]
    fn a_path_of_windows_can_be_pasted_there() {
        assert_eq!(word(r"C:\Users\anna\veldrijk", true), r"C:\Users\anna\veldrijk");
        assert_eq!(word(r"C:\Mijn documenten\'s-Hertogenbosch", true), r#""C:\Mijn documenten\'s-Hertogenbosch""#);
        assert_eq!(word(r"\\server\wijk & psychiatrie", true), r#""\\server\wijk & psychiatrie""#);
    }
}
