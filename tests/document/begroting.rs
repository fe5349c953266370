//! S12, X6: the budget adds up everywhere alike, and says where money can come from today.

use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use wep::check::{Code, check};
use wep::drawing::{Illustration, Shape, text_width};
use wep::model::{
    Bedrag, Begroting, Bron, DekkingStatus, Dekkingspost, Getal, KostenSoort, Kostenpost, Project, Tekort,
};
use wep::render::{Format, render};
use wep::tree::Block;

use super::{compose, folded, gaps_of, veldrijk};

fn euro(cents: i64) -> String {
    format!("€ {}", Bedrag::from_cents(cents))
}

/// Any budget of up to four years, with any mix of ways to write an amount.
pub fn any_budget() -> impl Strategy<Value = Begroting> {
    let number = || (0u32..20_000).prop_map(Getal::from_hundredths);
    let amount = |most: i64| (0..most).prop_map(Bedrag::from_cents);
    let years = || vec(2027u32..2031, 0..3);
    let kind = proptest::sample::select(KostenSoort::ALL.to_vec());
    let way = (0u8..3, number(), number(), amount(50_000), amount(500_000_000));
    let cost = (kind, way, years()).prop_map(|(soort, (way, hours, weeks, rate, whole), jaren)| Kostenpost {
        omschrijving: Some("=1+1".to_owned()),
        soort: Some(soort),
        uren_per_week: (way == 0).then_some(hours),
        weken_per_jaar: (way == 0).then_some(weeks),
        uren_per_jaar: (way == 1).then_some(hours),
        tarief: (way < 2).then_some(rate),
        bedrag: (way == 2).then_some(whole),
        jaren,
        ..Kostenpost::default()
    });
    let source = proptest::sample::select(vec![Bron::GemeenteWmo, Bron::Fonds, Bron::Natura, Bron::Overig]);
    let status = of(proptest::sample::select(DekkingStatus::ALL.to_vec()));
    let cover = (source, status, amount(500_000_000), years()).prop_map(|(bron, status, bedrag, jaren)| Dekkingspost {
        bron: Some(bron),
        omschrijving: Some("@fonds".to_owned()),
        bedrag: Some(bedrag),
        jaren,
        status,
        ..Dekkingspost::default()
    });
    (vec(2027u32..2031, 0..4), vec(cost, 0..12), vec(cover, 0..8)).prop_map(|(jaren, kosten, dekking)| Begroting {
        jaren,
        kosten,
        dekking,
        ..Begroting::default()
    })
}

/// Nine hours a week at an odd rate, 40 lines, four years, long names and far too little money.
pub fn big_deficit() -> Project {
    let mut project = veldrijk();
    let long = "Bewonersondernemersverenigingssecretariaatsondersteuning in de Gemeenschappelijke Voorzieningenstrook";
    let costs = (0u32..40).map(|index| Kostenpost {
        omschrijving: Some(format!("{long} {index}")),
        soort: Some(KostenSoort::ALL[index as usize % 6]),
        uren_per_week: Some(Getal::from_hundredths(725 + index)),
        weken_per_jaar: Some(Getal::from_hundredths(4250)),
        tarief: Some(Bedrag::from_cents(123_457 + i64::from(index))),
        jaren: if index % 3 == 0 { vec![2028, 2030] } else { Vec::new() },
        ..Kostenpost::default()
    });
    project.begroting.jaren = vec![2027, 2028, 2029, 2030];
    project.begroting.kosten = costs.collect();
    project.begroting.dekking[5].omschrijving = Some(long.to_owned());
    project.begroting.dekking[5].status = None;
    project.begroting.tekorten = Vec::new();
    project
}

