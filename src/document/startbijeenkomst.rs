//! The view of the papers of the startbijeenkomst: programme, invitation and worksheet (handbook bijlage 3).

use serde::Serialize;
use serde_json::Value;

use super::wording::{author, filled, number, place, short_name_of};
use crate::handbook::{self, RICHTLIJNEN, VOORSTELRONDE};
use crate::model::{Onderdeel, OnderdeelSoort, Project, Tijdvak};
use crate::tree::Meta;

/// One row of the agenda, as the terminal and the papers show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AgendaRow {
    /// Nothing where the time cannot be known yet.
    pub tijd: Option<String>,
    pub titel: Option<String>,
    /// Somebody does this part.
    pub heeft_spreker: bool,
    /// Who does it; nothing when that is not known yet.
    pub spreker: Option<String>,
    pub functie: Option<String>,
    pub toelichting: Option<String>,
    pub duur: Option<u32>,
    pub is_pauze: bool,
}

#[derive(Serialize)]
struct View {
    handleiding: &'static str,
    naam: Option<String>,
    afkorting: Option<String>,
    gemeente: Option<String>,
    wijken: Vec<String>,
    datum: Option<String>,
    ontvangst: Option<String>,
    begin: Option<String>,
    einde: Option<String>,
    locatie: Option<String>,
    adres: Option<String>,
    genodigden: Vec<String>,
    agenda: Vec<AgendaRow>,
    heeft_programma: bool,
    aanmelden_tot: Option<String>,
    aanmelden_email: Option<String>,
    aanmelden_telefoon: Option<String>,
    contact: Option<String>,
    partners: Vec<String>,
    subgroepen: SubgroepenView,
}

