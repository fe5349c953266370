//! How a user says that something is not about a participant: `# geen deelnemer: waarom`, on the line itself or on the
//! line above.

/// What such a line holds, before the reason.
pub const MARK: &str = "# geen deelnemer:";

/// The lines of a text that have been looked at by someone.
#[derive(Debug, Clone, Default)]
pub struct Waivers {
    /// Numbers of lines, from 0, in order.
    lines: Vec<usize>,
}

impl Waivers {
    pub fn of(text: &str) -> Waivers {
        let lines = text.lines().enumerate().filter(|(_, line)| is_mark(line)).map(|(number, _)| number);
        Waivers { lines: lines.collect() }
    }

    /// Someone said of this line, counted from 0, that it is not about a participant.
    pub fn cover(&self, line: usize) -> bool {
        let marked = |line: usize| self.lines.binary_search(&line).is_ok();
        marked(line) || line > 0 && marked(line - 1)
    }
}

/// The line says so, and says why.
fn is_mark(line: &str) -> bool {
    line.match_indices('#').any(|(at, _)| {
        let words = line[at + 1..].trim_start();
        let said = words.get(..14).filter(|said| said.eq_ignore_ascii_case("geen deelnemer"));
        let why = said.and_then(|_| words[14..].trim_start().strip_prefix(':'));
        why.is_some_and(|why| why.chars().filter(|letter| letter.is_alphabetic()).count() > 2)
    })
}
