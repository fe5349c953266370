//! Inline content: text with marks for emphasis and links around it that no reader can take another way.

use super::escape;
use crate::character::is_noncharacter;
use crate::render::literal;
use crate::tree::{Inline, gap_text, may_link};

/// Where inline content stands: it decides what would be markup and how a line is broken.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Paragraph,
    /// A paragraph of which the first line has begun, with the number of a clause.
    Continued,
    Heading,
    Cell,
}

/// A character with all that is said about it. A forced break is a newline.
#[derive(Clone, Copy)]
pub(super) struct Styled {
    pub character: char,
    pub strong: bool,
    pub emphasis: bool,
    /// Which of the links it stands in.
    pub link: Option<usize>,
}

impl Styled {
    fn same_style(&self, other: &Styled) -> bool {
        (self.strong, self.emphasis, self.link) == (other.strong, other.emphasis, other.link)
    }
}

/// Inline content as Markdown. The nesting of the tree is flattened first: Markdown has no way to say that emphasis
/// ends and begins at the same letter, so marks are set only where every reader sees them.
pub(super) fn inline(content: &[Inline], place: Place) -> String {
    plain(content).map_or_else(|| marked(content, place), str::to_owned)
}

/// A text that is written as it stands, wherever that is: most are. The signs that may be markup are looked at one by one
/// below.
fn plain(content: &[Inline]) -> Option<&str> {
    let [Inline::Text { text }] = content else { return None };
    let mut characters = text.chars();
    // A line that begins with a letter opens no list and no heading further on.
    let mut last = characters.next().filter(|first| first.is_alphabetic())?;
    for character in characters {
        let as_it_stands = match character {
            'a'..='z' | 'A'..='Z' | '0'..='9' => true,
            ',' | ';' | '?' | '!' | '/' | '"' | '\'' | '(' | ')' | '%' | '+' | '-' => true,
            ' ' => last != ' ',
            // `www.`, and the last letters of what comes before the colon of an address.
            '.' => !matches!(last, 'w' | 'W'),
            ':' => !matches!(last, 'o' | 'O' | 'p' | 'P'),
            _ => character >= '\u{a0}' && !is_noncharacter(character),
        };
        // Behind a colon there may come an address, or the name of a picture.
        if !as_it_stands || (last == ':' && character != ' ') {
            return None;
        }
        last = character;
    }
    (last != ' ').then_some(text)
}

fn marked(content: &[Inline], place: Place) -> String {
    let mut line = Line::default();
    line.collect(content, Styled { character: ' ', strong: false, emphasis: false, link: None });
    line.fold(place);
    line.loosen_spaces();
    Writer { line: &line, place, out: String::new() }.write()
}

#[derive(Default)]
struct Line<'a> {
    characters: Vec<Styled>,
    links: Vec<&'a str>,
}

impl<'a> Line<'a> {
    fn collect(&mut self, content: &'a [Inline], style: Styled) {
        for inline in content {
            match inline {
                Inline::Text { text } => self.text(text, style),
                Inline::Strong { content } => self.collect(content, Styled { strong: true, ..style }),
                Inline::Emphasis { content } => self.collect(content, Styled { emphasis: true, ..style }),
                Inline::Link { url, content } if style.link.is_none() && may_link(url) => {
                    self.links.push(url);
                    self.collect(content, Styled { link: Some(self.links.len() - 1), ..style });
                }
                Inline::Link { content, .. } => self.collect(content, style),
                Inline::Reference { number, .. } => self.text(&number.to_string(), style),
                Inline::Gap { text } => self.text(&gap_text(text), Styled { strong: true, ..style }),
                Inline::Break => self.characters.push(Styled { character: '\n', ..style }),
            }
        }
    }

    fn text(&mut self, text: &str, style: Styled) {
        self.characters.extend(literal::characters(text).map(|character| Styled { character, ..style }));
    }

    /// Takes spaces together and away at both ends of every line: there they would mean something.
    fn fold(&mut self, place: Place) {
        let mut folded: Vec<Styled> = Vec::with_capacity(self.characters.len());
        for styled in self.characters.drain(..) {
            let heading_break = styled.character == '\n' && place == Place::Heading;
            let styled = if heading_break { Styled { character: ' ', ..styled } } else { styled };
            let after_space = folded.last().is_none_or(|last| matches!(last.character, ' ' | '\n'));
            match styled.character {
                ' ' if after_space => {}
                '\n' => {
                    folded.pop_if(|last| last.character == ' ');
                    if !folded.is_empty() {
                        folded.push(styled);
                    }
                }
                _ => folded.push(styled),
            }
        }
        while folded.pop_if(|last| matches!(last.character, ' ' | '\n')).is_some() {}
        self.characters = folded;
    }

    /// Takes emphasis and links off the space at their ends: `** x**` is no emphasis.
    fn loosen_spaces(&mut self) {
        self.loosen(|a, b| a.link == b.link, |styled| styled.link = None);
        self.loosen(Styled::same_style, |styled| (styled.strong, styled.emphasis) = (false, false));
    }

