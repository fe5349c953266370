//! `plan-van-aanpak.yaml`: what the partners want to reach, how, when and with whom.
//!
//! The handbook has no model of a plan (§3.1 points to an annex that holds something else): this one is built from
//! §1.3, §2.6 and §3.1–3.8, in the order that is usual in the Netherlands.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Datum, Doelgroep, JaNee};

/// The content of `plan-van-aanpak.yaml`.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(
    description = "Het plan van aanpak: doelen per doelgroep, planning en risico's. Bij ‘wie’ zet u een id uit organisaties.yaml, of een naam precies zoals die in team.yaml staat."
)]
pub struct PlanVanAanpak {
    #[schemars(
        description = "Waarom u dit plan maakt: wat er in de wijken speelt. Begin een alinea met een lege regel."
    )]
    pub aanleiding: Option<String>,
    #[schemars(description = "Voor wie het initiatief er vooral is.")]
    pub doelgroep: PlanDoelgroep,
    #[schemars(description = "De eerste dag van het plan. Leeg: de startdatum in wep.yaml.")]
    pub begin: Option<Datum>,
    #[schemars(description = "De laatste dag van het plan.")]
    pub einde: Option<Datum>,
    #[schemars(
        description = "De doelen: per doelgroep één of meer resultaten van de handleiding (§1.3), of eigen resultaten, meetbaar gemaakt."
    )]
    pub doelen: Vec<PlanDoel>,
    #[schemars(description = "Wat er nog meer niet bij het plan hoort, naast wat de handleiding noemt (§2.2).")]
    pub afbakening: Vec<String>,
    #[schemars(description = "De activiteiten en mijlpalen. wep tekent er de planning van.")]
    pub planning: Vec<PlanActiviteit>,
    #[schemars(description = "Hoe u bewoners en instellingen op de hoogte houdt (handleiding §4.5).")]
    pub communicatie: Vec<Communicatie>,
    #[schemars(description = "Wat er mis kan gaan, en wat u daaraan doet.")]
    pub risicos: Vec<Risico>,
    #[schemars(description = "De dagen waarop u terugkijkt en het plan zo nodig bijstelt.")]
    pub evaluatiemomenten: Vec<Evaluatiemoment>,
}

/// The people for whom the initiative is, in this gemeente.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct PlanDoelgroep {
    #[schemars(description = "Wie het zijn. Schrijf over de groep, nooit over één persoon.")]
    pub omschrijving: Option<String>,
    #[schemars(description = "Hoeveel mensen het ongeveer zijn. wep schat nooit zelf.")]
    pub aantal: Option<u32>,
    #[schemars(description = "Waar dat aantal vandaan komt, zoals ‘cijfers van de ggz over 2026’.")]
    pub bron: Option<String>,
}

/// One result, made measurable.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct PlanDoel {
    #[schemars(
        description = "Een resultaat van de handleiding. Voor bewoners: netwerk, dagbesteding of rol. Voor instellingen: elkaar_kennen, afstemming of afspraken. Voor het wijkcentrum: open_activiteiten, deskundigheid of protocol. Voor andere wijkbewoners: informatie, contacten, steun of raad."
    )]
    pub resultaat: Option<PlanResultaat>,
    #[schemars(description = "Of een eigen resultaat, in uw eigen woorden.")]
    pub eigen_resultaat: Option<String>,
    #[schemars(
        description = "Bij een eigen resultaat de doelgroep: bewoner, instellingen, wijkcentrum of wijkbewoner. Een resultaat van de handleiding hoort al bij een doelgroep."
    )]
    pub doelgroep: Option<Doelgroep>,
    #[schemars(description = "Waaraan u ziet of het lukt, zoals ‘aantal bewoners dat elke week komt’.")]
    pub indicator: Option<String>,
    #[schemars(description = "Hoe het nu is.")]
    pub startwaarde: Option<String>,
    #[schemars(description = "Wat u wilt bereiken.")]
    pub streefwaarde: Option<String>,
    #[schemars(description = "De dag waarop u dat bereikt wilt hebben.")]
    pub datum: Option<Datum>,
    #[schemars(description = "Wie ervoor zorgt: een id uit organisaties.yaml of een naam uit team.yaml.")]
    pub wie: Option<String>,
}

/// The results of handbook §1.3, each with a name of one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PlanResultaat {
    Netwerk,
    Dagbesteding,
    Rol,
    ElkaarKennen,
    Afstemming,
    Afspraken,
    OpenActiviteiten,
    Deskundigheid,
    Protocol,
    Informatie,
    Contacten,
    Steun,
    Raad,
}

/// One line of the planning.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct PlanActiviteit {
    #[schemars(description = "Korte naam: kleine letters, cijfers en streepjes. Alleen nodig als iets erop wacht.")]
    pub id: Option<String>,
    #[schemars(description = "Wat er gebeurt.")]
    pub naam: Option<String>,
    #[schemars(description = "De fase (handleiding §2.6): scan, bereiken, ontwikkelen, ondersteunen of aanpassen.")]
    pub fase: Option<Fase>,
    #[schemars(description = "De wijk: een id uit wep.yaml. Leeg: alle wijken.")]
    pub wijk: Option<String>,
    #[schemars(description = "De eerste dag. Mag bij een mijlpaal leeg blijven.")]
    pub begin: Option<Datum>,
    #[schemars(description = "De laatste dag. Bij een mijlpaal: de dag zelf.")]
    pub einde: Option<Datum>,
    #[schemars(description = "Wie het doen: id's uit organisaties.yaml of namen uit team.yaml.")]
    pub wie: Vec<String>,
    #[schemars(description = "Wat eerst klaar moet zijn: id's uit deze planning.")]
    pub wacht_op: Vec<String>,
    #[schemars(description = "Is dit een mijlpaal: een dag waarop iets klaar is? Schrijf ja of nee.")]
    pub mijlpaal: Option<JaNee>,
}

