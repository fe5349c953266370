//! What `wep stap` asks in a window: about whom it is, on which day it was, and who did it.

use wep::dutch::capitalised;
use wep::model::{Datum, Project};
use wep::progress::Feit;
use wep::report::lines::clean;

use crate::ask::{Ask, AskError};

const ALL: &str = "Allemaal";

/// Which of these facts it is about; all of them can be taken together.
pub fn which(ask: &mut dyn Ask, facts: &[Feit], project: &Project) -> Result<Vec<Feit>, AskError> {
    let mut choices: Vec<String> = facts.iter().map(|feit| capitalised(&clean(&feit.told(project)))).collect();
    choices.push(ALL.to_owned());
    let place = ask.choice("Waar gaat het om?", &choices, 0)?;
    Ok(match facts.get(place) {
        Some(feit) => vec![feit.clone()],
        None => facts.to_vec(),
    })
}

/// The day on which it was; nothing when the user does not want to say. `planned` stands there already.
pub fn day(ask: &mut dyn Ask, facts: &[Feit], planned: Option<Datum>) -> Result<Option<Datum>, AskError> {
    let question = match facts {
        [Feit::Coordinator] => "De eerste dag van de coördinator",
        [Feit::Intake] => "De dag waarop de intake klaarstaat",
        [Feit::Uitvoering] => "De dag waarop de uitvoering begon",
        _ => "Op welke dag was dat",
    };
    let question = format!("{question} (zoals 20-1-2027; leeg: toch niet)");
    let initial = planned.map(Datum::long).unwrap_or_default();
    let right = |text: &str| if text.trim().is_empty() { Ok(()) } else { text.parse::<Datum>().map(|_| ()) };
    Ok(ask.text(&question, &initial, &right)?.parse().ok())
}

/// Who did it, where that is kept; may stay empty.
pub fn who(ask: &mut dyn Ask, facts: &[Feit], project: &Project) -> Result<Option<String>, AskError> {
    let (question, known) = match facts {
        [Feit::Goedkeuring(_)] => ("Wie keurde het goed namens de directie (mag leeg)", None),
        [Feit::Coordinator] => ("De naam van de coördinator", project.team.coordinator.naam.clone()),
        [Feit::Training] => ("Wie gaf de training (mag leeg)", None),
        [Feit::Intake] => ("Welke medewerker voert de gesprekken (mag leeg)", None),
        _ => return Ok(None),
    };
    let answer = ask.text(question, &known.unwrap_or_default(), &|_| Ok(()))?;
    Ok(Some(answer).filter(|answer| !answer.trim().is_empty()))
}

/// The day for which it was planned, where that is known.
pub fn planned(facts: &[Feit], project: &Project) -> Option<Datum> {
    match facts {
        [Feit::Startbijeenkomst] => project.startbijeenkomst.datum,
        [Feit::Training] => project.training.datum,
        [Feit::Bijeenkomst(id)] => project.locatie(id)?.bijeenkomst.datum,
        [Feit::Coordinator] => project.team.coordinator.vanaf.or(project.wep.startdatum),
        _ => None,
    }
}
