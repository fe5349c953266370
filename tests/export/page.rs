//! The page to search: all organisations in the HTML, a policy that lets nothing else in, and text that stays text.
//! `tests/browser` tries it in a real browser.

use scraper::{Html, Selector};
use sha2::{Digest, Sha256};
use wep::export::Form;
use wep::model::{Project, Vestiging};

use super::attacks::attacked;
use super::{text, veldrijk};
use crate::attack::{all, visible};
use crate::document::{compose, folded};

fn page(project: &Project) -> Html {
    let page = Html::parse_document(&text(project, Form::Html, "sociale-kaart-zoeken.html"));
    assert!(page.errors.is_empty(), "{:?}", page.errors);
    page
}

fn texts(page: &Html, selector: &str) -> Vec<String> {
    page.select(&Selector::parse(selector).unwrap())
        .map(|one| one.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" "))
        .collect()
}

fn attributes(page: &Html, selector: &str, name: &str) -> Vec<String> {
    let selector = Selector::parse(selector).unwrap();
    let found = page.select(&selector);
    found.filter_map(|one| one.attr(name).map(str::to_owned)).collect()
}

#[test]
fn everything_can_be_read_without_the_script() {
    let project = veldrijk();
    let page = page(&project);
    let names: Vec<String> = project.organisaties.organisaties.iter().filter_map(|one| one.naam.clone()).collect();
    assert_eq!(texts(&page, ".organisatie h2"), names);
    assert!(attributes(&page, ".organisatie", "hidden").is_empty());
    assert_eq!(attributes(&page, "#zoeken", "hidden").len(), 1, "the form comes with the script");
    let all = texts(&page, "main").concat();
    for one in &project.organisaties.organisaties {
        let people = one.contactpersonen.iter().filter_map(|person| person.naam.as_ref());
        for shown in one.aanbod.iter().filter_map(|offer| offer.naam.as_ref()).chain(people).chain(&one.telefoon) {
            assert!(all.contains(shown), "{shown}");
        }
    }
    assert_eq!(attributes(&page, "html", "lang"), ["nl"]);
}

#[test]
fn every_filter_value_is_that_of_an_organisation_and_every_control_has_a_label() {
    let page = page(&veldrijk());
    for name in ["sector", "wijk", "leefgebied"] {
        let values = attributes(&page, &format!("#{name} option"), "value");
        let carried = attributes(&page, ".organisatie", &format!("data-{name}")).join(" ");
        assert!(values.len() > 2 && values[0].is_empty(), "{name}");
        for value in &values[1..] {
            assert!(carried.split(' ').any(|one| one == value), "{name} {value}");
        }
    }
    let controls = [attributes(&page, "input", "id"), attributes(&page, "select", "id")].concat();
    assert_eq!(attributes(&page, "label", "for"), controls);
    assert_eq!(attributes(&page, "[role=status]", "id"), ["aantal"]);
}

#[test]
fn who_only_has_a_place_in_a_wijk_is_there_on_the_page_as_in_the_document() {
    let mut project = veldrijk();
    let one = &mut project.organisaties.organisaties[0];
    (one.wijken, one.aanbod) = (Vec::new(), Vec::new());
    one.vestigingen = vec![Vestiging { wijk: Some("de-hoven".to_owned()), ..Vestiging::default() }];
    assert_eq!(one.aanwezig_in(), ["de-hoven"]);
    assert_eq!(attributes(&page(&project), ".organisatie", "data-wijk")[0], "w1");
    let kaart = folded(&compose("sociale-kaart", &project));
    let entry = kaart.split("Contact: (0199) 10 00 00").nth(1).unwrap();
    let works_in = entry.split("Werkt in: ").nth(1).unwrap();
    assert!(works_in.starts_with("De Hoven "), "{works_in}");
}

#[test]
fn the_policy_lets_in_only_this_style_and_this_script() {
    let page = page(&veldrijk());
    let policy = attributes(&page, "meta[http-equiv=Content-Security-Policy]", "content").concat();
    assert!(policy.starts_with("default-src 'none'; ") && !policy.contains("unsafe"), "{policy}");
    for element in ["style", "script"] {
        let content = page
            .select(&Selector::parse(element).unwrap())
            .map(|one| one.text().collect::<String>())
            .collect::<Vec<_>>();
        let [content] = &content[..] else { panic!("one {element}") };
        let source = format!("{element}-src 'sha256-{}'", base64(&Sha256::digest(content.as_bytes())));
        assert!(policy.contains(&source), "{source} is not in {policy}");
    }
}

/// As data of a URL have it, by a way of its own: bit by bit.
fn base64(bytes: &[u8]) -> String {
    let letters: Vec<char> = ('A'..='Z').chain('a'..='z').chain('0'..='9').chain(['+', '/']).collect();
    let bits: Vec<usize> =
        bytes.iter().flat_map(|byte| (0..8).rev().map(move |bit| usize::from(byte >> bit & 1))).collect();
    let mut text: String =
        bits.chunks(6).map(|six| letters[(0..6).fold(0, |sum, bit| sum * 2 + six.get(bit).unwrap_or(&0))]).collect();
    while !text.len().is_multiple_of(4) {
        text.push('=');
    }
    text
}

#[test]
fn text_of_a_user_stays_text_and_never_reaches_the_script() {
    let shape = |page: &Html| {
        let selector = Selector::parse("body *:not(a)").unwrap();
        page.select(&selector).map(|one| one.value().name().to_owned()).collect::<Vec<_>>()
    };
    let plain = page(&attacked("gewoon"));
    let script = texts(&plain, "script");
    for attack in all().iter().step_by(6) {
        let page = page(&attacked(attack));
        assert_eq!(visible(&texts(&page, ".organisatie h2")[1]), visible(attack), "{attack:?}");
        assert_eq!(shape(&page), shape(&plain), "{attack:?}");
        assert_eq!(texts(&page, "script"), script, "{attack:?}");
        for url in attributes(&page, "a", "href") {
            let known = ["tel:", "mailto:", "https://", "http://"];
            assert!(known.iter().any(|scheme| url.starts_with(scheme)), "{attack:?}: {url}");
        }
    }
}

#[test]
fn a_thousand_organisations_make_a_page_that_is_not_too_heavy() {
    let mut project = veldrijk();
    let ten = project.organisaties.organisaties.clone();
    for copy in 1..100 {
        project.organisaties.organisaties.extend(ten.iter().cloned().map(|mut one| {
            one.id = one.id.map(|id| format!("{id}-{copy}"));
            one
        }));
    }
    let html = text(&project, Form::Html, "sociale-kaart-zoeken.html");
    assert!(html.len() < 3_000_000, "{} bytes", html.len());
    assert_eq!(html.matches("<article ").count(), 1000);
}
