//! `organisaties.yaml`: the organisations of the partnership, each fact once (handbook §3.2).

use jiff::ToSpan;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Coordinaat, Datum, filled};

/// The content of `organisaties.yaml`.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(
    description = "De organisaties van het samenwerkingsverband. Zet hier nooit gegevens van deelnemers of cliënten."
)]
pub struct Organisaties {
    #[schemars(description = "De organisaties. Andere bestanden verwijzen ernaar met de id.")]
    pub organisaties: Vec<Organisatie>,
    #[schemars(
        description = "Wat mensen in een wijk nodig hebben, zoals blijkt uit gesprekken en cijfers. Schrijf over de wijk, nooit over één persoon."
    )]
    pub behoeften: Vec<Behoefte>,
    #[schemars(
        description = "De dag waarvoor de kaart geldt. Wie een jaar eerder voor het laatst is nagekeken, valt op. Leeg: de laatste dag waarop een organisatie is nagekeken."
    )]
    pub peildatum: Option<Datum>,
}

/// One organisation.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Organisatie {
    #[schemars(description = "Korte naam: kleine letters, cijfers en streepjes.")]
    pub id: Option<String>,
    #[schemars(description = "De volledige naam, zoals bij de Kamer van Koophandel.")]
    pub naam: Option<String>,
    #[schemars(description = "De korte naam waarmee het convenant de organisatie noemt.")]
    pub korte_naam: Option<String>,
    #[schemars(
        description = "De sector: gemeente, welzijn, vrijwilligers, ggz, woningcorporatie, maatschappelijke_dienstverlening, inloop, ervaringsdeskundigheid, zorg of overig."
    )]
    pub sector: Option<Sector>,
    #[schemars(description = "Wat de organisatie doet, in één of twee zinnen.")]
    pub beschrijving: Option<String>,
    #[schemars(
        description = "Wat de organisatie voor WeP doet: partner (in het convenant), verwijst, biedt_plek of financiert."
    )]
    pub rollen: Vec<Rol>,
    #[schemars(description = "Wat de organisatie biedt aan bewoners.")]
    pub aanbod: Vec<Aanbod>,
    #[schemars(description = "De wijken waarin de organisatie werkt: id's uit wep.yaml.")]
    pub wijken: Vec<String>,
    #[schemars(description = "Het nummer bij de Kamer van Koophandel: acht cijfers.")]
    pub kvk: Option<String>,
    #[schemars(description = "De plaats waar de organisatie volgens de statuten is gevestigd.")]
    pub zetel: Option<String>,
    #[schemars(description = "Het bezoekadres.")]
    pub adres: Adres,
    #[schemars(description = "Andere plekken waar de organisatie zit.")]
    pub vestigingen: Vec<Vestiging>,
    #[schemars(description = "Telefoonnummer.")]
    pub telefoon: Option<String>,
    #[schemars(description = "Andere telefoonnummers, zoals dat van de crisisdienst.")]
    pub andere_telefoons: Vec<Telefoon>,
    #[schemars(description = "E-mailadres.")]
    pub email: Option<String>,
    #[schemars(description = "Adres van de website.")]
    pub website: Option<String>,
    #[schemars(description = "Wie namens de organisatie mag tekenen.")]
    pub vertegenwoordiger: Vertegenwoordiger,
    #[schemars(
        description = "Wie collega's van andere organisaties kunnen bellen of mailen. Alleen medewerkers, nooit cliënten."
    )]
    pub contactpersonen: Vec<Contactpersoon>,
    #[schemars(description = "Met welke organisaties deze organisatie al samenwerkt, en hoe.")]
    pub relaties: Vec<Relatie>,
    #[schemars(description = "De dag waarop iemand deze gegevens voor het laatst heeft nagekeken.")]
    pub nagekeken_op: Option<Datum>,
}

impl Organisaties {
    /// The day for which the map holds: the one that is named, or else the last day on which an entry was checked. No
    /// clock: the same data always gives the same map.
    pub fn reference_day(&self) -> Option<Datum> {
        self.peildatum.or_else(|| self.organisaties.iter().filter_map(|one| one.nagekeken_op).max())
    }
}

