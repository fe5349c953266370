//! A first look at the tags of a template, for the faults that the template engine itself words poorly or lets pass.

use std::ops::Range;

use super::error::{ComposeError, Fault, Place, suggestion_or_list};
use super::language::{BLOCKS, INLINE};
use super::lines::Lines;
use crate::character::is_noncharacter;

/// Deeper than any template needs; keeps a wild one from using up the stack.
const DEEPEST: usize = 40;

/// How a text is built.
#[derive(Debug, Default)]
pub struct Build {
    /// Where it can be cut: at empty lines that stand outside every block and beside no tag that takes white space away.
    pub cuts: Vec<usize>,
    /// Its tags, in order.
    pub tags: Vec<Range<usize>>,
}

/// Refuses what cannot be right in the text of a template, and tells how it is built.
pub fn check(file: &str, text: &str) -> Result<Build, ComposeError> {
    let mut scan = Scan { file, text, open: Vec::new(), build: Build::default() };
    if let Some((at, _)) = text.char_indices().find(|(_, character)| is_noncharacter(*character)) {
        return Err(Fault::new("hier staat een teken dat geen tekst is").help("haal het weg").at(&scan.place(at)));
    }
    if let Some(at) = merge_mark(text) {
        return Err(Fault::new("hier staan nog twee versies onder elkaar, van het samenvoegen")
            .help("kies wat u wilt, en haal de regels met ‘<<<<<<<’, ‘=======’ en ‘>>>>>>>’ weg")
            .at(&scan.place(at)));
    }
    let mut from = 0;
    while let Some(found) = text[from..].find("{{") {
        let start = from + found;
        scan.cut(from..start);
        from = match is_escaped(&text[..start]) {
            true => start + 2,
            false => {
                let end = scan.tag(start)?;
                scan.build.tags.push(start..end);
                end
            }
        };
    }
    match scan.open.last() {
        None => Ok(scan.build),
        Some((name, at)) => Err(Fault::new(format!("het blok ‘{{{{#{name}}}}}’ wordt niet gesloten"))
            .help(format!("zet ‘{{{{/{name}}}}}’ waar het blok eindigt"))
            .at(&scan.place(*at))),
    }
}

/// Where a line begins that parts two versions of a text.
fn merge_mark(text: &str) -> Option<usize> {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if line.starts_with("<<<<<<< ") || line.starts_with(">>>>>>> ") {
            return Some(at);
        }
        at += line.len();
    }
    None
}

fn is_escaped(before: &str) -> bool {
    before.ends_with('\\') && !before.ends_with("\\\\")
}

struct Scan<'a> {
    file: &'a str,
    text: &'a str,
    /// Blocks that wait for their end, each with where it begins.
    open: Vec<(&'a str, usize)>,
    build: Build,
}

impl<'a> Scan<'a> {
    fn place(&self, at: usize) -> Place {
        let (line, column) = Lines::of(self.text).place(at);
        Place { file: self.file.to_owned(), line, column }
    }

    /// Notes where this text between two tags can be cut.
    fn cut(&mut self, between: Range<usize>) {
        if !self.open.is_empty() {
            return;
        }
        let text = &self.text[between.clone()];
        let near = |at: usize, reach: usize| self.text.get(at..at + reach).unwrap_or_default();
        let takes_before = between.start > 2 && near(between.start - 3, 3) == "~}}";
        let takes_behind = near(between.end, 3) == "{{~";
        let cuts = text.match_indices("\n\n").map(|(at, ends)| at + ends.len()).filter(|at| {
            let (left, right) = text.split_at(*at);
            (!takes_before || !left.trim().is_empty()) && (!takes_behind || !right.trim().is_empty())
        });
        self.build.cuts.extend(cuts.map(|at| between.start + at));
    }

