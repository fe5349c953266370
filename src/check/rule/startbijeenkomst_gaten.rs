//! What the papers of the startbijeenkomst still need: the same things that they show as gaps.

use super::super::{Finding, Route};
use super::{blank_items, gaps, is_filled};
use crate::model::{OnderdeelSoort, Project, file};

pub fn check(project: &Project) -> Vec<Finding> {
    let start = &project.startbijeenkomst;
    let mut findings = gaps(
        file::STARTBIJEENKOMST,
        [
            (start.datum.is_some(), "datum".into(), "de dag van de startbijeenkomst"),
            (is_filled(&start.locatie), "locatie".into(), "de plek van de startbijeenkomst"),
            (start.begin.is_some(), "begin".into(), "hoe laat het programma begint"),
            (start.einde.is_some(), "einde".into(), "hoe laat alles klaar is"),
            (!start.programma.is_empty(), "programma".into(), "de onderdelen van het programma"),
            (
                start.aanmelding.tot_en_met.is_some(),
                Route::from("aanmelding").field("tot_en_met"),
                "de laatste dag om u aan te melden",
            ),
        ],
    );
    findings.extend(of_parts(project));
    let questions = Route::from("subgroepen").field("vragen");
    findings.extend(blank_items(file::STARTBIJEENKOMST, &questions, &start.subgroepen.vragen));
    for (index, step) in start.subgroepen.stappen.iter().enumerate() {
        let route = Route::from("subgroepen").field("stappen").index(index);
        let wanted = [
            (is_filled(&step.opdracht), route.field("opdracht"), "wat de groep in deze stap doet"),
            (step.duur.is_some(), route.field("duur"), "hoe lang deze stap duurt"),
        ];
        findings.extend(gaps(file::STARTBIJEENKOMST, wanted));
    }
    findings
}

/// Someone opens, someone introduces and someone tells about the activities; other parts need nobody.
fn of_parts(project: &Project) -> Vec<Finding> {
    let parts = project.startbijeenkomst.programma.iter().enumerate();
    let missing = parts.flat_map(|(index, part)| {
        let route = Route::from("programma").index(index);
        let known = !part.soort.needs_spreker() || project.spreker(part).is_some();
        let titled = part.soort != OnderdeelSoort::Anders || is_filled(&part.titel);
        gaps(
            file::STARTBIJEENKOMST,
            [
                (known, route.field("spreker"), "wie dit onderdeel doet"),
                (titled, route.field("titel"), "de titel van dit onderdeel"),
            ],
        )
    });
    missing.collect()
}
