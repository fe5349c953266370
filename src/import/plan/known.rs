//! The organisations that are known so far, found by name, KvK number and address, also when spelled otherwise.

use std::collections::HashMap;

use super::Target;
use super::merge;
use crate::import::columns::key;
use crate::model::{Adres, Organisatie};

/// Words of a name that say little about which organisation it is.
const COMMON: [&str; 16] = [
    "stichting",
    "vereniging",
    "cooperatie",
    "bv",
    "nv",
    "ua",
    "de",
    "het",
    "een",
    "en",
    "van",
    "voor",
    "in",
    "st",
    "ver",
    "te",
];
/// A word that more names share than this tells nothing.
const CROWD: usize = 20;
/// So much the words of two names must be alike, one by one.
const WORD: f64 = 0.75;
/// So much two names must be alike as a whole.
const NAME: f64 = 0.88;

/// What is known about who a row is about. The number is a place in [`Known`].
pub(super) enum Verdict {
    New,
    Sure(usize),
    Doubt(usize, Vec<String>),
}

struct Entry {
    organisatie: Organisatie,
    /// The row that it comes from; none for one in the file of the gemeente.
    row: Option<u32>,
    /// The row that turned out to be about it.
    met: Option<u32>,
    words: Vec<String>,
}

/// Organisations, to be found by what a person wrote about one of them.
#[derive(Default)]
pub struct Known {
    entries: Vec<Entry>,
    by_id: HashMap<String, usize>,
    by_name: HashMap<String, Vec<usize>>,
    by_kvk: HashMap<String, usize>,
    by_address: HashMap<String, usize>,
    /// By the words of the name that say something, in order of the alphabet.
    by_words: HashMap<String, usize>,
    /// By the name without one of its letters.
    by_gap: HashMap<String, usize>,
    by_word: HashMap<String, Vec<usize>>,
}

impl Known {
    /// The organisations of a gemeente.
    pub fn new(organisaties: &[Organisatie]) -> Known {
        let mut known = Known::default();
        for organisatie in organisaties {
            known.add(organisatie.clone(), None);
        }
        known
    }

    /// The organisation with this name, whatever its capitals and spaces.
    pub fn named(&self, naam: &str) -> Option<&Organisatie> {
        Some(self.organisatie(*self.by_name.get(&plain(naam))?.first()?))
    }

    /// The organisation whose name is this, or nearly this.
    pub fn named_like(&self, naam: &str) -> Option<&Organisatie> {
        self.alike(naam).map(|index| self.organisatie(index))
    }

    /// Another organisation with the KvK number of this one.
    pub fn with_kvk_of(&self, one: &Organisatie) -> Option<&Organisatie> {
        let other = self.organisatie(*self.by_kvk.get(&kvk(one)?)?);
        (one.id.is_none() || other.id != one.id).then_some(other)
    }

    pub(super) fn organisatie(&self, index: usize) -> &Organisatie {
        &self.entries[index].organisatie
    }

    pub(super) fn row(&self, index: usize) -> Option<u32> {
        self.entries[index].row
    }

    pub(super) fn target(&self, index: usize) -> Target {
        let Entry { organisatie, row, .. } = &self.entries[index];
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        Target { id: text(&organisatie.id), name: text(&organisatie.naam), row: *row }
    }

