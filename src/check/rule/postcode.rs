//! Dutch postcodes: four digits, of which the first is no 0, and two letters.

use super::super::{Code, Finding, Route, shape};
use super::adressen;
use crate::model::{Adres, Project};

pub fn check(project: &Project) -> Vec<Finding> {
    adressen(project).into_iter().filter_map(|(file, route, adres)| wrong(file, route, adres)).collect()
}

fn wrong(file: &'static str, route: Route, adres: &Adres) -> Option<Finding> {
    let postcode = adres.postcode.as_deref().map(str::trim).filter(|postcode| !postcode.is_empty())?;
    let message = format!("‘{postcode}’ is geen postcode");
    (!shape::is_postcode(postcode)).then(|| {
        Finding::at(Code::Postcode, file, route.field("postcode"), message)
            .help("schrijf vier cijfers, een spatie en twee hoofdletters, zoals 1234 AB")
    })
}
