//! The folder for documents lies inside that of the gemeente.

use std::path::{Component, Path};

use super::super::{Code, Finding, Route};
use crate::model::{Project, file};

pub fn check(project: &Project) -> Vec<Finding> {
    let Some(folder) = project.wep.uitvoer.map.as_deref().map(str::trim).filter(|folder| !folder.is_empty()) else {
        return Vec::new();
    };
    // A backslash or a colon means something else on another system; a folder travels.
    let inside = Path::new(folder).components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
    if inside && !folder.contains(['\\', ':']) && !folder.chars().any(char::is_control) {
        return Vec::new();
    }
    let route = Route::from("uitvoer").field("map");
    let message = format!("‘{folder}’ is geen map binnen de map van de gemeente");
    let help = "schrijf een naam, zoals ‘uitvoer’; met --uitvoer MAP kiest u voor één keer een andere plek";
    vec![Finding::at(Code::OutputFolder, file::WEP, route, message).help(help)]
}
