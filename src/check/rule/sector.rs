//! The partnership has the sectors that handbook §3.2 asks for (S2).

use super::super::{Code, Finding};
use crate::model::{Project, Sector, file};

/// The sectors without which neighbours and clients are not both reached.
const WANTED: [(Sector, &str); 4] = [
    (Sector::Ggz, "een organisatie voor de ggz"),
    (Sector::Welzijn, "een welzijnsorganisatie"),
    (Sector::Vrijwilligers, "een organisatie van vrijwilligers"),
    (Sector::Woningcorporatie, "een woningcorporatie"),
];

pub fn check(project: &Project) -> Vec<Finding> {
    let organisaties = &project.organisaties.organisaties;
    // Before there are two organisations there is no partnership to judge, and without sectors nothing to judge by.
    if organisaties.len() < 2 || organisaties.iter().any(|organisatie| organisatie.sector.is_none()) {
        return Vec::new();
    }
    let missing = WANTED.iter().filter(|(sector, _)| organisaties.iter().all(|one| one.sector != Some(*sector)));
    let findings = missing.map(|(_, what)| {
        let message = format!("in het samenwerkingsverband is nog geen {}", what.trim_start_matches("een "));
        Finding::at(Code::SectorMissing, file::ORGANISATIES, "organisaties".into(), message)
            .help("de handleiding (§3.2) vraagt alle organisaties mee te doen die van belang zijn")
    });
    findings.collect()
}
