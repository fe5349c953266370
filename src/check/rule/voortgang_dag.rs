//! What was recorded with a day happened on a day that can be, and as it was planned.

use jiff::civil::Date;

use super::super::{Code, Finding, Route};
use super::gaps;
use crate::model::{Datum, Gebeurtenis, Project, file};

/// Further than this from the first day of the initiative, a day is more likely a slip of the pen.
const YEARS: i16 = 5;

pub fn check(project: &Project) -> Vec<Finding> {
    let mut findings = of_places(project);
    findings.extend(startbijeenkomst(project));
    let (held, planned) = (project.voortgang.training.datum, project.training.datum);
    findings.extend(other_day(Route::from("training").field("datum"), "de training", held, planned));
    for (name, event, what) in events(project) {
        let route = Route::from(name).field("datum");
        let told = event.wie.as_ref().is_some_and(|wie| !wie.trim().is_empty());
        findings.extend(gaps(file::VOORTGANG, [(event.datum.is_some() || !told, route, what)]));
    }
    findings.extend(far_away(project));
    findings
}

/// The things that happen once, by the name of their field.
fn events(project: &Project) -> [(&'static str, &Gebeurtenis, &'static str); 4] {
    let voortgang = &project.voortgang;
    [
        ("training", &voortgang.training, "de dag van de training"),
        ("intake", &voortgang.intake, "sinds welke dag de intake klaarstaat"),
        ("startbijeenkomst", &voortgang.startbijeenkomst, "de dag waarop de startbijeenkomst is gehouden"),
        ("uitvoering", &voortgang.uitvoering, "de dag waarop de uitvoering begon"),
    ]
}

fn of_places(project: &Project) -> Vec<Finding> {
    let mut findings = Vec::new();
    let held = &project.voortgang.locatiebijeenkomsten;
    for (index, one) in held.iter().enumerate() {
        let route = Route::from("locatiebijeenkomsten").index(index);
        let Some(id) = one.locatie.as_deref().filter(|id| !id.trim().is_empty()) else {
            findings.extend(gaps(file::VOORTGANG, [(false, route.field("locatie"), "op welke plek dit was")]));
            continue;
        };
        findings.extend(gaps(
            file::VOORTGANG,
            [(one.datum.is_some(), route.field("datum"), "de dag waarop deze bijeenkomst was")],
        ));
        if held[..index].iter().any(|earlier| earlier.locatie.as_deref() == Some(id)) {
            let message = format!("‘{id}’ staat al eerder bij de gehouden bijeenkomsten");
            findings.push(
                Finding::at(Code::DuplicateId, file::VOORTGANG, route.field("locatie"), message)
                    .help("elke plek heeft één zo'n bijeenkomst; haal er één weg"),
            );
        }
        let Some(place) = project.locatie(id) else { continue };
        if !place.is_gekozen() {
            let message = format!("er is een bijeenkomst gehouden op ‘{id}’, maar die plek is niet gekozen");
            findings.push(
                Finding::at(Code::HeldElsewhere, file::VOORTGANG, route.field("locatie"), message)
                    .help("zet in locaties.yaml bij deze plek ‘gekozen: ja’, of haal de bijeenkomst weg"),
            );
        }
        findings.extend(other_day(
            route.field("datum"),
            "de bijeenkomst op deze plek",
            one.datum,
            place.bijeenkomst.datum,
        ));
    }
    findings
}

fn startbijeenkomst(project: &Project) -> Option<Finding> {
    let held = project.voortgang.startbijeenkomst.datum;
    let route = Route::from("startbijeenkomst").field("datum");
    other_day(route, "de startbijeenkomst", held, project.startbijeenkomst.datum)
}

fn other_day(route: Route, what: &str, held: Option<Datum>, planned: Option<Datum>) -> Option<Finding> {
    let (held, planned) = (held?, planned?);
    (held != planned).then(|| {
        let message = format!("{what} was op {}, maar stond gepland op {}", held.long(), planned.long());
        Finding::at(Code::HeldOtherDay, file::VOORTGANG, route, message).help("kijk of beide dagen kloppen")
    })
}

/// Days that lie years from the first day of the initiative.
fn far_away(project: &Project) -> Vec<Finding> {
    let Some(Datum(start)) = project.wep.startdatum else { return Vec::new() };
    let voortgang = &project.voortgang;
    let of_list = |list: &'static str, days: Vec<Option<Datum>>| {
        let numbered = days.into_iter().enumerate();
        numbered.map(move |(index, day)| (Route::from(list).index(index).field("datum"), day)).collect::<Vec<_>>()
    };
    let mut days = of_list("handtekeningen", voortgang.handtekeningen.iter().map(|one| one.datum).collect());
    days.extend(of_list("goedkeuringen", voortgang.goedkeuringen.iter().map(|one| one.datum).collect()));
    days.extend(of_list("locatiebijeenkomsten", voortgang.locatiebijeenkomsten.iter().map(|one| one.datum).collect()));
    days.extend(events(project).map(|(name, event, _)| (Route::from(name).field("datum"), event.datum)));
    let far = |day: Date| (day.year() - start.year()).abs() > YEARS;
    let told = days.into_iter().filter_map(|(route, day)| Some((route, day?))).filter(|(_, day)| far(day.0));
    let finding = |(route, day): (Route, Datum)| {
        let message = format!("{} ligt jaren van de startdatum, {}", day.long(), Datum(start).long());
        Finding::at(Code::DayFarAway, file::VOORTGANG, route, message).help("kijk of het jaar klopt")
    };
    told.map(finding).collect()
}
