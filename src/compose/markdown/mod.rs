//! From Markdown to blocks of the tree. What one of the formats cannot show is an error here.

mod block;
mod run;

use std::collections::BTreeSet;
use std::ops::Range;

use pulldown_cmark::{Event, OffsetIter, Options, Parser, Tag};

use super::directive::{Container, Directive};
use super::error::{ComposeError, Fault};
use super::number::{Counter, Target};
use super::output::Output;
use super::token::DIRECTIVE;
use crate::tree::Block;
use run::is_inline;

/// Deeper than anyone can read; keeps wild Markdown from using up the stack.
const DEEPEST: usize = 12;

/// The blocks of a document, and the references in them that still need their numbers.
pub struct Body {
    pub blocks: Vec<Block>,
    pub references: Vec<Target>,
}

/// Reads the output of a template.
pub fn parse(output: &Output) -> Result<Body, ComposeError> {
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_TASKLISTS | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES;
    let events = Parser::new_ext(&output.text, options).into_offset_iter();
    if let Some(definition) = events.reference_definitions().iter().map(|(_, link)| link.span.start).min() {
        return Err(Fault::new("een regel die begint met ‘[naam]:’ verdwijnt uit het document")
            .help("schrijf ‘\\[’ als u een rechte haak bedoelt")
            .at(&output.place(definition)));
    }
    let mut reader = Reader {
        output,
        events,
        ahead: Vec::new(),
        depth: 0,
        level: 0,
        counter: Counter::default(),
        anchors: BTreeSet::new(),
        references: Vec::new(),
    };
    let blocks = reader.blocks(Scope::Body, None)?;
    Ok(Body { blocks, references: reader.references })
}

/// Where a block stands, for what a numbered list means there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scope {
    /// Not inside anything.
    Body,
    /// In a clause of an article, not yet in a list of it.
    Clause,
    Inside,
}

type Found<'a> = (Event<'a>, Range<usize>);

struct Reader<'a> {
    output: &'a Output,
    events: OffsetIter<'a>,
    /// Events that were looked at already, the first one last.
    ahead: Vec<Found<'a>>,
    depth: usize,
    /// Of the last heading.
    level: u8,
    counter: Counter,
    anchors: BTreeSet<String>,
    references: Vec<Target>,
}

impl<'a> Reader<'a> {
    fn next(&mut self) -> Option<Found<'a>> {
        self.ahead.pop().or_else(|| self.events.next())
    }

    fn peek(&mut self) -> Option<&Found<'a>> {
        if self.ahead.is_empty() {
            self.ahead.extend(self.events.next());
        }
        self.ahead.last()
    }

    fn put_back(&mut self, found: Option<Found<'a>>) {
        self.ahead.extend(found);
    }

    fn fail<T>(&self, fault: Fault, at: usize) -> Result<T, ComposeError> {
        Err(fault.at(&self.output.place(at)))
    }

    fn deeper(&mut self, at: usize) -> Result<(), ComposeError> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return self.fail(Fault::new(format!("dit staat meer dan {DEEPEST} lagen diep in elkaar")), at);
        }
        Ok(())
    }

    /// Blocks up to the end of what holds them, or to the `:::` that closes `opened`.
    fn blocks(&mut self, scope: Scope, opened: Option<(&Container, usize)>) -> Result<Vec<Block>, ComposeError> {
        let mut blocks = Vec::new();
        while let Some((event, _)) = self.peek() {
            if matches!(event, Event::End(_)) {
                break;
            }
            if is_inline(event) {
                let run = self.run()?;
                blocks.extend(run.paragraphs().into_iter().map(|content| Block::Paragraph { content }));
                continue;
            }
            let Some((event, range)) = self.next() else { break };
            if matches!(event, Event::Start(Tag::Paragraph)) {
                if self.is_directive() {
                    if self.directive(scope, opened, &mut blocks)? {
                        return Ok(blocks);
                    }
                    continue;
                }
                let run = self.run()?;
                self.next();
                blocks.extend(run.paragraphs().into_iter().map(|content| Block::Paragraph { content }));
                continue;
            }
            self.deeper(range.start)?;
            blocks.push(self.block(event, range.start, scope)?);
            self.depth -= 1;
        }
        match opened {
            None => Ok(blocks),
            Some((container, at)) => {
                let name = container.name();
                let fault = Fault::new(format!("‘::: {name}’ wordt niet gesloten"));
                self.fail(fault.help("zet ‘:::’ op een eigen regel erna, even ver ingesprongen"), at)
            }
        }
    }

    fn is_directive(&mut self) -> bool {
        matches!(self.peek(), Some((Event::Text(text), _)) if text.starts_with(DIRECTIVE))
    }

    /// Reads a directive, of which the paragraph has begun; tells whether it closes what was opened.
    fn directive(
        &mut self,
        scope: Scope,
        opened: Option<(&Container, usize)>,
        blocks: &mut Vec<Block>,
    ) -> Result<bool, ComposeError> {
        let at = self.next().map_or(0, |(_, range)| range.start);
        self.next();
        match self.output.directive(at) {
            Some(Directive::Close) if opened.is_some() => return Ok(true),
            Some(Directive::Close) => {
                return self.fail(Fault::new("‘:::’ sluit hier iets wat niet open is").help("haal de regel weg"), at);
            }
            Some(Directive::PageBreak) if scope != Scope::Body => {
                let fault = Fault::new("een pagina-einde kan niet in een lijst of kader");
                return self.fail(fault.help("zet het ervoor of erna"), at);
            }
            Some(Directive::PageBreak) => blocks.push(Block::PageBreak),
            Some(Directive::WritingSpace(lines)) => blocks.push(Block::WritingSpace { lines: *lines }),
            // Fields that follow each other are one form.
            Some(Directive::Field(field)) => match blocks.last_mut() {
                Some(Block::Form { fields }) => fields.push(field.clone()),
                _ => blocks.push(Block::Form { fields: vec![field.clone()] }),
            },
            Some(Directive::Figure(figure)) => blocks.push(Block::Figure(figure.clone())),
            Some(Directive::Open(container)) => {
                self.deeper(at)?;
                let content = self.blocks(Scope::Inside, Some((container, at)))?;
                self.depth -= 1;
                blocks.extend(self.container(container, content, at)?);
            }
            None => {}
        }
        Ok(false)
    }
}
