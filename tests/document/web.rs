//! The web of the sociale kaart (S2, S3): readable for any set of organisations.

use std::time::{Duration, Instant};

use proptest::prelude::*;
use wep::document::sociale_kaart::web;
use wep::drawing::{Anchor, Colour, Shape, text_width};
use wep::model::{Organisatie, Partij, Project, Relatie, Rol, Sector};
use wep::render::{docx, html};
use wep::tree::{Block, Document, Figure, Inline, Meta};

use super::veldrijk;

const SECTORS: [Sector; 10] = [
    Sector::Welzijn,
    Sector::Ggz,
    Sector::Gemeente,
    Sector::Zorg,
    Sector::Woningcorporatie,
    Sector::Vrijwilligers,
    Sector::Inloop,
    Sector::MaatschappelijkeDienstverlening,
    Sector::Ervaringsdeskundigheid,
    Sector::Overig,
];

const NAMES: [&str; 7] = [
    "Welzijn Veldrijk",
    "GGZ De Brug",
    "Wijkteam Noord",
    "Stichting Samen Verder Wonen en Leven in de Wijk",
    "Woonstede",
    "Buurthuis De Linde",
    "Het Open Huis voor iedereen",
];

fn organisation(index: usize, name: &str) -> Organisatie {
    Organisatie {
        id: Some(format!("o{index}")),
        korte_naam: Some(name.to_owned()),
        sector: Some(SECTORS[(index * 7 + index / 3) % 10]),
        rollen: if index.is_multiple_of(4) { vec![Rol::Partner] } else { Vec::new() },
        relaties: index
            .is_multiple_of(3)
            .then(|| Relatie { met: Some(format!("o{}", index / 2 + 2)), ..Relatie::default() })
            .into_iter()
            .collect(),
        ..Organisatie::default()
    }
}

fn project(organisations: Vec<Organisatie>) -> Project {
    let mut project = Project::default();
    project.organisaties.organisaties = organisations;
    project
}

fn of(count: usize) -> Project {
    project((0..count).map(|index| organisation(index, NAMES[index % 7])).collect())
}

/// Left, top, right and bottom of every text.
fn boxes(project: &Project) -> Vec<(f64, f64, f64, f64, String)> {
    let drawing = web(project).drawing;
    let shape = |shape: &Shape| match shape {
        Shape::Text { at, anchor, size, bold, text, .. } => {
            let width = text_width(text, *size, *bold);
            let left = match anchor {
                Anchor::Start => at.x,
                Anchor::Middle => at.x - width / 2.0,
                Anchor::End => at.x - width,
            };
            Some((left, at.y - 0.75 * size, left + width, at.y + 0.25 * size, text.clone()))
        }
        _ => None,
    };
    drawing.shapes.iter().filter_map(shape).collect()
}

