//! The convenant carries the facts of the handbook, and its numbers stay right.

use wep::handbook::{DOELEN, VERANTWOORDELIJKHEDEN, VEREISTEN};
use wep::model::{ARTIKELEN, EigenArtikel, Handtekening, JaNee, OverlegOrgaan, Verlenging};
use wep::tree::{Block, Document, Inline};

use super::{compose, folded, gaps_of, inlines, veldrijk};

fn text() -> String {
    folded(&compose("convenant", &veldrijk()))
}

/// Anchor and number of every article.
fn articles(document: &Document) -> Vec<(String, u32)> {
    let headings = document.body.iter().filter_map(|block| match block {
        Block::Heading(heading) => Some((heading.anchor.clone()?, heading.number.as_ref()?.number)),
        _ => None,
    });
    headings.collect()
}

#[test]
fn the_example_has_no_gap() {
    assert_eq!(gaps_of(&compose("convenant", &veldrijk())), [""; 0]);
}

#[test]
fn g1_to_g4_every_goal_and_result_is_there() {
    let text = text();
    for doel in DOELEN {
        assert!(text.contains(doel.naam) && text.contains(doel.doel), "{}", doel.id);
        for resultaat in doel.resultaten {
            assert!(text.contains(resultaat), "{}: {resultaat}", doel.id);
        }
    }
    assert!(text.contains("§1.3"));
}

#[test]
fn s5_the_six_responsibilities_are_there() {
    let text = text();
    for verantwoordelijkheid in VERANTWOORDELIJKHEDEN {
        assert!(text.contains(verantwoordelijkheid.0), "{}", verantwoordelijkheid.0);
    }
}

#[test]
fn s6_the_rhythm_of_the_handbook_can_be_changed() {
    let mut project = veldrijk();
    let before = folded(&compose("convenant", &project));
    assert!(before.contains("gedurende zes maanden elke maand"));
    assert!(before.contains("daarna eens per twee maanden"));
    assert!(before.contains("vier keer per jaar"));
    project.overleg.maandelijks_gedurende = Some(0);
    project.overleg.daarna_om_de_maanden = Some(3);
    let after = folded(&compose("convenant", &project));
    assert!(!after.contains("elke maand;") && after.contains("daarna eens per drie maanden"));
}

#[test]
fn s4_s7_the_wijknetwerk_meets_and_information_goes_round() {
    let text = text();
    for fact in ["vast moment", "mededelingen", "nieuwe organisaties en projecten stellen", "per e-mail of per post"] {
        let fact = fact.replace("nieuwe organisaties en projecten stellen", "stellen nieuwe organisaties en projecten");
        assert!(text.contains(&fact), "{fact}");
    }
}

#[test]
fn s8_the_coordinator_has_an_employer_and_the_content() {
    let text = text();
    assert!(text.contains("De coördinator is in dienst van Welzijn Veldrijk, voor 24 uur per week"));
    assert!(text.contains("verantwoordelijk voor de inhoud"));
}

#[test]
fn s13_a_place_meets_the_three_requirements() {
    let text = text();
    for vereiste in VEREISTEN {
        assert!(text.contains(vereiste.0), "{}", vereiste.0);
    }
    assert!(text.contains("Wijkcentrum De Korenmolen, Molenstraat 12, 8912 BC Veldrijk"));
}

#[test]
fn t2_t5_limits_and_push_and_pull_are_there() {
    let text = text();
    for fact in
        ["huisvesting en woonbegeleiding", "psychiatrische of andere behandeling", "inkomen", "(push)", "(pull)"]
    {
        assert!(text.contains(fact), "{fact}");
    }
}

#[test]
fn s12_x6_the_awbz_is_named_only_as_past() {
    let text = text();
    assert!(text.contains("Die wet stopte op 1 januari 2015"));
    assert_eq!(text.matches("AWBZ").count(), 1);
}

