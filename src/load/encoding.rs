//! From the bytes of a file to text: UTF-8, or what Windows programs make of it.

use std::ops::Range;

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

use crate::check::{Code, Finding, Place};

const SAVE_AS_UTF8: &str = "sla het bestand op als UTF-8; in Kladblok: Opslaan als, en kies bij Codering ‘UTF-8’";

/// The text of a file, and what there is to say about its encoding. `text` is empty when it is no text at all.
pub(super) struct Decoded {
    pub text: String,
    pub findings: Vec<Finding>,
    /// The bytes are text.
    pub readable: bool,
}

/// Decodes the bytes of `file`. What is UTF-8 already, as nearly all is, stays where it is in memory.
pub(super) fn decode(file: &'static str, mut bytes: Vec<u8>) -> Decoded {
    let (text, findings) = match Encoding::for_bom(&bytes) {
        Some((encoding, length)) if encoding != UTF_8 => {
            let (text, _) = encoding.decode_without_bom_handling(&bytes[length..]);
            let message = format!("{file} is opgeslagen als {}, niet als UTF-8", encoding.name());
            (text.into_owned(), vec![warning(file, Place::File, message)])
        }
        Some((_, length)) => {
            bytes.drain(..length);
            decode_utf8(file, bytes)
        }
        None => decode_utf8(file, bytes),
    };
    match memchr::memchr(0, text.as_bytes()) {
        Some(_) => not_text(file),
        None => Decoded { text, findings, readable: true },
    }
}

fn decode_utf8(file: &'static str, bytes: Vec<u8>) -> (String, Vec<Finding>) {
    match String::from_utf8(bytes) {
        Ok(text) => (text, Vec::new()),
        Err(error) => {
            let (bytes, valid) = (error.as_bytes(), error.utf8_error().valid_up_to());
            let (text, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
            // What is valid UTF-8 in front of the spot may be longer once it is read as Windows-1252.
            let (before, _) = WINDOWS_1252.decode_without_bom_handling(&bytes[..valid]);
            let place = Place::Bytes(char_at(&text, before.len()));
            let message = format!("{file} is niet als UTF-8 opgeslagen; wep las het als Windows-tekst (Windows-1252)");
            let finding = warning(file, place, message).label("klopt deze letter?");
            (text.into_owned(), vec![finding])
        }
    }
}

fn char_at(text: &str, start: usize) -> Range<usize> {
    let length = text[start..].chars().next().map_or(0, char::len_utf8);
    start..start + length
}

fn not_text(file: &'static str) -> Decoded {
    let message = format!("{file} is geen tekstbestand: er staan nultekens in");
    let finding = Finding::placed(Code::Syntax, file, Place::File, message).help(SAVE_AS_UTF8);
    Decoded { text: String::new(), findings: vec![finding], readable: false }
}

fn warning(file: &'static str, place: Place, message: String) -> Finding {
    Finding::placed(Code::Encoding, file, place, message).help(SAVE_AS_UTF8)
}
