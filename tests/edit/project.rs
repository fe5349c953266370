//! Editing by what the files have to say: from one project to another, and back again byte for byte.

use wep::check::Route;
use wep::edit::project::{apply, changed_files, put_at, value_at, value_of, with_value};
use wep::model::{Project, file};
use wep::progress::{Feit, Vastlegging};
use wep::write::project::yaml_files;

use crate::document::veldrijk;

fn text(project: &Project, wanted: &str) -> String {
    let files = yaml_files(project).unwrap();
    let (_, bytes) = files.into_iter().find(|(name, _)| name == wanted).unwrap();
    String::from_utf8(bytes).unwrap()
}

fn on(day: &str) -> Vastlegging {
    Vastlegging { datum: day.parse().unwrap(), plaats: None, wie: None }
}

#[test]
fn a_fact_is_recorded_and_withdrawn_and_every_byte_is_back() {
    let before = veldrijk();
    let facts = [
        Feit::Handtekening("welzijn".into()),
        Feit::Goedkeuring("gemeente".into()),
        Feit::Bijeenkomst("de-korenmolen".into()),
        Feit::Training,
        Feit::Intake,
        Feit::Startbijeenkomst,
        Feit::Uitvoering,
    ];
    for fact in facts {
        let mut after = before.clone();
        fact.record(&mut after, &on("2027-01-20"));
        assert_eq!(changed_files(&before, &after), [file::VOORTGANG], "{fact:?}");
        let source = text(&before, file::VOORTGANG);
        let recorded = apply(file::VOORTGANG, &source, &before, &after).unwrap();
        assert!(recorded.contains("2027-01-20"), "{recorded}");
        let mut withdrawn = after.clone();
        fact.withdraw(&mut withdrawn);
        assert_eq!(withdrawn, before);
        assert_eq!(apply(file::VOORTGANG, &recorded, &after, &before).unwrap(), source, "{fact:?}");
    }
}

#[test]
fn a_value_goes_to_the_end_of_its_route() {
    let project = veldrijk();
    let mut value = value_of(&project, file::TEAM);
    let route = Route::from("werkgroep").index(10).field("naam");
    put_at(&mut value, &route, "Zoë".into());
    assert_eq!(value_at(&value, &route), "Zoë");
    let after = with_value(&project, file::TEAM, value).unwrap();
    assert_eq!(after.team.werkgroep.len(), 11);
    let source = text(&project, file::TEAM);
    let edited = apply(file::TEAM, &source, &project, &after).unwrap();
    assert!(edited.contains("  - naam: Zoë\n"), "{edited}");
    assert!(edited.starts_with(&source[..source.find("profiel_wep_werker").unwrap() - 200]));
}

#[test]
fn what_cannot_stand_there_is_refused_in_dutch() {
    let project = veldrijk();
    let mut value = value_of(&project, file::TEAM);
    put_at(&mut value, &Route::from("coordinator").field("vanaf"), "2027-02-30".into());
    assert!(with_value(&project, file::TEAM, value).unwrap_err().contains("februari 2027 heeft 28 dagen"));
}

#[test]
fn a_file_that_is_not_there_yet_is_made() {
    let before = Project::default();
    let mut after = before.clone();
    Feit::Training.record(&mut after, &on("2027-04-01"));
    let text = apply(file::VOORTGANG, "", &before, &after).unwrap();
    assert_eq!(text, "training:\n  datum: 2027-04-01\n");
}
