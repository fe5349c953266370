//! One place has one name (X8): no two entries that differ by a slip of the pen, and no other spelling in an activity.

use super::super::{Code, Finding, Route};
use super::is_filled;
use crate::model::{Locatie, Project, file};

/// Shorter words are alike by chance.
const SHORTEST: usize = 6;

/// Words that say what sort of place it is, and not which one.
const SORTS: [&str; 9] = [
    "wijkcentrum",
    "buurthuis",
    "buurtcentrum",
    "inloophuis",
    "sportvereniging",
    "basisschool",
    "zorgcentrum",
    "woonzorgcentrum",
    "bibliotheek",
];

pub fn check(project: &Project) -> Vec<Finding> {
    let mut findings = twins(&project.locaties.locaties);
    findings.extend(in_activities(project));
    findings
}

/// Two entries that may well be one place. Whoever gave each its own street knows that they are two.
fn twins(places: &[Locatie]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (index, later) in places.iter().enumerate() {
        for earlier in &places[..index] {
            let (Some(one), Some(other)) = (&earlier.naam, &later.naam) else { continue };
            let two_streets = is_filled(&earlier.adres.straat)
                && is_filled(&later.adres.straat)
                && earlier.adres.straat != later.adres.straat;
            if two_streets || !alike(one.to_lowercase().trim(), other.to_lowercase().trim()) {
                continue;
            }
            let message = format!("‘{}’ lijkt sterk op ‘{}’", other.trim(), one.trim());
            let route = Route::from("locaties").index(index).field("naam");
            findings
                .push(Finding::at(Code::PlaceSpelling, file::LOCATIES, route, message).help(
                    "is het één plek, laat er dan één staan; zijn het er twee, vul dan bij allebei de straat in",
                ));
        }
    }
    findings
}

/// A place, and the word of its name that tells which one it is, in small letters.
struct Known<'p> {
    place: &'p Locatie,
    name: &'p str,
    key: String,
}

fn known(places: &[Locatie]) -> Vec<Known<'_>> {
    let key = |name: &str| {
        let own = name.to_lowercase();
        let telling = words(&own).into_iter().filter(|word| !SORTS.contains(word));
        telling.max_by_key(|word| length(word)).filter(|key| length(key) >= SHORTEST).map(str::to_owned)
    };
    let named = places.iter().filter(|place| is_filled(&place.naam));
    let named = named.filter_map(|place| Some((place, place.naam.as_deref()?)));
    named.filter_map(|(place, name)| Some(Known { place, name, key: key(name)? })).collect()
}

/// A text of an activity that spells the name of a place otherwise, or names one that it could refer to.
fn in_activities(project: &Project) -> Vec<Finding> {
    let mut findings = Vec::new();
    let places = known(&project.locaties.locaties);
    for (index, one) in project.activiteiten.activiteiten.iter().enumerate() {
        let route = Route::from("activiteiten").index(index);
        for (field, text) in [("waar", &one.waar), ("naam", &one.naam), ("omschrijving", &one.omschrijving)] {
            let lower = text.as_deref().unwrap_or_default().to_lowercase();
            let words: Vec<&str> = words(&lower);
            let mut found = places.iter().filter_map(|Known { place, name, key }| {
                let named = words.contains(&key.as_str());
                let unlinked = field == "waar" && !is_filled(&one.locatie) && named;
                let misspelt = !named && words.iter().any(|word| alike(word, key));
                (unlinked || misspelt).then_some((place, name, misspelt))
            });
            let Some((place, name, misspelt)) = found.next() else { continue };
            let (message, help) = match misspelt {
                true => (
                    format!("hier staat een naam die sterk lijkt op ‘{}’", name.trim()),
                    format!("schrijf de plek overal gelijk: ‘{}’", name.trim()),
                ),
                false => (
                    format!("‘{}’ staat al in {}", name.trim(), file::LOCATIES),
                    format!("schrijf bij ‘locatie’: {}", place.id.as_deref().unwrap_or_default()),
                ),
            };
            findings.push(Finding::at(Code::PlaceSpelling, file::ACTIVITEITEN, route.field(field), message).help(help));
        }
    }
    findings
}

fn words(text: &str) -> Vec<&str> {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect()
}

/// The same but for one letter, and long enough for that to be no chance.
fn alike(one: &str, other: &str) -> bool {
    // A letter has four bytes at most: nearly all words are soon seen to be too short or too long.
    if one.len().min(other.len()) < SHORTEST || one.len().abs_diff(other.len()) > 4 {
        return false;
    }
    let (length, other_length) = (length(one), length(other));
    let digits = |text: &'_ str| text.bytes().filter(u8::is_ascii_digit).collect::<Vec<u8>>();
    length.min(other_length) >= SHORTEST
        && length.abs_diff(other_length) <= 1
        && may_differ_in_one(one, other)
        && digits(one) == digits(other)
        && strsim::damerau_levenshtein(one, other) <= 1
}

/// A quick look before all is compared: words that differ in one letter, or in two that changed places, are the same before
/// and after it.
fn may_differ_in_one(one: &str, other: &str) -> bool {
    let same = |(one, other): &(char, char)| one == other;
    let before = one.chars().zip(other.chars()).take_while(same).count();
    let after = one.chars().rev().zip(other.chars().rev()).take_while(same).count();
    before + after + 2 >= length(one).max(length(other))
}

fn length(text: &str) -> usize {
    text.chars().count()
}
