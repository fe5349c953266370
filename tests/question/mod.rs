//! Questions about what is missing: every gap can be asked for, in the right way, with the rules of `controleer`.

use serde_json::json;
use wep::check::{Route, check};
use wep::edit::project::value_of;
use wep::model::{Project, file};
use wep::progress::{Hoe, stand};
use wep::question::{Antwoord, Naar, Soort, Vraag, is_empty, matching, nieuwe_id, past, read, velden, with};
use wep::write::project::schema_of;

use crate::document::veldrijk;

fn vraag(project: &Project, file: &'static str, route: Route) -> Vraag {
    Vraag::new(project, file, route, "iets")
}

#[test]
fn every_need_of_an_empty_gemeente_can_be_asked_for() {
    let project = Project::default();
    let mut asked = 0;
    for one in stand(&project, &check(&project)) {
        for nodig in one.nodig.iter().filter(|nodig| nodig.is_gegeven()) {
            let Hoe::Gegeven { file, route, .. } = &nodig.hoe else { continue };
            let vraag = Vraag::new(&project, file, route.clone(), nodig.wat.clone());
            let explained = !vraag.uitleg.is_empty() || matches!(vraag.soort, Soort::Keuze(_));
            assert!(!vraag.wat.is_empty() && explained, "{}", nodig.wat);
            if vraag.soort == Soort::Onderdeel {
                assert!(!velden(file, route).is_empty(), "wep does not know what to ask about {route} in {file}");
            }
            asked += 1;
        }
    }
    assert!(asked > 40, "only {asked}");
}

#[test]
fn the_fields_of_an_item_exist() {
    let lists = [
        (file::WEP, "wijken"),
        (file::ORGANISATIES, "organisaties"),
        (file::TEAM, "wep_werkers"),
        (file::TEAM, "werkgroep"),
        (file::CONVENANT, "partijen"),
        (file::LOCATIES, "locaties"),
        (file::PLAN_VAN_AANPAK, "doelen"),
        (file::PLAN_VAN_AANPAK, "planning"),
        (file::PLAN_VAN_AANPAK, "communicatie"),
        (file::PLAN_VAN_AANPAK, "risicos"),
        (file::PLAN_VAN_AANPAK, "evaluatiemomenten"),
        (file::BEGROTING, "kosten"),
        (file::BEGROTING, "dekking"),
        (file::TRAINING, "trainers"),
        (file::TRAINING, "deelnemers"),
        (file::TRAINING, "casussen"),
        (file::STARTBIJEENKOMST, "programma"),
    ];
    let project = veldrijk();
    for (file, list) in lists {
        for (field, _) in velden(file, &Route::from(list)) {
            let route = field.split('.').fold(Route::from(list).index(0), |route, name| route.field(name));
            let asked = vraag(&project, file, route);
            let known = !asked.uitleg.is_empty() || matches!(asked.soort, Soort::Keuze(_));
            assert!(known, "{file}: {list}[].{field} is no field");
        }
    }
}

/// A description that speaks of an id tells where it points; the question must offer just that.
#[test]
fn what_refers_to_something_can_be_chosen() {
    fn fields(value: &serde_json::Value, found: &mut Vec<(String, String)>) {
        let Some(object) = value.as_object() else { return };
        for (name, part) in object.get("properties").and_then(|all| all.as_object()).into_iter().flatten() {
            found.push((name.clone(), part["description"].as_str().unwrap_or_default().to_owned()));
        }
        object.values().for_each(|inner| fields(inner, found));
    }
    let mut seen = 0;
    for file in file::ALL {
        let mut found = Vec::new();
        fields(&schema_of(file).unwrap(), &mut found);
        for (name, description) in found {
            let wanted = if description.contains("naam uit team.yaml") || description.contains("namen uit team.yaml") {
                Naar::Persoon
            } else if description.contains("een id uit organisaties.yaml") && name != "wie" {
                Naar::Organisatie
            } else if description.contains("een id uit locaties.yaml") {
                Naar::Locatie
            } else if description.contains("uit wep.yaml") && description.contains("id") && name.starts_with("wijk") {
                Naar::Wijk
            } else {
                continue;
            };
            assert_eq!(Naar::of_field(file, &name), Some(wanted), "{file}: {name}");
            seen += 1;
        }
    }
    assert!(seen > 20, "only {seen}");
}

