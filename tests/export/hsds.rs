//! HSDS: required fields, identifiers, references and words, without a file from outside. `.ci/hsds` adds the published
//! schemas where they are at hand.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};

use serde_json::Value;
use wep::export::Form;
use wep::export::hsds::{Column, ColumnKind, TABLES};
use wep::model::Project;

use super::spreadsheet::rows;
use super::{bytes, json, made, veldrijk, with_coordinates};

/// The files of the package by name.
fn package(project: &Project) -> BTreeMap<String, Vec<u8>> {
    let bytes = bytes(project, Form::Hsds, "organisaties-hsds.zip");
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut files = BTreeMap::new();
    for place in 0..archive.len() {
        let mut file = archive.by_index(place).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut content = Vec::new();
        file.read_to_end(&mut content).unwrap();
        files.insert(name, content);
    }
    files
}

fn is_uuid_v5(text: &str) -> bool {
    let shape: String = text.chars().map(|one| if one.is_ascii_hexdigit() { 'x' } else { one }).collect();
    shape == "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx" && text.as_bytes()[14] == b'5' && text == text.to_lowercase()
}

fn check(column: &Column, value: &str, ids: &BTreeMap<&str, BTreeSet<String>>) {
    let name = column.name;
    if value.is_empty() {
        assert!(!column.required, "{name} is required");
        return;
    }
    match column.kind {
        ColumnKind::Id => assert!(is_uuid_v5(value), "{name}: {value}"),
        ColumnKind::Of(table) => assert!(ids[table].contains(value), "{name}: {value} is not in {table}"),
        ColumnKind::AnyId => assert!(ids.values().any(|known| known.contains(value)), "{name}: {value}"),
        ColumnKind::Text => assert_eq!(value, value.trim(), "{name}"),
        ColumnKind::Email => assert!(value.contains('@'), "{name}: {value}"),
        ColumnKind::Uri => assert!(value.starts_with("http") && value.is_ascii(), "{name}: {value}"),
        ColumnKind::Date => assert!(value.parse::<jiff::civil::Date>().is_ok(), "{name}: {value}"),
        ColumnKind::Number => assert!(value.parse::<f64>().is_ok(), "{name}: {value}"),
        ColumnKind::Choice(words) => assert!(words.contains(&value), "{name}: {value}"),
    }
}

/// Every table of the package: columns known, required values there, identifiers unique, references to something.
pub fn check_package(project: &Project) -> usize {
    let files = package(project);
    let mut tables = BTreeMap::new();
    let mut ids: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for table in TABLES {
        let Some(content) = files.get(table.file) else { continue };
        let rows = rows(content, b',');
        let names: Vec<&str> = table.columns.iter().map(|column| column.name).collect();
        assert_eq!(rows[0], names, "{}", table.file);
        let own: BTreeSet<String> = rows[1..].iter().map(|row| row[0].clone()).collect();
        assert_eq!(own.len(), rows.len() - 1, "an id twice in {}", table.file);
        ids.insert(table.name, own);
        tables.insert(table.name, (table, rows));
    }
    for (table, rows) in tables.values() {
        for row in &rows[1..] {
            table.columns.iter().zip(row).for_each(|(column, value)| check(column, value, &ids));
        }
    }
    let descriptor: Value = serde_json::from_slice(&files["datapackage.json"]).unwrap();
    let paths = descriptor["resources"].as_array().unwrap().iter().map(|one| one["path"].as_str().unwrap());
    let mut named: Vec<&str> = paths.chain(["datapackage.json"]).collect();
    named.sort_unstable();
    assert_eq!(named, files.keys().map(String::as_str).collect::<Vec<_>>());
    tables.values().map(|(_, rows)| rows.len() - 1).sum()
}

#[test]
fn the_package_of_the_example_has_every_table_and_holds_together() {
    let project = with_coordinates();
    assert!(check_package(&project) > 100);
    let files = package(&project);
    let missing: Vec<&str> = TABLES.iter().map(|table| table.file).filter(|file| !files.contains_key(*file)).collect();
    assert!(missing.is_empty(), "{missing:?}");
    check_package(&Project::default());
}

