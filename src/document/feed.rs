//! Calendar files beside documents, and what their events share.

use jiff::civil::{DateTime, Time};

use super::Purpose;
use super::wording::{self, filled};
use crate::ics::Calendar;
use crate::model::{Datum, Project, Tijd};

/// A calendar file that goes with documents.
#[derive(Debug, Clone, Copy)]
pub struct Feed {
    /// The name of the file.
    pub name: &'static str,
    /// What it is called.
    pub title: &'static str,
    pub purpose: Purpose,
    /// The files of the gemeente that it draws from.
    pub files: &'static [&'static str],
    pub compose: fn(&Project) -> Calendar,
}

/// The gemeente, as part of what makes an event this one and no other.
pub fn gemeente(project: &Project) -> String {
    filled(&project.wep.gemeente).unwrap_or_default().to_lowercase()
}

/// What an event or a calendar is called, with the name of the initiative behind it.
pub fn title(project: &Project, name: &str) -> String {
    [Some(name.to_owned()), filled(&project.wep.naam)].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// Name and address of who gives a calendar out.
pub fn organizer(project: &Project) -> Option<(String, String)> {
    let contact = &project.wep.contact;
    let email = filled(&contact.email)?;
    Some((filled(&contact.naam).unwrap_or_else(|| email.clone()), email))
}

/// Name and address of a place, on one line.
pub fn location(project: &Project, place: &Option<String>) -> String {
    let (naam, adres) = wording::place(project, place);
    naam.into_iter().chain(adres).collect::<Vec<_>>().join(", ")
}

/// “Vragen: Samira el Idrissi, (0199) 12 34 56.”; nothing as long as nobody is known.
pub fn questions(project: &Project) -> Option<String> {
    let contact = [filled(&project.wep.contact.naam), filled(&project.wep.contact.telefoon)];
    let contact: Vec<String> = contact.into_iter().flatten().collect();
    (!contact.is_empty()).then(|| format!("Vragen: {}.", contact.join(", ")))
}

/// A moment on the clock of the Netherlands.
pub fn at(day: Datum, time: Tijd) -> DateTime {
    let minutes = time.minutes();
    day.0.to_datetime(Time::new((minutes / 60) as i8, (minutes % 60) as i8, 0, 0).unwrap_or_default())
}
