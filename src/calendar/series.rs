//! A series of meetings: phases with their rhythm, a fixed day of the month, and days on which nobody meets.

use jiff::ToSpan;
use jiff::civil::Date;

use super::rule::{MonthRule, months_later};

/// What a series is made of.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    pub start: Start,
    pub rule: MonthRule,
    /// One after the other; one without a number of meetings goes on to the end.
    pub phases: Vec<Phase>,
    /// The last day on which a meeting can fall after the rule.
    pub until: Date,
}

/// How a series begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Start {
    /// With a meeting on this very day, whatever day that is.
    On(Date),
    /// With the first day of the rule on or after this day.
    From(Date),
}

/// Part of a series with one rhythm.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Phase {
    pub meetings: Option<u32>,
    pub rhythm: Rhythm,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rhythm {
    /// Once in so many months, from 1.
    EveryMonths(u32),
    /// So many times a year, 1 to 12, spread over the months.
    PerYear(u32),
}

/// One meeting of a series. No month has two, so that the month tells which meeting it is, wherever it moves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    /// Counted from 1.
    pub number: u32,
    /// Index of the phase.
    pub phase: usize,
    /// The last meeting of its phase, with another phase after it.
    pub closes_phase: bool,
    /// The day after the rule.
    pub nominal: Date,
    /// The day that it can be held on; nothing when there is none near.
    pub day: Option<Date>,
    /// Why it is not held on the day after the rule.
    pub why: Option<Closed>,
}

/// Why nobody meets on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Closed {
    /// A public holiday, or holidays of schools, by name.
    Holiday(String),
    /// The meeting before it moved so far that this one would not come after it.
    Previous,
}

/// More meetings than anyone plans ahead: a guard against a slip in a year.
const MOST: usize = 240;

/// How many weeks a meeting moves at most, either way.
const WEEKS: i64 = 8;

impl Rhythm {
    /// How many months the meeting with this number lies after that with number 0.
    fn months_to(self, number: u32) -> u32 {
        match self {
            Rhythm::EveryMonths(months) => months.max(1).saturating_mul(number),
            Rhythm::PerYear(times) => (u64::from(number) * 12 / u64::from(times.clamp(1, 12))) as u32,
        }
    }
}

impl Series {
    /// All meetings in order. `closed` gives the name of the holiday on a day; such a day is avoided: the meeting goes
    /// to the same weekday of the next week, or the week before, or the nearest week after that, always between the
    /// meetings around it. A first meeting with its own day stays there.
    pub fn meetings(&self, closed: impl Fn(Date) -> Option<String>) -> Vec<Slot> {
        let mut slots = self.slots();
        let mut previous: Option<Date> = None;
        for index in 0..slots.len() {
            let next = slots.get(index + 1).map(|slot| slot.nominal);
            let own_day = index == 0 && matches!(self.start, Start::On(_));
            let slot = &mut slots[index];
            let holiday = closed(slot.nominal).filter(|_| !own_day).map(Closed::Holiday);
            let late = previous.is_some_and(|previous| slot.nominal <= previous).then_some(Closed::Previous);
            slot.why = holiday.or(late);
            slot.day = match slot.why {
                None => Some(slot.nominal),
                Some(_) => {
                    let free = |day: &Date| previous.is_none_or(|previous| *day > previous) && closed(*day).is_none();
                    let before_next = |day: &Date| next.is_none_or(|next| *day < next);
                    let near = weeks_around(slot.nominal);
                    let between = near.iter().copied().find(|day| free(day) && before_next(day));
                    between.or_else(|| near.iter().copied().find(free))
                }
            };
            previous = slot.day.or(previous);
        }
        slots
    }

    /// The meetings on the days after the rule.
    fn slots(&self) -> Vec<Slot> {
        let first = match self.start {
            Start::On(day) => Some(day),
            Start::From(day) => self.rule.on_or_after(day),
        };
        let Some(first) = first else { return Vec::new() };
        let mut slots: Vec<Slot> = Vec::new();
        let mut passed = None;
        for (index, phase) in self.phases.iter().enumerate() {
            let mut last_of_phase = passed;
            for count in 1..=phase.meetings.unwrap_or(u32::MAX) {
                let months = match passed {
                    None => phase.rhythm.months_to(count - 1),
                    Some(passed) => phase.rhythm.months_to(count).saturating_add(passed),
                };
                let nominal = match months {
                    0 => Some(first),
                    _ => months_later(first.year(), first.month(), months)
                        .and_then(|(year, month)| self.rule.day_in(year, month)),
                };
                let Some(nominal) = nominal.filter(|day| *day <= self.until && slots.len() < MOST) else {
                    return slots;
                };
                let closes_phase = phase.meetings == Some(count) && index + 1 < self.phases.len();
                let number = slots.len() as u32 + 1;
                slots.push(Slot { number, phase: index, closes_phase, nominal, day: None, why: None });
                last_of_phase = Some(months);
            }
            passed = last_of_phase;
        }
        slots
    }
}

