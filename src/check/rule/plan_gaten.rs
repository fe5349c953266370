//! What the plan van aanpak still needs: the same things that it shows as gaps.

use super::super::{Code, Finding, Route};
use super::{blank_items, gaps, is_filled};
use crate::handbook::DOELEN;
use crate::model::{PlanActiviteit, PlanDoel, Project, file};

pub fn check(project: &Project) -> Vec<Finding> {
    let plan = &project.plan_van_aanpak;
    let doelgroep = Route::from("doelgroep");
    let lists = [
        (plan.planning.is_empty(), "planning", "de activiteiten en mijlpalen van het plan"),
        (plan.communicatie.is_empty(), "communicatie", "hoe u bewoners en instellingen op de hoogte houdt"),
        (plan.risicos.is_empty(), "risicos", "wat er mis kan gaan"),
        (plan.evaluatiemomenten.is_empty(), "evaluatiemomenten", "de dag waarop u het plan evalueert"),
    ];
    let mut findings = gaps(
        file::PLAN_VAN_AANPAK,
        [
            (is_filled(&plan.aanleiding), "aanleiding".into(), "waarom u dit plan maakt"),
            (is_filled(&plan.doelgroep.omschrijving), doelgroep.field("omschrijving"), "voor wie het initiatief er is"),
            (plan.doelgroep.aantal.is_some(), doelgroep.field("aantal"), "hoeveel mensen het ongeveer zijn"),
            (is_filled(&plan.doelgroep.bron), doelgroep.field("bron"), "waar het aantal mensen vandaan komt"),
            (project.plan_begin().is_some(), "begin".into(), "de eerste dag van het plan"),
            (plan.einde.is_some(), "einde".into(), "de laatste dag van het plan"),
        ],
    );
    findings.extend(gaps(file::PLAN_VAN_AANPAK, lists.map(|(empty, name, what)| (!empty, name.into(), what))));
    findings.extend(blank_items(file::PLAN_VAN_AANPAK, &"afbakening".into(), &plan.afbakening));
    findings.extend(groups(project));
    for (index, doel) in plan.doelen.iter().enumerate() {
        findings.extend(of_goal(doel, &Route::from("doelen").index(index)));
    }
    for (index, activity) in plan.planning.iter().enumerate() {
        findings.extend(of_activity(activity, &Route::from("planning").index(index)));
    }
    findings.extend(of_tables(project));
    findings.extend(of_team(project));
    findings
}

/// Every target group of §1.3 has a goal (S1).
fn groups(project: &Project) -> Vec<Finding> {
    let doelen = &project.plan_van_aanpak.doelen;
    let without = DOELEN.iter().filter(|group| doelen.iter().all(|doel| doel.voor() != Some(group.doelgroep)));
    let told = without.map(|group| {
        let message = format!("een doel voor {}", group.naam.to_lowercase());
        Finding::at(Code::GroupWithoutGoal, file::PLAN_VAN_AANPAK, "doelen".into(), message)
            .help("het plan heeft voor elke doelgroep ten minste één doel (handleiding §3.1)")
    });
    told.collect()
}

fn of_goal(doel: &PlanDoel, route: &Route) -> Vec<Finding> {
    let has_result = doel.resultaat.is_some() || is_filled(&doel.eigen_resultaat);
    gaps(
        file::PLAN_VAN_AANPAK,
        [
            (has_result, route.field("resultaat"), "welk resultaat u wilt"),
            (doel.voor().is_some(), route.field("doelgroep"), "voor welke doelgroep dit doel is"),
            (is_filled(&doel.indicator), route.field("indicator"), "waaraan u ziet of dit doel lukt"),
            (is_filled(&doel.startwaarde), route.field("startwaarde"), "hoe het nu is bij dit doel"),
            (is_filled(&doel.streefwaarde), route.field("streefwaarde"), "wat u met dit doel wilt bereiken"),
            (doel.datum.is_some(), route.field("datum"), "wanneer u dit doel bereikt wilt hebben"),
            (is_filled(&doel.wie), route.field("wie"), "wie voor dit doel zorgt"),
        ],
    )
}

