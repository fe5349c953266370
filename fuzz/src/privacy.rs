//! The privacy guard: any text, with any words in front of it.

use wep::model::{Project, file};
use wep::privacy::{MASK, accept, in_text, mask, masked};

use super::choice::pieces;
use super::part::{PARTS, report};

/// The label and the text, parted by a byte 0xff; both once more as a file.
pub fn privacy(data: &[u8]) {
    let mut parts = pieces(data).map(String::from_utf8_lossy);
    let (label, text) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let hits = in_text(&label, &text);
    assert_eq!(hits, in_text(&label, &text));
    for hit in &hits {
        let found = text.get(hit.span.clone()).expect("a place in the text");
        assert!(found.contains(char::is_alphanumeric), "{found:?}");
    }
    assert!(hits.windows(2).all(|pair| pair[0].span.start <= pair[1].span.start));
    assert_eq!(accept(&label, &text).is_ok(), hits.is_empty());

    let spans: Vec<_> = hits.iter().map(|hit| hit.span.clone()).collect();
    let hidden = mask(&text, &spans);
    assert_eq!(hidden.chars().count(), text.chars().count());
    for ((at, old), new) in text.char_indices().zip(hidden.chars()) {
        let inside = spans.iter().any(|span| span.contains(&at));
        assert_eq!(new, if inside && old.is_alphanumeric() { MASK } else { old }, "{hidden}");
    }
    assert_eq!(masked(&text) == text, in_text("", &text).is_empty());

    // A report about a file never tells what was found in it.
    let mut project = Project::default();
    let part = PARTS[1];
    assert_eq!(part.file, file::ORGANISATIES);
    let (found, source) = part.read(text.as_bytes(), &mut project);
    let refused = found.iter().any(|finding| finding.code.is_about_participant());
    let told = report(&found, source);
    if refused {
        for hit in in_text("", &text) {
            let secret = &text[hit.span];
            let long = secret.chars().filter(|letter| letter.is_alphanumeric()).count() > 7;
            assert!(!long || told.iter().all(|told| !told.contains(secret)), "{secret:?} in {told:?}");
        }
    }
}
