//! Small Dutch that many parts write: what somebody may have meant, a capital, a list in words, a number of things.

use std::borrow::Borrow;

/// From this likeness on, naming what somebody may have meant helps more than it confuses.
pub const ALIKE: f64 = 0.8;

/// Of what somebody wrote, more letters are not looked at.
const LONGEST: usize = 60;

/// What stands beside the name that is most like what somebody wrote, if it is as like as `least` (1 is the same). Of
/// names that are equally like, the first.
pub fn nearest<'n, T>(written: &str, names: impl IntoIterator<Item = (&'n str, T)>, least: f64) -> Option<T> {
    let written = bare(&written.chars().take(LONGEST).collect::<String>());
    let mut best: Option<(f64, T)> = None;
    for (name, meant) in names {
        let score = strsim::jaro_winkler(&written, &bare(name));
        if !written.is_empty() && score >= least && best.as_ref().is_none_or(|(highest, _)| score > *highest) {
            best = Some((score, meant));
        }
    }
    best.map(|(_, meant)| meant)
}

/// “bedoelde u ‘kvk’?” for the name that is most like what somebody wrote; nothing when none is.
pub fn did_you_mean<'n>(written: &str, names: impl IntoIterator<Item = &'n str>) -> Option<String> {
    let meant = nearest(written, names.into_iter().map(|name| (name, name)), ALIKE)?;
    Some(format!("bedoelde u ‘{meant}’?"))
}

/// The same text, beginning with a capital.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// “a, b en c”.
pub fn enumerated<S: Borrow<str>>(items: &[S]) -> String {
    match items.split_last() {
        Some((last, [])) => last.borrow().to_owned(),
        Some((last, first)) => format!("{} en {}", first.join(", "), last.borrow()),
        None => String::new(),
    }
}

/// “1 plek”, “3 plekken”.
pub fn counted(number: usize, one: &str, more: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { more })
}

/// Capitals, and what stands between words, make no other name: `De Brug` is `de-brug` is `de_brug`.
fn bare(text: &str) -> String {
    let text = text.to_lowercase();
    let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_like_a_name_is_taken_for_it_and_nothing_else_is() {
        let names = ["gemeente", "welzijn", "de-brug", "maatschappelijke_dienstverlening"];
        for (written, meant) in [
            ("gemente", "gemeente"),
            ("De Brug ", "de-brug"),
            ("welzyn", "welzijn"),
            ("maatschappelijke dienstverleing", "maatschappelijke_dienstverlening"),
        ] {
            assert_eq!(did_you_mean(written, names), Some(format!("bedoelde u ‘{meant}’?")), "{written}");
        }
        for nonsense in ["", " - ", "x", "zzz", "dit is iets heel anders"] {
            assert_eq!(did_you_mean(nonsense, names), None, "{nonsense}");
        }
        assert_eq!(nearest("maandaag", [("maandag", 1), ("dinsdag", 2)], ALIKE), Some(1));
        assert_eq!(nearest("een", [("een", 1), ("Een", 2)], ALIKE), Some(1), "the first of two that are as like");
    }

    #[test]
    fn a_list_and_a_number_read_as_people_write_them() {
        assert_eq!(enumerated(&["a", "b", "c"]), "a, b en c");
        assert_eq!(enumerated(&["a".to_owned()]), "a");
        assert_eq!(enumerated::<&str>(&[]), "");
        assert_eq!([counted(1, "gat", "gaten"), counted(0, "gat", "gaten")], ["1 gat", "0 gaten"]);
        assert_eq!([capitalised("élan"), capitalised("")], ["Élan", ""]);
    }
}
