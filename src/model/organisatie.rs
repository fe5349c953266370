//! `organisaties.yaml`: the organisations of the partnership, each fact once (handbook §3.2).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The content of `organisaties.yaml`.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(
    description = "De organisaties van het samenwerkingsverband. Zet hier nooit gegevens van deelnemers of cliënten."
)]
pub struct Organisaties {
    #[schemars(description = "De organisaties. Andere bestanden verwijzen ernaar met de id.")]
    pub organisaties: Vec<Organisatie>,
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
    #[schemars(description = "De wijken waarin de organisatie werkt: id's uit wep.yaml.")]
    pub wijken: Vec<String>,
    #[schemars(description = "Het nummer bij de Kamer van Koophandel: acht cijfers.")]
    pub kvk: Option<String>,
    #[schemars(description = "De plaats waar de organisatie volgens de statuten is gevestigd.")]
    pub zetel: Option<String>,
    #[schemars(description = "Het bezoekadres.")]
    pub adres: Adres,
    #[schemars(description = "Telefoonnummer.")]
    pub telefoon: Option<String>,
    #[schemars(description = "E-mailadres.")]
    pub email: Option<String>,
    #[schemars(description = "Adres van de website.")]
    pub website: Option<String>,
    #[schemars(description = "Wie namens de organisatie mag tekenen.")]
    pub vertegenwoordiger: Vertegenwoordiger,
}

/// The sectors of handbook §3.2, and the ones that a partnership of today may add.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
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
