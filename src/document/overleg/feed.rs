//! The calendar files: each meeting as an event that keeps its identity when it moves.

use super::super::Purpose;
use super::super::feed::{Feed, at, gemeente, location, organizer, questions, title};
use super::super::kinds::{OVERLEG, STARTBIJEENKOMST};
use super::super::startbijeenkomst::agenda_head;
use super::super::wording::capitalised;
use super::{naam, network_place, remarks};
use crate::ics::{Calendar, Event, uid};
use crate::model::{Bijeenkomst, Project};

/// Those of the meetings.
pub const OVERLEG_FEEDS: [Feed; 2] = [
    Feed {
        name: "overleg.ics",
        title: "Het overleg in uw eigen agenda",
        purpose: Purpose::Overleg,
        files: OVERLEG,
        compose: body,
    },
    Feed {
        name: "wijknetwerk.ics",
        title: "Het wijknetwerk in uw eigen agenda",
        purpose: Purpose::Overleg,
        files: OVERLEG,
        compose: network,
    },
];

/// That of the startbijeenkomst.
pub const START_FEED: Feed = Feed {
    name: "startbijeenkomst.ics",
    title: "De startbijeenkomst in uw eigen agenda",
    purpose: Purpose::Startbijeenkomst,
    files: STARTBIJEENKOMST,
    compose: kickoff,
};

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
            repeat: None,
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
            repeat: None,
        })
    } else {
        None
    };
    Calendar { name: head.titel, organizer: organizer(project), events: event.into_iter().collect() }
}

fn description(project: &Project, one: &Bijeenkomst) -> String {
    let mut lines = vec![format!("Bijeenkomst {}.", one.nummer)];
    lines.extend(remarks(one).into_iter().map(|remark| format!("{remark}.")));
    lines.extend(questions(project));
    lines.join("\n")
}
