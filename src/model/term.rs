//! Words: for the fixed choices of the sociale kaart, as they stand in YAML, as a reader sees them and what they mean;
//! and of a text that a user wrote, whether it says anything.

use super::{Leefgebied, MssElement, RelatieSoort, Rol, Sector};

/// A choice in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// How it is written in YAML.
    pub code: &'static str,
    pub name: &'static str,
    pub meaning: &'static str,
}

const fn term(code: &'static str, name: &'static str, meaning: &'static str) -> Term {
    Term { code, name, meaning }
}

impl Sector {
    /// The sectors of handbook §3.2 and those that a partnership of today may add.
    pub fn term(self) -> Term {
        match self {
            Sector::Gemeente => term("gemeente", "gemeente", "De gemeente zelf."),
            Sector::Welzijn => term("welzijn", "welzijn", "Opbouwwerk, wijkcentra en activiteiten voor bewoners."),
            Sector::Vrijwilligers => {
                term("vrijwilligers", "vrijwilligers", "Organisaties van en voor vrijwilligers en maatjes.")
            }
            Sector::Ggz => term("ggz", "ggz", "Geestelijke gezondheidszorg."),
            Sector::Woningcorporatie => {
                term("woningcorporatie", "woningcorporatie", "Verhuurders van sociale huurwoningen.")
            }
            Sector::MaatschappelijkeDienstverlening => term(
                "maatschappelijke_dienstverlening",
                "maatschappelijke dienstverlening",
                "Maatschappelijk werk, hulp bij geldzorgen en advies.",
            ),
            Sector::Inloop => term("inloop", "inloop", "Huizen waar mensen zonder afspraak kunnen binnenlopen."),
            Sector::Ervaringsdeskundigheid => {
                term("ervaringsdeskundigheid", "ervaringsdeskundigheid", "Organisaties van mensen met eigen ervaring.")
            }
            Sector::Zorg => term("zorg", "zorg", "Andere zorg, zoals huisartsen en wijkverpleging."),
            Sector::Overig => term("overig", "overig", "Wat niet in een andere sector past."),
        }
    }
}

impl Rol {
    /// What an organisation does for the initiative.
    pub fn term(self) -> Term {
        match self {
            Rol::Partner => term("partner", "partner", "Is partij in het convenant."),
            Rol::Verwijst => term("verwijst", "verwijst", "Wijst mensen de weg naar Wijk en Psychiatrie."),
            Rol::BiedtPlek => term("biedt_plek", "biedt een plek", "Stelt een plek beschikbaar."),
            Rol::Financiert => term("financiert", "betaalt mee", "Betaalt mee."),
        }
    }
}

impl Leefgebied {
    /// The life domains of handbook §2.1 (T1).
    pub fn term(self) -> Term {
        match self {
            Leefgebied::Wonen => term("wonen", "wonen", "Een eigen plek hebben en daar kunnen leven."),
            Leefgebied::Werken => term("werken", "werken", "Werk en andere bezigheden overdag, betaald of niet."),
            Leefgebied::Leren => term("leren", "leren", "Een opleiding of cursus volgen, iets nieuws leren."),
            Leefgebied::Recreeren => term("recreeren", "recreëren", "Vrije tijd, sport en ontspanning."),
            Leefgebied::Gezondheid => term("gezondheid", "gezondheid", "Gezond zijn en blijven."),
            Leefgebied::Zelfzorg => term("zelfzorg", "zelfzorg", "Voor zichzelf zorgen."),
            Leefgebied::Zingeving => term("zingeving", "zingeving", "Wat het leven waarde geeft."),
            Leefgebied::SocialeRelaties => term("sociale_relaties", "sociale relaties", "Contact met andere mensen."),
        }
    }
}

impl MssElement {
    /// The elements of the maatschappelijk steunsysteem of handbook §2.2 (T2).
    pub fn term(self) -> Term {
        match self {
            MssElement::Bereiken => {
                term("bereiken", "mensen bereiken", "Contact leggen met mensen die steun nodig hebben.")
            }
            MssElement::Zorg => term("zorg", "zorg in brede zin", "Zorg, ook buiten de behandeling."),
            MssElement::DagelijksLeven => {
                term("dagelijks_leven", "steun in het dagelijks leven", "Hulp bij wat elke dag moet gebeuren.")
            }
            MssElement::Rehabilitatie => {
                term("rehabilitatie", "rehabilitatie", "Steun om eigen doelen te halen en mee te doen.")
            }
        }
    }
}

impl RelatieSoort {
    /// What the one who tells of a relation does; the name of the other follows.
    pub fn verb(self) -> &'static str {
        match self {
            RelatieSoort::VerwijstNaar => "verwijst naar",
            RelatieSoort::DeeltPlek => "deelt een plek met",
            RelatieSoort::WerktSamen => "werkt samen met",
        }
    }
}

/// A text that says something, or nothing.
pub fn filled(text: &Option<String>) -> Option<String> {
    text.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
}
