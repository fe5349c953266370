//! The fields of an organisation that a user sets on the command line or in a conversation.

use clap::Args;
use wep::check::shape::{self, LONGEST_NAME};
use wep::check::{self, Finding, Level, Place, Route};
use wep::model::{Datum, Organisatie, Organisaties, Project, Rol, Sector, Wep, Wijk, file};
use wep::privacy;
use wep::report::lines::clean;

use crate::exit::{Exit, Failure};

/// What was said about an organisation with options. An option with nothing in it (`--telefoon ""`) empties the field.
#[derive(Debug, Default, Args)]
#[command(next_help_heading = "Gegevens")]
pub struct Gegevens {
    #[arg(long, value_name = "NAAM", help = "De volledige naam, zoals bij de Kamer van Koophandel")]
    naam: Option<String>,
    #[arg(long = "korte-naam", value_name = "NAAM", help = "De naam die het convenant gebruikt")]
    korte_naam: Option<String>,
    #[arg(long, value_name = "SECTOR", help = "De sector, zoals welzijn of ggz")]
    sector: Option<String>,
    #[arg(long, value_name = "TEKST", help = "Wat de organisatie doet, in één of twee zinnen")]
    beschrijving: Option<String>,
    #[arg(long, value_name = "ROL,…", help = "Wat de organisatie voor WeP doet, zoals partner of verwijst")]
    rol: Vec<String>,
    #[arg(long, value_name = "WIJK,…", help = "De wijken waarin de organisatie werkt")]
    wijk: Vec<String>,
    #[arg(long, value_name = "NUMMER", help = "Telefoonnummer")]
    telefoon: Option<String>,
    #[arg(long, value_name = "ADRES", help = "E-mailadres")]
    email: Option<String>,
    #[arg(long, value_name = "ADRES", help = "Adres van de website")]
    website: Option<String>,
    #[arg(long, value_name = "NUMMER", help = "Het KvK-nummer: acht cijfers")]
    kvk: Option<String>,
    #[arg(long, value_name = "STRAAT", help = "Straat en huisnummer")]
    straat: Option<String>,
    #[arg(long, value_name = "POSTCODE", help = "Postcode, zoals 1234 AB")]
    postcode: Option<String>,
    #[arg(long, value_name = "PLAATS", help = "Plaats")]
    plaats: Option<String>,
    #[arg(long = "nagekeken-op", value_name = "DATUM", help = "De dag waarop dit is nagekeken, zoals 2027-01-11")]
    nagekeken_op: Option<String>,
}

impl Gegevens {
    /// The fields that were named, with what was said.
    pub fn given(&self) -> Vec<(Veld, String)> {
        let list = |items: &[String]| (!items.is_empty()).then(|| items.join(","));
        let all = [
            (Veld::Naam, self.naam.clone()),
            (Veld::KorteNaam, self.korte_naam.clone()),
            (Veld::Sector, self.sector.clone()),
            (Veld::Beschrijving, self.beschrijving.clone()),
            (Veld::Rollen, list(&self.rol)),
            (Veld::Wijken, list(&self.wijk)),
            (Veld::Telefoon, self.telefoon.clone()),
            (Veld::Email, self.email.clone()),
            (Veld::Website, self.website.clone()),
            (Veld::Kvk, self.kvk.clone()),
            (Veld::Straat, self.straat.clone()),
            (Veld::Postcode, self.postcode.clone()),
            (Veld::Plaats, self.plaats.clone()),
            (Veld::NagekekenOp, self.nagekeken_op.clone()),
        ];
        all.into_iter().filter_map(|(veld, text)| Some((veld, text?))).collect()
    }

    /// Puts what was said into the organisation.
    ///
    /// # Errors
    /// When a value cannot be.
    pub fn put_into(&self, organisatie: &mut Organisatie, wijken: &[Wijk]) -> Result<(), Failure> {
        for (veld, text) in self.given() {
            privacy::accept(veld.path().last().unwrap_or(&""), &text)
                .map_err(|why| Failure::new(Exit::InputErrors, format!("bij ‘{}’: {why}", veld.option()), ""))?;
            veld.put(organisatie, &text, wijken)
                .map_err(|why| Failure::new(Exit::WrongCall, format!("bij ‘{}’: {why}", veld.option()), ""))?;
        }
        Ok(())
    }
}

