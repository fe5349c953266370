//! The programme can be kept: days and times fit, text and rule agree (X5), and no two activities are in one place at
//! one time.

use std::collections::{BTreeMap, BTreeSet};

use jiff::ToSpan;

use super::super::{Code, Finding, Route};
use crate::calendar::{Spoken, holiday};
use crate::model::{Activiteit, Datum, Herhaling, JaNee, Keer, Project, file};

/// Nobody plans further ahead, in years.
const FARTHEST: i64 = 5;

fn at(code: Code, route: Route, message: String) -> Finding {
    Finding::at(code, file::ACTIVITEITEN, route, message)
}

pub fn check(project: &Project) -> Vec<Finding> {
    let period = period(project);
    if !period.is_empty() {
        return period;
    }
    let mut findings = Vec::new();
    for (index, one) in project.activiteiten.activiteiten.iter().enumerate() {
        let route = Route::from("activiteiten").index(index);
        let keren = project.keren(one);
        findings.extend(order(one, &route));
        findings.extend(first_time(one, &route));
        findings.extend(spoken(one, &route));
        findings.extend(outside(project, one, &keren, &route));
        findings.extend(free_day(project, one, &route));
        findings.extend(cancelled(one, &keren, &route));
    }
    findings.extend(together(project));
    findings
}

/// The programme as a whole.
fn period(project: &Project) -> Vec<Finding> {
    let (Some(begin), Some(end)) = (project.programma_begin(), project.activiteiten.tot_en_met) else {
        return Vec::new();
    };
    let farthest = begin.0.checked_add(FARTHEST.years()).unwrap_or(jiff::civil::Date::MAX);
    if end < begin {
        let message = format!("het programma eindigt ({}) voordat het begint ({})", end.long(), begin.long());
        return vec![at(Code::DateOrder, "tot_en_met".into(), message).help("kijk of het jaar klopt")];
    }
    if end.0 > farthest {
        let message = format!("het programma loopt van {} tot en met {}", begin.long(), end.long());
        return vec![at(Code::HorizonTooFar, "tot_en_met".into(), message).help("kies hoogstens vijf jaar")];
    }
    Vec::new()
}

/// What ends does so after it began.
fn order(one: &Activiteit, route: &Route) -> Vec<Finding> {
    let mut findings = Vec::new();
    if let (Some(begin), Some(einde)) = (one.begin, one.einde)
        && einde <= begin
    {
        let message = format!("deze activiteit is om {einde} uur klaar, maar begint om {begin} uur");
        findings.push(at(Code::TimeDoesNotFit, route.field("einde"), message).help("pas het begin of het einde aan"));
    }
    if let (Some(first), Some(last)) = (one.eerste_keer, one.laatste_keer)
        && last < first
    {
        let message = format!("de laatste keer ({}) is vóór de eerste keer ({})", last.long(), first.long());
        findings.push(at(Code::DateOrder, route.field("laatste_keer"), message).help("kijk of het jaar klopt"));
    }
    findings
}

/// The first time is one of the days of the rule (X5).
fn first_time(one: &Activiteit, route: &Route) -> Option<Finding> {
    let (first, wanneer) = (one.eerste_keer?, one.wanneer?);
    let fits = match wanneer {
        Herhaling::Eenmalig(day) => day == first,
        Herhaling::Regel(rule) => rule.days(first.0, first.0).contains(&first.0),
    };
    let message = format!("de eerste keer is {}, maar de regel is ‘{}’", first.with_weekday(), wanneer.text());
    (!fits).then(|| {
        at(Code::MomentDiffers, route.field("eerste_keer"), message)
            .help("kies een dag die bij de regel past, of pas de regel bij ‘wanneer’ aan")
    })
}

/// What the texts say about day and rhythm is what the rule says (X5).
fn spoken(one: &Activiteit, route: &Route) -> Vec<Finding> {
    let Some(wanneer) = one.wanneer else { return Vec::new() };
    let texts = [("naam", &one.naam), ("omschrijving", &one.omschrijving)];
    let differing = texts.into_iter().filter(|(_, text)| {
        let spoken = Spoken::in_text(text.as_deref().unwrap_or_default());
        match wanneer {
            Herhaling::Eenmalig(day) => spoken.differs_from_day(day.0),
            Herhaling::Regel(rule) => spoken.differs_from(rule),
        }
    });
    let findings = differing.map(|(field, _)| {
        let message = format!("deze tekst noemt een andere dag of een ander ritme dan de regel ‘{}’", wanneer.text());
        at(Code::MomentDiffers, route.field(field), message)
            .label("dit klopt niet met ‘wanneer’")
            .help("laat de dag hier weg: wep zet hem er zelf bij. Of pas ‘wanneer’ aan")
    });
    findings.collect()
}

