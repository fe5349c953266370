//! A template without its plain text, for the engine to read: it looks at every letter again and again.
//!
//! Between two tags all but the white space at both ends becomes one sign. What the engine makes of that is made whole
//! again, with each place where it was.

use std::ops::Range;

use handlebars::Template;
use handlebars::template::TemplateElement;

use super::lines::Lines;

/// The first and the last sign that can stand for a text: for private use, so that a template hardly ever has them.
const SIGNS: Range<u32> = 0xF0000..0xFFFFE;

/// Shorter text stays as it is, in bytes.
const SHORTEST: usize = 8;

/// A piece of a template, shortened.
pub struct Short<'t> {
    pub text: String,
    /// The texts that were taken out, in the order of their signs.
    taken: Vec<&'t str>,
    /// Where in the short text each part that was kept begins, and where in the whole one.
    kept: Vec<(usize, usize)>,
}

impl<'t> Short<'t> {
    /// This piece of the text, which has these tags.
    pub fn of(text: &'t str, piece: Range<usize>, tags: &[Range<usize>]) -> Short<'t> {
        let length = piece.len();
        let mut short = Short { text: String::with_capacity(length), taken: Vec::new(), kept: Vec::new() };
        let first = tags.partition_point(|tag| tag.start < piece.start);
        let inside = tags[first..].iter().take_while(|tag| tag.end <= piece.end);
        // A template that has such signs itself is read as it is.
        let can = !text[piece.clone()].chars().any(|letter| SIGNS.contains(&u32::from(letter)));
        let mut at = piece.start;
        for tag in inside.cloned().chain(std::iter::once(piece.end..piece.end)) {
            short.plain(text, at..tag.start, can);
            short.keep(text, tag.clone());
            at = tag.end;
        }
        short
    }

    fn keep(&mut self, text: &str, part: Range<usize>) {
        if !part.is_empty() {
            self.kept.push((self.text.len(), part.start));
            self.text.push_str(&text[part]);
        }
    }

    fn plain(&mut self, text: &'t str, part: Range<usize>, can: bool) {
        let written = &text[part.clone()];
        let inner = written.trim();
        let sign = SIGNS.clone().nth(self.taken.len()).and_then(char::from_u32);
        // A brace or a backslash can mean something to the engine, beside a tag.
        let can = can && inner.len() >= SHORTEST && !inner.contains(['{', '}', '\\']);
        match sign.filter(|_| can) {
            Some(sign) => {
                let start = part.start + (written.len() - written.trim_start().len());
                self.keep(text, part.start..start);
                self.kept.push((self.text.len(), start));
                self.text.push(sign);
                self.taken.push(inner);
                self.keep(text, start + inner.len()..part.end);
            }
            None => self.keep(text, part),
        }
    }

    /// The line and column in the whole text of a line and column in the short one, all from 1.
    pub fn place(&self, lines: &Lines, line: usize, column: usize) -> (usize, usize) {
        let short = Lines::of(&self.text);
        self.place_from(&short, lines, line, column)
    }

    fn place_from(&self, short: &Lines, lines: &Lines, line: usize, column: usize) -> (usize, usize) {
        let start = short.start(line);
        let before = self.text[start..].chars().take(column.saturating_sub(1));
        let at = start + before.map(char::len_utf8).sum::<usize>();
        let part = self.kept.partition_point(|(begin, _)| *begin <= at).checked_sub(1);
        let (begin, whole) = part.map_or((0, 0), |part| self.kept[part]);
        lines.place((whole + at - begin).min(lines.text.len()))
    }

    /// Puts the texts back in what the engine made of the short text, and every place where it is in the whole one.
    pub fn lengthen(&self, template: &mut Template, lines: &Lines) {
        self.lengthen_from(&Lines::of(&self.text), template, lines);
    }

    fn lengthen_from(&self, short: &Lines, template: &mut Template, lines: &Lines) {
        for place in &mut template.mapping {
            (place.0, place.1) = self.place_from(short, lines, place.0, place.1);
        }
        for element in &mut template.elements {
            match element {
                TemplateElement::RawString(text) => self.put_back(text),
                TemplateElement::HelperBlock(block) => {
                    let inside = [&mut block.template, &mut block.inverse].into_iter().flatten();
                    inside.for_each(|inner| self.lengthen_from(short, inner, lines));
                }
                _ => {}
            }
        }
    }

    fn put_back(&self, text: &mut String) {
        let taken = |letter: char| {
            let number = u32::from(letter).checked_sub(SIGNS.start)?;
            self.taken.get(usize::try_from(number).ok()?).copied()
        };
        if !self.taken.is_empty() && text.chars().any(|letter| taken(letter).is_some()) {
            let mut whole = String::new();
            for letter in text.chars() {
                match taken(letter) {
                    Some(taken) => whole.push_str(taken),
                    None => whole.push(letter),
                }
            }
            *text = whole;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::pieces::reader;
    use super::super::syntax;
    use super::*;

    fn read(text: &str) -> Template {
        let mut engine = reader();
        engine.register_template_string("x", text).unwrap();
        engine.get_template("x").unwrap().clone()
    }

    fn through_the_short_one(text: &str) -> Template {
        let build = syntax::check("x", text).unwrap();
        let lines = Lines::of(text);
        let short = Short::of(text, 0..text.len(), &build.tags);
        let mut template = read(&short.text);
        short.lengthen(&mut template, &lines);
        template
    }

    #[test]
    fn the_engine_makes_the_same_of_it() {
        let ours = crate::document::meegeleverd().map(|one| one.tekst.to_owned());
        let odd = [
            "",
            "Zonder een enkele tag\n\n",
            "{{naam}}",
            "Voor de tag {{naam}}, en erachter.\n{{#if x}}\n  Een regel tekst  \n{{else if y}}\nEen andere\nregel\n{{else}}\n\nDerde tekst\n{{/if}}\nEinde",
            "Café één\u{a0}twee {{~naam~}}  drie vier vijf\n\n  {{> deel}}  \nzes zeven acht",
            "Hier staat \\{{geen tag}} en hier {{veld naam \"een }} in de tekst\"}} verder weg",
            "Tekst met {een} accolade {{naam}} en {{!-- uitleg }} --}} nog meer tekst",
            "Een teken \u{f0000} van iemand zelf {{naam}} en nog meer tekst",
        ];
        for text in ours.chain(odd.map(str::to_owned)) {
            assert_eq!(through_the_short_one(&text), read(&text), "{text}");
        }
    }
}
