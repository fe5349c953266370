//! A diagnosis beside the name of a person.
//!
//! The words of a diagnosis also stand in what organisations do (‘voor mensen met een depressie’, ‘training over psychoses’).
//! So a word counts only when a person is named in the same sentence, or in the one before a sentence that goes on about
//! that person, and nothing between the two, or just behind the word, says that it is a subject, a group or an offer.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::LazyLock;

use super::beginning::listed;
use super::glance::glance;
use super::word::{Word, key, words};
use super::{name, pieces};

/// The words, and those of more than one word, of the data file.
static WORDS: LazyLock<(BTreeSet<&str>, Vec<Vec<&str>>)> = LazyLock::new(|| {
    let (more, single): (Vec<&str>, Vec<&str>) =
        listed(include_str!("diagnosewoorden.txt")).partition(|line| line.contains(' '));
    (single.into_iter().collect(), more.into_iter().map(|line| line.split(' ').collect()).collect())
});

/// A word by which a diagnosis begins, and those that have to follow.
type Beginning = (&'static str, &'static [&'static str]);

/// The words by how they begin.
static HEADS: LazyLock<BTreeMap<[char; 3], Vec<Beginning>>> = LazyLock::new(|| {
    let (single, more): &'static (BTreeSet<&str>, Vec<Vec<&str>>) = &WORDS;
    let mut heads: BTreeMap<[char; 3], Vec<Beginning>> = BTreeMap::new();
    let firsts = more.iter().filter_map(|words| words.split_first()).map(|(first, others)| (*first, others));
    for beginning in single.iter().map(|word| (*word, &[][..])).chain(firsts) {
        if let Some(head) = head(beginning.0) {
            heads.entry(head).or_default().push(beginning);
        }
    }
    heads
});

/// Before the word: it is a subject, a group of people, an offer, or the work of someone.
static SUBJECT: LazyLock<BTreeSet<&str>> = LazyLock::new(|| {
    "over rond rondom omtrent mensen mens personen wie iemand bewoners bewoner cliënten clienten deelnemers \
    jongeren ouderen kinderen volwassenen vrouwen mannen ouders familie familieleden naasten mantelzorgers lotgenoten \
    patiënten bezoekers vrijwilligers anderen ervaringsdeskundige ervaringsdeskundigen training trainingen cursus cursussen \
    workshop workshops thema thema’s onderwerp onderwerpen voorlichting lezing film avond themaavond middag gespreksmiddag \
    bijeenkomst les informatie kennis omgang omgaan hulp hulpverlening steun ondersteuning behandeling behandelt \
    behandelen zorg begeleiding expertise specialist gespecialiseerd specialisatie specialisme preventie afdeling team poli \
    polikliniek kliniek centrum vereniging stichting groep groepen zelfhulpgroep lotgenotengroep zoals bijvoorbeeld \
    doelgroep aandoeningen stoornissen ziekten diverse verschillende stigma vooroordelen vooroordeel taboe boek onderzoek \
    project projecten aanbod programma rondleiding gesprek gesprekken praten rollenspel casus acteur speelt spelen uitspelen \
    onderdeel deel blok psycholoog psychiater verpleegkundige consulent coach therapeut trainer docent gastles website \
    folder poster flyer maatje maatjes buddy".split_whitespace().collect()
});
/// Behind the word: with it, it is the name of an offer or a trade.
static OFFER: LazyLock<BTreeSet<&str>> = LazyLock::new(|| {
    "café cafe groep groepen team teams training trainingen cursus vereniging centrum zorg punt week dag \
    lezing kliniek poli stichting fonds netwerk expert specialist consulent coach therapie therapeut verpleegkundige \
    workshop bijeenkomst avond middag thema voorlichting begeleiding begeleider hulpverlening info informatie platform"
        .split_whitespace()
        .collect()
});
/// How a sentence begins that goes on about the one who was named.
const GOES_ON: [&str; 14] = [
    "hij",
    "zij",
    "ze",
    "haar",
    "zijn",
    "heeft",
    "is",
    "lijdt",
    "diagnose",
    "gediagnosticeerd",
    "had",
    "was",
    "kreeg",
    "bekend",
];
/// How many words before and behind the word are looked at.
const BEFORE: usize = 9;
const BEHIND: usize = 3;

/// The fields of an entry that are about what someone does or offers.
const FIELDS_OF_WORK: [&str; 23] = [
    "functie",
    "rol",
    "rollen",
    "beroep",
    "taak",
    "taken",
    "aanbod",
    "doelgroep",
    "doelgroepen",
    "leefgebieden",
    "leefgebied",
    "thema",
    "themas",
    "onderwerp",
    "titel",
    "training",
    "activiteit",
    "organisatie",
    "expertise",
    "specialisme",
    "specialisatie",
    "deskundigheid",
    "vraag",
];

/// The names with a diagnosis beside them: the place of the diagnosis.
pub(super) fn in_text(label: &str, text: &str) -> Vec<Range<usize>> {
    if !may_hold(text) {
        return Vec::new();
    }
    let words = words(text);
    let found = diagnoses(&words);
    if found.is_empty() || is_of_work(label) {
        return Vec::new();
    }
    let names = name::find(&words);
    let starts: Vec<usize> = (0..words.len()).filter(|at| words[*at].begins).collect();
    let sentence =
        |at: usize| starts.partition_point(|start| *start <= at).checked_sub(1).map_or(0, |last| starts[last]);
    let beside = |word: &Range<usize>| {
        let begin = sentence(word.start);
        let end = starts.get(starts.partition_point(|start| *start < word.end)).copied().unwrap_or(words.len());
        // The last name before the word, and the first one behind it.
        let next = names.partition_point(|name| name.end <= word.start);
        let ahead = next.checked_sub(1).map(|last| &names[last]).filter(|name| name.start >= begin);
        if let Some(name) = ahead {
            return !is_subject(&words, name.end, word);
        }
        if names.get(next).is_some_and(|name| name.end <= end) {
            return !is_subject(&words, begin, word);
        }
        let goes_on = GOES_ON.contains(&words[begin].lower.as_str()) || end - begin <= BEHIND;
        let earlier = begin.checked_sub(1).map(sentence);
        let named = earlier.is_some_and(|from| next > 0 && names[next - 1].start >= from);
        goes_on && named && !is_subject(&words, begin, word)
    };
    let spans = found.iter().filter(|word| beside(word));
    spans.map(|word| words[word.start].span.start..words[word.end - 1].span.end).collect()
}

/// Diagnoses in the text of a field of an entry about a person; nothing when the field is about work.
pub(super) fn of_person(label: &str, text: &str) -> Vec<Range<usize>> {
    if is_of_work(label) {
        return Vec::new();
    }
    if is_label(label) {
        let words = words(pieces(text).next().map_or("", |(_, piece)| piece));
        let nothing = ["geen", "nee", "onbekend", "nvt", "n.v.t", "niet"];
        let said = words.iter().any(|word| !nothing.contains(&word.lower.as_str()) && word.text.chars().count() > 1)
            || text.contains(|letter: char| letter.is_ascii_digit());
        let start = text.len() - text.trim_start().len();
        let whole = start..text.trim_end().len().max(start);
        return said.then_some(whole).into_iter().collect();
    }
    let mut spans = Vec::new();
    for (start, piece) in pieces(text).filter(|(_, piece)| may_hold(piece)) {
        spans.extend(said_of_someone(piece).into_iter().map(|span| span.start + start..span.end + start));
    }
    spans
}

/// Diagnoses that are no subject and no offer.
fn said_of_someone(text: &str) -> Vec<Range<usize>> {
    let words = words(text);
    let found = diagnoses(&words);
    let about = found.iter().filter(|word| !is_subject(&words, sentence(&words, word.start), word));
    about.map(|word| words[word.start].span.start..words[word.end - 1].span.end).collect()
}

/// A field of this name is for a diagnosis.
pub(super) fn is_label(label: &str) -> bool {
    // Most names of fields have no two such letters beside each other; what parts letters could keep them from being seen.
    let pair = |two: &[u8]| {
        matches!([two[0] | 32, two[1] | 32], [b'd', b'i' | b's'] | [b's', b't'] | [b'a', b'a'])
            || !two[0].is_ascii_alphanumeric()
            || !two[1].is_ascii_alphanumeric()
    };
    if !label.as_bytes().windows(2).any(pair) {
        return false;
    }
    let key = key(label);
    let mut ends = (0..key.len()).map(|at| &key.as_bytes()[at..]);
    let words = ["diagnose", "diagnosis", "dsm", "stoornis", "aandoening"];
    ends.any(|end| matches!(end[0], b'd' | b's' | b'a') && words.iter().any(|word| end.starts_with(word.as_bytes())))
}

fn is_of_work(label: &str) -> bool {
    let last = label.rsplit(['.', ' ']).next().unwrap_or(label);
    FIELDS_OF_WORK.contains(&&*key(last)) || FIELDS_OF_WORK.contains(&&*key(label))
}

/// Whether a diagnosis is named, whoever it is about.
pub(super) fn is_named(text: &str) -> bool {
    may_hold(text) && !diagnoses(&words(text)).is_empty()
}

/// Whether this word names a diagnosis.
pub(super) fn is_word(word: &Word) -> bool {
    let plain = word.lower.replace('\'', "’");
    WORDS.0.contains(plain.as_str()) || word.text.chars().all(char::is_uppercase) && WORDS.0.contains(word.text)
}

/// The diagnoses among these words.
fn diagnoses(words: &[Word]) -> Vec<Range<usize>> {
    let longer = |at: usize| {
        let fits = |one: &&Vec<&str>| {
            words.len() >= at + one.len() && one.iter().zip(&words[at..]).all(|(wanted, word)| *wanted == word.lower)
        };
        WORDS.1.iter().find(fits).map(Vec::len)
    };
    let at = (0..words.len()).filter_map(|at| match is_word(&words[at]) {
        true => Some(at..at + 1),
        false => longer(at).map(|length| at..at + length),
    });
    at.collect()
}

/// Where the sentence with this word begins.
fn sentence(words: &[Word], at: usize) -> usize {
    (0..=at).rev().find(|place| words[*place].begins).unwrap_or(0)
}

/// Between `from` and the word, or just behind it, something says that it is not said of a person.
fn is_subject(words: &[Word], from: usize, word: &Range<usize>) -> bool {
    let before = &words[from.max(word.start.saturating_sub(BEFORE)).min(word.start)..word.start];
    let behind = words[word.end..].iter().take(BEHIND).take_while(|next| !next.begins);
    before.iter().any(|one| SUBJECT.contains(one.lower.as_str()))
        || behind.into_iter().any(|one| OFFER.contains(one.lower.as_str()))
}

/// A quick look before the words are taken apart: some word begins with one of a diagnosis.
fn may_hold(text: &str) -> bool {
    glance(text).diagnosis
}

/// Whether a word of a diagnosis stands at the beginning, or a longer one that begins with it; where a diagnosis has more words,
/// whether all of them do.
pub(super) fn begins(text: &str) -> bool {
    let same = head(text).and_then(|head| HEADS.get(&head));
    let follows = |rest, word: &&str| behind(rest_of_words(rest), word);
    same.is_some_and(|all| {
        all.iter().any(|(first, others)| {
            behind(text, first).is_some_and(|rest| others.iter().try_fold(rest, follows).is_some())
        })
    })
}

/// From the next word on.
fn rest_of_words(text: &str) -> &str {
    text.trim_start_matches(|letter: char| !letter.is_alphabetic())
}

/// What stands behind a word with which the text begins, in capitals or not, and whatever the apostrophe.
fn behind<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    if let Some((start, rest)) = text.split_at_checked(word.len())
        && start.is_ascii()
        && word.is_ascii()
    {
        return start.eq_ignore_ascii_case(word).then_some(rest);
    }
    let mut wanted = word.chars().flat_map(char::to_lowercase).peekable();
    let mut letters = text.chars();
    while wanted.peek().is_some() {
        for letter in letters.next()?.to_lowercase() {
            let letter = if letter == '\'' { '’' } else { letter };
            if wanted.next().is_some_and(|wanted| wanted != letter) {
                return None;
            }
        }
    }
    Some(letters.as_str())
}

/// The first three letters, small ones.
fn head(word: &str) -> Option<[char; 3]> {
    let mut letters = word.chars().map(|letter| letter.to_lowercase().next().unwrap_or(letter));
    Some([letters.next()?, letters.next()?, letters.next()?])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_quick_look_passes_by_no_diagnosis(
            text in "(hoort|stemmen|sociale|fobie|psychiatrische?|patiënt|Syndroom van|Korsakov|autisme|trauma['’]s|ASS|ss|[ '’.–-]|\n|\\PC){0,12}"
        ) {
            prop_assert!(may_hold(&text) || diagnoses(&words(&text)).is_empty());
        }

        #[test]
        fn a_quick_look_passes_by_no_label(label in "(dia|gnose|gnosis|DSM|d|s|m|stoornis|Aan|doening|naam|[ ._-]|\\PC){0,6}") {
            let words = ["diagnose", "diagnosis", "dsm", "stoornis", "aandoening"];
            prop_assert_eq!(is_label(&label), words.iter().any(|word| key(&label).contains(word)));
        }
    }
}
