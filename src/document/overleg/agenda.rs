//! The view of the agendas: per meeting the responsibilities of §3.3 as points, what falls due and open actions (S5).

use serde::Serialize;
use serde_json::Value;

use super::super::wording::{every_months, filled, number};
use super::minuten::{clock, share};
use super::{BijeenkomstView, chosen, met_lidwoord, view_of, who};
use crate::handbook::{self, BUDGET, VASTE_PUNTEN, VERANTWOORDELIJKHEDEN, VOORTGANG};
use crate::model::{Actie, Bijeenkomst, Datum, JaNee, MINUTEN_EIGEN_PUNT, Project};
use crate::tree::Meta;

/// Minutes for opening and for closing.
const EDGE: u32 = 5;
/// The share of time of the point about minutes and actions.
const ACTIONS_WEIGHT: u32 = 2;

#[derive(Serialize)]
struct View {
    handleiding: &'static str,
    overleg: &'static str,
    voorzitter: Option<String>,
    verantwoordelijkheden: [handbook::Verantwoordelijkheid; 6],
    agendas: Vec<AgendaView>,
}

#[derive(Serialize)]
struct AgendaView {
    bijeenkomst: BijeenkomstView,
    /// Not the first in the document.
    vervolg: bool,
    punten: Vec<PuntView>,
    mijlpalen: Vec<MijlpaalView>,
    acties: Vec<ActieView>,
    volgende: Option<String>,
    is_laatste: bool,
}

#[derive(Serialize)]
pub(super) struct PuntView {
    pub tijd: Option<String>,
    pub titel: Option<String>,
    pub toelichting: Option<String>,
    pub minuten: Option<u32>,
}

#[derive(Serialize)]
struct MijlpaalView {
    datum: String,
    wat: String,
    wie: Vec<String>,
}

#[derive(Serialize)]
pub(super) struct ActieView {
    actie: Option<String>,
    wie: Option<String>,
    voor: Option<String>,
}

pub fn meta(project: &Project) -> Meta {
    super::meta(project, super::title_of(project, "Agenda"))
}

pub fn view(project: &Project) -> Value {
    let all: Vec<Bijeenkomst> = project.overleg_bijeenkomsten().into_iter().filter(Bijeenkomst::gaat_door).collect();
    let agendas = chosen(project, all.clone()).into_iter().enumerate().map(|(index, one)| {
        let place = all.iter().position(|other| other.nummer == one.nummer).unwrap_or_default();
        let next = all.get(place + 1).and_then(|next| next.datum);
        let previous = place.checked_sub(1).and_then(|before| all[before].datum);
        AgendaView {
            vervolg: index > 0,
            punten: points(project, &one),
            mijlpalen: milestones(project, one.datum, next),
            acties: due(project, previous, one.datum),
            volgende: next.map(Datum::with_weekday),
            is_laatste: next.is_none(),
            bijeenkomst: view_of(project, &one, &project.overleg.locatie),
        }
    });
    let view = View {
        handleiding: handbook::TITLE,
        overleg: met_lidwoord(project),
        voorzitter: super::super::wording::short_name_of(project, &project.overleg.voorzitter),
        verantwoordelijkheden: VERANTWOORDELIJKHEDEN,
        agendas: agendas.collect(),
    };
    serde_json::to_value(view).unwrap_or_default()
}

