//! The planning: a table for each phase, numbered throughout, and the drawing of it.

use std::collections::HashMap;

use serde::Serialize;

use super::gantt::{self, Row, Sheet};
use super::wie;
use crate::calendar::MONTHS;
use crate::document::wording::filled;
use crate::drawing::Illustration;
use crate::dutch::counted;
use crate::handbook::FASEN;
use crate::model::{Datum, Fase, PlanActiviteit, Project};

#[derive(Serialize)]
pub struct PlanningView {
    fasen: Vec<FasePlanning>,
    /// One, or more when the planning is longer than a page.
    tekeningen: Vec<Illustration>,
    /// Numbers of the rows that lack a day.
    niet_getekend: Vec<String>,
}

/// What is done in one phase.
#[derive(Serialize)]
struct FasePlanning {
    naam: String,
    /// These activities have no phase yet.
    zonder_fase: bool,
    rijen: Vec<RijView>,
}

#[derive(Serialize)]
struct RijView {
    nummer: usize,
    naam: Option<String>,
    wijk: Option<String>,
    mijlpaal: bool,
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
    let rij = |activity: &PlanActiviteit, nummer| RijView {
        nummer,
        naam: filled(&activity.naam),
        wijk: activity.wijk.as_deref().and_then(|id| project.wijk(id)).and_then(|wijk| filled(&wijk.naam)),
        mijlpaal: activity.is_mijlpaal(),
        begin: activity.dagen().map(|days| days.0).or(activity.begin).map(Datum::long),
        einde: activity.dagen().map(|days| days.1).or(activity.einde).map(Datum::long),
        wie: activity.wie.iter().map(|one| wie(project, one)).collect(),
        wacht_op: waits(activity).iter().map(usize::to_string).collect(),
    };
    let mut numbered = activities.iter().zip(1..);
    let fasen = activities.chunk_by(|left, right| left.fase == right.fase).map(|of_phase| FasePlanning {
        naam: kop(of_phase[0].fase),
        zonder_fase: of_phase[0].fase.is_none(),
        rijen: numbered.by_ref().take(of_phase.len()).map(|(activity, nummer)| rij(activity, nummer)).collect(),
    });
    PlanningView { fasen: fasen.collect(), tekeningen: drawings(&rows), niet_getekend }
}

/// By phase, and inside a phase by day; what lacks one comes last.
fn in_order(project: &Project) -> Vec<&PlanActiviteit> {
    let mut activities: Vec<&PlanActiviteit> = project.plan_van_aanpak.planning.iter().collect();
    activities.sort_by_key(|one| (one.fase.is_none(), one.fase, one.dagen().is_none(), one.dagen()));
    activities
}

/// What stands above a phase: “Fase 1: Verkennen”; the fifth has no number.
fn kop(fase: Option<Fase>) -> String {
    let stap = fase.and_then(|fase| FASEN.iter().find(|stap| stap.fase == fase));
    match stap.map(|stap| (stap.nummer, stap.naam)) {
        None => "Nog zonder fase".to_owned(),
        Some((Some(nummer), naam)) => format!("Fase {nummer}: {naam}"),
        Some((None, _)) => "Bestaande activiteiten aanpassen".to_owned(),
    }
}

fn drawings(rows: &[Row]) -> Vec<Illustration> {
    let sheets = gantt::draw(rows, kop);
    let many = sheets.len();
    sheets.into_iter().zip(1..).map(|(sheet, part)| illustration(sheet, part, many)).collect()
}

/// The drawing with what it says in words. The caption explains no sign that is not there.
fn illustration(sheet: Sheet, part: usize, many: usize) -> Illustration {
    let part = if many > 1 { format!(" (deel {part} van {many})") } else { String::new() };
    let milestones = sheet.rows.iter().filter(|row| row.mijlpaal).count();
    let activities = sheet.rows.len() - milestones;
    let first = sheet.rows.iter().map(|row| row.begin).min().map(|day| Datum(day).long()).unwrap_or_default();
    let last = sheet.rows.iter().map(|row| row.einde).max().map(|day| Datum(day).long()).unwrap_or_default();
    let mut caption = format!("De planning{part}.");
    if milestones > 0 {
        caption += " Een ruit is een mijlpaal.";
    }
    if sheet.has_arrows {
        caption += " Een pijl wijst naar wat op iets anders wacht.";
    }
    caption += " De nummers zijn die van de tabellen.";
    Illustration {
        drawing: sheet.drawing,
        alternative: format!(
            "Tijdbalk{part} met {} en {}, per fase, van {first} tot en met {last}. De tabellen hieronder zeggen hetzelfde in woorden.",
            counted(activities, "activiteit", "activiteiten"),
            counted(milestones, "mijlpaal", "mijlpalen"),
        ),
        caption,
    }
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
