//! `convenant.yaml`: the agreement between the organisations (handbook §3.1–3.3).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Bedrag, Datum, JaNee};

/// The content of `convenant.yaml`.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(
    description = "De afspraken tussen de organisaties. Wat u leeg laat, komt als gemarkeerd gat in het convenant."
)]
pub struct Convenant {
    #[schemars(description = "De partijen die tekenen, in deze volgorde.")]
    pub partijen: Vec<Partij>,
    #[schemars(
        description = "Eigen overwegingen, naast die van wep. Elke overweging is het vervolg van ‘Partijen overwegen dat …’."
    )]
    pub overwegingen: Vec<String>,
    #[schemars(description = "Eigen begrippen, naast die van wep.")]
    pub begrippen: Vec<Begrip>,
    #[schemars(description = "Eigen resultaten per doelgroep, naast die van de handleiding (§1.3).")]
    pub resultaten: Vec<EigenResultaat>,
    #[schemars(
        description = "Hoe het overleg besluit: unaniem of meerderheid. Hiervoor bestaat geen landelijke regel: kies zelf."
    )]
    pub besluiten: Option<Besluit>,
    #[schemars(description = "Hoe partijen besluiten dat een nieuwe partij erbij komt: unaniem of meerderheid.")]
    pub toetreding: Option<Besluit>,
    #[schemars(description = "Hoeveel maanden van tevoren een partij opzegt.")]
    pub opzegtermijn_maanden: Option<u32>,
    #[schemars(description = "De dag waarop het convenant ingaat. Leeg: als alle partijen hebben getekend.")]
    pub ingangsdatum: Option<Datum>,
    #[schemars(description = "De laatste dag waarop het convenant geldt.")]
    pub einddatum: Option<Datum>,
    #[schemars(description = "Wat er na de einddatum gebeurt: na_evaluatie, stilzwijgend of geen.")]
    pub verlenging: Option<Verlenging>,
    #[schemars(description = "Wanneer partijen terugkijken.")]
    pub evaluatie: Evaluatie,
    #[schemars(description = "Wie vragen over privacy beantwoordt.")]
    pub privacy: Privacy,
    #[schemars(description = "Wat partijen doen als zij het niet eens worden.")]
    pub geschillen: Geschillen,
    #[schemars(description = "Eigen artikelen. Met ‘na’ zet u een artikel op zijn plek.")]
    pub eigen_artikelen: Vec<EigenArtikel>,
    #[schemars(
        description = "Artikelen die u weglaat: wijknetwerk, zeggenschap, locatie, communicatie, geschillen of bijlagen. De nummers schuiven vanzelf op."
    )]
    pub weglaten: Vec<String>,
    #[schemars(description = "De bijlagen bij het convenant, op volgorde.")]
    pub bijlagen: Vec<String>,
}

/// One party to the agreement.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Partij {
    #[schemars(description = "De organisatie: een id uit organisaties.yaml.")]
    pub organisatie: Option<String>,
    #[schemars(description = "Wat deze partij doet, naast wat alle partijen doen.")]
    pub taken: Vec<String>,
    #[schemars(description = "Uren per week die de partij inzet.")]
    pub uren_per_week: Option<u32>,
    #[schemars(description = "Bijdrage in euro per jaar, zoals 12.500,00.")]
    pub bijdrage_per_jaar: Option<Bedrag>,
    #[schemars(description = "Bijdrage in natura, zoals een zaal of drukwerk.")]
    pub in_natura: Option<String>,
}

/// A term with its meaning in this agreement.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Begrip {
    #[schemars(description = "Het begrip.")]
    pub begrip: Option<String>,
    #[schemars(description = "Wat het begrip in dit convenant betekent.")]
    pub betekenis: Option<String>,
}

/// A result that the partners add for one target group.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct EigenResultaat {
    #[schemars(description = "De doelgroep: bewoner, instellingen, wijkcentrum of wijkbewoner.")]
    pub doelgroep: Option<Doelgroep>,
    #[schemars(description = "Het resultaat.")]
    pub resultaat: Option<String>,
}

/// The four target groups of handbook §1.3.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Doelgroep {
    Bewoner,
    Instellingen,
    Wijkcentrum,
    Wijkbewoner,
}

/// How parties decide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Besluit {
    Unaniem,
    Meerderheid,
}

/// What happens when the term ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Verlenging {
    NaEvaluatie,
    Stilzwijgend,
    Geen,
}

/// When the parties look back.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Evaluatie {
    #[schemars(description = "De dag van de eerste evaluatie.")]
    pub eerste: Option<Datum>,
    #[schemars(description = "Om de hoeveel maanden daarna.")]
    pub daarna_om_de_maanden: Option<u32>,
}

/// Who answers questions about privacy.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Privacy {
    #[schemars(description = "Naam of functie, zoals ‘de functionaris gegevensbescherming van de gemeente’.")]
    pub contact: Option<String>,
    #[schemars(description = "E-mailadres voor vragen en meldingen.")]
    pub email: Option<String>,
}

/// What the parties do when they disagree.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Geschillen {
    #[schemars(description = "Wie bemiddelt als de bestuurders er samen niet uitkomen.")]
    pub bemiddelaar: Option<String>,
    #[schemars(
        description = "Kan een partij naar de rechter als een andere partij zich niet aan het convenant houdt? Schrijf ja of nee."
    )]
    pub naar_de_rechter: Option<JaNee>,
}

/// An article of the parties' own.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct EigenArtikel {
    #[schemars(description = "De titel van het artikel.")]
    pub titel: Option<String>,
    #[schemars(
        description = "Na welk artikel dit komt, zoals ‘financiering’. Leeg: na het laatste inhoudelijke artikel."
    )]
    pub na: Option<String>,
    #[schemars(description = "De leden van het artikel, op volgorde.")]
    pub leden: Vec<String>,
}

/// An article of the covenant that wep drafts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Artikel {
    /// The name under which `weglaten` and `na` know it, and its anchor in the document.
    pub id: &'static str,
    /// The parties may leave it out.
    pub mag_weg: bool,
}

/// The articles in their order (`research/field.md` §3: the order of Dutch covenants).
pub const ARTIKELEN: [Artikel; 21] = [
    vast("begrippen"),
    vast("doel"),
    vast("afbakening"),
    vast("taken"),
    vast("inzet"),
    vast("overleg"),
    los("wijknetwerk"),
    vast("coordinator"),
    los("zeggenschap"),
    los("locatie"),
    vast("plan"),
    vast("financiering"),
    vast("gegevens"),
    los("communicatie"),
    vast("toetreden"),
    vast("opzeggen"),
    vast("wijzigen"),
    los("geschillen"),
    vast("evaluatie"),
    vast("looptijd"),
    los("bijlagen"),
];

/// After this article come own articles that name no place.
pub const LAATSTE_INHOUDELIJKE_ARTIKEL: &str = "communicatie";

const fn vast(id: &'static str) -> Artikel {
    Artikel { id, mag_weg: false }
}

const fn los(id: &'static str) -> Artikel {
    Artikel { id, mag_weg: true }
}

impl Convenant {
    /// The article stays in the covenant.
    pub fn has_artikel(&self, id: &str) -> bool {
        !self.weglaten.iter().any(|left_out| left_out == id)
    }
}
