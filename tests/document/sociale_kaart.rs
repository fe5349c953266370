//! S2, S3, T1, T2: the sociale kaart shows who there is, what there is, and where nothing is yet.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use proptest::prelude::*;
use wep::check::{Code, check};
use wep::model::{
    Aanbod, Behoefte, Leefgebied, MssElement, Organisatie, Project, Relatie, RelatieSoort, Rol, Sector, Wijk,
};
use wep::tree::{Block, Document, plain_text};

use super::{compose, folded, veldrijk};

fn kaart(project: &Project) -> Document {
    compose("sociale-kaart", project)
}

/// The text of the paragraphs and items below a heading, up to the next one.
fn below(document: &Document, heading: &str) -> Vec<String> {
    let mut inside = false;
    let mut found = Vec::new();
    for block in &document.body {
        if let Block::Heading(here) = block {
            inside = plain_text(&here.content) == heading;
        }
        if inside {
            block.visit(&mut |block| {
                if let Block::Paragraph { content } = block {
                    found.push(plain_text(content));
                }
            });
        }
    }
    found
}

#[test]
fn s2_s3_every_organisation_is_there_with_what_it_offers_and_how_to_reach_it() {
    let project = veldrijk();
    let text = folded(&kaart(&project));
    for one in &project.organisaties.organisaties {
        for part in [&one.naam, &one.telefoon, &one.email, &one.website, &one.beschrijving] {
            assert!(text.contains(part.as_deref().unwrap()), "{part:?}");
        }
        assert!(one.aanbod.iter().all(|offer| text.contains(offer.naam.as_deref().unwrap())));
    }
    assert!(text.contains("De kaart geldt voor 15 januari 2027"));
    assert!(!text.contains("voor het laatst op"), "everything was checked within the year");
    let mut stale = project.clone();
    stale.organisaties.organisaties[7].nagekeken_op = "2025-11-20".parse().ok();
    assert!(folded(&kaart(&stale)).contains("Thuis in Veldrijk, voor het laatst op 20 november 2025"));
}

#[test]
fn t1_the_white_spots_of_the_example_are_named() {
    let spots = below(&kaart(&veldrijk()), "Leefgebieden per wijk");
    for spot in [
        "Werken: nog geen aanbod in Molenkwartier en De Hoven",
        "Leren: nog geen aanbod in Molenkwartier en De Hoven",
        "Gezondheid: nog geen aanbod in De Hoven",
        "Zingeving: nog geen aanbod in Molenkwartier",
    ] {
        assert!(spots.iter().any(|line| line == spot), "{spot} in {spots:#?}");
    }
}

#[test]
fn t2_an_element_that_nobody_has_is_named() {
    let mut project = veldrijk();
    assert!(folded(&kaart(&project)).contains("Elk deel van het steunsysteem is er"));
    for offer in project.organisaties.organisaties.iter_mut().flat_map(|one| &mut one.aanbod) {
        offer.steunsysteem.retain(|element| *element != MssElement::Zorg);
    }
    assert!(folded(&kaart(&project)).contains("Nog niemand biedt: zorg in brede zin."));
}

#[test]
fn a_partner_of_no_party_needs_someone_who_may_sign() {
    let one = Organisatie { id: Some("a".into()), rollen: vec![Rol::Partner], ..Default::default() };
    let mut project = Project::default();
    project.organisaties.organisaties.push(one);
    let asks = |project: &Project| {
        check(project).iter().any(|one| one.code == Code::Missing && one.message.contains("mag tekenen"))
    };
    assert!(asks(&project));
    project.organisaties.organisaties[0].vertegenwoordiger.naam = Some("B. Test".into());
    assert!(!asks(&project));
}

