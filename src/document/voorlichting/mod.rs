//! The views of what is printed for residents: leaflet, walk-in, posters and flyers (bijlagen 5, 7, 9–11).

mod flyer;
mod folder;
mod inloop;
mod poster;

use serde::Serialize;

use super::wording::{author, filled, place, short_name_of};
use crate::handbook;
use crate::model::{Contact, Opgave, Project, Waar, Wanneer};
use crate::tree::{Layout, Meta, Paper};

pub use flyer::{afternoon, afternoon_meta, together, together_meta};
pub use folder::{meta as folder_meta, view as folder};
pub use inloop::{meta as inloop_meta, view as inloop};
pub use poster::{meta as poster_meta, poster_projects, view as poster};

/// What stands at the head of a sheet.
fn sheet(project: &Project, title: Option<String>, subtitle: Option<String>) -> Meta {
    Meta {
        title: title.unwrap_or_default(),
        subtitle: subtitle.unwrap_or_default(),
        author: author(project),
        layout: Layout::Poster(Paper::A4),
        ..Meta::default()
    }
}

/// Who gives it out: at the foot of every sheet.
#[derive(Serialize)]
struct Afzender {
    handleiding: &'static str,
    naam: Option<String>,
    partners: Vec<String>,
}

impl Afzender {
    fn of(project: &Project) -> Afzender {
        let parties = project.convenant.partijen.iter();
        Afzender {
            handleiding: handbook::TITLE,
            naam: filled(&project.wep.naam),
            partners: parties.filter_map(|partij| short_name_of(project, &partij.organisatie)).collect(),
        }
    }
}

/// When something is, in words.
#[derive(Serialize)]
struct Moment {
    /// “elke vrijdag”, “zondag 10 oktober 2027”, “elke woensdag van … tot en met …”.
    dag: Option<String>,
    begin: Option<String>,
    einde: Option<String>,
    /// The days on which it is not held.
    behalve: Vec<String>,
    /// How often it is, when that follows from the days.
    keren: Option<String>,
}

impl Moment {
    fn of(when: &Wanneer) -> Moment {
        Moment {
            dag: when.datum.map(|first| match when.tot_en_met {
                Some(last) => format!("elke {} van {} tot en met {}", first.weekday(), first.long(), last.long()),
                None => first.with_weekday(),
            }),
            begin: when.begin.map(|tijd| tijd.to_string()),
            einde: when.einde.map(|tijd| tijd.to_string()),
            behalve: when.niet_op.iter().map(|day| day.long()).collect(),
            keren: when.reeks().and_then(|days| u32::try_from(days.len()).ok()).map(super::wording::number),
        }
    }

    /// The same for something that is every week, with or without a first day.
    fn weekly(when: &Wanneer) -> Moment {
        let weekday = when.weekdag().map(|day| format!("elke {day}"));
        let dag = match (weekday, when.datum, when.tot_en_met) {
            (Some(weekday), Some(first), None) => Some(format!("{weekday}, vanaf {}", first.long())),
            (Some(_), Some(_), Some(_)) => Moment::of(when).dag,
            (weekday, ..) => weekday,
        };
        Moment { dag, ..Moment::of(when) }
    }
}

/// Where something is.
#[derive(Serialize)]
struct Plek {
    naam: Option<String>,
    adres: Option<String>,
    ruimte: Option<String>,
}

impl Plek {
    fn of(project: &Project, waar: &Waar) -> Plek {
        let (naam, adres) = place(project, &waar.locatie);
        Plek { naam, adres, ruimte: filled(&waar.ruimte) }
    }
}

/// Whom to ask, and until when.
#[derive(Serialize)]
struct Vraagbaak {
    naam: Option<String>,
    telefoon: Option<String>,
    email: Option<String>,
    bereikbaar: Option<String>,
    tot: Option<String>,
}

impl Vraagbaak {
    /// The one who is named; when nobody is, the contact of the initiative.
    fn of(project: &Project, contact: &Contact) -> Vraagbaak {
        let usual = &project.wep.contact;
        // The number of somebody else would be worse than none.
        let value =
            |own: &Option<String>, usual: &Option<String>| if contact.is_empty() { filled(usual) } else { filled(own) };
        Vraagbaak {
            naam: value(&contact.naam, &usual.naam),
            telefoon: value(&contact.telefoon, &usual.telefoon),
            email: value(&contact.email, &usual.email),
            bereikbaar: None,
            tot: None,
        }
    }

    fn to_register(project: &Project, opgave: &Opgave) -> Vraagbaak {
        Vraagbaak {
            bereikbaar: filled(&opgave.bereikbaar),
            tot: opgave.tot_en_met.map(|day| day.with_weekday()),
            ..Vraagbaak::of(project, &opgave.contact)
        }
    }
}

/// What people wrote, without what says nothing; what the toolkit has when that is nothing at all.
fn or_else(own: &[String], usual: &[&str]) -> Vec<String> {
    if own.is_empty() { usual.iter().map(|text| (*text).to_owned()).collect() } else { own.to_vec() }
}
