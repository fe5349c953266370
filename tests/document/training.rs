//! The papers of the training carry bijlage 4, in words without stigma.

use wep::check::{Code, Finding, Level, check};
use wep::handbook::{AANDOENINGEN, BENODIGDHEDEN, OEFENINGEN, trainingsstap};
use wep::model::{Casus, DeelnemerRol, Deelnemersgroep, Project, Trainingsdeel, TrainingsdeelSoort};
use wep::tree::{Block, FieldInput};

use super::{compose, folded, gaps_of, veldrijk};

const PAPERS: [&str; 3] = ["training-draaiboek", "training-hand-out", "training-evaluatie"];

fn part(soort: TrainingsdeelSoort, duur: u32) -> Trainingsdeel {
    Trainingsdeel { soort, duur: Some(duur), ..Trainingsdeel::default() }
}

/// The six parts of bijlage 4, four hours, with the lunch after the second.
fn own_parts() -> Vec<Trainingsdeel> {
    use TrainingsdeelSoort as Soort;
    [
        (Soort::Kennismaking, 20),
        (Soort::EigenErvaring, 35),
        (Soort::Onthaal, 35),
        (Soort::OverWep, 30),
        (Soort::Lunch, 30),
        (Soort::Aandoeningen, 35),
        (Soort::Oefenen, 40),
        (Soort::Uitwisselen, 15),
    ]
    .map(|(soort, duur)| part(soort, duur))
    .to_vec()
}

fn with_parts(parts: Vec<Trainingsdeel>) -> Project {
    let mut project = veldrijk();
    project.training.onderdelen = parts;
    project
}

/// What is said about the training beside gaps.
fn said(project: &Project) -> Vec<(Code, String)> {
    let findings = check(project);
    let about = |finding: &Finding| finding.level() != Level::Gap && finding.file == "training.yaml";
    findings.into_iter().filter(about).map(|finding| (finding.code, finding.message)).collect()
}

#[test]
fn b4_the_times_follow_from_begin_and_minutes() {
    let text = folded(&compose("training-draaiboek", &veldrijk()));
    for row in [
        "09.30 uur Kennismaking trainer 20",
        "09.50 uur Zelf ergens binnenkomen trainer 25",
        "10.15 uur Een gastvrij onthaal trainer 25",
        "10.40 uur Wat is Wijk en Psychiatrie? trainer 20",
        "11.00 uur Pauze 10",
        "11.10 uur Psychische aandoeningen, en wat helpt trainer en acteur 50",
        "12.00 uur Lunch 30",
        "12.30 uur Zelf oefenen trainer en acteur 45",
        "13.15 uur Wat nemen wij mee? trainer 15",
        "13.30 uur Einde 240",
    ] {
        assert!(text.contains(row), "{row} in {text}");
    }
    assert!(text.contains("Er zijn 10 deelnemers. Bij het oefenen heeft ieder dan ongeveer 4 minuten."));
    assert!(text.contains("is een voorstel van wep"), "the minutes are ours");
}

#[test]
fn b4_needs_roles_and_the_six_groups_are_in_the_script() {
    let text = folded(&compose("training-draaiboek", &veldrijk()));
    for fact in BENODIGDHEDEN {
        assert!(text.contains(fact), "{fact}");
    }
    for role in ["Trainer Leidt", "Acteur Speelt", "Samira el Idrissi (coördinator)", "Acteur: Mees van Dijk"] {
        assert!(text.contains(role), "{role}");
    }
    for one in AANDOENINGEN {
        assert!(text.contains(&format!("{} {} {}", one.naam, one.helpt.join(" "), one.uitspelen)), "{}", one.naam);
    }
    assert_eq!(AANDOENINGEN.len(), 6);
    let acted = |name: &str| AANDOENINGEN.iter().find(|one| one.naam.contains(name)).unwrap().uitspelen;
    assert_eq!(acted("Verslaving"), "Wordt niet uitgespeeld.");
    assert_eq!(acted("Eetstoornis"), "Geen.");
}

#[test]
fn s11_the_script_names_staff_and_volunteers_and_its_sources() {
    let text = folded(&compose("training-draaiboek", &veldrijk()));
    for fact in ["vrijwilligers van de inloop (4)", "beheerders (2)", "§3.6", "bijlage 4", "partner met ervaring"] {
        assert!(text.contains(fact), "{fact}");
    }
}

#[test]
fn g4_no_paper_warns_against_people_and_the_note_of_choices_says_so() {
    for slug in PAPERS {
        let text = folded(&compose(slug, &veldrijk())).to_lowercase();
        for word in ["manipul", "onberekenbaar", "op de hoede", "raar", "rare ", "agressief", "dwingend", "patiënt"] {
            assert!(!text.contains(word), "‘{word}’ in {slug}");
        }
    }
    let note = folded(&compose("keuzes", &veldrijk()));
    assert!(note.contains("Woorden over mensen in de training") && note.contains("manipulatie"));
    assert!(note.contains("De verdeling van wep, samen 240 minuten vanaf 09.30 uur. De lunch is om 12.00 uur."));
    assert!(note.contains("Emma Sikkema (ervaringsdeskundige)"));
}

