//! The sociale kaart as files for others, read back by readers that are not ours.

mod attacks;
pub mod hsds;
mod index;
mod page;
pub mod spreadsheet;

use std::time::{Duration, Instant};

use serde_json::Value;
use wep::export::{Export, Form, export};
use wep::model::{Coordinaat, Locatie, Project, Relatie};

use super::document::veldrijk;

fn made(project: &Project, form: Form) -> Export {
    export(project, form).unwrap_or_else(|error| panic!("{error}"))
}

pub fn bytes(project: &Project, form: Form, name: &str) -> Vec<u8> {
    let files = made(project, form).files;
    files.into_iter().find(|file| file.name == name).unwrap_or_else(|| panic!("no {name}")).bytes
}

pub fn text(project: &Project, form: Form, name: &str) -> String {
    String::from_utf8(bytes(project, form, name)).unwrap()
}

fn json(project: &Project, form: Form, name: &str) -> Value {
    serde_json::from_slice(&bytes(project, form, name)).unwrap()
}

/// The example with coordinates for its first organisation and its first meeting place, and half of them for the second
/// organisation.
fn with_coordinates() -> Project {
    let degrees = |text: &str| text.parse::<Coordinaat>().ok();
    let mut project = veldrijk();
    for one in &mut project.organisaties.organisaties {
        let own = one.vestigingen.iter_mut().map(|vestiging| &mut vestiging.adres);
        own.chain([&mut one.adres]).for_each(|adres| (adres.breedtegraad, adres.lengtegraad) = (None, None));
    }
    for one in &mut project.locaties.locaties {
        (one.adres.breedtegraad, one.adres.lengtegraad) = (None, None);
    }
    let first = &mut project.organisaties.organisaties[0].adres;
    (first.breedtegraad, first.lengtegraad) = (degrees("53,2012"), degrees("5.7999001"));
    project.organisaties.organisaties[1].adres.breedtegraad = degrees("53");
    let place = &mut project.locaties.locaties[0].adres;
    (place.breedtegraad, place.lengtegraad) = (degrees("53.21"), degrees("5.8"));
    project
}

/// vCard lines, unfolded.
pub fn unfolded(cards: &str) -> Vec<String> {
    assert!(cards.split("\r\n").all(|line| line.len() <= 75 && !line.contains(['\n', '\r'])), "{cards}");
    cards.replace("\r\n ", "").split_terminator("\r\n").map(str::to_owned).collect()
}

#[test]
fn the_same_project_gives_the_same_bytes() {
    for form in Form::ALL {
        assert!(made(&veldrijk(), form) == made(&veldrijk(), form), "{}", form.name());
    }
}

#[test]
fn a_gemeente_that_has_filled_in_nothing_gives_files_too() {
    for form in Form::ALL {
        assert!(!made(&Project::default(), form).files.is_empty(), "{}", form.name());
    }
}

#[test]
fn geojson_has_longitude_first_and_says_what_has_no_place() {
    let project = with_coordinates();
    let map = json(&project, Form::GeoJson, "organisaties.geojson");
    assert_eq!(map["type"], "FeatureCollection");
    let features = map["features"].as_array().unwrap();
    assert_eq!(features.len(), 2, "half a pair of coordinates is no place");
    assert_eq!(features[0]["geometry"]["coordinates"], serde_json::json!([5.7999, 53.2012]));
    assert_eq!(features[0]["properties"]["naam"], "Gemeente Veldrijk");
    assert_eq!(features[1]["properties"]["soort"], "locatie");
    let remark = made(&project, Form::GeoJson).remarks.concat();
    let places: usize = remark.split(' ').next().unwrap().parse().unwrap();
    assert!(places >= 9, "{remark}");
}

#[test]
fn vcards_are_whole_folded_and_have_the_identifier_of_hsds() {
    let mut project = veldrijk();
    let person = &mut project.organisaties.organisaties[1].contactpersonen[0];
    person.naam = Some("Renée, de “é”; en \\ zeer lange naam ".repeat(4));
    person.functie = Some("regel een\nregel twee".to_owned());
    let lines = unfolded(&text(&project, Form::VCard, "contactpersonen.vcf"));
    let people: usize = project.organisaties.organisaties.iter().map(|one| one.contactpersonen.len()).sum();
    for line in ["BEGIN:VCARD", "VERSION:4.0", "END:VCARD"] {
        assert_eq!(lines.iter().filter(|one| *one == line).count(), people, "{line}");
    }
    assert!(lines.iter().any(|line| line.starts_with("FN:Renée\\, de “é”\\; en \\\\ zeer")), "{lines:?}");
    assert!(lines.contains(&"TITLE:regel een regel twee".to_owned()));
    let uids: Vec<&str> = lines.iter().filter_map(|line| line.strip_prefix("UID:urn:uuid:")).collect();
    let organizations = json(&project, Form::Hsds, "organisaties-hsds.json");
    let contacts = organizations.as_array().unwrap().iter().filter_map(|one| one["contacts"].as_array()).flatten();
    let ids: Vec<&str> = contacts.map(|one| one["id"].as_str().unwrap()).collect();
    assert_eq!(uids, ids);
}

#[test]
fn time_grows_in_proportion_to_organisations_relations_and_places() {
    let of = |count: usize| {
        let mut project = veldrijk();
        let pattern = project.organisaties.organisaties[1].clone();
        let id = |index: usize| Some(format!("o{index}"));
        let relation = |index: usize| Relatie { met: id(index % count), ..Relatie::default() };
        project.organisaties.organisaties = (0..count)
            .map(|index| {
                let mut one = pattern.clone();
                one.id = id(index);
                one.relaties = (1..11).map(|step| relation(index + step * count / 11)).collect();
                one
            })
            .collect();
        let place =
            |index: usize| Locatie { id: id(index), naam: id(index), beheerder: id(index), ..Locatie::default() };
        project.locaties.locaties = (0..count).map(place).collect();
        project
    };
    let time = |count: usize| {
        let project = of(count);
        let start = Instant::now();
        for form in Form::ALL {
            assert!(!made(&project, form).files.is_empty());
        }
        start.elapsed()
    };
    let (small, large) = (time(200), time(800));
    // Four times as many, with room for a busy machine; a square would take sixteen.
    assert!(large < small * 10 + Duration::from_millis(300), "{small:?}, then {large:?}");
}
