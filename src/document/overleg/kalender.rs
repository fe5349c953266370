//! The view of the calendar: every meeting of both kinds by year, with what moved and how often they meet (S6, S7).

use serde::Serialize;
use serde_json::Value;

use super::super::wording::{capitalised, every_months, filled, months, number};
use super::{BijeenkomstView, met_lidwoord, naam, network_place, place_of, remarks, view_of};
use crate::handbook;
use crate::model::{Bijeenkomst, Datum, Project};
use crate::tree::Meta;

#[derive(Serialize)]
struct View {
    handleiding: &'static str,
    overleg: &'static str,
    overleg_hoofdletter: String,
    groepen: [AfspraakView; 2],
    maandelijks: Option<String>,
    geen_maandelijks: bool,
    daarna: Option<String>,
    daarna_aantal: Option<String>,
    per_jaar: Option<String>,
    jaren: Vec<JaarView>,
    schoolvakanties: Vec<VakantieView>,
    tot_en_met: Option<String>,
}

/// What is fixed for one of the two kinds of meetings.
#[derive(Serialize)]
struct AfspraakView {
    naam: String,
    is_wijknetwerk: bool,
    dag: Option<String>,
    tijd: Option<String>,
    duur: Option<u32>,
    plek: Option<String>,
    adres: Option<String>,
    eerste: Option<String>,
    per_jaar: Option<String>,
}

#[derive(Serialize)]
struct JaarView {
    jaar: String,
    rijen: Vec<KalenderRij>,
}

/// One meeting in the calendar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct KalenderRij {
    /// Nothing when there is no day yet.
    pub datum: Option<String>,
    /// There is no day because none was free, not because people have to choose one.
    pub geen_vrije_dag: bool,
    pub begin: Option<String>,
    pub einde: Option<String>,
    pub wat: String,
    pub vervallen: bool,
    pub opmerkingen: Vec<String>,
    #[serde(skip)]
    day: Datum,
}

impl KalenderRij {
    /// The year under which it stands.
    pub fn jaar(&self) -> i16 {
        self.day.0.year()
    }
}

#[derive(Serialize)]
struct VakantieView {
    naam: Option<String>,
    van: Option<String>,
    tot_en_met: Option<String>,
}

pub fn meta(project: &Project) -> Meta {
    super::meta(project, format!("Kalender {} en wijknetwerk", naam(project)))
}

/// The meetings of both kinds, day by day.
pub fn rijen(project: &Project) -> Vec<KalenderRij> {
    let body = project.overleg_bijeenkomsten();
    let mut rows: Vec<KalenderRij> = body.iter().map(|one| row(project, one, true)).collect();
    rows.extend(project.wijknetwerk_bijeenkomsten().iter().map(|one| row(project, one, false)));
    rows.sort_by_key(|row| row.day);
    rows
}

fn row(project: &Project, one: &Bijeenkomst, is_body: bool) -> KalenderRij {
    let name = if is_body { capitalised(naam(project)) } else { "Wijknetwerk".to_owned() };
    let mut opmerkingen = remarks(one);
    if one.sluit_fase && one.vervallen.is_none() {
        opmerkingen.push("Besluit over hoe vaak we daarna bijeenkomen".to_owned());
    }
    KalenderRij {
        datum: one.datum.map(Datum::with_weekday),
        geen_vrije_dag: one.gepland.is_none() && one.verzet.is_none(),
        begin: one.begin.map(|tijd| tijd.to_string()),
        einde: one.einde.map(|tijd| tijd.to_string()),
        wat: format!("{name} {}", one.nummer),
        vervallen: one.vervallen.is_some(),
        opmerkingen,
        day: one.datum.unwrap_or(one.volgens_regel),
    }
}

pub fn view(project: &Project) -> Value {
    let overleg = &project.overleg;
    let mut jaren: Vec<JaarView> = Vec::new();
    for row in rijen(project) {
        let jaar = row.jaar().to_string();
        match jaren.last_mut() {
            Some(last) if last.jaar == jaar => last.rijen.push(row),
            _ => jaren.push(JaarView { jaar, rijen: vec![row] }),
        }
    }
    let last = overleg.daarna_aantal_bijeenkomsten.zip(overleg.bij_goede_voortgang_per_jaar);
    let view = View {
        handleiding: handbook::TITLE,
        overleg: met_lidwoord(project),
        overleg_hoofdletter: capitalised(met_lidwoord(project)),
        groepen: [body(project), network(project)],
        maandelijks: overleg.maandelijks_gedurende.map(months),
        geen_maandelijks: overleg.maandelijks_gedurende == Some(0),
        daarna: overleg.daarna_om_de_maanden.map(every_months),
        daarna_aantal: last.map(|(meetings, _)| number(meetings)),
        per_jaar: overleg.bij_goede_voortgang_per_jaar.map(number),
        jaren,
        schoolvakanties: overleg
            .schoolvakanties
            .iter()
            .map(|one| VakantieView {
                naam: filled(&one.naam),
                van: one.van.map(Datum::long),
                tot_en_met: one.tot_en_met.map(Datum::long),
            })
            .collect(),
        tot_en_met: project.kalender_tot_en_met().map(Datum::long),
    };
    serde_json::to_value(view).unwrap_or_default()
}

fn body(project: &Project) -> AfspraakView {
    let overleg = &project.overleg;
    let first = project.overleg_bijeenkomsten().into_iter().next();
    let shown = first.as_ref().map(|one| view_of(project, one, &overleg.locatie));
    let (plek, adres) = place_of(project, &overleg.locatie);
    AfspraakView {
        naam: capitalised(naam(project)),
        is_wijknetwerk: false,
        dag: overleg.dag.map(|dag| dag.to_string()),
        tijd: overleg.tijd.map(|tijd| tijd.to_string()),
        duur: overleg.duur,
        plek,
        adres,
        eerste: first_day(project, overleg.eerste_bijeenkomst, shown),
        per_jaar: None,
    }
}

fn network(project: &Project) -> AfspraakView {
    let network = &project.overleg.wijknetwerk;
    let place = network_place(project);
    let first = project.wijknetwerk_bijeenkomsten().into_iter().next();
    let shown = first.as_ref().map(|one| view_of(project, one, place));
    let (plek, adres) = place_of(project, place);
    AfspraakView {
        naam: "Wijknetwerk".to_owned(),
        is_wijknetwerk: true,
        dag: network.dag.map(|dag| dag.to_string()),
        tijd: network.tijd.map(|tijd| tijd.to_string()),
        duur: network.duur,
        plek,
        adres,
        eerste: first_day(project, network.eerste_bijeenkomst, shown),
        per_jaar: network.per_jaar.map(number),
    }
}

/// The first day that is planned; as long as none can be, the day from which on.
fn first_day(project: &Project, given: Option<Datum>, shown: Option<BijeenkomstView>) -> Option<String> {
    let start = || project.wep.startdatum.map(|day| format!("vanaf {}", day.long()));
    shown.and_then(|one| one.datum).or(given.map(Datum::long)).or_else(start)
}
