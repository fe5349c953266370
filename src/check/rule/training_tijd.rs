//! The training is half a day of four hours with a lunch, has the parts of bijlage 4, and lets everybody practise (B4).

use super::super::{Code, Finding, Route};
use super::werkdag;
use crate::handbook::{TRAININGSDUUR, TRAININGSSTAPPEN, trainingsdelen};
use crate::model::{Project, Tijd, Training, Trainingsdeel, TrainingsdeelSoort, file};

/// A lunch shorter than this is no lunch.
const SHORTEST_LUNCH: u32 = 20;
/// Between these minutes of the day people eat.
const LUNCH_BEGINS: std::ops::RangeInclusive<u32> = (11 * 60 + 30)..=(13 * 60 + 30);
/// With less nobody gets into a situation and hears about it.
const MINUTES_EACH: u32 = 4;

pub fn check(project: &Project) -> Vec<Finding> {
    let training = &project.training;
    let mut findings: Vec<Finding> =
        training.datum.into_iter().filter_map(|day| werkdag::against(file::TRAINING, "datum".into(), day)).collect();
    let delen = trainingsdelen(training);
    let durations: Vec<Finding> = delen.iter().enumerate().filter_map(|(index, deel)| duration(index, deel)).collect();
    let complete = durations.is_empty();
    findings.extend(durations);
    if complete {
        findings.extend(whole(training, &delen));
        findings.extend(lunch(training, &delen));
        findings.extend(practice(training, &delen));
    }
    findings.extend(missing(training));
    findings
}

fn at(code: Code, route: Route, message: String) -> Finding {
    Finding::at(code, file::TRAINING, route, message)
}

fn duration(index: usize, deel: &Trainingsdeel) -> Option<Finding> {
    let route = Route::from("onderdelen").index(index).field("duur");
    match (deel.duur, deel.soort) {
        (None, _) => Some(
            at(Code::DurationMissing, route, "dit onderdeel heeft geen duur".to_owned())
                .help("schrijf de duur in minuten"),
        ),
        (Some(0), TrainingsdeelSoort::Pauze) => Some(
            at(Code::BreakZero, route, "deze pauze duurt nul minuten".to_owned())
                .help("geef de pauze tien minuten of een kwartier"),
        ),
        (Some(0), _) => Some(
            at(Code::DurationMissing, route, "dit onderdeel duurt nul minuten".to_owned())
                .help("geef het onderdeel tijd, of haal het weg"),
        ),
        _ => None,
    }
}

/// The sum is four hours, and the day has room for it.
fn whole(training: &Training, delen: &[Trainingsdeel]) -> Option<Finding> {
    let total: u64 = delen.iter().filter_map(|deel| deel.duur).map(u64::from).sum();
    if training.begin.is_some() && training.tijden(delen).contains(&None) {
        let message = format!("de training duurt {total} minuten en past niet meer op deze dag");
        return Some(at(Code::TimeDoesNotFit, "begin".into(), message).help("begin eerder, of maak onderdelen korter"));
    }
    let (long, differs) = (u64::from(TRAININGSDUUR), total.abs_diff(u64::from(TRAININGSDUUR)));
    (total != long).then(|| {
        let side = if total > long { "langer" } else { "korter" };
        let message =
            format!("de onderdelen duren samen {total} minuten: {differs} {side} dan de vier uur van de handleiding");
        at(Code::TrainingLength, "onderdelen".into(), message)
            .help("maak onderdelen langer of korter, tot het samen met de lunch 240 minuten is")
    })
}

/// There is a lunch, it is long enough, and it comes when people eat.
fn lunch(training: &Training, delen: &[Trainingsdeel]) -> Option<Finding> {
    let Some(index) = delen.iter().position(|deel| deel.soort == TrainingsdeelSoort::Lunch) else {
        let message = "er is geen lunch, terwijl de vier uur van de handleiding een lunch hebben".to_owned();
        return Some(
            at(Code::Lunch, "onderdelen".into(), message).help("voeg een onderdeel toe met ‘soort: lunch’ en een duur"),
        );
    };
    let whose = match training.onderdelen.is_empty() {
        true => Route::from("begin"),
        false => Route::from("onderdelen").index(index),
    };
    if let Some(minutes) = delen[index].duur.filter(|minutes| *minutes < SHORTEST_LUNCH) {
        let message = format!("de lunch duurt {minutes} minuten: dat is kort om te eten en even bij te komen");
        return Some(at(Code::Lunch, whose, message).help("geef de lunch een half uur"));
    }
    let begin: Tijd = training.tijden(delen)[index]?.begin;
    (!LUNCH_BEGINS.contains(&begin.minutes())).then(|| {
        at(Code::Lunch, whose, format!("de lunch is om {begin} uur")).help(
            "laat de lunch tussen 11.30 en 13.30 uur beginnen: begin op een andere tijd, of zet de lunch ergens anders",
        )
    })
}

/// Everybody practises with the actor (bijlage 4): there is time for that.
fn practice(training: &Training, delen: &[Trainingsdeel]) -> Option<Finding> {
    let count = training.aantal_deelnemers()?;
    let practice = delen.iter().filter(|deel| deel.soort == TrainingsdeelSoort::Oefenen).filter_map(|deel| deel.duur);
    let minutes = practice.fold(0u32, u32::saturating_add);
    let needed = u64::from(count) * u64::from(MINUTES_EACH);
    (minutes > 0 && u64::from(minutes) < needed).then(|| {
        let message = format!(
            "{count} deelnemers oefenen in {minutes} minuten: dat is minder dan {MINUTES_EACH} minuten per persoon"
        );
        at(Code::TrainingCrowded, "deelnemers".into(), message)
            .help("maak het oefenen langer, of houd de training twee keer met een kleinere groep")
    })
}

/// Every part of bijlage 4 is there.
fn missing(training: &Training) -> Option<Finding> {
    let there = |soort| training.onderdelen.iter().any(|deel| deel.soort == soort);
    let parts = TRAININGSSTAPPEN.iter().filter(|stap| !stap.wie.is_empty() && !there(stap.soort));
    let titles: Vec<&str> = parts.map(|stap| stap.titel).collect();
    (!training.onderdelen.is_empty() && !titles.is_empty()).then(|| {
        let message = format!("deze onderdelen van de handleiding ontbreken: {}", titles.join("; "));
        at(Code::TrainingPartMissing, "onderdelen".into(), message)
            .help("voeg ze toe met hun ‘soort’, of laat het zo als u er bewust voor kiest")
    })
}
