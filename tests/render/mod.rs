//! From document tree to files, read back by other readers.

pub mod docx;
mod html;
mod markdown;
#[cfg(feature = "pdf")]
mod pdf;
pub mod sample;
