//! What the papers about the activities still need: the same things that they show as gaps (handbook §4.2, bijlage 6).

use super::super::{Finding, Route};
use super::{gaps, is_filled};
use crate::model::{Activiteit, Project, Stand, file};

pub fn check(project: &Project) -> Vec<Finding> {
    let all = &project.activiteiten;
    let mut wanted = vec![
        (
            project.programma_begin().is_some(),
            Route::from("begin"),
            "de eerste dag van het programma, of de startdatum in wep.yaml",
        ),
        (all.tot_en_met.is_some(), Route::from("tot_en_met"), "de laatste dag van het programma"),
        (!all.activiteiten.is_empty(), Route::from("activiteiten"), "de activiteiten: eerst wat er al is"),
    ];
    for (index, one) in all.activiteiten.iter().enumerate() {
        let route = Route::from("activiteiten").index(index);
        wanted.push((is_filled(&one.naam), route.field("naam"), "de naam van deze activiteit"));
        match one.stand {
            None => wanted.push((false, route.field("stand"), "of deze activiteit er al is: bestaat of ontwikkelen")),
            Some(Stand::Bestaat) => wanted.extend(of_programme(one, &route)),
            Some(Stand::Ontwikkelen) => wanted.extend(of_plan(one, &route)),
        }
    }
    gaps(file::ACTIVITEITEN, wanted)
}

/// What people want to know before they come.
fn of_programme(one: &Activiteit, route: &Route) -> [(bool, Route, &'static str); 10] {
    [
        (is_filled(&one.omschrijving), route.field("omschrijving"), "wat mensen bij deze activiteit doen"),
        (one.wanneer.is_some(), route.field("wanneer"), "wanneer deze activiteit is, zoals ‘elke dinsdag’"),
        (one.begin.is_some(), route.field("begin"), "hoe laat deze activiteit begint"),
        (one.einde.is_some(), route.field("einde"), "hoe laat deze activiteit klaar is"),
        (
            !one.needs_first_day(),
            route.field("eerste_keer"),
            "de eerste keer: dan is duidelijk om welke weken het gaat",
        ),
        (is_filled(&one.locatie) || is_filled(&one.waar), route.field("locatie"), "de plek van deze activiteit"),
        (is_filled(&one.voor_wie), route.field("voor_wie"), "voor wie deze activiteit is"),
        (is_filled(&one.kosten), route.field("kosten"), "wat deze activiteit kost, zoals ‘gratis’"),
        (is_filled(&one.begeleiding), route.field("begeleiding"), "wie deze activiteit begeleidt"),
        (is_filled(&one.aanmelden), route.field("aanmelden"), "hoe mensen meedoen of zich aanmelden"),
    ]
}

/// What is agreed about an activity that is still to come.
fn of_plan(one: &Activiteit, route: &Route) -> [(bool, Route, &'static str); 3] {
    [
        (is_filled(&one.behoefte), route.field("behoefte"), "welke wens of behoefte achter deze activiteit zit"),
        (is_filled(&one.wie), route.field("wie"), "wie deze activiteit uitwerkt"),
        (one.klaar.is_some(), route.field("klaar"), "vóór welke dag deze activiteit klaar is"),
    ]
}