    pub(super) fn add(&mut self, organisatie: Organisatie, row: Option<u32>) {
        let index = self.entries.len();
        let (mut words, mut keys) = (Vec::new(), Vec::new());
        if let Some(naam) = &organisatie.naam {
            self.by_name.entry(plain(naam)).or_default().push(index);
            words = words_of(naam);
            keys.push(words.clone());
        }
        keys.extend(organisatie.korte_naam.iter().map(|naam| words_of(naam)));
        if let Some(id) = &organisatie.id {
            self.by_id.entry(id.clone()).or_insert(index);
        }
        if let Some(kvk) = kvk(&organisatie) {
            self.by_kvk.entry(kvk).or_insert(index);
        }
        if let Some(address) = address(&organisatie.adres) {
            self.by_address.entry(address).or_insert(index);
        }
        for words in keys.into_iter().filter(|words| !words.is_empty()) {
            self.by_words.entry(sorted(&words)).or_insert(index);
            for gap in gaps(&words.concat()) {
                self.by_gap.entry(gap).or_insert(index);
            }
            for word in words {
                let sharing = self.by_word.entry(word).or_default();
                if sharing.len() <= CROWD && sharing.last() != Some(&index) {
                    sharing.push(index);
                }
            }
        }
        self.entries.push(Entry { organisatie, row, met: row, words });
    }

    /// Who this row is about. Remembers it, so that a second row about the same organisation is in doubt.
    pub(super) fn look_up(&mut self, read: &Organisatie, row: u32) -> Verdict {
        if let Some(index) = read.id.as_ref().and_then(|id| self.by_id.get(id).copied()) {
            return self.once(index, row);
        }
        let naam = read.naam.as_deref().unwrap_or_default();
        if let Some(same) = self.by_name.get(&plain(naam)) {
            // Of several with this name: the one that no row was about yet, and that differs least.
            let rank = |index: &usize| {
                let entry = &self.entries[*index];
                (
                    entry.met.is_some(),
                    kvk_differs(&entry.organisatie, read),
                    merge::merge(&entry.organisatie, read).1.len(),
                )
            };
            if let Some(index) = same.iter().copied().min_by_key(rank) {
                return self.with_this_name(index, read, row);
            }
        }
        let mut reasons = Vec::new();
        let mut found = None;
        if let Some(index) = kvk(read).and_then(|kvk| self.by_kvk.get(&kvk).copied()) {
            reasons.push(format!("zelfde KvK-nummer als {}", self.told(index)));
            found = Some(index);
        }
        if let Some(index) = self.alike(naam).filter(|index| !kvk_differs(self.organisatie(*index), read))
            && found.is_none_or(|found| found == index)
        {
            reasons.push(format!("de naam lijkt op die van {}", self.told(index)));
            found = Some(index);
        }
        if let Some(index) = address(&read.adres).and_then(|address| self.by_address.get(&address).copied())
            && found.is_none_or(|found| found == index)
            && !kvk_differs(self.organisatie(index), read)
        {
            reasons.push(format!("zelfde adres als {}", self.told(index)));
            found = Some(index);
        }
        found.map_or(Verdict::New, |index| Verdict::Doubt(index, reasons))
    }

    fn with_this_name(&mut self, index: usize, read: &Organisatie, row: u32) -> Verdict {
        if kvk_differs(self.organisatie(index), read) {
            return Verdict::Doubt(
                index,
                vec![format!("zelfde naam, maar een ander KvK-nummer dan {}", self.told(index))],
            );
        }
        let other = kvk(read).and_then(|kvk| self.by_kvk.get(&kvk).copied()).filter(|other| *other != index);
        if let Some(other) = other.filter(|_| kvk(self.organisatie(index)) != kvk(read)) {
            return Verdict::Doubt(other, vec![format!("zelfde KvK-nummer als {}", self.told(other))]);
        }
        self.once(index, row)
    }

    /// Sure, unless another row was about it already.
    fn once(&mut self, index: usize, row: u32) -> Verdict {
        match self.entries[index].met {
            Some(other) => Verdict::Doubt(index, vec![format!("rij {other} gaat over dezelfde organisatie")]),
            None => {
                self.entries[index].met = Some(row);
                Verdict::Sure(index)
            }
        }
    }

    fn told(&self, index: usize) -> String {
        let entry = &self.entries[index];
        let name = entry.organisatie.naam.as_deref().or(entry.organisatie.id.as_deref()).unwrap_or("een organisatie");
        match entry.row {
            Some(row) => format!("‘{name}’ in rij {row}"),
            None => format!("‘{name}’"),
        }
    }