/// What the tables of lines come to: per year the costs and the cover, in cents.
fn added_up(project: &Project) -> Vec<(i64, i64)> {
    let amount = |text: &str| text.replace('\u{a0}', " ").trim().parse::<Bedrag>().ok().map(Bedrag::cents);
    let document = compose("begroting", project);
    let mut sums = Vec::new();
    for block in &document.body {
        let Block::Table(table) = block else { continue };
        let cells: Vec<Vec<String>> =
            table.rows.iter().map(|row| row.iter().map(|cell| wep::tree::plain_text(cell)).collect()).collect();
        let Some(last) = cells.last().filter(|row| row[0].starts_with("Totaal")) else { continue };
        let lines = cells.iter().filter(|row| !row[0].starts_with("Totaal") && !row[0].starts_with("Samen voor"));
        let sum: i64 = lines.filter_map(|row| amount(row.last().unwrap())).sum();
        assert_eq!(amount(last.last().unwrap()), Some(sum), "{last:?}");
        sums.push(sum);
    }
    sums.chunks(2).map(|pair| (pair[0], pair[1])).collect()
}

#[test]
fn s12_the_example_names_who_pays_and_the_paragraph() {
    let text = folded(&compose("begroting", &veldrijk()));
    for fact in [
        "gemeente (Wmo 2015)",
        "fonds",
        "eigen middelen",
        "zorgkantoor (Wlz)",
        "in natura",
        "Handleiding WeP §3.7",
        "In de eerste plaats betaalt de gemeente",
        "De directies van de betrokken organisaties stellen deze begroting vast",
        "Handleiding WeP §3.1",
    ] {
        assert!(text.contains(fact), "{fact} in {text}");
    }
    assert_eq!(gaps_of(&compose("begroting", &veldrijk())), [""; 0]);
}

#[test]
fn x6_the_awbz_is_past_and_what_came_is_marked_as_ours() {
    let project = veldrijk();
    let document = compose("begroting", &project);
    let text = folded(&document);
    assert_eq!(text.matches("AWBZ").count(), 1);
    assert!(text.contains("Die wet stopte op 1 januari 2015") && text.contains("2023 tot en met 2026"));
    let mut marked = false;
    for block in &document.body {
        if let Block::Aside { kind: wep::tree::AsideKind::Addition, content } = block {
            marked |= format!("{content:?}").contains("AWBZ");
        }
    }
    assert!(marked);
}

#[test]
fn s12_x6_sources_that_ended_are_findings() {
    let codes = |bron, jaar| {
        let mut project = veldrijk();
        project.begroting.jaren.push(2026);
        project.begroting.dekking[5].bron = Some(bron);
        project.begroting.dekking[5].jaren = vec![jaar];
        check(&project).into_iter().map(|finding| finding.code).collect::<Vec<_>>()
    };
    assert!(codes(Bron::Awbz, 2026).contains(&Code::SourceEnded));
    assert!(codes(Bron::Spuk, 2027).contains(&Code::SourceEnds));
    assert!(!codes(Bron::Spuk, 2026).contains(&Code::SourceEnds));
}

#[test]
fn the_shortage_is_named_in_words_with_what_was_agreed() {
    let mut project = veldrijk();
    let text = folded(&compose("begroting", &project));
    assert!(text.contains("In 2029 is er een tekort van € 2.738,00."), "{text}");
    assert!(text.contains("In 2027 is er een overschot van € 512,00."));
    assert!(text.contains("een tweede fonds"));
    project.begroting.tekorten = vec![Tekort { jaar: Some(2029), maatregel: None }];
    let findings = check(&project);
    assert!(findings.len() == 1 && findings[0].code == Code::Shortage, "{findings:?}");
    assert_eq!(findings[0].message, "in 2029 is er een tekort van € 2.738,00");
    assert!(folded(&compose("begroting", &project)).contains("nog niet afgesproken hoe zij dit tekort oplossen"));
}