/// One of the fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Veld {
    Naam,
    KorteNaam,
    Sector,
    Beschrijving,
    Rollen,
    Wijken,
    Telefoon,
    Email,
    Website,
    Kvk,
    Straat,
    Postcode,
    Plaats,
    NagekekenOp,
}

impl Veld {
    pub const ALL: [Veld; 14] = [
        Veld::Naam,
        Veld::KorteNaam,
        Veld::Sector,
        Veld::Beschrijving,
        Veld::Rollen,
        Veld::Wijken,
        Veld::Telefoon,
        Veld::Email,
        Veld::Website,
        Veld::Kvk,
        Veld::Straat,
        Veld::Postcode,
        Veld::Plaats,
        Veld::NagekekenOp,
    ];

    /// What the field is called in a question.
    pub fn label(self) -> &'static str {
        match self {
            Veld::Naam => "Naam",
            Veld::KorteNaam => "Korte naam",
            Veld::Sector => "Sector",
            Veld::Beschrijving => "Wat die doet",
            Veld::Rollen => "Rollen",
            Veld::Wijken => "Wijken",
            Veld::Telefoon => "Telefoon",
            Veld::Email => "E-mail",
            Veld::Website => "Website",
            Veld::Kvk => "KvK-nummer",
            Veld::Straat => "Straat",
            Veld::Postcode => "Postcode",
            Veld::Plaats => "Plaats",
            Veld::NagekekenOp => "Nagekeken op",
        }
    }

    fn option(self) -> &'static str {
        match self {
            Veld::Naam => "--naam",
            Veld::KorteNaam => "--korte-naam",
            Veld::Sector => "--sector",
            Veld::Beschrijving => "--beschrijving",
            Veld::Rollen => "--rol",
            Veld::Wijken => "--wijk",
            Veld::Telefoon => "--telefoon",
            Veld::Email => "--email",
            Veld::Website => "--website",
            Veld::Kvk => "--kvk",
            Veld::Straat => "--straat",
            Veld::Postcode => "--postcode",
            Veld::Plaats => "--plaats",
            Veld::NagekekenOp => "--nagekeken-op",
        }
    }

    /// Where the field is inside the organisation.
    fn path(self) -> &'static [&'static str] {
        match self {
            Veld::Naam => &["naam"],
            Veld::KorteNaam => &["korte_naam"],
            Veld::Sector => &["sector"],
            Veld::Beschrijving => &["beschrijving"],
            Veld::Rollen => &["rollen"],
            Veld::Wijken => &["wijken"],
            Veld::Telefoon => &["telefoon"],
            Veld::Email => &["email"],
            Veld::Website => &["website"],
            Veld::Kvk => &["kvk"],
            Veld::Straat => &["adres", "straat"],
            Veld::Postcode => &["adres", "postcode"],
            Veld::Plaats => &["adres", "plaats"],
            Veld::NagekekenOp => &["nagekeken_op"],
        }
    }

    /// What the field says now, as a user would write it; empty when it says nothing.
    pub fn text(self, of: &Organisatie) -> String {
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        match self {
            Veld::Naam => text(&of.naam),
            Veld::KorteNaam => text(&of.korte_naam),
            Veld::Sector => of.sector.map(|sector| sector.term().code.to_owned()).unwrap_or_default(),
            Veld::Beschrijving => text(&of.beschrijving),
            Veld::Rollen => of.rollen.iter().map(|rol| rol.term().code).collect::<Vec<_>>().join(", "),
            Veld::Wijken => of.wijken.join(", "),
            Veld::Telefoon => text(&of.telefoon),
            Veld::Email => text(&of.email),
            Veld::Website => text(&of.website),
            Veld::Kvk => text(&of.kvk),
            Veld::Straat => text(&of.adres.straat),
            Veld::Postcode => text(&of.adres.postcode),
            Veld::Plaats => text(&of.adres.plaats),
            Veld::NagekekenOp => of.nagekeken_op.map(Datum::long).unwrap_or_default(),
        }
    }

    /// Sets the field to what the user wrote, or says in Dutch why that cannot be. The organisation is unchanged then.
    pub fn put(self, into: &mut Organisatie, text: &str, wijken: &[Wijk]) -> Result<(), String> {
        let mut new = into.clone();
        let text = text.trim();
        privacy::accept(self.path().last().unwrap_or(&""), text)?;
        let value = Some(text.to_owned()).filter(|text| !text.is_empty());
        match self {
            Veld::Naam => new.naam = Some(name(text)?),
            Veld::KorteNaam => new.korte_naam = value,
            Veld::Sector => new.sector = value.map(|text| sector(&text)).transpose()?,
            Veld::Beschrijving => new.beschrijving = value,
            Veld::Rollen => new.rollen = parts(text).map(rol).collect::<Result<_, _>>()?,
            Veld::Wijken => new.wijken = parts(text).map(|part| wijk(part, wijken)).collect::<Result<_, _>>()?,
            Veld::Telefoon => new.telefoon = value,
            Veld::Email => new.email = value,
            Veld::Website => new.website = value,
            Veld::Kvk => new.kvk = value.map(without_signs),
            Veld::Straat => new.adres.straat = value,
            Veld::Postcode => new.adres.postcode = value.map(|text| shape::postcode(&text).unwrap_or(text)),
            Veld::Plaats => new.adres.plaats = value,
            Veld::NagekekenOp => new.nagekeken_op = value.map(|text| text.parse::<Datum>()).transpose()?,
        }
        wrong(&new, self.path(), wijken)?;
        *into = new;
        Ok(())
    }
}

