//! Putting together what a person wrote and what is new.

use wep::write::merge::{has_marks, merge as put_together};

use super::choice::pieces;

/// Three texts, parted by a byte 0xff: what both began with, that of the person, the new one.
pub fn merge(data: &[u8]) {
    let texts: Vec<_> = pieces(data).take(3).map(String::from_utf8_lossy).collect();
    let raw: [&str; 3] = std::array::from_fn(|index| texts.get(index).map_or("", |text| text));
    put_together(raw[0], raw[1], raw[2]);
    // What follows is said of texts as programs save them.
    let [base, mine, new] = &raw.map(saved);
    let merged = put_together(base, mine, new);
    assert_eq!(merged, put_together(base, mine, new));

    let marked = [base, mine, new].iter().any(|text| has_marks(text));
    if let Some(merged) = &merged {
        assert!(marked || has_marks(&merged.text) == (merged.places > 0), "{merged:?}");
        assert_eq!(merged.text.starts_with('\u{feff}'), mine.starts_with('\u{feff}'), "{merged:?}");
        // Every line that only one of the two has is there.
        for side in [mine, new] {
            for line in lines(side).filter(|line| !lines(base).any(|other| other == *line)) {
                assert!(lines(&merged.text).any(|other| other == line), "{line:?} is lost in {merged:?}");
            }
        }
    }
    // Who did nothing gets what the other did; the line ends stay those of the person.
    let same = |text: &str| one_mark_less(text).replace('\r', "").trim_end_matches('\n').to_owned();
    for (result, wanted) in [(put_together(mine, mine, new), new), (put_together(base, mine, base), mine)] {
        if let Some(merged) = result {
            assert_eq!(merged.places, 0, "{merged:?}");
            assert_eq!(same(&merged.text), same(wanted));
        }
    }
}

fn lines(text: &str) -> impl Iterator<Item = &str> {
    one_mark_less(text).split_terminator('\n').map(|line| line.strip_suffix('\r').unwrap_or(line))
}

/// The text with a byte order mark only at its beginning, and carriage returns only before line feeds.
fn saved(text: &str) -> String {
    let rest = one_mark_less(text).replace('\u{feff}', "").replace("\r\n", "\n").replace('\r', "");
    let rest = if text.contains("\r\n") { rest.replace('\n', "\r\n") } else { rest };
    [if text.starts_with('\u{feff}') { "\u{feff}" } else { "" }, &rest].concat()
}

/// Without the byte order mark; a second one is a sign like any other.
fn one_mark_less(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}
