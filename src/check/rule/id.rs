//! Ids: there, unique, and of characters that are safe in a file name and easy to type.

use std::collections::HashMap;

use super::super::{Code, Finding, Route, shape};
use crate::model::{Project, file};

pub fn check(project: &Project) -> Vec<Finding> {
    let wijken = project.wep.wijken.iter().map(|wijk| &wijk.id);
    let organisaties = project.organisaties.organisaties.iter().map(|organisatie| &organisatie.id);
    let locaties = project.locaties.locaties.iter().map(|locatie| &locatie.id);
    let planning = project.plan_van_aanpak.planning.iter().map(|activity| &activity.id);
    let activiteiten = project.activiteiten.activiteiten.iter().map(|activity| &activity.id);
    let posters = project.voorlichting.posters.iter().map(|poster| &poster.id);
    let mut findings = unique(file::WEP, "wijken", "wijk", Needed::Always, wijken);
    findings.extend(unique(file::ORGANISATIES, "organisaties", "organisatie", Needed::Always, organisaties));
    findings.extend(unique(file::LOCATIES, "locaties", "plek", Needed::Always, locaties));
    findings.extend(unique(file::PLAN_VAN_AANPAK, "planning", "activiteit", Needed::IfNamed, planning));
    findings.extend(unique(file::ACTIVITEITEN, "activiteiten", "activiteit", Needed::Always, activiteiten));
    findings.extend(unique(file::VOORLICHTING, "posters", "poster", Needed::IfNamed, posters));
    findings
}

/// Whether everything in a list needs an id, or only what something else names.
#[derive(Clone, Copy, PartialEq)]
enum Needed {
    Always,
    IfNamed,
}

fn unique<'a>(
    file: &'static str,
    list: &str,
    what: &str,
    needed: Needed,
    ids: impl Iterator<Item = &'a Option<String>>,
) -> Vec<Finding> {
    let mut seen: HashMap<&str, usize> = HashMap::new();
    let mut findings = Vec::new();
    for (index, id) in ids.enumerate() {
        let route = Route::from(list).index(index);
        let Some(id) = id.as_deref().filter(|id| !id.trim().is_empty()) else {
            if needed == Needed::IfNamed {
                continue;
            }
            let message = format!("deze {what} heeft geen id");
            findings.push(
                Finding::at(Code::InvalidId, file, route.field("id"), message)
                    .help("geef een korte naam van kleine letters, cijfers en streepjes, zoals ‘welzijn-noord’"),
            );
            continue;
        };
        if !shape::is_id(id) {
            let message = format!("de id ‘{id}’ heeft tekens die niet kunnen");
            findings.push(
                Finding::at(Code::InvalidId, file, route.field("id"), message)
                    .help("gebruik alleen kleine letters, cijfers en streepjes, zoals ‘welzijn-noord’"),
            );
        }
        if let Some(first) = seen.get(id) {
            let message = format!("de id ‘{id}’ is al van {what} nummer {} in de lijst", first + 1);
            findings.push(
                Finding::at(Code::DuplicateId, file, route.field("id"), message)
                    .help("geef elke id maar één keer; verwijzingen naar deze id gaan nu naar de eerste"),
            );
        }
        seen.entry(id).or_insert(index);
    }
    findings
}
