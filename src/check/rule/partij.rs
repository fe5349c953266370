//! The parties to the convenant: at least two, each once, the lead organisation among them.

use super::super::{Code, Finding, Route};
use crate::model::{Project, file};

pub fn check(project: &Project) -> Vec<Finding> {
    let parties = &project.convenant.partijen;
    let ids: Vec<Option<&str>> = parties.iter().map(|party| party.organisatie.as_deref()).collect();
    let mut findings = Vec::new();
    for (index, id) in ids.iter().enumerate() {
        let Some(id) = id else { continue };
        if let Some(first) = ids[..index].iter().position(|earlier| *earlier == Some(id)) {
            let route = Route::from("partijen").index(index).field("organisatie");
            let message = format!("‘{id}’ is al partij nummer {}", first + 1);
            findings.push(
                Finding::at(Code::PartyTwice, file::CONVENANT, route, message)
                    .help("zet de taken van één organisatie bij één partij"),
            );
        }
    }
    if parties.len() == 1 {
        findings.push(
            Finding::at(Code::TooFewParties, file::CONVENANT, "partijen".into(), "een tweede partij")
                .help("een convenant sluit u met alle organisaties die meewerken: zet ook de andere partijen erbij"),
        );
    }
    let lead = project.wep.trekker.as_deref().filter(|lead| project.organisatie(lead).is_some());
    if let Some(lead) = lead.filter(|lead| !parties.is_empty() && !ids.contains(&Some(lead))) {
        let message = format!("de trekker ‘{lead}’ is geen partij in het convenant");
        findings.push(
            Finding::at(Code::LeadNotParty, file::CONVENANT, "partijen".into(), message)
                .help("zet de trekker bij de partijen, of kies in wep.yaml een andere trekker"),
        );
    }
    findings
}
