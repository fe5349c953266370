//! Calendars and cards: read by the crate icalendar, which knows the lines of both.

use icalendar::parser::{Component, read_components, unfold};
use wep::document::FEEDS;
use wep::export::Form;
use wep::ics::write;

use super::{Seen, fill, project};
use crate::export::text;

#[test]
fn in_a_calendar_it_opens_no_event_and_no_property() {
    fill("ics", |texts| {
        let project = project::with(texts);
        let (mut shape, mut words) = (Vec::new(), String::new());
        for feed in FEEDS.iter() {
            let seen = read(&write(&(feed.compose)(&project), ""));
            shape.extend(seen.shape);
            words.push_str(&seen.words);
        }
        Seen { shape, words }
    });
}

#[test]
fn in_a_card_it_opens_no_card_and_no_property() {
    fill("vcard", |texts| cards(&text(&project::with(texts), Form::VCard, "contactpersonen.vcf")));
}

/// The lines of cards, for which that crate has no grammar.
fn cards(file: &str) -> Seen {
    let lines = crate::export::unfolded(file);
    let name = |line: &String| line.split(':').next().unwrap_or_default().to_owned();
    let value = |line: &String| unescaped(line.split_once(':').map_or("", |(_, value)| value));
    let words = lines.iter().map(value).collect::<Vec<_>>().join("\n");
    Seen { shape: lines.iter().map(name).collect(), words }
}

/// A value as RFC 6350 reads it, from the left.
fn unescaped(value: &str) -> String {
    let mut text = String::new();
    let mut letters = value.chars();
    while let Some(letter) = letters.next() {
        text.extend(match letter {
            '\\' => letters.next().map(|escaped| if "nN".contains(escaped) { '\n' } else { escaped }),
            letter => Some(letter),
        });
    }
    text
}

/// The components with the names of their properties and parameters, and the values as text.
fn read(file: &str) -> Seen {
    // A lone line end or another control character is read differently by different programs.
    let odd = file.replace("\r\n", "").chars().filter(|letter| letter.is_control()).count();
    assert!(file.split("\r\n").all(|line| line.len() <= 75), "a line is too long");
    let unfolded = unfold(file);
    let components = read_components(&unfolded).unwrap();
    let mut seen = Seen { shape: vec![format!("{odd} control characters")], words: String::new() };
    components.iter().for_each(|component| look(component, &mut seen));
    // What that reader leaves out, there is not.
    let lines = unfolded.lines().filter(|line| !line.is_empty()).count();
    seen.shape.push(format!("{lines} lines"));
    seen
}

fn look(component: &Component<'_>, seen: &mut Seen) {
    seen.shape.push(format!("BEGIN {}", component.name));
    for property in &component.properties {
        let parameters: Vec<String> = property.params.iter().map(|one| one.key.to_string()).collect();
        seen.shape.push(format!("{} {}", property.name, parameters.join(" ")));
        // That crate has read the escapes of a text already.
        seen.words.push_str(property.val.as_str());
        seen.words.push('\n');
    }
    component.components.iter().for_each(|inner| look(inner, seen));
    seen.shape.push(format!("END {}", component.name));
}
