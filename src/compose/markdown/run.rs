//! Reading inline content.

use pulldown_cmark::{CowStr, Event, Tag};

use super::Reader;
use crate::compose::error::{ComposeError, Fault};
use crate::compose::inline::{self, Run};
use crate::compose::number::Target;
use crate::tree::Inline;

/// Whether the event is part of inline content. What we cannot show inside a line is so too, to be refused there.
pub(super) fn is_inline(event: &Event) -> bool {
    match event {
        Event::Start(tag) => {
            matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. })
        }
        Event::Rule | Event::Html(_) | Event::TaskListMarker(_) | Event::End(_) => false,
        _ => true,
    }
}

impl Reader<'_> {
    /// Inline content up to the first event that is none.
    pub(super) fn run(&mut self) -> Result<Run, ComposeError> {
        let mut run = Run::default();
        while self.peek().is_some_and(|(event, _)| is_inline(event)) {
            let Some((event, range)) = self.next() else { break };
            match event {
                Event::Text(text) => run.text(&text),
                Event::SoftBreak => run.text(" "),
                Event::HardBreak => run.nodes.push(Inline::Break),
                Event::Start(tag) => {
                    self.deeper(range.start)?;
                    let inner = self.run()?;
                    self.next();
                    self.depth -= 1;
                    let node = self.wrapped(tag, inner.nodes, range.start)?;
                    run.nodes.push(node);
                }
                other => return self.fail(refused(&other), range.start),
            }
        }
        Ok(run)
    }

    fn wrapped(&mut self, tag: Tag, content: Vec<Inline>, at: usize) -> Result<Inline, ComposeError> {
        match tag {
            Tag::Emphasis => Ok(Inline::Emphasis { content }),
            Tag::Strong => Ok(Inline::Strong { content }),
            Tag::Link { dest_url, title, link_type, .. } => {
                let url = match link_type {
                    pulldown_cmark::LinkType::Email => CowStr::from(format!("mailto:{dest_url}")),
                    _ => dest_url,
                };
                let node = inline::link(&url, &title, content).or_else(|fault| self.fail(fault, at))?;
                if let Inline::Reference { anchor, .. } = &node {
                    self.references.push(Target { anchor: anchor.clone(), at });
                }
                Ok(node)
            }
            Tag::Strikethrough => {
                self.fail(Fault::new("doorgehaalde tekst kan niet").help("schrijf ‘\\~’ als u een golfje bedoelt"), at)
            }
            _ => self.fail(
                Fault::new("een afbeelding kan niet in een sjabloon")
                    .help("schrijf ‘\\!’ als u een uitroepteken bedoelt"),
                at,
            ),
        }
    }
}

fn refused(event: &Event) -> Fault {
    match event {
        Event::Code(_) => {
            Fault::new("code tussen accenten grave kan niet").help("schrijf ‘\\`’ als u dat teken zelf bedoelt")
        }
        Event::InlineHtml(_) => {
            Fault::new("HTML kan niet in een sjabloon").help("schrijf ‘\\<’ als u dat teken zelf bedoelt")
        }
        Event::FootnoteReference(_) => {
            Fault::new("een voetnoot kan niet").help("schrijf de tekst uit, of zet hem in ‘::: bron’")
        }
        _ => Fault::new("dit kan niet in een sjabloon"),
    }
}