fn of_activity(activity: &PlanActiviteit, route: &Route) -> Vec<Finding> {
    let milestone = activity.is_mijlpaal();
    let mut findings = gaps(
        file::PLAN_VAN_AANPAK,
        [
            (is_filled(&activity.naam), route.field("naam"), "wat er gebeurt"),
            (activity.fase.is_some(), route.field("fase"), "in welke fase dit valt"),
            (milestone || activity.begin.is_some(), route.field("begin"), "de eerste dag van deze activiteit"),
            (milestone || activity.einde.is_some(), route.field("einde"), "de laatste dag van deze activiteit"),
            (!milestone || activity.dagen().is_some(), route.field("einde"), "de dag van deze mijlpaal"),
            (!activity.wie.is_empty(), route.field("wie"), "wie dit doet"),
        ],
    );
    findings.extend(blank_items(file::PLAN_VAN_AANPAK, &route.field("wie"), &activity.wie));
    findings
}

fn of_tables(project: &Project) -> Vec<Finding> {
    let plan = &project.plan_van_aanpak;
    let mut findings = Vec::new();
    for (index, one) in plan.communicatie.iter().enumerate() {
        let route = Route::from("communicatie").index(index);
        let wanted = [
            (is_filled(&one.voor_wie), route.field("voor_wie"), "voor wie dit is"),
            (is_filled(&one.middel), route.field("middel"), "hoe u het laat weten"),
            (is_filled(&one.wanneer), route.field("wanneer"), "wanneer u het laat weten"),
            (is_filled(&one.wie), route.field("wie"), "wie hiervoor zorgt"),
        ];
        findings.extend(gaps(file::PLAN_VAN_AANPAK, wanted));
    }
    for (index, one) in plan.risicos.iter().enumerate() {
        let route = Route::from("risicos").index(index);
        let wanted = [
            (is_filled(&one.risico), route.field("risico"), "wat er mis kan gaan"),
            (one.kans.is_some(), route.field("kans"), "hoe groot de kans is"),
            (one.gevolg.is_some(), route.field("gevolg"), "hoe groot het gevolg is"),
            (is_filled(&one.maatregel), route.field("maatregel"), "wat u tegen dit risico doet"),
            (is_filled(&one.wie), route.field("wie"), "wie op dit risico let"),
        ];
        findings.extend(gaps(file::PLAN_VAN_AANPAK, wanted));
    }
    for (index, one) in plan.evaluatiemomenten.iter().enumerate() {
        let route = Route::from("evaluatiemomenten").index(index);
        let wanted = [
            (one.datum.is_some(), route.field("datum"), "de dag van deze evaluatie"),
            (is_filled(&one.wat), route.field("wat"), "waarop u terugkijkt"),
        ];
        findings.extend(gaps(file::PLAN_VAN_AANPAK, wanted));
    }
    findings
}

/// The people of the plan: who coordinates, who works, who governs (S5, S8).
fn of_team(project: &Project) -> Vec<Finding> {
    let team = &project.team;
    let named = is_filled(&team.coordinator.naam);
    let mut findings = gaps(
        file::TEAM,
        [
            (named, Route::from("coordinator").field("naam"), "de naam van de coördinator"),
            (!team.werkgroep.is_empty(), "werkgroep".into(), "de leden van het overleg"),
        ],
    );
    for (index, one) in team.andere_coordinatoren.iter().enumerate() {
        let route = Route::from("andere_coordinatoren").index(index);
        findings
            .extend(gaps(file::TEAM, [(is_filled(&one.naam), route.field("naam"), "de naam van deze coördinator")]));
    }
    for (index, one) in team.wep_werkers.iter().enumerate() {
        let route = Route::from("wep_werkers").index(index);
        let wanted = [
            (is_filled(&one.naam), route.field("naam"), "de naam van deze WeP-werker"),
            (
                one.wijken.iter().any(|wijk| !wijk.trim().is_empty()),
                route.field("wijken"),
                "in welke wijken deze WeP-werker werkt",
            ),
        ];
        findings.extend(gaps(file::TEAM, wanted));
    }
    for (index, one) in team.werkgroep.iter().enumerate() {
        let route = Route::from("werkgroep").index(index);
        let wanted = [
            (is_filled(&one.naam), route.field("naam"), "de naam van dit lid van het overleg"),
            (is_filled(&one.organisatie), route.field("organisatie"), "namens welke organisatie dit lid er zit"),
        ];
        findings.extend(gaps(file::TEAM, wanted));
    }
    findings
}
