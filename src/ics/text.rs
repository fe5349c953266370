//! Lines and texts of a calendar file: escaped, folded at 75 octets, ended with CR and LF (RFC 5545 §3.1, §3.3.11).

/// The longest line, in octets, without its end.
const LONGEST: usize = 75;

/// A file, line by line.
#[derive(Debug, Default)]
pub struct Lines(String);

impl Lines {
    /// Adds a content line, folded between characters where it is long.
    pub fn push(&mut self, line: &str) {
        let mut width = 0;
        for letter in line.chars() {
            if width + letter.len_utf8() > LONGEST {
                self.0.push_str("\r\n ");
                width = 1;
            }
            self.0.push(letter);
            width += letter.len_utf8();
        }
        self.0.push_str("\r\n");
    }

    pub fn finish(self) -> String {
        self.0
    }
}

/// The content lines of a file, unfolded, without control characters. Also reads what ends its lines with LF alone.
pub fn unfold(file: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for line in file.lines() {
        let line: String = line.chars().filter(|letter| !letter.is_control() || *letter == '\t').collect();
        match (line.strip_prefix([' ', '\t']), lines.last_mut()) {
            (Some(rest), Some(last)) => last.push_str(rest),
            _ => lines.push(line),
        }
    }
    lines
}

/// A text as a value: what has a meaning is escaped, line ends are kept, other control characters are dropped.
pub fn escape(text: &str) -> String {
    let mut escaped = String::new();
    for letter in text.trim().replace("\r\n", "\n").chars() {
        match letter {
            '\\' | ';' | ',' => escaped.extend(['\\', letter]),
            '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => escaped.push_str("\\n"),
            '\t' => escaped.push(' '),
            _ if letter.is_control() => {}
            _ => escaped.push(letter),
        }
    }
    escaped
}

/// A text between quotation marks in a parameter: it cannot hold a quotation mark or a control character.
pub fn parameter(text: &str) -> String {
    let kept = text.trim().chars().filter(|letter| !letter.is_control() && !"\u{2028}\u{2029}".contains(*letter));
    kept.map(|letter| if letter == '"' { '\'' } else { letter }).collect()
}

/// Whether this can stand behind `mailto:` as it is.
pub fn is_address(text: &str) -> bool {
    let text = text.trim();
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "@.-_+".contains(letter);
    text.chars().all(plain) && text.split_once('@').is_some_and(|(user, host)| !user.is_empty() && host.contains('.'))
}
