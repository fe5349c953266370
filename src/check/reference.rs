//! Where a gemeente refers to its organisations: one list, for the rule that looks whether they exist and for whoever
//! takes an organisation away.

use super::Route;
use crate::model::{Project, file};

/// A place in a file where the id of an organisation stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference<'a> {
    pub file: &'static str,
    pub route: Route,
    /// As it is written; never empty.
    pub id: &'a str,
}

/// Every reference to an organisation.
pub fn to_organisaties(project: &Project) -> Vec<Reference<'_>> {
    let mut found = Found::default();
    let Project {
        wep,
        organisaties,
        team,
        convenant,
        overleg,
        locaties,
        begroting,
        activiteiten,
        toeleiding,
        voortgang,
        ..
    } = project;
    found.one(file::WEP, "trekker".into(), &wep.trekker);
    found.one(file::TEAM, Route::from("coordinator").field("organisatie"), &team.coordinator.organisatie);
    for (index, one) in organisaties.organisaties.iter().enumerate() {
        let route = Route::from("organisaties").index(index).field("relaties");
        for (position, relation) in one.relaties.iter().enumerate() {
            found.one(file::ORGANISATIES, route.index(position).field("met"), &relation.met);
        }
    }
    let others = team.andere_coordinatoren.iter().map(|one| &one.organisatie);
    found.each(file::TEAM, "andere_coordinatoren", "organisatie", others);
    let werkers = team.wep_werkers.iter().map(|werker| &werker.organisatie);
    found.each(file::TEAM, "wep_werkers", "organisatie", werkers);
    found.each(file::TEAM, "werkgroep", "organisatie", team.werkgroep.iter().map(|lid| &lid.organisatie));
    let partijen = convenant.partijen.iter().map(|partij| &partij.organisatie);
    found.each(file::CONVENANT, "partijen", "organisatie", partijen);
    found.each(file::LOCATIES, "locaties", "beheerder", locaties.locaties.iter().map(|locatie| &locatie.beheerder));
    let handtekeningen = voortgang.handtekeningen.iter().map(|handtekening| &handtekening.organisatie);
    found.each(file::VOORTGANG, "handtekeningen", "organisatie", handtekeningen);
    let goedkeuringen = voortgang.goedkeuringen.iter().map(|goedkeuring| &goedkeuring.organisatie);
    found.each(file::VOORTGANG, "goedkeuringen", "organisatie", goedkeuringen);
    found.each(file::BEGROTING, "kosten", "organisatie", begroting.kosten.iter().map(|post| &post.organisatie));
    found.each(file::BEGROTING, "dekking", "organisatie", begroting.dekking.iter().map(|post| &post.organisatie));
    found.one(file::OVERLEG, "voorzitter".into(), &overleg.voorzitter);
    for (index, activity) in activiteiten.activiteiten.iter().enumerate() {
        let route = Route::from("activiteiten").index(index).field("met");
        for (position, id) in activity.met.iter().enumerate().filter(|(_, id)| !id.trim().is_empty()) {
            found.references.push(Reference { file: file::ACTIVITEITEN, route: route.index(position), id });
        }
    }
    let intake = Route::from("intake").field("verantwoordelijke");
    found.one(file::TOELEIDING, intake, &toeleiding.intake.verantwoordelijke);
    found.references
}

/// Every place where the id of an organisation may stand, but the name of a person or a project too.
pub fn to_organisaties_or_others(project: &Project) -> Vec<Reference<'_>> {
    let mut found = Found::default();
    let Project { plan_van_aanpak: plan, overleg, activiteiten, .. } = project;
    found.each(file::PLAN_VAN_AANPAK, "doelen", "wie", plan.doelen.iter().map(|doel| &doel.wie));
    found.each(file::PLAN_VAN_AANPAK, "communicatie", "wie", plan.communicatie.iter().map(|one| &one.wie));
    found.each(file::PLAN_VAN_AANPAK, "risicos", "wie", plan.risicos.iter().map(|risico| &risico.wie));
    let moments = plan.evaluatiemomenten.iter().map(|moment| &moment.wie);
    found.each(file::PLAN_VAN_AANPAK, "evaluatiemomenten", "wie", moments);
    for (index, activity) in plan.planning.iter().enumerate() {
        let route = Route::from("planning").index(index).field("wie");
        for (position, wie) in activity.wie.iter().enumerate().filter(|(_, wie)| !wie.trim().is_empty()) {
            let route = route.index(position);
            found.references.push(Reference { file: file::PLAN_VAN_AANPAK, route, id: wie });
        }
    }
    found.each(file::OVERLEG, "acties", "wie", overleg.acties.iter().map(|one| &one.wie));
    let network = Route::from("wijknetwerk").field("presentaties");
    for (index, one) in overleg.wijknetwerk.presentaties.iter().enumerate() {
        found.one(file::OVERLEG, network.index(index).field("wie"), &one.wie);
    }
    let developers = activiteiten.activiteiten.iter().map(|one| &one.wie);
    found.each(file::ACTIVITEITEN, "activiteiten", "wie", developers);
    found.references
}

#[derive(Default)]
struct Found<'a> {
    references: Vec<Reference<'a>>,
}

impl<'a> Found<'a> {
    fn one(&mut self, file: &'static str, route: Route, id: &'a Option<String>) {
        if let Some(id) = id.as_deref().filter(|id| !id.trim().is_empty()) {
            self.references.push(Reference { file, route, id });
        }
    }

    /// The same field of each item of a list.
    fn each(&mut self, file: &'static str, list: &str, field: &str, ids: impl Iterator<Item = &'a Option<String>>) {
        for (index, id) in ids.enumerate() {
            self.one(file, Route::from(list).index(index).field(field), id);
        }
    }
}