/// A gemeente of so many organisations; the seeds choose sectors, wijken, offers and relations.
fn gemeente(wijken: usize, seeds: &[u32]) -> Project {
    let mut project = Project::default();
    project.wep.wijken =
        (0..wijken).map(|index| Wijk { id: Some(format!("w{index}")), naam: Some(format!("Wijk {index}x")) }).collect();
    for (index, seed) in seeds.iter().enumerate() {
        let pick = |shift: u32, of: usize| (seed >> shift) as usize % of.max(1);
        let domain = Leefgebied::ALL[pick(3, 8)];
        project.organisaties.organisaties.push(Organisatie {
            id: Some(format!("o{index}")),
            naam: Some(format!("Organisatie {index}x")),
            sector: Some(Sector::ALL[pick(7, 10)]),
            telefoon: Some("0123 456789".into()),
            wijken: (0..wijken).filter(|wijk| (seed >> (wijk % 24)) & 1 == 1).map(|wijk| format!("w{wijk}")).collect(),
            aanbod: vec![Aanbod {
                naam: Some(format!("Aanbod {index}x")),
                leefgebieden: vec![domain],
                steunsysteem: vec![MssElement::ALL[pick(12, 4)]],
                ..Default::default()
            }],
            relaties: vec![Relatie {
                met: Some(format!("o{}", pick(5, seeds.len()))),
                soort: Some(RelatieSoort::WerktSamen),
                toelichting: None,
            }],
            ..Default::default()
        });
    }
    project.organisaties.behoeften = Leefgebied::ALL
        .iter()
        .take(wijken * 8)
        .map(|domain| Behoefte {
            wijk: Some("w0".into()),
            leefgebied: Some(*domain),
            omschrijving: Some("iets".into()),
        })
        .collect();
    project
}

fn offers_in(project: &Project, wijk: usize, domain: Leefgebied) -> usize {
    let id = format!("w{wijk}");
    let all = project.organisaties.organisaties.iter();
    all.filter(|one| one.wijken.contains(&id) && one.aanbod[0].leefgebieden.contains(&domain)).count()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..Default::default() })]

    #[test]
    fn white_spots_are_empty_and_no_pair_knows_each_other(seeds in prop::collection::vec(any::<u32>(), 1..14), wijken in 1usize..4) {
        let project = gemeente(wijken, &seeds);
        let document = kaart(&project);
        let names = ["Wonen", "Werken", "Leren", "Recreëren", "Gezondheid", "Zelfzorg", "Zingeving", "Sociale relaties"];
        let lines = below(&document, "Leefgebieden per wijk");
        for (domain, name) in Leefgebied::ALL.into_iter().zip(names) {
            let line = lines.iter().find(|line| line.starts_with(&format!("{name}: nog")));
            for wijk in 0..wijken {
                let empty = offers_in(&project, wijk, domain) == 0;
                let named = line.is_some_and(|line| line.contains("nergens") || line.contains(&format!("Wijk {wijk}x")));
                prop_assert_eq!(empty, named, "{} in {}: {:?}", name, wijk, line);
            }
        }
        let mut related = BTreeSet::new();
        for (index, one) in project.organisaties.organisaties.iter().enumerate() {
            let other: usize = one.relaties[0].met.as_deref().unwrap()[1..].parse().unwrap();
            related.extend([(index, other), (other, index)]);
        }
        for line in below(&document, "Hetzelfde aanbod, nog geen relatie").iter().filter(|line| line.starts_with("Organisatie")) {
            let pair: Vec<usize> = line.split("Organisatie ").skip(1).map(|part| part.split('x').next().unwrap().parse().unwrap()).collect();
            prop_assert!(!related.contains(&(pair[0], pair[1])), "{}", line);
            let (one, other) = (&project.organisaties.organisaties[pair[0]], &project.organisaties.organisaties[pair[1]]);
            prop_assert_eq!(&one.aanbod[0].leefgebieden, &other.aanbod[0].leefgebieden);
            prop_assert!(one.wijken.iter().any(|wijk| other.wijken.contains(wijk)));
        }
    }
}

#[test]
fn time_grows_in_proportion_to_the_organisations() {
    let time = |count: u32| {
        let seeds: Vec<u32> = (0..count).map(|index| index.wrapping_mul(2_654_435_761)).collect();
        let project = gemeente(6, &seeds);
        let start = Instant::now();
        assert!(kaart(&project).body.len() > count as usize);
        start.elapsed()
    };
    let small = time(150);
    let large = time(600);
    // Four times as many, with room for a busy machine; a square would take sixteen.
    assert!(large < small * 10 + Duration::from_millis(300), "{small:?}, then {large:?}");
}
