//! The text of a file as lines: where they start and end, how far they stand in, which are empty or comment; and the
//! pieces of text that an edit puts in.

use std::ops::Range;

use super::EditError;

/// A text with its own line ending.
#[derive(Clone, Copy)]
pub(super) struct Text<'t> {
    pub text: &'t str,
    pub eol: &'static str,
}

/// What a line holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Line {
    Blank,
    /// Only a comment; with the column of its `#`.
    Comment(usize),
    Other,
}

impl<'t> Text<'t> {
    pub fn new(text: &'t str) -> Text<'t> {
        let eol = match text.find(['\n', '\r']) {
            Some(at) if text[at..].starts_with("\r\n") => "\r\n",
            Some(at) if text[at..].starts_with('\r') => "\r",
            _ => "\n",
        };
        Text { text, eol }
    }

    /// Start of the line that holds `at`.
    pub fn start(self, at: usize) -> usize {
        self.text[..at].rfind(['\n', '\r']).map_or(0, |found| found + 1)
    }

    /// End of the line that holds `at`, before its line ending.
    pub fn end(self, at: usize) -> usize {
        self.text[at..].find(['\n', '\r']).map_or(self.text.len(), |found| at + found)
    }

    /// Start of the line after the one that holds `at`; the end of the text when there is none.
    pub fn next(self, at: usize) -> usize {
        let end = self.end(at);
        let length = if self.text[end..].starts_with("\r\n") { 2 } else { usize::from(end < self.text.len()) };
        end + length
    }

    /// Start of the line before the one that starts at `start`.
    pub fn previous(self, start: usize) -> Option<usize> {
        let end = start.checked_sub(1)?;
        let end = if self.text[..start].ends_with("\r\n") { end - 1 } else { end };
        Some(self.start(end))
    }

    /// Characters on the line before `at`.
    pub fn column(self, at: usize) -> usize {
        self.text[self.start(at)..at].chars().count()
    }

    /// The line that starts at `start`, without its ending.
    pub fn line(self, start: usize) -> &'t str {
        &self.text[start..self.end(start)]
    }

    pub fn kind(self, start: usize) -> Line {
        let line = self.line(start);
        let content = line.trim_start();
        match content.chars().next() {
            None => Line::Blank,
            Some('#') => Line::Comment(line.len() - content.len()),
            Some(_) => Line::Other,
        }
    }

    /// Nothing but white space follows on the line.
    pub fn ends_line(self, at: usize) -> bool {
        self.text[at..self.end(at)].trim().is_empty()
    }

    /// Start of the block of comment lines directly above the line that starts at `start`.
    pub fn comments_above(self, start: usize) -> usize {
        let mut first = start;
        while let Some(above) = self.previous(first)
            && matches!(self.kind(above), Line::Comment(_))
        {
            first = above;
        }
        first
    }

    /// Lines of wep in the line ending of this text.
    pub fn lines(self, written: &str) -> String {
        written.replace('\n', self.eol)
    }

    /// Lines to put in behind the end of a line: the line ending comes first instead of last.
    pub fn behind(self, written: &str) -> String {
        format!("{}{}", self.eol, self.lines(written.strip_suffix('\n').unwrap_or(written)))
    }
}

/// A piece of the text and what comes instead.
#[derive(Debug)]
pub(super) struct Splice {
    span: Range<usize>,
    /// Of two that put in text at one spot, the lower goes first.
    rank: u8,
    text: String,
}

impl Splice {
    pub fn replace(span: Range<usize>, text: impl Into<String>) -> Splice {
        Splice { span, rank: 1, text: text.into() }
    }

    pub fn remove(span: Range<usize>) -> Splice {
        Splice::replace(span, "")
    }

    /// Belongs to what stands before it.
    pub fn after(at: usize, text: impl Into<String>) -> Splice {
        Splice { span: at..at, rank: 0, text: text.into() }
    }

    /// Belongs to what stands behind it.
    pub fn before(at: usize, text: impl Into<String>) -> Splice {
        Splice { span: at..at, rank: 2, text: text.into() }
    }
}

/// The text with all pieces put in.
pub(super) fn splice(text: &str, mut splices: Vec<Splice>) -> Result<String, EditError> {
    // What only puts in text at the end of a piece that goes stays behind that piece.
    splices.sort_by_key(|splice| (splice.span.start, splice.rank));
    let mut result = String::with_capacity(text.len() + splices.iter().map(|splice| splice.text.len()).sum::<usize>());
    let mut done = 0;
    for splice in &splices {
        if splice.span.start < done {
            return Err(EditError::Together);
        }
        result.push_str(&text[done..splice.span.start]);
        result.push_str(&splice.text);
        done = splice.span.end;
    }
    result.push_str(&text[done..]);
    Ok(result)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_found_whatever_ends_them() {
        for (written, eol) in [("a\n\n # b\nc", "\n"), ("a\r\n\r\n # b\r\nc", "\r\n"), ("a\r\r # b\rc", "\r")] {
            let text = Text::new(written);
            assert_eq!(text.eol, eol);
            let second = text.next(0);
            let third = text.next(second);
            let fourth = text.next(third);
            let kinds = [0, second, third, fourth].map(|start| text.kind(start));
            assert_eq!(kinds, [Line::Other, Line::Blank, Line::Comment(1), Line::Other]);
            assert_eq!((text.previous(fourth), text.previous(second), text.previous(0)), (Some(third), Some(0), None));
            assert_eq!((text.next(fourth), text.comments_above(fourth)), (written.len(), third));
        }
    }

    #[test]
    fn pieces_go_in_together_and_never_across_each_other() {
        let pieces =
            vec![Splice::before(3, "C"), Splice::remove(1..3), Splice::after(3, "B"), Splice::replace(0..1, "A")];
        assert_eq!(splice("abcd", pieces).unwrap(), "ABCd");
        assert!(splice("abcd", vec![Splice::remove(0..3), Splice::remove(2..4)]).is_err());
    }
}
