//! What every document needs to know of the gemeente.

use super::super::{Finding, Route};
use super::{gaps, is_filled};
use crate::model::{Project, file};

pub fn check(project: &Project) -> Vec<Finding> {
    let wep = &project.wep;
    let contact = Route::from("contact");
    let mut findings = gaps(
        file::WEP,
        [
            (is_filled(&wep.gemeente), "gemeente".into(), "de naam van de gemeente"),
            (is_filled(&wep.naam), "naam".into(), "de naam van het initiatief"),
            (is_filled(&wep.afkorting), "afkorting".into(), "de korte naam van het initiatief"),
            (!wep.wijken.is_empty(), "wijken".into(), "de wijken waarin u begint"),
            (is_filled(&wep.trekker), "trekker".into(), "de organisatie die het initiatief trekt"),
            (is_filled(&wep.contact.naam), contact.field("naam"), "de naam van de contactpersoon"),
            (is_filled(&wep.contact.telefoon), contact.field("telefoon"), "het telefoonnummer van de contactpersoon"),
            (is_filled(&wep.contact.email), contact.field("email"), "het e-mailadres van de contactpersoon"),
        ],
    );
    for (index, wijk) in wep.wijken.iter().enumerate() {
        let route = Route::from("wijken").index(index).field("naam");
        findings.extend(gaps(file::WEP, [(is_filled(&wijk.naam), route, "de naam van deze wijk")]));
    }
    findings
}