#[test]
fn codes_of_terms_are_unique() {
    let files = package(&veldrijk());
    let rows = rows(&files["taxonomy_terms.csv"], b',');
    let codes: BTreeSet<&str> = rows[1..].iter().map(|row| row[1].as_str()).collect();
    assert_eq!(codes.len(), rows.len() - 1);
    assert!(codes.contains("steunsysteem:rehabilitatie") && codes.contains("leefgebied:sociale_relaties"), "{codes:?}");
}

#[test]
fn identifiers_stay_when_other_things_change_and_differ_per_gemeente() {
    let ids = |project: &Project| -> BTreeMap<String, String> {
        let all = json(project, Form::Hsds, "organisaties-hsds.json");
        let named = |one: &Value| (one["name"].as_str().unwrap().to_owned(), one["id"].as_str().unwrap().to_owned());
        all.as_array().unwrap().iter().map(named).collect()
    };
    let before = ids(&veldrijk());
    let mut project = veldrijk();
    project.organisaties.organisaties.remove(0);
    project.organisaties.organisaties[0].beschrijving = Some("anders".to_owned());
    let after = ids(&project);
    assert!(after.iter().all(|(name, id)| before[name] == *id) && after.len() == before.len() - 1);
    project.wep.gemeente = Some("Elders".to_owned());
    assert!(ids(&project).iter().all(|(name, id)| before[name] != *id));
}

#[test]
fn t1_t2_an_offer_carries_its_domains_elements_wijken_costs_and_the_day_it_was_checked() {
    let all = json(&veldrijk(), Form::Hsds, "organisaties-hsds.json");
    let services: Vec<&Value> =
        all.as_array().unwrap().iter().filter_map(|one| one["services"].as_array()).flatten().collect();
    let project = veldrijk();
    let offers: usize = project.organisaties.organisaties.iter().map(|one| one.aanbod.len()).sum();
    assert_eq!(services.len(), offers);
    assert!(services.iter().all(|one| one["status"] == "active" && one["service_areas"].is_array()));
    let codes: BTreeSet<&str> = services
        .iter()
        .filter_map(|one| one["attributes"].as_array())
        .flatten()
        .map(|one| one["taxonomy_term"]["code"].as_str().unwrap())
        .collect();
    assert!(codes.iter().any(|code| code.starts_with("leefgebied:")), "{codes:?}");
    assert!(codes.iter().any(|code| code.starts_with("steunsysteem:")), "{codes:?}");
    let meal = services.iter().find(|one| one["fees_description"] == "€ 3,50 per maaltijd").unwrap();
    assert_eq!(
        (&meal["cost_options"][0]["amount"], &meal["cost_options"][0]["currency"]),
        (&3.5.into(), &"EUR".into())
    );
    let two = services.iter().find(|one| one["fees_description"] == "gratis; iets te drinken kost € 1,00").unwrap();
    assert!(two.get("cost_options").is_none(), "two amounts are no amount");
    assert!(services.iter().any(|one| one["assured_date"].is_string()));
}

#[test]
fn what_is_not_known_is_left_out_and_told() {
    let mut project = veldrijk();
    assert!(!made(&project, Form::Hsds).remarks.concat().contains("provincie"));
    project.wep.provincie = None;
    let told = made(&project, Form::Hsds).remarks.concat();
    assert!(told.contains("adressen staan niet in HSDS") && told.contains("provincie"), "{told}");
    assert!(!package(&project).contains_key("addresses.csv"));
    let one = &mut project.organisaties.organisaties[0];
    (one.beschrijving, one.email, one.kvk) = (None, Some("bel de balie".to_owned()), Some("123".to_owned()));
    one.aanbod.clear();
    let all = json(&project, Form::Hsds, "organisaties-hsds.json");
    assert_eq!(all[0]["description"], "Sector: gemeente.");
    assert!(all[0].get("email").is_none() && all[0].get("organization_identifiers").is_none());
    check_package(&project);
}
