//! What happens in the walk and is recorded: where in the files each fact stands, put there or taken away.

use super::step::{name_of, payer};
use crate::model::{Datum, DekkingStatus, Gebeurtenis, GehoudenBijeenkomst, Goedkeuring, Handtekening, Project, file};

/// One fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Feit {
    /// The organisation with this id signed the convenant.
    Handtekening(String),
    /// The directors of the organisation with this id approved the plan van aanpak.
    Goedkeuring(String),
    /// The line of cover at this place in `begroting.yaml` (from 0) has been granted.
    Toezegging(usize),
    /// The coordinator begins.
    Coordinator,
    /// The meeting with all who work at the place with this id has been held.
    Bijeenkomst(String),
    Training,
    Intake,
    Startbijeenkomst,
    Uitvoering,
}

/// What is recorded with a fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vastlegging {
    pub datum: Datum,
    /// Where it was; only for a signature.
    pub plaats: Option<String>,
    /// Who did it: the director who approved, the coordinator, the one who gave the training.
    pub wie: Option<String>,
}

impl Feit {
    /// The file in which it stands.
    pub fn file(&self) -> &'static str {
        match self {
            Feit::Toezegging(_) => file::BEGROTING,
            Feit::Coordinator => file::TEAM,
            _ => file::VOORTGANG,
        }
    }

    /// The day that is recorded for it now.
    pub fn datum(&self, project: &Project) -> Option<Datum> {
        match self {
            Feit::Handtekening(id) => project.signature_of(id)?.datum,
            Feit::Goedkeuring(id) => project.approval_of(id)?.datum,
            Feit::Toezegging(post) => {
                let post = project.begroting.dekking.get(*post)?;
                post.datum.filter(|_| post.status == Some(DekkingStatus::Toegezegd))
            }
            Feit::Coordinator => project.team.coordinator.vanaf,
            Feit::Bijeenkomst(id) => {
                let held = &project.voortgang.locatiebijeenkomsten;
                held.iter().find(|one| one.locatie.as_ref() == Some(id))?.datum
            }
            Feit::Training => project.voortgang.training.datum,
            Feit::Intake => project.voortgang.intake.datum,
            Feit::Startbijeenkomst => project.voortgang.startbijeenkomst.datum,
            Feit::Uitvoering => project.voortgang.uitvoering.datum,
        }
    }

    /// Whether it has happened, as far as the files say.
    pub fn is_recorded(&self, project: &Project) -> bool {
        match self {
            Feit::Toezegging(post) => {
                let post = project.begroting.dekking.get(*post);
                post.is_some_and(|post| post.status == Some(DekkingStatus::Toegezegd))
            }
            _ => self.datum(project).is_some(),
        }
    }

    /// What has happened, in words that follow on a name or stand alone: “GGZ Linge tekende het convenant”.
    pub fn told(&self, project: &Project) -> String {
        match self {
            Feit::Handtekening(id) => format!("{} tekende het convenant", name_of(project, id)),
            Feit::Goedkeuring(id) => format!("de directie van {} keurde het plan goed", name_of(project, id)),
            Feit::Toezegging(post) => format!("{} zegde de bijdrage toe", payer(project, *post)),
            Feit::Coordinator => "de coördinator begint".to_owned(),
            Feit::Bijeenkomst(id) => {
                let naam = project.locatie(id).and_then(|place| place.naam.clone());
                format!("de bijeenkomst in {} is gehouden", naam.unwrap_or_else(|| id.clone()))
            }
            Feit::Training => "de training is gehouden".to_owned(),
            Feit::Intake => "de intake staat klaar".to_owned(),
            Feit::Startbijeenkomst => "de startbijeenkomst is gehouden".to_owned(),
            Feit::Uitvoering => "de uitvoering is begonnen".to_owned(),
        }
    }

    /// Puts the fact into the project. What is recorded already gets this day; what is not said now stays.
    pub fn record(&self, project: &mut Project, with: &Vastlegging) {
        let datum = Some(with.datum);
        match self {
            Feit::Handtekening(id) => {
                let plaats = with.plaats.clone().or(project.signature_of(id).and_then(|one| one.plaats.clone()));
                let signed = Handtekening { organisatie: Some(id.clone()), datum, plaats };
                put(&mut project.voortgang.handtekeningen, signed, |one| one.organisatie.as_ref() == Some(id));
            }
            Feit::Goedkeuring(id) => {
                let naam = with.wie.clone().or(project.approval_of(id).and_then(|one| one.naam.clone()));
                let approved = Goedkeuring { organisatie: Some(id.clone()), naam, datum };
                put(&mut project.voortgang.goedkeuringen, approved, |one| one.organisatie.as_ref() == Some(id));
            }
            Feit::Toezegging(post) => {
                if let Some(post) = project.begroting.dekking.get_mut(*post) {
                    post.status = Some(DekkingStatus::Toegezegd);
                    post.datum = datum;
                }
            }
            Feit::Coordinator => {
                let coordinator = &mut project.team.coordinator;
                coordinator.vanaf = datum;
                coordinator.naam = with.wie.clone().or(coordinator.naam.take());
            }
            Feit::Bijeenkomst(id) => {
                let held = GehoudenBijeenkomst { locatie: Some(id.clone()), datum };
                put(&mut project.voortgang.locatiebijeenkomsten, held, |one| one.locatie.as_ref() == Some(id));
            }
            Feit::Training | Feit::Intake | Feit::Startbijeenkomst | Feit::Uitvoering => {
                if let Some(event) = self.event(project) {
                    *event = Gebeurtenis { datum, wie: with.wie.clone().or(event.wie.take()) };
                }
            }
        }
    }

    /// Takes the fact out of the project. What was granted counts as applied for again, without a day.
    pub fn withdraw(&self, project: &mut Project) {
        match self {
            Feit::Handtekening(id) => {
                project.voortgang.handtekeningen.retain(|one| one.organisatie.as_ref() != Some(id));
            }
            Feit::Goedkeuring(id) => {
                project.voortgang.goedkeuringen.retain(|one| one.organisatie.as_ref() != Some(id));
            }
            Feit::Toezegging(post) => {
                if let Some(post) = project.begroting.dekking.get_mut(*post) {
                    post.status = Some(DekkingStatus::Aangevraagd);
                    post.datum = None;
                }
            }
            Feit::Coordinator => project.team.coordinator.vanaf = None,
            Feit::Bijeenkomst(id) => {
                project.voortgang.locatiebijeenkomsten.retain(|one| one.locatie.as_ref() != Some(id));
            }
            Feit::Training | Feit::Intake | Feit::Startbijeenkomst | Feit::Uitvoering => {
                if let Some(event) = self.event(project) {
                    *event = Gebeurtenis::default();
                }
            }
        }
    }

    fn event<'p>(&self, project: &'p mut Project) -> Option<&'p mut Gebeurtenis> {
        let voortgang = &mut project.voortgang;
        match self {
            Feit::Training => Some(&mut voortgang.training),
            Feit::Intake => Some(&mut voortgang.intake),
            Feit::Startbijeenkomst => Some(&mut voortgang.startbijeenkomst),
            Feit::Uitvoering => Some(&mut voortgang.uitvoering),
            _ => None,
        }
    }
}

/// Puts an entry into a list: over the one that is the same, or else at the end.
fn put<T>(list: &mut Vec<T>, entry: T, same: impl Fn(&T) -> bool) {
    match list.iter().position(same) {
        Some(place) => list[place] = entry,
        None => list.push(entry),
    }
}
