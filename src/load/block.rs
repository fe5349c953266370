//! YAML as nearly everyone writes it: fields and items below each other, each value on its line. Read without a library, in
//! a sixth of the instructions; the first thing that is not as plain as that, and the library reads the whole file.
//!
//! saphyr-parser is the judge. It takes a text letter by letter, which was half of all that `wep status` did; what is read here
//! must come out as it would, down to the byte, which `yaml/tests.rs` holds. Nothing is ever refused here: what is wrong
//! in a file is for the library to find.

use std::borrow::Cow;
use std::ops::Range;

use memchr::memmem;
use saphyr_parser::{Event, ScalarStyle};

/// No name of a field is longer than this, in bytes: the library looks for its colon in 1,024 letters.
const MOST_IN_A_NAME: usize = 500;

/// Hands what happens in `text` to `take`, in order and with its place in bytes, as the library would. False when that cannot
/// be done, also halfway: what was handed over then counts for nothing. `take` says false to stop.
pub(super) fn read<'t>(text: &'t str, take: impl FnMut(Event<'t>, Range<usize>) -> bool) -> bool {
    let mut block = Block { text, bytes: text.as_bytes(), at: 0, column: None, take };
    block.document().is_some()
}

/// Nothing, where a function gives an `Option<()>`: this is not for us to read.
struct Block<'t, T> {
    text: &'t str,
    bytes: &'t [u8],
    /// Where reading is, in bytes.
    at: usize,
    /// When `at` is where a line has its first letter: how many spaces stand before that. Nothing at the end of the text.
    column: Option<usize>,
    take: T,
}

