//! `overleg.yaml`: the body that governs the initiative and the meetings of the wijknetwerk (handbook §3.3).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{DagVanDeMaand, Datum, JaNee, Tijd};

/// The content of `overleg.yaml`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(description = "Het overleg dat WeP aanstuurt en de bijeenkomsten van het wijknetwerk (handleiding §3.3).")]
pub struct Overleg {
    #[schemars(
        description = "De naam van het overleg dat WeP aanstuurt: werkgroep, begeleidingsgroep of samenwerkingsoverleg. De handleiding gebruikt deze namen door elkaar; kies er één."
    )]
    pub orgaan: Option<OverlegOrgaan>,
    #[schemars(description = "De organisatie die voorzit: een id uit organisaties.yaml.")]
    pub voorzitter: Option<String>,
    #[schemars(description = "Hoeveel maanden het overleg elke maand bijeenkomt. Handleiding: het eerste half jaar.")]
    pub maandelijks_gedurende: Option<u32>,
    #[schemars(
        description = "Om de hoeveel maanden het overleg daarna bijeenkomt. Handleiding: eens per twee maanden."
    )]
    pub daarna_om_de_maanden: Option<u32>,
    #[schemars(
        description = "Na hoeveel van die bijeenkomsten het overleg besluit of het minder vaak kan. De handleiding noemt geen moment: kies zelf. Leeg: het ritme blijft zo."
    )]
    pub daarna_aantal_bijeenkomsten: Option<u32>,
    #[schemars(
        description = "Hoe vaak per jaar het overleg bijeenkomt als het goed loopt. De handleiding zegt ‘enkele malen’ en noemt geen aantal: kies zelf."
    )]
    pub bij_goede_voortgang_per_jaar: Option<u32>,
    #[schemars(
        description = "De dag van de eerste bijeenkomst. Leeg: de eerste vaste dag vanaf de startdatum in wep.yaml."
    )]
    pub eerste_bijeenkomst: Option<Datum>,
    #[schemars(description = "De vaste dag van de maand, zoals ‘tweede dinsdag’ of ‘laatste vrijdag’.")]
    pub dag: Option<DagVanDeMaand>,
    #[schemars(description = "Hoe laat het overleg begint, zoals 10.00.")]
    pub tijd: Option<Tijd>,
    #[schemars(description = "Hoe lang het overleg duurt, in minuten.")]
    pub duur: Option<u32>,
    #[schemars(description = "De plek van het overleg: een id uit locaties.yaml.")]
    pub locatie: Option<String>,
    #[schemars(description = "De laatste dag van de kalender. Leeg: ‘maanden’ telt.")]
    pub tot_en_met: Option<Datum>,
    #[schemars(description = "Hoeveel maanden de kalender telt, als ‘tot_en_met’ leeg is.")]
    pub maanden: Option<u32>,
    #[schemars(
        description = "Bewaakt het overleg ook het budget? De handleiding laat dat open. Schrijf ja of nee. Leeg: ja."
    )]
    pub budget: Option<JaNee>,
    #[schemars(
        description = "De schoolvakanties in uw regio. Dan komt er niemand bijeen: wep kiest een andere week en zegt dat. Feestdagen kent wep al."
    )]
    pub schoolvakanties: Vec<Schoolvakantie>,
    #[schemars(description = "Bijeenkomsten die u verzet: van welke dag naar welke dag.")]
    pub verzet: Vec<Verzet>,
    #[schemars(description = "Bijeenkomsten die niet doorgaan.")]
    pub vervallen: Vec<Vervallen>,
    #[schemars(description = "Eigen punten voor op de agenda.")]
    pub agendapunten: Vec<Agendapunt>,
    #[schemars(
        description = "Wat wie doet, en vóór wanneer. Alleen medewerkers en organisaties: zet hier nooit de naam of de gegevens van een deelnemer."
    )]
    pub acties: Vec<Actie>,
    #[schemars(description = "De bijeenkomsten waar medewerkers van alle organisaties elkaar ontmoeten.")]
    pub wijknetwerk: Wijknetwerk,
    /// The one meeting that the command line asked for, by its day; never in the file.
    #[serde(skip)]
    pub alleen: Option<Datum>,
}

/// What an own point on the agenda takes when nothing is said.
pub const MINUTEN_EIGEN_PUNT: u32 = 10;

impl Default for Overleg {
    fn default() -> Overleg {
        Overleg {
            orgaan: None,
            voorzitter: None,
            maandelijks_gedurende: Some(6),
            daarna_om_de_maanden: Some(2),
            daarna_aantal_bijeenkomsten: None,
            bij_goede_voortgang_per_jaar: None,
            eerste_bijeenkomst: None,
            dag: None,
            tijd: None,
            duur: None,
            locatie: None,
            tot_en_met: None,
            maanden: Some(24),
            budget: None,
            schoolvakanties: Vec::new(),
            verzet: Vec::new(),
            vervallen: Vec::new(),
            agendapunten: Vec::new(),
            acties: Vec::new(),
            wijknetwerk: Wijknetwerk::default(),
            alleen: None,
        }
    }
}