#[derive(Serialize)]
struct SubgroepenView {
    aantal: Option<String>,
    meer_dan_een: bool,
    vragen: Vec<VraagView>,
    voorstelronde: [&'static str; 3],
    stappen: Vec<StapView>,
    minuten: u64,
    /// From when to when, if the programme has a part for it.
    begin: Option<String>,
    einde: Option<String>,
    terugkoppeling_minuten: Option<u32>,
    richtlijnen: [&'static str; 3],
    /// The steps take all the time that there is: nothing is left for walking back (X4).
    krap: bool,
}

#[derive(Serialize)]
struct VraagView {
    nummer: usize,
    vraag: String,
}

#[derive(Serialize)]
struct StapView {
    opdracht: Option<String>,
    duur: Option<u32>,
    tijd: Option<String>,
}

/// What stands above the agenda; what is nothing is not known yet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AgendaHead {
    pub titel: String,
    pub datum: Option<String>,
    pub begin: Option<String>,
    pub einde: Option<String>,
    pub locatie: Option<String>,
    pub adres: Option<String>,
}

/// Title, day, time and place of the startbijeenkomst.
pub fn agenda_head(project: &Project) -> AgendaHead {
    let start = &project.startbijeenkomst;
    let (locatie, adres) = place(project, &start.locatie);
    AgendaHead {
        titel: ["Startbijeenkomst".to_owned()]
            .into_iter()
            .chain(filled(&project.wep.naam))
            .collect::<Vec<_>>()
            .join(" "),
        datum: start.datum.map(|dag| dag.with_weekday()),
        begin: start.begin.map(|tijd| tijd.to_string()),
        einde: start.einde.map(|tijd| tijd.to_string()),
        locatie,
        adres,
    }
}

pub fn programma_meta(project: &Project) -> Meta {
    meta(project, "Programma startbijeenkomst")
}

pub fn uitnodiging_meta(project: &Project) -> Meta {
    meta(project, "Uitnodiging startbijeenkomst")
}

pub fn werkblad_meta(project: &Project) -> Meta {
    meta(project, "Werkblad voor de subgroepen")
}

fn meta(project: &Project, title: &str) -> Meta {
    // The name of an initiative often ends with that of its gemeente: once is enough.
    let naam = filled(&project.wep.naam);
    let gemeente = filled(&project.wep.gemeente)
        .filter(|gemeente| !naam.as_deref().unwrap_or_default().contains(gemeente.as_str()));
    let names = [naam.clone(), gemeente];
    Meta {
        title: title.to_owned(),
        subtitle: names.into_iter().flatten().collect::<Vec<_>>().join(" – "),
        author: author(project),
        draft: false,
        contents: false,
        ..Meta::default()
    }
}

/// The agenda: guests come in, then each part with its time, then the end.
pub fn agenda(project: &Project) -> Vec<AgendaRow> {
    let start = &project.startbijeenkomst;
    let coming_in = start.ontvangst.filter(|ontvangst| Some(*ontvangst) != start.begin).map(|ontvangst| AgendaRow {
        tijd: Some(ontvangst.to_string()),
        titel: Some("Ontvangst met koffie en thee".to_owned()),
        heeft_spreker: false,
        spreker: None,
        functie: None,
        toelichting: None,
        duur: start.begin.map(|begin| begin.minutes().saturating_sub(ontvangst.minutes())),
        is_pauze: false,
    });
    let parts = start.programma.iter().zip(start.tijden()).map(|(part, tijdvak)| row(project, part, tijdvak));
    coming_in.into_iter().chain(parts).collect()
}

fn row(project: &Project, part: &Onderdeel, tijdvak: Option<Tijdvak>) -> AgendaRow {
    let given = handbook::deel_of(part.soort);
    let named = filled(&part.spreker);
    let usual_role = given.map(|deel| deel.functie).filter(|functie| !functie.is_empty()).map(str::to_owned);
    // A role that the handbook names goes with the person whom it names, not with another.
    let functie =
        filled(&part.functie).or(usual_role.filter(|_| named.is_none() || part.soort == OnderdeelSoort::Welkom));
    AgendaRow {
        tijd: tijdvak.map(|tijdvak| tijdvak.begin.to_string()).or(part.tijd.map(|tijd| tijd.to_string())),
        titel: filled(&part.titel).or(given.map(|deel| deel.titel.to_owned())),
        heeft_spreker: part.soort.needs_spreker() || named.is_some(),
        spreker: project.spreker(part).map(str::to_owned),
        functie,
        toelichting: filled(&part.toelichting),
        duur: part.duur.or(tijdvak.map(|tijdvak| tijdvak.einde.minutes() - tijdvak.begin.minutes())),
        is_pauze: part.soort == OnderdeelSoort::Pauze,
    }
}

pub fn view(project: &Project) -> Value {
    let (wep, start) = (&project.wep, &project.startbijeenkomst);
    let head = agenda_head(project);
    let parties = project.convenant.partijen.iter();
    let view = View {
        handleiding: handbook::TITLE,
        naam: filled(&wep.naam),
        afkorting: filled(&wep.afkorting),
        gemeente: filled(&wep.gemeente),
        wijken: wep.wijken.iter().filter_map(|wijk| filled(&wijk.naam)).collect(),
        datum: head.datum,
        ontvangst: start.ontvangst.map(|tijd| tijd.to_string()),
        begin: head.begin,
        einde: head.einde,
        locatie: head.locatie,
        adres: head.adres,
        genodigden: start.genodigden.iter().filter(|who| !who.trim().is_empty()).cloned().collect(),
        agenda: agenda(project),
        heeft_programma: !start.programma.is_empty(),
        aanmelden_tot: start.aanmelding.tot_en_met.map(|dag| dag.with_weekday()),
        aanmelden_email: filled(&start.aanmelding.email).or(filled(&wep.contact.email)),
        aanmelden_telefoon: filled(&start.aanmelding.telefoon).or(filled(&wep.contact.telefoon)),
        contact: filled(&wep.contact.naam),
        partners: parties.filter_map(|partij| short_name_of(project, &partij.organisatie)).collect(),
        subgroepen: subgroepen(project),
    };
    serde_json::to_value(view).unwrap_or_default()
}

fn subgroepen(project: &Project) -> SubgroepenView {
    let start = &project.startbijeenkomst;
    let slot = |soort| {
        let mut parts = start.programma.iter().zip(start.tijden()).filter(move |(part, _)| part.soort == soort);
        parts.next().and_then(|(_, tijdvak)| tijdvak)
    };
    let minutes = |tijdvak: Tijdvak| tijdvak.einde.minutes() - tijdvak.begin.minutes();
    let work = slot(OnderdeelSoort::Subgroepen);
    let steps = handbook::werkstappen(&start.subgroepen);
    let total: u64 = steps.iter().filter_map(|(_, duur)| *duur).map(u64::from).sum();
    let mut next = work.map(|tijdvak| tijdvak.begin);
    let mut stappen = Vec::new();
    for (opdracht, duur) in steps {
        let tijd = next.map(|tijd| tijd.to_string());
        next = next.zip(duur).and_then(|(tijd, duur)| tijd.plus(duur));
        stappen.push(StapView { opdracht: opdracht.map(str::to_owned), duur, tijd });
    }
    let vragen = handbook::vragen(&start.subgroepen);
    SubgroepenView {
        aantal: start.subgroepen.aantal.map(number),
        meer_dan_een: start.subgroepen.aantal != Some(1),
        vragen: (1..).zip(vragen).map(|(nummer, vraag)| VraagView { nummer, vraag: vraag.to_owned() }).collect(),
        voorstelronde: VOORSTELRONDE,
        stappen,
        minuten: total,
        begin: work.map(|tijdvak| tijdvak.begin.to_string()),
        einde: work.map(|tijdvak| tijdvak.einde.to_string()),
        terugkoppeling_minuten: slot(OnderdeelSoort::Terugkoppeling).map(minutes),
        richtlijnen: RICHTLIJNEN,
        krap: work.is_some_and(|tijdvak| total >= u64::from(minutes(tijdvak))),
    }
}