/// Says what the rules have against this field of the organisation.
fn wrong(organisatie: &Organisatie, path: &[&str], wijken: &[Wijk]) -> Result<(), String> {
    let organisaties = Organisaties { organisaties: vec![organisatie.clone()], ..Organisaties::default() };
    let wep = Wep { wijken: wijken.to_vec(), ..Wep::default() };
    let project = Project { wep, organisaties, ..Project::default() };
    let entry = Route::from("organisaties").index(0);
    let route = path.iter().fold(entry, |route, name| route.field(name));
    let about = |finding: &Finding| match &finding.place {
        Place::Value(found) | Place::Key(found) => found.first(route.segments().len()) == route,
        Place::Bytes(_) | Place::File => false,
    };
    let findings = check::check(&project).into_iter();
    let mut errors = findings.filter(|one| one.file == file::ORGANISATIES && one.level() == Level::Error && about(one));
    match errors.next() {
        Some(error) if error.help.is_empty() => Err(clean(&error.message)),
        Some(error) => Err(clean(&format!("{}; {}", error.message, error.help))),
        None => Ok(()),
    }
}

/// Says why this cannot be the id of an organisation.
pub fn wrong_id(id: &str) -> Result<(), String> {
    wrong(&Organisatie { id: Some(id.to_owned()), ..Organisatie::default() }, &["id"], &[])
}

/// The names of the sectors, as they stand in YAML.
pub fn sectors() -> Vec<String> {
    Sector::ALL.map(|sector| sector.term().code.to_owned()).into()
}

/// Reads the name of a sector.
pub fn sector(text: &str) -> Result<Sector, String> {
    one_of(text, &Sector::ALL.map(|sector| (sector.term().code, sector)), "sector")
}

/// Reads the name of a role.
pub fn rol(text: &str) -> Result<Rol, String> {
    one_of(text, &Rol::ALL.map(|rol| (rol.term().code, rol)), "rol")
}

/// The id of the wijk that goes by this id or this name.
pub fn wijk(text: &str, wijken: &[Wijk]) -> Result<String, String> {
    let wanted = text.trim().to_lowercase();
    let is = |name: &Option<String>| name.as_ref().is_some_and(|name| name.trim().to_lowercase() == wanted);
    let found = wijken.iter().find(|wijk| is(&wijk.id)).or_else(|| wijken.iter().find(|wijk| is(&wijk.naam)));
    found.and_then(|wijk| wijk.id.clone()).ok_or_else(|| {
        let known: Vec<&str> = wijken.iter().filter_map(|wijk| wijk.id.as_deref()).collect();
        let known = match known.is_empty() {
            true => format!("er staan nog geen wijken in {}", file::WEP),
            false => format!("deze zijn er: {}", known.join(", ")),
        };
        clean(&format!("‘{}’ is geen wijk uit {}; {known}", text.trim(), file::WEP))
    })
}

