//! What to do next: the first step that can go on, and the commands for it.

use super::{Feit, Hoe, Staat, Tussenstand};
use crate::model::Project;

/// The best thing to do now.
#[derive(Debug, Clone, PartialEq)]
pub struct Advies {
    /// The step that it is about.
    pub slug: &'static str,
    /// One Dutch sentence.
    pub zin: String,
    pub opdrachten: Vec<Opdracht>,
}

/// A command to copy.
#[derive(Debug, Clone, PartialEq)]
pub struct Opdracht {
    /// Its words behind `wep`; those with spaces in them still need quotation marks.
    pub woorden: Vec<String>,
    /// What it does, following on the command; a few Dutch words.
    pub doet: &'static str,
}

impl Opdracht {
    fn new(words: &str, doet: &'static str) -> Opdracht {
        Opdracht { woorden: words.split(' ').map(str::to_owned).collect(), doet }
    }
}

/// The next thing to do; nothing when every step is done.
pub fn volgende(project: &Project, stand: &[Tussenstand]) -> Option<Advies> {
    let can_go_on = |one: &&Tussenstand| matches!(one.staat, Staat::Bezig | Staat::Open);
    let step = stand.iter().find(can_go_on)?;
    let slug = step.stap.slug;
    let given = step.nodig.iter().filter(|nodig| nodig.is_gegeven()).count();
    let feit = step.nodig.iter().find_map(|nodig| match &nodig.hoe {
        Hoe::Feit(feit) => Some(feit),
        Hoe::Gegeven { .. } => None,
    });
    let mut opdrachten = Vec::new();
    if given > 0 {
        opdrachten.push(Opdracht::new(&format!("gids --stap {slug}"), "stelt de vragen die nog open zijn"));
    }
    if let Some((command, _)) = step.stap.stukken.filter(|_| given == 0 || feit.is_some()) {
        opdrachten.push(Opdracht::new(command, "maakt de stukken"));
    }
    if let Some(feit) = feit {
        opdrachten.push(Opdracht { woorden: recording(project, slug, feit), doet: "legt het vast" });
    }
    if opdrachten.is_empty() {
        opdrachten.push(Opdracht::new("controleer", "zegt wat er niet klopt"));
    }
    let naam = step.stap.naam;
    let zin = match (given, step.nodig.first()) {
        (0, None) => format!("{naam}: gereed als {}.", step.stap.gereed_als),
        (0, Some(first)) => format!("{naam}: nog {}.", first.wat),
        (1, _) => format!("{naam}: er is nog 1 vraag open."),
        (more, _) => format!("{naam}: er zijn nog {more} vragen open."),
    };
    Some(Advies { slug, zin, opdrachten })
}

/// The command that records a fact. In a window it asks for what is not said here, such as the day.
fn recording(project: &Project, slug: &str, feit: &Feit) -> Vec<String> {
    let mut words = ["stap", slug, "gereed"].map(str::to_owned).to_vec();
    let mut option = |name: &str, value: &str| words.extend([name.to_owned(), value.to_owned()]);
    match feit {
        Feit::Handtekening(id) | Feit::Goedkeuring(id) => option("--organisatie", id),
        Feit::Bijeenkomst(id) => option("--locatie", id),
        Feit::Toezegging(post) => option("--post", &(post + 1).to_string()),
        Feit::Startbijeenkomst => {
            if let Some(day) = project.startbijeenkomst.datum {
                option("--datum", &day.to_string());
            }
        }
        _ => {}
    }
    words
}