impl<'t, T: FnMut(Event<'t>, Range<usize>) -> bool> Block<'t, T> {
    fn document(&mut self) -> Option<()> {
        if self.is_out_of_the_ordinary() {
            return None;
        }
        self.advance()?;
        self.node(self.column?)?;
        self.column.is_none().then_some(())
    }

    /// Tabs, a mark for the order of bytes, a zero, an end of a line that only old Macs know.
    fn is_out_of_the_ordinary(&self) -> bool {
        memchr::memchr3_iter(b'\t', b'\0', b'\r', self.bytes)
            .any(|at| self.bytes[at] != b'\r' || self.bytes.get(at + 1) != Some(&b'\n'))
            || memmem::find(self.bytes, "\u{feff}".as_bytes()).is_some()
    }

    fn emit(&mut self, event: Event<'t>, bytes: Range<usize>) -> Option<()> {
        (self.take)(event, bytes).then_some(())
    }

    fn scalar(&mut self, text: impl Into<Cow<'t, str>>, style: ScalarStyle, bytes: Range<usize>) -> Option<()> {
        self.emit(Event::Scalar(text.into(), style, 0, None), bytes)
    }

    fn nothing(&mut self, at: usize) -> Option<()> {
        self.scalar("", ScalarStyle::Plain, at..at)
    }

    /// From the begin of a line to the first letter that is not a comment.
    fn advance(&mut self) -> Option<()> {
        self.column = loop {
            let start = self.at;
            self.skip_spaces();
            let column = self.at - start;
            match self.bytes.get(self.at) {
                None => break None,
                Some(b'\n' | b'\r' | b'#') => self.at = self.line_after(self.at),
                // Where a document begins or ends, and what is said about it.
                Some(b'%') if column == 0 => return None,
                Some(b'-' | b'.') if column == 0 && matches!(&self.text[self.at..].get(..3), Some("---" | "...")) => {
                    return None;
                }
                Some(_) => break Some(column),
            }
        };
        Some(())
    }

    fn skip_spaces(&mut self) {
        self.at += self.bytes[self.at..].iter().take_while(|byte| **byte == b' ').count();
    }

    /// Where the line with this place ends, before what ends it.
    fn line_end(&self, at: usize) -> usize {
        let end = memchr::memchr(b'\n', &self.bytes[at..]).map_or(self.bytes.len(), |length| at + length);
        if end > at && self.bytes[end - 1] == b'\r' { end - 1 } else { end }
    }

    fn line_after(&self, at: usize) -> usize {
        memchr::memchr(b'\n', &self.bytes[at..]).map_or(self.bytes.len(), |length| at + length + 1)
    }

    fn is_line_end(&self, at: usize) -> bool {
        matches!(self.bytes.get(at), None | Some(b'\n' | b'\r'))
    }

    /// The rest of a line has nothing to tell: where that is, and on to the next line.
    fn close_line(&mut self) -> Option<usize> {
        let begin = self.at;
        self.skip_spaces();
        let comment = self.bytes.get(self.at) == Some(&b'#') && self.at > begin;
        if !comment && !self.is_line_end(self.at) {
            return None;
        }
        let end = self.line_end(self.at);
        self.at = self.line_after(end);
        self.advance()?;
        Some(end)
    }

    /// Whether an item begins here.
    fn is_item(&self) -> bool {
        self.bytes.get(self.at) == Some(&b'-')
            && matches!(self.bytes.get(self.at + 1), None | Some(b' ' | b'\n' | b'\r'))
    }

    /// Where the colon of the field is whose name begins here.
    fn colon(&self) -> Option<usize> {
        let name = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.') || !byte.is_ascii();
        let length = self.bytes[self.at..].iter().take_while(|byte| name(byte)).count();
        let colon = self.at + length;
        let begins_plainly = !matches!(self.bytes.get(self.at), Some(b'-' | b'.'));
        let ends = matches!(self.bytes.get(colon + 1), None | Some(b' ' | b'\n' | b'\r'));
        let is_field = self.bytes.get(colon) == Some(&b':') && ends;
        (is_field && begins_plainly && (1..=MOST_IN_A_NAME).contains(&length)).then_some(colon)
    }

    /// What begins at the first letter of a line.
    fn node(&mut self, column: usize) -> Option<()> {
        if self.is_item() { self.sequence(column, false) } else { self.mapping(column) }
    }

    /// `below_its_field`: as far to the left as the name that it belongs to.
    fn sequence(&mut self, column: usize, below_its_field: bool) -> Option<()> {
        let mut begun = false;
        loop {
            let dash = self.at;
            self.at += 1;
            let after_dash = self.at;
            self.skip_spaces();
            let first = self.at;
            let is_empty = self.is_line_end(first) || self.bytes[first] == b'#';
            let entry = if is_empty {
                self.at = after_dash;
                self.close_line()?
            } else {
                first
            };
            if !begun {
                begun = true;
                let start = if below_its_field { entry } else { dash };
                self.emit(Event::SequenceStart(0, None), start..start)?;
            }
            let inner = column + (first - dash);
            match self.column {
                _ if !is_empty && self.is_item() => self.sequence(inner, false)?,
                _ if !is_empty && self.colon().is_some() => self.mapping(inner)?,
                _ if !is_empty => self.value(column)?,
                Some(deeper) if deeper > column => self.node(deeper)?,
                _ => self.nothing(entry)?,
            }
            match self.column {
                Some(next) if next > column => return None,
                Some(next) if next == column && self.is_item() => {}
                Some(next) if next == column && !below_its_field => return None,
                _ => break,
            }
        }
        self.emit(Event::SequenceEnd, self.at..self.at)
    }

    fn mapping(&mut self, column: usize) -> Option<()> {
        self.emit(Event::MappingStart(0, None), self.at..self.at)?;
        loop {
            let colon = self.colon()?;
            let name = self.at..colon;
            self.scalar(&self.text[name.clone()], ScalarStyle::Plain, name)?;
            self.at = colon + 1;
            self.skip_spaces();
            if self.is_line_end(self.at) || self.bytes[self.at] == b'#' {
                self.at = colon + 1;
                self.close_line()?;
                match self.column {
                    Some(deeper) if deeper > column => self.node(deeper)?,
                    Some(same) if same == column && self.is_item() => self.sequence(same, true)?,
                    _ => self.nothing(colon)?,
                }
            } else {
                self.value(column)?;
            }
            match self.column {
                Some(next) if next > column => return None,
                Some(next) if next == column => {}
                _ => break,
            }
        }
        self.emit(Event::MappingEnd, self.at..self.at)
    }

    /// What stands behind a name or a dash; `column` is that of the fields or items that it is one of.
    fn value(&mut self, column: usize) -> Option<()> {
        match self.bytes[self.at] {
            b'"' => self.double_quoted(),
            b'\'' => self.single_quoted(),
            b'[' => self.list(),
            b'|' => self.lines(column, ScalarStyle::Literal),
            b'>' => self.lines(column, ScalarStyle::Folded),
            b'-' if self.is_item() => None,
            b'?' | b':' | b',' | b']' | b'{' | b'}' | b'&' | b'*' | b'!' | b'%' | b'@' | b'`' | b'#' => None,
            _ => self.plain(),
        }
    }

    fn plain(&mut self) -> Option<()> {
        let start = self.at;
        let line = &self.text[start..self.line_end(start)];
        let mut length = line.len();
        for at in memchr::memchr2_iter(b':', b'#', line.as_bytes()) {
            match line.as_bytes()[at] {
                b':' if matches!(line.as_bytes().get(at + 1), None | Some(b' ')) => return None,
                b'#' if line.as_bytes()[at - 1] == b' ' => {
                    length = at;
                    break;
                }
                _ => {}
            }
        }
        let text = line[..length].trim_end_matches(' ');
        self.scalar(text, ScalarStyle::Plain, start..start + text.len())?;
        self.at = start + text.len();
        self.close_line().map(drop)
    }

    fn double_quoted(&mut self) -> Option<()> {
        let start = self.at;
        let rest = &self.text[start + 1..self.line_end(start)];
        let end = memchr::memchr2(b'"', b'\\', rest.as_bytes()).filter(|end| rest.as_bytes()[*end] == b'"')?;
        self.at = start + 1 + end + 1;
        let until = self.close_line()?;
        self.scalar(&rest[..end], ScalarStyle::DoubleQuoted, start..until)
    }

    fn single_quoted(&mut self) -> Option<()> {
        let start = self.at;
        let rest = &self.text[start + 1..self.line_end(start)];
        let mut end = 0;
        let mut twice = false;
        loop {
            end += memchr::memchr(b'\'', &rest.as_bytes()[end..])?;
            if rest.as_bytes().get(end + 1) != Some(&b'\'') {
                break;
            }
            twice = true;
            end += 2;
        }
        self.at = start + 1 + end + 1;
        let until = self.close_line()?;
        let text = &rest[..end];
        let text = if twice { Cow::Owned(text.replace("''", "'")) } else { Cow::Borrowed(text) };
        self.scalar(text, ScalarStyle::SingleQuoted, start..until)
    }

    /// Between brackets, on one line: nothing, or plain words.
    fn list(&mut self) -> Option<()> {
        let start = self.at;
        self.at += 1;
        self.skip_spaces();
        self.emit(Event::SequenceStart(0, None), start..self.at)?;
        while self.bytes.get(self.at) != Some(&b']') {
            let begin = self.at;
            let word = |byte: u8| byte.is_ascii_alphanumeric() || !byte.is_ascii();
            let plain = |byte: &&u8| word(**byte) || matches!(byte, b' ' | b'-' | b'_' | b'.' | b'/');
            let end = begin + self.bytes[begin..].iter().take_while(plain).count();
            let text = self.text[begin..end].trim_end_matches(' ');
            if !text.bytes().next().is_some_and(word) || text.ends_with('-') {
                return None;
            }
            self.scalar(text, ScalarStyle::Plain, begin..begin + text.len())?;
            self.at = end;
            match self.bytes.get(end) {
                Some(b',') => {
                    self.at += 1;
                    self.skip_spaces();
                    // A comma with nothing behind it is not that plain.
                    if self.bytes.get(self.at) == Some(&b']') {
                        return None;
                    }
                }
                Some(b']') => {}
                _ => return None,
            }
        }
        let close = self.at;
        self.at += 1;
        let until = self.close_line()?;
        self.emit(Event::SequenceEnd, close..until)
    }

    /// More lines below `|` or `>`, each further to the right than `column`.
    fn lines(&mut self, column: usize, style: ScalarStyle) -> Option<()> {
        self.at += 1;
        let strip = self.bytes.get(self.at) == Some(&b'-');
        self.at += usize::from(strip);
        self.skip_spaces();
        if !self.is_line_end(self.at) {
            return None;
        }
        let mut line = self.line_after(self.at);
        self.at = line;
        self.skip_spaces();
        let (start, margin) = (self.at, self.at - line);
        if margin <= column || self.is_line_end(start) {
            return None;
        }
        let mut text = String::new();
        let mut empty = 0;
        let end = loop {
            let spaces = self.bytes[line..].iter().take(margin).take_while(|byte| **byte == b' ').count();
            let first = line + spaces;
            if matches!(self.bytes.get(first), Some(b'\n' | b'\r')) {
                empty += 1;
            } else if spaces < margin {
                break first;
            } else {
                let end = self.line_end(first);
                // A text that ends within its last line, and a line that is set in further than the rest.
                if end == self.bytes.len() || (style == ScalarStyle::Folded && self.bytes[first] == b' ') {
                    return None;
                }
                if !text.is_empty() {
                    match style {
                        ScalarStyle::Folded if empty == 0 => text.push(' '),
                        ScalarStyle::Folded => {}
                        _ => text.push('\n'),
                    }
                }
                text.extend(std::iter::repeat_n('\n', empty));
                empty = 0;
                text.push_str(&self.text[first..end]);
            }
            line = self.line_after(first);
        };
        if !strip {
            text.push('\n');
        }
        self.scalar(text, style, start..end)?;
        self.at = line;
        self.advance()
    }
}
