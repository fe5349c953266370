//! Who does something in the plan van aanpak, or develops an activity, is an organisation of the map or a person of the team.

use super::super::reference::{self, Reference};
use super::super::{Code, Finding, Route};
use crate::dutch::did_you_mean;
use crate::model::{Project, file};

/// In overleg.yaml an action may be somebody else's: see `overleg_kalender`.
const FILES: [&str; 2] = [file::PLAN_VAN_AANPAK, file::ACTIVITEITEN];

pub fn check(project: &Project) -> Vec<Finding> {
    let named = reference::to_organisaties_or_others(project).into_iter();
    let strangers = named.filter(|one| FILES.contains(&one.file) && !is_known(project, one.id));
    strangers.map(|Reference { file, route, id }| unknown(project, file, route, id)).collect()
}

fn is_known(project: &Project, wie: &str) -> bool {
    project.organisatie(wie).is_some() || project.team.namen().any(|name| name == wie.trim())
}

fn unknown(project: &Project, file: &'static str, route: Route, wie: &str) -> Finding {
    let ids = project.organisaties.organisaties.iter().filter_map(|organisatie| organisatie.id.as_deref());
    let otherwise = || "zet de organisatie in organisaties.yaml, of de persoon in team.yaml".to_owned();
    let help = did_you_mean(wie, ids.chain(project.team.namen())).unwrap_or_else(otherwise);
    let message = format!("‘{wie}’ is geen organisatie uit {} en geen naam uit {}", file::ORGANISATIES, file::TEAM);
    Finding::at(Code::UnknownReference, file, route, message).label("deze kent wep niet").help(help)
}
