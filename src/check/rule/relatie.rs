//! No organisation has a relation with itself.

use super::super::{Code, Finding, Route};
use crate::model::{Project, file};

pub fn check(project: &Project) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (index, one) in project.organisaties.organisaties.iter().enumerate() {
        let Some(id) = one.id.as_deref() else { continue };
        for (position, relation) in one.relaties.iter().enumerate() {
            if relation.met.as_deref() == Some(id) {
                let route = Route::from("organisaties").index(index).field("relaties").index(position).field("met");
                let message = format!("‘{id}’ heeft een relatie met zichzelf");
                findings.push(
                    Finding::at(Code::SelfRelation, file::ORGANISATIES, route, message)
                        .help("zet hier de id van de andere organisatie, of haal deze relatie weg"),
                );
            }
        }
    }
    findings
}
