//! Calendar files (RFC 5545) that Outlook, Google and Thunderbird read, and that update events they already have.
//!
//! An event keeps its UID for as long as it exists. Its SEQUENCE rises when its content differs from the file that was
//! made before; an event that is gone is written once more as cancelled. DTSTAMP follows from SEQUENCE, not from a
//! clock, so that the same input gives the same bytes.

mod previous;
mod text;

use jiff::ToSpan;
use jiff::civil::{Date, DateTime, date};
use uuid::Uuid;

use previous::Previous;
use text::{Lines, escape, parameter};

/// A file with events.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Calendar {
    /// The name under which a calendar program shows it.
    pub name: String,
    /// Name and e-mail address of who gives it out.
    pub organizer: Option<(String, String)>,
    pub events: Vec<Event>,
}

/// One event, in the time of the Netherlands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    pub uid: String,
    pub begin: DateTime,
    /// After the beginning; an event that ends before it begins is not written.
    pub end: DateTime,
    pub summary: String,
    pub location: String,
    pub description: String,
    pub cancelled: bool,
    /// How often people changed it, as far as is known: SEQUENCE is never lower, also when the earlier file is lost.
    pub changes: u32,
    /// When it comes back after the first time.
    pub repeat: Option<Repeat>,
}

/// How an event comes back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repeat {
    /// A recurrence rule (RFC 5545 §3.3.10), with the first time as its first.
    pub rule: String,
    /// Moments after the rule at which the event is not held.
    pub except: Vec<DateTime>,
}

const ZONE: &str = "Europe/Amsterdam";

/// Summer time from the last Sunday of March to the last Sunday of October, at 01:00 UTC (since 1996).
const TIMEZONE: [&str; 18] = [
    "BEGIN:VTIMEZONE",
    "TZID:Europe/Amsterdam",
    "X-LIC-LOCATION:Europe/Amsterdam",
    "BEGIN:DAYLIGHT",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "TZNAME:CEST",
    "DTSTART:19960331T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "TZNAME:CET",
    "DTSTART:19961027T030000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "END:STANDARD",
    "END:VTIMEZONE",
];

/// DTSTAMP of an event that was never changed: the month of the handbook, and never the day of a version, for then every
/// calendar would take each event for a new one after an update. A minute is added per SEQUENCE.
const FIRST_STAMP: DateTime = date(2012, 10, 1).at(0, 0, 0, 0);

/// The UID of an event, from what makes it this event and no other: the same words give the same UID for ever.
pub fn uid(words: &[&str]) -> String {
    Uuid::new_v5(&Uuid::NAMESPACE_URL, format!("wep:{}", words.join(":")).as_bytes()).to_string()
}

/// The file. `previous` is what stood in it before, or empty text.
pub fn write(calendar: &Calendar, previous: &str) -> String {
    let mut known = Previous::read(previous);
    let mut lines = Lines::default();
    for line in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//wep//wep//NL", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"] {
        lines.push(line);
    }
    lines.push(&format!("X-WR-CALNAME:{}", escape(&calendar.name)));
    lines.push(&format!("X-WR-TIMEZONE:{ZONE}"));
    TIMEZONE.iter().for_each(|line| lines.push(line));
    for event in calendar.events.iter().filter(|event| event.end > event.begin) {
        let content = content(event, calendar.organizer.as_ref());
        let sequence = match known.take(&event.uid) {
            Some(before) if before.content == content => before.sequence,
            Some(before) => before.sequence.saturating_add(1).max(event.changes),
            None => event.changes,
        };
        push_event(&mut lines, &event.uid, sequence, &content);
    }
    // What was announced before and is no longer there has to leave people's calendars.
    for gone in known.rest() {
        let (sequence, content) = match gone.is_cancelled() {
            true => (gone.sequence, gone.content.clone()),
            false => (gone.sequence.saturating_add(1), gone.cancelled()),
        };
        push_event(&mut lines, &gone.uid, sequence, &content);
    }
    lines.push("END:VCALENDAR");
    lines.finish()
}

/// The lines of an event by which its readers would notice a change.
fn content(event: &Event, organizer: Option<&(String, String)>) -> Vec<String> {
    let mut lines = vec![
        format!("DTSTART;TZID={ZONE}:{}", local(event.begin)),
        format!("DTEND;TZID={ZONE}:{}", local(event.end)),
        format!("SUMMARY:{}", escape(&event.summary)),
    ];
    if let Some(repeat) = &event.repeat {
        lines.push(format!("RRULE:{}", repeat.rule));
        lines.extend(repeat.except.iter().map(|moment| format!("EXDATE;TZID={ZONE}:{}", local(*moment))));
    }
    for (name, value) in [("LOCATION", &event.location), ("DESCRIPTION", &event.description)] {
        if !value.trim().is_empty() {
            lines.push(format!("{name}:{}", escape(value)));
        }
    }
    if let Some((name, address)) = organizer.filter(|(_, address)| text::is_address(address)) {
        lines.push(format!("ORGANIZER;CN=\"{}\":mailto:{}", parameter(name), address.trim()));
    }
    lines.push(format!("STATUS:{}", if event.cancelled { "CANCELLED" } else { "CONFIRMED" }));
    lines.push(format!("TRANSP:{}", if event.cancelled { "TRANSPARENT" } else { "OPAQUE" }));
    lines
}

fn push_event(lines: &mut Lines, uid: &str, sequence: u32, content: &[String]) {
    lines.push("BEGIN:VEVENT");
    lines.push(&format!("UID:{uid}"));
    let stamp = FIRST_STAMP.saturating_add(i64::from(sequence).minutes());
    lines.push(&format!("DTSTAMP:{}Z", local(stamp)));
    lines.push(&format!("SEQUENCE:{sequence}"));
    content.iter().for_each(|line| lines.push(line));
    lines.push("END:VEVENT");
}

/// `20270209T100000`.
fn local(moment: DateTime) -> String {
    let day: Date = moment.date();
    format!(
        "{:04}{:02}{:02}T{:02}{:02}{:02}",
        day.year(),
        day.month(),
        day.day(),
        moment.hour(),
        moment.minute(),
        moment.second()
    )
}
