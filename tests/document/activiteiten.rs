//! The activities: programme per wijk, inventory, calendar file, and what is found about them (W2–W5, B6, X5, X8).

use std::collections::BTreeSet;

use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Weekday};
use wep::check::{Code, Finding, Level, check};
use wep::document::ACTIVITEITEN_FEED;
use wep::handbook::IDEEEN;
use wep::ics::{Event, uid, write};
use wep::model::{Activiteit, JaNee, Locatie, Project, Stand, Vervallen};
use wep::tree::Block;

use super::{compose, folded, gaps_of, veldrijk};

const PROGRAMMA: &str = "activiteiten-programma";
const INVENTARIS: &str = "activiteiten-inventaris";

fn activity<'a>(project: &'a mut Project, id: &str) -> &'a mut Activiteit {
    let found = project.activiteiten.activiteiten.iter_mut().find(|one| one.id.as_deref() == Some(id));
    found.unwrap_or_else(|| panic!("no {id}"))
}

fn found(project: &Project, code: Code) -> Vec<Finding> {
    check(project).into_iter().filter(|finding| finding.code == code).collect()
}

/// The programme of one wijk.
fn programme(project: &Project, wijk: &str) -> String {
    let mut project = project.clone();
    project.activiteiten.alleen = Some(wijk.to_owned());
    folded(&compose(PROGRAMMA, &project))
}

#[test]
fn b6_the_programme_of_a_wijk_says_what_when_where_for_whom_at_what_cost_and_how() {
    let project = veldrijk();
    for wijk in &project.wep.wijken {
        let text = programme(&project, wijk.id.as_deref().unwrap());
        for one in &project.activiteiten.activiteiten {
            let here = one.is_in(wijk.id.as_deref().unwrap()) && one.bestaat();
            let said = [&one.omschrijving, &one.kosten, &one.voor_wie, &one.begeleiding, &one.aanmelden, &one.waar];
            for fact in said.into_iter().flatten().filter(|_| here) {
                assert!(text.contains(fact.as_str()), "{fact} of {:?} in {:?}", one.id, wijk.id);
            }
            let here_alone = !here && one.bestaat();
            assert!(!here_alone || !text.contains(one.omschrijving.as_deref().unwrap()), "{:?} elsewhere", one.id);
            assert!(one.bestaat() || !text.contains(one.behoefte.as_deref().unwrap()), "{:?} is not there yet", one.id);
        }
        for closing in ["(0199) 12 34 56", "wep@welzijnveldrijk.example", "is een samenwerking van", "De Huiskamer"] {
            assert!(text.contains(closing), "{closing} in {wijk:?}");
        }
        assert!(text.contains("bijlage 6"));
    }
    assert!(programme(&project, "stationsbuurt").contains("vraag naar Ayşe Demir"));
    assert!(programme(&project, "de-hoven").contains("vraag naar Joost Hiemstra"));
}

#[test]
fn b6_the_week_is_a_table_by_day_and_time() {
    let mut project = veldrijk();
    project.activiteiten.alleen = Some("molenkwartier".to_owned());
    let document = compose(PROGRAMMA, &project);
    let tables: Vec<_> = document
        .body
        .iter()
        .filter_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        })
        .collect();
    assert_eq!(tables.len(), 2, "the week, and what is once");
    assert!(tables.iter().all(|table| table.row_headers && table.columns.len() == 2), "two columns fit on a phone");
    let rows: Vec<String> = tables[0].rows.iter().map(|row| wep::tree::plain_text(&row[0])).collect();
    let expected = [
        "Maandag 15.30 tot 17.00 uur",
        "Dinsdag 13.30 tot 15.30 uur",
        "Woensdag 10.00 tot 11.00 uur",
        "Donderdag 10.00 tot 11.00 uur",
        "Vrijdag 16.30 tot 19.30 uur",
    ];
    assert_eq!(rows.iter().map(|row| row.replace('\u{a0}', " ")).collect::<Vec<_>>(), expected);
    let once = tables[1].rows.iter().map(|row| wep::tree::plain_text(&row[0]).replace('\u{a0}', " "));
    let once: Vec<String> = once.collect();
    assert!(once[0].contains("9 oktober 2027") && once[1].contains("15 december 2027"), "{once:?}");
}

