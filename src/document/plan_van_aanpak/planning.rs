//! The planning: its table, numbered phase by phase, and the drawing of it.

use std::collections::HashMap;

use serde::Serialize;

use super::gantt::{self, Row};
use super::wie;
use crate::calendar::MONTHS;
use crate::document::wording::filled;
use crate::drawing::Illustration;
use crate::handbook::FASEN;
use crate::model::{Datum, Fase, PlanActiviteit, Project};

#[derive(Serialize)]
pub struct PlanningView {
    rijen: Vec<RijView>,
    /// One, or more when the planning is longer than a page.
    tekeningen: Vec<Illustration>,
    /// Numbers of the rows that lack a day.
    niet_getekend: Vec<String>,
}

#[derive(Serialize)]
struct RijView {
    nummer: usize,
    naam: Option<String>,
    wijk: Option<String>,
    mijlpaal: bool,
    fase: Option<String>,
    begin: Option<String>,
    einde: Option<String>,
    /// Empty when nobody is named yet, or nobody whom wep knows.
    wie: Vec<Option<String>>,
    /// Numbers of other rows.
    wacht_op: Vec<String>,
}

pub fn view(project: &Project) -> PlanningView {
    let activities = in_order(project);
    let mut numbers: HashMap<&str, usize> = HashMap::new();
    for (index, activity) in activities.iter().enumerate() {
        if let Some(id) = activity.id.as_deref() {
            numbers.entry(id).or_insert(index + 1);
        }
    }
    let waits = |activity: &PlanActiviteit| -> Vec<usize> {
        activity.wacht_op.iter().filter_map(|id| numbers.get(id.as_str()).copied()).collect()
    };
    let mut rows = Vec::new();
    let mut niet_getekend = Vec::new();
    for (activity, nummer) in activities.iter().zip(1..) {
        let Some((begin, einde)) = activity.dagen() else {
            niet_getekend.push(nummer.to_string());
            continue;
        };
        rows.push(Row {
            nummer,
            naam: filled(&activity.naam).unwrap_or_else(|| "nog zonder naam".to_owned()),
            fase: activity.fase,
            begin: begin.0,
            einde: einde.0,
            mijlpaal: activity.is_mijlpaal(),
            wacht_op: waits(activity),
        });
    }
    let rijen = activities.iter().zip(1..).map(|(activity, nummer)| RijView {
        nummer,
        naam: filled(&activity.naam),
        wijk: activity.wijk.as_deref().and_then(|id| project.wijk(id)).and_then(|wijk| filled(&wijk.naam)),
        mijlpaal: activity.is_mijlpaal(),
        fase: activity.fase.map(fase_naam),
        begin: activity.dagen().map(|days| days.0).or(activity.begin).map(Datum::long),
        einde: activity.dagen().map(|days| days.1).or(activity.einde).map(Datum::long),
        wie: activity.wie.iter().map(|one| wie(project, one)).collect(),
        wacht_op: waits(activity).iter().map(usize::to_string).collect(),
    });
    PlanningView { rijen: rijen.collect(), tekeningen: drawings(&rows), niet_getekend }
}

/// By phase, and inside a phase by day; what lacks one comes last.
fn in_order(project: &Project) -> Vec<&PlanActiviteit> {
    let mut activities: Vec<&PlanActiviteit> = project.plan_van_aanpak.planning.iter().collect();
    activities.sort_by_key(|one| (one.fase.is_none(), one.fase, one.dagen().is_none(), one.dagen()));
    activities
}

/// “1 Verkennen”; the fifth has no number.
fn fase_naam(fase: Fase) -> String {
    let stap = FASEN.iter().find(|stap| stap.fase == fase);
    stap.map_or_else(String::new, |stap| match stap.nummer {
        Some(nummer) => format!("{nummer} {}", stap.naam),
        None => stap.naam.to_owned(),
    })
}

fn band(fase: Option<Fase>) -> String {
    match fase {
        None => "Nog zonder fase".to_owned(),
        Some(Fase::Aanpassen) => "Bestaande activiteiten aanpassen".to_owned(),
        Some(fase) => format!("Fase {}", fase_naam(fase)),
    }
}

fn drawings(rows: &[Row]) -> Vec<Illustration> {
    let drawings = gantt::draw(rows, band);
    let (first, last) = (rows.iter().map(|row| row.begin).min(), rows.iter().map(|row| row.einde).max());
    let Some((first, last)) = first.zip(last) else { return Vec::new() };
    let milestones = rows.iter().filter(|row| row.mijlpaal).count();
    let many = drawings.len();
    let of = |(drawing, part): (_, usize)| {
        let part = if many > 1 { format!(" (deel {part} van {many})") } else { String::new() };
        Illustration {
            drawing,
            alternative: format!(
                "Tijdbalk{part} met {} activiteiten en {milestones} mijlpalen, per fase, van {} tot en met {}. De tabel hieronder zegt hetzelfde in woorden.",
                rows.len() - milestones,
                Datum(first).long(),
                Datum(last).long()
            ),
            caption: format!(
                "De planning{part}. Een ruit is een mijlpaal. Een pijl wijst naar wat op iets anders wacht. De nummers zijn die van de tabel."
            ),
        }
    };
    drawings.into_iter().zip(1..).map(of).collect()
}

/// When the planning works on a phase: “februari 2027 tot en met juni 2027”.
pub fn period(project: &Project, fase: Fase) -> Option<String> {
    let days = project.plan_van_aanpak.planning.iter().filter(|one| one.fase == Some(fase));
    let days: Vec<(Datum, Datum)> = days.filter_map(PlanActiviteit::dagen).collect();
    let (first, last) = (days.iter().map(|day| day.0).min()?, days.iter().map(|day| day.1).max()?);
    let month = |day: Datum| format!("{} {}", MONTHS[day.0.month() as usize - 1], day.0.year());
    let (first, last) = (month(first), month(last));
    Some(if first == last { first } else { format!("{first} tot en met {last}") })
}
