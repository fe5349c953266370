//! The items of lists, field by field: what is asked about a new one, in the order in which people tell it.

use crate::check::Route;
use crate::model::file;

/// A field of an item, and how it is asked for.
pub type Veld = (&'static str, &'static str);

/// What is asked about a new item of this list. The first field must be answered: an empty answer ends the list.
pub fn velden(file: &str, list: &Route) -> &'static [Veld] {
    match (file, list.to_string().as_str()) {
        (file::WEP, "wijken") => &[("naam", "de naam van de wijk")],
        (file::ORGANISATIES, "organisaties") => {
            &[("naam", "de volledige naam van de organisatie"), ("sector", "de sector van de organisatie")]
        }
        (file::TEAM, "wep_werkers") => &[
            ("naam", "de naam van de WeP-werker"),
            ("organisatie", "de werkgever van de WeP-werker"),
            ("wijken", "in welke wijken de WeP-werker werkt"),
            ("uren_per_week", "de uren per week van de WeP-werker"),
        ],
        (file::TEAM, "werkgroep") => &[
            ("naam", "de naam van het lid"),
            ("organisatie", "namens welke organisatie het lid er zit"),
            ("functie", "de functie van het lid bij die organisatie"),
        ],
        (file::CONVENANT, "partijen") => &[("organisatie", "welke organisatie partij is")],
        (file::LOCATIES, "locaties") => &[
            ("naam", "de naam van de plek"),
            ("soort", "de soort plek"),
            ("wijk", "de wijk waarin de plek ligt"),
            ("beheerder", "de organisatie die de plek beheert"),
            ("adres.straat", "de straat en het huisnummer van de plek"),
            ("adres.postcode", "de postcode van de plek"),
            ("adres.plaats", "de plaats van de plek"),
            ("gekozen", "of deze plek is gekozen voor WeP"),
        ],
        (file::PLAN_VAN_AANPAK, "doelen") => &[
            ("resultaat", "welk resultaat u wilt bereiken"),
            ("indicator", "waaraan u ziet of dit doel lukt"),
            ("startwaarde", "hoe het nu is"),
            ("streefwaarde", "wat u wilt bereiken"),
            ("datum", "wanneer u dat bereikt wilt hebben"),
            ("wie", "wie voor dit doel zorgt"),
        ],
        (file::PLAN_VAN_AANPAK, "planning") => &[
            ("naam", "wat er gebeurt"),
            ("fase", "in welke fase dit valt"),
            ("begin", "de eerste dag"),
            ("einde", "de laatste dag"),
            ("wie", "wie dit doet"),
        ],
        (file::PLAN_VAN_AANPAK, "communicatie") => &[
            ("voor_wie", "voor wie de informatie is"),
            ("middel", "hoe u het laat weten"),
            ("wanneer", "wanneer u het laat weten"),
            ("wie", "wie hiervoor zorgt"),
        ],
        (file::PLAN_VAN_AANPAK, "risicos") => &[
            ("risico", "wat er mis kan gaan"),
            ("kans", "hoe groot de kans is"),
            ("gevolg", "hoe groot het gevolg is"),
            ("maatregel", "wat u eraan doet"),
            ("wie", "wie erop let"),
        ],
        (file::PLAN_VAN_AANPAK, "evaluatiemomenten") => {
            &[("datum", "de dag waarop u terugkijkt"), ("wat", "waarop u terugkijkt")]
        }
        (file::BEGROTING, "kosten") => &[
            ("omschrijving", "waar het geld voor is"),
            ("soort", "de soort kosten"),
            ("bedrag", "wat het per jaar kost"),
        ],
        (file::BEGROTING, "dekking") => &[
            ("bron", "waar het geld vandaan komt"),
            ("organisatie", "welke organisatie betaalt"),
            ("omschrijving", "waar deze bijdrage voor is, of de naam van het fonds"),
            ("bedrag", "het bedrag per jaar"),
            ("status", "hoe zeker deze bijdrage is"),
        ],
        (file::TRAINING, "trainers") => &[("naam", "de naam van de trainer"), ("functie", "de functie van de trainer")],
        (file::TRAINING, "deelnemers") => &[
            ("rol", "het werk van deze groep deelnemers"),
            ("omschrijving", "wie het zijn, als u ‘anders’ koos"),
            ("aantal", "met hoeveel zij zijn"),
        ],
        (file::TRAINING, "casussen") => {
            &[("rol", "voor wie de situatie is"), ("situatie", "wat er in de situatie gebeurt")]
        }
        (file::STARTBIJEENKOMST, "programma") => {
            &[("soort", "de soort onderdeel"), ("titel", "de titel"), ("duur", "de duur in minuten")]
        }
        _ => &[],
    }
}

/// The fields of which one is enough, at a place where something of that kind is missing.
pub fn one_of(file: &str, route: &Route) -> Option<&'static [Veld]> {
    let place: String = route.to_string().chars().filter(|letter| !letter.is_ascii_digit()).collect();
    match (file, place.as_str()) {
        (file::CONVENANT, "partijen[]") => Some(&[
            ("uren_per_week", "uren per week"),
            ("bijdrage_per_jaar", "geld, in euro per jaar"),
            ("in_natura", "iets in natura"),
        ]),
        (file::BEGROTING, "kosten[].bedrag") => {
            Some(&[("bedrag", "een vast bedrag per jaar"), ("uren_per_week", "uren, keer een tarief")])
        }
        (file::PLAN_VAN_AANPAK, "doelen[].resultaat") => Some(&[
            ("resultaat", "een resultaat uit de handleiding"),
            ("eigen_resultaat", "een resultaat in uw eigen woorden"),
        ]),
        _ => None,
    }
}
