//! From document tree to files, read back by other readers.

pub mod docx;
mod figure;
mod form;
mod html;
mod markdown;
#[cfg(feature = "pdf")]
mod pdf;
#[cfg(feature = "pdf")]
pub mod pdf_text;
pub mod sample;
#[cfg(feature = "pdf")]
mod sheets;
mod text;

/// A text as a reader gets it: no control characters, white space taken together.
fn folded(text: &str) -> String {
    let kept = text.chars().filter(|character| {
        let code = u32::from(*character);
        let no_character = (0xFDD0..=0xFDEF).contains(&code) || code & 0xFFFE == 0xFFFE;
        character.is_whitespace() || !(character.is_control() || no_character)
    });
    kept.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}