    /// Looks at the tag that begins at `start`; tells where to go on.
    fn tag(&mut self, start: usize) -> Result<usize, ComposeError> {
        let rest = &self.text[start..];
        let end = match rest.strip_prefix("{{!--") {
            Some(_) => rest.find("--}}").map(|at| at + 4),
            None => tag_end(rest),
        };
        let Some(end) = end else {
            return Err(Fault::new("hier begint een tag met ‘{{’, maar hij eindigt niet met ‘}}’")
                .help("schrijf ‘\\{{’ als u echt accolades bedoelt")
                .at(&self.place(start)));
        };
        let inner = rest[2..end - 2].trim_start_matches('~').trim_end_matches('~').trim_start();
        if inner.starts_with('!') {
            return Ok(start + end);
        }
        self.refuse(inner, start)?;
        if let Some(block) = inner.strip_prefix('#') {
            self.opens(first_word(block), start)?;
        } else if let Some(block) = inner.strip_prefix('/') {
            self.closes(first_word(block), start)?;
        }
        Ok(start + end)
    }

    /// Tags that this template language does not have.
    fn refuse(&self, inner: &str, start: usize) -> Result<(), ComposeError> {
        let fault = if inner.starts_with('{') {
            Fault::new("drie accolades kunnen niet: zo zou tekst van een gebruiker opmaak worden")
                .help("schrijf twee accolades")
        } else if inner.starts_with('&') {
            Fault::new("‘{{&’ kan niet: zo zou tekst van een gebruiker opmaak worden").help("laat de ‘&’ weg")
        } else if inner.starts_with('*') || inner.starts_with("#*") {
            Fault::new("een tag met ‘*’ kan niet in een sjabloon")
                .help("zet het deel in een eigen bestand en gebruik ‘{{> naam}}’")
        } else if inner.starts_with("#>") {
            Fault::new("‘{{#>’ kan niet in een sjabloon").help("gebruik ‘{{> naam}}’")
        } else if inner.is_empty() {
            Fault::new("in deze tag staat niets").help("zet een naam tussen de accolades")
        } else if inner.matches('(').count() > DEEPEST {
            Fault::new("deze tag heeft te veel haakjes")
        } else {
            return Ok(());
        };
        Err(fault.at(&self.place(start)))
    }

    fn opens(&mut self, name: &'a str, start: usize) -> Result<(), ComposeError> {
        if !BLOCKS.contains(&name) {
            let help = if INLINE.contains(&name) {
                format!("schrijf ‘{{{{{name} …}}}}’, zonder ‘#’")
            } else {
                suggestion_or_list(name, BLOCKS)
            };
            return Err(Fault::new(format!("het blok ‘{{{{#{name}}}}}’ bestaat niet"))
                .help(help)
                .at(&self.place(start)));
        }
        if self.open.len() >= DEEPEST {
            return Err(Fault::new(format!("blokken staan meer dan {DEEPEST} diep in elkaar")).at(&self.place(start)));
        }
        self.open.push((name, start));
        Ok(())
    }

    fn closes(&mut self, name: &str, start: usize) -> Result<(), ComposeError> {
        let fault = match self.open.pop() {
            Some((open, _)) if open == name => return Ok(()),
            Some((open, at)) => {
                let line = self.place(at).line;
                Fault::new(format!(
                    "hier sluit ‘{{{{/{name}}}}}’, maar het blok van regel {line} heet ‘{{{{#{open}}}}}’"
                ))
                .help(format!("sluit eerst dat blok met ‘{{{{/{open}}}}}’"))
            }
            None => {
                Fault::new(format!("‘{{{{/{name}}}}}’ sluit een blok dat nergens begint")).help("haal de regel weg")
            }
        };
        Err(fault.at(&self.place(start)))
    }
}

/// Where the tag at the start of `rest` ends, past its `}}`; a `}}` between quotation marks does not count.
fn tag_end(rest: &str) -> Option<usize> {
    let mut quote = None;
    for (at, character) in rest.char_indices().skip(2) {
        match (quote, character) {
            (Some(open), _) if open == character => quote = None,
            (None, '"' | '\'') => quote = Some(character),
            (None, '}') if rest[at..].starts_with("}}") => {
                let closing = rest[at..].chars().take_while(|character| *character == '}').count();
                return Some(at + closing);
            }
            _ => {}
        }
    }
    None
}

fn first_word(text: &str) -> &str {
    let text = text.trim_start();
    text.split(|character: char| character.is_whitespace() || "~(}".contains(character)).next().unwrap_or_default()
}
