//! How words begin, in so few bits that a table of all beginnings is small. `build.rs` fills that table with the words for a
//! diagnosis, so that no program has to at its start.

/// So many places there are.
pub const PLACES: usize = 1 << 15;

/// How many signs of a word count.
pub const SIGNS: usize = 4;

/// The place of a beginning in ASCII, whether in capitals or not; some share one. What is shorter ends in noughts.
pub fn place(signs: [u8; SIGNS]) -> usize {
    let place = signs.iter().fold(0, |place, sign| place << 5 | usize::from(sign & 31));
    (place ^ place >> 15) % PLACES
}

/// The diagnoses in the text of `diagnosewoorden.txt`: one on each line, of one word or more.
pub fn listed(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}
