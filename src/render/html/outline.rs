//! The headings of a document with the id and the level that each gets in HTML, and every other id on the page.

use std::collections::BTreeSet;

use crate::tree::{Block, Document, Heading};

/// What the page knows of its headings before the first one is written.
pub(super) struct Outline<'a> {
    pub entries: Vec<Entry<'a>>,
    /// Of the title of the document.
    pub title_id: String,
    /// Of the heading above the table of contents.
    pub contents_id: String,
    taken: BTreeSet<String>,
}

pub(super) struct Entry<'a> {
    pub id: String,
    /// 2 to 6: the title of the document is 1.
    pub level: u8,
    pub heading: &'a Heading,
    anchored: bool,
}

impl<'a> Outline<'a> {
    pub fn of(document: &'a Document) -> Self {
        let headings = headings(document);
        let mut outline = Outline {
            entries: Vec::with_capacity(headings.len()),
            title_id: String::new(),
            contents_id: String::new(),
            taken: headings.iter().filter_map(|heading| anchor(heading)).map(str::to_owned).collect(),
        };
        outline.title_id = outline.fresh("titel");
        outline.contents_id = outline.fresh("inhoud");
        let mut used = BTreeSet::new();
        let mut level_before = 1;
        for (index, heading) in headings.into_iter().enumerate() {
            let own = anchor(heading).filter(|anchor| used.insert(*anchor));
            let id = own.map_or_else(|| outline.fresh(&format!("kop-{}", index + 1)), str::to_owned);
            // Screen readers walk a page by level: a skipped one sounds like a missing section.
            let level = heading.level.clamp(1, 5).saturating_add(1).min(level_before + 1);
            level_before = level;
            outline.entries.push(Entry { id, level, heading, anchored: own.is_some() });
        }
        outline
    }

    /// An id that nothing else on the page has.
    pub fn fresh(&mut self, wish: &str) -> String {
        let mut id = wish.to_owned();
        let mut count = 1;
        while !self.taken.insert(id.clone()) {
            count += 1;
            id = format!("{wish}-{count}");
        }
        id
    }

    /// Whether a reference to this anchor arrives somewhere.
    pub fn has(&self, anchor: &str) -> bool {
        self.entries.iter().any(|entry| entry.anchored && entry.id == anchor)
    }

    /// The headings that the table of contents shows: the two highest levels and every article.
    pub fn contents(&self) -> impl Iterator<Item = &Entry<'a>> {
        self.entries.iter().filter(|entry| entry.level <= 3 || entry.heading.number.is_some())
    }
}

fn anchor(heading: &Heading) -> Option<&str> {
    heading.anchor.as_deref().filter(|anchor| !anchor.is_empty())
}

fn headings(document: &Document) -> Vec<&Heading> {
    let mut headings = Vec::new();
    for block in &document.body {
        block.visit(&mut |block| {
            if let Block::Heading(heading) = block {
                headings.push(heading);
            }
        });
    }
    headings
}
