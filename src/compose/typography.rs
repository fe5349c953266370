//! Dutch typography: what belongs together stays on one line, by a non-breaking space in place of an ordinary one.

use rayon::prelude::*;

use crate::calendar::MONTHS;
use crate::tree::{Block, Inline};

use super::walk::{Room, each_content};

const NO_BREAK: char = '\u{A0}';

/// Words that a number follows.
const NUMBERED: &[&str] = &[
    "artikel",
    "artikelen",
    "lid",
    "leden",
    "paragraaf",
    "bijlage",
    "hoofdstuk",
    "deel",
    "stap",
    "fase",
    "vraag",
    "week",
    "pagina",
    "nummer",
    "nr.",
    "Kamerstuk",
];

/// How the names of streets end, where a number follows.
const STREETS: &[&str] = &[
    "straat",
    "laan",
    "plein",
    "weg",
    "kade",
    "gracht",
    "dijk",
    "singel",
    "hof",
    "pad",
    "steeg",
    "park",
    "markt",
    "dreef",
    "plantsoen",
    "ring",
    "brink",
];

/// What stands before a name.
const TITLES: &[&str] = &["dr.", "drs.", "mr.", "ir.", "ing.", "prof.", "dhr.", "mw.", "mevr."];

/// Ties together dates, times, amounts, addresses, initials and numbered parts in all text of the blocks.
pub fn tie(blocks: &mut [Block]) {
    // The blocks of a large document are shared by the processors, when who calls has them.
    const PIECE: usize = 256;
    let tie = |piece: &mut [Block]| each_content(piece, &mut |content, room| tie_content(content, room));
    match blocks.len() > PIECE && rayon::current_thread_index().is_some() {
        true => blocks.par_chunks_mut(PIECE).for_each(tie),
        false => tie(blocks),
    }
}

fn tie_content(content: &mut [Inline], room: Room) {
    for index in 0..content.len() {
        let before_reference = matches!(content.get(index + 1), Some(Inline::Reference { .. }));
        match &mut content[index] {
            Inline::Text { text } => {
                if let Some(tied) = tied(text, room, before_reference) {
                    *text = tied;
                }
            }
            Inline::Strong { content } | Inline::Emphasis { content } | Inline::Link { content, .. } => {
                tie_content(content, room);
            }
            _ => {}
        }
    }
}

/// The text with its ties, or nothing when there is nothing to tie.
fn tied(text: &str, room: Room, before_reference: bool) -> Option<String> {
    let ties: Vec<usize> = memchr::memchr_iter(b' ', text.as_bytes())
        .map(|at| (at, &text[..at], &text[at + 1..]))
        .filter(|(_, before, after)| {
            may_belong_together(before, after, before_reference)
                && belongs_together(before, after, room, before_reference)
        })
        .map(|(at, ..)| at)
        .collect();
    if ties.is_empty() {
        return None;
    }
    let mut result = String::with_capacity(text.len() + ties.len());
    let mut done = 0;
    for at in &ties {
        result.push_str(&text[done..*at]);
        result.push(NO_BREAK);
        done = at + 1;
    }
    result.push_str(&text[done..]);
    Some(result)
}

/// A quick look at what stands on both sides: between most words nothing can be tied.
fn may_belong_together(before: &str, after: &str, before_reference: bool) -> bool {
    let left = before.as_bytes().last().is_some_and(|byte| matches!(byte, b'0'..=b'9' | b'A'..=b'Z' | b'.'));
    match after.as_bytes().first() {
        // The dash is of three bytes.
        Some(byte) => left || matches!(byte, b'0'..=b'9' | 0xE2),
        None => left || before_reference,
    }
}

fn belongs_together(before: &str, after: &str, room: Room, before_reference: bool) -> bool {
    let left = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    let left = left.trim_start_matches(|character: char| !character.is_alphanumeric() && !"€§".contains(character));
    let right_word = || after.split(|character: char| !character.is_alphabetic()).next().unwrap_or_default();
    let right_digit = after.starts_with(|character: char| character.is_ascii_digit());
    let number_follows = right_digit || (after.is_empty() && before_reference);
    // What is sooner seen stands first.
    (matches!(left, "€" | "§") && right_digit)
        || (left.ends_with(|character: char| character.is_ascii_digit()) && right_word() == "uur")
        || (is_day(left) && is_one_of(&MONTHS, right_word()))
        || (is_time(left) && right_word() == "tot")
        || (left == "tot" && is_time(after.split(char::is_whitespace).next().unwrap_or_default()))
        // A whole date is wider than a narrow column.
        || (room == Room::Line && is_year(after) && is_one_of(&MONTHS, left))
        || (left.ends_with('.')
            && (is_initials(left) || is_one_of(TITLES, left))
            && after.starts_with(char::is_alphabetic))
        || is_dash(after)
        || (number_follows && is_one_of(NUMBERED, left))
        || (is_postcode_number(left) && is_postcode_letters(after))
        || (after.starts_with(|character: char| character.is_uppercase() || character == '’')
            && ends_with_postcode(before))
        || (right_digit && is_street(left))
}

fn is_one_of(words: &[&str], word: &str) -> bool {
    words.iter().any(|known| known.eq_ignore_ascii_case(word))
}

fn is_day(word: &str) -> bool {
    word.len() <= 2 && word.parse::<u8>().is_ok_and(|day| (1..=31).contains(&day))
}

