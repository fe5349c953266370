//! About whom or what a fact is, as the options say it.

use clap::Args;
use wep::model::Project;
use wep::progress::{Feit, Stap};
use wep::report::lines::clean;

use crate::exit::{Exit, Failure};

#[derive(Debug, Default, Args)]
pub struct Over {
    #[arg(
        long = "organisatie",
        value_name = "ID",
        value_delimiter = ',',
        help_heading = "Opties",
        help = "Om welke organisatie het gaat; mag vaker"
    )]
    organisaties: Vec<String>,
    #[arg(
        long = "locatie",
        value_name = "ID",
        value_delimiter = ',',
        help_heading = "Opties",
        help = "Om welke plek het gaat"
    )]
    locaties: Vec<String>,
    #[arg(long = "post", value_name = "NUMMER", value_parser = number, help_heading = "Opties",
        help = "Om welke regel van de dekking het gaat, geteld vanaf 1")]
    posten: Vec<usize>,
    #[arg(long = "alle", conflicts_with_all = ["organisaties", "locaties", "posten"], help_heading = "Opties",
        help = "Alle partijen, plekken of posten tegelijk")]
    pub all: bool,
}

fn number(text: &str) -> Result<usize, String> {
    text.parse().ok().filter(|number| *number > 0).ok_or_else(|| format!("‘{text}’ is geen nummer, zoals 2"))
}

impl Over {
    /// What is named belongs to this step.
    pub fn fits(&self, stap: &Stap, feiten: &[Feit]) -> Result<(), Failure> {
        let some = |of: fn(&Feit) -> bool| feiten.iter().any(of);
        let organisatie =
            some(|feit| matches!(feit, Feit::Handtekening(_) | Feit::Goedkeuring(_) | Feit::Toezegging(_)));
        let wrong = [
            ("--organisatie", !self.organisaties.is_empty() && !organisatie),
            ("--locatie", !self.locaties.is_empty() && !some(|feit| matches!(feit, Feit::Bijeenkomst(_)))),
            ("--post", !self.posten.is_empty() && !some(|feit| matches!(feit, Feit::Toezegging(_)))),
        ];
        match wrong.iter().find(|(_, wrong)| *wrong) {
            Some((option, _)) if !feiten.is_empty() => Err(does_not_belong(option, stap)),
            _ => Ok(()),
        }
    }

    /// The facts that the options name; nothing when they name none.
    ///
    /// # Errors
    /// When a name is that of nobody who can do this.
    pub fn chosen(&self, all: &[Feit], project: &Project) -> Result<Option<Vec<Feit>>, Failure> {
        if self.all {
            return Ok(Some(all.to_vec()));
        }
        let mut chosen: Vec<Feit> = Vec::new();
        for id in self.organisaties.iter().chain(&self.locaties) {
            let of_id: Vec<&Feit> = all.iter().filter(|feit| id_of(feit, project) == Some(id.as_str())).collect();
            if of_id.is_empty() {
                return Err(unknown(id, all, project));
            }
            chosen.extend(of_id.into_iter().cloned());
        }
        for number in &self.posten {
            let post = Feit::Toezegging(number - 1);
            if !all.contains(&post) {
                let message = format!("de dekking heeft geen regel {number}");
                let help = format!("Er zijn er {}; zie begroting.yaml.", all.len());
                return Err(Failure::new(Exit::InputErrors, message, help));
            }
            chosen.push(post);
        }
        Ok((!chosen.is_empty()).then_some(chosen))
    }
}

/// The id by which a user names what a fact is about.
fn id_of<'a>(feit: &'a Feit, project: &'a Project) -> Option<&'a str> {
    match feit {
        Feit::Handtekening(id) | Feit::Goedkeuring(id) | Feit::Bijeenkomst(id) => Some(id),
        Feit::Toezegging(post) => project.begroting.dekking.get(*post)?.organisatie.as_deref(),
        _ => None,
    }
}

fn unknown(id: &str, all: &[Feit], project: &Project) -> Failure {
    let id = clean(id);
    let message = match all.first() {
        Some(Feit::Bijeenkomst(_)) => format!("‘{id}’ is geen gekozen plek"),
        Some(Feit::Toezegging(_)) => format!("‘{id}’ staat niet bij de dekking in begroting.yaml"),
        _ if project.organisatie(&id).is_some() => format!("‘{id}’ is geen partij in convenant.yaml"),
        _ => format!("‘{id}’ is geen organisatie uit organisaties.yaml"),
    };
    let mut known: Vec<String> = all.iter().filter_map(|feit| id_of(feit, project)).map(clean).collect();
    known.dedup();
    let help = match known.is_empty() {
        true => "Zie: wep status".to_owned(),
        false => format!("Kies uit: {}.", known.join(", ")),
    };
    Failure::new(Exit::InputErrors, message, help)
}

pub fn does_not_belong(option: &str, stap: &Stap) -> Failure {
    Failure::new(Exit::WrongCall, format!("{option} hoort niet bij de stap {}", stap.naam), "Zie --help.")
}

/// There is more than one thing to record, and nobody to ask which.
pub fn not_said(stap: &Stap, open: &[Feit], project: &Project) -> Failure {
    let option = match open.first() {
        Some(Feit::Bijeenkomst(_)) => "--locatie",
        Some(Feit::Toezegging(_)) => "--organisatie of --post",
        _ => "--organisatie",
    };
    let mut known: Vec<String> = open.iter().filter_map(|feit| id_of(feit, project)).map(clean).collect();
    known.dedup();
    let help = format!("Kies met {option} uit: {}. Of neem ze samen, met --alle.", known.join(", "));
    Failure::new(Exit::WrongCall, format!("bij de stap {} zegt u niet om wie of wat het gaat", stap.naam), help)
}
