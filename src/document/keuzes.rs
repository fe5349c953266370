//! The view of the note “keuzes en afwijkingen”: where the handbook is silent or contradicts itself, what this gemeente
//! chose (X1–X8).

use serde::Serialize;
use serde_json::Value;

use super::begroting::bron;
use super::wording::{capitalised, every_months, filled, months, number, orgaan, short_name_of};
use crate::handbook::{self, Punt, TEGENSPRAKEN, Tegenspraak, VERGISSINGEN, Vergissing, trainingsdelen, werkstappen};
use crate::model::{Besluit, JaNee, OnderdeelSoort, ProfielBron, Project, Tijd, TrainingsdeelSoort, file};

#[derive(Serialize)]
struct View {
    handleiding: &'static str,
    naam: Option<String>,
    keuzes: Vec<KeuzeView>,
    vergissingen: &'static [Vergissing],
}

#[derive(Serialize)]
struct KeuzeView {
    #[serde(flatten)]
    tegenspraak: Tegenspraak,
    /// A sentence, or nothing as long as nothing is chosen.
    keuze: Option<String>,
    /// The file in which it is chosen.
    bestand: &'static str,
}

pub fn view(project: &Project) -> Value {
    let keuzes = TEGENSPRAKEN.iter().map(|tegenspraak| {
        let (keuze, bestand) = chosen(project, tegenspraak.punt);
        KeuzeView { tegenspraak: *tegenspraak, keuze, bestand }
    });
    let view = View {
        handleiding: handbook::TITLE,
        naam: filled(&project.wep.naam),
        keuzes: keuzes.collect(),
        vergissingen: &VERGISSINGEN,
    };
    serde_json::to_value(view).unwrap_or_default()
}

fn chosen(project: &Project, punt: Punt) -> (Option<String>, &'static str) {
    match punt {
        Punt::NaamOverleg => {
            let naam = project.overleg.orgaan.map(orgaan);
            (naam.map(|naam| format!("Alle stukken zeggen ‘{naam}’.")), file::OVERLEG)
        }
        Punt::Ritme => (ritme(project), file::OVERLEG),
        Punt::Wijknetwerk => (wijknetwerk(project), file::OVERLEG),
        Punt::Besluiten => (besluiten(project), file::CONVENANT),
        Punt::EisenWepWerker => (eisen(project), file::TEAM),
        Punt::Combinatie => (combinatie(project), file::TEAM),
        Punt::Werkgever => (werkgever(project), file::TEAM),
        Punt::Uren => (uren(project), file::TEAM),
        Punt::Ervaringsdeskundige => (ervaringsdeskundige(project), file::TEAM),
        Punt::Eindtijd => (eindtijd(project), file::STARTBIJEENKOMST),
        Punt::Subgroepen => (subgroepen(project), file::STARTBIJEENKOMST),
        Punt::TrainingTijd => (training_tijd(project), file::TRAINING),
        Punt::Trainers => (trainers(project), file::TRAINING),
        Punt::Financiering => (financiering(project), file::BEGROTING),
    }
}

fn ritme(project: &Project) -> Option<String> {
    let overleg = &project.overleg;
    let (first, then) = (overleg.maandelijks_gedurende?, overleg.daarna_om_de_maanden?);
    let often = overleg.bij_goede_voortgang_per_jaar?;
    let start = if first == 0 {
        format!("Vanaf het begin {}", every_months(then))
    } else {
        format!("{} elke maand, daarna {}", capitalised(&months(first)), every_months(then))
    };
    let deviates = if (first, then) == (6, 2) { "" } else { " Dat wijkt af van de handleiding." };
    Some(format!("{start}. Gaat het goed, dan {} keer per jaar.{deviates}", number(often)))
}

fn wijknetwerk(project: &Project) -> Option<String> {
    if !project.convenant.has_artikel("wijknetwerk") {
        return Some("Het convenant regelt geen wijknetwerk.".to_owned());
    }
    let wijknetwerk = &project.overleg.wijknetwerk;
    let often = number(wijknetwerk.per_jaar?);
    Some(match filled(&wijknetwerk.moment) {
        Some(moment) => format!("{} keer per jaar: {moment}.", capitalised(&often)),
        None => format!("{} keer per jaar.", capitalised(&often)),
    })
}

fn besluiten(project: &Project) -> Option<String> {
    let how = match project.convenant.besluiten? {
        Besluit::Unaniem => "Alle leden moeten het eens zijn.",
        Besluit::Meerderheid => "De meerderheid van de leden beslist.",
    };
    Some(how.to_owned())
}

fn eisen(project: &Project) -> Option<String> {
    let from = match project.team.profiel_wep_werker {
        Some(ProfielBron::Paragraaf) => "Het profiel volgt §3.5.",
        Some(ProfielBron::Bijlage) => "Het profiel volgt bijlage 2, de uitgebreide lijst.",
        None => "Er is niets gekozen. Het profiel volgt dan bijlage 2, de uitgebreide lijst.",
    };
    Some(from.to_owned())
}

