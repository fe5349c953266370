//! The letters of a CSV: UTF-8, UTF-16 with a mark in front, or Windows-1252, which Dutch Excel writes.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::TableError;

/// The text, and the name of its encoding for people.
pub(super) fn decode(bytes: &[u8]) -> Result<(String, &'static str), TableError> {
    let (text, name) = match Encoding::for_bom(bytes) {
        Some((encoding, length)) => {
            let (text, broken) = encoding.decode_without_bom_handling(&bytes[length..]);
            let name = match encoding {
                encoding if encoding == UTF_16LE || encoding == UTF_16BE => "Unicode-tekst (UTF-16)",
                _ => "UTF-8",
            };
            match broken && encoding == UTF_8 {
                // A mark of UTF-8 in front of bytes that are none: someone pasted two files together.
                true => (WINDOWS_1252.decode_without_bom_handling(&bytes[length..]).0, "Windows-tekst (Windows-1252)"),
                false => (text, name),
            }
        }
        None => match std::str::from_utf8(bytes) {
            Ok(text) => (text.into(), "UTF-8"),
            Err(_) => (WINDOWS_1252.decode_without_bom_handling(bytes).0, "Windows-tekst (Windows-1252)"),
        },
    };
    let zeros = text.bytes().take(100_000).filter(|byte| *byte == 0).count();
    if zeros > 0 && zeros * 100 > text.len().min(100_000) {
        return Err(TableError::new(
            "dit is geen tekstbestand en geen Excel-bestand",
            "Sla de lijst in Excel op als ‘Excel-werkmap (.xlsx)’ of als ‘CSV UTF-8’.",
        ));
    }
    Ok((text.into_owned(), name))
}
