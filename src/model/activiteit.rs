//! `activiteiten.yaml`: what there is to do in each wijk, and what is still to come (handbook §4.2, bijlage 6).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Datum, Herhaling, JaNee, Tijd, Vervallen};

/// The content of `activiteiten.yaml`.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(
    description = "Wat er te doen is in de wijken, en wat er nog bij komt (handleiding §4.2 en bijlage 6). Zet hier nooit gegevens van deelnemers."
)]
pub struct Activiteiten {
    #[schemars(description = "De eerste dag van het programma. Leeg: de startdatum in wep.yaml.")]
    pub begin: Option<Datum>,
    #[schemars(description = "De laatste dag van het programma.")]
    pub tot_en_met: Option<Datum>,
    #[schemars(description = "De activiteiten: eerst wat er al is, dan wat u wilt ontwikkelen.")]
    pub activiteiten: Vec<Activiteit>,
    /// The one wijk that the command line asked for, by its id; never in the file.
    #[serde(skip)]
    pub alleen: Option<String>,
}

/// One activity.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Activiteit {
    #[schemars(description = "Korte naam: kleine letters, cijfers en streepjes.")]
    pub id: Option<String>,
    #[schemars(description = "De naam, zoals die in het programma staat.")]
    pub naam: Option<String>,
    #[schemars(
        description = "Is de activiteit er al, of komt zij er nog? Schrijf bestaat of ontwikkelen. Alleen wat bestaat, komt in het programma."
    )]
    pub stand: Option<Stand>,
    #[schemars(
        description = "Het idee uit de handleiding waar de activiteit bij hoort, zoals creatieve_club. Alle ideeën staan in de inventaris. Mag leeg blijven."
    )]
    pub idee: Option<Idee>,
    #[schemars(description = "De wijken: id's uit wep.yaml. Leeg: alle wijken.")]
    pub wijken: Vec<String>,
    #[schemars(description = "Wat mensen er doen, in één of twee zinnen.")]
    pub omschrijving: Option<String>,
    #[schemars(
        description = "Wanneer het is. Eén regel, zoals ‘elke dinsdag’, ‘om de week op woensdag’, ‘elke tweede dinsdag van de maand’ of ‘elke laatste vrijdag van de maand’. Eén keer: een datum, zoals 2027-03-03."
    )]
    pub wanneer: Option<Herhaling>,
    #[schemars(description = "Hoe laat het begint, zoals 10.00.")]
    pub begin: Option<Tijd>,
    #[schemars(description = "Hoe laat het klaar is, zoals 12.00.")]
    pub einde: Option<Tijd>,
    #[schemars(description = "De eerste keer. Leeg: het begin van het programma. Bij ‘om de week’ altijd invullen.")]
    pub eerste_keer: Option<Datum>,
    #[schemars(description = "De laatste keer. Leeg: tot het einde van het programma.")]
    pub laatste_keer: Option<Datum>,
    #[schemars(description = "Gaat het door in de schoolvakanties uit overleg.yaml? Schrijf ja of nee. Leeg: nee.")]
    pub in_schoolvakanties: Option<JaNee>,
    #[schemars(description = "Gaat het door op feestdagen? Schrijf ja of nee. Leeg: nee.")]
    pub op_feestdagen: Option<JaNee>,
    #[schemars(description = "Andere dagen waarop het niet doorgaat.")]
    pub vervallen: Vec<Vervallen>,
    #[schemars(description = "De plek: een id uit locaties.yaml.")]
    pub locatie: Option<String>,
    #[schemars(
        description = "De zaal, of waar u verzamelt. Staat de plek niet in locaties.yaml? Schrijf hier dan de plek met het adres, en laat ‘locatie’ leeg."
    )]
    pub waar: Option<String>,
    #[schemars(description = "Wat het kost, zoals ‘gratis’ of ‘€ 3,50 per maaltijd’.")]
    pub kosten: Option<String>,
    #[schemars(description = "Voor wie het is, zoals ‘iedereen uit de wijk’ of ‘alleen vrouwen’.")]
    pub voor_wie: Option<String>,
    #[schemars(description = "Hoe mensen meedoen, zoals ‘loop gewoon binnen’ of ‘bel van tevoren’.")]
    pub aanmelden: Option<String>,
    #[schemars(
        description = "Wie de activiteit begeleidt: een functie of de naam van een medewerker of vrijwilliger. Schrijf nooit dat iemand deelnemer is."
    )]
    pub begeleiding: Option<String>,
    #[schemars(description = "De organisaties die meewerken: id's uit organisaties.yaml.")]
    pub met: Vec<String>,
    #[schemars(
        description = "Bij ontwikkelen: welke wens of behoefte erachter zit. Schrijf over de wijk, nooit over één persoon."
    )]
    pub behoefte: Option<String>,
    #[schemars(
        description = "Bij ontwikkelen: wie het uitwerkt. Een naam uit team.yaml of een id uit organisaties.yaml."
    )]
    pub wie: Option<String>,
    #[schemars(description = "Bij ontwikkelen: vóór welke dag het klaar is.")]
    pub klaar: Option<Datum>,
}

/// Whether an activity is there already or is still to be developed (W2: first the one, then the other).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Stand {
    Bestaat,
    Ontwikkelen,
}

/// The activities that the handbook describes, for a gemeente to choose from (W3–W5, B6).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Idee {
    CreatieveClub,
    BewegenEnOntspannen,
    Spelmiddag,
    Wandelen,
    Vrouwenpraatgroep,
    Zwemmen,
    Engels,
    Studieclub,
    Computerles,
    SocialeVaardigheden,
    Avondinloop,
    GezelligeAvond,
    Kerststukjes,
    Sieraden,
    Gespreksmiddag,
    Wijkmaaltijd,
    DagVanDeDialoog,
    GezondKoken,
    Dansen,
    Gezelschapsgroep,
    Herstelwerkgroep,
    Eetcafe,
    Klankbordgroep,
}

impl Activiteit {
    /// It is there already: it belongs in the programme.
    pub fn bestaat(&self) -> bool {
        self.stand == Some(Stand::Bestaat)
    }

    /// Whether it is in the wijk with this id: one of its own, or any when none is named.
    pub fn is_in(&self, wijk: &str) -> bool {
        let mut named = self.wijken.iter().filter(|id| !id.trim().is_empty()).peekable();
        named.peek().is_none() || named.any(|id| id == wijk)
    }

    /// It skips weeks, so that without a first day nobody knows which.
    pub fn needs_first_day(&self) -> bool {
        self.eerste_keer.is_none() && matches!(self.wanneer, Some(Herhaling::Regel(rule)) if rule.skips_weeks())
    }
}
