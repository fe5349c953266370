//! The sheet for the weekly walk-in (bijlage 7, §4.2.1).

use serde::Serialize;
use serde_json::Value;

use super::{Afzender, Moment, Plek, Vraagbaak, or_else, sheet};
use crate::document::wording::filled;
use crate::handbook;
use crate::model::Project;
use crate::tree::Meta;

#[derive(Serialize)]
struct View {
    afzender: Afzender,
    inleiding: Option<String>,
    punten: Vec<String>,
    wanneer: Moment,
    waar: Plek,
    kosten: Option<String>,
    contact: Vraagbaak,
}

pub fn meta(project: &Project) -> Meta {
    let inloop = &project.voorlichting.inloop;
    let usual = match inloop.wanneer.weekdag() {
        Some(day) => format!("Inloop op {day}"),
        None => "Inloop".to_owned(),
    };
    let title = filled(&inloop.titel).unwrap_or(usual);
    sheet(project, Some(title), Some("Voor iedereen uit de wijk".to_owned()))
}

pub fn view(project: &Project) -> Value {
    let inloop = &project.voorlichting.inloop;
    let view = View {
        afzender: Afzender::of(project),
        inleiding: filled(&inloop.inleiding),
        punten: or_else(&inloop.punten, &handbook::INLOOP),
        wanneer: Moment::weekly(&inloop.wanneer),
        waar: Plek::of(project, &inloop.waar),
        kosten: filled(&inloop.kosten),
        contact: Vraagbaak::of(project, &inloop.contact),
    };
    serde_json::to_value(view).unwrap_or_default()
}
