//! Putting together what a person changed in a text and what is new in it, line by line, from the text that both began
//! with.

use std::borrow::Cow;
use std::collections::HashMap;

use diffy::{ConflictStyle, IncompleteHunkStyle, MergeOptions};

/// Where both changed the same lines, those of the person come behind the first mark and the new ones behind the second.
const MARKS: [&str; 3] = ["<<<<<<< uw versie", "=======", ">>>>>>> nieuw van wep"];

/// Comparing takes time with the square of the lines in the worst case; beyond this many it is not done.
const MOST_LINES: usize = 20_000;

const BYTE_ORDER_MARK: char = '\u{feff}';

/// The two put together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merged {
    pub text: String,
    /// In how many places both changed the same lines. There both stand, between marks.
    pub places: usize,
}

/// Whether marks of an earlier time still stand in this text.
pub fn has_marks(text: &str) -> bool {
    let text = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
    text.lines().any(|line| line.starts_with(MARKS[0]) || line.starts_with(MARKS[2]))
}

/// Puts together `mine` and `new`, which both began as `base`. Line ends and a byte order mark come out as in `mine`.
/// Nothing when that cannot be done without losing a line, or would take too long.
pub fn merge(base: &str, mine: &str, new: &str) -> Option<Merged> {
    let [plain_base, plain_mine, plain_new] = [base, mine, new].map(plain);
    let all = [&*plain_base, &*plain_mine, &*plain_new];
    if all.iter().map(|text| text.lines().count()).sum::<usize>() > MOST_LINES {
        return None;
    }
    // Longer than anything like it in the texts, so that a mark cannot be mistaken.
    let length = 1 + all.iter().flat_map(|text| text.lines()).map(run).max().unwrap_or_default().max(MARKS[1].len());
    let mut options = MergeOptions::new();
    options
        .set_conflict_style(ConflictStyle::Merge)
        .set_incomplete_hunk_style(IncompleteHunkStyle::Git)
        .set_conflict_marker_length(length);
    let (text, places) = match options.merge(&plain_base, &plain_mine, &plain_new) {
        Ok(text) => (text, 0),
        Err(marked) => labelled(&marked, length),
    };
    if !(holds(&text, &plain_base, &plain_mine) && holds(&text, &plain_base, &plain_new)) {
        return None;
    }
    Some(Merged { text: as_in(mine, text), places })
}

/// A text with line feeds alone, one at the end too.
fn plain(text: &str) -> Cow<'_, str> {
    let text = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
    let mut text = if text.contains("\r\n") { Cow::Owned(text.replace("\r\n", "\n")) } else { Cow::Borrowed(text) };
    if !text.is_empty() && !text.ends_with('\n') {
        text.to_mut().push('\n');
    }
    text
}

/// A plain text as the person's program saves it.
fn as_in(mine: &str, mut text: String) -> String {
    // An empty last line is one only as long as its line end stands there.
    let last_is_empty = text == "\n" || text.ends_with("\n\n");
    if !mine.is_empty() && !mine.ends_with('\n') && text.ends_with('\n') && !last_is_empty {
        text.pop();
    }
    if mine.contains("\r\n") {
        text = text.replace('\n', "\r\n");
    }
    if mine.starts_with(BYTE_ORDER_MARK) {
        text.insert(0, BYTE_ORDER_MARK);
    }
    text
}

/// How often the first character of a line stands there in a row, when it is one of a mark.
fn run(line: &str) -> usize {
    let first = line.chars().next().filter(|first| "<=>".contains(*first));
    first.map_or(0, |first| line.chars().take_while(|char| *char == first).count())
}

/// The same text with our marks in it, and how many places it has.
fn labelled(marked: &str, length: usize) -> (String, usize) {
    let theirs = [("<", " ours"), ("=", ""), (">", " theirs")].map(|(sign, end)| sign.repeat(length) + end);
    let mut text = String::new();
    let mut places = 0;
    for line in marked.lines() {
        let mark = theirs.iter().position(|mark| mark == line);
        places += usize::from(mark == Some(0));
        text.push_str(mark.map_or(line, |mark| MARKS[mark]));
        text.push('\n');
    }
    (text, places)
}

