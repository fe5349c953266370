//! What is missing shows in a document exactly when `controleer` says so.

use serde_json::{Value, json};
use wep::check::{Level, check};
use wep::document::{KINDS, Kind};
use wep::model::{Locatie, Project};

use super::{gaps_of, veldrijk, walk};

/// In every document of a kind, when there can be more of it.
fn gaps_in(kind: &Kind, project: &Project) -> Vec<String> {
    kind.documents(project).unwrap().iter().flat_map(|(_, document)| gaps_of(document)).collect()
}

fn gaps_in_documents(project: &Project) -> Vec<String> {
    KINDS.iter().flat_map(|kind| gaps_in(kind, project)).collect()
}

#[test]
fn blanking_any_value_gives_a_gap_and_a_finding_or_neither() {
    let example = walk::to_value(&veldrijk());
    // What follows in a list is made as its first three are.
    let early = |path: &walk::Path| path.iter().all(|name| name.parse::<usize>().ok().is_none_or(|at| at < 3));
    let paths: Vec<walk::Path> = walk::paths(&example).into_iter().filter(early).collect();
    // Thousands of values, and most documents for each: the processors share them.
    let share = paths.len().div_ceil(std::thread::available_parallelism().map_or(1, usize::from));
    let gaps_seen: usize = std::thread::scope(|scope| {
        let parts = paths.chunks(share);
        let threads: Vec<_> =
            parts.map(|part| scope.spawn(|| part.iter().filter(|path| blank(&example, path)).count())).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).sum()
    });
    assert!(gaps_seen > 60, "only {gaps_seen} values were missed");
}

/// Takes one value away, and looks whether the findings and the documents agree. Answers whether it was missed.
fn blank(example: &Value, path: &walk::Path) -> bool {
    let mut blanked = example.clone();
    let place = walk::at(&mut blanked, path);
    *place = match place {
        Value::Array(_) => json!([]),
        Value::Object(_) => json!({}),
        Value::String(_) if path.last().is_some_and(|name| name.parse::<usize>().is_ok()) => json!(""),
        _ => Value::Null,
    };
    let Some(project) = walk::from_value(blanked) else { return false };
    let findings = check(&project);
    if findings.iter().any(|finding| finding.level() == Level::Error) {
        return false; // no document is made then
    }
    let said: Vec<&str> = findings
        .iter()
        .filter(|finding| finding.level() == Level::Gap)
        .map(|finding| finding.message.as_str())
        .collect();
    // The example has no gap, so that only the documents that draw from this file can have one.
    let file = format!("{}.yaml", path[0].replace('_', "-"));
    let kinds = KINDS.iter().filter(|kind| kind.files.contains(&file.as_str()));
    let mut shown = kinds.map(|kind| gaps_in(kind, &project)).filter(|gaps| !gaps.is_empty());
    let first = shown.next().unwrap_or_default();
    assert_eq!(said.is_empty(), first.is_empty(), "{path:?}: said {said:?}, shown {first:?}");
    !said.is_empty()
}

#[test]
fn a_place_is_asked_once_for_all_that_any_document_shows_of_it() {
    let mut project = veldrijk();
    // Nobody chose it, so that the convenant does not name it.
    let mut place = Locatie { id: Some("zaal".into()), gekozen: None, ..project.locaties.locaties[0].clone() };
    place.naam = Some("De Grote Zaal".into());
    (place.adres.straat, place.adres.plaats) = (None, None);
    project.locaties.locaties.push(place);
    let said = |project: &Project| check(project).into_iter().map(|finding| finding.message).collect::<Vec<_>>();
    project.overleg.locatie = Some("zaal".into());
    assert_eq!((said(&project), gaps_in_documents(&project)), (vec![], vec![]), "a meeting needs the name only");
    project.voorlichting.inloop.waar.locatie = Some("zaal".into());
    project.startbijeenkomst.locatie = Some("zaal".into());
    assert_eq!(said(&project), ["de straat van deze plek", "de plaats van deze plek"]);
    let inloop = KINDS.iter().find(|kind| kind.slug == "inloop").unwrap();
    assert_eq!(gaps_in(inloop, &project), ["adres"]);
    project.locaties.locaties.last_mut().unwrap().naam = None;
    assert_eq!(said(&project), ["de naam van deze plek", "de straat van deze plek", "de plaats van deze plek"]);
}

#[test]
fn an_empty_gemeente_still_gives_every_document() {
    let project = Project::default();
    assert!(check(&project).iter().all(|finding| finding.level() == Level::Gap));
    assert!(gaps_in_documents(&project).len() > 20);
}
