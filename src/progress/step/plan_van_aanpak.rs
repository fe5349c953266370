//! The plan van aanpak, written by the werkgroep (S1, handbook §3.1).

use super::*;
use crate::handbook::{DOELEN, Doel, Paragraaf};
use crate::model::file;
use crate::progress::gaten::Gaten;

pub const STAP: Stap = Stap {
    slug: "plan-van-aanpak",
    naam: "Plan van aanpak",
    paragraaf: Paragraaf("§3.1"),
    waarom: "In het plan staat wat u per doelgroep wilt bereiken, en wie wat doet en wanneer. \
             Het is het eerste werk van de werkgroep, en de basis voor het geld.",
    wie: "de werkgroep",
    gereed_als: "elke doelgroep een doel heeft en het plan geen gaten meer heeft",
    wacht_op: &["werkgroep"],
    bestanden: &[file::PLAN_VAN_AANPAK],
    stukken: Some(("plan-van-aanpak", &["plan-van-aanpak"])),
    feiten: None,
    stand,
};

fn stand(project: &Project, gaten: &Gaten) -> Stand {
    let plan = &project.plan_van_aanpak;
    let has_goal = |group: &Doel| plan.doelen.iter().any(|doel| doel.voor() == Some(group.doelgroep));
    let mut nodig = gaten.in_file(file::PLAN_VAN_AANPAK, &["aanleiding", "doelgroep*", "begin", "einde"]);
    nodig.extend(DOELEN.iter().filter(|group| !has_goal(group)).map(|group| {
        let wat = format!("een doel voor {}", group.naam.to_lowercase());
        Nodig::item(file::PLAN_VAN_AANPAK, "doelen", ("doelgroep", json!(group.doelgroep)), wat)
    }));
    nodig.extend(gaten.in_file(file::PLAN_VAN_AANPAK, &["doelen[]*", "planning*", "communicatie*", "risicos*"]));
    nodig.extend(gaten.in_file(file::PLAN_VAN_AANPAK, &["evaluatiemomenten*", "afbakening*"]));
    let groups = DOELEN.iter().filter(|group| has_goal(group)).count();
    Stand {
        gereed: nodig.is_empty() && project.has_plan(),
        begonnen: groups > 0 || plan.aanleiding.is_some() || !plan.planning.is_empty(),
        telling: (groups > 0).then(|| format!("{groups} van {} doelgroepen met een doel", DOELEN.len())),
        nodig,
        ..Stand::default()
    }
}