#[test]
fn x2_one_name_is_used_for_the_body() {
    let mut project = veldrijk();
    project.overleg.orgaan = Some(OverlegOrgaan::Samenwerkingsoverleg);
    let text = folded(&compose("convenant", &project));
    assert!(text.contains("Het samenwerkingsoverleg is verantwoordelijk voor"));
    // The other names occur once: where the source note says that the handbook mixes them.
    assert_eq!(text.matches("begeleidingsgroep").count(), 1);
    assert_eq!(text.matches("werkgroep").count(), 1);
}

#[test]
fn x7_privacy_is_marked_as_an_addition() {
    let text = text();
    assert!(text.contains("De AVG geldt sinds 2018"));
    assert!(text.contains("In dit convenant staan geen gegevens van deelnemers"));
}

#[test]
fn every_article_has_its_anchor_and_the_numbers_run_on() {
    let document = compose("convenant", &veldrijk());
    let articles = articles(&document);
    let numbers: Vec<u32> = articles.iter().map(|(_, number)| *number).collect();
    assert_eq!(numbers, (1..=articles.len() as u32).collect::<Vec<_>>());
    let own_apart: Vec<&str> =
        articles.iter().map(|(anchor, _)| anchor.as_str()).filter(|anchor| !anchor.starts_with("eigen")).collect();
    assert_eq!(own_apart, ARTIKELEN.map(|artikel| artikel.id));
}

#[test]
fn numbers_and_references_stay_right_whatever_drops_out() {
    let optional: Vec<&str> = ARTIKELEN.iter().filter(|a| a.mag_weg).map(|a| a.id).collect();
    for choice in 0..(1u32 << optional.len()) {
        let mut project = veldrijk();
        project.convenant.weglaten = optional
            .iter()
            .enumerate()
            .filter(|(bit, _)| choice & (1 << bit) != 0)
            .map(|(_, id)| (*id).to_owned())
            .collect();
        let document = compose("convenant", &project);
        let articles = articles(&document);
        assert!(articles.iter().zip(1..).all(|((_, number), expected)| *number == expected));
        for left_out in &project.convenant.weglaten {
            assert!(articles.iter().all(|(anchor, _)| anchor != left_out));
        }
        for inline in inlines(&document) {
            if let Inline::Reference { anchor, number } = inline {
                assert!(articles.contains(&(anchor.clone(), *number)), "{anchor} {number}");
            }
        }
    }
}

#[test]
fn an_own_article_comes_where_it_is_asked() {
    let mut project = veldrijk();
    project.convenant.eigen_artikelen = vec![
        EigenArtikel {
            titel: Some("Logo".to_owned()),
            na: Some("taken".to_owned()),
            leden: vec!["Eerste.".to_owned()],
        },
        EigenArtikel { titel: Some("Vlag".to_owned()), na: None, leden: vec!["Tweede.".to_owned()] },
    ];
    project.convenant.weglaten = vec!["communicatie".to_owned()];
    let anchors: Vec<String> =
        articles(&compose("convenant", &project)).into_iter().map(|(anchor, _)| anchor).collect();
    let place = |anchor: &str| anchors.iter().position(|other| other == anchor).unwrap();
    assert_eq!(place("eigen1"), place("taken") + 1);
    assert_eq!(place("eigen2"), place("gegevens") + 1);
}

#[test]
fn it_is_a_draft_until_every_party_has_signed() {
    let mut project = veldrijk();
    for party in project.convenant.partijen.clone() {
        assert!(compose("convenant", &project).meta.draft);
        project.voortgang.handtekeningen.push(Handtekening {
            organisatie: party.organisatie,
            datum: Some("2027-01-20".parse().unwrap()),
            plaats: Some("Veldrijk".to_owned()),
        });
    }
    let document = compose("convenant", &project);
    assert!(!document.meta.draft);
    assert_eq!(folded(&document).matches("Datum 20 januari 2027").count(), 10);
}

#[test]
fn choices_change_the_text() {
    let mut project = veldrijk();
    project.convenant.verlenging = Some(Verlenging::Stilzwijgend);
    project.convenant.geschillen.naar_de_rechter = Some(JaNee(true));
    let text = folded(&compose("convenant", &project));
    assert!(text.contains("steeds een jaar door") && text.contains("voorleggen aan de rechter"));
}