#[test]
fn x5_text_days_and_rrule_follow_from_one_rule() {
    let mut project = veldrijk();
    let text = programme(&project, "molenkwartier").replace('\u{a0}', " ");
    assert!(text.contains("elke tweede vrijdag van de maand van 16.30 tot 19.30 uur"));
    // Not in August: the second Friday falls in the school holidays.
    assert!(
        text.contains("9 april, 14 mei, 11 juni, 9 juli, 10 september, 8 oktober, 12 november en 10 december 2027"),
        "{text}"
    );
    let event = |project: &Project, id: &str| -> Event {
        let wanted = uid(&["veldrijk", "activiteit", id]);
        (ACTIVITEITEN_FEED.compose)(project).events.into_iter().find(|event| event.uid == wanted).unwrap()
    };
    let meal = event(&project, "wijkmaaltijd");
    let rule = meal.repeat.unwrap();
    assert_eq!(rule.rule, "FREQ=MONTHLY;BYDAY=2FR;COUNT=9");
    assert_eq!(rule.except.len(), 1);
    activity(&mut project, "wijkmaaltijd").wanneer = "om de week op maandag".parse().ok();
    activity(&mut project, "wijkmaaltijd").eerste_keer = "2027-03-22".parse().ok();
    let text = programme(&project, "molenkwartier");
    assert!(text.contains("om de week op maandag van 16.30"), "{text}");
    assert!(event(&project, "wijkmaaltijd").repeat.unwrap().rule.starts_with("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;COUNT="));
}

/// The moments after a rule, reckoned day by day: another road than that of the product.
fn expanded(event: &Event) -> Vec<DateTime> {
    let repeat = event.repeat.as_ref().unwrap();
    let part = |name: &str| repeat.rule.split(';').find_map(|part| part.strip_prefix(name)?.strip_prefix('='));
    let days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    let byday = part("BYDAY").unwrap();
    let (rank, name) = byday.split_at(byday.len() - 2);
    let weekday = Weekday::from_monday_zero_offset(days.iter().position(|day| *day == name).unwrap() as i8).unwrap();
    let interval: i32 = part("INTERVAL").map_or(1, |number| number.parse().unwrap());
    let count: usize = part("COUNT").unwrap().parse().unwrap();
    let first = event.begin.date();
    let fits = |day: Date| {
        let month = match rank {
            "" => (day - first).get_days() % (7 * interval) == 0,
            "-1" => day.checked_add(7.days()).unwrap().month() != day.month(),
            rank => (day.day() - 1) / 7 + 1 == rank.parse::<i8>().unwrap(),
        };
        day.weekday() == weekday && month
    };
    let all = first.series(1.day()).filter(|day| fits(*day)).take(count);
    all.map(|day| day.to_datetime(event.begin.time())).filter(|moment| !repeat.except.contains(moment)).collect()
}

#[test]
fn x5_a_calendar_program_finds_the_same_days_as_the_programme() {
    let mut project = veldrijk();
    for (wanneer, first) in [
        ("elke dinsdag", None),
        ("om de week op woensdag", Some("2027-02-10")),
        ("om de drie weken op zondag", Some("2027-03-21")),
        ("elke eerste maandag van de maand", None),
        ("elke vierde zaterdag van de maand", None),
        ("elke laatste donderdag van de maand", None),
    ] {
        let one = activity(&mut project, "samen-wandelen");
        one.wanneer = wanneer.parse().ok();
        one.eerste_keer = first.and_then(|day| day.parse().ok());
        one.vervallen.clear();
        let one = one.clone();
        let held = project.keren(&one).into_iter().filter(|keer| keer.niet.is_none());
        let days: Vec<Date> = held.map(|keer| keer.datum.0).collect();
        let wanted = uid(&["veldrijk", "activiteit", "samen-wandelen"]);
        let events = (ACTIVITEITEN_FEED.compose)(&project).events;
        let event = events.iter().find(|event| event.uid == wanted).unwrap();
        assert_eq!(expanded(event).iter().map(|moment| moment.date()).collect::<Vec<_>>(), days, "{wanneer}");
        assert!(days.len() > 5, "{wanneer}");
    }
}

