//! What leaflet, walk-in, posters and flyers still need: the same things that they show as gaps (bijlagen 5, 7, 9–11).

use super::super::{Finding, Route};
use super::{blank_items, gaps, is_filled};
use crate::model::{Contact, Poster, PosterSoort, Project, Waar, Wanneer, file};

pub fn check(project: &Project) -> Vec<Finding> {
    let all = &project.voorlichting;
    let inloop = Route::from("inloop");
    let day = all.inloop.wanneer.weekdag().is_some();
    let mut findings = missing([(day, inloop.field("wanneer").field("dag"), "op welke dag de inloop is")]);
    findings.extend(times(&all.inloop.wanneer, &inloop, "de inloop"));
    findings.extend(place(&all.inloop.waar, &inloop, "waar de inloop is"));
    findings.extend(missing([(is_filled(&all.inloop.kosten), inloop.field("kosten"), "wat de inloop kost")]));
    findings.extend(blank(&inloop, "punten", &all.inloop.punten));
    findings.extend(blank(&Route::from("folder"), "wat_wij_doen", &all.folder.wat_wij_doen));
    for (index, one) in project.posters().iter().enumerate() {
        findings.extend(poster(one, &Route::from("posters").index(index)));
    }
    findings.extend(afternoon(project));
    findings.extend(together(project));
    findings.extend(contacts(project));
    findings
}

fn poster(poster: &Poster, route: &Route) -> Vec<Finding> {
    let own = poster.soort == PosterSoort::Eigen;
    let when = &poster.wanneer;
    let mut findings = missing([
        (!own || is_filled(&poster.titel), route.field("titel"), "de titel van deze poster"),
        (when.datum.is_some(), route.field("wanneer").field("datum"), "de dag op deze poster, met het jaar"),
        (is_filled(&poster.kosten), route.field("kosten"), "wat het kost"),
        (own || is_filled(&poster.begeleiding), route.field("begeleiding"), "wie de cursus geeft"),
        (
            own || poster.aanmelden.tot_en_met.is_some(),
            route.field("aanmelden").field("tot_en_met"),
            "de laatste dag om u aan te melden voor de cursus",
        ),
    ]);
    findings.extend(times(when, route, "dit"));
    findings.extend(place(&poster.waar, route, "waar het is"));
    findings.extend(blank(route, "punten", &poster.punten));
    findings
}

fn afternoon(project: &Project) -> Vec<Finding> {
    let (flyer, route) = (&project.voorlichting.gespreksmiddag, Route::from("gespreksmiddag"));
    let day = route.field("wanneer").field("datum");
    let mut findings = missing([(flyer.wanneer.datum.is_some(), day, "de dag van de gespreksmiddag, met het jaar")]);
    findings.extend(times(&flyer.wanneer, &route, "de gespreksmiddag"));
    findings.extend(place(&flyer.waar, &route, "waar de gespreksmiddag is"));
    findings.extend(blank(&route, "vragen", &flyer.vragen));
    findings
}

fn together(project: &Project) -> Vec<Finding> {
    let (flyer, route) = (&project.voorlichting.samen_doen, Route::from("samen_doen"));
    let mut findings = missing([
        (flyer.groep_van.is_some(), route.field("groep_van"), "het kleinste aantal mensen in een groep"),
        (flyer.groep_tot.is_some(), route.field("groep_tot"), "het grootste aantal mensen in een groep"),
        (is_filled(&flyer.hoe_vaak), route.field("hoe_vaak"), "hoe vaak een groep bij elkaar komt"),
    ]);
    findings.extend(blank(&route, "voorbeelden", &flyer.voorbeelden));
    findings
}

fn missing<'a>(wanted: impl IntoIterator<Item = (bool, Route, &'a str)>) -> Vec<Finding> {
    gaps(file::VOORLICHTING, wanted)
}

fn blank(route: &Route, field: &str, items: &[String]) -> Vec<Finding> {
    blank_items(file::VOORLICHTING, &route.field(field), items)
}

fn times(when: &Wanneer, route: &Route, what: &str) -> Vec<Finding> {
    let route = route.field("wanneer");
    missing([
        (when.begin.is_some(), route.field("begin"), format!("hoe laat {what} begint").as_str()),
        (when.einde.is_some(), route.field("einde"), format!("hoe laat {what} klaar is").as_str()),
    ])
}

fn place(waar: &Waar, route: &Route, what: &str) -> Vec<Finding> {
    missing([(is_filled(&waar.locatie), route.field("waar").field("locatie"), what)])
}

/// Who is named at all is named whole: the number of somebody else would be worse than none.
fn contacts(project: &Project) -> Vec<Finding> {
    let all = &project.voorlichting;
    let own = |name: &str| Route::from(name).field("contact");
    let register = |route: Route| route.field("aanmelden").field("contact");
    let mut named = vec![
        (own("folder"), &all.folder.contact),
        (own("inloop"), &all.inloop.contact),
        (register("gespreksmiddag".into()), &all.gespreksmiddag.aanmelden.contact),
        (register("samen_doen".into()), &all.samen_doen.aanmelden.contact),
    ];
    let posters = all.posters.iter().enumerate();
    named.extend(
        posters.map(|(index, poster)| (register(Route::from("posters").index(index)), &poster.aanmelden.contact)),
    );
    let asked = named.into_iter().filter(|(_, contact)| !contact.is_empty());
    let missing_of = |(route, contact): (Route, &Contact)| {
        missing([
            (is_filled(&contact.naam), route.field("naam"), "de naam van deze contactpersoon"),
            (is_filled(&contact.telefoon), route.field("telefoon"), "het telefoonnummer van deze contactpersoon"),
            (is_filled(&contact.email), route.field("email"), "het e-mailadres van deze contactpersoon"),
        ])
    };
    asked.flat_map(missing_of).collect()
}
