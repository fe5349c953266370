//! What intake form, protocol and the sheet for referrers still need: the same things that they show as gaps.

use super::super::{Finding, Route};
use super::{blank_items, gaps, is_filled};
use crate::model::{Project, file};

pub fn check(project: &Project) -> Vec<Finding> {
    let toeleiding = &project.toeleiding;
    let (intake, protocol) = (&toeleiding.intake, &toeleiding.protocol);
    let of = |block: &str, field: &str| Route::from(block).field(field);
    let mut findings = gaps(
        file::TOELEIDING,
        [
            (!intake.wie_ziet.is_empty(), of("intake", "wie_ziet"), "wie een ingevuld formulier ziet"),
            (is_filled(&intake.grondslag), of("intake", "grondslag"), "op welke grond u de gegevens mag gebruiken"),
            (intake.bewaren_maanden.is_some(), of("intake", "bewaren_maanden"), "hoe lang u het formulier bewaart"),
            (
                protocol.bellen_na_weken.is_some(),
                of("protocol", "bellen_na_weken"),
                "na hoeveel weken u belt als iemand niet meer komt",
            ),
            (is_filled(&protocol.bij_zorgen), of("protocol", "bij_zorgen"), "wie een medewerker belt bij zorgen"),
            (
                toeleiding.verwijzers.contact_binnen_werkdagen.is_some(),
                of("verwijzers", "contact_binnen_werkdagen"),
                "binnen hoeveel werkdagen u contact opneemt",
            ),
        ],
    );
    for (block, field, items) in [
        ("intake", "wie_ziet", &intake.wie_ziet),
        ("intake", "eigen_vragen", &intake.eigen_vragen),
        ("protocol", "huisregels", &protocol.huisregels),
        ("protocol", "afspraken", &protocol.afspraken),
    ] {
        findings.extend(blank_items(file::TOELEIDING, &of(block, field), items));
    }
    findings
}
