//! Bookmarks: the places in a document that fields and links point at.

use super::xml::Element;

/// Numbers the bookmarks, which Word tells apart by a number of their own.
#[derive(Debug, Default)]
pub struct Bookmarks {
    count: u32,
}

impl Bookmarks {
    /// Puts a bookmark around runs.
    pub fn around(&mut self, name: &str, runs: Vec<Element>) -> Vec<Element> {
        let id = self.count;
        self.count += 1;
        let start = Element::new("w:bookmarkStart").attr("w:id", id).attr("w:name", name);
        let end = Element::new("w:bookmarkEnd").attr("w:id", id);
        [start].into_iter().chain(runs).chain([end]).collect()
    }
}
