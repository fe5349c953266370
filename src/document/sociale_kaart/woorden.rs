//! The words of the sociale kaart for sectors, roles, life domains, elements of the support system and relations.

use crate::model::{Leefgebied, MssElement, RelatieSoort, Rol, Sector};

pub fn sector(sector: Sector) -> &'static str {
    match sector {
        Sector::Gemeente => "gemeente",
        Sector::Welzijn => "welzijn",
        Sector::Vrijwilligers => "vrijwilligers",
        Sector::Ggz => "ggz",
        Sector::Woningcorporatie => "woningcorporatie",
        Sector::MaatschappelijkeDienstverlening => "maatschappelijke dienstverlening",
        Sector::Inloop => "inloop",
        Sector::Ervaringsdeskundigheid => "ervaringsdeskundigheid",
        Sector::Zorg => "zorg",
        Sector::Overig => "overig",
    }
}

pub fn rol(rol: Rol) -> &'static str {
    match rol {
        Rol::Partner => "partner",
        Rol::Verwijst => "verwijst",
        Rol::BiedtPlek => "biedt een plek",
        Rol::Financiert => "betaalt mee",
    }
}

/// The life domains of handbook §2.1 (T1).
pub fn leefgebied(leefgebied: Leefgebied) -> &'static str {
    match leefgebied {
        Leefgebied::Wonen => "wonen",
        Leefgebied::Werken => "werken",
        Leefgebied::Leren => "leren",
        Leefgebied::Recreeren => "recreëren",
        Leefgebied::Gezondheid => "gezondheid",
        Leefgebied::Zelfzorg => "zelfzorg",
        Leefgebied::Zingeving => "zingeving",
        Leefgebied::SocialeRelaties => "sociale relaties",
    }
}

/// The elements of the maatschappelijk steunsysteem of handbook §2.2 (T2).
pub fn element(element: MssElement) -> &'static str {
    match element {
        MssElement::Bereiken => "mensen bereiken",
        MssElement::Zorg => "zorg in brede zin",
        MssElement::DagelijksLeven => "steun in het dagelijks leven",
        MssElement::Rehabilitatie => "rehabilitatie",
    }
}

/// What the one who tells of a relation does; the name of the other follows.
pub fn relatie(soort: RelatieSoort) -> &'static str {
    match soort {
        RelatieSoort::VerwijstNaar => "verwijst naar",
        RelatieSoort::DeeltPlek => "deelt een plek met",
        RelatieSoort::WerktSamen => "werkt samen met",
    }
}
