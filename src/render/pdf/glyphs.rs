//! Which characters the fonts can show, and what stands for those that they cannot.

use std::collections::{BTreeMap, BTreeSet};

use typst::layout::{Frame, FrameItem};
use typst::text::is_default_ignorable;
use typst_layout::PagedDocument;

use super::fonts::FONTS;
use crate::character::is_noncharacter;
use crate::tree::Face;

/// Stands before some texts of Windows, and for nothing.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// Stands for a character that no font has.
pub const BOX: char = '□';

/// What was found out about the characters of one document.
#[derive(Debug, Default)]
pub struct Glyphs {
    face: Face,
    missing: BTreeSet<char>,
    /// Characters that no font has *together*, such as a letter with a mark of another script, and what replaces them.
    /// Keyed by length first, so that the longest is replaced first.
    barred: BTreeMap<(std::cmp::Reverse<usize>, String), String>,
    /// In drawings only the typeface of the document is used: others turned out not to go together there.
    plain_drawings: bool,
    /// What has been looked up: a text has few characters, each many times.
    covered: BTreeMap<char, bool>,
}

impl Glyphs {
    pub fn new(face: Face) -> Glyphs {
        Glyphs { face, ..Glyphs::default() }
    }

    /// The text as it can be shown: without control characters, with a box for each character that no font has.
    pub fn showable(&mut self, text: &str) -> String {
        let mut shown = String::with_capacity(text.len());
        for character in text.chars() {
            match character {
                // Every face has these, and nearly all text is made of them.
                ' '..='~' => shown.push(character),
                // The body font lacks both hyphens of their own; the common one looks the same.
                '\u{2010}' | '\u{2011}' => shown.push('-'),
                // Invisible help for line breaks, which would come along when a reader copies the text.
                '\u{AD}' | '\u{200B}' | '\u{2060}' => {}
                '\t' | '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => shown.push(' '),
                _ if character.is_control() || is_noncharacter(character) || character == BYTE_ORDER_MARK => {}
                _ if is_default_ignorable(character) => shown.push(character),
                _ if is_combining(character) && ends_in_base(&shown) => shown.push(character),
                // A mark on nothing: typst's line breaking cannot cope with it.
                _ if is_combining(character) => self.replace(character, &mut shown),
                _ if !is_private(character) && self.covers(character) => shown.push(character),
                _ if character.is_whitespace() => shown.push(' '),
                _ => self.replace(character, &mut shown),
            }
        }
        for ((_, cluster), replacement) in &self.barred {
            if shown.contains(cluster) {
                shown = shown.replace(cluster, replacement);
            }
        }
        shown
    }

    fn covers(&mut self, character: char) -> bool {
        let face = self.face;
        *self.covered.entry(character).or_insert_with(|| FONTS.cover(character, face))
    }

    /// The text as it can be shown inside a drawing, where what does not go together is not found out: without anything
    /// that works on its neighbours, unless the typeface of the document has it.
    pub fn drawable(&mut self, text: &str) -> String {
        let mut shown = String::with_capacity(text.len());
        for character in self.showable(text).chars() {
            match character {
                _ if is_default_ignorable(character) => {}
                _ if (self.plain_drawings || is_combining(character)) && !FONTS.body_covers(character) => {
                    self.replace(character, &mut shown);
                }
                _ => shown.push(character),
            }
        }
        shown
    }

    /// From now on keeps the texts in drawings to the typeface of the document. Whether that is new.
    pub fn keep_drawings_plain(&mut self) -> bool {
        !std::mem::replace(&mut self.plain_drawings, true)
    }

    fn replace(&mut self, character: char, shown: &mut String) {
        self.missing.insert(character);
        shown.push(BOX);
    }

    /// From now on replaces these clusters by what can be shown of them and a box for the rest.
    pub fn bar(&mut self, clusters: BTreeSet<String>) {
        for cluster in clusters {
            let beyond = |shows: &dyn Fn(char) -> bool| cluster.chars().filter(|&c| !shows(c)).collect::<Vec<char>>();
            let lost = [beyond(&|c| FONTS.cover(c, self.face)), beyond(&|c| FONTS.body_covers(c)), beyond(&|_| false)]
                .into_iter()
                .find(|lost| lost.iter().any(|&c| !is_default_ignorable(c)));
            let lost = lost.unwrap_or_default();
            let kept = cluster.chars().filter(|c| !lost.contains(c) && !is_default_ignorable(*c));
            let replacement = kept.chain([BOX]).collect();
            self.missing.extend(lost.into_iter().filter(|&c| !is_default_ignorable(c)));
            self.barred.insert((std::cmp::Reverse(cluster.len()), cluster), replacement);
        }
    }

    /// The characters that were replaced, sorted.
    pub fn missing(&self) -> Vec<char> {
        self.missing.iter().copied().collect()
    }
}

/// The clusters of text that were laid out without a glyph.
pub fn unshaped(pages: &PagedDocument) -> BTreeSet<String> {
    let mut clusters = BTreeSet::new();
    pages.pages().iter().for_each(|page| collect_unshaped(&page.frame, &mut clusters));
    clusters
}

fn collect_unshaped(frame: &Frame, clusters: &mut BTreeSet<String>) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => collect_unshaped(&group.frame, clusters),
            FrameItem::Text(text) => {
                // A letter and its mark get a missing glyph each; only together are they what went wrong.
                for bare in text.glyphs.chunk_by(|one, next| one.id == 0 && next.id == 0).filter(|run| run[0].id == 0) {
                    let start = bare.iter().map(|glyph| glyph.range().start).min().unwrap_or_default();
                    let end = bare.iter().map(|glyph| glyph.range().end).max().unwrap_or_default();
                    clusters.extend(text.text.get(start..end).map(str::to_owned));
                }
            }
            _ => {}
        }
    }
}

/// Marks that go on the letter before them: whether a font can set them only shows once they are set together.
fn is_combining(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36F}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20FF}')
}

/// Whether a mark can go on the end of the text.
fn ends_in_base(text: &str) -> bool {
    text.chars().rev().find(|&c| !is_default_ignorable(c)).is_some_and(|c| !c.is_whitespace())
}

fn is_private(character: char) -> bool {
    matches!(character, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shows_what_the_fonts_have_and_says_what_they_lack() {
        let mut glyphs = Glyphs::default();
        assert_eq!(glyphs.showable("Súdwest‑\u{0}Fryslân\u{feff}\t漢字\u{e000}漢"), "Súdwest-Fryslân □□□□");
        assert_eq!(glyphs.missing(), ['字', '漢', '\u{e000}']);
        assert_eq!(glyphs.showable("e\u{301} 👩‍👩‍👧 שלום مرحبا ☐ ✓ → €"), "e\u{301} 👩‍👩‍👧 שלום مرحبا ☐ ✓ → €");
    }

    #[test]
    fn a_barred_cluster_keeps_what_can_be_shown() {
        let mut glyphs = Glyphs::default();
        glyphs.bar(BTreeSet::from(["a\u{5b0}".to_owned(), "B\u{301}".to_owned()]));
        assert_eq!(glyphs.showable("ba\u{5b0}b B B\u{301}"), "ba□b B B□");
        assert_eq!(glyphs.showable(" \u{302}x"), " □x");
        assert_eq!(glyphs.missing(), ['\u{301}', '\u{302}', '\u{5b0}']);
    }
}
