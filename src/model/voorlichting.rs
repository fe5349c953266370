//! `voorlichting.yaml`: what is printed for residents: the leaflet, the walk-in, posters and flyers (bijlagen 5, 7, 9–11).

use jiff::ToSpan;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Contact, Datum, Tijd};

/// The id and the file name of the poster that the handbook has a model for.
const HERSTELWERKGROEP: &str = "herstelwerkgroep";

/// A series that is longer is no course but a mistake.
const MOST_DAYS: usize = 200;

/// The content of `voorlichting.yaml`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(
    description = "Wat u drukt voor bewoners: de folder, de inloop, posters en flyers (handleiding bijlage 5, 7, 9, 10 en 11)."
)]
pub struct Voorlichting {
    #[schemars(description = "De folder over het initiatief.")]
    pub folder: Folder,
    #[schemars(description = "De wekelijkse inloop.")]
    pub inloop: Inloop,
    #[schemars(description = "De posters: voor de herstelwerkgroep, en voor elke activiteit van uzelf.")]
    pub posters: Vec<Poster>,
    #[schemars(description = "De flyer voor een gespreksmiddag.")]
    pub gespreksmiddag: Gespreksmiddag,
    #[schemars(description = "De flyer voor Samen Doen: kleine groepen die samen iets ondernemen.")]
    pub samen_doen: SamenDoen,
}

impl Default for Voorlichting {
    fn default() -> Voorlichting {
        Voorlichting {
            folder: Folder::default(),
            inloop: Inloop::default(),
            posters: vec![Poster::herstelwerkgroep()],
            gespreksmiddag: Gespreksmiddag::default(),
            samen_doen: SamenDoen::default(),
        }
    }
}

/// The leaflet, folded in three.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Folder {
    #[schemars(description = "De zin op de voorkant. Leeg: Meedoen in uw eigen wijk.")]
    pub leus: Option<String>,
    #[schemars(description = "Wat u doet, in korte zinnen. Leeg: wat de handleiding noemt.")]
    pub wat_wij_doen: Vec<String>,
    #[schemars(description = "Wie vragen over de folder beantwoordt. Leeg: het contact uit wep.yaml.")]
    pub contact: Contact,
}

/// The weekly walk-in.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Inloop {
    #[schemars(description = "De titel. Leeg: Inloop, met de dag erbij.")]
    pub titel: Option<String>,
    #[schemars(description = "Een of twee zinnen die uitnodigen. Leeg: een tekst van wep.")]
    pub inleiding: Option<String>,
    #[schemars(description = "Wat er te doen is, in korte zinnen. Leeg: koffie en thee, een praatje, een spelletje.")]
    pub punten: Vec<String>,
    #[schemars(description = "De vaste dag en de tijd. De datum is de eerste keer en mag leeg blijven.")]
    pub wanneer: Wanneer,
    #[schemars(description = "De plek.")]
    pub waar: Waar,
    #[schemars(description = "Wat het kost, zoals: gratis.")]
    pub kosten: Option<String>,
    #[schemars(description = "Wie vragen beantwoordt. Leeg: het contact uit wep.yaml.")]
    pub contact: Contact,
}

/// A poster for one activity.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Poster {
    #[schemars(description = "Korte naam voor het bestand: kleine letters, cijfers en streepjes.")]
    pub id: Option<String>,
    #[schemars(
        description = "De soort: herstelwerkgroep (met de vragen van de handleiding) of eigen (voor elke andere activiteit)."
    )]
    pub soort: PosterSoort,
    #[schemars(description = "De titel, groot bovenaan.")]
    pub titel: Option<String>,
    #[schemars(description = "De zin onder de titel.")]
    pub leus: Option<String>,
    #[schemars(description = "Een of twee zinnen die uitnodigen.")]
    pub inleiding: Option<String>,
    #[schemars(description = "Punten of vragen aan de lezer. Leeg bij de herstelwerkgroep: acht vragen van wep.")]
    pub punten: Vec<String>,
    #[schemars(description = "Wie het begeleidt, en in welke rol.")]
    pub begeleiding: Option<String>,
    #[schemars(description = "Wanneer het is.")]
    pub wanneer: Wanneer,
    #[schemars(description = "De plek.")]
    pub waar: Waar,
    #[schemars(description = "Wat het kost, zoals: gratis, of € 4,95 voor de hele cursus.")]
    pub kosten: Option<String>,
    #[schemars(description = "Hoe mensen zich aanmelden.")]
    pub aanmelden: Opgave,
}

impl Poster {
    /// The poster of bijlage 9, before anything is filled in.
    pub fn herstelwerkgroep() -> Poster {
        Poster { id: Some(HERSTELWERKGROEP.to_owned()), soort: PosterSoort::Herstelwerkgroep, ..Poster::default() }
    }
}

/// What a poster is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PosterSoort {
    Herstelwerkgroep,
    #[default]
    Eigen,
}

/// A talk afternoon.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Gespreksmiddag {
    #[schemars(description = "De titel. Leeg: Gespreksmiddag.")]
    pub titel: Option<String>,
    #[schemars(description = "De aanleiding, zoals een landelijke dag.")]
    pub aanleiding: Option<String>,
    #[schemars(description = "Het thema, in een paar vragen. Leeg: drie vragen over wie u steunt.")]
    pub vragen: Vec<String>,
    #[schemars(description = "Voor wie de middag is. Leeg: voor iedereen uit de wijk.")]
    pub voor_wie: Option<String>,
    #[schemars(description = "De dag en de tijd.")]
    pub wanneer: Wanneer,
    #[schemars(description = "De plek.")]
    pub waar: Waar,
    #[schemars(description = "Wat het kost, zoals: gratis.")]
    pub kosten: Option<String>,
    #[schemars(description = "Hoe mensen zich aanmelden.")]
    pub aanmelden: Opgave,
}

