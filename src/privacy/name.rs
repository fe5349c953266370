//! Names of persons in a text: a first name that is often given, initials with a surname, a title with a name, or a
//! surname with ‘de’, ‘van’ and the like. Names of organisations, streets and places of meeting are none.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

use super::word::{Word, words};

/// The names of `voornamen.txt`, in order: `build.rs` sorts them, which would take longer than a small folder is looked at.
static FIRST_NAMES: &[&str] = &include!(concat!(env!("OUT_DIR"), "/voornamen.rs"));

fn is_first_name(name: &str) -> bool {
    FIRST_NAMES.binary_search(&name).is_ok()
}

const TITLES: [&str; 15] = [
    "dhr",
    "heer",
    "meneer",
    "mevr",
    "mw",
    "mvr",
    "mevrouw",
    "mej",
    "juffrouw",
    "cliënt",
    "client",
    "cliënte",
    "patiënt",
    "deelneemster",
    "meneertje",
];
/// Between a first name and a surname.
const PARTICLES: [&str; 17] =
    ["van", "de", "der", "den", "ter", "ten", "te", "het", "el", "al", "ben", "bin", "von", "la", "le", "'t", "op"];
/// Words that begin names of organisations and places, and words that only begin a sentence.
static NO_NAMES: LazyLock<BTreeSet<&str>> = LazyLock::new(|| {
    "aan als alle autisme bij buurthuis café cafe centrum contact daarna dat de deze die dit door een er gebouw gemeente \
    groep het hier hij huis huize ieder iedereen in informatie inloop is kerk kenniscentrum klooster leger maar meer met na \
    naar nieuw of om onze ook op over oud platform plek programma project provincie radio restaurant samen sint st \
    stichting team thuis training tussen u uit uw van vereniging vanaf via voor vrouwen waar wanneer wat wij wijk \
    wijkcentrum wijkteam wie woonzorg ze zij zijn zorg sociaal sociale school park plein noord zuid oost west".split_whitespace().collect()
});
/// Ends of words that name an organisation, a street or a place.
const NO_ENDS: [&str; 30] = [
    "centrum",
    "huis",
    "huys",
    "team",
    "groep",
    "raad",
    "punt",
    "plein",
    "school",
    "zorg",
    "bond",
    "fonds",
    "winkel",
    "kerk",
    "straat",
    "laan",
    "weg",
    "kade",
    "hof",
    "café",
    "vereniging",
    "stichting",
    "dienst",
    "bureau",
    "wijk",
    "park",
    "gracht",
    "singel",
    "pad",
    "kliniek",
];

/// The persons that a text names, by the places of their words among `words`.
pub(super) fn find(words: &[Word]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        match from(words, at) {
            Some(end) => {
                found.push(at..end);
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

/// The whole text is the name of a person, also one of which no part is known.
pub(super) fn is_name(text: &str) -> bool {
    let words = words(text);
    let odd = text.chars().any(|letter| !letter.is_alphabetic() && !" .-'’(),\u{a0}".contains(letter));
    if odd || words.is_empty() || words.len() > 7 {
        return false;
    }
    if from(&words, 0).is_some_and(|end| end == words.len()) {
        return true;
    }
    // `Vries, Jan de` and `de Vries, Jan`.
    if let Some((surname, first)) = text.split_once(',') {
        let turned = format!("{} {}", first.trim(), surname.trim());
        return !turned.contains(',') && is_name(&turned);
    }
    matches!(&words[..], [first, last] if could_be(first) && could_be(last) && first.is_capitalised() && last.is_capitalised())
}

/// Where the name that begins with this word ends.
fn from(words: &[Word], start: usize) -> Option<usize> {
    let first = &words[start];
    if start > 0 && !first.begins && heads_no_person(&words[start - 1]) {
        return None;
    }
    if TITLES.contains(&first.lower.as_str()) {
        let next = words.get(start + 1).filter(|next| !next.begins || first.lower.len() <= 4)?;
        let named =
            next.is_initial() || PARTICLES.contains(&next.lower.as_str()) || next.is_capitalised() && could_be(next);
        return if named { surname(words, start + 1).or(known(words, start + 1)) } else { None };
    }
    if first.is_initial() {
        let after = words[start..].iter().take_while(|word| word.is_initial()).count();
        return surname(words, start + after);
    }
    if let Some(end) = known(words, start) {
        return Some(end);
    }
    // A first name that is not in the list, with a surname that only persons have.
    let particle = words.get(start + 1).is_some_and(|next| PARTICLES.contains(&next.lower.as_str()) && !next.begins);
    if particle && first.is_capitalised() && could_be(first) {
        return surname(words, start + 1);
    }
    None
}

/// A first name of the list, with what may follow it.
fn known(words: &[Word], start: usize) -> Option<usize> {
    let first = words.get(start)?;
    if !first.is_capitalised() || !first.text.split('-').all(is_first_name) {
        return None;
    }
    let more = words[start..].iter().skip(1).take_while(|word| word.is_initial() || is_first_name(word.text));
    let after = start + 1 + more.take_while(|word| !word.begins).count();
    match surname(words, after) {
        Some(end) if !words[after].begins => Some(end),
        // `Jan Steenstraat` and `Jan van Galenstraat` are no Jan.
        _ if is_followed_by_a_capital(words, after) => None,
        _ => Some(after),
    }
}

fn is_followed_by_a_capital(words: &[Word], at: usize) -> bool {
    let mut more = words.iter().skip(at).skip_while(|word| PARTICLES.contains(&word.lower.as_str()));
    more.next().is_some_and(|next| !next.begins && next.is_capitalised())
}

/// Particles and a surname, or two with a hyphen.
fn surname(words: &[Word], start: usize) -> Option<usize> {
    let particles =
        words.get(start..)?.iter().take(3).take_while(|word| PARTICLES.contains(&word.lower.as_str())).count();
    let last = words.get(start + particles)?;
    (last.is_capitalised() && could_be(last)).then_some(start + particles + 1)
}

fn could_be(word: &Word) -> bool {
    !NO_NAMES.contains(word.lower.as_str())
        && !NO_ENDS.iter().any(|end| word.lower.ends_with(end))
        && !super::diagnosis::is_word(word)
}

/// Behind this word a name is that of an organisation or a street.
fn heads_no_person(word: &Word) -> bool {
    const HEADS: [&str; 14] = [
        "stichting",
        "vereniging",
        "huize",
        "sint",
        "st",
        "café",
        "team",
        "gemeente",
        "wijkcentrum",
        "buurthuis",
        "inloop",
        "school",
        "gebouw",
        "fonds",
    ];
    HEADS.contains(&word.lower.as_str())
}
