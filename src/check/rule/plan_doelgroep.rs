//! A result of the handbook belongs to one target group; a goal does not name another.

use super::super::{Code, Finding, Route};
use crate::handbook::DOELEN;
use crate::model::{Doelgroep, Project, file};

pub fn check(project: &Project) -> Vec<Finding> {
    let name = |group: Doelgroep| DOELEN.iter().find(|doel| doel.doelgroep == group).map_or("", |doel| doel.naam);
    let doelen = project.plan_van_aanpak.doelen.iter().enumerate();
    let told = doelen.filter_map(|(index, doel)| {
        let (own, named) = (doel.resultaat?.doelgroep(), doel.doelgroep?);
        let message = format!("dit resultaat hoort bij een andere doelgroep: {}", name(own).to_lowercase());
        let route = Route::from("doelen").index(index).field("doelgroep");
        (own != named).then(|| {
            Finding::at(Code::GroupMismatch, file::PLAN_VAN_AANPAK, route, message)
                .help("laat de doelgroep leeg, of schrijf het resultaat bij eigen_resultaat")
        })
    });
    told.collect()
}