/// The same weekday in the weeks around: the next, the one before, and so on outward.
fn weeks_around(day: Date) -> Vec<Date> {
    let weeks = (1..=WEEKS).flat_map(|weeks| [weeks.weeks(), -weeks.weeks()]);
    weeks.filter_map(|weeks| day.checked_add(weeks).ok()).collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::super::holiday;
    use super::*;

    fn series(phases: Vec<Phase>) -> Series {
        let rule = "tweede dinsdag".parse().unwrap();
        Series { start: Start::From(date(2027, 2, 1)), rule, phases, until: date(2029, 1, 31) }
    }

    fn phase(meetings: Option<u32>, rhythm: Rhythm) -> Phase {
        Phase { meetings, rhythm }
    }

    fn months(slots: &[Slot]) -> Vec<(i16, i8)> {
        slots.iter().map(|slot| (slot.nominal.year() - 2027, slot.nominal.month())).collect()
    }

    #[test]
    fn s6_six_monthly_then_two_monthly_then_a_few_a_year() {
        let phases = vec![
            phase(Some(6), Rhythm::EveryMonths(1)),
            phase(Some(3), Rhythm::EveryMonths(2)),
            phase(None, Rhythm::PerYear(4)),
        ];
        let slots = series(phases).meetings(|_| None);
        let expected =
            [(0, 2), (0, 3), (0, 4), (0, 5), (0, 6), (0, 7), (0, 9), (0, 11), (1, 1), (1, 4), (1, 7), (1, 10), (2, 1)];
        assert_eq!(months(&slots), expected);
        let decisions: Vec<u32> = slots.iter().filter(|slot| slot.closes_phase).map(|slot| slot.number).collect();
        assert_eq!(decisions, [6, 9]);
    }

    #[test]
    fn five_times_a_year_is_spread() {
        let slots = series(vec![phase(None, Rhythm::PerYear(5))]).meetings(|_| None);
        assert_eq!(months(&slots)[..6], [(0, 2), (0, 4), (0, 6), (0, 9), (0, 11), (1, 2)]);
    }

    #[test]
    fn a_holiday_moves_a_meeting_a_week_and_a_long_one_to_its_nearest_edge() {
        let mut one = series(vec![phase(None, Rhythm::EveryMonths(1))]);
        one.rule = "laatste dinsdag".parse().unwrap();
        let king = one.meetings(|day| holiday(day).map(str::to_owned));
        assert_eq!(king[2].day, Some(date(2027, 5, 4)));
        assert_eq!(king[2].why, Some(Closed::Holiday("Koningsdag".to_owned())));
        let summer =
            |day: Date| (date(2027, 7, 10)..=date(2027, 8, 22)).contains(&day).then(|| "zomervakantie".to_owned());
        let slots = series(vec![phase(None, Rhythm::EveryMonths(1))]).meetings(summer);
        assert_eq!(slots[5].day, Some(date(2027, 7, 6)), "the week after is closed, the week before is not");
        assert_eq!(slots[6].day, Some(date(2027, 8, 24)), "two weeks later is nearer than five before");
    }

    #[test]
    fn a_year_without_a_free_day_leaves_meetings_without_a_day() {
        let slots = series(vec![phase(None, Rhythm::EveryMonths(1))]).meetings(|_| Some("alles dicht".to_owned()));
        assert!(slots.len() == 24 && slots.iter().all(|slot| slot.day.is_none()));
    }

    #[test]
    fn a_first_meeting_with_its_own_day_stays_there() {
        let mut one = series(vec![phase(None, Rhythm::EveryMonths(1))]);
        one.start = Start::On(date(2027, 2, 18));
        let slots = one.meetings(|day| (day == date(2027, 2, 18)).then(String::new));
        assert_eq!((slots[0].day, slots[1].day), (Some(date(2027, 2, 18)), Some(date(2027, 3, 9))));
    }
}