#[test]
fn kinds_follow_from_the_schema() {
    let project = veldrijk();
    let soort = |file, route: Route| vraag(&project, file, route).soort;
    assert_eq!(soort(file::CONVENANT, "opzegtermijn_maanden".into()), Soort::Getal);
    assert_eq!(soort(file::CONVENANT, "einddatum".into()), Soort::Tekst);
    assert_eq!(soort(file::PLAN_VAN_AANPAK, "aanleiding".into()), Soort::Verhaal);
    assert_eq!(soort(file::WEP, "trekker".into()), Soort::Verwijzing(Naar::Organisatie));
    assert!(matches!(soort(file::CONVENANT, Route::from("partijen").index(0)), Soort::EenVan(_)));
    assert_eq!(soort(file::BEGROTING, "jaren".into()), Soort::Lijst(Box::new(Soort::Getal)));
    let Soort::Keuze(ja_nee) = soort(file::CONVENANT, Route::from("geschillen").field("naar_de_rechter")) else {
        panic!("no choice");
    };
    assert_eq!(ja_nee.iter().map(|one| one.naam.as_str()).collect::<Vec<_>>(), ["ja", "nee"]);
    // The results of one target group only, in words (G1).
    let Soort::Keuze(results) =
        Vraag::of_field(&project, file::PLAN_VAN_AANPAK, Route::from("doelen").index(0).field("resultaat"), "").soort
    else {
        panic!("no choice")
    };
    assert!(results.len() <= 13 && results.iter().all(|one| one.naam.ends_with('.')));
}

#[test]
fn an_answer_must_pass_the_rules_of_controleer() {
    let project = veldrijk();
    let put = |file, route: Route, value| with(&project, file, &route, &value).map(|(_, odd)| odd.len());
    let kvk = Route::from("organisaties").index(0).field("kvk");
    assert!(put(file::ORGANISATIES, kvk.clone(), json!("123")).unwrap_err().0.contains("acht cijfers"));
    assert!(put(file::ORGANISATIES, kvk, json!("99000999")).is_ok());
    assert!(put(file::CONVENANT, "einddatum".into(), json!("31-2-2029")).unwrap_err().0.contains("28 dagen"));
    assert!(put(file::TEAM, Route::from("coordinator").field("organisatie"), json!("niemand")).is_err());
    assert!(put(file::STARTBIJEENKOMST, "datum".into(), json!("2027-03-28")).unwrap() > 0, "Eerste paasdag is odd");
    assert!(read(&Soort::Getal, "acht").is_err() && read(&Soort::Getal, " 8 ").unwrap() == json!(8));
    let years = Soort::Lijst(Box::new(Soort::Getal));
    assert_eq!(read(&years, "2027, 2028;").unwrap(), json!([2027, 2028]));
}

#[test]
fn hostile_text_stays_text() {
    let project = veldrijk();
    for text in ["{{x}}", "<b>", "| a |", "# kop", "=cmd()", "- a: b", "'\"", "a: b #c", "\u{202e}om"] {
        let route = Route::from("geschillen").field("bemiddelaar");
        let (after, _) = with(&project, file::CONVENANT, &route, &json!(text)).unwrap();
        let source = wep::write::project::yaml_files(&project).unwrap();
        let (_, bytes) = source.into_iter().find(|(name, _)| name == file::CONVENANT).unwrap();
        let source = String::from_utf8(bytes).unwrap();
        let edited = wep::edit::project::apply(file::CONVENANT, &source, &project, &after).unwrap();
        let (read, findings, _) = wep::load::read_str::<wep::model::Convenant>(file::CONVENANT, &edited);
        assert!(findings.iter().all(|one| one.level() != wep::check::Level::Error), "{text}: {findings:?}");
        assert_eq!(read.geschillen.bemiddelaar.as_deref(), Some(text));
    }
}

#[test]
fn a_kept_answer_fits_until_somebody_else_fills_its_place() {
    let mut project = veldrijk();
    project.convenant.opzegtermijn_maanden = None;
    let route = Route::from("opzegtermijn_maanden");
    let answer = Antwoord::new(&project, (file::CONVENANT, &route), "de opzegtermijn", json!(6), "6".into());
    let text = serde_json::to_string(&answer).unwrap();
    let answer: Antwoord = serde_json::from_str(&text).unwrap();
    assert_eq!((answer.route(), answer.file()), (route, Some(file::CONVENANT)));
    assert!(past(&project, &answer), "nothing has changed");
    project.convenant.opzegtermijn_maanden = Some(6);
    assert!(past(&project, &answer), "it has been saved already");
    project.convenant.opzegtermijn_maanden = Some(3);
    assert!(!past(&project, &answer), "somebody else answered");
    let beyond = Route::from("werkgroep").index(99).field("naam");
    let lost = Antwoord::new(&project, (file::TEAM, &beyond), "lid", json!("A"), "A".into());
    assert!(!past(&project, &lost));
}

#[test]
fn something_new_gets_an_id_of_its_own_and_is_found_by_letters() {
    let project = veldrijk();
    assert_eq!(nieuwe_id(&project, (file::ORGANISATIES, "organisaties"), "Gemeente"), "gemeente-2");
    assert_eq!(nieuwe_id(&project, (file::LOCATIES, "locaties"), "北京"), "locatie");
    let all = Naar::Organisatie.keuzes(&project);
    assert_eq!(matching(&all, "HERSTEL").len(), 1);
    assert!(is_empty(&json!({"a": null, "b": [""]})) && !is_empty(&json!(0)));
    assert!(!value_of(&project, file::WEP).is_null());
}