#[test]
fn the_convenant_and_the_budget_hold_a_contribution_once() {
    let mut project = veldrijk();
    let before = project.rekening().dekking_in(2027).unwrap();
    project.convenant.partijen[0].bijdrage_per_jaar = Some("90.000,00".parse().unwrap());
    assert_eq!(project.rekening().dekking_in(2027).unwrap().cents() - before.cents(), 500_000);
    project.begroting.dekking[0].bedrag = Some("85.000,00".parse().unwrap());
    let differs = |project: &Project| check(project).iter().any(|finding| finding.code == Code::CovenantDiffers);
    assert!(differs(&project));
    project.begroting.dekking[0].bedrag = Some("90.000,00".parse().unwrap());
    assert!(!differs(&project));
    project.begroting.dekking[1].jaren.push(2027);
    project.begroting.dekking[0].bedrag = None;
    assert!(differs(&project), "the same promise counts twice in 2027");
}

#[test]
fn a_contribution_in_kind_changes_no_shortage() {
    let mut project = veldrijk();
    let before = project.rekening().saldo_in(2029);
    let in_kind = project.begroting.dekking.iter_mut().find(|post| post.bron == Some(Bron::Natura)).unwrap();
    in_kind.bedrag = Some("999.999,99".parse().unwrap());
    assert_eq!(project.rekening().saldo_in(2029), before);
}

#[test]
fn every_format_has_the_sums_of_the_big_deficit() {
    let project = big_deficit();
    let rekening = project.rekening();
    let document = compose("begroting", &project);
    let texts =
        Format::ALL.into_iter().filter(|format| cfg!(feature = "pdf") || *format != Format::Pdf).map(|format| {
            let bytes = render(&document, format).unwrap().bytes;
            if let Ok(folder) = std::env::var("WEP_LOOK") {
                std::fs::create_dir_all(&folder).unwrap();
                let name = format!("tekort-begroting.{}", format.extension());
                std::fs::write(std::path::Path::new(&folder).join(name), &bytes).unwrap();
            }
            super::formats::text_of(format, &bytes)
        });
    for text in texts.collect::<Vec<_>>() {
        let text: String = text.chars().filter(|letter| !letter.is_whitespace()).collect();
        for jaar in &rekening.jaren {
            for sum in [rekening.kosten_in(*jaar), rekening.dekking_in(*jaar), rekening.saldo_in(*jaar)] {
                let sum = euro(sum.unwrap().cents().abs()).replace(' ', "");
                assert!(text.contains(&sum), "{jaar}: {sum}");
            }
        }
    }
    assert_eq!(check(&project).iter().filter(|finding| finding.code == Code::Shortage).count(), 4);
}

#[test]
fn the_chart_has_every_bar_and_no_text_outside() {
    for project in [veldrijk(), big_deficit(), Project::default()] {
        let view = wep::document::budget_chart(&project);
        let Illustration { drawing, alternative, .. } = &view;
        for shape in &drawing.shapes {
            if let Shape::Text { at, anchor, size, bold, text, .. } = shape {
                let wide = text_width(text, *size, *bold);
                let left = if *anchor == wep::drawing::Anchor::End { at.x - wide } else { at.x };
                assert!(left >= 0.0 && left + wide <= drawing.width, "{text} runs outside");
                assert!(at.y <= drawing.height);
            }
        }
        for jaar in &project.begroting.jaren {
            assert!(alternative.contains(&jaar.to_string()));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_lines_of_any_budget_add_up_to_its_totals(begroting in any_budget()) {
        let project = Project { begroting, ..Project::default() };
        let rekening = project.rekening();
        let expected: Vec<(i64, i64)> = rekening
            .jaren
            .iter()
            .map(|jaar| (rekening.kosten_in(*jaar).unwrap().cents(), rekening.dekking_in(*jaar).unwrap().cents()))
            .collect();
        prop_assert_eq!(added_up(&project), expected);
        for jaar in &rekening.jaren {
            let by_status = DekkingStatus::ALL.into_iter().map(Some).chain([None]);
            let sum: i64 = by_status.map(|status| rekening.dekking_met(*jaar, status).unwrap().cents()).sum();
            prop_assert_eq!(sum, rekening.dekking_in(*jaar).unwrap().cents());
        }
    }
}
