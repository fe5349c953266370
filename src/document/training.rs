//! The views of the papers of the training: script, hand-out and evaluation form (B4, S11, handbook §3.6 and bijlage 4).

use serde::Serialize;
use serde_json::Value;

use super::wording::{filled, place};
use crate::handbook::{
    self, AANDOENINGEN, Aandoening, BENODIGDHEDEN, DOELEN, GASTVRIJ, KERNWOORDEN, OEFENINGEN, OEFENVRAAG, OOK_NODIG,
    PRESENTIE, VEILIG_OEFENEN, trainingsdelen, trainingsstap,
};
use crate::model::{
    Casus, DeelnemerRol, Deelnemersgroep, Project, Tijdvak, Training, Trainingsdeel, TrainingsdeelSoort,
};

#[derive(Serialize)]
struct View {
    handleiding: &'static str,
    naam: Option<String>,
    afkorting: Option<String>,
    datum: Option<String>,
    begin: Option<String>,
    einde: Option<String>,
    locatie: Option<String>,
    adres: Option<String>,
    trainers: Vec<TrainerView>,
    acteur: Option<String>,
    deelnemers: Vec<GroepView>,
    delen: Vec<DeelView>,
    minuten: u64,
    /// The parts are those of wep, not the gemeente's own.
    vaste_delen: bool,
    /// About how many minutes each participant has to practise; nothing when that cannot be known.
    oefenminuten: Option<u32>,
    aantal: Option<u32>,
    benodigdheden: [&'static str; 4],
    ook_nodig: [&'static str; 4],
    eigen_benodigdheden: Vec<Option<String>>,
    kernwoorden: [&'static str; 3],
    aandoeningen: &'static [Aandoening],
    oefeningen: Vec<OefeningenView>,
    veilig: [&'static str; 5],
    gastvrij: [&'static str; 6],
    presentie: [&'static str; 5],
    doelen: Vec<DoelView>,
    evaluatievragen: Vec<Option<String>>,
    contact: Option<String>,
    email: Option<String>,
    telefoon: Option<String>,
}

#[derive(Serialize)]
struct TrainerView {
    naam: Option<String>,
    functie: Option<String>,
}

#[derive(Serialize)]
struct GroepView {
    naam: Option<String>,
    aantal: Option<u32>,
}

#[derive(Serialize)]
struct DeelView {
    tijd: Option<String>,
    duur: Option<u32>,
    titel: Option<String>,
    wie: Option<String>,
    toelichting: Option<String>,
    stappen: &'static [&'static str],
    /// A break or the lunch: nothing to prepare.
    is_rust: bool,
    is_eigen_ervaring: bool,
    is_over_wep: bool,
    is_aandoeningen: bool,
    is_oefenen: bool,
}

/// The situations for one kind of work.
#[derive(Serialize)]
struct OefeningenView {
    /// Nothing for situations of which it is not said yet for whom they are.
    voor: Option<String>,
    oefeningen: Vec<OefeningView>,
}

#[derive(Serialize)]
struct OefeningView {
    situatie: Option<String>,
    vraag: String,
}

#[derive(Serialize)]
struct DoelView {
    naam: &'static str,
    doel: &'static str,
}

/// The view of all three papers.
pub fn view(project: &Project) -> Value {
    let (wep, training) = (&project.wep, &project.training);
    let delen = trainingsdelen(training);
    let tijden = training.tijden(&delen);
    let (locatie, adres) = place(project, &training.locatie);
    let view = View {
        handleiding: handbook::TITLE,
        naam: filled(&wep.naam),
        afkorting: filled(&wep.afkorting),
        datum: training.datum.map(|dag| dag.with_weekday()),
        begin: training.begin.map(|tijd| tijd.to_string()),
        einde: tijden.last().copied().flatten().map(|tijdvak| tijdvak.einde.to_string()),
        locatie: locatie.or_else(|| filled(&training.locatie)),
        adres,
        trainers: training
            .trainers
            .iter()
            .map(|trainer| TrainerView { naam: filled(&trainer.naam), functie: filled(&trainer.functie) })
            .collect(),
        acteur: filled(&training.acteur),
        deelnemers: training
            .deelnemers
            .iter()
            .map(|groep| GroepView { naam: group_name(groep), aantal: groep.aantal })
            .collect(),
        minuten: delen.iter().filter_map(|deel| deel.duur).map(u64::from).sum(),
        delen: delen.iter().zip(tijden).map(|(deel, tijdvak)| part(deel, tijdvak)).collect(),
        vaste_delen: training.onderdelen.is_empty(),
        oefenminuten: minutes_each(training, &delen),
        aantal: training.aantal_deelnemers(),
        benodigdheden: BENODIGDHEDEN,
        ook_nodig: OOK_NODIG,
        eigen_benodigdheden: training.benodigdheden.iter().map(|item| filled(&Some(item.clone()))).collect(),
        kernwoorden: KERNWOORDEN,
        aandoeningen: &AANDOENINGEN,
        oefeningen: exercises(training),
        veilig: VEILIG_OEFENEN,
        gastvrij: GASTVRIJ,
        presentie: PRESENTIE,
        doelen: DOELEN.iter().map(|doel| DoelView { naam: doel.naam, doel: doel.doel }).collect(),
        evaluatievragen: training.evaluatievragen.iter().map(|vraag| filled(&Some(vraag.clone()))).collect(),
        contact: filled(&wep.contact.naam),
        email: filled(&wep.contact.email),
        telefoon: filled(&wep.contact.telefoon),
    };
    serde_json::to_value(view).unwrap_or_default()
}

fn part(deel: &Trainingsdeel, tijdvak: Option<Tijdvak>) -> DeelView {
    let given = trainingsstap(deel.soort);
    let usual = given.map(|stap| stap.wie).filter(|wie| !wie.is_empty());
    DeelView {
        tijd: tijdvak.map(|tijdvak| tijdvak.begin.to_string()),
        duur: deel.duur,
        titel: filled(&deel.titel).or(given.map(|stap| stap.titel.to_owned())),
        wie: filled(&deel.wie).or(usual.map(str::to_owned)),
        toelichting: filled(&deel.toelichting),
        stappen: given.map_or(&[], |stap| stap.stappen),
        is_rust: matches!(deel.soort, TrainingsdeelSoort::Pauze | TrainingsdeelSoort::Lunch),
        is_eigen_ervaring: deel.soort == TrainingsdeelSoort::EigenErvaring,
        is_over_wep: deel.soort == TrainingsdeelSoort::OverWep,
        is_aandoeningen: deel.soort == TrainingsdeelSoort::Aandoeningen,
        is_oefenen: deel.soort == TrainingsdeelSoort::Oefenen,
    }
}

/// Who a group is, in the plural; nothing when that is not said yet.
fn group_name(groep: &Deelnemersgroep) -> Option<String> {
    match groep.rol? {
        DeelnemerRol::Anders => filled(&groep.omschrijving),
        rol => Some(filled(&groep.omschrijving).unwrap_or_else(|| plural(rol).to_owned())),
    }
}

fn plural(rol: DeelnemerRol) -> &'static str {
    match rol {
        DeelnemerRol::SociaalWerker => "sociaal werkers",
        DeelnemerRol::Beheerder => "beheerders",
        DeelnemerRol::Vrijwilliger => "vrijwilligers",
        DeelnemerRol::Stagiair => "stagiairs",
        DeelnemerRol::Anders => "anderen",
    }
}

/// Minutes of practice for each participant, rounded down.
fn minutes_each(training: &Training, delen: &[Trainingsdeel]) -> Option<u32> {
    let practice = delen.iter().filter(|deel| deel.soort == TrainingsdeelSoort::Oefenen).filter_map(|deel| deel.duur);
    let minutes = practice.fold(0u32, u32::saturating_add);
    minutes.checked_div(training.aantal_deelnemers()?).filter(|minutes| *minutes > 0)
}

/// The situations, for each kind of work that takes part: the gemeente's own, or ours where it has none. Own situations
/// for others come after them, so that none is lost.
fn exercises(training: &Training) -> Vec<OefeningenView> {
    let mut roles: Vec<Option<DeelnemerRol>> = Vec::new();
    let groups = training.deelnemers.iter().filter(|groep| groep.rol.is_some()).map(|groep| groep.rol);
    for rol in groups.chain(training.casussen.iter().map(|casus| casus.rol)) {
        if !roles.contains(&rol) {
            roles.push(rol);
        }
    }
    roles
        .into_iter()
        .map(|rol| OefeningenView { voor: who(training, rol), oefeningen: of_role(training, rol) })
        .collect()
}

/// The names of all groups of this kind of work.
fn who(training: &Training, rol: Option<DeelnemerRol>) -> Option<String> {
    let rol = rol?;
    let names: Vec<String> =
        training.deelnemers.iter().filter(|groep| groep.rol == Some(rol)).filter_map(group_name).collect();
    Some(if names.is_empty() { plural(rol).to_owned() } else { names.join(", ") })
}

fn of_role(training: &Training, rol: Option<DeelnemerRol>) -> Vec<OefeningView> {
    let own = training.casussen.iter().filter(|casus| casus.rol == rol);
    let own: Vec<OefeningView> = own.map(of_own).collect();
    if !own.is_empty() {
        return own;
    }
    let ours = OEFENINGEN.iter().filter(|oefening| Some(oefening.rol) == rol);
    ours.map(|one| OefeningView { situatie: Some(one.situatie.to_owned()), vraag: one.vraag.to_owned() }).collect()
}

fn of_own(casus: &Casus) -> OefeningView {
    OefeningView {
        situatie: filled(&casus.situatie),
        vraag: filled(&casus.vraag).unwrap_or_else(|| OEFENVRAAG.to_owned()),
    }
}
