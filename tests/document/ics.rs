//! The calendar files: RFC 5545 to the letter, and the same event stays the same event.

use jiff::civil::date;
use wep::document::FEEDS;
use wep::ics::{Calendar, Event, uid, write};
use wep::model::{Datum, Project, Vervallen, Verzet};

use super::hostile::with_attacks;
use super::veldrijk;

fn file(project: &Project, previous: &str) -> String {
    write(&(FEEDS[0].compose)(project), previous)
}

/// What every line must keep to.
fn well_formed(file: &str) {
    assert!(file.ends_with("END:VCALENDAR\r\n"));
    for line in file.split_terminator("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
        assert!(!line.contains(['\r', '\n']), "a bare line end in {line:?}");
        assert!(!line.chars().any(char::is_control), "{line:?}");
    }
    let unfolded = file.replace("\r\n ", "");
    let count = |text: &str| unfolded.split("\r\n").filter(|line| line.starts_with(text)).count();
    assert_eq!(count("BEGIN:VEVENT"), count("END:VEVENT"));
    for name in ["UID:", "DTSTAMP:", "SEQUENCE:", "DTSTART;TZID=Europe/Amsterdam:", "DTEND;", "STATUS:"] {
        assert_eq!(count(name), count("BEGIN:VEVENT"), "{name}");
    }
    let (mut begin, mut uids) = (String::new(), std::collections::BTreeSet::new());
    for line in unfolded.split("\r\n") {
        let value = line.rsplit(':').next().unwrap_or_default().to_owned();
        match line.split([':', ';']).next().unwrap_or_default() {
            "DTSTART" => begin = value,
            "DTEND" => assert!(value > begin, "ends at {value}, begins at {begin}"),
            "UID" => assert!(uids.insert(value)),
            _ => {}
        }
    }
}

/// The event with this UID: its lines.
fn event(file: &str, uid: &str) -> String {
    let unfolded = file.replace("\r\n ", "");
    let found = unfolded.split("BEGIN:VEVENT").find(|event| event.contains(&format!("UID:{uid}\r\n")));
    found.unwrap_or_else(|| panic!("no {uid} in {file}")).to_owned()
}

#[test]
fn the_files_of_the_example_are_well_formed() {
    for feed in FEEDS.iter() {
        let file = write(&(feed.compose)(&veldrijk()), "");
        well_formed(&file);
        if let Ok(folder) = std::env::var("WEP_LOOK") {
            std::fs::create_dir_all(&folder).unwrap();
            std::fs::write(std::path::Path::new(&folder).join(feed.name), &file).unwrap();
        }
    }
    insta::assert_snapshot!("overleg.ics", file(&veldrijk(), "").replace('\r', ""));
}

#[test]
fn what_stands_in_the_earlier_file_by_hand_breaks_nothing() {
    let before = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nBEGIN:VALARM\r\nEND:VCALENDAR\r\nSUMMARY:x\u{b}\ry\r\nDTSTART;TZID=\
        Europe/Amsterdam:20270209T100000\r\nDTEND;TZID=Europe/Amsterdam:20270209T110000\r\nSTATUS:CONFIRMED\r\nEND:VEVENT\r\n";
    let written = write(&Calendar::default(), &format!("{before}{before}"));
    well_formed(&written);
    assert_eq!(written.matches("\r\nUID:a\r\n").count(), 1, "{written}");
    assert!(written.contains("\r\nSUMMARY:xy\r\n") && !written.contains("VALARM"), "{written}");
    assert_eq!(written.matches("END:VCALENDAR").count(), 1, "{written}");
    assert_eq!(write(&Calendar::default(), &written), written);
}

#[test]
fn hostile_text_stays_text() {
    for shift in [0, 40, 80, 120] {
        let (project, _) = with_attacks(shift);
        for feed in FEEDS.iter() {
            let calendar = (feed.compose)(&project);
            let file = write(&calendar, "");
            well_formed(&file);
            assert_eq!(file.matches("\r\nBEGIN:VEVENT\r\n").count(), calendar.events.len(), "{shift}");
            assert_eq!(write(&calendar, &file), file, "{shift}");
        }
    }
}

