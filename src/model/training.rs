//! `training.yaml`: the training for those who work where WeP takes place (handbook §3.6 and bijlage 4).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Datum, Tijd, Tijdvak};

/// The content of `training.yaml`.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(
    description = "De training voor wie werkt op een plek van WeP: één dagdeel van vier uur, met lunch (handleiding §3.6 en bijlage 4)."
)]
pub struct Training {
    #[schemars(description = "De dag: jaar-maand-dag.")]
    pub datum: Option<Datum>,
    #[schemars(description = "De plek: een id uit locaties.yaml.")]
    pub locatie: Option<String>,
    #[schemars(description = "Hoe laat de training begint, zoals 9.30.")]
    pub begin: Option<Tijd>,
    #[schemars(
        description = "Wie de training geeft: de coördinator, een WeP-werker of een partner met ervaring. wep raadt aan: ook een ervaringsdeskundige."
    )]
    pub trainers: Vec<Trainer>,
    #[schemars(description = "De naam van de acteur die u inhuurt.")]
    pub acteur: Option<String>,
    #[schemars(description = "Voor wie de training is, per groep. Geen namen.")]
    pub deelnemers: Vec<Deelnemersgroep>,
    #[schemars(
        description = "De onderdelen op volgorde, met hun duur. Leeg: de onderdelen van de handleiding, met de minuten van wep, samen vier uur."
    )]
    pub onderdelen: Vec<Trainingsdeel>,
    #[schemars(
        description = "Eigen oefensituaties, die passen bij het werk van de deelnemers. Voor een rol zonder eigen situatie heeft wep er twee. Verzin ze: gebruik nooit het verhaal van een echte deelnemer."
    )]
    pub casussen: Vec<Casus>,
    #[schemars(description = "Wat er nog meer klaar moet liggen, naast de vaste lijst.")]
    pub benodigdheden: Vec<String>,
    #[schemars(description = "Eigen vragen voor het evaluatieformulier, naast de vaste vragen.")]
    pub evaluatievragen: Vec<String>,
}

/// Somebody who gives the training.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Trainer {
    #[schemars(description = "Naam.")]
    pub naam: Option<String>,
    #[schemars(description = "Functie, zoals ‘coördinator’ of ‘ervaringsdeskundige’.")]
    pub functie: Option<String>,
}

/// Participants who do the same work.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Deelnemersgroep {
    #[schemars(description = "Hun werk: sociaal_werker, beheerder, vrijwilliger, stagiair of anders.")]
    pub rol: Option<DeelnemerRol>,
    #[schemars(description = "Bij ‘anders’: wie het zijn, zoals ‘wijkagenten’.")]
    pub omschrijving: Option<String>,
    #[schemars(description = "Met hoeveel zij zijn. wep rekent hiermee uit hoe lang ieder kan oefenen.")]
    pub aantal: Option<u32>,
}

/// The work of those who are trained, after bijlage 4.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DeelnemerRol {
    SociaalWerker,
    Beheerder,
    Vrijwilliger,
    Stagiair,
    Anders,
}

/// One part of the training.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Trainingsdeel {
    #[schemars(
        description = "De soort: kennismaking, eigen_ervaring, onthaal, over_wep, aandoeningen, oefenen, uitwisselen, pauze, lunch of anders."
    )]
    pub soort: TrainingsdeelSoort,
    #[schemars(description = "De titel. Leeg: wep vult de titel in die bij de soort hoort.")]
    pub titel: Option<String>,
    #[schemars(description = "De duur in minuten.")]
    pub duur: Option<u32>,
    #[schemars(description = "Wie dit deel leidt. Leeg: de trainer, en waar gespeeld wordt ook de acteur.")]
    pub wie: Option<String>,
    #[schemars(description = "Een toelichting voor in het draaiboek.")]
    pub toelichting: Option<String>,
}

/// The parts of bijlage 4, of which the fifth is two here: being told and shown, and practising oneself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TrainingsdeelSoort {
    Kennismaking,
    EigenErvaring,
    Onthaal,
    OverWep,
    Aandoeningen,
    Oefenen,
    Uitwisselen,
    Pauze,
    Lunch,
    #[default]
    Anders,
}

/// A situation to practise.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Casus {
    #[schemars(description = "Voor wie: sociaal_werker, beheerder, vrijwilliger, stagiair of anders.")]
    pub rol: Option<DeelnemerRol>,
    #[schemars(description = "Wat er gebeurt, in een paar zinnen. Verzonnen, zonder namen.")]
    pub situatie: Option<String>,
    #[schemars(description = "De vraag aan wie oefent. Leeg: wep vraagt wat iemand doet en zegt.")]
    pub vraag: Option<String>,
}

impl Training {
    /// How many take part; nothing as long as a group has not said it.
    pub fn aantal_deelnemers(&self) -> Option<u32> {
        let mut counts = self.deelnemers.iter().map(|groep| groep.aantal);
        counts.try_fold(0u32, |total, count| Some(total.saturating_add(count?))).filter(|total| *total > 0)
    }

    /// When each of these parts begins and ends. A part has no time when the beginning or a duration up to it is
    /// missing, or when it would pass midnight.
    pub fn tijden(&self, delen: &[Trainingsdeel]) -> Vec<Option<Tijdvak>> {
        let mut next = self.begin;
        let slots = delen.iter().map(|deel| {
            let begin = next;
            next = begin.zip(deel.duur).and_then(|(begin, duur)| begin.plus(duur));
            Some(Tijdvak { begin: begin?, einde: next? })
        });
        slots.collect()
    }
}
