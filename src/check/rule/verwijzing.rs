//! References between files: every id that is named must exist.

use std::collections::BTreeSet;

use super::super::reference::{self, Reference};
use super::super::{Code, Finding, Route};
use super::suggestion;
use crate::model::{Project, Waar, file};

/// What a reference points at, and where that is kept.
struct Target<'a> {
    what: &'static str,
    kept_in: &'static str,
    ids: Vec<&'a str>,
    /// The same ids in order: with thousands of organisations nobody walks the list for each reference.
    known: BTreeSet<&'a str>,
}

impl<'a> Target<'a> {
    fn new(what: &'static str, kept_in: &'static str, ids: impl Iterator<Item = &'a Option<String>>) -> Target<'a> {
        let ids: Vec<&str> = ids.filter_map(|id| id.as_deref()).collect();
        let known = ids.iter().copied().collect();
        Target { what, kept_in, ids, known }
    }

    fn check(&self, file: &'static str, route: Route, id: &str, findings: &mut Vec<Finding>) {
        if id.trim().is_empty() || self.known.contains(id) {
            return;
        }
        let message = format!("‘{id}’ is geen {} uit {}", self.what, self.kept_in);
        let suggestion = suggestion(id, self.ids.iter().copied());
        let help = match suggestion.is_empty() {
            true => format!("zet deze {} eerst in {}", self.what, self.kept_in),
            false => suggestion,
        };
        let finding =
            Finding::at(Code::UnknownReference, file, route, message).label("deze id bestaat niet").help(help);
        findings.push(if file == self.kept_in { finding } else { finding.missing_in(self.kept_in) });
    }

    fn check_all(&self, file: &'static str, route: &Route, ids: &[String], findings: &mut Vec<Finding>) {
        for (index, id) in ids.iter().enumerate() {
            self.check(file, route.index(index), id, findings);
        }
    }
}

pub fn check(project: &Project) -> Vec<Finding> {
    let kaart = &project.organisaties.organisaties;
    let organisaties = Target::new("organisatie", file::ORGANISATIES, kaart.iter().map(|one| &one.id));
    let wijken = Target::new("wijk", file::WEP, project.wep.wijken.iter().map(|wijk| &wijk.id));
    let locaties = Target::new("plek", file::LOCATIES, project.locaties.locaties.iter().map(|plek| &plek.id));
    let mut findings = Vec::new();
    to_wijken(project, &wijken, &mut findings);
    for Reference { file, route, id } in reference::to_organisaties(project) {
        organisaties.check(file, route, id, &mut findings);
    }
    let locatie = project.startbijeenkomst.locatie.as_deref().unwrap_or_default();
    locaties.check(file::STARTBIJEENKOMST, "locatie".into(), locatie, &mut findings);
    let training = project.training.locatie.as_deref().unwrap_or_default();
    locaties.check(file::TRAINING, "locatie".into(), training, &mut findings);
    let overleg = &project.overleg;
    for (index, held) in project.voortgang.locatiebijeenkomsten.iter().enumerate() {
        let route = Route::from("locatiebijeenkomsten").index(index).field("locatie");
        locaties.check(file::VOORTGANG, route, held.locatie.as_deref().unwrap_or_default(), &mut findings);
    }
    locaties.check(file::OVERLEG, "locatie".into(), overleg.locatie.as_deref().unwrap_or_default(), &mut findings);
    let network = Route::from("wijknetwerk").field("locatie");
    locaties.check(file::OVERLEG, network, overleg.wijknetwerk.locatie.as_deref().unwrap_or_default(), &mut findings);
    let activities = project.activiteiten.activiteiten.iter().enumerate();
    for (index, activity) in activities {
        let route = Route::from("activiteiten").index(index);
        let place = activity.locatie.as_deref().unwrap_or_default();
        locaties.check(file::ACTIVITEITEN, route.field("locatie"), place, &mut findings);
        wijken.check_all(file::ACTIVITEITEN, &route.field("wijken"), &activity.wijken, &mut findings);
    }
    for (route, waar) in voorlichting(project) {
        locaties.check(file::VOORLICHTING, route, waar.locatie.as_deref().unwrap_or_default(), &mut findings);
    }
    findings
}

/// The places that leaflets and posters name, each with the way to it.
fn voorlichting(project: &Project) -> impl Iterator<Item = (Route, &Waar)> {
    let posters = (0..project.voorlichting.posters.len()).map(|index| Route::from("posters").index(index));
    let routes = ["inloop".into(), "gespreksmiddag".into()].into_iter().chain(posters);
    routes.map(|route: Route| route.field("waar").field("locatie")).zip(project.voorlichting.plekken())
}

fn to_wijken(project: &Project, wijken: &Target, findings: &mut Vec<Finding>) {
    for (index, organisatie) in project.organisaties.organisaties.iter().enumerate() {
        let route = Route::from("organisaties").index(index);
        wijken.check_all(file::ORGANISATIES, &route.field("wijken"), &organisatie.wijken, findings);
        for (position, offer) in organisatie.aanbod.iter().enumerate() {
            let route = route.field("aanbod").index(position).field("wijken");
            wijken.check_all(file::ORGANISATIES, &route, &offer.wijken, findings);
        }
        for (position, branch) in organisatie.vestigingen.iter().enumerate() {
            let route = route.field("vestigingen").index(position).field("wijk");
            wijken.check(file::ORGANISATIES, route, branch.wijk.as_deref().unwrap_or_default(), findings);
        }
    }
    for (index, need) in project.organisaties.behoeften.iter().enumerate() {
        wijken.check(
            file::ORGANISATIES,
            Route::from("behoeften").index(index).field("wijk"),
            need.wijk.as_deref().unwrap_or_default(),
            findings,
        );
    }
    for (index, werker) in project.team.wep_werkers.iter().enumerate() {
        let route = Route::from("wep_werkers").index(index).field("wijken");
        wijken.check_all(file::TEAM, &route, &werker.wijken, findings);
    }
    for (index, activiteit) in project.plan_van_aanpak.planning.iter().enumerate() {
        let route = Route::from("planning").index(index).field("wijk");
        wijken.check(file::PLAN_VAN_AANPAK, route, activiteit.wijk.as_deref().unwrap_or_default(), findings);
    }
    for (index, locatie) in project.locaties.locaties.iter().enumerate() {
        let route = Route::from("locaties").index(index).field("wijk");
        wijken.check(file::LOCATIES, route, locatie.wijk.as_deref().unwrap_or_default(), findings);
    }
    for (index, post) in project.begroting.kosten.iter().enumerate() {
        let route = Route::from("kosten").index(index).field("wijk");
        wijken.check(file::BEGROTING, route, post.wijk.as_deref().unwrap_or_default(), findings);
    }
}