/// One of the choices, by its name in YAML; a space or a hyphen may stand for the line in it.
fn one_of<T: Copy>(text: &str, choices: &[(&'static str, T)], what: &str) -> Result<T, String> {
    let wanted = text.trim().to_lowercase().replace([' ', '-'], "_");
    let found = choices.iter().find(|(name, _)| *name == wanted);
    found.map(|(_, choice)| *choice).ok_or_else(|| {
        let known: Vec<&str> = choices.iter().map(|(name, _)| *name).collect();
        clean(&format!("‘{}’ is geen {what}; kies uit {}", text.trim(), known.join(", ")))
    })
}

fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split([',', ';']).map(str::trim).filter(|part| !part.is_empty())
}

fn name(text: &str) -> Result<String, String> {
    match text.chars().count() {
        0 => Err("vul hier een naam in".to_owned()),
        length if length > LONGEST_NAME => Err(format!("de naam is langer dan {LONGEST_NAME} tekens")),
        _ => Ok(text.to_owned()),
    }
}

/// `12 34.56 78` → `12345678`; what is no number stays as it is.
fn without_signs(text: String) -> String {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let only = text.chars().all(|letter| letter.is_ascii_digit() || matches!(letter, ' ' | '.'));
    if only { digits } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_put_comes_back() {
        let wijken = [Wijk { id: Some("noord".into()), naam: Some("De Noord".into()) }];
        let mut one = Organisatie::default();
        for (veld, said, kept) in [
            (Veld::Naam, " =cmd|' /C calc'!A0 ", "=cmd|' /C calc'!A0"),
            (Veld::KorteNaam, "{{x}}", "{{x}}"),
            (Veld::Sector, "Maatschappelijke dienstverlening", "maatschappelijke_dienstverlening"),
            (Veld::Beschrijving, "a: b # c", "a: b # c"),
            (Veld::Rollen, "partner; biedt-plek", "partner, biedt_plek"),
            (Veld::Wijken, "de noord", "noord"),
            (Veld::Telefoon, "(0199) 1", "(0199) 1"),
            (Veld::Email, "a@b.example", "a@b.example"),
            (Veld::Website, "b.example", "b.example"),
            (Veld::Kvk, "99 00.00 01", "99000001"),
            (Veld::Straat, "Weg 1", "Weg 1"),
            (Veld::Postcode, "1234ab", "1234 AB"),
            (Veld::Plaats, "Veldrijk", "Veldrijk"),
            (Veld::NagekekenOp, "2027-01-11", "11 januari 2027"),
        ] {
            veld.put(&mut one, said, &wijken).unwrap();
            assert_eq!(veld.text(&one), kept);
            if veld != Veld::Naam {
                let full = one.clone();
                veld.put(&mut one, "", &wijken).unwrap();
                assert_eq!(veld.text(&one), "");
                one = full;
            }
        }
    }

    #[test]
    fn what_cannot_be_is_refused_and_changes_nothing() {
        for (veld, said, expected) in [
            (Veld::Naam, " ", "vul hier een naam in"),
            (Veld::Naam, &"x".repeat(201), "langer dan 200"),
            (Veld::Sector, "bank", "kies uit gemeente"),
            (Veld::Rollen, "partner, baas", "‘baas’ is geen rol"),
            (Veld::Wijken, "noord", "nog geen wijken"),
            (Veld::Kvk, "123", "acht cijfers"),
            (Veld::Postcode, "12 AB", "geen postcode"),
            (Veld::NagekekenOp, "30 februari 2027", "28 dagen"),
        ] {
            let mut one = Organisatie::default();
            let why = veld.put(&mut one, said, &[]).unwrap_err();
            assert!(why.contains(expected), "{why}");
            assert_eq!(one, Organisatie::default());
        }
        assert!(wrong_id("Niet goed").is_err() && wrong_id("wel-goed").is_ok());
    }
}
