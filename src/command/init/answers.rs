//! What `wep init` needs to know, and the project that follows from it.

use std::collections::BTreeSet;

use wep::check::shape::LONGEST_NAME;
use wep::handbook::{PROGRAMMA, ProgrammaDeel, TIJDEN};
use wep::model::{
    self, Convenant, Datum, Onderdeel, Organisatie, Organisaties, Partij, Project, Sector, Startbijeenkomst, Team,
    Tijd, Wep, Wijk,
};
use wep::privacy;
use wep::write::slug;

use crate::exit::{Exit, Failure};

/// An organisation as the user names it.
#[derive(Debug, Clone, PartialEq)]
pub struct Named {
    pub naam: String,
    pub sector: Option<Sector>,
}

/// The coordinator, and for which organisation they work.
#[derive(Debug, Clone, PartialEq)]
pub struct Coordinator {
    pub naam: String,
    pub werkgever: Option<String>,
}

/// Everything that was answered so far.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Answers {
    pub gemeente: String,
    pub wijken: Vec<String>,
    pub trekker: Option<Named>,
    pub partners: Vec<Named>,
    pub coordinator: Option<Coordinator>,
    pub startdatum: Option<Datum>,
}

/// A name of something: one line, not empty.
pub fn name(text: &str) -> Result<String, String> {
    let name = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() {
        Err("de naam is leeg".to_owned())
    } else if text.trim().contains(char::is_control) {
        Err("een naam is één regel, zonder vreemde tekens".to_owned())
    } else if name.chars().count() > LONGEST_NAME {
        Err(format!("de naam is langer dan {LONGEST_NAME} tekens"))
    } else {
        Ok(name)
    }
}

/// `Naam` or `Naam=sector`.
pub fn organisation(text: &str) -> Result<Named, String> {
    let Some((naam, sector)) = text.rsplit_once('=') else {
        return Ok(Named { naam: name(text)?, sector: None });
    };
    let wanted = sector.trim().to_lowercase().replace([' ', '-'], "_");
    match Sector::ALL.into_iter().find(|sector| sector.term().code == wanted) {
        Some(sector) => Ok(Named { naam: name(naam)?, sector: Some(sector) }),
        None => {
            let known = Sector::ALL.map(|sector| sector.term().code);
            Err(format!("de sector ‘{}’ bestaat niet; kies uit {}", sector.trim(), known.join(", ")))
        }
    }
}

/// `Naam` or `Naam=werkgever`.
pub fn coordinator(text: &str) -> Result<Coordinator, String> {
    match text.rsplit_once('=') {
        Some((naam, werkgever)) => Ok(Coordinator { naam: name(naam)?, werkgever: Some(name(werkgever)?) }),
        None => Ok(Coordinator { naam: name(text)?, werkgever: None }),
    }
}

/// The same name, whatever its capitals.
fn same(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}

impl Answers {
    /// These answers, when nothing that is required is missing; otherwise everything that is.
    pub fn complete(self) -> Result<Answers, Failure> {
        let required = [
            ("--gemeente", self.gemeente.is_empty()),
            ("--wijk", self.wijken.is_empty()),
            ("--trekker", self.trekker.is_none()),
        ];
        let missing: Vec<&str> = required.iter().filter(|(_, missing)| *missing).map(|(flag, _)| *flag).collect();
        if missing.is_empty() {
            return Ok(self);
        }
        Err(Failure::new(
            Exit::WrongCall,
            format!("dit ontbreekt nog: {}", missing.join(", ")),
            "Voorbeeld: wep init --zonder-vragen --gemeente Veldrijk --wijk Noord --trekker \"Stichting Welzijn\"\n\
             Zonder --zonder-vragen, in een gewoon venster, vraagt wep het u.",
        ))
    }

    /// Nothing in these answers is about a participant.
    ///
    /// # Errors
    /// Why not; what was typed is not repeated.
    pub fn accept(&self) -> Result<(), Failure> {
        let organisations = self.trekker.iter().chain(&self.partners).map(|one| &one.naam);
        let coordinator = self.coordinator.iter().flat_map(|one| [Some(&one.naam), one.werkgever.as_ref()]).flatten();
        let mut names = [&self.gemeente].into_iter().chain(&self.wijken).chain(organisations).chain(coordinator);
        match names.find_map(|name| privacy::accept("", name).err()) {
            Some(why) => Err(Failure::new(Exit::InputErrors, why, "")),
            None => Ok(()),
        }
    }

    /// The organisations, the lead first, each once.
    pub fn organisations(&self) -> Vec<Named> {
        let mut organisations: Vec<Named> = Vec::new();
        for named in self.trekker.iter().chain(&self.partners) {
            match organisations.iter_mut().find(|known| same(&known.naam, &named.naam)) {
                Some(known) => known.sector = known.sector.or(named.sector),
                None => organisations.push(named.clone()),
            }
        }
        organisations
    }

    /// The place of the coordinator's employer among the organisations.
    fn employer(&self) -> Result<Option<usize>, Failure> {
        let Some(werkgever) = self.coordinator.as_ref().and_then(|coordinator| coordinator.werkgever.as_ref()) else {
            return Ok(None);
        };
        let organisations = self.organisations();
        match organisations.iter().position(|known| same(&known.naam, werkgever)) {
            Some(place) => Ok(Some(place)),
            None => {
                let names: Vec<String> = organisations.into_iter().map(|known| known.naam).collect();
                Err(Failure::new(
                    Exit::WrongCall,
                    format!("de werkgever van de coördinator, ‘{werkgever}’, is geen trekker en geen partner"),
                    format!("Kies uit: {}. Of noem de organisatie met --partner.", names.join(", ")),
                ))
            }
        }
    }