/// “14.30”, as times are written here.
fn is_time(word: &str) -> bool {
    let Some((hours, minutes)) = word.split_once('.') else { return false };
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    matches!(hours.len(), 1 | 2) && minutes.len() == 2 && digits(hours) && digits(minutes)
}

fn is_year(text: &str) -> bool {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    digits == 4 && !text[digits..].starts_with(char::is_alphanumeric)
}

/// “A.” or “J.P.”, before a name.
fn is_initials(word: &str) -> bool {
    let mut characters = word.chars();
    let mut count = 0;
    while let Some(letter) = characters.next() {
        if !letter.is_uppercase() || characters.next() != Some('.') {
            return false;
        }
        count += 1;
    }
    count > 0
}

/// A dash between words, which may end a line but not begin one.
fn is_dash(text: &str) -> bool {
    text.starts_with("– ")
}

fn is_postcode_number(word: &str) -> bool {
    word.len() == 4 && !word.starts_with('0') && word.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_postcode_letters(text: &str) -> bool {
    let mut characters = text.chars();
    let letters = characters.by_ref().take(2).filter(char::is_ascii_uppercase).count();
    letters == 2 && !characters.next().is_some_and(char::is_alphanumeric)
}

/// “1234 AB”, tied or not, before the name of a town.
fn ends_with_postcode(text: &str) -> bool {
    let Some((before, letters)) = text.rsplit_once([' ', NO_BREAK]) else { return false };
    let number = before.rsplit(|character: char| !character.is_ascii_digit()).next().unwrap_or_default();
    is_postcode_number(number) && letters.len() == 2 && is_postcode_letters(letters)
}

fn is_street(word: &str) -> bool {
    let word = word.to_lowercase();
    STREETS.iter().any(|end| word.ends_with(end))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// With `~` for a tie.
    fn shown(text: &str) -> String {
        tied(text, Room::Line, false).unwrap_or_else(|| text.to_owned()).replace(NO_BREAK, "~")
    }

    #[test]
    fn ties_what_belongs_together() {
        for wanted in [
            "Op 1~oktober~2026 om 14.30~uur, €~12 te 1234~AB (artikel~5, §~3.3, bijlage~2) en 31~Mei",
            "van januari~2027 tot fase~2, stap~3, Kamerstuk~25424, nr.~651",
            "drs.~J.~Hogeveen, M.~van Dalen (J.P.~Vos)",
            "de wijk~– en wie er woont~– doet mee",
        ] {
            assert_eq!(shown(&wanted.replace('~', " ")), wanted);
        }
    }

    #[test]
    fn a_date_may_break_before_its_year_in_a_cell() {
        let tied = tied("toegezegd, 20 oktober 2026", Room::Cell, false);
        assert_eq!(tied.as_deref(), Some("toegezegd, 20\u{a0}oktober 2026"));
    }

    #[test]
    fn ties_from_and_until() {
        assert_eq!(shown("van 14.30 tot 16.00 uur"), "van 14.30~tot~16.00~uur");
        assert_eq!(shown("tot 2027 of tot 9.30"), "tot 2027 of tot~9.30");
    }

    #[test]
    fn ties_an_address_at_its_numbers() {
        assert_eq!(shown("De Brug, Molenstraat 12, 8912 BC Veldrijk"), "De Brug, Molenstraat~12, 8912~BC~Veldrijk");
        assert_eq!(
            shown("aan de Lange Weg 3a in 2511 AB ’s-Gravenhage"),
            "aan de Lange Weg~3a in 2511~AB~’s-Gravenhage"
        );
        assert_eq!(shown("1234 AB en verder"), "1234~AB en verder");
    }

    #[test]
    fn leaves_the_rest_alone() {
        for text in [
            "1 oktobermaand",
            "40 oktober",
            "1234 ABC",
            "0123 AB",
            "€ x",
            "een uur",
            "dit artikel is",
            "2026 WeP",
            "kartikel 5",
            "mei 20278",
            "het jaar 2027",
            "in Veldrijk. De wijk",
            "WeP. De",
            "10 –20",
        ] {
            assert_eq!(shown(text), text);
        }
    }

    #[test]
    fn ties_a_reference_to_its_word() {
        let mut content = vec![
            Inline::Text { text: "zie artikel ".to_owned() },
            Inline::Reference { anchor: "doel".to_owned(), number: 2 },
        ];
        tie_content(&mut content, Room::Line);
        assert_eq!(content[0], Inline::Text { text: "zie artikel\u{a0}".to_owned() });
    }

    proptest! {
        #[test]
        fn a_quick_look_passes_by_nothing(
            words in prop::collection::vec("artikel|Brink|weg|tot|mei|uur|[0-9]{1,4}|[0-9]{1,2}[.][0-9]{2}|[A-ZÉ][.]|[A-Z]{2}|drs[.]|[€§–’]|\\PC{0,2}", 0..6),
            cell: bool,
            before_reference: bool,
        ) {
            let (text, room) = (words.join(" "), if cell { Room::Cell } else { Room::Line });
            for (at, _) in text.match_indices(' ') {
                let (before, after) = (&text[..at], &text[at + 1..]);
                prop_assert!(
                    may_belong_together(before, after, before_reference)
                        || !belongs_together(before, after, room, before_reference)
                );
            }
        }
    }
}
