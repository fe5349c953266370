//! What the budget still needs: the same things that it shows as gaps.

use super::super::{Code, Finding, Route};
use super::{blank_items, gaps, is_filled};
use crate::model::{Dekkingspost, Kostenpost, Project, file};

pub fn check(project: &Project) -> Vec<Finding> {
    let begroting = &project.begroting;
    let mut findings = gaps(
        file::BEGROTING,
        [
            (!begroting.jaren.is_empty(), "jaren".into(), "de jaren van de begroting"),
            (!begroting.kosten.is_empty(), "kosten".into(), "de kosten"),
            (!begroting.dekking.is_empty(), "dekking".into(), "de dekking: wie betaalt"),
        ],
    );
    findings.extend(blank_items(file::BEGROTING, &"uitgangspunten".into(), &begroting.uitgangspunten));
    for (index, post) in begroting.kosten.iter().enumerate() {
        findings.extend(of_costs(&Route::from("kosten").index(index), post));
    }
    for (index, post) in begroting.dekking.iter().enumerate() {
        findings.extend(of_cover(project, &Route::from("dekking").index(index), post));
    }
    findings
}

fn of_costs(route: &Route, post: &Kostenpost) -> Vec<Finding> {
    let mut findings = gaps(
        file::BEGROTING,
        [(is_filled(&post.omschrijving), route.field("omschrijving"), "waar deze kosten voor zijn")],
    );
    findings.extend(choice(post.soort.is_some(), route.field("soort"), "de soort kosten"));
    if post.bedrag.is_some() {
        return findings;
    }
    if !post.has_hours() {
        let what = "het bedrag, of de uren en het tarief";
        findings.extend(gaps(file::BEGROTING, [(false, route.field("bedrag"), what)]));
        return findings;
    }
    let in_weeks = post.uren_per_week.is_some() || post.weken_per_jaar.is_some();
    let wanted = [
        (post.tarief.is_some(), route.field("tarief"), "het tarief per uur"),
        (in_weeks || post.uren_per_jaar.is_some(), route.field("uren_per_week"), "het aantal uren"),
        (!in_weeks || post.uren_per_week.is_some(), route.field("uren_per_week"), "de uren per week"),
        (!in_weeks || post.weken_per_jaar.is_some(), route.field("weken_per_jaar"), "het aantal weken per jaar"),
    ];
    findings.extend(gaps(file::BEGROTING, wanted));
    findings
}

fn of_cover(project: &Project, route: &Route, post: &Dekkingspost) -> Vec<Finding> {
    let known = is_filled(&post.organisatie) || is_filled(&post.omschrijving);
    let amount = post.bedrag.or_else(|| project.bijdrage_in_convenant(post)).is_some();
    let mut findings = gaps(
        file::BEGROTING,
        [
            (known, route.field("organisatie"), "wie deze bijdrage betaalt"),
            (amount, route.field("bedrag"), "het bedrag van deze bijdrage"),
        ],
    );
    findings.extend(choice(post.bron.is_some(), route.field("bron"), "de bron van deze bijdrage"));
    findings.extend(choice(
        post.status.is_some(),
        route.field("status"),
        "of deze bijdrage is toegezegd, aangevraagd of verwacht",
    ));
    findings
}

fn choice(made: bool, route: Route, what: &str) -> Option<Finding> {
    (!made).then(|| Finding::at(Code::Choice, file::BEGROTING, route, what))
}
