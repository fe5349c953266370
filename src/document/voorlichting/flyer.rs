//! The flyers: for a talk afternoon, and for Samen Doen (bijlagen 10 and 11).

use serde::Serialize;
use serde_json::Value;

use super::{Afzender, Moment, Plek, Vraagbaak, or_else, sheet};
use crate::document::wording::{filled, number};
use crate::handbook;
use crate::model::Project;
use crate::tree::Meta;

#[derive(Serialize)]
struct Afternoon {
    afzender: Afzender,
    aanleiding: Option<String>,
    vragen: Vec<String>,
    voor_wie: Option<String>,
    wanneer: Moment,
    waar: Plek,
    kosten: Option<String>,
    aanmelden: Vraagbaak,
}

#[derive(Serialize)]
struct Together {
    afzender: Afzender,
    groep_van: Option<String>,
    groep_tot: Option<String>,
    hoe_vaak: Option<String>,
    voorbeelden: Vec<String>,
    kosten: Option<String>,
    aanmelden: Vraagbaak,
}

pub fn afternoon_meta(project: &Project) -> Meta {
    let title = filled(&project.voorlichting.gespreksmiddag.titel).unwrap_or_else(|| "Gespreksmiddag".to_owned());
    sheet(project, Some(title), Some("Praat mee, of kom luisteren".to_owned()))
}

pub fn afternoon(project: &Project) -> Value {
    let flyer = &project.voorlichting.gespreksmiddag;
    let view = Afternoon {
        afzender: Afzender::of(project),
        aanleiding: filled(&flyer.aanleiding),
        vragen: or_else(&flyer.vragen, &handbook::GESPREKSVRAGEN),
        voor_wie: filled(&flyer.voor_wie),
        wanneer: Moment::of(&flyer.wanneer),
        waar: Plek::of(project, &flyer.waar),
        kosten: filled(&flyer.kosten),
        aanmelden: Vraagbaak::to_register(project, &flyer.aanmelden),
    };
    serde_json::to_value(view).unwrap_or_default()
}

pub fn together_meta(project: &Project) -> Meta {
    let title = filled(&project.voorlichting.samen_doen.titel).unwrap_or_else(|| "Samen Doen".to_owned());
    sheet(project, Some(title), Some("Er zijn dingen die met anderen leuker zijn".to_owned()))
}

pub fn together(project: &Project) -> Value {
    let flyer = &project.voorlichting.samen_doen;
    let view = Together {
        afzender: Afzender::of(project),
        groep_van: flyer.groep_van.map(number),
        groep_tot: flyer.groep_tot.map(number),
        hoe_vaak: filled(&flyer.hoe_vaak),
        voorbeelden: or_else(&flyer.voorbeelden, &handbook::SAMEN_DOEN),
        kosten: filled(&flyer.kosten),
        aanmelden: Vraagbaak::to_register(project, &flyer.aanmelden),
    };
    serde_json::to_value(view).unwrap_or_default()
}
