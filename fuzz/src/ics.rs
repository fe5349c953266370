//! Calendar files: any events, and any file that was there before.

use jiff::ToSpan;
use jiff::civil::{Date, DateTime, date};
use wep::ics::{Calendar, Event, Repeat, uid, write};

use super::choice::Choice;

/// Events out of the first bytes; what is left is the file from before.
pub fn ics(data: &[u8]) {
    let mut choice = Choice::new(data);
    let calendar = calendar(&mut choice);
    let previous = String::from_utf8_lossy(choice.rest());
    let written = write(&calendar, &previous);
    assert_eq!(written, write(&calendar, &previous), "the same input, the same bytes");
    well_formed(&written);
    assert_eq!(write(&calendar, &written), written, "an event that did not change is not changed");
    let fresh = write(&calendar, "");
    well_formed(&fresh);
    let wanted = calendar.events.iter().filter(|event| event.end > event.begin).count();
    assert_eq!(fresh.matches("\r\nBEGIN:VEVENT\r\n").count(), wanted);
    // What was announced leaves people's calendars when it is gone.
    let gone = write(&Calendar { events: Vec::new(), ..calendar }, &fresh);
    well_formed(&gone);
    assert_eq!(gone.matches("\r\nSTATUS:CANCELLED\r\n").count(), wanted);
}

fn calendar(choice: &mut Choice) -> Calendar {
    let name = choice.text();
    let organizer = choice.flag().then(|| (choice.text(), choice.text()));
    let count = choice.below(4);
    let events = (0..count).map(|number| event(choice, number)).collect();
    Calendar { name, organizer, events }
}

fn event(choice: &mut Choice, number: usize) -> Event {
    let begin = moment(choice);
    let end = if choice.flag() { begin.saturating_add(i64::from(choice.byte()).minutes()) } else { moment(choice) };
    let repeat = choice.flag().then(|| Repeat {
        rule: choice.of(&["FREQ=WEEKLY;BYDAY=TU", "FREQ=MONTHLY;BYDAY=2TU;UNTIL=20281231T235959Z"]).to_owned(),
        except: if choice.flag() { vec![moment(choice)] } else { Vec::new() },
    });
    Event {
        uid: uid(&["proef", &number.to_string()]),
        begin,
        end,
        summary: choice.text(),
        location: choice.text(),
        description: choice.text(),
        cancelled: choice.flag(),
        changes: if choice.flag() { u32::MAX - u32::from(choice.byte()) } else { choice.byte().into() },
        repeat,
    }
}

fn moment(choice: &mut Choice) -> DateTime {
    let day: Date = match choice.below(4) {
        0 => Date::MAX,
        1 => Date::MIN,
        _ => date(2027, 1, 1).saturating_add(i64::from(choice.byte()).days()),
    };
    day.at((choice.byte() % 24) as i8, (choice.byte() % 60) as i8, 0, 0)
}

/// What every line and every event must keep to (RFC 5545).
fn well_formed(file: &str) {
    assert!(file.starts_with("BEGIN:VCALENDAR\r\n") && file.ends_with("\r\nEND:VCALENDAR\r\n"), "{file}");
    for line in file.split_terminator("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
        assert!(!line.chars().any(|sign| sign.is_control() && sign != '\t'), "{line:?}");
    }
    let unfolded = file.replace("\r\n ", "");
    let (mut inside, mut uids) = (0, std::collections::BTreeSet::new());
    for line in unfolded.split_terminator("\r\n") {
        match line {
            "BEGIN:VEVENT" => inside += 1,
            "END:VEVENT" => inside -= 1,
            _ => {}
        }
        assert!((0..=1).contains(&inside), "an event in an event: {file}");
        if let Some(one) = line.strip_prefix("UID:") {
            assert!(inside == 1 && uids.insert(one.to_owned()), "{one} twice or outside an event: {file}");
        }
    }
    let count = |wanted: &str| unfolded.split_terminator("\r\n").filter(|line| *line == wanted).count();
    assert_eq!([inside, count("BEGIN:VCALENDAR") as i32, count("END:VCALENDAR") as i32], [0, 1, 1], "{file}");
}