#[test]
fn made_again_nothing_changes() {
    let project = veldrijk();
    let first = file(&project, "");
    assert_eq!(file(&project, &first), first);
    assert_eq!(file(&project, &first.replace("\r\n", "\n")), first, "also when something changed its line ends");
}

#[test]
fn a_moved_meeting_keeps_its_uid_and_its_sequence_rises() {
    let mut project = veldrijk();
    let before = file(&project, "");
    let march = uid(&["veldrijk", "overleg", "2027-03"]);
    assert!(event(&before, &march).contains("SEQUENCE:0\r\n"));
    let move_to = |day| Verzet { van: Some(Datum(date(2027, 3, 9))), naar: Some(Datum(day)), tijd: None, reden: None };
    project.overleg.verzet.push(move_to(date(2027, 3, 16)));
    let after = file(&project, &before);
    let moved = event(&after, &march);
    assert!(moved.contains("SEQUENCE:1\r\n") && moved.contains(":20270316T100000"), "{moved}");
    assert!(moved.contains("DTSTAMP:20121001T000100Z"), "{moved}");
    // The others are as they were.
    let april = uid(&["veldrijk", "overleg", "2027-04"]);
    assert_eq!(event(&before, &april), event(&after, &april));
    project.overleg.verzet.last_mut().unwrap().naar = Some(Datum(date(2027, 3, 23)));
    assert!(event(&file(&project, &after), &march).contains("SEQUENCE:2\r\n"));
    // Another fixed day is another day for the same meetings.
    project.overleg.verzet.clear();
    project.overleg.dag = Some("derde woensdag".parse().unwrap());
    let other = event(&file(&project, &before), &march);
    assert!(other.contains("SEQUENCE:1\r\n") && other.contains(":20270317T100000"), "{other}");
}

#[test]
fn a_cancelled_meeting_says_so_and_so_does_one_that_is_gone() {
    let mut project = veldrijk();
    let before = file(&project, "");
    project.overleg.vervallen.push(Vervallen { datum: Some(Datum(date(2027, 3, 9))), reden: None });
    let march = event(&file(&project, &before), &uid(&["veldrijk", "overleg", "2027-03"]));
    assert!(march.contains("STATUS:CANCELLED") && march.contains("SEQUENCE:1\r\n"), "{march}");
    project.overleg.maanden = Some(12);
    let shorter = file(&project, &before);
    well_formed(&shorter);
    let gone = event(&shorter, &uid(&["veldrijk", "overleg", "2028-04"]));
    assert!(gone.contains("STATUS:CANCELLED") && gone.contains("SEQUENCE:1\r\n"), "{gone}");
    assert_eq!(file(&project, &shorter), shorter, "cancelled once, and then left alone");
}

#[test]
fn a_lost_file_does_not_take_back_a_change() {
    let project = veldrijk();
    let june = event(&file(&project, ""), &uid(&["veldrijk", "overleg", "2027-06"]));
    assert!(june.contains("SEQUENCE:1\r\n"), "{june}");
}

#[test]
fn an_event_that_ends_before_it_begins_is_not_written() {
    let at = |hour| date(2027, 3, 28).at(hour, 0, 0, 0);
    let event = |begin, end| Event {
        uid: uid(&["x"]),
        begin: at(begin),
        end: at(end),
        summary: "x".to_owned(),
        location: String::new(),
        description: String::new(),
        cancelled: false,
        changes: 0,
        repeat: None,
    };
    let calendar = |one| Calendar { name: "x".to_owned(), organizer: None, events: vec![one] };
    assert!(!write(&calendar(event(12, 10)), "").contains("VEVENT"));
    assert!(!write(&calendar(event(12, 12)), "").contains("VEVENT"));
    let text = write(&calendar(event(10, 12)), "");
    assert!(text.contains("DTSTART;TZID=Europe/Amsterdam:20270328T100000"));
}
