//! How much an SVG becomes once everything that it points at stands where it is pointed from: a few lines can say so much
//! that no machine holds it.

use std::collections::BTreeMap;

use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

/// Named things deeper in each other than this count as too much.
const DEEPEST: usize = 60;
const TOO_MUCH: u64 = u64::MAX;

/// What stands in a thing with a name, or in none.
#[derive(Default)]
struct Named {
    elements: u64,
    /// The named things that stand directly in it.
    inside: Vec<usize>,
    /// Names that it points at, each so many times.
    points_at: Vec<(String, u64)>,
}

/// A rule of a style that points at something.
struct Rule {
    /// The classes that it is about; nothing for a rule that may be about anything.
    classes: Option<Vec<String>>,
    points_at: Vec<String>,
}

/// The number of elements that a renderer gets to see; the largest number when that cannot be told.
pub(super) fn weight(text: &str) -> u64 {
    let Some(rules) = rules(text) else { return TOO_MUCH };
    let mut all = vec![Named::default()];
    let mut names: BTreeMap<String, usize> = BTreeMap::new();
    // Of every element that is open, the named thing that it is or stands in.
    let mut open = vec![0];
    let mut reader = Reader::from_str(text);
    loop {
        let event = match reader.read_event() {
            Ok(Event::Eof) => break,
            Ok(event) => event,
            Err(_) => return TOO_MUCH,
        };
        match &event {
            Event::Start(element) | Event::Empty(element) => {
                let Some(attributes) = attributes(element) else { return TOO_MUCH };
                let mut owner = open.last().copied().unwrap_or_default();
                if let Some((_, id)) = attributes.iter().find(|(name, _)| name == "id") {
                    let new = all.len();
                    all.push(Named::default());
                    all[owner].inside.push(new);
                    owner = new;
                    names.entry(id.clone()).or_insert(owner);
                }
                all[owner].elements += 1;
                all[owner].points_at.extend(points_at(&attributes, &rules));
                if matches!(event, Event::Start(_)) {
                    open.push(owner);
                }
            }
            Event::End(_) => _ = open.pop(),
            _ => {}
        }
    }
    Weights { all: &all, names: &names, known: vec![None; all.len()] }.of(0, 0)
}

struct Weights<'n> {
    all: &'n [Named],
    names: &'n BTreeMap<String, usize>,
    known: Vec<Option<u64>>,
}

impl Weights<'_> {
    fn of(&mut self, number: usize, depth: usize) -> u64 {
        if let Some(known) = self.known[number] {
            return known;
        }
        if depth > DEEPEST {
            return TOO_MUCH;
        }
        // A circle is cut by who draws it.
        self.known[number] = Some(0);
        let (all, names) = (self.all, self.names);
        let one = &all[number];
        let inside = one.inside.iter().map(|inside| (*inside, 1));
        let pointed = one.points_at.iter().filter_map(|(name, times)| Some((*names.get(name)?, *times)));
        let mut sum = one.elements;
        for (other, times) in inside.chain(pointed) {
            sum = sum.saturating_add(self.of(other, depth + 1).saturating_mul(times));
        }
        self.known[number] = Some(sum);
        sum
    }
}

/// The attributes of an element with their values as they are meant; nothing if they cannot be read.
fn attributes(element: &BytesStart) -> Option<Vec<(String, String)>> {
    let mut all = element.attributes();
    let all = all.with_checks(false).map(|attribute| {
        let attribute = attribute.ok()?;
        Some((attribute.key.local_name().as_ref().to_lowercase(), unescape(&attribute.value).ok()?.into_owned()))
    });
    all.collect()
}

/// What an element points at by itself or by a style. A mark on a line is drawn at each of its points.
fn points_at(attributes: &[(String, String)], rules: &[Rule]) -> Vec<(String, u64)> {
    let value = |wanted: &str| attributes.iter().find(|(name, _)| name == wanted).map_or("", |(_, value)| value);
    let points = value("d").len().max(value("points").len()) as u64 / 2 + 1;
    let classes: Vec<&str> = value("class").split_whitespace().collect();
    let by_style = rules.iter().filter(|rule| match &rule.classes {
        Some(wanted) => wanted.iter().any(|wanted| classes.contains(&wanted.as_str())),
        None => true,
    });
    let mut found: Vec<(String, u64)> =
        by_style.flat_map(|rule| &rule.points_at).map(|name| (name.clone(), points)).collect();
    for (name, value) in attributes {
        if name == "href" {
            found.extend(value.trim().strip_prefix('#').map(|name| (name.to_owned(), 1)));
        }
        let times = if name.starts_with("marker") || name == "style" { points } else { 1 };
        found.extend(named_in(value).map(|name| (name, times)));
    }
    found
}

/// The names in `url(#name)`.
fn named_in(value: &str) -> impl Iterator<Item = String> + '_ {
    let sign = |letter: char| letter.is_whitespace() || "\"'".contains(letter);
    value.split("url(").skip(1).filter_map(move |rest| {
        let name = rest.split(')').next()?.trim_matches(sign).strip_prefix('#')?;
        Some(name.trim_matches(sign).to_owned())
    })
}

/// The rules of all styles that point at something; nothing if they cannot be read.
fn rules(text: &str) -> Option<Vec<Rule>> {
    let mut reader = Reader::from_str(text);
    let (mut style, mut inside) = (String::new(), false);
    loop {
        match reader.read_event().ok()? {
            Event::Eof => break,
            Event::Start(element) => inside = element.local_name().as_ref().eq_ignore_ascii_case("style"),
            Event::End(_) => inside = false,
            Event::Text(words) if inside => style.push_str(&words),
            Event::CData(words) if inside => style.push_str(&words),
            Event::GeneralRef(_) if inside => return None,
            _ => {}
        }
    }
    let odd = style.contains(['@', '\\']) || style.contains("/*");
    let rule = |rule: &str| {
        let (selector, body) = rule.split_once('{')?;
        let points_at: Vec<String> = named_in(body).collect();
        let is_class = |one: &str| {
            one.starts_with('.') && one[1..].chars().all(|sign| sign.is_alphanumeric() || "-_".contains(sign))
        };
        let selectors: Vec<&str> = selector.split(',').map(str::trim).collect();
        let plain = selectors.iter().all(|one| is_class(one));
        let classes = plain.then(|| selectors.iter().map(|one| one[1..].to_owned()).collect());
        (!points_at.is_empty()).then_some(Rule { classes, points_at })
    };
    // What cannot be told apart is about anything.
    if odd {
        let points_at: Vec<String> = named_in(&style).collect();
        return Some(if points_at.is_empty() { Vec::new() } else { vec![Rule { classes: None, points_at }] });
    }
    Some(style.split('}').filter_map(rule).collect())
}