#[test]
fn b4_cases_fit_the_work_of_those_who_come_and_ones_own_go_before_ours() {
    let mut project = veldrijk();
    let text = folded(&compose("training-draaiboek", &project));
    let of = |rol: DeelnemerRol| OEFENINGEN.iter().filter(move |one| one.rol == rol);
    assert!(of(DeelnemerRol::Beheerder).chain(of(DeelnemerRol::Stagiair)).all(|one| text.contains(one.situatie)));
    assert!(text.contains("de hele nacht niet geslapen"), "the volunteers have their own");
    assert!(of(DeelnemerRol::Vrijwilliger).next().is_some_and(|one| !text.contains(one.situatie)));

    project.training.deelnemers = vec![Deelnemersgroep {
        rol: Some(DeelnemerRol::Anders),
        omschrijving: Some("wijkagenten".into()),
        aantal: None,
    }];
    let slugs = ["training-draaiboek", "training-hand-out"];
    for slug in slugs {
        let document = compose(slug, &project);
        assert_eq!(gaps_of(&document), ["een situatie om te oefenen"], "{slug}");
        assert!(folded(&document).contains("de hele nacht niet geslapen"), "what was written is never lost");
    }
    project.training.casussen.push(Casus {
        rol: Some(DeelnemerRol::Anders),
        situatie: Some("Een winkelier belt u over een klant.".into()),
        vraag: None,
    });
    for slug in slugs {
        let document = compose(slug, &project);
        assert_eq!(gaps_of(&document), [""; 0], "{slug}");
        let text = folded(&document);
        assert!(
            text.contains("Voor wijkagenten Een winkelier belt u over een klant. Wat doet u, en wat zegt u?"),
            "{text}"
        );
    }
}

#[test]
fn b4_own_parts_are_followed_and_a_fitting_whole_is_silent() {
    let project = with_parts(own_parts());
    assert_eq!(said(&project), []);
    let text = folded(&compose("training-draaiboek", &project));
    assert!(text.contains("11.30 uur Lunch 30"), "{text}");
    assert!(text.contains("De verdeling hierboven is van uzelf."));
}

#[test]
fn b4_the_sum_is_checked() {
    let mut parts = own_parts();
    parts[1].duur = Some(45);
    let found = said(&with_parts(parts));
    assert!(found.contains(&(
        Code::TrainingLength,
        "de onderdelen duren samen 250 minuten: 10 langer dan de vier uur van de handleiding".into()
    )));
    let mut parts = own_parts();
    parts[1].duur = None;
    assert_eq!(said(&with_parts(parts))[0].0, Code::DurationMissing);
    let mut late = with_parts(own_parts());
    late.training.begin = "21.00".parse().ok();
    assert!(said(&late).iter().any(|(code, _)| *code == Code::TimeDoesNotFit));
    let mut huge = own_parts();
    huge[0].duur = Some(u32::MAX);
    huge[1].duur = Some(u32::MAX);
    assert!(said(&with_parts(huge)).iter().any(|(code, _)| *code == Code::TimeDoesNotFit));
}

#[test]
fn b4_the_lunch_is_checked() {
    let without: Vec<_> = own_parts().into_iter().filter(|deel| deel.soort != TrainingsdeelSoort::Lunch).collect();
    assert!(said(&with_parts(without)).iter().any(|(_, message)| message.starts_with("er is geen lunch")));
    let mut short = own_parts();
    short[4].duur = Some(10);
    short[1].duur = Some(55);
    assert_eq!(
        said(&with_parts(short)),
        [(Code::Lunch, "de lunch duurt 10 minuten: dat is kort om te eten en even bij te komen".into())]
    );
    let mut evening = veldrijk();
    evening.training.begin = "18.00".parse().ok();
    assert_eq!(said(&evening), [(Code::Lunch, "de lunch is om 20.30 uur".into())]);
}

#[test]
fn b4_a_missing_part_and_too_large_a_group_are_said() {
    let mut parts = own_parts();
    parts[3].soort = TrainingsdeelSoort::Pauze;
    let title = trainingsstap(TrainingsdeelSoort::OverWep).unwrap().titel;
    let found = said(&with_parts(parts));
    assert_eq!(found, [(Code::TrainingPartMissing, format!("deze onderdelen van de handleiding ontbreken: {title}"))]);
    let mut crowd = veldrijk();
    crowd.training.deelnemers[0].aantal = Some(20);
    assert_eq!(said(&crowd)[0].0, Code::TrainingCrowded);
    crowd.training.deelnemers[0].aantal = Some(u32::MAX);
    crowd.training.deelnemers[1].aantal = Some(u32::MAX);
    compose("training-draaiboek", &crowd);
    check(&crowd);
}

#[test]
fn the_evaluation_is_a_form_with_own_questions() {
    let document = compose("training-evaluatie", &veldrijk());
    let mut fields = Vec::new();
    for block in &document.body {
        block.visit(&mut |block| {
            if let Block::Form { fields: found } = block {
                fields.extend(found.clone());
            }
        });
    }
    assert!(fields.iter().any(|field| field.label.contains("nodig om dit in de praktijk te brengen")));
    assert!(fields.iter().filter(|field| matches!(field.input, FieldInput::Choices(_))).count() >= 6);
}
