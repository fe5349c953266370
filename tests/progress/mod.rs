//! The walk: its steps as data, and states that follow from facts alone (S1, handbook §3.1).

use std::collections::BTreeSet;

use wep::check::check;
use wep::document::Kind;
use wep::model::{Project, file};
use wep::progress::{Feit, STAPPEN, Staat, Tussenstand, Vastlegging, stand, volgende};

use crate::document::veldrijk;

fn states(project: &Project) -> Vec<Tussenstand> {
    stand(project, &check(project))
}

fn of<'s>(stand: &'s [Tussenstand], slug: &str) -> &'s Tussenstand {
    stand.iter().find(|one| one.stap.slug == slug).unwrap()
}

fn on(day: &str) -> Vastlegging {
    Vastlegging { datum: day.parse().unwrap(), plaats: None, wie: None }
}

fn sign_all(project: &mut Project, feit: fn(String) -> Feit, day: &str) {
    let ids: Vec<String> = project.partij_ids().map(str::to_owned).collect();
    ids.into_iter().for_each(|id| feit(id).record(project, &on(day)));
}

#[test]
fn s1_the_steps_are_complete_data_and_wait_only_for_earlier_ones() {
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    for step in STAPPEN {
        assert!(step.wacht_op.iter().all(|slug| seen.contains(slug)), "{} waits for a later step", step.slug);
        assert!(seen.insert(step.slug));
        assert!(step.paragraaf.0.starts_with('§') || step.paragraaf.0.starts_with("bijlage"), "{}", step.slug);
        assert_eq!(step.waarom.matches(['.', '?']).count(), 2, "two sentences: {}", step.waarom);
        assert!(!step.waarom.contains("  ") && !step.wie.is_empty() && !step.gereed_als.ends_with('.'));
        assert!(!step.bestanden.is_empty() && step.bestanden.iter().all(|name| file::ALL.contains(name)));
        for kind in step.stukken.iter().flat_map(|(_, kinds)| *kinds) {
            assert!(Kind::find(kind).is_some(), "{kind} is no kind of document");
        }
    }
    let paragraphs: Vec<&str> = STAPPEN.iter().map(|step| step.paragraaf.0).collect();
    for wanted in ["§3.1", "§3.2", "§3.3", "§3.4", "§3.5", "§3.6", "§3.7", "§3.8", "bijlage 3", "bijlage 4", "§4.1"]
    {
        assert!(paragraphs.iter().any(|paragraph| paragraph.contains(wanted)), "{wanted}");
    }
}

#[test]
fn s1_plan_before_approval_before_funding_before_carrying_out() {
    let waits = |slug: &str| STAPPEN.iter().find(|step| step.slug == slug).unwrap().wacht_op;
    assert_eq!(waits("goedkeuring"), ["plan-van-aanpak"]);
    assert_eq!(waits("financiering"), ["goedkeuring"]);
    assert_eq!(waits("uitvoering"), ["financiering"]);
    assert_eq!((waits("coordinator"), waits("werkgroep")), (&["convenant"][..], &["coordinator"][..]));
}

#[test]
fn every_state_follows_from_the_facts() {
    let mut project = veldrijk();
    let before = states(&project);
    assert_eq!(of(&before, "samenwerking").staat, Staat::Gereed);
    assert_eq!(of(&before, "convenant").staat, Staat::Bezig);
    assert_eq!(of(&before, "convenant").nodig.len(), 10);
    assert_eq!(of(&before, "financiering").staat, Staat::Wacht);
    assert_eq!(of(&before, "financiering").wacht_op[0].slug, "goedkeuring");

    sign_all(&mut project, Feit::Handtekening, "2027-01-20");
    Feit::Handtekening("gemeente".into()).record(&mut project, &on("2027-01-25"));
    let signed = states(&project);
    assert_eq!(of(&signed, "convenant").staat, Staat::Gereed);
    assert_eq!(of(&signed, "convenant").datum.unwrap().to_string(), "2027-01-25", "the day of the last party");

    sign_all(&mut project, Feit::Goedkeuring, "2027-03-01");
    let approved = states(&project);
    assert_eq!(of(&approved, "goedkeuring").staat, Staat::Gereed);
    assert_eq!(of(&approved, "financiering").staat, Staat::Bezig);

    for post in 0..project.begroting.dekking.len() {
        Feit::Toezegging(post).record(&mut project, &on("2027-03-15"));
    }
    let funded = states(&project);
    assert_eq!(of(&funded, "financiering").staat, Staat::Gereed);
    assert_eq!(of(&funded, "uitvoering").staat, Staat::Open);

    // And back: what is withdrawn is as if it never was.
    Feit::Handtekening("gemeente".into()).withdraw(&mut project);
    assert_eq!(of(&states(&project), "convenant").staat, Staat::Bezig);
}

#[test]
fn the_document_is_a_draft_until_the_last_fact() {
    let mut project = veldrijk();
    let draft = |project: &Project| crate::document::compose("convenant", project).meta.draft;
    assert!(draft(&project));
    sign_all(&mut project, Feit::Handtekening, "2027-01-20");
    assert!(!draft(&project));
    let text = wep::render::text::render(&crate::document::compose("convenant", &project), 100);
    let text = text.replace('\u{a0}', " ");
    assert!(text.contains("20 januari 2027"), "the day of signing is in it");
    assert!(!text.contains("concept"), "no word of a draft is left");
}

#[test]
fn the_coordinator_is_done_with_name_employer_and_first_day() {
    let mut project = veldrijk();
    assert_eq!(of(&states(&project), "coordinator").staat, Staat::Gereed);
    project.team.coordinator.vanaf = None;
    let now = states(&project);
    assert_ne!(of(&now, "coordinator").staat, Staat::Gereed);
    assert!(of(&now, "coordinator").nodig.iter().any(|nodig| nodig.wat.contains("begint")));
}

#[test]
fn there_is_always_something_to_do_until_there_is_not() {
    let empty = Project::default();
    let advice = volgende(&empty, &states(&empty)).unwrap();
    assert_eq!(advice.slug, "samenwerking");
    assert_eq!(advice.opdrachten[0].woorden, ["gids", "--stap", "samenwerking"]);

    let mut project = veldrijk();
    let advice = volgende(&project, &states(&project)).unwrap();
    assert_eq!(advice.opdrachten[1].woorden, ["stap", "convenant", "gereed", "--organisatie", "gemeente"]);

    sign_all(&mut project, Feit::Handtekening, "2027-01-20");
    sign_all(&mut project, Feit::Goedkeuring, "2027-03-01");
    (0..project.begroting.dekking.len())
        .for_each(|post| Feit::Toezegging(post).record(&mut project, &on("2027-03-15")));
    let chosen: Vec<String> = project.gekozen_locaties().filter_map(|place| place.id.clone()).collect();
    chosen.into_iter().for_each(|id| Feit::Bijeenkomst(id).record(&mut project, &on("2027-02-09")));
    for feit in [Feit::Training, Feit::Intake, Feit::Startbijeenkomst, Feit::Uitvoering] {
        feit.record(&mut project, &on("2027-04-01"));
    }
    let done = states(&project);
    assert!(done.iter().all(|one| one.staat == Staat::Gereed), "{done:#?}");
    assert_eq!(volgende(&project, &done), None);
}
