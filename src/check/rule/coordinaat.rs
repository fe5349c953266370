//! Coordinates come in pairs and lie in the Netherlands.

use super::super::shape::{LATITUDES, LONGITUDES, between};
use super::super::{Code, Finding, Route};
use super::adressen;
use crate::model::{Adres, Project};

pub fn check(project: &Project) -> Vec<Finding> {
    adressen(project).into_iter().filter_map(|(file, route, adres)| wrong(file, &route, adres)).collect()
}

fn wrong(file: &'static str, route: &Route, adres: &Adres) -> Option<Finding> {
    let at = |field: &str, message: String| Finding::at(Code::Coordinates, file, route.field(field), message);
    let (latitude, longitude) = match (adres.breedtegraad, adres.lengtegraad) {
        (None, None) => return None,
        (Some(latitude), Some(longitude)) => (latitude, longitude),
        (latitude, _) => {
            let (there, missing) = match latitude {
                Some(_) => ("breedtegraad", "lengtegraad"),
                None => ("lengtegraad", "breedtegraad"),
            };
            let message = format!("er is een {there}, maar geen {missing}");
            return Some(at(missing, message).help("vul beide in, of laat beide leeg"));
        }
    };
    if LATITUDES.contains(&latitude.degrees()) && LONGITUDES.contains(&longitude.degrees()) {
        return None;
    }
    let swapped = LATITUDES.contains(&longitude.degrees()) && LONGITUDES.contains(&latitude.degrees());
    let message = match swapped {
        true => "de breedtegraad en de lengtegraad staan verwisseld".to_owned(),
        false => format!("de plek {latitude}, {longitude} ligt niet in Nederland"),
    };
    let help = match swapped {
        true => format!("zet bij breedtegraad {longitude} en bij lengtegraad {latitude}"),
        false => {
            let (latitudes, longitudes) = (between(&LATITUDES), between(&LONGITUDES));
            format!("de breedtegraad ligt in Nederland {latitudes}, de lengtegraad {longitudes}")
        }
    };
    Some(at("breedtegraad", message).help(help))
}
