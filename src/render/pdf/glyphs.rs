//! Which characters the fonts can show, and what stands for those that they cannot.

use std::collections::{BTreeMap, BTreeSet};

use typst::layout::{Frame, FrameItem};
use typst::text::is_default_ignorable;
use typst_layout::PagedDocument;

use super::fonts::FONTS;

/// Stands for a character that no font has.
pub const BOX: char = '□';

/// What was found out about the characters of one document.
#[derive(Debug, Default)]
pub struct Glyphs {
    missing: BTreeSet<char>,
    /// Characters that no font has *together*, such as a letter with a mark of another script, and what replaces them.
    /// Keyed by length first, so that the longest is replaced first.
    barred: BTreeMap<(std::cmp::Reverse<usize>, String), String>,
}

impl Glyphs {
    /// The text as it can be shown: without control characters, with a box for each character that no font has.
    pub fn showable(&mut self, text: &str) -> String {
        let mut shown = String::with_capacity(text.len());
        for character in text.chars() {
            match character {
                // The body font lacks both hyphens of their own; the common one looks the same.
                '\u{2010}' | '\u{2011}' => shown.push('-'),
                // Invisible help for line breaks, which would come along when a reader copies the text.
                '\u{AD}' | '\u{200B}' | '\u{2060}' => {}
                '\t' | '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => shown.push(' '),
                _ if character.is_control() || is_no_character(character) => {}
                _ if is_default_ignorable(character) || is_combining(character) => shown.push(character),
                _ if !is_private(character) && FONTS.cover(character) => shown.push(character),
                _ if character.is_whitespace() => shown.push(' '),
                _ => {
                    self.missing.insert(character);
                    shown.push(BOX);
                }
            }
        }
        for ((_, cluster), replacement) in &self.barred {
            if shown.contains(cluster) {
                shown = shown.replace(cluster, replacement);
            }
        }
        shown
    }

    /// From now on replaces these clusters: what the body font has stays, the rest becomes a box.
    pub fn bar(&mut self, clusters: BTreeSet<String>) {
        for cluster in clusters {
            let lost: Vec<char> =
                cluster.chars().filter(|&c| !FONTS.body_covers(c) && !is_default_ignorable(c)).collect();
            let replacement = if lost.is_empty() {
                BOX.to_string()
            } else {
                cluster.chars().filter(|&c| FONTS.body_covers(c)).chain([BOX]).collect()
            };
            self.missing.extend(if lost.is_empty() { cluster.chars().collect() } else { lost });
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
                let bare = text.glyphs.iter().filter(|glyph| glyph.id == 0);
                clusters.extend(bare.filter_map(|glyph| text.text.get(glyph.range())).map(str::to_owned));
            }
            _ => {}
        }
    }
}

/// Marks that go on the letter before them: whether a font can set them only shows once they are set together.
fn is_combining(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36F}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20FF}')
}

fn is_private(character: char) -> bool {
    matches!(character, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..)
}

/// Code points that never stand for a character, and the byte order mark.
fn is_no_character(character: char) -> bool {
    let code = u32::from(character);
    code & 0xFFFE == 0xFFFE || matches!(character, '\u{FDD0}'..='\u{FDEF}' | '\u{FEFF}')
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
    fn a_barred_cluster_keeps_what_the_body_font_has() {
        let mut glyphs = Glyphs::default();
        glyphs.bar(BTreeSet::from(["a\u{5b0}".to_owned()]));
        assert_eq!(glyphs.showable("ba\u{5b0}b"), "ba□b");
        assert_eq!(glyphs.missing(), ['\u{5b0}']);
    }
}
