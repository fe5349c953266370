//! The papers of the meetings: S5 (responsibilities), S6 (rhythm) and S7 (wijknetwerk).

use jiff::ToSpan;
use jiff::civil::date;
use proptest::prelude::*;
use wep::calendar::holiday;
use wep::handbook::{VASTE_PUNTEN, VERANTWOORDELIJKHEDEN};
use wep::model::{Bijeenkomst, DagVanDeMaand, Datum, Project, Schoolvakantie};

use super::{compose, folded, gaps_of, veldrijk};

const PAPERS: [&str; 4] = ["overleg-kalender", "overleg-agenda", "overleg-verslag", "wijknetwerk-agenda"];

fn days(meetings: &[Bijeenkomst]) -> Vec<String> {
    meetings.iter().map(|one| one.datum.map(|day| day.to_string()).unwrap_or_default()).collect()
}

#[test]
fn the_example_has_no_gap() {
    for slug in PAPERS {
        assert_eq!(gaps_of(&compose(slug, &veldrijk())), [""; 0], "{slug}");
    }
}

#[test]
fn s6_the_example_meets_monthly_then_two_monthly_then_a_few_times_a_year() {
    let meetings = veldrijk().overleg_bijeenkomsten();
    let phases: Vec<usize> = meetings.iter().map(|one| one.fase).collect();
    assert_eq!(phases, [0, 0, 0, 0, 0, 0, 1, 1, 1, 2, 2, 2, 2]);
    assert_eq!(
        days(&meetings)[..9],
        [
            "2027-02-09",
            "2027-03-09",
            "2027-04-13",
            "2027-05-11",
            "2027-06-15",
            "2027-07-06",
            "2027-09-14",
            "2027-11-09",
            "2028-01-11"
        ]
    );
    assert_eq!(meetings.iter().filter(|one| one.sluit_fase).map(|one| one.nummer).collect::<Vec<_>>(), [6, 9]);
}

#[test]
fn s6_the_change_of_rhythm_is_a_decision_on_the_agenda() {
    let mut project = veldrijk();
    let decision = "Besluit: hoe vaak komen we voortaan bijeen?";
    assert_eq!(folded(&compose("overleg-agenda", &project)).matches(decision).count(), 2);
    project.overleg.alleen = Some(Datum(date(2027, 7, 6)));
    let text = folded(&compose("overleg-agenda", &project));
    assert!(text.contains(decision) && text.contains("eens per twee maanden"), "{text}");
    project.overleg.alleen = Some(Datum(date(2027, 3, 9)));
    assert!(!folded(&compose("overleg-agenda", &project)).contains(decision));
}

#[test]
fn s5_every_agenda_has_a_point_for_each_responsibility_and_the_minutes_add_up() {
    assert_eq!(VASTE_PUNTEN.len(), VERANTWOORDELIJKHEDEN.len());
    let document = compose("overleg-agenda", &veldrijk());
    let text = folded(&document);
    for point in VASTE_PUNTEN {
        assert_eq!(text.matches(point.vraag).count(), 13, "{}", point.titel);
    }
    for responsibility in VERANTWOORDELIJKHEDEN {
        assert!(text.contains(responsibility.0), "{}", responsibility.0);
    }
    let mut agendas = 0;
    for block in &document.body {
        if let wep::tree::Block::Table(table) = block
            && wep::tree::plain_text(&table.header[2]) == "Minuten"
        {
            let minutes = table.rows.iter().map(|row| wep::tree::plain_text(&row[2]).parse::<u32>().unwrap());
            assert_eq!(minutes.sum::<u32>(), 90);
            agendas += 1;
        }
    }
    assert_eq!(agendas, 13);
}

#[test]
fn s5_actions_and_the_plan_come_when_they_fall_due() {
    let mut project = veldrijk();
    project.overleg.alleen = Some(Datum(date(2027, 4, 13)));
    let text = folded(&compose("overleg-agenda", &project));
    assert!(text.contains("GGZ") && text.contains("De eigen medewerkers uitnodigen"), "{text}");
    assert!(text.contains("De sociale kaart aanvullen"), "what is late is still open: {text}");
    assert!(!text.contains("Een zaal reserveren"), "what is done is gone: {text}");
    assert!(text.contains("welke sterren pakken we op?"));
    project.overleg.alleen = Some(Datum(date(2027, 3, 9)));
    assert!(folded(&compose("overleg-agenda", &project)).contains("Startbijeenkomst"));
    let due: Vec<_> =
        project.plan_van_aanpak.planning.iter().filter_map(|one| one.einde.zip(one.naam.clone())).collect();
    project.overleg.alleen = None;
    let text = folded(&compose("overleg-agenda", &project));
    let seen = due.iter().filter(|(_, name)| text.contains(name.as_str())).count();
    assert!(seen > 3, "only {seen} of {} activities of the plan are seen", due.len());
}

#[test]
fn s7_the_wijknetwerk_hears_news_and_who_presents_itself_and_no_names() {
    let text = folded(&compose("wijknetwerk-agenda", &veldrijk()));
    for fact in
        ["Een WeP-werker vertelt", "Mededelingen", "het project Samen Eten", "zonder naam", "e-mail", "per post"]
    {
        assert!(text.contains(fact), "{fact} in {text}");
    }
}

