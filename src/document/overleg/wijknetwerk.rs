//! The view of the agendas of the wijknetwerk (S7, handbook §3.3).

use serde::Serialize;
use serde_json::Value;

use super::super::wording::filled;
use super::agenda::PuntView;
use super::minuten::{clock, share};
use super::{BijeenkomstView, chosen, network_place, view_of, who};
use crate::handbook::{self, WIJKNETWERK};
use crate::model::{Bijeenkomst, Datum, Project};
use crate::tree::Meta;

const EDGE: u32 = 5;

#[derive(Serialize)]
struct View {
    handleiding: &'static str,
    agendas: Vec<AgendaView>,
    /// Who presents itself, on a day that is not known yet.
    zonder_dag: Vec<Option<String>>,
}

#[derive(Serialize)]
struct AgendaView {
    bijeenkomst: BijeenkomstView,
    vervolg: bool,
    punten: Vec<PuntView>,
    presentaties: Vec<Option<String>>,
    mededelingen: Vec<Option<String>>,
    volgende: Option<String>,
}

pub fn meta(project: &Project) -> Meta {
    super::meta(project, "Agenda wijknetwerk".to_owned())
}

pub fn view(project: &Project) -> Value {
    let network = &project.overleg.wijknetwerk;
    let all: Vec<Bijeenkomst> =
        project.wijknetwerk_bijeenkomsten().into_iter().filter(Bijeenkomst::gaat_door).collect();
    let agendas = chosen(project, all.clone()).into_iter().enumerate().map(|(index, one)| {
        let next = all.iter().find(|other| other.nummer > one.nummer).and_then(|next| next.datum);
        let presents = network.presentaties.iter().filter(|item| item.bijeenkomst.is_some_and(|day| one.is_op(day)));
        let news = network.mededelingen.iter().filter(|item| item.bijeenkomst.is_none_or(|day| one.is_op(day)));
        AgendaView {
            vervolg: index > 0,
            punten: points(project, &one),
            presentaties: presents.map(|item| who(project, &item.wie)).collect(),
            mededelingen: news.map(|item| filled(&item.tekst)).collect(),
            volgende: next.map(Datum::with_weekday),
            bijeenkomst: view_of(project, &one, network_place(project)),
        }
    });
    let undated = network.presentaties.iter().filter(|item| item.bijeenkomst.is_none());
    let view = View {
        handleiding: handbook::TITLE,
        agendas: agendas.collect(),
        zonder_dag: undated.map(|item| who(project, &item.wie)).collect(),
    };
    serde_json::to_value(view).unwrap_or_default()
}

fn points(project: &Project, meeting: &Bijeenkomst) -> Vec<PuntView> {
    let duur = project.overleg.wijknetwerk.duur;
    let weights = WIJKNETWERK.map(|punt| punt.gewicht);
    let shares = duur.map(|minutes| share(minutes.saturating_sub(2 * EDGE), &weights));
    let edge = duur.map(|_| EDGE);
    let mut rows = vec![("Welkom", "Wie is er nieuw?", edge)];
    for (index, punt) in WIJKNETWERK.iter().enumerate() {
        rows.push((punt.titel, punt.vraag, shares.as_ref().map(|shares| shares[index])));
    }
    rows.push(("Afspraken en sluiting", "Wat sturen we rond?", edge));
    let minutes: Vec<Option<u32>> = rows.iter().map(|(.., minutes)| *minutes).collect();
    let rows = rows.into_iter().zip(clock(meeting.begin, &minutes));
    rows.map(|((titel, vraag, minuten), tijd)| PuntView {
        tijd,
        titel: Some(titel.to_owned()),
        toelichting: Some(vraag.to_owned()),
        minuten,
    })
    .collect()
}