impl Organisatie {
    /// Nobody has checked this entry in the year before `day`. An entry without a date is not known to be old.
    pub fn is_stale_on(&self, day: Datum) -> bool {
        let year_before = day.0.checked_sub(1.year());
        self.nagekeken_op.zip(year_before.ok()).is_some_and(|(checked, limit)| checked.0 < limit)
    }

    /// The ids of the wijken where an offer of this organisation is: its own, or else those of the organisation. Each
    /// once, in the order in which they are written.
    pub fn wijken_of<'a>(&'a self, offer: &'a Aanbod) -> Vec<&'a str> {
        let own = if offer.wijken.is_empty() { &self.wijken } else { &offer.wijken };
        let mut ids: Vec<&str> = Vec::new();
        for id in own {
            if !ids.contains(&id.as_str()) {
                ids.push(id);
            }
        }
        ids
    }
}

/// What an organisation does for the initiative (handbook §3.2, §3.7, §3.8).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Rol {
    Partner,
    Verwijst,
    BiedtPlek,
    Financiert,
}

impl Rol {
    pub const ALL: [Rol; 4] = [Rol::Partner, Rol::Verwijst, Rol::BiedtPlek, Rol::Financiert];
}

/// One thing that an organisation offers to residents.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Aanbod {
    #[schemars(description = "De naam, zoals ‘inloop op vrijdagavond’.")]
    pub naam: Option<String>,
    #[schemars(description = "Wat het is, in één of twee zinnen.")]
    pub beschrijving: Option<String>,
    #[schemars(
        description = "Waar het bij helpt (handleiding §2.1): wonen, werken, leren, recreeren, gezondheid, zelfzorg, zingeving of sociale_relaties."
    )]
    pub leefgebieden: Vec<Leefgebied>,
    #[schemars(
        description = "Welk deel van het steunsysteem het is (handleiding §2.2): bereiken, zorg, dagelijks_leven of rehabilitatie."
    )]
    pub steunsysteem: Vec<MssElement>,
    #[schemars(description = "De wijken waar het is: id's uit wep.yaml. Leeg: alle wijken van de organisatie.")]
    pub wijken: Vec<String>,
    #[schemars(description = "Voor wie het is.")]
    pub doelgroep: Option<String>,
    #[schemars(description = "Wat het kost, zoals ‘gratis’ of ‘€ 2,50 per keer’.")]
    pub kosten: Option<String>,
    #[schemars(description = "Hoe mensen meedoen of zich aanmelden.")]
    pub aanmelden: Option<String>,
}

/// The life domains of handbook §2.1: four of living, four of the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Leefgebied {
    Wonen,
    Werken,
    Leren,
    Recreeren,
    Gezondheid,
    Zelfzorg,
    Zingeving,
    SocialeRelaties,
}

impl Leefgebied {
    /// All of them, in the order of §2.1.
    pub const ALL: [Leefgebied; 8] = [
        Leefgebied::Wonen,
        Leefgebied::Werken,
        Leefgebied::Leren,
        Leefgebied::Recreeren,
        Leefgebied::Gezondheid,
        Leefgebied::Zelfzorg,
        Leefgebied::Zingeving,
        Leefgebied::SocialeRelaties,
    ];
}

/// The four elements of the maatschappelijk steunsysteem (MSS), the community support system (handbook §2.2): reaching
/// the group, care in the broad sense, support in daily functioning, rehabilitation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum MssElement {
    Bereiken,
    Zorg,
    DagelijksLeven,
    Rehabilitatie,
}

impl MssElement {
    /// All of them, in the order of §2.2.
    pub const ALL: [MssElement; 4] =
        [MssElement::Bereiken, MssElement::Zorg, MssElement::DagelijksLeven, MssElement::Rehabilitatie];
}

/// Another place where an organisation is.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Vestiging {
    #[schemars(description = "De naam van deze plek.")]
    pub naam: Option<String>,
    #[schemars(description = "De wijk waarin deze plek ligt: een id uit wep.yaml.")]
    pub wijk: Option<String>,
    #[schemars(description = "Het adres.")]
    pub adres: Adres,
    #[schemars(description = "Het telefoonnummer van deze plek.")]
    pub telefoon: Option<String>,
}