#[test]
fn x5_what_is_changed_or_cancelled_reaches_the_calendars_of_people() {
    let mut project = veldrijk();
    let file = |project: &Project, before: &str| write(&(ACTIVITEITEN_FEED.compose)(project), before);
    let before = file(&project, "");
    assert_eq!(file(&project, &before), before);
    assert_eq!(before.matches("BEGIN:VEVENT").count(), 15);
    assert!(before.contains("EXDATE;TZID=Europe/Amsterdam:20270513T100000\r\n"), "the day that was taken away");
    activity(&mut project, "open-podium").vervallen.push(Vervallen { datum: "2027-10-09".parse().ok(), reden: None });
    activity(&mut project, "studieclub").wanneer = "elke maandag".parse().ok();
    let after = file(&project, &before);
    let event = |id: &str| {
        let uid = uid(&["veldrijk", "activiteit", id]);
        after.replace("\r\n ", "").split("BEGIN:VEVENT").find(|event| event.contains(&uid)).unwrap().to_owned()
    };
    assert!(event("open-podium").contains("STATUS:CANCELLED") && event("open-podium").contains("SEQUENCE:1"));
    assert!(event("studieclub").contains("BYDAY=MO") && event("studieclub").contains("SEQUENCE:1"));
    assert!(event("zwemmen").contains("SEQUENCE:0"));
    assert!(programme(&project, "molenkwartier").contains("Avond met open podium – Het Perron. Gaat niet door."));
}

#[test]
fn x5_a_text_that_disagrees_with_the_rule_is_found() {
    let mut project = veldrijk();
    activity(&mut project, "wijkmaaltijd").wanneer = "elke vrijdag".parse().ok();
    assert!(found(&project, Code::MomentDiffers).is_empty(), "nothing in its texts speaks of a rhythm");
    activity(&mut project, "wijkmaaltijd").omschrijving = Some("Een keer per maand op vrijdag samen koken.".to_owned());
    let findings = found(&project, Code::MomentDiffers);
    assert_eq!(findings.len(), 1);
    assert!(findings[0].message.contains("‘elke vrijdag’") && findings[0].level() == Level::Warning);
    // And so is a first time that is no day of the rule.
    activity(&mut project, "vrouwenpraatgroep").eerste_keer = "2027-03-18".parse().ok();
    let findings = found(&project, Code::MomentDiffers);
    assert!(findings.iter().any(|finding| finding.message.contains("donderdag 18 maart 2027")), "{findings:?}");
}

#[test]
fn two_activities_in_one_place_at_one_time_are_found() {
    let mut project = veldrijk();
    let one = activity(&mut project, "herstelwerkgroep");
    one.begin = "11.00".parse().ok();
    assert!(found(&project, Code::ActivitiesOverlap).is_empty(), "two rooms");
    activity(&mut project, "herstelwerkgroep").waar = Some("De werkplaats ".to_owned());
    let findings = found(&project, Code::ActivitiesOverlap);
    assert_eq!(findings.len(), 1, "{findings:?}");
    for said in ["‘Studieclub’ en ‘Herstelwerkgroep’", "dinsdag 16 maart 2027", "nog 31 keer"] {
        assert!(findings[0].message.contains(said), "{said}: {}", findings[0].message);
    }
    // One after the other is no clash, and neither are two places; one that names no room takes them all.
    activity(&mut project, "herstelwerkgroep").begin = "11.45".parse().ok();
    assert!(found(&project, Code::ActivitiesOverlap).is_empty());
    let one = activity(&mut project, "herstelwerkgroep");
    (one.begin, one.waar) = ("11.00".parse().ok(), None);
    assert_eq!(found(&project, Code::ActivitiesOverlap).len(), 1);
    activity(&mut project, "herstelwerkgroep").locatie = Some("de-boomgaard".to_owned());
    assert!(found(&project, Code::ActivitiesOverlap).is_empty());
    // A rule of the month meets one of the week only where both are.
    let one = activity(&mut project, "herstelwerkgroep");
    (one.locatie, one.wanneer) = (Some("het-perron".to_owned()), "elke eerste dinsdag van de maand".parse().ok());
    assert_eq!(found(&project, Code::ActivitiesOverlap).len(), 1);
}

