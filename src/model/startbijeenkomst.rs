//! `startbijeenkomst.yaml`: the kickoff, its programme and the work in subgroups (handbook bijlage 3).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Datum, Tijd};

/// The content of `startbijeenkomst.yaml`.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(description = "De startbijeenkomst: wanneer, waar en met welk programma (handleiding bijlage 3).")]
pub struct Startbijeenkomst {
    #[schemars(description = "De dag: jaar-maand-dag.")]
    pub datum: Option<Datum>,
    #[schemars(description = "De plek: een id uit locaties.yaml.")]
    pub locatie: Option<String>,
    #[schemars(description = "Vanaf hoe laat gasten welkom zijn, zoals 14.45.")]
    pub ontvangst: Option<Tijd>,
    #[schemars(description = "Hoe laat het programma begint, zoals 15.00.")]
    pub begin: Option<Tijd>,
    #[schemars(description = "Hoe laat alles klaar is, met het napraten erbij, zoals 17.30.")]
    pub einde: Option<Tijd>,
    #[schemars(description = "Wie u uitnodigt, als in ‘medewerkers van alle partners’.")]
    pub genodigden: Vec<String>,
    #[schemars(description = "Hoe mensen zich aanmelden.")]
    pub aanmelding: Aanmelding,
    #[schemars(
        description = "De onderdelen op volgorde. wep rekent de tijden uit met het begin en de duur van elk onderdeel. Met ‘tijd’ legt u een tijd vast; klopt die niet, dan zegt wep het."
    )]
    pub programma: Vec<Onderdeel>,
    #[schemars(description = "Het werk in subgroepen.")]
    pub subgroepen: Subgroepen,
}

/// How guests register.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Aanmelding {
    #[schemars(description = "De laatste dag om u aan te melden.")]
    pub tot_en_met: Option<Datum>,
    #[schemars(description = "E-mailadres voor aanmeldingen. Leeg: dat van het contact in wep.yaml.")]
    pub email: Option<String>,
    #[schemars(description = "Telefoonnummer voor aanmeldingen. Leeg: dat van het contact in wep.yaml.")]
    pub telefoon: Option<String>,
}

/// One part of the programme.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Onderdeel {
    #[schemars(
        description = "De soort: welkom, inleiding, activiteiten, pauze, subgroepen, terugkoppeling, afsluiting of anders."
    )]
    pub soort: OnderdeelSoort,
    #[schemars(description = "De titel. Leeg: wep vult de titel in die bij de soort hoort.")]
    pub titel: Option<String>,
    #[schemars(description = "Wie dit onderdeel doet.")]
    pub spreker: Option<String>,
    #[schemars(description = "De functie van de spreker, zoals ‘wethouder’.")]
    pub functie: Option<String>,
    #[schemars(description = "De duur in minuten.")]
    pub duur: Option<u32>,
    #[schemars(description = "Een vaste begintijd. Meestal leeg.")]
    pub tijd: Option<Tijd>,
    #[schemars(description = "Een toelichting voor in het programma.")]
    pub toelichting: Option<String>,
}

/// The parts that the programme of bijlage 3 knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum OnderdeelSoort {
    Welkom,
    Inleiding,
    Activiteiten,
    Pauze,
    Subgroepen,
    Terugkoppeling,
    Afsluiting,
    #[default]
    Anders,
}

impl OnderdeelSoort {
    /// Somebody opens, introduces or tells; the other parts need nobody by name.
    pub fn needs_spreker(self) -> bool {
        matches!(self, OnderdeelSoort::Welkom | OnderdeelSoort::Inleiding | OnderdeelSoort::Activiteiten)
    }
}

/// The work in subgroups. Empty lists stand for what the handbook gives.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Subgroepen {
    #[schemars(description = "Hoeveel subgroepen er zijn.")]
    pub aantal: Option<u32>,
    #[schemars(description = "De vragen voor de subgroepen. Leeg: de vier vragen van de handleiding.")]
    pub vragen: Vec<String>,
    #[schemars(description = "De stappen met hun duur. Leeg: de vier stappen van de handleiding, samen 35 minuten.")]
    pub stappen: Vec<Stap>,
}

/// One step of the work in a subgroup.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Stap {
    #[schemars(description = "Wat de groep doet.")]
    pub opdracht: Option<String>,
    #[schemars(description = "De duur in minuten.")]
    pub duur: Option<u32>,
}

/// When a part of the programme begins and ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tijdvak {
    pub begin: Tijd,
    pub einde: Tijd,
}

impl Startbijeenkomst {
    /// The time of each part, from the beginning and the durations. A fixed time wins from the computed one, and the
    /// parts after it go on from there. Only the last part may leave its duration out: it lasts to the end.
    ///
    /// A part has no time when the beginning, a duration before it or the part's own is missing, or when it would pass
    /// midnight.
    pub fn tijden(&self) -> Vec<Option<Tijdvak>> {
        let mut next = self.begin;
        let last = self.programma.len().saturating_sub(1);
        let parts = self.programma.iter().enumerate().map(|(index, part)| {
            let begin = part.tijd.or(next);
            let einde = match (begin, part.duur) {
                (Some(begin), Some(duur)) => begin.plus(duur),
                (Some(begin), None) if index == last => self.einde.filter(|einde| *einde > begin),
                _ => None,
            };
            next = einde;
            Some(Tijdvak { begin: begin?, einde: einde? })
        });
        parts.collect()
    }
}