/// The four phases of handbook §2.6, and the activity that it names without a number: adapting what there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Fase {
    Scan,
    Bereiken,
    Ontwikkelen,
    Ondersteunen,
    Aanpassen,
}

/// One way of telling a group about the initiative.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Communicatie {
    #[schemars(description = "Voor wie, zoals ‘alle bewoners van de wijk’.")]
    pub voor_wie: Option<String>,
    #[schemars(description = "Hoe, zoals ‘folder’ of ‘presentatie in het teamoverleg’.")]
    pub middel: Option<String>,
    #[schemars(description = "Wanneer, zoals ‘elk kwartaal’.")]
    pub wanneer: Option<String>,
    #[schemars(description = "Wie ervoor zorgt: een id uit organisaties.yaml of een naam uit team.yaml.")]
    pub wie: Option<String>,
}

/// Something that may go wrong.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Risico {
    #[schemars(description = "Wat er mis kan gaan.")]
    pub risico: Option<String>,
    #[schemars(description = "Hoe groot de kans is: klein, middel of groot.")]
    pub kans: Option<Grootte>,
    #[schemars(description = "Hoe groot het gevolg is: klein, middel of groot.")]
    pub gevolg: Option<Grootte>,
    #[schemars(description = "Wat u doet om het te voorkomen of op te vangen.")]
    pub maatregel: Option<String>,
    #[schemars(description = "Wie erop let: een id uit organisaties.yaml of een naam uit team.yaml.")]
    pub wie: Option<String>,
}

/// How large a chance or a consequence is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Grootte {
    Klein,
    Middel,
    Groot,
}

/// A day on which the partners look back (handbook §3.3).
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Evaluatiemoment {
    #[schemars(description = "De dag.")]
    pub datum: Option<Datum>,
    #[schemars(description = "Waarop u terugkijkt.")]
    pub wat: Option<String>,
    #[schemars(
        description = "Wie het voorbereidt: een id uit organisaties.yaml of een naam uit team.yaml. Leeg: het overleg."
    )]
    pub wie: Option<String>,
}

impl PlanResultaat {
    /// In the order of §1.3.
    pub const ALL: [PlanResultaat; 13] = [
        PlanResultaat::Netwerk,
        PlanResultaat::Dagbesteding,
        PlanResultaat::Rol,
        PlanResultaat::ElkaarKennen,
        PlanResultaat::Afstemming,
        PlanResultaat::Afspraken,
        PlanResultaat::OpenActiviteiten,
        PlanResultaat::Deskundigheid,
        PlanResultaat::Protocol,
        PlanResultaat::Informatie,
        PlanResultaat::Contacten,
        PlanResultaat::Steun,
        PlanResultaat::Raad,
    ];

    /// The target group that it belongs to.
    pub fn doelgroep(self) -> Doelgroep {
        match self {
            PlanResultaat::Netwerk | PlanResultaat::Dagbesteding | PlanResultaat::Rol => Doelgroep::Bewoner,
            PlanResultaat::ElkaarKennen | PlanResultaat::Afstemming | PlanResultaat::Afspraken => {
                Doelgroep::Instellingen
            }
            PlanResultaat::OpenActiviteiten | PlanResultaat::Deskundigheid | PlanResultaat::Protocol => {
                Doelgroep::Wijkcentrum
            }
            PlanResultaat::Informatie | PlanResultaat::Contacten | PlanResultaat::Steun | PlanResultaat::Raad => {
                Doelgroep::Wijkbewoner
            }
        }
    }
}

impl PlanDoel {
    /// The target group: that of the handbook's result, otherwise the one that is named.
    pub fn voor(&self) -> Option<Doelgroep> {
        self.resultaat.map(PlanResultaat::doelgroep).or(self.doelgroep)
    }
}

impl PlanActiviteit {
    /// It is the day on which something is ready, and takes no time itself.
    pub fn is_mijlpaal(&self) -> bool {
        self.mijlpaal == Some(JaNee(true))
    }

    /// First and last day; for a milestone twice the same. Nothing as long as a day is missing.
    pub fn dagen(&self) -> Option<(Datum, Datum)> {
        match self.is_mijlpaal() {
            true => self.einde.or(self.begin).map(|day| (day, day)),
            false => self.begin.zip(self.einde),
        }
    }
}

impl PlanVanAanpak {
    /// The milestones whose day is known, in the order of the file, each with its day.
    pub fn mijlpalen(&self) -> impl Iterator<Item = (&PlanActiviteit, Datum)> {
        let milestones = self.planning.iter().filter(|activity| activity.is_mijlpaal());
        milestones.filter_map(|activity| activity.dagen().map(|(_, day)| (activity, day)))
    }
}