    /// The project with which a gemeente begins.
    pub fn project(&self) -> Result<Project, Failure> {
        let mut taken = BTreeSet::new();
        let organisaties: Vec<Organisatie> = self
            .organisations()
            .into_iter()
            .map(|named| Organisatie {
                id: Some(slug::unique(&named.naam, "organisatie", &mut taken)),
                naam: Some(named.naam),
                sector: named.sector,
                ..Organisatie::default()
            })
            .collect();
        let partijen =
            organisaties.iter().map(|organisatie| Partij { organisatie: organisatie.id.clone(), ..Partij::default() });
        let employer = self.employer()?.and_then(|place| organisaties[place].id.clone());
        let coordinator = self.coordinator.as_ref().map(|coordinator| model::Coordinator {
            naam: Some(coordinator.naam.clone()),
            organisatie: employer,
            ..model::Coordinator::default()
        });
        Ok(Project {
            wep: Wep {
                gemeente: Some(self.gemeente.clone()),
                wijken: self.neighbourhoods(),
                trekker: organisaties.first().and_then(|lead| lead.id.clone()),
                startdatum: self.startdatum,
                ..Wep::default()
            },
            convenant: Convenant { partijen: partijen.collect(), ..Convenant::default() },
            organisaties: Organisaties { organisaties, ..Organisaties::default() },
            team: Team { coordinator: coordinator.unwrap_or_default(), ..Team::default() },
            startbijeenkomst: kickoff(),
            ..Project::default()
        })
    }

    /// The wijken, each once, with an id.
    fn neighbourhoods(&self) -> Vec<Wijk> {
        let mut taken = BTreeSet::new();
        let mut wijken: Vec<Wijk> = Vec::new();
        for naam in &self.wijken {
            if !wijken.iter().any(|known| known.naam.as_deref().is_some_and(|known| same(known, naam))) {
                wijken.push(Wijk { id: Some(slug::unique(naam, "wijk", &mut taken)), naam: Some(naam.clone()) });
            }
        }
        wijken
    }
}

/// The kickoff with the times and the programme of the handbook, without a day and a place yet.
fn kickoff() -> Startbijeenkomst {
    let part = |deel: ProgrammaDeel| Onderdeel { soort: deel.soort, duur: Some(deel.duur), ..Onderdeel::default() };
    let [ontvangst, begin, einde] = TIJDEN.map(Tijd::from_minutes);
    Startbijeenkomst { ontvangst, begin, einde, programma: PROGRAMMA.map(part).to_vec(), ..Startbijeenkomst::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answers() -> Answers {
        Answers {
            gemeente: "Veldrijk".into(),
            wijken: vec!["Noord".into(), "noord".into(), "Noord!".into()],
            trekker: Some(organisation("Ravelijn=vrijwilligers").unwrap()),
            partners: vec![organisation("ravelijn").unwrap(), organisation("Ravelijn?=ggz").unwrap()],
            coordinator: Some(coordinator("Anna=RAVELIJN?").unwrap()),
            startdatum: None,
        }
    }

    #[test]
    fn the_project_has_each_thing_once_and_ids_that_differ() {
        let project = answers().project().unwrap();
        let ids = |ids: Vec<Option<String>>| ids.into_iter().flatten().collect::<Vec<_>>();
        let organisaties = project.organisaties.organisaties;
        assert_eq!(ids(organisaties.iter().map(|one| one.id.clone()).collect()), ["ravelijn", "ravelijn-2"]);
        assert_eq!(ids(project.wep.wijken.iter().map(|one| one.id.clone()).collect()), ["noord", "noord-2"]);
        assert_eq!(project.wep.trekker.as_deref(), Some("ravelijn"));
        assert_eq!(project.convenant.partijen[0].organisatie.as_deref(), Some("ravelijn"));
        assert_eq!(project.convenant.partijen.len(), 2);
        assert_eq!(project.team.coordinator.organisatie.as_deref(), Some("ravelijn-2"));
    }

    #[test]
    fn the_programme_fills_the_time_between_begin_and_end() {
        let minutes: u32 = PROGRAMMA.iter().map(|deel| deel.duur).sum();
        let [_, begin, einde] = TIJDEN;
        assert_eq!(begin + minutes, einde);
    }

    #[test]
    fn an_unknown_employer_names_the_choices() {
        let failure = Answers { coordinator: Some(coordinator("Anna=Elders").unwrap()), ..answers() }.project();
        let failure = failure.unwrap_err();
        assert_eq!(failure.exit, Exit::WrongCall);
        assert!(failure.message.contains("‘Elders’") && failure.help.contains("Ravelijn, Ravelijn?"));
    }

    #[test]
    fn everything_that_is_missing_is_named_at_once() {
        let message = Answers::default().complete().unwrap_err().message;
        assert_eq!(message, "dit ontbreekt nog: --gemeente, --wijk, --trekker");
    }

    #[test]
    fn names_and_sectors_are_checked() {
        assert_eq!(name("  Wijk   Noord ").unwrap(), "Wijk Noord");
        for text in ["", "  ", "a\nb", "a\u{7}b", &"x".repeat(201)] {
            assert!(name(text).is_err(), "{text:?}");
        }
        assert_eq!(organisation("A=B=GGZ").unwrap(), Named { naam: "A=B".into(), sector: Some(Sector::Ggz) });
        assert!(organisation("A=bank").unwrap_err().contains("kies uit gemeente, welzijn"));
        let named = organisation("M=maatschappelijke dienstverlening").unwrap();
        assert_eq!(named.sector, Some(Sector::MaatschappelijkeDienstverlening));
    }

    #[test]
    fn sectors_are_named_as_in_yaml() {
        for sector in Sector::ALL {
            assert_eq!(serde_json::to_value(sector).unwrap(), sector.term().code);
        }
    }
}
