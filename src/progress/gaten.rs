//! The gaps of a gemeente, to be picked out by the step that they belong to.

use super::Nodig;
use crate::check::{Finding, Level, Place, Route};

/// All gaps, in the order in which they were found.
pub struct Gaten<'f> {
    gaps: Vec<(&'f Finding, &'f Route, String)>,
}

impl<'f> Gaten<'f> {
    pub fn of(findings: &'f [Finding]) -> Gaten<'f> {
        let gaps = findings.iter().filter(|finding| finding.level() == Level::Gap);
        let placed = gaps.filter_map(|finding| match &finding.place {
            Place::Value(route) | Place::Key(route) => Some((finding, route, pattern_of(route))),
            _ => None,
        });
        Gaten { gaps: placed.collect() }
    }

    /// The gaps in this file at these places: `partijen[].organisatie`, or with a star behind it everything that begins so.
    pub fn in_file(&self, file: &str, patterns: &[&str]) -> Vec<Nodig> {
        let fits = |pattern: &&str, place: &str| match pattern.strip_suffix('*') {
            Some(start) => place.starts_with(start),
            None => *pattern == place,
        };
        let wanted = |place: &str| patterns.iter().any(|pattern| fits(pattern, place));
        let gaps = self.gaps.iter().filter(|(finding, _, place)| finding.file == file && wanted(place));
        gaps.map(|(finding, route, _)| Nodig::gegeven(finding.file, (*route).clone(), finding.message.clone()))
            .collect()
    }

    /// As [`in_file`](Gaten::in_file), without the gaps at places that begin with one of these.
    pub fn in_file_but(&self, file: &str, but: &[&str]) -> Vec<Nodig> {
        let mut found = self.in_file(file, &["*"]);
        found.retain(|nodig| match &nodig.hoe {
            super::Hoe::Gegeven { route, .. } => !but.iter().any(|start| pattern_of(route).starts_with(start)),
            super::Hoe::Feit(_) => true,
        });
        found
    }
}

/// `partijen[2].organisatie` → `partijen[].organisatie`.
fn pattern_of(route: &Route) -> String {
    route.to_string().chars().filter(|letter| !letter.is_ascii_digit()).collect()
}
