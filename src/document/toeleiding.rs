//! The views of what leads people to WeP: the intake form (B8, X7), the protocol (G3) and the sheet for referrers (W1, W7;
//! handbook §1.3, §4.1, §4.5 and bijlage 8).

use serde::Serialize;
use serde_json::Value;

use super::wording::{author, filled, months, number};
use crate::handbook::{self, HUISREGELS, NIET_BIJ_WEP, Niveau, PARTICIPATIE};
use crate::model::{JaNee, Project};
use crate::tree::Meta;

/// How often somebody comes along at first, when the gemeente does not say it: “de eerste keren” (§4.1).
const USUAL_TIMES: u32 = 2;

/// What the intake form says about the data that it asks.
#[derive(Serialize)]
pub struct IntakeView {
    handleiding: &'static str,
    naam: Option<String>,
    verantwoordelijke: Option<String>,
    wie_ziet: Vec<Option<String>>,
    grondslag: Option<String>,
    bewaren: Option<String>,
    culturele_achtergrond: bool,
    eigen_vragen: Vec<Option<String>>,
    privacy_contact: Option<String>,
    privacy_email: Option<String>,
}

#[derive(Serialize)]
struct ProtocolView {
    handleiding: &'static str,
    naam: Option<String>,
    afkorting: Option<String>,
    plekken: Vec<String>,
    bellen_na: Option<String>,
    bij_zorgen: Option<String>,
    huisregels: Vec<Option<String>>,
    eigen_huisregels: bool,
    afspraken: Vec<Option<String>>,
    participatie: [Niveau; 3],
    vastgesteld_op: Option<String>,
}

#[derive(Serialize)]
struct VerwijzersView {
    handleiding: &'static str,
    naam: Option<String>,
    niet: [&'static str; 4],
    contact_binnen: Option<String>,
    keren: String,
    werkers: Vec<WerkerView>,
    contact: Option<String>,
    email: Option<String>,
    telefoon: Option<String>,
}

#[derive(Serialize)]
struct WerkerView {
    naam: Option<String>,
    wijken: Vec<String>,
}

pub fn intake(project: &Project) -> Value {
    serde_json::to_value(intake_view(project)).unwrap_or_default()
}

pub fn intake_view(project: &Project) -> IntakeView {
    let (wep, intake) = (&project.wep, &project.toeleiding.intake);
    let privacy = &project.convenant.privacy;
    let responsible = filled(&intake.verantwoordelijke).or(filled(&wep.trekker));
    IntakeView {
        handleiding: handbook::TITLE,
        naam: filled(&wep.naam),
        // The form is for people: the whole name, and no gap where an organisation has only its id.
        verantwoordelijke: responsible
            .map(|id| project.organisatie(&id).and_then(|organisatie| filled(&organisatie.naam)).unwrap_or(id)),
        wie_ziet: items(&intake.wie_ziet),
        grondslag: filled(&intake.grondslag),
        bewaren: intake.bewaren_maanden.map(months),
        culturele_achtergrond: intake.culturele_achtergrond != Some(JaNee(false)),
        eigen_vragen: items(&intake.eigen_vragen),
        privacy_contact: filled(&privacy.contact),
        privacy_email: filled(&privacy.email),
    }
}

pub fn protocol_meta(project: &Project) -> Meta {
    Meta {
        title: "Protocol: zo doet iedereen mee".to_owned(),
        subtitle: filled(&project.wep.naam).unwrap_or_default(),
        author: author(project),
        draft: project.toeleiding.protocol.vastgesteld_op.is_none(),
        ..Meta::default()
    }
}

pub fn protocol(project: &Project) -> Value {
    let (wep, protocol) = (&project.wep, &project.toeleiding.protocol);
    let chosen = project.gekozen_locaties();
    let own = !protocol.huisregels.is_empty();
    let view = ProtocolView {
        handleiding: handbook::TITLE,
        naam: filled(&wep.naam),
        afkorting: filled(&wep.afkorting),
        plekken: chosen.filter_map(|place| filled(&place.naam)).collect(),
        bellen_na: protocol.bellen_na_weken.map(|weeks| counted(weeks, "week", "weken")),
        bij_zorgen: filled(&protocol.bij_zorgen),
        huisregels: match own {
            true => items(&protocol.huisregels),
            false => HUISREGELS.iter().map(|rule| Some((*rule).to_owned())).collect(),
        },
        eigen_huisregels: own,
        afspraken: items(&protocol.afspraken),
        participatie: PARTICIPATIE,
        vastgesteld_op: protocol.vastgesteld_op.map(|day| day.long()),
    };
    serde_json::to_value(view).unwrap_or_default()
}

pub fn verwijzers(project: &Project) -> Value {
    let (wep, verwijzers) = (&project.wep, &project.toeleiding.verwijzers);
    let names = |ids: &[String]| {
        let wijken = ids.iter().filter_map(|id| project.wijk(id));
        wijken.filter_map(|wijk| filled(&wijk.naam)).collect()
    };
    let workers = project.team.wep_werkers.iter();
    let view = VerwijzersView {
        handleiding: handbook::TITLE,
        naam: filled(&wep.naam),
        niet: NIET_BIJ_WEP,
        contact_binnen: verwijzers.contact_binnen_werkdagen.map(|days| counted(days, "werkdag", "werkdagen")),
        keren: match verwijzers.keren_meekomen.unwrap_or(USUAL_TIMES) {
            0 | 1 => "keer".to_owned(),
            times => format!("{} keer", number(times)),
        },
        werkers: workers
            .map(|werker| WerkerView { naam: filled(&werker.naam), wijken: names(&werker.wijken) })
            .filter(|werker| werker.naam.is_some())
            .collect(),
        contact: filled(&wep.contact.naam),
        email: filled(&wep.contact.email),
        telefoon: filled(&wep.contact.telefoon),
    };
    serde_json::to_value(view).unwrap_or_default()
}

/// The items of a list, each of which says something or is a gap.
fn items(list: &[String]) -> Vec<Option<String>> {
    list.iter().map(|item| Some(item.trim()).filter(|item| !item.is_empty()).map(str::to_owned)).collect()
}

/// “één week”, “drie weken”.
fn counted(count: u32, one: &str, more: &str) -> String {
    format!("{} {}", number(count), if count == 1 { one } else { more })
}
