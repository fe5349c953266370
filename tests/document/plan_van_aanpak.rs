//! The plan van aanpak carries the facts of the handbook, and is of this gemeente.

use wep::check::{Level, check};
use wep::handbook::{DOELEN, FASEN, NIET_BIJ_WEP, PARTICIPATIE, PRESENTIE, VERANTWOORDELIJKHEDEN};
use wep::model::{Coordinator, Fase, Goedkeuring, JaNee, PlanActiviteit, Project};
use wep::tree::{Block, Document};

use super::{compose, folded, gaps_of, veldrijk};

fn text() -> String {
    folded(&compose("plan-van-aanpak", &veldrijk()))
}

fn figures(document: &Document) -> usize {
    let mut count = 0;
    for block in &document.body {
        block.visit(&mut |block| count += usize::from(matches!(block, Block::Figure(_))));
    }
    count
}

/// A gemeente of another kind: one wijk, two coordinators, thirty activities in four years.
pub fn dertig() -> Project {
    let mut project = veldrijk();
    project.wep.gemeente = Some("Zandwaard".to_owned());
    project.wep.naam = Some("Wijk en Psychiatrie Zandwaard".to_owned());
    project.overleg.orgaan = Some(wep::model::OverlegOrgaan::Begeleidingsgroep);
    project.overleg.maandelijks_gedurende = Some(3);
    project.team.andere_coordinatoren = vec![Coordinator {
        naam: Some("Bas van Rijn".to_owned()),
        organisatie: Some("ggz-linge".to_owned()),
        uren_per_week: Some(16),
        vanaf: Some("2027-03-01".parse().unwrap()),
        ..Coordinator::default()
    }];
    let fasen = [Fase::Scan, Fase::Bereiken, Fase::Ontwikkelen, Fase::Ondersteunen, Fase::Aanpassen];
    let namen = [
        "Gesprekken met sleutelfiguren in de wijk en een wandeling met de wijkagent",
        "Folder maken",
        "Huisbezoeken",
        "Wijkpanel oprichten en de eerste drie bijeenkomsten voorbereiden met deelnemers",
        "Training",
        "Samendoenkringen",
    ];
    let day =
        |months: usize, day: usize| format!("{}-{:02}-{day:02}", 2027 + months / 12, months % 12 + 1).parse().ok();
    project.plan_van_aanpak.einde = day(47, 31);
    project.plan_van_aanpak.planning = (0..30)
        .map(|index| {
            let phase = index / 6;
            let milestone = index % 6 == 5;
            let begin = phase * 8 + index % 6 + 1;
            PlanActiviteit {
                id: Some(format!("a{index}")),
                naam: Some(format!("{} ({})", namen[index % 6], index + 1)),
                fase: Some(fasen[phase]),
                wijk: (index % 4 == 0).then(|| "de-hoven".to_owned()),
                begin: if milestone { None } else { day(begin, 3) },
                einde: day(begin + 5, 20),
                wie: vec!["Bas van Rijn".to_owned(), "woonrijk".to_owned()],
                wacht_op: if index >= 6 { vec![format!("a{}", index - 6)] } else { Vec::new() },
                mijlpaal: Some(JaNee(milestone)),
            }
        })
        .collect();
    project
}

#[test]
fn the_example_has_no_gap_and_a_drawing() {
    let document = compose("plan-van-aanpak", &veldrijk());
    assert_eq!(gaps_of(&document), [""; 0]);
    assert_eq!(figures(&document), 1);
}

#[test]
fn s1_x1_g1_to_g4_every_group_has_its_goal_and_its_results() {
    let text = text();
    for doel in DOELEN {
        assert!(text.contains(doel.naam) && text.contains(doel.doel), "{}", doel.id);
        for resultaat in doel.resultaten {
            assert!(text.contains(resultaat), "{}: {resultaat}", doel.id);
        }
    }
    for part in ["12 bewoners 90 bewoners 1 december 2028, Joost Hiemstra", "§1.3", "geeft geen voorbeeld"] {
        let part = part.replace("geeft geen voorbeeld", "maar geeft geen voorbeeld");
        assert!(text.contains(&part), "{part}");
    }
    // A result that the convenant adds is not forgotten.
    assert!(text.contains("Zij zijn ook na een half jaar nog welkom en in beeld."));
}