#[test]
fn an_activity_without_a_guide_is_a_gap_in_the_programme_and_a_finding() {
    let mut project = veldrijk();
    activity(&mut project, "spelmiddag").begeleiding = Some("  ".to_owned());
    let findings = found(&project, Code::Missing);
    assert!(findings.len() == 1 && findings[0].message.contains("wie deze activiteit begeleidt"), "{findings:?}");
    assert_eq!(gaps_of(&compose(PROGRAMMA, &project)), ["wie begeleidt"]);
}

#[test]
fn x8_one_place_has_one_name() {
    let mut project = veldrijk();
    project.locaties.locaties.push(Locatie {
        id: Some("hoeksteen".to_owned()),
        naam: Some("Wijkcentrum De Hoeksteen".to_owned()),
        ..Locatie::default()
    });
    assert!(found(&project, Code::PlaceSpelling).is_empty());
    activity(&mut project, "zwemmen").waar = Some("verzamelen bij de Hoeksteek".to_owned());
    let findings = found(&project, Code::PlaceSpelling);
    assert!(findings.len() == 1 && findings[0].help.contains("‘Wijkcentrum De Hoeksteen’"), "{findings:?}");
    activity(&mut project, "zwemmen").waar = Some("De Hoeksteen".to_owned());
    let findings = found(&project, Code::PlaceSpelling);
    assert!(findings.len() == 1 && findings[0].help.contains("schrijf bij ‘locatie’: hoeksteen"), "{findings:?}");
    activity(&mut project, "zwemmen").waar = Some("de hoek om".to_owned());
    let mut twin = project.locaties.locaties.last().unwrap().clone();
    (twin.id, twin.naam) = (Some("hoeksteek".to_owned()), Some("wijkcentrum de Hoeksteek".to_owned()));
    twin.adres.straat = Some("Het Steegje 2".to_owned());
    project.locaties.locaties.push(twin);
    assert_eq!(found(&project, Code::PlaceSpelling).len(), 1);
    // Who gave each its street knows that they are two.
    let index = project.locaties.locaties.len() - 2;
    project.locaties.locaties[index].adres.straat = Some("Molenstraat 1".to_owned());
    assert!(found(&project, Code::PlaceSpelling).is_empty());
}

#[test]
fn w2_first_what_is_there_then_what_is_missing_after_need() {
    let project = veldrijk();
    let text = folded(&compose(INVENTARIS, &project));
    for one in &project.activiteiten.activiteiten {
        assert!(text.contains(one.naam.as_deref().unwrap()));
        if one.stand == Some(Stand::Ontwikkelen) {
            assert!(text.contains(one.behoefte.as_deref().unwrap()), "{one:?}");
        }
    }
    let (there, missing) = (text.find("Dit is er al").unwrap(), text.find("Dit is er nog niet").unwrap());
    assert!(there < text.find("Samen wandelen").unwrap() && text.find("Samen wandelen").unwrap() < missing);
    assert!(missing < text.find("Koffie op zondag").unwrap());
    // The social map knows more, and says what people need.
    assert!(text.contains("Spreekuur geldzorgen") && text.contains("computerles overdag, in een kleine groep"));
    assert_eq!(text.matches("Inloop op vrijdagavond").count(), 1, "once: not again as an offer of the map");
    assert!(text.contains("§4.2"));
}

#[test]
fn w3_w4_w5_the_ideas_of_the_handbook_are_there_to_choose_from() {
    let mut project = veldrijk();
    let text = folded(&compose(INVENTARIS, &project));
    for idee in IDEEEN {
        assert!(text.contains(idee.wat) && text.contains(idee.naam), "{idee:?}");
        assert!(idee.begeleiding.is_none_or(|guide| text.contains(guide)), "{idee:?}");
        assert!(text.contains(idee.paragraaf.0));
    }
    assert!(text.contains("Molenkwartier en De Hoven"), "the creative club is in two wijken");
    assert!(text.contains("De Hoven (in voorbereiding)"), "the computer lessons");
    assert!(text.contains("nog nergens"), "nobody learns English yet");
    activity(&mut project, "studieclub").idee = serde_json::from_str("\"engels\"").ok();
    assert_ne!(folded(&compose(INVENTARIS, &project)), text);
}

