//! The headings of a document, looked at before anything is written: which number themselves, and what points at them.

use crate::tree::{Block, Document, Heading};
use std::collections::BTreeMap;

/// All headings in reading order.
pub struct Outline<'a> {
    entries: Vec<Entry<'a>>,
    anchors: BTreeMap<&'a str, usize>,
    article: Option<Article>,
}

pub struct Entry<'a> {
    pub heading: &'a Heading,
    /// Word counts this heading itself. Where the number in the tree is not the next one, it is written out instead:
    /// a right number that stands still is better than a wrong one that lives.
    pub live: bool,
    index: usize,
}

/// The look of articles, taken from the first one that counts itself.
#[derive(Clone, PartialEq)]
pub struct Article {
    pub label: String,
    pub level: u8,
}

impl<'a> Outline<'a> {
    pub fn new(document: &'a Document) -> Self {
        let mut outline = Outline { entries: Vec::new(), anchors: BTreeMap::new(), article: None };
        let mut count = 0;
        for block in &document.body {
            block.visit(&mut |block| {
                if let Block::Heading(heading) = block {
                    outline.add(heading, &mut count);
                }
            });
        }
        outline
    }

    fn add(&mut self, heading: &'a Heading, count: &mut u32) {
        let live = heading.number.as_ref().is_some_and(|number| {
            let same = self.article.as_ref().is_none_or(|article| number.label == article.label);
            number.number == *count + 1 && same
        });
        if let Some(number) = heading.number.as_ref().filter(|_| live) {
            *count += 1;
            self.article.get_or_insert_with(|| Article { label: number.label.clone(), level: level(heading) });
        }
        let index = self.entries.len();
        if let Some(anchor) = &heading.anchor {
            self.anchors.entry(anchor).or_insert(index);
        }
        self.entries.push(Entry { heading, live, index });
    }

    pub fn article(&self) -> Option<&Article> {
        self.article.as_ref()
    }

    pub fn entries(&self) -> &[Entry<'a>] {
        &self.entries
    }

    /// The heading that carries this anchor.
    pub fn target(&self, anchor: &str) -> Option<&Entry<'a>> {
        self.anchors.get(anchor).and_then(|index| self.entries.get(*index))
    }
}

impl Entry<'_> {
    /// Where the table of contents jumps to. A leading `_` hides a bookmark in Word's own list, as Word does itself.
    pub fn contents_bookmark(&self) -> String {
        format!("_Toc{:09}", self.index + 1)
    }

    /// Where references point at. Anchors can be longer than a bookmark may be, so their place counts.
    pub fn reference_bookmark(&self) -> String {
        format!("_Ref{:09}", self.index + 1)
    }
}

/// The level of a heading as Word's styles have it: 1 to 4.
pub fn level(heading: &Heading) -> u8 {
    heading.level.clamp(1, 4)
}
