//! The facts of the handbook as data, each with its paragraph.
//!
//! *Handleiding voor het opzetten van Wijk en Psychiatrie*, Hogeschool Utrecht, October 2012. Facts carry over,
//! sentences do not: every text here is our own. The ids (G1, S5 …) number the facts:
//! ARCHITECTURE.md says which letter stands for what, and CITATION.cff where the handbook is.

mod activiteit;
mod begrip;
mod doel;
mod functie;
mod locatie;
mod overleg;
mod plan;
mod startbijeenkomst;
mod tegenspraak;
mod toeleiding;
mod training;
mod voorlichting;

use serde::Serialize;

pub use activiteit::{IDEEEN, IdeeBeschrijving, IdeeSoort};
pub use begrip::{BEGRIPPEN, Begrip, Gevonden, Soort, begrip};
pub use doel::{DOELEN, Doel, doel_of_optional};
pub use functie::{
    EISEN_COORDINATOR, EISEN_WEP_WERKER_BIJLAGE, EISEN_WEP_WERKER_PARAGRAAF, EisGroep, Eisen, Functie,
    TAKEN_COORDINATOR, TAKEN_WEP_WERKER, VERSCHILLEN, Verschil,
};
pub use locatie::{BIJEENKOMST, VEREISTEN, Vereiste};
pub use overleg::{
    BUDGET, VASTE_PUNTEN, VERANTWOORDELIJKHEDEN, VOORTGANG, VastPunt, Verantwoordelijkheid, WIJKNETWERK,
};
pub use plan::{FASEN, FaseStap, NIET_BIJ_WEP, Niveau, PARTICIPATIE, PRESENTIE, resultaat_tekst};
pub use startbijeenkomst::{
    PROGRAMMA, ProgrammaDeel, RICHTLIJNEN, TIJDEN, VOORSTELRONDE, VRAGEN, WERKSTAPPEN, Werkstap, deel_of, vragen,
    werkstappen,
};
pub use tegenspraak::{Punt, TEGENSPRAKEN, Tegenspraak, VERGISSINGEN, Vergissing};
pub use voorlichting::{FOLDER, GESPREKSVRAGEN, HERSTELVRAGEN, INLOOP, SAMEN_DOEN};

pub use toeleiding::HUISREGELS;
pub use training::{
    AANDOENINGEN, Aandoening, BENODIGDHEDEN, GASTVRIJ, KERNWOORDEN, OEFENINGEN, OEFENVRAAG, OOK_NODIG, Oefening,
    TRAININGSDUUR, TRAININGSSTAPPEN, Trainingsstap, VEILIG_OEFENEN, trainingsdelen, trainingsstap,
};

/// How documents name the handbook.
pub const TITLE: &str = "Handleiding WeP";

/// A place in the handbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Paragraaf(pub &'static str);