/// A telephone number with what it is for.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Telefoon {
    #[schemars(description = "Het nummer.")]
    pub nummer: Option<String>,
    #[schemars(description = "Waarvoor het is, zoals ‘crisisdienst, dag en nacht’.")]
    pub waarvoor: Option<String>,
}

/// Someone at an organisation whom colleagues of other organisations can reach.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Contactpersoon {
    #[schemars(description = "Naam van de medewerker.")]
    pub naam: Option<String>,
    #[schemars(description = "Functie bij de organisatie.")]
    pub functie: Option<String>,
    #[schemars(description = "Telefoonnummer op het werk.")]
    pub telefoon: Option<String>,
    #[schemars(description = "E-mailadres op het werk.")]
    pub email: Option<String>,
}

/// What one organisation has with another.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Relatie {
    #[schemars(description = "De andere organisatie: een id uit dit bestand.")]
    pub met: Option<String>,
    #[schemars(description = "Hoe: verwijst_naar, deelt_plek of werkt_samen.")]
    pub soort: Option<RelatieSoort>,
    #[schemars(description = "Wat de twee samen doen.")]
    pub toelichting: Option<String>,
}

/// The kinds of relations between organisations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RelatieSoort {
    VerwijstNaar,
    DeeltPlek,
    WerktSamen,
}

/// What people in a wijk need, from talks and figures about the wijk (handbook §2.6, phases 1 and 2).
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Behoefte {
    #[schemars(description = "De wijk: een id uit wep.yaml.")]
    pub wijk: Option<String>,
    #[schemars(
        description = "Het leefgebied: wonen, werken, leren, recreeren, gezondheid, zelfzorg, zingeving of sociale_relaties."
    )]
    pub leefgebied: Option<Leefgebied>,
    #[schemars(description = "Wat er nodig is, zoals ‘een plek om ’s avonds binnen te lopen’.")]
    pub omschrijving: Option<String>,
}

/// The sectors of handbook §3.2, and the ones that a partnership of today may add.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Sector {
    Gemeente,
    Welzijn,
    Vrijwilligers,
    Ggz,
    Woningcorporatie,
    MaatschappelijkeDienstverlening,
    Inloop,
    Ervaringsdeskundigheid,
    Zorg,
    Overig,
}

impl Sector {
    /// All of them, in the order in which the handbook (§3.2) names the first and wep adds the others.
    pub const ALL: [Sector; 10] = [
        Sector::Gemeente,
        Sector::Welzijn,
        Sector::Vrijwilligers,
        Sector::Ggz,
        Sector::Woningcorporatie,
        Sector::MaatschappelijkeDienstverlening,
        Sector::Inloop,
        Sector::Ervaringsdeskundigheid,
        Sector::Zorg,
        Sector::Overig,
    ];
}

/// A postal address in the Netherlands.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Adres {
    #[schemars(description = "Straat en huisnummer.")]
    pub straat: Option<String>,
    #[schemars(description = "Postcode, zoals 1234 AB.")]
    pub postcode: Option<String>,
    #[schemars(description = "Plaats.")]
    pub plaats: Option<String>,
    #[schemars(description = "Breedtegraad, zoals 53,2012. Mag leeg blijven; wep raadt nooit waar een adres ligt.")]
    pub breedtegraad: Option<Coordinaat>,
    #[schemars(description = "Lengtegraad, zoals 5,7999.")]
    pub lengtegraad: Option<Coordinaat>,
}

/// Who may sign for an organisation.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Vertegenwoordiger {
    #[schemars(description = "Naam van wie tekent.")]
    pub naam: Option<String>,
    #[schemars(description = "Functie van wie tekent.")]
    pub functie: Option<String>,
    #[schemars(
        description = "Het besluit waarop de bevoegdheid rust, zoals een collegebesluit met datum. Laat leeg als dat niet nodig is."
    )]
    pub besluit: Option<String>,
}

/// How an agreement names an organisation after its first mention.
pub fn short_name(organisatie: &Organisatie) -> Option<String> {
    filled(&organisatie.korte_naam).or_else(|| filled(&organisatie.naam))
}