/// Small groups that do something together.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct SamenDoen {
    #[schemars(description = "De titel. Leeg: Samen Doen.")]
    pub titel: Option<String>,
    #[schemars(description = "Het kleinste aantal mensen in een groep.")]
    pub groep_van: Option<u32>,
    #[schemars(description = "Het grootste aantal mensen in een groep.")]
    pub groep_tot: Option<u32>,
    #[schemars(description = "Hoe vaak een groep bij elkaar komt.")]
    pub hoe_vaak: Option<String>,
    #[schemars(description = "Voorbeelden van wat een groep doet. Leeg: vier voorbeelden van de handleiding.")]
    pub voorbeelden: Vec<String>,
    #[schemars(description = "Wat het kost, zoals: alleen wat u zelf uitgeeft.")]
    pub kosten: Option<String>,
    #[schemars(description = "Hoe mensen zich aanmelden.")]
    pub aanmelden: Opgave,
}

impl Default for SamenDoen {
    fn default() -> SamenDoen {
        SamenDoen {
            titel: None,
            groep_van: Some(3),
            groep_tot: Some(5),
            hoe_vaak: Some("Eén keer per maand".to_owned()),
            voorbeelden: Vec::new(),
            kosten: None,
            aanmelden: Opgave::default(),
        }
    }
}

/// When something is: once, or every week on the same day.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Wanneer {
    #[schemars(description = "De dag van de week, zoals vrijdag. wep kijkt of die bij de datum past.")]
    pub dag: Option<Weekdag>,
    #[schemars(description = "De datum met het jaar, zoals 2027-06-02. Bij iets wat elke week is: de eerste keer.")]
    pub datum: Option<Datum>,
    #[schemars(description = "De laatste keer, als het elke week is.")]
    pub tot_en_met: Option<Datum>,
    #[schemars(description = "De dagen waarop het een keer niet doorgaat.")]
    pub niet_op: Vec<Datum>,
    #[schemars(description = "Hoe laat het begint, zoals 14.30.")]
    pub begin: Option<Tijd>,
    #[schemars(description = "Hoe laat het klaar is.")]
    pub einde: Option<Tijd>,
}

impl Wanneer {
    /// The days of a weekly series, without those on which it is not held; nothing when it is no such series.
    pub fn reeks(&self) -> Option<Vec<Datum>> {
        let (first, last) = (self.datum?.0, self.tot_en_met?.0);
        let weeks = std::iter::successors(Some(first), |day: &Date| day.checked_add(1.week()).ok());
        let days = weeks.take_while(|day| *day <= last).take(MOST_DAYS).map(Datum);
        Some(days.filter(|day| !self.niet_op.contains(day)).collect())
    }

    /// The day of the week, named or that of the date.
    pub fn weekdag(&self) -> Option<&'static str> {
        self.dag.map(Weekdag::name).or_else(|| self.datum.map(Datum::weekday))
    }
}

/// A day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Weekdag {
    Maandag,
    Dinsdag,
    Woensdag,
    Donderdag,
    Vrijdag,
    Zaterdag,
    Zondag,
}

impl Weekdag {
    pub fn name(self) -> &'static str {
        crate::calendar::WEEKDAYS[self as usize]
    }
}

/// Where something is.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Waar {
    #[schemars(description = "De plek: een id uit locaties.yaml.")]
    pub locatie: Option<String>,
    #[schemars(description = "De zaal of ruimte. Mag leeg blijven.")]
    pub ruimte: Option<String>,
}

/// How people let know that they come.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Opgave {
    #[schemars(description = "De laatste dag om u aan te melden. Mag leeg blijven als dat niet hoeft.")]
    pub tot_en_met: Option<Datum>,
    #[schemars(description = "Bij wie. Leeg: het contact uit wep.yaml.")]
    pub contact: Contact,
    #[schemars(description = "Wanneer die persoon te bereiken is, zoals: op dinsdag en donderdag.")]
    pub bereikbaar: Option<String>,
}

impl Voorlichting {
    /// Every place that is named: of the walk-in, of the talk afternoon, and of each poster in turn.
    pub fn plekken(&self) -> impl Iterator<Item = &Waar> {
        let posters = self.posters.iter().map(|poster| &poster.waar);
        [&self.inloop.waar, &self.gespreksmiddag.waar].into_iter().chain(posters)
    }
}

impl super::Project {
    /// The posters, at least the one that the handbook has a model for.
    pub fn posters(&self) -> Vec<Poster> {
        match self.voorlichting.posters.as_slice() {
            [] => vec![Poster::herstelwerkgroep()],
            posters => posters.to_vec(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Datum {
        text.parse().unwrap()
    }

    #[test]
    fn b9_five_wednesdays_are_a_series() {
        let mut when =
            Wanneer { datum: Some(day("2027-06-02")), tot_en_met: Some(day("2027-06-30")), ..Wanneer::default() };
        assert_eq!(when.reeks().unwrap().len(), 5);
        assert!(when.reeks().unwrap().iter().all(|day| day.weekday() == "woensdag"));
        when.niet_op = vec![day("2027-06-16")];
        assert_eq!(when.reeks().unwrap().len(), 4);
        when.tot_en_met = Some(day("9999-12-31"));
        assert_eq!(when.reeks().unwrap().len(), MOST_DAYS - 1);
        when.tot_en_met = None;
        assert_eq!(when.reeks(), None);
    }

    #[test]
    fn weekdays_have_the_names_of_the_calendar() {
        assert_eq!(Weekdag::Maandag.name(), "maandag");
        assert_eq!(Weekdag::Zondag.name(), "zondag");
    }
}
