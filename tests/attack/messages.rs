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
    fill("vcard", |texts| read(&text(&project::with(texts), Form::VCard, "contactpersonen.vcf")));
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
        seen.words.push_str(property.val.clone().unescape_text().as_str());
        seen.words.push('\n');
    }
    component.components.iter().for_each(|inner| look(inner, seen));
    seen.shape.push(format!("END {}", component.name));
}
