//! The view of the programme: per wijk the week in a table, and each activity with all that people want to know.

use serde::Serialize;
use serde_json::Value;

use super::super::wording::{author, capitalised, filled, short_name_of};
use super::dagen::{Dagen, dagen};
use super::{activiteiten_in, adres, plek, wijken, zaal};
use crate::handbook;
use crate::model::{Activiteit, Datum, Herhaling, Project, Tijd, Wijk};
use crate::tree::Meta;

#[derive(Serialize)]
struct View {
    handleiding: &'static str,
    naam: Option<String>,
    begin: Option<String>,
    tot_en_met: Option<String>,
    /// There is no activity in the file yet.
    leeg: bool,
    wijken: Vec<WijkView>,
    contact: Option<String>,
    telefoon: Option<String>,
    email: Option<String>,
    partners: Vec<String>,
}

#[derive(Serialize)]
struct WijkView {
    naam: Option<String>,
    eerste: bool,
    week: Vec<RijView>,
    eenmalig: Vec<RijView>,
    activiteiten: Vec<ActiviteitView>,
    /// The WeP-workers of this wijk.
    werkers: Vec<String>,
}

/// A row of the overview: what, when and where.
#[derive(Serialize)]
struct RijView {
    /// The day of the week, or the day itself when it is once.
    dag: Option<String>,
    /// What there is to say about a rule that is not every week.
    ritme: Option<String>,
    begin: Option<String>,
    einde: Option<String>,
    naam: Option<String>,
    plek: Option<String>,
    /// It does not take place after all.
    vervallen: bool,
    #[serde(skip)]
    order: (Option<Datum>, i8, Option<Tijd>),
}

#[derive(Serialize)]
struct ActiviteitView {
    naam: Option<String>,
    omschrijving: Option<String>,
    wanneer: Option<String>,
    begin: Option<String>,
    einde: Option<String>,
    /// It skips weeks, and from when on is not known.
    eerste_keer_nodig: bool,
    wel: Option<String>,
    niet: Option<String>,
    plek: Option<String>,
    zaal: Option<String>,
    adres: Option<String>,
    kosten: Option<String>,
    voor_wie: Option<String>,
    aanmelden: Option<String>,
    begeleiding: Option<String>,
    met: Vec<String>,
}

pub fn meta(project: &Project) -> Meta {
    let one =
        project.activiteiten.alleen.as_deref().and_then(|id| project.wijk(id)).and_then(|wijk| filled(&wijk.naam));
    Meta {
        title: one.map_or_else(|| "Wat is er te doen?".to_owned(), |wijk| format!("Wat is er te doen in {wijk}?")),
        subtitle: filled(&project.wep.naam).unwrap_or_default(),
        author: author(project),
        ..Meta::default()
    }
}

pub fn view(project: &Project) -> Value {
    let wep = &project.wep;
    let view = View {
        handleiding: handbook::TITLE,
        naam: filled(&wep.naam),
        begin: project.programma_begin().map(Datum::long),
        tot_en_met: project.activiteiten.tot_en_met.map(Datum::long),
        leeg: project.activiteiten.activiteiten.is_empty(),
        wijken: wijken(project).enumerate().map(|(index, wijk)| of_wijk(project, index == 0, wijk)).collect(),
        contact: filled(&wep.contact.naam),
        telefoon: filled(&wep.contact.telefoon),
        email: filled(&wep.contact.email),
        partners: project
            .convenant
            .partijen
            .iter()
            .filter_map(|partij| short_name_of(project, &partij.organisatie))
            .collect(),
    };
    serde_json::to_value(view).unwrap_or_default()
}

fn of_wijk(project: &Project, eerste: bool, wijk: &Wijk) -> WijkView {
    let mut here: Vec<(&Activiteit, RijView)> = activiteiten_in(project, wijk)
        .into_iter()
        .filter(|one| one.bestaat())
        .map(|one| (one, row(project, one)))
        .collect();
    here.sort_by_key(|(_, row)| row.order);
    let werkers =
        project.team.wep_werkers.iter().filter(|one| wijk.id.as_ref().is_some_and(|id| one.wijken.contains(id)));
    let werkers = werkers.filter_map(|one| filled(&one.naam)).collect();
    let activiteiten = here.iter().map(|(one, _)| of_activity(project, one)).collect();
    let (eenmalig, week) = here.into_iter().map(|(_, row)| row).partition(|row| row.order.0.is_some());
    WijkView { naam: filled(&wijk.naam), eerste, week, eenmalig, activiteiten, werkers }
}

fn row(project: &Project, one: &Activiteit) -> RijView {
    let (dag, ritme, day, weekday) = match one.wanneer {
        // What has no rule yet stands last, with its gap.
        None => (None, None, None, 7),
        Some(Herhaling::Eenmalig(datum)) => (Some(capitalised(&datum.with_weekday())), None, Some(datum), 0),
        Some(Herhaling::Regel(rule)) => {
            let name = crate::calendar::weekday_name(rule.weekday());
            let ritme = (!rule.is_weekly()).then(|| rule.to_string());
            (Some(capitalised(name)), ritme, None, rule.weekday().to_monday_zero_offset())
        }
    };
    RijView {
        dag,
        ritme,
        begin: one.begin.map(|tijd| tijd.to_string()),
        einde: one.einde.map(|tijd| tijd.to_string()),
        naam: filled(&one.naam),
        plek: plek(project, one),
        vervallen: day.is_some() && project.keren(one).iter().all(|keer| keer.niet.is_some()),
        order: (day, weekday, one.begin),
    }
}

fn of_activity(project: &Project, one: &Activiteit) -> ActiviteitView {
    let Dagen { wel, niet } = dagen(project, one);
    ActiviteitView {
        naam: filled(&one.naam),
        omschrijving: filled(&one.omschrijving),
        wanneer: one.wanneer.map(Herhaling::text),
        begin: one.begin.map(|tijd| tijd.to_string()),
        einde: one.einde.map(|tijd| tijd.to_string()),
        eerste_keer_nodig: one.needs_first_day(),
        wel,
        niet,
        plek: plek(project, one),
        zaal: zaal(one),
        adres: adres(project, one),
        kosten: filled(&one.kosten),
        voor_wie: filled(&one.voor_wie),
        aanmelden: filled(&one.aanmelden),
        begeleiding: filled(&one.begeleiding),
        met: one.met.iter().filter_map(|id| short_name_of(project, &Some(id.clone()))).collect(),
    }
}
