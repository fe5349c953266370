//! The days of an activity in words: those that are hard to remember, and those on which it is not held.

use super::super::wording::filled;
use crate::calendar::{MONTHS, Recurrence};
use crate::dutch::enumerated;
use crate::model::{Activiteit, Datum, Herhaling, Keer, NietDoor, Project};

/// More days than this nobody reads in a line.
const MOST: usize = 12;

/// How the days of an activity show.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Dagen {
    /// The days on which it is held; nothing when it is every week or only once.
    pub wel: Option<String>,
    /// When it is not held; nothing when that speaks for itself.
    pub niet: Option<String>,
}

pub fn dagen(project: &Project, activiteit: &Activiteit) -> Dagen {
    let keren = project.keren(activiteit);
    let Some(Herhaling::Regel(rule)) = activiteit.wanneer else {
        return Dagen { wel: None, niet: not_held(&keren, true) };
    };
    let held: Vec<Datum> = keren.iter().filter(|keer| keer.niet.is_none()).map(|keer| keer.datum).collect();
    let listed = !rule.is_weekly() && !held.is_empty();
    Dagen { wel: listed.then(|| list(&held, rule)), niet: not_held(&keren, !listed) }
}

/// “9 februari, 9 maart en 13 april 2027”: the year once, behind its last day.
fn list(days: &[Datum], rule: Recurrence) -> String {
    let shown = &days[..days.len().min(MOST)];
    let mut years: Vec<(i16, Vec<String>)> = Vec::new();
    for day in shown {
        let text = format!("{}\u{a0}{}", day.0.day(), MONTHS[day.0.month() as usize - 1]);
        match years.last_mut().filter(|(year, _)| *year == day.0.year()) {
            Some((_, days)) => days.push(text),
            None => years.push((day.0.year(), vec![text])),
        }
    }
    let years: Vec<String> = years.into_iter().map(|(year, days)| format!("{} {year}", enumerated(&days))).collect();
    let rest = if shown.len() < days.len() { format!(", en daarna {rule}") } else { String::new() };
    format!("{}{rest}", years.join("; "))
}

/// When it is not held: names of holidays, and single days. `all` also names what a list of days already shows.
fn not_held(keren: &[Keer], all: bool) -> Option<String> {
    let mut said: Vec<String> = Vec::new();
    for keer in keren {
        let day = keer.datum.long();
        let text = match &keer.niet {
            Some(NietDoor::Schoolvakantie(name)) if all => name.clone(),
            Some(NietDoor::Feestdag(name)) if all => format!("{day} ({name})"),
            Some(NietDoor::Vervallen(reason)) => match filled(reason) {
                Some(reason) => format!("{day} ({reason})"),
                None => day,
            },
            _ => continue,
        };
        if !said.contains(&text) {
            said.push(text);
        }
    }
    (!said.is_empty()).then(|| enumerated(&said))
}
