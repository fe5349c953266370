//! The role of partner and the parties to the convenant tell the same (handbook §3.1, §3.2).

use std::collections::BTreeSet;

use super::super::{Code, Finding, Route};
use crate::model::{Project, Rol, file};

pub fn check(project: &Project) -> Vec<Finding> {
    let parties: BTreeSet<&str> = project.partij_ids().collect();
    if parties.is_empty() {
        return Vec::new(); // that there are no parties yet is a gap of its own
    }
    let mut findings = Vec::new();
    for (index, one) in project.organisaties.organisaties.iter().enumerate() {
        // Without any role nobody has thought about roles yet, and nothing can disagree.
        let Some(id) = one.id.as_deref().filter(|_| !one.rollen.is_empty()) else { continue };
        let naam = one.naam.as_deref().unwrap_or(id);
        let (message, help) = match (one.rollen.contains(&Rol::Partner), parties.contains(id)) {
            (true, false) => (
                format!("{naam} heeft de rol partner, maar is geen partij in convenant.yaml"),
                "zet de organisatie bij de partijen in convenant.yaml, of haal de rol partner weg",
            ),
            (false, true) => (
                format!("{naam} is partij in convenant.yaml, maar heeft niet de rol partner"),
                "zet partner bij de rollen, of haal de organisatie weg bij de partijen in convenant.yaml",
            ),
            _ => continue,
        };
        let route = Route::from("organisaties").index(index).field("rollen");
        findings.push(Finding::at(Code::RoleDisagrees, file::ORGANISATIES, route, message).help(help));
    }
    findings
}