/// The points with their times, which together take just as long as the meeting.
pub(super) fn points(project: &Project, meeting: &Bijeenkomst) -> Vec<PuntView> {
    let overleg = &project.overleg;
    let fixed = VASTE_PUNTEN.iter().enumerate();
    let fixed: Vec<_> = fixed.filter(|(index, _)| *index != BUDGET || overleg.budget != Some(JaNee(false))).collect();
    let own = meeting.eigen_punten(overleg);
    let decision = meeting.sluit_fase.then(|| decision(project, meeting));
    let own_minutes = |minutes: Option<u32>| minutes.unwrap_or(MINUTEN_EIGEN_PUNT);
    let taken: u32 = own.iter().map(|punt| own_minutes(punt.minuten)).fold(2 * EDGE, u32::saturating_add);
    let taken = taken.saturating_add(if decision.is_some() { MINUTEN_EIGEN_PUNT } else { 0 });
    let weights: Vec<u32> = std::iter::once(ACTIONS_WEIGHT).chain(fixed.iter().map(|(_, punt)| punt.gewicht)).collect();
    let shares = overleg.duur.map(|minutes| share(minutes.saturating_sub(taken), &weights));
    let share_of = |index: usize| shares.as_ref().map(|shares| shares[index]);

    let mut rows: Vec<(Option<String>, Option<String>, Option<u32>)> = Vec::new();
    let known = overleg.duur.is_some();
    let edge = known.then_some(EDGE);
    let text = |text: &str| Some(text.to_owned());
    rows.push((text("Opening"), text("Wie is er? Klopt de agenda?"), edge));
    rows.push((
        text("Verslag en acties"),
        text("Klopt het verslag van de vorige keer? Welke acties zijn klaar?"),
        share_of(0),
    ));
    for (place, (index, punt)) in fixed.iter().enumerate() {
        let more = if *index == VOORTGANG { " Zie de lijst hieronder." } else { "" };
        rows.push((text(punt.titel), Some(format!("{}{more}", punt.vraag)), share_of(place + 1)));
    }
    for punt in own {
        rows.push((filled(&punt.punt), None, known.then(|| own_minutes(punt.minuten))));
    }
    if let Some(decision) = decision {
        rows.push((
            text("Besluit: hoe vaak komen we voortaan bijeen?"),
            Some(decision),
            known.then_some(MINUTEN_EIGEN_PUNT),
        ));
    }
    rows.push((text("Afspraken en sluiting"), text("Wie doet wat, vóór wanneer? Wat vertellen we verder?"), edge));
    let minutes: Vec<Option<u32>> = rows.iter().map(|(.., minutes)| *minutes).collect();
    let times = clock(meeting.begin, &minutes);
    let rows = rows.into_iter().zip(times);
    rows.map(|((titel, toelichting, minuten), tijd)| PuntView { tijd, titel, toelichting, minuten }).collect()
}

/// What the body decides on at the end of a phase (S6). The handbook gives no measure for it: the body does.
fn decision(project: &Project, meeting: &Bijeenkomst) -> String {
    let overleg = &project.overleg;
    match meeting.fase {
        0 => {
            let after = overleg.daarna_om_de_maanden.map(every_months).unwrap_or_default();
            format!("De eerste periode is voorbij. Gaan we over naar {after}, of is vaker nodig?")
        }
        _ => {
            let times = overleg.bij_goede_voortgang_per_jaar.map(number).unwrap_or_default();
            format!("Loopt het zo goed dat {times} keer per jaar genoeg is?")
        }
    }
}

/// What falls due from this meeting on and before the next: activities of the plan, and evaluations.
fn milestones(project: &Project, from: Option<Datum>, before: Option<Datum>) -> Vec<MijlpaalView> {
    let Some(from) = from else { return Vec::new() };
    let inside = |day: Option<Datum>| day.filter(|day| *day >= from && before.is_none_or(|before| *day < before));
    let plan = &project.plan_van_aanpak;
    let mut found: Vec<(Datum, String, Vec<String>)> = Vec::new();
    for activity in &plan.planning {
        if let (Some(day), Some(what)) = (inside(activity.einde.or(activity.begin)), filled(&activity.naam)) {
            let owners = activity.wie.iter().filter_map(|one| who(project, &Some(one.clone()))).collect();
            let what = if activity.mijlpaal == Some(JaNee(true)) {
                format!("Mijlpaal: {what}")
            } else {
                format!("Klaar: {what}")
            };
            found.push((day, what, owners));
        }
    }
    for moment in &plan.evaluatiemomenten {
        if let (Some(day), Some(what)) = (inside(moment.datum), filled(&moment.wat)) {
            found.push((day, format!("Evaluatie: {what}"), who(project, &moment.wie).into_iter().collect()));
        }
    }
    if let Some(day) = inside(project.startbijeenkomst.datum) {
        found.push((day, "Startbijeenkomst".to_owned(), Vec::new()));
    }
    if let Some(day) = inside(project.convenant.evaluatie.eerste) {
        found.push((day, "Eerste evaluatie van het convenant".to_owned(), Vec::new()));
    }
    found.sort_by_key(|(day, ..)| *day);
    found.into_iter().map(|(day, wat, wie)| MijlpaalView { datum: day.long(), wat, wie }).collect()
}

/// Open actions that had to be ready since the meeting before. Asked for one meeting alone, older ones too.
fn due(project: &Project, previous: Option<Datum>, meeting: Option<Datum>) -> Vec<ActieView> {
    let all = project.overleg.alleen.is_some();
    let now = |action: &&Actie| {
        action.voor.is_some_and(|day| {
            meeting.is_some_and(|meeting| day <= meeting) && (all || previous.is_none_or(|previous| day > previous))
        })
    };
    project.overleg.acties.iter().filter(|one| one.is_open()).filter(now).map(|one| action(project, one)).collect()
}

pub(super) fn action(project: &Project, one: &Actie) -> ActieView {
    ActieView { actie: filled(&one.actie), wie: who(project, &one.wie), voor: one.voor.map(Datum::long) }
}
