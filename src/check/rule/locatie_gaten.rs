//! What judging the places and meeting who works there still need: the same things that the papers about them show as
//! gaps (handbook §3.6, §3.8).

use super::super::{Code, Finding, Route};
use super::{gaps, is_filled};
use crate::model::{Locatie, Project, file};

pub fn check(project: &Project) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (index, place) in project.locaties.locaties.iter().enumerate() {
        let route = Route::from("locaties").index(index);
        findings.extend(judgements(place, &route));
        if place.is_gekozen() {
            findings.extend(meeting(place, &route.field("bijeenkomst")));
        }
    }
    findings
}

fn judgements(place: &Locatie, route: &Route) -> Vec<Finding> {
    let wanted = [
        ("laagdrempelig", &place.laagdrempelig, "of de drempel van deze plek laag is", "waarom de drempel zo is"),
        ("voorzieningen", &place.voorzieningen, "of er al activiteiten en voorzieningen zijn", "wat er al is"),
        ("bereikbaar", &place.bereikbaar, "of deze plek goed bereikbaar is", "waarom de plek zo bereikbaar is"),
    ];
    let findings = wanted.into_iter().flat_map(|(field, judgement, what, why)| {
        let route = route.field(field);
        let judged = judgement.oordeel.is_some();
        gaps(
            file::LOCATIES,
            [
                (judged, route.field("oordeel"), what),
                (!judged || is_filled(&judgement.toelichting), route.field("toelichting"), why),
            ],
        )
    });
    findings.collect()
}

fn meeting(place: &Locatie, route: &Route) -> Vec<Finding> {
    let meeting = &place.bijeenkomst;
    let mut findings = gaps(
        file::LOCATIES,
        [
            (meeting.datum.is_some(), route.field("datum"), "de dag van de bijeenkomst op deze plek"),
            (meeting.begin.is_some(), route.field("begin"), "hoe laat de bijeenkomst op deze plek begint"),
            (meeting.einde.is_some(), route.field("einde"), "hoe laat de bijeenkomst op deze plek klaar is"),
        ],
    );
    if let (Some(begin), Some(einde)) = (meeting.begin, meeting.einde)
        && einde <= begin
    {
        let message = format!("de bijeenkomst is om {einde} uur klaar, maar begint om {begin} uur");
        findings.push(
            Finding::at(Code::TimeDoesNotFit, file::LOCATIES, route.field("einde"), message)
                .help("pas het begin of het einde aan"),
        );
    }
    findings
}
