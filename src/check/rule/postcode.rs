//! Dutch postcodes: four digits, of which the first is no 0, and two letters.

use super::super::{Code, Finding, Route};
use super::adressen;
use crate::model::{Adres, Project};

pub fn check(project: &Project) -> Vec<Finding> {
    adressen(project).into_iter().filter_map(|(file, route, adres)| wrong(file, route, adres)).collect()
}

fn wrong(file: &'static str, route: Route, adres: &Adres) -> Option<Finding> {
    let postcode = adres.postcode.as_deref().map(str::trim).filter(|postcode| !postcode.is_empty())?;
    let bytes: Vec<u8> = postcode.bytes().filter(|byte| *byte != b' ').collect();
    let right = bytes.len() == 6
        && (b'1'..=b'9').contains(&bytes[0])
        && bytes[1..4].iter().all(u8::is_ascii_digit)
        && bytes[4..].iter().all(u8::is_ascii_alphabetic);
    let message = format!("‘{postcode}’ is geen postcode");
    (!right).then(|| {
        Finding::at(Code::Postcode, file, route.field("postcode"), message)
            .help("schrijf vier cijfers, een spatie en twee hoofdletters, zoals 1234 AB")
    })
}
