//! Leaflet, walk-in, posters and flyers: what they say, and that what they say about days is right.

use wep::check::{Code, check};
use wep::document::Kind;
use wep::model::{Poster, Project, Weekdag};
use wep::tree::{Layout, Paper};

use super::{compose, folded, gaps_of, veldrijk};

/// The poster with this id, and the name of its file.
fn poster(project: &Project, id: &str) -> String {
    let documents = Kind::find("poster").unwrap().documents(project).unwrap();
    folded(&documents.iter().find(|(end, _)| *end == format!("-{id}")).unwrap().1)
}

fn says(document: &str, pieces: &[&str]) {
    let document = document.replace('\u{a0}', " ");
    for piece in pieces {
        assert!(document.contains(piece), "no ‘{piece}’ in {document}");
    }
}

#[test]
fn b5_the_leaflet_says_what_wep_is_and_what_the_reader_can_do() {
    let document = compose("folder", &veldrijk());
    assert_eq!(document.meta.layout, Layout::Leaflet);
    says(
        &folded(&document),
        &[
            "Wijk en Psychiatrie Veldrijk",
            "Wat is WeP?",
            "Wat doen wij?",
            "Iets voor u?",
            "Vraag de coördinator om informatie.",
            "Vertel wat er in de wijk te doen is",
            "Moedig aan",
            "Ga de eerste keer mee.",
            "bezoek thuis",
            "Samira el Idrissi",
            "(0199) 12 34 56",
            "is een samenwerking van",
            "Handleiding WeP bijlage 5",
        ],
    );
}

/// T2: WeP gives no treatment; and no result is promised.
#[test]
fn b5_the_leaflet_promises_nothing() {
    let text = folded(&compose("folder", &veldrijk())).to_lowercase();
    assert!(text.contains("wij geven geen behandeling"));
    for promise in ["u wordt", "minder eenzaam", "gezonder", "beter af", "genez", "bewezen", "altijd mee"] {
        assert!(!text.contains(promise), "{promise} in {text}");
    }
}

#[test]
fn b7_the_walk_in_has_day_place_cost_and_contact() {
    let document = compose("inloop", &veldrijk());
    assert_eq!(document.meta.title, "Inloop op vrijdagavond");
    says(
        &folded(&document),
        &[
            "Elke vrijdag, vanaf 7 januari 2028, 19.00 tot 21.30 uur",
            "Wijkcentrum De Korenmolen, de huiskamer, Molenstraat 12, 8912 BC Veldrijk",
            "Gratis",
            "Joost Hiemstra",
            "Handleiding WeP §4.2.1 en bijlage 7",
        ],
    );
}

#[test]
fn b9_the_poster_asks_eight_questions_and_tells_of_the_course() {
    let project = veldrijk();
    let text = poster(&project, "herstelwerkgroep");
    assert_eq!(wep::handbook::HERSTELVRAGEN.iter().filter(|question| text.contains(**question)).count(), 8);
    says(
        &text,
        &[
            "Herstelwerkgroep",
            "vijf bijeenkomsten",
            "Petra Zwart, ervaringsdeskundige",
            "Elke woensdag van 2 juni 2027 tot en met 30 juni 2027, 14.30 tot 16.00 uur",
            "Meld u aan tot en met vrijdag 28 mei 2027",
            "op dinsdag, donderdag en vrijdag",
            "€ 4,95 voor de hele cursus",
            "is een samenwerking van",
        ],
    );
}

#[test]
fn b9_an_activity_of_ones_own_has_a_poster_without_the_course() {
    let text = poster(&veldrijk(), "soep-en-spel");
    says(&text, &["Soep en spel", "Zaterdag 18 september 2027, 15.30 tot 19.00 uur", "€ 2,50 voor de soep"]);
    assert!(!text.contains("herstel"), "{text}");
}

#[test]
fn b10_the_talk_afternoon_has_its_day_with_the_year_and_its_theme() {
    let text = folded(&compose("flyer-gespreksmiddag", &veldrijk()));
    let vragen = wep::handbook::GESPREKSVRAGEN;
    says(&text, &[vragen[0], vragen[1], vragen[2], "Zondag 10 oktober 2027, 15.00 tot 17.00 uur", "hersenletsel"]);
}