#[test]
fn an_activity_of_all_wijken_is_in_every_programme_and_once_in_the_calendar() {
    let project = veldrijk();
    for wijk in ["molenkwartier", "de-hoven", "stationsbuurt"] {
        assert!(programme(&project, wijk).contains("Klankbordgroep"), "{wijk}");
    }
    let events = (ACTIVITEITEN_FEED.compose)(&project).events;
    assert_eq!(events.iter().filter(|event| event.summary == "Klankbordgroep").count(), 1);
    assert_eq!(events.iter().map(|event| &event.uid).collect::<BTreeSet<_>>().len(), events.len());
    let mut one = project.clone();
    one.activiteiten.alleen = Some("de-hoven".to_owned());
    let calendar = (ACTIVITEITEN_FEED.compose)(&one);
    assert!(calendar.name.contains("De Hoven") && calendar.events.len() < events.len());
    assert!(calendar.events.iter().all(|event| event.summary != "Zwemmen"));
}

#[test]
fn holidays_are_said_and_left_out_unless_it_goes_on() {
    let mut project = veldrijk();
    let hoven = programme(&project, "de-hoven").replace('\u{a0}', " ");
    assert!(hoven.contains("29 maart 2027 (Tweede Paasdag)"), "{hoven}");
    assert!(
        hoven.contains("meivakantie, 17 mei 2027 (Tweede Pinksterdag), zomervakantie en herfstvakantie"),
        "{hoven}"
    );
    activity(&mut project, "creatieve-club-de-hoven").op_feestdagen = Some(JaNee(true));
    assert!(!programme(&project, "de-hoven").contains("Tweede Paasdag"));
}

#[test]
fn days_that_cannot_be_are_found() {
    let right = veldrijk();
    let codes = |change: fn(&mut Project)| -> Vec<Code> {
        let mut project = right.clone();
        change(&mut project);
        check(&project).into_iter().map(|finding| finding.code).collect()
    };
    type Mistake = (fn(&mut Project), Code);
    let cases: [Mistake; 9] = [
        (|one| one.activiteiten.tot_en_met = "2027-01-01".parse().ok(), Code::DateOrder),
        (|one| one.activiteiten.tot_en_met = "2072-12-24".parse().ok(), Code::HorizonTooFar),
        (|one| activity(one, "zwemmen").einde = "8.00".parse().ok(), Code::TimeDoesNotFit),
        (|one| activity(one, "open-podium").wanneer = "2027-05-17".parse().ok(), Code::DateHoliday),
        (|one| activity(one, "open-podium").wanneer = "2027-10-23".parse().ok(), Code::DateSchoolHoliday),
        (|one| activity(one, "open-podium").wanneer = "2028-03-01".parse().ok(), Code::OutsideProgramme),
        (|one| activity(one, "studieclub").laatste_keer = "2027-03-15".parse().ok(), Code::OutsideProgramme),
        (|one| activity(one, "samen-wandelen").vervallen[0].datum = "2027-05-14".parse().ok(), Code::MeetingUnknown),
        (|one| activity(one, "samen-wandelen").met.push("niemand".to_owned()), Code::UnknownReference),
    ];
    for (change, code) in cases {
        assert_eq!(codes(change), [code]);
    }
}

#[test]
fn a_wijk_without_activities_says_so() {
    let mut project = veldrijk();
    project.activiteiten.activiteiten.retain(|one| one.wijken == ["molenkwartier"]);
    assert!(programme(&project, "de-hoven").contains("In deze wijk is nu nog geen activiteit."));
    assert!(folded(&compose(INVENTARIS, &project)).contains("In het programma van deze wijk staat nog niets."));
    assert_eq!(gaps_of(&compose(PROGRAMMA, &project)), [""; 0]);
}
