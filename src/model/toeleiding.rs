//! `toeleiding.yaml`: how people come to WeP and find their place: intake, protocol, referrers (handbook §4.1, §4.5).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Datum, JaNee};

/// The content of `toeleiding.yaml`.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(
    description = "Hoe mensen bij WeP komen: het intakeformulier, het protocol voor het meedoen en het blad voor verwijzers (handleiding §4.1 en §4.5). Zet hier nooit gegevens van deelnemers in."
)]
pub struct Toeleiding {
    #[schemars(
        description = "Het intakeformulier. wep maakt het lege formulier en leest nooit een ingevuld formulier."
    )]
    pub intake: Intake,
    #[schemars(description = "Het protocol: hoe iedereen kan meedoen.")]
    pub protocol: Protocol,
    #[schemars(description = "Het blad voor wie mensen naar WeP verwijst.")]
    pub verwijzers: Verwijzers,
}

/// What the intake form says about the data that it asks.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Intake {
    #[schemars(
        description = "De organisatie die verantwoordelijk is voor ingevulde formulieren: een id uit organisaties.yaml. Leeg: de trekker."
    )]
    pub verantwoordelijke: Option<String>,
    #[schemars(description = "Wie een ingevuld formulier ziet, zoals ‘de coördinator’.")]
    pub wie_ziet: Vec<String>,
    #[schemars(
        description = "Op welke grond u de gegevens mag gebruiken (AVG artikel 6 en 9). Vraag dit aan de functionaris gegevensbescherming."
    )]
    pub grondslag: Option<String>,
    #[schemars(description = "Hoeveel maanden u het formulier bewaart nadat iemand stopt.")]
    pub bewaren_maanden: Option<u32>,
    #[schemars(
        description = "Vraagt u naar de culturele achtergrond? Schrijf ja of nee. Leeg: ja. Het antwoord is altijd vrij, en het formulier zegt waarom u het vraagt."
    )]
    pub culturele_achtergrond: Option<JaNee>,
    #[schemars(description = "Eigen vragen. Vraag niet meer dan u nodig hebt, en nooit naar een diagnose of BSN.")]
    pub eigen_vragen: Vec<String>,
}

/// The recorded way of working for taking part (§1.3).
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Protocol {
    #[schemars(description = "Na hoeveel weken u belt als een deelnemer niet meer komt.")]
    pub bellen_na_weken: Option<u32>,
    #[schemars(description = "Wie een medewerker belt bij zorgen over een deelnemer, met telefoonnummer.")]
    pub bij_zorgen: Option<String>,
    #[schemars(description = "De huisregels. Leeg: de huisregels die wep voorstelt.")]
    pub huisregels: Vec<String>,
    #[schemars(description = "Eigen afspraken, naast die van wep.")]
    pub afspraken: Vec<String>,
    #[schemars(description = "De dag waarop het protocol is vastgesteld. Leeg: het is nog een concept.")]
    pub vastgesteld_op: Option<Datum>,
}

/// What those who refer people must know.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Verwijzers {
    #[schemars(description = "Binnen hoeveel werkdagen u contact opneemt na een aanmelding.")]
    pub contact_binnen_werkdagen: Option<u32>,
    #[schemars(description = "Hoe vaak een begeleider of maatje de eerste tijd meekomt. Leeg: twee keer.")]
    pub keren_meekomen: Option<u32>,
}