#[test]
fn t6_the_four_phases_and_the_fifth_activity_have_their_time() {
    let text = text();
    for fase in FASEN {
        assert!(text.contains(fase.uitleg), "{}", fase.naam);
    }
    assert!(text.contains("Februari 2027 tot en met juni 2027") && text.contains("§2.6"));
}

#[test]
fn t2_what_does_not_belong_to_it_is_said_with_what_the_partners_add() {
    let text = text();
    for niet in NIET_BIJ_WEP {
        assert!(text.contains(niet), "{niet}");
    }
    assert!(text.contains("vervoer van deelnemers") && text.contains("§2.2"));
}

#[test]
fn t3_t4_t5_w1_w2_w6_w7_the_approach_is_that_of_the_handbook() {
    let text = text();
    let parts = ["Kwartiermaken", "Presentie", "Empowerment", "Push en pull", "huisbezoek", "telefoonnummer"];
    let more = ["Wij bekijken eerst alle activiteiten", "niemand is iets verplicht", "in de media, met folders"];
    for part in parts.into_iter().chain(more).chain(PRESENTIE).chain(PARTICIPATIE.map(|niveau| niveau.naam)) {
        assert!(text.contains(part), "{part}");
    }
}

#[test]
fn w3_w4_w5_activities_each_week_for_once_and_outside() {
    assert!(text().contains("activiteiten voor elke week, activiteiten voor één keer, en activiteiten buiten"));
}

#[test]
fn s5_s6_s7_s8_the_organisation_is_drawn_from_its_files() {
    let text = text();
    for verantwoordelijkheid in VERANTWOORDELIJKHEDEN {
        assert!(text.contains(verantwoordelijkheid.0), "{}", verantwoordelijkheid.0);
    }
    for part in [
        "De werkgroep stuurt het initiatief aan",
        "eerst zes maanden lang elke maand bijeen, daarna eens per twee maanden",
        "Coördinator Samira el Idrissi Welzijn Veldrijk 24 alle wijken",
        "WeP-werker Joost Hiemstra Welzijn Veldrijk 20 Molenkwartier en De Hoven",
        "GGZ Lingewaarde Rachid Amrani",
        "de eerste donderdag van het kwartaal",
    ] {
        assert!(text.contains(part), "{part}");
    }
}

#[test]
fn s11_s13_the_places_are_named() {
    assert!(text().contains("Wijkcentrum De Korenmolen, Buurthuis De Boomgaard en Het Perron"));
}

#[test]
fn the_table_says_what_the_drawing_shows() {
    let text = text();
    assert!(text.contains("2 Mijlpaal: Startbijeenkomst – 11 maart 2027"));
    assert!(text.contains("4 Instellingen bezoeken en informeren 17 mei 2027 30 september 2027"));
    assert!(text.contains("Avondinloop opzetten (Molenkwartier)"));
    let places = ["Fase 1: Verkennen", "Fase 2: Bereiken", "Fase 4: Ondersteunen", "Bestaande activiteiten aanpassen"];
    let places = places.map(|kop| text.find(kop).unwrap_or_else(|| panic!("{kop}")));
    assert!(places.is_sorted(), "the tables stand in the order of the phases");
}

#[test]
fn an_activity_without_a_day_is_not_drawn_and_that_is_said() {
    let mut project = veldrijk();
    project.plan_van_aanpak.planning[0].einde = None;
    let document = compose("plan-van-aanpak", &project);
    assert!(folded(&document).contains("omdat er een dag ontbreekt: 3."), "{}", folded(&document));
    assert_eq!(figures(&document), 1);
}

#[test]
fn an_activity_without_a_phase_is_not_lost() {
    let mut project = veldrijk();
    project.plan_van_aanpak.planning[0].fase = None;
    let document = compose("plan-van-aanpak", &project);
    assert_eq!(gaps_of(&document), ["fase"]);
    assert!(folded(&document).contains("Nog zonder fase"));
}

fn captions(document: &Document) -> String {
    let mut captions = String::new();
    for block in &document.body {
        block.visit(&mut |block| {
            if let Block::Figure(figure) = block {
                captions += &wep::tree::plain_text(&figure.caption);
            }
        });
    }
    captions
}

#[test]
fn the_caption_explains_only_the_signs_that_are_drawn() {
    let caption = |project: &Project| captions(&compose("plan-van-aanpak", project));
    let mut project = veldrijk();
    let all = caption(&project);
    assert!(all.contains("Een pijl wijst") && all.contains("Een ruit is een mijlpaal"), "{all}");
    let many = caption(&dertig());
    assert!(!many.contains("pijl") && many.contains("Een ruit is een mijlpaal"), "{many}");
    project.plan_van_aanpak.planning.retain(|one| !one.is_mijlpaal());
    assert!(!caption(&project).contains("ruit"));
}

