//! The calendar file that was made before: what each event was, so that a change can be told.

use std::collections::BTreeSet;

use super::text::unfold;

/// The properties that wep gives an event, but for UID, SEQUENCE and DTSTAMP. Another that stands in a file by hand has no
/// place in what wep writes: a part that is opened in an event, and not closed, would break the file.
const OURS: [&str; 10] =
    ["DTSTART", "DTEND", "SUMMARY", "RRULE", "EXDATE", "LOCATION", "DESCRIPTION", "ORGANIZER", "STATUS", "TRANSP"];

/// The events of a file, in its order.
pub struct Previous(Vec<Before>);

/// An event as it was.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Before {
    pub uid: String,
    pub sequence: u32,
    /// Its other lines, without DTSTAMP.
    pub content: Vec<String>,
}

impl Previous {
    /// Reads what can be read; an event without a UID is left out, and so is a second one with the same.
    pub fn read(file: &str) -> Previous {
        let mut events: Vec<Before> = Vec::new();
        let mut uids = BTreeSet::new();
        let mut open: Option<Before> = None;
        for line in unfold(file) {
            match (line.split_once(':'), &mut open) {
                (Some(("BEGIN", "VEVENT")), _) => open = Some(Before::default()),
                (Some(("END", "VEVENT")), _) => {
                    let is_one = |event: &Before| !event.uid.is_empty() && uids.insert(event.uid.clone());
                    events.extend(open.take().filter(is_one));
                }
                (Some(("UID", uid)), Some(event)) => event.uid = uid.to_owned(),
                (Some(("SEQUENCE", number)), Some(event)) => event.sequence = number.parse().unwrap_or_default(),
                (_, Some(event)) if OURS.contains(&name(&line)) => event.content.push(line),
                _ => {}
            }
        }
        Previous(events)
    }

    /// The event with this UID, which is then no longer one of the rest.
    pub fn take(&mut self, uid: &str) -> Option<Before> {
        let index = self.0.iter().position(|event| event.uid == uid)?;
        Some(self.0.remove(index))
    }

    pub fn rest(&self) -> &[Before] {
        &self.0
    }
}

/// The name of a property: what stands before its parameters and its value.
fn name(line: &str) -> &str {
    line.split([':', ';']).next().unwrap_or_default()
}

impl Before {
    pub fn is_cancelled(&self) -> bool {
        self.content.iter().any(|line| line == "STATUS:CANCELLED")
    }

    /// The same lines, saying that it does not take place.
    pub fn cancelled(&self) -> Vec<String> {
        let mut lines: Vec<String> = self
            .content
            .iter()
            .filter(|line| !line.starts_with("STATUS:") && !line.starts_with("TRANSP:"))
            .cloned()
            .collect();
        lines.extend(["STATUS:CANCELLED".to_owned(), "TRANSP:TRANSPARENT".to_owned()]);
        lines
    }
}
