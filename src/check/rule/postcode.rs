//! Dutch postcodes: four digits, of which the first is no 0, and two letters.

use super::super::{Code, Finding, Route, shape};
use crate::model::{Adres, Project, file};

pub fn check(project: &Project) -> Vec<Finding> {
    let organisaties = project.organisaties.organisaties.iter().enumerate();
    let mut findings: Vec<Finding> = organisaties
        .filter_map(|(index, one)| wrong(file::ORGANISATIES, Route::from("organisaties").index(index), &one.adres))
        .collect();
    let places = project.locaties.locaties.iter().enumerate();
    findings.extend(
        places.filter_map(|(index, one)| wrong(file::LOCATIES, Route::from("locaties").index(index), &one.adres)),
    );
    findings
}

fn wrong(file: &'static str, place: Route, adres: &Adres) -> Option<Finding> {
    let postcode = adres.postcode.as_deref().map(str::trim).filter(|postcode| !postcode.is_empty())?;
    let message = format!("‘{postcode}’ is geen postcode");
    (!shape::is_postcode(postcode)).then(|| {
        Finding::at(Code::Postcode, file, place.field("adres").field("postcode"), message)
            .help("schrijf vier cijfers, een spatie en twee hoofdletters, zoals 1234 AB")
    })
}