    fn loosen(&mut self, together: impl Fn(&Styled, &Styled) -> bool, bare: impl Fn(&mut Styled)) {
        let mut rest = self.characters.as_mut_slice();
        while let Some(first) = rest.first().copied() {
            let length = rest.iter().take_while(|styled| together(styled, &first)).count();
            let (run, after) = rest.split_at_mut(length);
            run.iter_mut().take_while(|styled| styled.character.is_whitespace()).for_each(&bare);
            run.iter_mut().rev().take_while(|styled| styled.character.is_whitespace()).for_each(&bare);
            rest = after;
        }
    }

    fn run_end(&self, start: usize) -> usize {
        let first = &self.characters[start];
        let same = self.characters[start..].iter().take_while(|styled| styled.same_style(first)).count();
        start + same
    }
}

struct Writer<'a> {
    line: &'a Line<'a>,
    place: Place,
    out: String,
}

impl Writer<'_> {
    fn write(mut self) -> String {
        let characters = &self.line.characters;
        let mut start = 0;
        while start < characters.len() {
            let link = characters[start].link;
            let end = start + characters[start..].iter().take_while(|styled| styled.link == link).count();
            let visible = characters[start..end].iter().any(|styled| !styled.character.is_whitespace());
            match link.and_then(|link| self.line.links.get(link)) {
                Some(url) if visible => {
                    self.out.push('[');
                    self.runs(start, end, true);
                    self.out.push_str("](");
                    escape::address(url, &mut self.out);
                    self.out.push(')');
                }
                _ => self.runs(start, end, false),
            }
            start = end;
        }
        self.out
    }

    fn runs(&mut self, mut start: usize, end: usize, in_link: bool) {
        while start < end {
            let run_end = self.line.run_end(start);
            let mark = if self.can_mark(start, run_end, in_link) { self.mark(start) } else { "" };
            self.out.push_str(mark);
            (start..run_end).for_each(|index| self.character(index));
            self.out.push_str(mark);
            start = run_end;
        }
    }

    fn mark(&self, index: usize) -> &'static str {
        match (self.line.characters[index].strong, self.line.characters[index].emphasis) {
            (true, true) => "***",
            (true, false) => "**",
            (false, true) => "*",
            (false, false) => "",
        }
    }

    fn character(&mut self, index: usize) {
        match (self.line.characters[index].character, self.place) {
            ('\n', Place::Cell) => self.out.push_str("<br>"),
            ('\n', _) => self.out.push_str("\\\n"),
            _ => escape::push(&self.line.characters, index, self.place, &mut self.out),
        }
    }

    /// Whether marks around these characters would open and close for every reader: inside they must touch a letter or
    /// digit, or else outside a space or a sign, and no other mark.
    fn can_mark(&self, start: usize, end: usize, in_link: bool) -> bool {
        let outside_before = self.out.chars().next_back();
        let outside_after = match self.line.characters.get(end) {
            Some(next) if in_link && next.link != self.line.characters[start].link => Some(']'),
            Some(next) if next.link != self.line.characters[start].link => Some('['),
            Some(next) => Some(next.character),
            None => None,
        };
        let inside_first = self.line.characters[start].character;
        let inside_last = self.line.characters[end - 1].character;
        outside_before != Some('*')
            && (is_letter(inside_first) || is_gap(outside_before))
            && (is_letter(inside_last) || is_gap(outside_after))
    }
}

/// What every reader takes for a letter or digit. Higher up in Unicode stand signs that are letters to some, such as 🄰.
fn is_letter(character: char) -> bool {
    character.is_alphanumeric() && character < '\u{2000}'
}

/// What every reader takes for a space or a sign; on other scripts' signs they differ.
fn is_gap(character: Option<char>) -> bool {
    character.is_none_or(|character| character.is_ascii_punctuation() || matches!(character, ' ' | '\n'))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn text(text: &str) -> [Inline; 1] {
        [Inline::Text { text: text.to_owned() }]
    }

    #[test]
    fn most_texts_are_plain() {
        for plain_text in ["Samen", "één plek voor álle bewoners: gratis, van 9.30 tot 12.00 uur!", "‘Wij’ (x) - 50%"]
        {
            assert_eq!(plain(&text(plain_text)).is_some(), !plain_text.starts_with('‘'), "{plain_text}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 4_000, ..ProptestConfig::default() })]

        #[test]
        fn what_is_plain_needs_no_mark_anywhere(
            parts in prop::collection::vec(prop::sample::select(vec![
                "a", "B", "é", "www", "http", "mailto", "xmpp", "1", "12", " ", " ", ".", ":", "/", "//", ",", ";", "?", "!", "'", "\"", "(",
                ")", "%", "+", "-", "--", "#", "=", "@", "*", "_", "|", "\\", "<", "&", "[", "]", "~", "\n", "\t", "\u{a0}", "\u{85}", "\u{fffe}",
                "\u{2028}", "’", "💬", "smile", "\u{301}",
            ]), 0..7),
        ) {
            let content = text(&parts.concat());
            if let Some(plain) = plain(&content) {
                for place in [Place::Paragraph, Place::Continued, Place::Heading, Place::Cell] {
                    prop_assert_eq!(plain, marked(&content, place));
                }
            }
        }
    }
}
