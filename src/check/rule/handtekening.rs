//! Signatures are those of parties, each once and with its day.

use super::super::{Code, Finding, Route};
use super::gaps;
use crate::model::{Project, file};

pub fn check(project: &Project) -> Vec<Finding> {
    let mut findings = Vec::new();
    let signatures = &project.voortgang.handtekeningen;
    for (index, signature) in signatures.iter().enumerate() {
        let route = Route::from("handtekeningen").index(index);
        let there = signature.datum.is_some();
        findings.extend(gaps(file::VOORTGANG, [(there, route.field("datum"), "de dag van deze handtekening")]));
        let Some(id) = signature.organisatie.as_deref() else {
            findings.extend(gaps(file::VOORTGANG, [(false, route.field("organisatie"), "wie hier tekende")]));
            continue;
        };
        let is_party = project.convenant.partijen.iter().any(|party| party.organisatie.as_deref() == Some(id));
        if project.organisatie(id).is_some() && !is_party {
            let message = format!("‘{id}’ heeft getekend, maar is geen partij in convenant.yaml");
            findings.push(
                Finding::at(Code::SignatureNoParty, file::VOORTGANG, route.field("organisatie"), message)
                    .help("zet de organisatie bij de partijen, of haal de handtekening weg"),
            );
        }
        if signatures[..index].iter().any(|earlier| earlier.organisatie.as_deref() == Some(id)) {
            let message = format!("‘{id}’ staat al eerder bij de handtekeningen");
            findings.push(
                Finding::at(Code::DuplicateId, file::VOORTGANG, route.field("organisatie"), message)
                    .help("elke partij tekent één keer; de eerste handtekening telt"),
            );
        }
    }
    findings
}
