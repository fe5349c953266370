//! The letters of a CSV: UTF-8, UTF-16 with a mark in front, or Windows-1252, which Dutch Excel writes. Two older ways in
//! which Excel can still save are known, and refused: `Café` would be `Caf‚`.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::TableError;

/// The older ways of Excel, each with bytes that are letters with an accent there. In Windows-1252 they are signs that never
/// stand right behind a small letter, or nothing at all.
const OLDER: [(&str, &[u8]); 2] =
    [("CSV (MS-DOS)", b"\x81\x82\x83\x84\x88\x89\x8b"), ("CSV (Macintosh)", b"\x8d\x8e\x8f\x90\x9f")];

const SAVE_AGAIN: &str = "Sla de lijst in Excel op als ‘Excel-werkmap (.xlsx)’ of als ‘CSV UTF-8’.";

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
            Err(_) => match older(bytes) {
                None => (WINDOWS_1252.decode_without_bom_handling(bytes).0, "Windows-tekst (Windows-1252)"),
                Some(form) => {
                    let message =
                        format!("de letters met een accent zijn niet te lezen: dit is een lijst als ‘{form}’");
                    return Err(TableError::new(message, SAVE_AGAIN));
                }
            },
        },
    };
    let zeros = text.bytes().take(100_000).filter(|byte| *byte == 0).count();
    if zeros > 0 && zeros * 100 > text.len().min(100_000) {
        return Err(TableError::new("dit is geen tekstbestand en geen Excel-bestand", SAVE_AGAIN));
    }
    Ok((text.into_owned(), name))
}

/// The older way in which this was saved, when it is a text and the letters in it show that.
fn older(bytes: &[u8]) -> Option<&'static str> {
    if bytes.contains(&0) {
        return None;
    }
    let behind_a_letter =
        |signs: &[u8]| bytes.windows(2).filter(|pair| pair[0].is_ascii_lowercase() && signs.contains(&pair[1])).count();
    let ways = OLDER.map(|(form, signs)| (behind_a_letter(signs), form));
    ways.into_iter().filter(|(times, _)| *times > 0).max_by_key(|(times, _)| *times).map(|(_, form)| form)
}