#[test]
fn what_moves_says_why_and_a_cancelled_meeting_has_no_agenda() {
    let mut project = veldrijk();
    let text = folded(&compose("overleg-kalender", &project));
    for fact in ["Niet op 13 juli 2027: zomervakantie", "Verzet van 8 juni 2027: de coördinator geeft", "13.30–15.00"]
    {
        assert!(text.contains(fact), "{fact} in {text}");
    }
    project.overleg.vervallen = vec![wep::model::Vervallen { datum: Some(Datum(date(2027, 3, 9))), reden: None }];
    assert!(folded(&compose("overleg-kalender", &project)).contains("Gaat niet door"));
    assert!(!folded(&compose("overleg-agenda", &project)).contains("Bijeenkomst 2:"));
}

/// A gemeente of another kind: last Thursday, three months monthly, then every quarter, and no end to that.
fn other_gemeente() -> Project {
    let mut project = veldrijk();
    let overleg = &mut project.overleg;
    overleg.dag = Some("laatste donderdag".parse().unwrap());
    (overleg.maandelijks_gedurende, overleg.daarna_om_de_maanden) = (Some(3), Some(3));
    overleg.daarna_aantal_bijeenkomsten = None;
    overleg.eerste_bijeenkomst = Some(Datum(date(2027, 9, 16)));
    (overleg.duur, overleg.maanden) = (Some(45), Some(18));
    overleg.verzet.clear();
    overleg.agendapunten.clear();
    overleg.acties.clear();
    overleg.schoolvakanties = Vec::new();
    overleg.wijknetwerk.dag = Some("derde maandag".parse().unwrap());
    overleg.wijknetwerk.eerste_bijeenkomst = None;
    overleg.wijknetwerk.per_jaar = Some(5);
    overleg.wijknetwerk.moment = Some("de derde maandag van de maand".to_owned());
    overleg.wijknetwerk.presentaties.clear();
    overleg.wijknetwerk.mededelingen.clear();
    project
}

#[test]
fn s6_another_gemeente_has_another_rhythm() {
    let project = other_gemeente();
    let said = wep::check::check(&project);
    assert!(said.iter().all(|finding| finding.file != wep::model::file::OVERLEG), "{said:#?}");
    let meetings = project.overleg_bijeenkomsten();
    assert_eq!(
        days(&meetings),
        [
            "2027-09-16",
            "2027-10-28",
            "2027-11-25",
            "2028-02-24",
            "2028-06-01",
            "2028-08-31",
            "2028-11-30",
            "2029-02-22"
        ]
    );
    assert_eq!(meetings[4].waarom.as_deref(), Some("Hemelvaartsdag"));
    assert_eq!(meetings.iter().filter(|one| one.sluit_fase).count(), 1);
    let text = folded(&compose("overleg-kalender", &project));
    assert!(
        text.contains("Er zijn geen schoolvakanties ingevuld") && text.contains("houdt daarom het ritme"),
        "{text}"
    );
}

fn rule() -> impl Strategy<Value = DagVanDeMaand> {
    let ranks = proptest::sample::select(vec!["eerste", "tweede", "derde", "vierde", "laatste"]);
    let days = proptest::sample::select(wep::calendar::WEEKDAYS.to_vec());
    (ranks, days).prop_map(|(rank, day)| format!("{rank} {day}").parse().unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn s6_no_meeting_on_a_holiday_in_order_and_as_many_as_asked(
        dag in rule(),
        start in 0i64..3000,
        monthly in 0u32..8,
        after in 1u32..6,
        count in 1u32..5,
        times in 1u32..=12,
        school in proptest::collection::vec((0i64..70, 1i64..43), 0..12),
    ) {
        let mut project = veldrijk();
        let first = date(2027, 1, 1).checked_add(start.days()).unwrap();
        project.wep.startdatum = Some(Datum(first));
        let overleg = &mut project.overleg;
        overleg.verzet.clear();
        (overleg.dag, overleg.maanden) = (Some(dag), Some(60));
        (overleg.maandelijks_gedurende, overleg.daarna_om_de_maanden) = (Some(monthly), Some(after));
        (overleg.daarna_aantal_bijeenkomsten, overleg.bij_goede_voortgang_per_jaar) = (Some(count), Some(times));
        let mut day = first;
        overleg.schoolvakanties = school.iter().map(|(gap, length)| {
            let van = day.checked_add((*gap + 70).days()).unwrap();
            day = van.checked_add(length.days()).unwrap();
            Schoolvakantie { naam: Some("vakantie".to_owned()), van: Some(Datum(van)), tot_en_met: Some(Datum(day)) }
        }).collect();
        let meetings = project.overleg_bijeenkomsten();
        for phase in [(0, monthly), (1, count)] {
            prop_assert_eq!(meetings.iter().filter(|one| one.fase == phase.0).count(), phase.1 as usize);
        }
        prop_assert!(meetings.iter().any(|one| one.fase == 2));
        for one in &meetings {
            let day = one.datum.expect("holidays of six weeks leave room");
            prop_assert_eq!(holiday(day.0), None);
            prop_assert_eq!(project.vrije_dag(day.0), None);
            prop_assert_eq!(day.0.weekday(), dag.0.weekday());
        }
        for pair in meetings.windows(2) {
            prop_assert!(pair[0].datum < pair[1].datum, "{:?}", days(&meetings));
        }
    }
}