fn combinatie(project: &Project) -> Option<String> {
    let JaNee(both) = project.team.coordinator.ook_wep_werker?;
    Some(if both { "Ja, één persoon doet beide." } else { "Nee, het zijn twee functies." }.to_owned())
}

fn werkgever(project: &Project) -> Option<String> {
    let employer = &project.team.coordinator.organisatie;
    let name = short_name_of(project, employer)?;
    let leads = match *employer == project.wep.trekker {
        true => "de trekker van het initiatief",
        false => "niet de trekker van het initiatief",
    };
    Some(format!("{name}, {leads}."))
}

fn uren(project: &Project) -> Option<String> {
    let hours = project.team.coordinator.uren_per_week?;
    let workers: Option<Vec<u32>> = project.team.wep_werkers.iter().map(|werker| werker.uren_per_week).collect();
    let workers = workers.filter(|hours| !hours.is_empty())?;
    let together: u64 = workers.iter().map(|hours| u64::from(*hours)).sum();
    let workers = match workers.len() {
        1 => format!("de WeP-werker {together} uur"),
        count => format!("de {} WeP-werkers samen {together} uur", number(count as u32)),
    };
    Some(format!("De coördinator werkt {hours} uur per week, {workers}."))
}

fn ervaringsdeskundige(project: &Project) -> Option<String> {
    let JaNee(welcome) = project.team.ervaringsdeskundige_welkom?;
    let text = match welcome {
        true => "Een ervaringsdeskundige is welkom in het team. Dat is een toevoeging.",
        false => "Het team heeft geen plaats voor een ervaringsdeskundige.",
    };
    Some(text.to_owned())
}

fn eindtijd(project: &Project) -> Option<String> {
    let start = &project.startbijeenkomst;
    let einde = start.einde?;
    let last: Option<Tijd> = start.tijden().last().copied().flatten().map(|tijdvak| tijdvak.begin);
    Some(match last {
        Some(begin) => format!("Het laatste onderdeel begint om {begin} uur, om {einde} uur is alles klaar."),
        None => format!("Om {einde} uur is alles klaar."),
    })
}

fn subgroepen(project: &Project) -> Option<String> {
    let start = &project.startbijeenkomst;
    let steps = werkstappen(&start.subgroepen);
    let minutes: Option<u64> = steps.iter().map(|(_, duur)| duur.map(u64::from)).sum();
    let minutes = minutes?;
    let whose = match start.subgroepen.stappen.is_empty() {
        true => "De stappen van de handleiding",
        false => "Eigen stappen",
    };
    let part = start.programma.iter().zip(start.tijden()).find(|(part, _)| part.soort == OnderdeelSoort::Subgroepen);
    let room = part.and_then(|(_, tijdvak)| tijdvak).map(|tijdvak| tijdvak.einde.minutes() - tijdvak.begin.minutes());
    Some(match room {
        Some(room) => format!("{whose}, samen {minutes} minuten. In het programma zijn er {room}."),
        None => format!("{whose}, samen {minutes} minuten."),
    })
}

fn training_tijd(project: &Project) -> Option<String> {
    let training = &project.training;
    let begin = training.begin?;
    let delen = trainingsdelen(training);
    let whose = if training.onderdelen.is_empty() { "De verdeling van wep" } else { "Een eigen verdeling" };
    let minutes: u64 = delen.iter().filter_map(|deel| deel.duur).map(u64::from).sum();
    let lunch = delen.iter().zip(training.tijden(&delen)).find(|(deel, _)| deel.soort == TrainingsdeelSoort::Lunch);
    let lunch = lunch.and_then(|(_, tijdvak)| tijdvak);
    Some(match lunch {
        Some(lunch) => {
            format!("{whose}, samen {minutes} minuten vanaf {begin} uur. De lunch is om {} uur.", lunch.begin)
        }
        None => format!("{whose}, samen {minutes} minuten vanaf {begin} uur, zonder lunch."),
    })
}

fn trainers(project: &Project) -> Option<String> {
    let named = project.training.trainers.iter().filter_map(|trainer| {
        let naam = filled(&trainer.naam)?;
        Some(match filled(&trainer.functie) {
            Some(functie) => format!("{naam} ({functie})"),
            None => naam,
        })
    });
    let named: Vec<String> = named.collect();
    (!named.is_empty()).then(|| format!("{}.", named.join(", ")))
}

/// The sources of the cover plan, each once, in the order of the lines.
fn financiering(project: &Project) -> Option<String> {
    let mut sources: Vec<&str> = Vec::new();
    for source in project.begroting.dekking.iter().filter_map(|post| post.bron).map(bron) {
        if !sources.contains(&source) {
            sources.push(source);
        }
    }
    (!sources.is_empty()).then(|| format!("De begroting rekent op: {}.", sources.join(", ")))
}

#[cfg(test)]
mod tests {
    use crate::handbook::WERKSTAPPEN;

    #[test]
    fn the_steps_of_the_handbook_fill_its_own_time() {
        let minutes: u32 = WERKSTAPPEN.iter().map(|stap| stap.duur).sum();
        assert_eq!(minutes, 35, "the text of the contradiction says so");
    }
}