#[test]
fn s12_the_budget_in_short_has_the_sums_of_the_budget() {
    let mut project = veldrijk();
    let short = |project: &Project| {
        let text = folded(&compose("plan-van-aanpak", project));
        let begin = text.rfind("Begroting in het kort")?;
        Some(text[begin..].split("Risico’s").next().unwrap_or_default().to_owned())
    };
    // The rows of the budget itself say the same, in another document.
    let whole = folded(&compose("begroting", &project));
    let text = short(&project).unwrap();
    let rekening = project.rekening();
    for jaar in &rekening.jaren {
        let sums = [rekening.kosten_in(*jaar), rekening.dekking_in(*jaar)].map(|sum| format!("€ {}", sum.unwrap()));
        let row = format!("{jaar} {} ", sums.join(" "));
        assert!(text.contains(&row) && whole.contains(&row), "{row}: {text}");
    }
    let sum = rekening.samen(|jaar| rekening.kosten_in(jaar)).unwrap();
    assert!(text.contains(&format!("Samen € {sum}")) && text.contains("§3.7"), "{text}");
    // A shortage is named, with what was agreed about it.
    assert!(text.contains("In 2029 is er een tekort van") && !text.contains("nog niet afgesproken"), "{text}");
    project.begroting.tekorten.clear();
    assert!(short(&project).unwrap().contains("nog niet afgesproken hoe zij dat oplossen"));
    assert!(!text.contains("telt niet mee"));
    project.begroting.kosten[0].tarief = None;
    assert!(short(&project).unwrap().contains("telt niet mee"));
    project.begroting = wep::model::Begroting::default();
    assert_eq!(short(&project), None, "a plan without a budget has no such chapter");
}

#[test]
fn the_whole_plan_of_the_example_reads_like_this() {
    let document = compose("plan-van-aanpak", &veldrijk());
    let rendered = wep::render::render(&document, wep::render::Format::Markdown).unwrap();
    insta::assert_snapshot!("plan-van-aanpak", String::from_utf8(rendered.bytes).unwrap());
}

#[test]
fn the_heaviest_risk_comes_first() {
    let text = text();
    let place = |part: &str| text.find(part).unwrap_or_else(|| panic!("{part}"));
    assert!(place("de drempel te hoog") < place("vertellen hun cliënten niet"));
    assert!(place("valt langere tijd uit") < place("voelen zich onzeker"));
}

#[test]
fn it_is_a_draft_until_every_directie_has_approved() {
    let mut project = veldrijk();
    for party in project.convenant.partijen.clone() {
        assert!(compose("plan-van-aanpak", &project).meta.draft);
        let datum = Some("2027-05-20".parse().unwrap());
        project.voortgang.goedkeuringen.push(Goedkeuring { organisatie: party.organisatie, naam: None, datum });
    }
    let document = compose("plan-van-aanpak", &project);
    assert!(!document.meta.draft && check(&project).iter().all(|finding| finding.level() > Level::Gap));
    assert_eq!(folded(&document).matches("Datum 20 mei 2027").count(), 10);
    assert!(compose("convenant", &project).meta.draft, "the convenant stays a draft");
}

#[test]
fn thirty_activities_and_two_coordinators_are_a_good_plan() {
    let project = dertig();
    let findings: Vec<_> = check(&project).into_iter().filter(|finding| finding.level() != Level::Warning).collect();
    assert_eq!(findings, []);
    let document = compose("plan-van-aanpak", &project);
    assert_eq!(gaps_of(&document), [""; 0]);
    let text = folded(&document);
    assert!(text.contains("Coördinator Bas van Rijn GGZ Lingewaarde 16 alle wijken"));
    assert!(text.contains("eerst drie maanden lang elke maand"));
    let convenant = folded(&compose("convenant", &project));
    assert!(convenant.contains("Er is meer dan één coördinator: Samira el Idrissi"), "{convenant}");
    assert!(convenant.contains("Bas van Rijn, vanaf 1 maart 2027, in dienst van GGZ Lingewaarde, voor 16 uur"));
    let profile = folded(&compose("profiel-coordinator", &project));
    assert!(profile.contains("Welzijn Veldrijk en GGZ Lingewaarde") && profile.contains("24 en 16 uur per week"));
}
