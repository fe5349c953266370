//! The days on which an activity is, after its one rule: which are held, and why others are not (X5).

use jiff::ToSpan;

use super::{Activiteit, Datum, Herhaling, JaNee, Project};
use crate::calendar::holiday;

/// One day of an activity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keer {
    pub datum: Datum,
    /// Why it is not held on this day; nothing when it is.
    pub niet: Option<NietDoor>,
}

/// Why an activity is not held on a day after its rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NietDoor {
    Feestdag(String),
    Schoolvakantie(String),
    /// People said so, perhaps with a reason.
    Vervallen(Option<String>),
}

impl Project {
    /// The first day of the programme: its own, or that of the initiative.
    pub fn programma_begin(&self) -> Option<Datum> {
        self.activiteiten.begin.or(self.wep.startdatum)
    }

    /// The last day for which days are counted: that of the programme; as long as it has none, a year after its first.
    pub fn programma_einde(&self) -> Option<Datum> {
        self.activiteiten.tot_en_met.or_else(|| {
            let year = self.programma_begin()?.0.checked_add(1.year()).ok()?;
            year.yesterday().ok().map(Datum)
        })
    }

    /// The days of an activity in the programme, in order. What is once, is on its day, whatever the programme says.
    /// None as long as the rule, or the first day, is missing.
    pub fn keren(&self, activiteit: &Activiteit) -> Vec<Keer> {
        let days = match activiteit.wanneer {
            None => Vec::new(),
            Some(Herhaling::Eenmalig(datum)) => vec![datum],
            Some(Herhaling::Regel(rule)) => {
                let first = self.programma_begin().or(activiteit.eerste_keer);
                let last = [self.programma_einde(), activiteit.laatste_keer].into_iter().flatten().min();
                let (Some(first), Some(last)) = (first, last) else { return Vec::new() };
                // Which weeks it skips follows from its own first time, also when that is before the programme.
                let from = activiteit.eerste_keer.unwrap_or(first);
                rule.days(from.0, last.0).into_iter().map(Datum).filter(|day| *day >= first).collect()
            }
        };
        days.into_iter().map(|datum| Keer { datum, niet: self.niet_door(activiteit, datum) }).collect()
    }

    /// Why an activity is not held on a day that is one of its own.
    fn niet_door(&self, activiteit: &Activiteit, datum: Datum) -> Option<NietDoor> {
        if let Some(one) = activiteit.vervallen.iter().find(|one| one.datum == Some(datum)) {
            return Some(NietDoor::Vervallen(one.reden.clone()));
        }
        // Who chose a single day has looked at the calendar: `check` says what is special about it.
        if matches!(activiteit.wanneer, Some(Herhaling::Eenmalig(_))) {
            return None;
        }
        let skips = |answer: Option<JaNee>| answer != Some(JaNee(true));
        // A holiday within a school holiday needs no word of its own.
        let school = self.schoolvakantie(datum.0).filter(|_| skips(activiteit.in_schoolvakanties));
        let public = || holiday(datum.0).filter(|_| skips(activiteit.op_feestdagen));
        school.map(NietDoor::Schoolvakantie).or_else(|| public().map(|name| NietDoor::Feestdag(name.to_owned())))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::super::{Schoolvakantie, Vervallen};
    use super::*;

    fn project() -> Project {
        let mut project = Project::default();
        project.activiteiten.begin = Some(Datum(date(2027, 3, 1)));
        project.activiteiten.tot_en_met = Some(Datum(date(2027, 5, 31)));
        project.overleg.schoolvakanties.push(Schoolvakantie {
            naam: Some("meivakantie".to_owned()),
            van: Some(Datum(date(2027, 4, 24))),
            tot_en_met: Some(Datum(date(2027, 5, 9))),
        });
        project
    }

    fn activity(wanneer: &str) -> Activiteit {
        Activiteit { wanneer: Some(wanneer.parse().unwrap()), ..Activiteit::default() }
    }

    fn held(project: &Project, activiteit: &Activiteit) -> Vec<(i8, i8)> {
        let held = project.keren(activiteit).into_iter().filter(|keer| keer.niet.is_none());
        held.map(|keer| (keer.datum.0.month(), keer.datum.0.day())).collect()
    }

    #[test]
    fn holidays_are_left_out_unless_people_want_otherwise() {
        let project = project();
        let mut mondays = activity("elke maandag");
        // Not on Easter Monday, in the meivakantie, on Whit Monday.
        assert_eq!(
            held(&project, &mondays),
            [(3, 1), (3, 8), (3, 15), (3, 22), (4, 5), (4, 12), (4, 19), (5, 10), (5, 24), (5, 31)]
        );
        mondays.in_schoolvakanties = Some(JaNee(true));
        mondays.op_feestdagen = Some(JaNee(true));
        assert_eq!(held(&project, &mondays).len(), 14);
        mondays.vervallen.push(Vervallen { datum: Some(Datum(date(2027, 3, 8))), reden: None });
        assert_eq!(held(&project, &mondays).len(), 13);
    }

    #[test]
    fn which_weeks_are_skipped_follows_from_the_first_time_also_before_the_programme() {
        let mut fortnight = activity("om de week op woensdag");
        fortnight.eerste_keer = Some(Datum(date(2027, 2, 3)));
        fortnight.laatste_keer = Some(Datum(date(2027, 4, 15)));
        assert_eq!(held(&project(), &fortnight), [(3, 3), (3, 17), (3, 31), (4, 14)]);
    }

    #[test]
    fn what_is_once_is_on_its_day() {
        assert_eq!(held(&project(), &activity("2028-12-25")), [(12, 25)]);
        assert!(held(&Project::default(), &activity("elke maandag")).is_empty());
    }
}
