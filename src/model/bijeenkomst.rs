//! The meetings that follow from `overleg.yaml`: their days after the rule, what was avoided, and what people moved
//! (S6, S7).

use jiff::ToSpan;
use jiff::civil::Date;

use super::{Agendapunt, DagVanDeMaand, Datum, JaNee, Overleg, Project, Tijd, Vervallen, Verzet};
use crate::calendar::{Closed, Phase, Rhythm, Series, Slot, Start, holiday, holiday_for_some};

/// One meeting of the body that governs the initiative, or of the wijknetwerk.
#[derive(Debug, Clone, PartialEq)]
pub struct Bijeenkomst {
    /// Counted from 1.
    pub nummer: u32,
    /// Which part of the rhythm it belongs to, from 0: monthly, after that, and when all goes well.
    pub fase: usize,
    /// The last one before another rhythm: the body decides on it here.
    pub sluit_fase: bool,
    /// The day after the rule. Its month tells which meeting it is, however it moves.
    pub volgens_regel: Datum,
    /// The day when holidays are avoided; nothing when there is no free day near.
    pub gepland: Option<Datum>,
    /// Why `gepland` is another day than the rule gives.
    pub waarom: Option<String>,
    /// The day on which it is held, after what people moved.
    pub datum: Option<Datum>,
    pub begin: Option<Tijd>,
    /// Nothing as long as the duration is not known, or when it would pass midnight.
    pub einde: Option<Tijd>,
    /// How people moved it, the last time.
    pub verzet: Option<Verzet>,
    pub vervallen: Option<Vervallen>,
    /// How often people changed it: moved or cancelled.
    pub wijzigingen: u32,
}

/// What a series is planned with.
struct Wish<'a> {
    first: Option<Datum>,
    rule: Option<DagVanDeMaand>,
    phases: Option<Vec<Phase>>,
    begin: Option<Tijd>,
    minutes: Option<u32>,
    moved: &'a [Verzet],
    cancelled: &'a [Vervallen],
}

impl Bijeenkomst {
    /// Whether this day is one of its days: now, as planned, or after the rule.
    pub fn is_op(&self, day: Datum) -> bool {
        [self.datum, self.gepland, Some(self.volgens_regel)].contains(&Some(day))
    }

    /// The points of one's own for this meeting.
    pub fn eigen_punten<'a>(&self, overleg: &'a Overleg) -> Vec<&'a Agendapunt> {
        overleg.agendapunten.iter().filter(|punt| punt.bijeenkomst.is_none_or(|day| self.is_op(day))).collect()
    }

    /// It takes place, on a day that is known.
    pub fn gaat_door(&self) -> bool {
        self.vervallen.is_none() && self.datum.is_some()
    }
}

impl Project {
    /// The meetings of the body that governs the initiative; none as long as its start, its day or its rhythm is
    /// missing.
    pub fn overleg_bijeenkomsten(&self) -> Vec<Bijeenkomst> {
        let overleg = &self.overleg;
        let phases = overleg.maandelijks_gedurende.zip(overleg.daarna_om_de_maanden).map(|(monthly, after)| {
            let last = overleg.daarna_aantal_bijeenkomsten.zip(overleg.bij_goede_voortgang_per_jaar);
            let mut phases = vec![
                Phase { meetings: Some(monthly), rhythm: Rhythm::EveryMonths(1) },
                Phase { meetings: last.map(|(meetings, _)| meetings), rhythm: Rhythm::EveryMonths(after) },
            ];
            phases.extend(last.map(|(_, times)| Phase { meetings: None, rhythm: Rhythm::PerYear(times) }));
            phases
        });
        self.meetings(&Wish {
            first: overleg.eerste_bijeenkomst,
            rule: overleg.dag,
            phases,
            begin: overleg.tijd,
            minutes: overleg.duur,
            moved: &overleg.verzet,
            cancelled: &overleg.vervallen,
        })
    }

    /// The meetings of the wijknetwerk; none as long as its start, its day or how often is missing.
    pub fn wijknetwerk_bijeenkomsten(&self) -> Vec<Bijeenkomst> {
        let network = &self.overleg.wijknetwerk;
        self.meetings(&Wish {
            first: network.eerste_bijeenkomst,
            rule: network.dag,
            phases: network.per_jaar.map(|times| vec![Phase { meetings: None, rhythm: Rhythm::PerYear(times) }]),
            begin: network.tijd,
            minutes: network.duur,
            moved: &network.verzet,
            cancelled: &network.vervallen,
        })
    }

