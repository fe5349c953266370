//! Putting together what a person wrote and what is new.

use wep::write::merge::{has_marks, merge as put_together};

use super::choice::pieces;

/// Three texts, parted by a byte 0xff: what both began with, that of the person, the new one.
pub fn merge(data: &[u8]) {
    let texts: Vec<_> = pieces(data).take(3).map(String::from_utf8_lossy).collect();
    let text = |index: usize| texts.get(index).map_or("", |text| text);
    let (base, mine, new) = (text(0), text(1), text(2));
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
    let same = |text: &str| text.replace('\r', "").trim_start_matches('\u{feff}').trim_end_matches('\n').to_owned();
    for (result, wanted) in [(put_together(mine, mine, new), new), (put_together(base, mine, base), mine)] {
        if let Some(merged) = result {
            assert_eq!(merged.places, 0, "{merged:?}");
            assert_eq!(same(&merged.text), same(wanted));
        }
    }
}

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.trim_start_matches('\u{feff}').split_terminator('\n').map(|line| line.strip_suffix('\r').unwrap_or(line))
}