/// The three names that the handbook uses for one body (§3.1–3.3); a convenant uses one of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum OverlegOrgaan {
    Werkgroep,
    Begeleidingsgroep,
    Samenwerkingsoverleg,
}

/// The meetings of staff of all organisations in the neighbourhood.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Wijknetwerk {
    #[schemars(
        description = "Hoe vaak per jaar. De handleiding zegt ‘een vast moment’ en noemt geen aantal: kies zelf."
    )]
    pub per_jaar: Option<u32>,
    #[schemars(
        description = "Het vaste moment, zoals ‘de eerste donderdag van het kwartaal, 12.00 uur, met een broodje’."
    )]
    pub moment: Option<String>,
    #[schemars(
        description = "De dag van de eerste bijeenkomst. Leeg: de eerste vaste dag vanaf de startdatum in wep.yaml."
    )]
    pub eerste_bijeenkomst: Option<Datum>,
    #[schemars(description = "De vaste dag van de maand, zoals ‘eerste donderdag’.")]
    pub dag: Option<DagVanDeMaand>,
    #[schemars(description = "Hoe laat de bijeenkomst begint, zoals 12.00.")]
    pub tijd: Option<Tijd>,
    #[schemars(description = "Hoe lang de bijeenkomst duurt, in minuten.")]
    pub duur: Option<u32>,
    #[schemars(description = "De plek: een id uit locaties.yaml. Leeg: de plek van het overleg.")]
    pub locatie: Option<String>,
    #[schemars(description = "Welke organisatie of welk project zich voorstelt, en wanneer.")]
    pub presentaties: Vec<Presentatie>,
    #[schemars(description = "Mededelingen. Zet hier nooit gegevens van een deelnemer.")]
    pub mededelingen: Vec<Mededeling>,
    #[schemars(description = "Bijeenkomsten die u verzet: van welke dag naar welke dag.")]
    pub verzet: Vec<Verzet>,
    #[schemars(description = "Bijeenkomsten die niet doorgaan.")]
    pub vervallen: Vec<Vervallen>,
}

/// A period without lessons. Which ones there are differs by region and year: the user says so.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Schoolvakantie {
    #[schemars(description = "De naam, zoals ‘herfstvakantie’.")]
    pub naam: Option<String>,
    #[schemars(description = "De eerste dag.")]
    pub van: Option<Datum>,
    #[schemars(description = "De laatste dag.")]
    pub tot_en_met: Option<Datum>,
}

/// A meeting that people moved themselves.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Verzet {
    #[schemars(description = "De dag die in de kalender staat.")]
    pub van: Option<Datum>,
    #[schemars(description = "De nieuwe dag.")]
    pub naar: Option<Datum>,
    #[schemars(description = "Een andere begintijd. Leeg: de gewone tijd.")]
    pub tijd: Option<Tijd>,
    #[schemars(description = "Waarom. Dit komt in de kalender en op de agenda.")]
    pub reden: Option<String>,
}

/// A meeting that does not take place.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Vervallen {
    #[schemars(description = "De dag die in de kalender staat.")]
    pub datum: Option<Datum>,
    #[schemars(description = "Waarom. Dit komt in de kalender.")]
    pub reden: Option<String>,
}

/// A point of one's own on the agenda.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Agendapunt {
    #[schemars(description = "Waar het over gaat.")]
    pub punt: Option<String>,
    #[schemars(description = "De dag van de bijeenkomst. Leeg: elke bijeenkomst.")]
    pub bijeenkomst: Option<Datum>,
    #[schemars(description = "Hoeveel minuten. Leeg: tien.")]
    pub minuten: Option<u32>,
}

/// What someone does before a day.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Actie {
    #[schemars(description = "Wat er gebeurt.")]
    pub actie: Option<String>,
    #[schemars(description = "Wie het doet: een naam uit team.yaml, of een id uit organisaties.yaml.")]
    pub wie: Option<String>,
    #[schemars(description = "Vóór welke dag het klaar is.")]
    pub voor: Option<Datum>,
    #[schemars(description = "Is het klaar? Schrijf ja of nee.")]
    pub gereed: Option<JaNee>,
}

/// Who presents itself at a meeting of the wijknetwerk.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Presentatie {
    #[schemars(description = "De dag van de bijeenkomst.")]
    pub bijeenkomst: Option<Datum>,
    #[schemars(description = "Wie: een id uit organisaties.yaml, of de naam van een project.")]
    pub wie: Option<String>,
}

/// Something to announce at a meeting of the wijknetwerk.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Mededeling {
    #[schemars(description = "De mededeling.")]
    pub tekst: Option<String>,
    #[schemars(description = "De dag van de bijeenkomst. Leeg: elke bijeenkomst.")]
    pub bijeenkomst: Option<Datum>,
}