    /// The last day of the calendar: the one that is named, or so many months after the first meeting.
    pub fn kalender_tot_en_met(&self) -> Option<Datum> {
        let overleg = &self.overleg;
        let begin = overleg.eerste_bijeenkomst.or(self.wep.startdatum)?;
        overleg.tot_en_met.or_else(|| {
            let end = begin.0.checked_add(i64::from(overleg.maanden?).months()).ok()?;
            end.yesterday().ok().map(Datum)
        })
    }

    /// Why nobody meets on this day: a public holiday, or a school holiday that was given.
    pub fn vrije_dag(&self, day: Date) -> Option<String> {
        let public = holiday(day).map(|name| match holiday_for_some(name) {
            true => format!("{name} (niet voor iedereen een vrije dag)"),
            false => name.to_owned(),
        });
        public.or_else(|| self.schoolvakantie(day))
    }

    /// The name of the school holiday, of those that were given, in which this day falls.
    pub fn schoolvakantie(&self, day: Date) -> Option<String> {
        let inside = self.overleg.schoolvakanties.iter().find(|vakantie| {
            matches!((vakantie.van, vakantie.tot_en_met), (Some(van), Some(end)) if (van.0..=end.0).contains(&day))
        });
        let name = inside?.naam.as_deref().map(str::trim).filter(|name| !name.is_empty());
        Some(name.unwrap_or("schoolvakantie").to_owned())
    }

    fn meetings(&self, wish: &Wish) -> Vec<Bijeenkomst> {
        let start = wish.first.map(|day| Start::On(day.0)).or(self.wep.startdatum.map(|day| Start::From(day.0)));
        let (Some(start), Some(rule), Some(phases), Some(until)) =
            (start, wish.rule, wish.phases.clone(), self.kalender_tot_en_met())
        else {
            return Vec::new();
        };
        let series = Series { start, rule: rule.0, phases, until: until.0 };
        let slots = series.meetings(|day| self.vrije_dag(day));
        let mut meetings: Vec<Bijeenkomst> = slots.into_iter().map(|slot| meeting(slot, wish)).collect();
        for moved in wish.moved {
            let Some(found) = moved.van.and_then(|day| find(&meetings, day)) else { continue };
            let meeting = &mut meetings[found];
            meeting.datum = moved.naar;
            meeting.begin = moved.tijd.or(wish.begin);
            meeting.einde = end_of(meeting.begin, wish.minutes);
            meeting.verzet = Some(moved.clone());
            meeting.wijzigingen += 1;
        }
        for cancelled in wish.cancelled {
            let Some(found) = cancelled.datum.and_then(|day| find(&meetings, day)) else { continue };
            meetings[found].vervallen = Some(cancelled.clone());
            meetings[found].wijzigingen += 1;
        }
        meetings
    }
}

/// The index of the meeting on this day: where it is now, where it was planned, or where the rule had it.
fn find(meetings: &[Bijeenkomst], day: Datum) -> Option<usize> {
    let at = |on: fn(&Bijeenkomst) -> Option<Datum>| meetings.iter().position(|one| on(one) == Some(day));
    at(|one| one.datum).or_else(|| at(|one| one.gepland)).or_else(|| at(|one| Some(one.volgens_regel)))
}

/// The meeting on this day, by any of its days.
pub fn bijeenkomst_op(meetings: &[Bijeenkomst], day: Datum) -> Option<&Bijeenkomst> {
    find(meetings, day).map(|index| &meetings[index])
}

fn meeting(slot: Slot, wish: &Wish) -> Bijeenkomst {
    let day = slot.day.map(Datum);
    Bijeenkomst {
        nummer: slot.number,
        fase: slot.phase,
        sluit_fase: slot.closes_phase,
        volgens_regel: Datum(slot.nominal),
        gepland: day,
        waarom: slot.why.map(|why| match why {
            Closed::Holiday(name) => name,
            Closed::Previous => "de vorige bijeenkomst is later dan gewoonlijk".to_owned(),
        }),
        datum: day,
        begin: wish.begin,
        einde: end_of(wish.begin, wish.minutes),
        verzet: None,
        vervallen: None,
        wijzigingen: 0,
    }
}

fn end_of(begin: Option<Tijd>, minutes: Option<u32>) -> Option<Tijd> {
    begin?.plus(minutes?)
}

impl super::Actie {
    pub fn is_open(&self) -> bool {
        self.gereed != Some(JaNee(true))
    }
}