#[test]
fn a_party_without_roles_is_a_partner_in_the_web_as_in_the_list() {
    let mut project = project(vec![organisation(1, "Buurthuis De Linde"), organisation(2, "Woonstede")]);
    assert!(project.organisaties.organisaties.iter().all(|one| one.rollen.is_empty()));
    project.convenant.partijen = vec![Partij { organisatie: Some("o2".to_owned()), ..Partij::default() }];
    let web = web(&project);
    assert!(web.alternative.contains("van wie 1 partner in het convenant"), "{}", web.alternative);
    let bold: Vec<&str> = web
        .drawing
        .shapes
        .iter()
        .filter_map(|shape| match shape {
            Shape::Text { bold: true, colour: Colour::Ink, text, .. } => Some(text.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(bold, ["Woonstede"]);
}

fn assert_readable(project: &Project) {
    let drawing = web(project).drawing;
    assert!(drawing.width <= 453.6 && drawing.height <= 612.0, "fits on a page: {}", drawing.height);
    let boxes = boxes(project);
    for (index, one) in boxes.iter().enumerate() {
        assert!(one.0 >= -0.01 && one.1 >= 0.0 && one.2 <= drawing.width + 0.01 && one.3 <= drawing.height, "{one:?}");
        for other in &boxes[index + 1..] {
            let apart = one.2 <= other.0 || other.2 <= one.0 || one.3 <= other.1 || other.3 <= one.1;
            assert!(apart, "{one:?} lies over {other:?}");
        }
    }
    for shape in &drawing.shapes {
        if let Shape::Text { size, .. } = shape {
            assert!(*size >= 7.0);
        }
    }
}

/// Set WEP_LOOK to a folder to get the pages for a look.
#[test]
fn s3_the_web_is_readable_with_few_and_with_many() {
    for count in [0, 1, 2, 5, 10, 25, 60, 80, 81, 10_000] {
        let project = of(count);
        assert_readable(&project);
        assert_eq!(web(&project), web(&project));
        let shown = web(&project);
        let caption = vec![Inline::Text { text: shown.caption }];
        let figure = Block::Figure(Figure { drawing: shown.drawing, alternative: shown.alternative, caption });
        let document =
            Document { meta: Meta { title: format!("Web van {count}"), ..Meta::default() }, body: vec![figure] };
        if let Some(folder) = std::env::var_os("WEP_LOOK") {
            std::fs::create_dir_all(&folder).unwrap();
            let file = std::path::Path::new(&folder).join(format!("web-{count:05}"));
            std::fs::write(file.with_extension("html"), html::render(&document)).unwrap();
            std::fs::write(file.with_extension("docx"), docx::render(&document)).unwrap();
            #[cfg(feature = "pdf")]
            std::fs::write(file.with_extension("pdf"), wep::render::pdf::render(&document).unwrap().bytes).unwrap();
        }
    }
    assert_readable(&veldrijk());
}

#[test]
fn the_web_of_many_grows_in_proportion() {
    let time = |count: usize| {
        let mut project = of(count);
        for (index, one) in project.organisaties.organisaties.iter_mut().enumerate() {
            let met = Some(format!("o{}", (index * 7 + 1) % count));
            one.relaties.push(Relatie { met, ..Relatie::default() });
        }
        let start = Instant::now();
        assert!(web(&project).drawing.shapes.len() > 10);
        start.elapsed()
    };
    let (small, large) = (time(2_500), time(10_000));
    // Four times as many, with room for a busy machine; a square would take sixteen.
    assert!(large < small * 10 + Duration::from_millis(200), "{small:?}, then {large:?}");
}

#[test]
fn s2_every_organisation_and_its_sector_is_named() {
    let shown: Vec<String> = boxes(&of(10)).into_iter().map(|one| one.4).collect();
    for name in ["WeP", "GGZ De Brug", "Ggz", "Gemeente", "Woningcorporatie", "Welzijn Veldrijk"] {
        assert!(shown.iter().any(|text| text == name), "{name}: {shown:?}");
    }
    assert!(shown.iter().any(|text| text.starts_with("Stichting Samen") && text.ends_with('…')), "{shown:?}");
    let sectors = web(&of(81));
    assert!(sectors.caption.contains("81 organisaties") && sectors.caption.contains("sector"));
}

#[test]
fn the_alternative_says_it_in_numbers() {
    assert_eq!(web(&of(0)).alternative, "Een web met WeP in het midden. Er staan nog geen organisaties omheen.");
    let mut two = vec![organisation(0, "A"), organisation(1, "B")];
    (two[0].sector, two[1].sector) = (Some(Sector::Ggz), None);
    two[0].relaties[0].met = Some("o1".to_owned());
    two[1].relaties = vec![Relatie { met: Some("o0".to_owned()), ..Relatie::default() }];
    assert_eq!(
        web(&project(two)).alternative,
        "Een web met WeP in het midden en 2 organisaties eromheen, van wie 1 partner in het convenant. Per sector: ggz 1, \
         sector nog niet ingevuld 1. Eén draad verbindt twee organisaties die al met elkaar te maken hebben."
    );
}

proptest! {
    #[test]
    fn no_two_labels_overlap_and_all_lie_inside(
        names in prop::collection::vec(("\\PC{0,60}", 0_usize..11, any::<bool>(), 0_usize..90), 0..110),
    ) {
        let organisations = names.iter().enumerate().map(|(index, (name, sector, partner, met))| Organisatie {
            sector: SECTORS.get(*sector).copied(),
            rollen: if *partner { vec![Rol::Partner] } else { Vec::new() },
            relaties: vec![Relatie { met: Some(format!("o{met}")), ..Relatie::default() }],
            ..organisation(index, name)
        });
        assert_readable(&project(organisations.collect()));
    }
}
