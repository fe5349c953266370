//! What the papers of the meetings still need: the same things that they show as gaps.

use super::super::{Finding, Route};
use super::{gaps, is_filled};
use crate::model::{Project, file};

pub fn check(project: &Project) -> Vec<Finding> {
    let overleg = &project.overleg;
    let network = &overleg.wijknetwerk;
    let inside = Route::from("wijknetwerk");
    let start = project.wep.startdatum.is_some();
    // How often the wijknetwerk meets is asked for the convenant already, if it has that article.
    let asked = project.convenant.has_artikel("wijknetwerk");
    let mut wanted = vec![
        (
            overleg.eerste_bijeenkomst.is_some() || start,
            "eerste_bijeenkomst".into(),
            "de dag van de eerste bijeenkomst, of de startdatum in wep.yaml",
        ),
        (overleg.dag.is_some(), "dag".into(), "de vaste dag van het overleg, zoals ‘tweede dinsdag’"),
        (overleg.tijd.is_some(), "tijd".into(), "hoe laat het overleg begint"),
        (overleg.duur.is_some(), "duur".into(), "hoe lang het overleg duurt, in minuten"),
        (is_filled(&overleg.locatie), "locatie".into(), "de plek van het overleg"),
        (
            overleg.tot_en_met.is_some() || overleg.maanden.is_some(),
            "maanden".into(),
            "hoeveel maanden de kalender telt",
        ),
        (
            network.eerste_bijeenkomst.is_some() || start,
            inside.field("eerste_bijeenkomst"),
            "de dag van de eerste bijeenkomst, of de startdatum in wep.yaml",
        ),
        (network.dag.is_some(), inside.field("dag"), "de vaste dag van het wijknetwerk, zoals ‘eerste donderdag’"),
        (network.tijd.is_some(), inside.field("tijd"), "hoe laat het wijknetwerk begint"),
        (network.duur.is_some(), inside.field("duur"), "hoe lang het wijknetwerk duurt, in minuten"),
        (asked || network.per_jaar.is_some(), inside.field("per_jaar"), "hoe vaak per jaar het wijknetwerk bijeenkomt"),
    ];
    for (index, one) in overleg.schoolvakanties.iter().enumerate() {
        let route = Route::from("schoolvakanties").index(index);
        wanted.push((is_filled(&one.naam), route.field("naam"), "de naam van deze vakantie"));
        wanted.push((one.van.is_some(), route.field("van"), "de eerste dag van deze vakantie"));
        wanted.push((one.tot_en_met.is_some(), route.field("tot_en_met"), "de laatste dag van deze vakantie"));
    }
    for (list, root) in [(&overleg.verzet, Route::new()), (&network.verzet, inside.clone())] {
        for (index, one) in list.iter().enumerate() {
            let route = root.field("verzet").index(index).field("naar");
            wanted.push((one.naar.is_some() || one.van.is_none(), route, "de nieuwe dag van deze bijeenkomst"));
        }
    }
    for (index, one) in overleg.agendapunten.iter().enumerate() {
        let route = Route::from("agendapunten").index(index).field("punt");
        wanted.push((is_filled(&one.punt), route, "waar dit punt over gaat"));
    }
    for (index, one) in overleg.acties.iter().enumerate().filter(|(_, one)| one.is_open()) {
        let route = Route::from("acties").index(index);
        wanted.push((is_filled(&one.actie), route.field("actie"), "wat er gebeurt"));
        wanted.push((is_filled(&one.wie), route.field("wie"), "wie deze actie doet"));
        wanted.push((one.voor.is_some(), route.field("voor"), "vóór wanneer deze actie klaar is"));
    }
    for (index, one) in network.presentaties.iter().enumerate() {
        let route = inside.field("presentaties").index(index);
        wanted.push((is_filled(&one.wie), route.field("wie"), "wie zich voorstelt"));
        wanted.push((one.bijeenkomst.is_some(), route.field("bijeenkomst"), "op welke bijeenkomst dat is"));
    }
    for (index, one) in network.mededelingen.iter().enumerate() {
        let route = inside.field("mededelingen").index(index).field("tekst");
        wanted.push((is_filled(&one.tekst), route, "de tekst van deze mededeling"));
    }
    gaps(file::OVERLEG, wanted)
}