#[test]
fn b11_samen_doen_has_small_groups_once_a_month_and_room_for_own_ideas() {
    let text = folded(&compose("flyer-samen-doen", &veldrijk()));
    says(
        &text,
        &[
            "Drie tot vijf mensen",
            "Eén keer per maand",
            "Met elkaar eten",
            "Hebt u een ander idee?",
            "Laat het ons weten",
        ],
    );
}

#[test]
fn posters_come_in_three_sizes_and_flyers_in_two() {
    let project = veldrijk();
    let papers = |slug: &str| -> Vec<Layout> {
        let kind = Kind::find(slug).unwrap();
        let (_, document) = kind.documents(&project).unwrap().remove(0);
        kind.sheets(&document).into_iter().map(|(_, sheet)| sheet.meta.layout).collect()
    };
    let [a3, a4, a5] = [Paper::A3, Paper::A4, Paper::A5].map(Layout::Poster);
    assert_eq!(papers("poster"), [a3, a4, a5]);
    for slug in ["inloop", "flyer-gespreksmiddag", "flyer-samen-doen"] {
        assert_eq!(papers(slug), [a4, a5], "{slug}");
    }
    // The others are read as they are.
    assert_eq!(papers("folder"), []);
    assert_eq!(papers("convenant"), []);
}

/// Every wrong weekday of a year is found, every right one is not.
#[test]
fn b9_b10_a_weekday_that_does_not_fit_is_found() {
    use Weekdag::{Dinsdag, Donderdag, Maandag, Vrijdag, Woensdag, Zaterdag, Zondag};
    let mut project = veldrijk();
    for dag in [Maandag, Dinsdag, Woensdag, Donderdag, Vrijdag, Zaterdag, Zondag] {
        project.voorlichting.gespreksmiddag.wanneer.dag = Some(dag);
        let found = check(&project).iter().filter(|finding| finding.code == Code::WeekdayDiffers).count();
        assert_eq!(found, usize::from(dag != Zondag), "{dag:?}");
    }
}

#[test]
fn a_holiday_in_a_course_is_said_and_can_be_left_out() {
    let mut project = veldrijk();
    let course = &mut project.voorlichting.posters[0];
    course.wanneer.datum = "2027-04-28".parse().ok();
    course.wanneer.tot_en_met = "2027-05-26".parse().ok();
    course.aanmelden.tot_en_met = "2027-04-20".parse().ok();
    let said = |project: &Project| check(project).into_iter().map(|finding| finding.message).collect::<Vec<_>>();
    assert_eq!(said(&project), ["5 mei 2027 is Bevrijdingsdag"]);
    project.voorlichting.posters[0].wanneer.niet_op = vec!["2027-05-05".parse().unwrap()];
    assert_eq!(said(&project), [""; 0]);
    says(&poster(&project, "herstelwerkgroep"), &["(niet op 5 mei 2027)", "vier bijeenkomsten"]);
}

/// Somebody else's number is worse than none: who is named is named whole.
#[test]
fn the_number_of_another_is_never_put_behind_a_name() {
    let mut project = veldrijk();
    project.voorlichting.inloop.contact.telefoon = None;
    let text = folded(&compose("inloop", &project));
    assert!(!text.contains("12 34 56"), "{text}");
}

#[test]
fn without_a_poster_there_is_that_of_the_handbook_with_its_gaps() {
    let project = Project::default();
    let documents = Kind::find("poster").unwrap().documents(&project).unwrap();
    assert_eq!(documents.len(), 1);
    assert_eq!(documents[0].0, "-herstelwerkgroep");
    assert!(gaps_of(&documents[0].1).len() > 5);
    let mut project = veldrijk();
    project.voorlichting.posters.push(Poster::default());
    let documents = Kind::find("poster").unwrap().documents(&project).unwrap();
    assert_eq!(documents[2].0, "-3");
}
