//! The calendar files: each meeting as an event that keeps its identity when it moves.

use jiff::civil::{DateTime, Time};

use super::super::startbijeenkomst::agenda_head;
use super::super::wording::{address, capitalised, filled};
use super::{naam, network_place, remarks};
use crate::ics::{Calendar, Event, uid};
use crate::model::{Bijeenkomst, Datum, Project, Tijd};

/// A calendar file that goes with documents.
#[derive(Debug, Clone, Copy)]
pub struct Feed {
    /// The name of the file.
    pub name: &'static str,
    pub compose: fn(&Project) -> Calendar,
}

/// Those of the meetings.
pub const FEEDS: [Feed; 2] =
    [Feed { name: "overleg.ics", compose: body }, Feed { name: "wijknetwerk.ics", compose: network }];

/// That of the startbijeenkomst.
pub const START_FEED: Feed = Feed { name: "startbijeenkomst.ics", compose: kickoff };

fn body(project: &Project) -> Calendar {
    let meetings = project.overleg_bijeenkomsten();
    calendar(project, "overleg", &capitalised(naam(project)), &project.overleg.locatie, &meetings)
}

fn network(project: &Project) -> Calendar {
    let meetings = project.wijknetwerk_bijeenkomsten();
    calendar(project, "wijknetwerk", "Wijknetwerk", network_place(project), &meetings)
}

fn calendar(project: &Project, series: &str, name: &str, place: &Option<String>, meetings: &[Bijeenkomst]) -> Calendar {
    let title = title(project, name);
    let events = meetings.iter().filter_map(|one| {
        // The month after the rule tells which meeting it is: moving it, or meeting on another weekday, changes nothing.
        let month = one.volgens_regel.to_string();
        let day = one.datum?;
        Some(Event {
            uid: uid(&[&gemeente(project), series, month.get(..7)?]),
            begin: at(day, one.begin?),
            end: at(day, one.einde?),
            summary: title.clone(),
            location: location(project, place),
            description: description(project, one),
            cancelled: one.vervallen.is_some(),
            changes: one.wijzigingen,
        })
    });
    Calendar { name: title.clone(), organizer: organizer(project), events: events.collect() }
}

fn kickoff(project: &Project) -> Calendar {
    let (start, head) = (&project.startbijeenkomst, agenda_head(project));
    let times = (start.datum, start.begin, start.einde);
    let event = if let (Some(day), Some(begin), Some(end)) = times {
        let early = start.ontvangst.map(|tijd| format!("Ontvangst vanaf {tijd} uur.")).unwrap_or_default();
        Some(Event {
            uid: uid(&[&gemeente(project), "startbijeenkomst"]),
            begin: at(day, begin),
            end: at(day, end),
            summary: head.titel.clone(),
            location: location(project, &start.locatie),
            description: early,
            cancelled: false,
            changes: 0,
        })
    } else {
        None
    };
    Calendar { name: head.titel, organizer: organizer(project), events: event.into_iter().collect() }
}

fn gemeente(project: &Project) -> String {
    filled(&project.wep.gemeente).unwrap_or_default().to_lowercase()
}

fn title(project: &Project, name: &str) -> String {
    [Some(name.to_owned()), filled(&project.wep.naam)].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn organizer(project: &Project) -> Option<(String, String)> {
    let contact = &project.wep.contact;
    let email = filled(&contact.email)?;
    Some((filled(&contact.naam).unwrap_or_else(|| email.clone()), email))
}

fn location(project: &Project, place: &Option<String>) -> String {
    let place = place.as_deref().and_then(|id| project.locatie(id));
    let parts = [place.and_then(|place| filled(&place.naam)), place.and_then(|place| address(&place.adres))];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn description(project: &Project, one: &Bijeenkomst) -> String {
    let mut lines = vec![format!("Bijeenkomst {}.", one.nummer)];
    lines.extend(remarks(one).into_iter().map(|remark| format!("{remark}.")));
    let contact = [filled(&project.wep.contact.naam), filled(&project.wep.contact.telefoon)];
    let contact: Vec<String> = contact.into_iter().flatten().collect();
    if !contact.is_empty() {
        lines.push(format!("Vragen: {}.", contact.join(", ")));
    }
    lines.join("\n")
}

fn at(day: Datum, time: Tijd) -> DateTime {
    let minutes = time.minutes();
    day.0.to_datetime(Time::new((minutes / 60) as i8, (minutes % 60) as i8, 0, 0).unwrap_or_default())
}
