//! What stays on a page with what comes after it.

use crate::tree::{Block, Inline, plain_text};

/// What is not broken over pages, in characters: some fifteen lines, and a list of up to seven short items.
pub const WHOLE_ASIDE: usize = 15 * 70;
pub const WHOLE_LIST: usize = 900;

/// Whether a paragraph says that something comes.
pub fn announces(content: &[Inline]) -> bool {
    plain_text(content).trim_end().ends_with(':')
}

/// Whether a source or a note comes, which stays with the end of what it is about.
pub fn is_aside(next: Option<&Block>) -> bool {
    matches!(next, Some(Block::Aside { .. }))
}

/// Whether what stands before this block stays with its beginning.
pub fn leads_to(next: Option<&Block>) -> bool {
    matches!(
        next,
        Some(
            Block::List(_)
                | Block::Table(_)
                | Block::Figure(_)
                | Block::Signatures { .. }
                | Block::Form { .. }
                | Block::WritingSpace { .. }
        )
    )
}
