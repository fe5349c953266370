//! PDF: typst as a library, tagged, PDF/UA-1 and PDF/A-2a, with embedded fonts and no access to disk, network or clock.
//!
//! A document becomes a sheet of JSON values ([`sheet`]) that one constant template reads ([`world`]), so that no text of
//! a user is ever parsed as markup. Its running text becomes content in [`elements`], its blocks in [`blocks`]. Characters
//! that the fonts do not have are found and replaced first ([`glyphs`]): neither standard allows a missing glyph.

mod ahead;
mod blocks;
mod breaks;
mod elements;
mod fonts;
mod glyphs;
mod inline;
mod ready;
mod runt;
mod sheet;
mod signature;
mod table;
mod world;

use crate::tree::{Block, Document};
use glyphs::Glyphs;
pub use ready::get_ready;

/// How often a document is set again because characters turned out not to go together in any font.
const ROUNDS: usize = 5;

/// A rendered document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pdf {
    pub bytes: Vec<u8>,
    /// Characters that no embedded font has, each shown as an empty box instead; sorted, unique.
    pub missing_glyphs: Vec<char>,
}

/// Setting a page takes some megabytes until the last one is done. This much text is about fifteen hundred pages and
/// three gigabytes; more would stop a usual computer, and nobody leafs through it.
const MOST_TEXT: usize = 10_000_000;

/// All but the first are a fault in wep itself: no document that a user could write should lead to one.
#[derive(Debug, thiserror::Error)]
pub enum PdfError {
    #[error("het document is te lang voor een PDF")]
    TooLong,
    #[error("De PDF kon niet worden opgemaakt. Dat is een fout in wep, niet in uw gegevens. Melding: {0}")]
    Layout(String),
    #[error("De PDF voldoet niet aan de regels voor toegankelijkheid. Dat is een fout in wep. Melding: {0}")]
    Standard(String),
    #[error("Het document kon niet aan de opmaak worden doorgegeven. Dat is een fout in wep. Melding: {0}")]
    Sheet(#[from] serde_json::Error),
}

/// Renders a document. The same document gives the same bytes.
///
/// # Errors
/// For a document that is too long, and for a fault in wep.
pub fn render(document: &Document) -> Result<Pdf, PdfError> {
    rendered(document, false)
}

/// The same bytes, sooner where a thread of rayon has nothing else to do.
///
/// # Errors
/// As there.
pub fn render_with_help(document: &Document) -> Result<Pdf, PdfError> {
    rendered(document, true)
}

fn rendered(document: &Document, help: bool) -> Result<Pdf, PdfError> {
    let mut glyphs = Glyphs::new(document.meta.theme.face);
    let house = serde_json::to_vec(&sheet::house(&document.meta))?;
    for _ in 0..ROUNDS {
        let sheet = sheet::of(document, &mut glyphs);
        let blocks = sheet::written(&sheet);
        let bytes = sheet::with_body(&sheet, &blocks);
        if bytes.len() > MOST_TEXT {
            return Err(PdfError::TooLong);
        }
        let lay_out = || world::lay_out(house.clone(), bytes, &document.meta);
        let set_ahead = || {
            if let Some(half) = ahead::second_half(&sheet, &blocks) {
                let _ = world::set_ahead(house.clone(), half, &document.meta);
            }
        };
        let pages = if help { ahead::beside(set_ahead, lay_out) } else { lay_out() }?;
        let unshaped = glyphs::unshaped(&pages);
        if unshaped.is_empty() {
            match world::export(&pages) {
                // What is missing inside a drawing only shows now.
                Err(PdfError::Standard(_)) if has_drawing(document) && glyphs.keep_drawings_plain() => continue,
                bytes => return Ok(Pdf { bytes: bytes?, missing_glyphs: glyphs.missing() }),
            }
        }
        glyphs.bar(unshaped);
    }
    Err(PdfError::Layout("tekens zonder letterteken blijven over".to_owned()))
}

fn has_drawing(document: &Document) -> bool {
    let mut found = false;
    document.body.iter().for_each(|block| block.visit(&mut |block| found |= matches!(block, Block::Figure(_))));
    found
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use serde_json::Value;

    use super::*;
    use crate::document::KINDS;
    use crate::load;

    /// Every document of the example, with its house as JSON and its sheet.
    pub(super) fn every_sheet() -> Vec<(Document, Vec<u8>, Value)> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/veldrijk");
        let project = load::load(&folder).unwrap().project;
        let documents = KINDS.iter().flat_map(|kind| kind.documents(&project).unwrap());
        let with_sheet = |(_, document): (_, Document)| {
            let house = serde_json::to_vec(&sheet::house(&document.meta)).unwrap();
            let sheet = sheet::of(&document, &mut Glyphs::new(document.meta.theme.face));
            (document, house, sheet)
        };
        documents.map(with_sheet).collect()
    }

    #[test]
    fn every_document_can_be_set_ahead() {
        let documents = every_sheet();
        assert!(documents.len() > 30);
        for (document, house, sheet) in documents {
            let blocks = sheet::written(&sheet);
            let half = ahead::from_block(&sheet, &blocks, blocks.len().saturating_sub(1)).unwrap();
            let set = world::set_ahead(house, half, &document.meta);
            assert!(set.is_ok(), "{}: {:?}", document.meta.title, set.err());
        }
    }
}