/// An activity that is never there in the time of the programme.
fn outside(project: &Project, one: &Activiteit, keren: &[Keer], route: &Route) -> Option<Finding> {
    let (begin, end) = (project.programma_begin()?, project.programma_einde()?);
    let message = match one.wanneer? {
        Herhaling::Eenmalig(day) if (begin..=end).contains(&day) => return None,
        Herhaling::Eenmalig(day) => format!("{} valt buiten het programma", day.long()),
        Herhaling::Regel(_) if keren.iter().any(|keer| keer.niet.is_none()) => return None,
        Herhaling::Regel(rule) => format!("met de regel ‘{rule}’ is deze activiteit er in het programma niet één keer"),
    };
    let period = format!("het programma loopt van {} tot en met {}", begin.long(), end.long());
    Some(at(Code::OutsideProgramme, route.field("wanneer"), message).help(period))
}

/// People may choose a single day that is free for others, but they hear it.
fn free_day(project: &Project, one: &Activiteit, route: &Route) -> Option<Finding> {
    let Some(Herhaling::Eenmalig(day)) = one.wanneer else { return None };
    let open = |answer: Option<JaNee>| answer == Some(JaNee(true));
    let day_is = |name: &str| format!("{} is {name}", day.long());
    if let Some(name) = holiday(day.0).filter(|_| !open(one.op_feestdagen)) {
        let help = "kies een andere dag, of schrijf bij ‘op_feestdagen’ ja";
        return Some(at(Code::DateHoliday, route.field("wanneer"), day_is(name)).help(help));
    }
    let name = project.schoolvakantie(day.0).filter(|_| !open(one.in_schoolvakanties))?;
    let help = "kies een andere dag, of schrijf bij ‘in_schoolvakanties’ ja";
    Some(at(Code::DateSchoolHoliday, route.field("wanneer"), format!("{} valt in de {name}", day.long())).help(help))
}

/// Days that people took away are days of the activity.
fn cancelled(one: &Activiteit, keren: &[Keer], route: &Route) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (index, gone) in one.vervallen.iter().enumerate() {
        let route = route.field("vervallen").index(index).field("datum");
        let Some(day) = gone.datum else {
            let message = "hier ontbreekt de dag die niet doorgaat".to_owned();
            findings.push(at(Code::MeetingUnknown, route, message).help("schrijf de dag, of haal dit weg"));
            continue;
        };
        let nearest =
            keren.iter().map(|keer| keer.datum).min_by_key(|other| (other.0 - day.0).get_days().unsigned_abs());
        if let Some(near) = nearest.filter(|near| *near != day) {
            let message = format!("op {} is deze activiteit er niet", day.long());
            let help = format!("de dichtstbijzijnde keer is op {} ({near})", near.with_weekday());
            findings.push(at(Code::MeetingUnknown, route, message).help(help));
        }
    }
    findings
}

/// Where and when an activity is.
struct Slot<'a> {
    index: usize,
    activity: &'a Activiteit,
    room: Option<String>,
    days: BTreeSet<Datum>,
}

/// Two activities in one place at one time; where both name a room, in one room.
fn together(project: &Project) -> Vec<Finding> {
    let mut places: BTreeMap<String, Vec<Slot>> = BTreeMap::new();
    for (index, activity) in project.activiteiten.activiteiten.iter().enumerate().filter(|(_, one)| one.bestaat()) {
        let written = |text: &Option<String>| {
            text.as_deref().map(|text| text.trim().to_lowercase()).filter(|text| !text.is_empty())
        };
        let (place, room) = match (written(&activity.locatie), written(&activity.waar)) {
            (Some(id), room) => (id, room),
            (None, Some(elsewhere)) => (format!("waar: {elsewhere}"), None),
            (None, None) => continue,
        };
        let held = project.keren(activity).into_iter().filter(|keer| keer.niet.is_none());
        let days = held.map(|keer| keer.datum).collect();
        places.entry(place).or_default().push(Slot { index, activity, room, days });
    }
    let mut findings = Vec::new();
    for slots in places.values() {
        for (position, later) in slots.iter().enumerate() {
            findings.extend(slots[..position].iter().filter_map(|earlier| clash(earlier, later)));
        }
    }
    findings
}

fn clash(one: &Slot, other: &Slot) -> Option<Finding> {
    let rooms_differ = one.room.is_some() && other.room.is_some() && one.room != other.room;
    let (begin, end) = (one.activity.begin?, one.activity.einde?);
    let overlap = begin < other.activity.einde? && other.activity.begin? < end;
    if rooms_differ || !overlap {
        return None;
    }
    let mut common = one.days.intersection(&other.days);
    let first = common.next()?;
    let more = match common.count() {
        0 => String::new(),
        1 => ", en daarna nog één keer".to_owned(),
        count => format!(", en daarna nog {count} keer"),
    };
    let name = |slot: &Slot| slot.activity.naam.clone().unwrap_or_else(|| format!("activiteit {}", slot.index + 1));
    let message = format!(
        "‘{}’ en ‘{}’ zijn op {} tegelijk op dezelfde plek{more}",
        name(one),
        name(other),
        first.with_weekday()
    );
    let route = Route::from("activiteiten").index(other.index).field("begin");
    let help = "kies een andere tijd of plek; zijn het twee zalen, schrijf de zaal dan bij allebei bij ‘waar’";
    Some(at(Code::ActivitiesOverlap, route, message).help(help))
}
