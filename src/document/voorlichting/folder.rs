//! The leaflet that is folded in three (bijlage 5).

use serde::Serialize;
use serde_json::Value;

use super::{Afzender, Vraagbaak, or_else};
use crate::document::wording::{author, filled};
use crate::handbook;
use crate::model::Project;
use crate::tree::{Layout, Meta};

#[derive(Serialize)]
struct View {
    afzender: Afzender,
    afkorting: Option<String>,
    wijken: Vec<String>,
    wat_wij_doen: Vec<String>,
    plekken: Vec<String>,
    contact: Vraagbaak,
}

pub fn meta(project: &Project) -> Meta {
    let line = filled(&project.voorlichting.folder.leus);
    Meta {
        title: filled(&project.wep.naam).unwrap_or_default(),
        subtitle: line.unwrap_or_else(|| "Meedoen in uw eigen wijk".to_owned()),
        author: author(project),
        layout: Layout::Leaflet,
        ..Meta::default()
    }
}

pub fn view(project: &Project) -> Value {
    let (wep, folder) = (&project.wep, &project.voorlichting.folder);
    let chosen = project.gekozen_locaties();
    let view = View {
        afzender: Afzender::of(project),
        afkorting: filled(&wep.afkorting),
        wijken: wep.wijken.iter().filter_map(|wijk| filled(&wijk.naam)).collect(),
        wat_wij_doen: or_else(&folder.wat_wij_doen, &handbook::FOLDER),
        plekken: chosen.filter_map(|place| filled(&place.naam)).collect(),
        contact: Vraagbaak::of(project, &folder.contact),
    };
    serde_json::to_value(view).unwrap_or_default()
}