    /// The one whose name is nearly this.
    fn alike(&self, naam: &str) -> Option<usize> {
        let words = words_of(naam);
        if words.is_empty() {
            return None;
        }
        if let Some(index) = self.by_words.get(&sorted(&words)) {
            return Some(*index);
        }
        let near = |index: &usize| same_name(&self.entries[*index].words, &words);
        let by_gap = gaps(&words.concat()).into_iter().filter_map(|gap| self.by_gap.get(&gap).copied()).find(near);
        by_gap.or_else(|| {
            let sharing = words.iter().filter_map(|word| self.by_word.get(word));
            sharing.filter(|sharing| sharing.len() <= CROWD).flatten().copied().find(near)
        })
    }
}

/// The name in small letters, with single spaces.
fn plain(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// The words of a name that say which organisation it is.
fn words_of(name: &str) -> Vec<String> {
    let words: Vec<String> =
        name.split(|letter: char| letter.is_whitespace() || "-/.,&()".contains(letter)).map(key).collect();
    let words: Vec<String> = words.into_iter().filter(|word| !word.is_empty()).collect();
    let telling: Vec<String> = words.iter().filter(|word| !is_common(word)).cloned().collect();
    if telling.is_empty() { words } else { telling }
}

/// Also with a slip of the pen: `stiching`.
fn is_common(word: &str) -> bool {
    let slip = |common: &&str| common.len() > 8 && strsim::damerau_levenshtein(common, word) == 1;
    COMMON.contains(&word) || word.len() > 7 && COMMON.iter().any(slip)
}

fn sorted(words: &[String]) -> String {
    let mut words = words.to_vec();
    words.sort();
    words.join(" ")
}

/// The text, and the text without one of its letters in each place: two texts that differ in a letter share one.
fn gaps(text: &str) -> Vec<String> {
    // Names are keys here: small letters and digits, one byte each.
    let mut gaps = vec![text.to_owned()];
    if text.len() > 3 && text.len() <= 60 && text.is_ascii() {
        gaps.extend((0..text.len()).map(|at| format!("{}{}", &text[..at], &text[at + 1..])));
    }
    gaps
}

/// Two names for one organisation, spelled otherwise. Other digits are another organisation: `Gebouw 1`, `Gebouw 2`.
fn same_name(left: &[String], right: &[String]) -> bool {
    let digits = |words: &[String]| words.concat().chars().filter(char::is_ascii_digit).collect::<String>();
    if digits(left) != digits(right) {
        return false;
    }
    let word_by_word = left.len() != right.len()
        || left.iter().zip(right).all(|(one, other)| strsim::normalized_damerau_levenshtein(one, other) >= WORD);
    let (left, right) = (left.concat(), right.concat());
    let one_letter = left.len().max(right.len()) > 4 && strsim::damerau_levenshtein(&left, &right) <= 1;
    word_by_word && (one_letter || strsim::normalized_damerau_levenshtein(&left, &right) >= NAME)
}

fn kvk(organisatie: &Organisatie) -> Option<String> {
    let digits: String = organisatie.kvk.as_deref()?.chars().filter(char::is_ascii_digit).collect();
    (digits.len() == 8).then_some(digits)
}

/// Both have a KvK number, and not the same.
fn kvk_differs(one: &Organisatie, other: &Organisatie) -> bool {
    matches!((kvk(one), kvk(other)), (Some(one), Some(other)) if one != other)
}

/// Postcode and house number, with what is behind it: `8912bc12a`.
fn address(adres: &Adres) -> Option<String> {
    let (postcode, straat) = (adres.postcode.as_deref()?, adres.straat.as_deref()?);
    let number = straat.find(|letter: char| letter.is_ascii_digit())?;
    Some(format!("{} {}", key(postcode), key(&straat[number..])))
}
