//! Renderers: one per format, each from the document tree alone. None of them knows anything of WeP.

pub mod docx;
pub mod html;
mod letters;
mod literal;
pub mod markdown;
#[cfg(feature = "pdf")]
pub mod pdf;
pub mod text;
pub mod theme;
pub mod words;
