//! Editing the YAML files of a user: what is asked changes, every other byte stays.
//!
//! The text is not written anew but spliced at the bytes that `load` knows, so comments, order, quotation marks, blank
//! lines and line ends stay as they are. What comes out is read again, by our own reader and by serde_yaml, and must
//! hold exactly what was asked; otherwise there is an [`EditError`] and no text.
//!
//! Why not the crate yaml-edit: it keeps a text that is not edited, but a removed item left its comments behind, or put
//! those of the first item above an empty list where a person would not look for them.

mod change;
mod checked;
mod error;
mod explanation;
mod list;
pub mod organisaties;
mod place;
pub mod project;
mod set;
mod text;

pub use change::Change;
pub use checked::{edit, edit_marked};
pub use error::EditError;

/// Number of the line that holds this byte, from 1.
fn line_number(text: &str, at: usize) -> usize {
    let before = &text[..at];
    let ends = before.bytes().filter(|byte| matches!(byte, b'\n' | b'\r')).count();
    ends - before.matches("\r\n").count() + 1
}
