//! A day on which people come together is one on which they can come.

use super::super::{Code, Finding, Route};
use crate::calendar::holiday;
use crate::model::Datum;

/// What is against this day: a public holiday, or a Sunday.
pub fn against(file: &'static str, route: Route, day: Datum) -> Option<Finding> {
    if let Some(name) = holiday(day.0) {
        let message = format!("{} is {name}", day.long());
        return Some(
            Finding::at(Code::DateHoliday, file, route, message)
                .help("kies een gewone werkdag, dan kunnen de meeste mensen komen"),
        );
    }
    let message = format!("{} is een zondag", day.long());
    (day.weekday() == "zondag").then(|| {
        Finding::at(Code::DateSunday, file, route, message).help("kies een werkdag, dan kunnen de meeste mensen komen")
    })
}
