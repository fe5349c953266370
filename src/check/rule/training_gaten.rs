//! What the papers of the training still need: the same things that they show as gaps.

use super::super::{Finding, Route};
use super::{blank_items, gaps, is_filled};
use crate::model::{DeelnemerRol, Project, Training, TrainingsdeelSoort, file};

pub fn check(project: &Project) -> Vec<Finding> {
    let training = &project.training;
    let mut findings = gaps(
        file::TRAINING,
        [
            (training.datum.is_some(), "datum".into(), "de dag van de training"),
            (training.begin.is_some(), "begin".into(), "hoe laat de training begint"),
            (is_filled(&training.locatie), "locatie".into(), "de plek van de training"),
            (!training.trainers.is_empty(), "trainers".into(), "wie de training geeft"),
            (is_filled(&training.acteur), "acteur".into(), "de naam van de acteur"),
            (!training.deelnemers.is_empty(), "deelnemers".into(), "voor wie de training is"),
        ],
    );
    for (index, trainer) in training.trainers.iter().enumerate() {
        let route = Route::from("trainers").index(index).field("naam");
        findings.extend(gaps(file::TRAINING, [(is_filled(&trainer.naam), route, "de naam van deze trainer")]));
    }
    findings.extend(of_groups(training));
    for (index, part) in training.onderdelen.iter().enumerate() {
        let route = Route::from("onderdelen").index(index).field("titel");
        let titled = part.soort != TrainingsdeelSoort::Anders || is_filled(&part.titel);
        findings.extend(gaps(file::TRAINING, [(titled, route, "de titel van dit onderdeel")]));
    }
    for (index, casus) in training.casussen.iter().enumerate() {
        let route = Route::from("casussen").index(index);
        let wanted = [
            (casus.rol.is_some(), route.field("rol"), "voor wie deze situatie is"),
            (is_filled(&casus.situatie), route.field("situatie"), "wat er in deze situatie gebeurt"),
        ];
        findings.extend(gaps(file::TRAINING, wanted));
    }
    findings.extend(blank_items(file::TRAINING, &"benodigdheden".into(), &training.benodigdheden));
    findings.extend(blank_items(file::TRAINING, &"evaluatievragen".into(), &training.evaluatievragen));
    findings
}

/// Who they are; and for who is not in bijlage 4, a situation to practise, because wep has none for them.
fn of_groups(training: &Training) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (index, groep) in training.deelnemers.iter().enumerate() {
        let route = Route::from("deelnemers").index(index);
        let named = groep.rol != Some(DeelnemerRol::Anders) || is_filled(&groep.omschrijving);
        let wanted = [
            (groep.rol.is_some(), route.field("rol"), "het werk van deze groep"),
            (named, route.field("omschrijving"), "wie deze groep is"),
        ];
        findings.extend(gaps(file::TRAINING, wanted));
    }
    let others = training.deelnemers.iter().any(|groep| groep.rol == Some(DeelnemerRol::Anders));
    let own = training.casussen.iter().any(|casus| casus.rol == Some(DeelnemerRol::Anders));
    findings.extend(gaps(
        file::TRAINING,
        [(!others || own, "casussen".into(), "een situatie om te oefenen voor de groep ‘anders’")],
    ));
    findings
}