/// Every line that `side` has more often than `base` is in `text`.
fn holds(text: &str, base: &str, side: &str) -> bool {
    let mut left: HashMap<&str, isize> = HashMap::new();
    side.lines().for_each(|line| *left.entry(line).or_default() += 1);
    for other in [base, text] {
        other.lines().for_each(|line| *left.entry(line).or_default() -= 1);
    }
    left.values().all(|count| *count <= 0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const BASE: &str = "# Titel\n\neen\n\ntwee\n\ndrie\n";

    fn clean(text: String) -> Option<Merged> {
        Some(Merged { text, places: 0 })
    }

    #[test]
    fn what_both_did_in_different_places_is_all_there() {
        let (mine, new) = (BASE.replace("een", "EEN"), BASE.replace("drie", "drie\n\nvier"));
        assert_eq!(merge(BASE, &mine, &new), clean(new.replace("een", "EEN")));
    }

    #[test]
    fn what_both_did_in_one_place_is_marked() {
        let (mine, new) = (BASE.replace("twee", "mijn"), BASE.replace("twee", "ons"));
        let merged = merge(BASE, &mine, &new).unwrap();
        let place = "<<<<<<< uw versie\nmijn\n=======\nons\n>>>>>>> nieuw van wep";
        assert_eq!((merged.text.as_str(), merged.places), (BASE.replace("twee", place).as_str(), 1));
        assert!(has_marks("\u{feff}<<<<<<< uw versie\n"), "also as Notepad saves it");
        assert!(has_marks(&merged.text) && !has_marks(BASE) && !has_marks("kop\n=======\n"));
    }

    #[test]
    fn a_line_like_a_mark_is_a_line() {
        let odd = "======= \n<<<<<<<< ours\n>>>>>>>>> theirs\n========\n";
        let (mine, new) = (BASE.replace("twee\n", odd), BASE.replace("twee", "ons"));
        let merged = merge(BASE, &mine, &new).unwrap();
        assert!(merged.text.contains(odd) && merged.places == 1, "{}", merged.text);
    }

    #[test]
    fn the_file_stays_as_the_program_of_the_person_saves_it() {
        let mine = format!("\u{feff}{}", BASE.replace("een", "EEN").trim_end().replace('\n', "\r\n"));
        let new = BASE.replace("# Titel", "# Nieuw");
        assert_eq!(merge(BASE, &mine, &new), clean(mine.replace("# Titel", "# Nieuw")));
        assert_eq!(merge(BASE, &mine, BASE), clean(mine));
    }

    #[test]
    fn a_new_empty_line_at_the_end_is_one_for_who_ends_without() {
        assert_eq!(merge("een\ntwee\n", "een\ntwee", "een\ntwee\n\n"), clean("een\ntwee\n\n".to_owned()));
        assert_eq!(merge("een\ntwee\n", "een\ntwee", "een\ndrie\n"), clean("een\ndrie".to_owned()));
    }

    #[test]
    fn what_would_take_too_long_is_not_done() {
        let long = |word: &str| format!("{word}\n").repeat(MOST_LINES / 2);
        assert_eq!(merge(&long("a"), &long("b"), &long("c")), None);
    }

    /// A text of lines that come back, as in a document.
    fn lines() -> impl Strategy<Value = String> {
        let line = prop_oneof![Just(""), Just("a"), Just("b"), Just("c"), Just("======="), Just("<<<<<<< ours")];
        prop::collection::vec(line, 0..12).prop_map(|lines| lines.iter().map(|line| format!("{line}\n")).collect())
    }

    /// The lines of a text, each with a name of its own, so that it cannot be mistaken.
    fn named(count: usize) -> Vec<String> {
        (0..count).map(|number| format!("regel {number}\n")).collect()
    }

    proptest! {
        #[test]
        fn who_did_nothing_gets_what_the_other_did(base in lines(), side in lines()) {
            prop_assert_eq!(merge(&base, &base, &side), clean(side.clone()));
            prop_assert_eq!(merge(&base, &side, &base), clean(side.clone()));
            prop_assert_eq!(merge(&base, &side, &side), clean(side.clone()));
        }

        #[test]
        fn no_line_of_either_is_lost(base in lines(), mine in lines(), new in lines()) {
            let merged = merge(&base, &mine, &new).unwrap();
            prop_assert!(holds(&merged.text, &base, &mine) && holds(&merged.text, &base, &new));
            prop_assert_eq!(has_marks(&merged.text), merged.places > 0);
        }

        #[test]
        fn edits_apart_from_each_other_are_all_made(count in 8usize..40, mine in 0usize..40, new in 0usize..40) {
            let (mine, new) = (mine % count, new % count);
            prop_assume!(mine.abs_diff(new) > 1);
            let with = |edits: &[(usize, &str)]| {
                let mut lines = named(count);
                edits.iter().for_each(|(at, text)| lines[*at] = format!("{text}\n"));
                lines.concat()
            };
            let merged = merge(&with(&[]), &with(&[(mine, "mijn")]), &with(&[(new, "ons")]));
            prop_assert_eq!(merged, clean(with(&[(mine, "mijn"), (new, "ons")])));
        }

        #[test]
        fn edits_of_one_line_both_stay(count in 1usize..20, at in 0usize..20) {
            let at = at % count;
            let with = |text: &str| {
                let mut lines = named(count);
                lines[at] = format!("{text}\n");
                lines.concat()
            };
            let merged = merge(&named(count).concat(), &with("mijn"), &with("ons")).unwrap();
            prop_assert_eq!(merged.places, 1);
            prop_assert!(merged.text.contains("mijn\n") && merged.text.contains("ons\n"));
        }
    }
}
