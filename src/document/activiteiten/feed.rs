//! The calendar file of the activities: one event for each, which comes back after the same rule as the text (X5).

use super::super::Purpose;
use super::super::feed::{Feed, at, gemeente, organizer, questions, title};
use super::super::kinds::ACTIVITEITEN;
use super::super::wording::{capitalised, filled};
use super::{adres, plek, wijken, zaal};
use crate::ics::{Calendar, Event, Repeat, uid};
use crate::model::{Activiteit, Datum, Herhaling, Keer, Project};

pub const ACTIVITEITEN_FEED: Feed = Feed {
    name: "activiteiten.ics",
    title: "De activiteiten in uw eigen agenda",
    purpose: Purpose::Activiteiten,
    files: ACTIVITEITEN,
    compose: calendar,
};

fn calendar(project: &Project) -> Calendar {
    let asked: Vec<&str> = wijken(project).filter_map(|wijk| wijk.id.as_deref()).collect();
    let all = project.activiteiten.activiteiten.iter().filter(|one| one.bestaat());
    let here = all.filter(|one| asked.is_empty() || asked.iter().any(|wijk| one.is_in(wijk)));
    let one =
        project.activiteiten.alleen.as_deref().and_then(|id| project.wijk(id)).and_then(|wijk| filled(&wijk.naam));
    let name = one.map_or_else(|| "Activiteiten".to_owned(), |wijk| format!("Activiteiten {wijk}"));
    Calendar {
        name: title(project, &name),
        organizer: organizer(project),
        events: here.filter_map(|one| event(project, one)).collect(),
    }
}

/// The event, from the first day on which it is held to the last; nothing as long as something of it is missing.
fn event(project: &Project, activiteit: &Activiteit) -> Option<Event> {
    let keren = project.keren(activiteit);
    let first = keren.iter().position(|keer| keer.niet.is_none());
    // What is once and cancelled stays in people's calendars, as cancelled.
    let once = matches!(activiteit.wanneer, Some(Herhaling::Eenmalig(_)));
    let cancelled = first.is_none() && once;
    let first = if cancelled { 0 } else { first? };
    let last = keren.iter().rposition(|keer| keer.niet.is_none()).unwrap_or(first);
    let held: &[Keer] = keren.get(first..=last)?;
    let (begin, einde) = (activiteit.begin?, activiteit.einde?);
    let day = held.first()?.datum;
    let repeat = match activiteit.wanneer? {
        Herhaling::Eenmalig(_) => None,
        Herhaling::Regel(rule) => Some(Repeat {
            rule: format!("{}{}", rule.rrule(), end(project, activiteit, held.len())),
            except: held.iter().filter(|keer| keer.niet.is_some()).map(|keer| at(keer.datum, begin)).collect(),
        }),
    };
    Some(Event {
        uid: uid(&[&gemeente(project), "activiteit", activiteit.id.as_deref()?]),
        begin: at(day, begin),
        end: at(day, einde),
        summary: filled(&activiteit.naam)?,
        location: location(project, activiteit),
        description: description(project, activiteit),
        cancelled,
        changes: activiteit.vervallen.iter().filter(|one| one.datum.is_some_and(|day| is_day(&keren, day))).count()
            as u32,
        repeat,
    })
}

/// A rule with a last day counts its days, so that no zone of time has to be reckoned with.
fn end(project: &Project, activiteit: &Activiteit, count: usize) -> String {
    match project.activiteiten.tot_en_met.or(activiteit.laatste_keer) {
        Some(_) => format!(";COUNT={count}"),
        None => String::new(),
    }
}

fn is_day(keren: &[Keer], day: Datum) -> bool {
    keren.iter().any(|keer| keer.datum == day)
}

fn location(project: &Project, activiteit: &Activiteit) -> String {
    let parts = [plek(project, activiteit), zaal(activiteit), adres(project, activiteit)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn description(project: &Project, activiteit: &Activiteit) -> String {
    let named = |name: &str, text: &Option<String>| filled(text).map(|text| format!("{name}: {text}"));
    let lines = [
        filled(&activiteit.omschrijving),
        activiteit.wanneer.map(|wanneer| format!("{}.", capitalised(&wanneer.text()))),
        named("Voor wie", &activiteit.voor_wie),
        named("Kosten", &activiteit.kosten),
        named("Meedoen", &activiteit.aanmelden),
        questions(project),
    ];
    lines.into_iter().flatten().collect::<Vec<_>>().join("\n")
}
