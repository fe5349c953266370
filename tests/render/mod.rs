//! From document tree to files, read back by other readers.

mod docx;
mod html;
mod markdown;
#[cfg(feature = "pdf")]
mod pdf;
pub mod sample;
