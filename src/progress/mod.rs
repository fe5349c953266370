//! The walk of handbook deel 3: its steps as data, and where a gemeente stands in each of them.
//!
//! The state of a step is never kept: it follows each time from the facts in the files (S1).

mod feit;
mod gaten;
mod step;
mod volgende;

use serde_json::Value;

use crate::check::{Finding, Route};
use crate::handbook::Paragraaf;
use crate::model::{Datum, Project};

pub use feit::{Feit, Vastlegging};
pub use step::STAPPEN;
pub use volgende::{Advies, Opdracht, volgende};

use gaten::Gaten;

/// One step of the walk.
#[derive(Debug)]
pub struct Stap {
    /// The name by which commands know it.
    pub slug: &'static str,
    pub naam: &'static str,
    pub paragraaf: Paragraaf,
    /// Why it matters, in two sentences.
    pub waarom: &'static str,
    /// Who does it.
    pub wie: &'static str,
    /// When it counts as done, following on “Gereed als”.
    pub gereed_als: &'static str,
    /// The steps that come first.
    pub wacht_op: &'static [&'static str],
    /// The files of the gemeente in which its facts stand.
    pub bestanden: &'static [&'static str],
    /// The command that makes its papers, without `wep`; and the kinds that it makes.
    pub stukken: Option<(&'static str, &'static [&'static str])>,
    /// The facts of it that `wep stap` records; without this it is done when everything has been filled in.
    pub feiten: Option<fn(&Project) -> Vec<Feit>>,
    stand: fn(&Project, &Gaten) -> Stand,
}

/// What the facts say of a step by itself, before it is known whether it waits.
#[derive(Debug, Default)]
struct Stand {
    gereed: bool,
    begonnen: bool,
    datum: Option<Datum>,
    wie: Option<String>,
    /// How far it is, in a few words.
    telling: Option<String>,
    nodig: Vec<Nodig>,
}

/// Where a gemeente stands in one step.
#[derive(Debug)]
pub struct Tussenstand {
    /// From 1.
    pub nummer: usize,
    pub stap: &'static Stap,
    pub staat: Staat,
    /// The day on which it was done, or for which it is planned.
    pub datum: Option<Datum>,
    /// Who it is about: a person or an organisation.
    pub wie: Option<String>,
    /// How far it is, such as “3 van 10 partijen tekenden”.
    pub telling: Option<String>,
    /// What is still missing. A step that is done can have gaps left in its papers.
    pub nodig: Vec<Nodig>,
    /// The steps that have to come first and are not done.
    pub wacht_op: Vec<&'static Stap>,
}

/// Of what a step still needs, so much is told to who wants the outline.
const FEW: usize = 3;

impl Tussenstand {
    /// The first of what is missing, and how many more there are: never one more, for that has room too.
    pub fn first_needs(&self) -> (&[Nodig], usize) {
        let told = if self.nodig.len() <= FEW + 1 { self.nodig.len() } else { FEW };
        (&self.nodig[..told], self.nodig.len() - told)
    }
}

/// The state of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Staat {
    Gereed,
    Bezig,
    Wacht,
    Open,
}

impl Staat {
    /// The word for it.
    pub fn woord(self) -> &'static str {
        match self {
            Staat::Gereed => "gereed",
            Staat::Bezig => "bezig",
            Staat::Wacht => "wacht",
            Staat::Open => "open",
        }
    }
}

/// Something that a step still needs.
#[derive(Debug, Clone, PartialEq)]
pub struct Nodig {
    /// What it is, following on “nog:”; a few Dutch words without a capital.
    pub wat: String,
    pub hoe: Hoe,
}

/// How something that is missing gets there.
#[derive(Debug, Clone, PartialEq)]
pub enum Hoe {
    /// A value in a file, or an item more in a list. `voorzet` is what is known of that item already: field and value.
    Gegeven { file: &'static str, route: Route, voorzet: Option<(&'static str, Value)> },
    /// Something that happens, and is then recorded.
    Feit(Feit),
}

impl Nodig {
    fn gegeven(file: &'static str, route: Route, wat: impl Into<String>) -> Nodig {
        Nodig { wat: wat.into(), hoe: Hoe::Gegeven { file, route, voorzet: None } }
    }

    /// An item more in this list, of which one field is known.
    fn item(file: &'static str, list: &str, voorzet: (&'static str, Value), wat: impl Into<String>) -> Nodig {
        Nodig { wat: wat.into(), hoe: Hoe::Gegeven { file, route: Route::from(list), voorzet: Some(voorzet) } }
    }

    fn feit(feit: Feit, wat: impl Into<String>) -> Nodig {
        Nodig { wat: wat.into(), hoe: Hoe::Feit(feit) }
    }

    /// It is a value that can be asked for.
    pub fn is_gegeven(&self) -> bool {
        matches!(self.hoe, Hoe::Gegeven { .. })
    }
}

/// The step with this name.
pub fn stap(slug: &str) -> Option<&'static Stap> {
    STAPPEN.iter().find(|stap| stap.slug == slug)
}

/// Where a gemeente stands in every step, in the order of the walk. `findings` are those of `check`.
pub fn stand(project: &Project, findings: &[Finding]) -> Vec<Tussenstand> {
    let gaten = Gaten::of(findings);
    let stands: Vec<Stand> = STAPPEN.iter().map(|stap| (stap.stand)(project, &gaten)).collect();
    let is_done = |slug: &&str| STAPPEN.iter().zip(&stands).any(|(stap, stand)| stap.slug == *slug && stand.gereed);
    let waits: Vec<Vec<&'static Stap>> = STAPPEN
        .iter()
        .map(|stap| stap.wacht_op.iter().filter(|slug| !is_done(slug)).filter_map(|slug| self::stap(slug)).collect())
        .collect();
    let combined = STAPPEN.iter().zip(stands).zip(waits).enumerate();
    combined.map(|(index, ((stap, stand), waits))| tussenstand(index + 1, stap, stand, waits)).collect()
}

fn tussenstand(nummer: usize, stap: &'static Stap, stand: Stand, waits: Vec<&'static Stap>) -> Tussenstand {
    let staat = match &stand {
        Stand { gereed: true, .. } => Staat::Gereed,
        _ if !waits.is_empty() => Staat::Wacht,
        Stand { begonnen: true, .. } => Staat::Bezig,
        _ => Staat::Open,
    };
    let wacht_op = if staat == Staat::Wacht { waits } else { Vec::new() };
    let Stand { datum, wie, telling, nodig, .. } = stand;
    Tussenstand { nummer, stap, staat, datum, wie, telling, nodig, wacht_op }
}
