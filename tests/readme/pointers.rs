//! What the README points to is there: pictures, pages, headings, scripts.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::{code, events, readme};

const PICTURES: &str = "examples/plaatjes";
/// All pictures together weigh no more: who fetches the project fetches them too.
const MOST: u64 = 500 * 1024;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The pictures of the README, with what they say to who does not see them.
fn pictures(text: &str) -> Vec<(String, String)> {
    let (mut found, mut open) = (Vec::new(), None);
    for event in events(text) {
        match event {
            Event::Start(Tag::Image { dest_url, .. }) => open = Some((dest_url.into_string(), String::new())),
            Event::Text(words) => {
                if let Some((_, said)) = &mut open {
                    said.push_str(&words);
                }
            }
            Event::SoftBreak => {
                if let Some((_, said)) = &mut open {
                    said.push(' ');
                }
            }
            Event::End(TagEnd::Image) => found.extend(open.take()),
            _ => {}
        }
    }
    found
}

#[test]
fn every_picture_is_there_is_told_in_words_and_none_lies_about() {
    let pictures = pictures(&readme());
    assert!(pictures.len() > 3, "{pictures:?}");
    for (place, said) in &pictures {
        assert!(place.starts_with(PICTURES) && root().join(place).is_file(), "{place}");
        assert!(said.split_whitespace().count() >= 8, "{place} says too little: {said}");
    }
    let shown: BTreeSet<String> = pictures.into_iter().map(|(place, _)| place).collect();
    let there = fs::read_dir(root().join(PICTURES)).unwrap().map(Result::unwrap);
    let there: Vec<(String, u64)> = there
        .map(|one| (format!("{PICTURES}/{}", one.file_name().to_string_lossy()), one.metadata().unwrap().len()))
        .collect();
    assert_eq!(there.iter().map(|(place, _)| place.clone()).collect::<BTreeSet<_>>(), shown);
    assert!(there.iter().map(|(_, size)| size).sum::<u64>() <= MOST, "{there:?}");
}

/// As the pages that show Markdown name a heading.
fn anchor(heading: &str) -> String {
    let kept = heading.chars().filter(|letter| letter.is_alphanumeric() || " -".contains(*letter));
    kept.collect::<String>().to_lowercase().replace(' ', "-")
}

#[test]
fn every_link_leads_somewhere() {
    let text = readme();
    let anchors: Vec<String> = text
        .lines()
        .filter(|line| line.starts_with("##"))
        .map(|line| anchor(line.trim_start_matches('#').trim()))
        .collect();
    let mut looked_at = 0;
    for event in events(&text) {
        let Event::Start(Tag::Link { dest_url, .. }) = event else { continue };
        looked_at += 1;
        match dest_url.strip_prefix('#') {
            Some(heading) => assert!(anchors.iter().any(|one| one == heading), "{dest_url}: {anchors:?}"),
            None if dest_url.starts_with("https://") => {}
            None => assert!(root().join(&*dest_url).exists(), "{dest_url}"),
        }
    }
    assert!(looked_at > 5);
}

#[test]
fn every_file_of_the_project_that_it_names_is_there() {
    let named: Vec<String> = code()
        .into_iter()
        .filter(|code| !code.block && code.section == "For developers")
        .filter_map(|code| code.text.split(' ').next().map(str::to_owned))
        .filter(|word| word.starts_with(".ci/") || word.starts_with("benches/") || word.starts_with("tests/"))
        .collect();
    assert!(named.len() > 5, "{named:?}");
    for name in named {
        assert!(root().join(&name).is_file() || root().join(&name).is_dir(), "{name}");
    }
}
