//! The page that opens a dossier: what is on it, in which order, and what of it a user cannot change.

use scraper::{Html, Selector};
use wep::check::Level;
use wep::export::index::{Contents, Listed, Remark, State, page};
use wep::export::{Form, status};
use wep::model::Project;
use wep::progress;

use super::attacks::attacked;
use super::{text, veldrijk};
use crate::attack::all;

fn listed(names: &[&str]) -> Vec<Listed> {
    names.iter().map(|name| Listed { name: (*name).to_owned(), state: State::Current }).collect()
}

fn html(project: &Project, files: &[Listed], remarks: &[Remark]) -> String {
    let stand = progress::stand(project, &[]);
    let advies = progress::volgende(project, &stand);
    let contents = Contents { stand: &stand, advies: advies.as_ref(), files, remarks };
    String::from_utf8(page(project, &contents).unwrap()).unwrap()
}

fn made(project: &Project, files: &[Listed], remarks: &[Remark]) -> Html {
    Html::parse_document(&html(project, files, remarks))
}

fn texts(page: &Html, selector: &str) -> Vec<String> {
    let selector = Selector::parse(selector).unwrap();
    let folded = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    page.select(&selector).map(|one| folded(one.text().collect())).collect()
}

fn remark(level: Level, file: &'static str, place: Option<(usize, usize)>, message: &str) -> Remark {
    Remark { level, file, place, message: message.to_owned(), help: "zo wel".to_owned() }
}

#[test]
fn documents_come_once_with_all_their_forms_in_the_order_of_the_walk() {
    let files = listed(&[
        "begrippen.pdf",
        "begroting.xlsx",
        "begroting.pdf",
        "convenant.pdf",
        "convenant.docx",
        "inloop-a5.pdf",
        "inloop-a4.pdf",
        "inloop.docx",
        "overleg-agenda-2027-04-13.docx",
        "overleg.ics",
        "poster-herstelwerkgroep-a3.pdf",
        "status.html",
        "organisaties-hsds.zip",
        "index.html",
    ]);
    let page = made(&veldrijk(), &files, &[]);
    assert_eq!(
        texts(&page, "#stukken ~ .groepen h3"),
        [
            "Het convenant",
            "De werkgroep en het wijknetwerk",
            "De sociale kaart",
            "Het plan en het geld",
            "Voorlichting voor bewoners",
            "Om na te slaan"
        ]
    );
    let rows = texts(&page, ".stukken > li");
    assert!(rows[0].starts_with("Convenant ") && rows[0].ends_with("PDF"), "{rows:#?}");
    assert!(rows.iter().any(|row| row.contains("(2027-04-13)")), "{rows:#?}");
    assert!(rows.iter().any(|row| row.starts_with("Poster: ") && row.ends_with("PDF A3")), "{rows:#?}");
    let forms = texts(&page, ".vorm a");
    let inloop: Vec<&str> = forms.iter().filter(|form| form.starts_with("Inloop")).map(String::as_str).collect();
    assert_eq!(inloop.len(), 3);
    assert!(inloop[0].ends_with(", Word") && inloop[1].ends_with(", PDF A4") && inloop[2].ends_with(", PDF A5"));
    assert!(
        texts(&page, "#stukken ~ p")[0].starts_with(&format!("{} bestanden", files.len() - 1)),
        "the page itself is no paper"
    );
}

#[test]
fn what_wep_did_not_make_comes_last_and_what_it_did_not_make_now_says_so() {
    let of = |name: &str, state| Listed { name: name.to_owned(), state };
    let files = [
        of("convenant-van-jan.docx", State::Foreign),
        of("convenant.md", State::Older),
        of("convenant.docx", State::Edited),
    ];
    let page = made(&veldrijk(), &files, &[]);
    assert_eq!(texts(&page, ".groep h3"), ["Het convenant", "Wat er verder in de map staat"]);
    assert_eq!(texts(&page, ".opmerking"), ["(zelf bewerkt)", "(van een eerdere keer)"]);
    assert!(texts(&page, ".stuk")[1] == "convenant-van-jan.docx");
}

#[test]
fn the_walk_the_web_and_what_is_missing_are_there() {
    let project = veldrijk();
    let remarks = [
        remark(Level::Error, "wep.yaml", Some((3, 5)), "dit kan niet"),
        remark(Level::Warning, "team.yaml", None, "dit is vreemd"),
        remark(Level::Gap, "team.yaml", Some((7, 1)), "naam"),
        remark(Level::Gap, "team.yaml", Some((9, 1)), "werkgever"),
    ];
    let page = made(&project, &listed(&["convenant.pdf"]), &remarks);
    assert_eq!(texts(&page, "ol.stappen > li").len(), progress::STAPPEN.len());
    let web = wep::document::sociale_kaart::web(&project);
    let drawing = page.select(&Selector::parse("figure svg").unwrap()).next().unwrap();
    assert_eq!(drawing.attr("aria-label"), Some(web.alternative.as_str()));
    assert_eq!(drawing.attr("style"), None, "the policy would not let it in");
    assert!(texts(&page, "#nog ~ p")[0].contains("1 fout, 1 waarschuwing en 2 gaten"));
    assert_eq!(texts(&page, ".bevindingen > li")[0], "Fout: dit kan niet wep.yaml, regel 3, kolom 5zo wel");
    assert_eq!(texts(&page, "details summary"), ["team.yaml: 2 gaten"]);
    assert_eq!(texts(&page, "details li"), ["naam regel 7, kolom 1", "werkgever regel 9, kolom 1"]);
    let empty = made(&Project::default(), &[], &[]);
    assert!(texts(&empty, "figure").is_empty() && texts(&empty, "#nog ~ p")[0].starts_with("Niets"));
}

#[test]
fn text_of_a_user_stays_text_and_nothing_is_asked_from_elsewhere() {
    let shape = |page: &Html| {
        let all = Selector::parse("body *").unwrap();
        let inside = |one: &scraper::ElementRef| {
            !one.ancestors().any(|above| above.value().as_element().is_some_and(|above| above.name() == "svg"))
        };
        page.select(&all).filter(inside).map(|one| one.value().name().to_owned()).collect::<Vec<_>>()
    };
    let hostile = |attack: &str| {
        let mut project = attacked(attack);
        (project.wep.naam, project.wep.gemeente) = (Some(attack.to_owned()), Some(attack.to_owned()));
        let files = [Listed { name: format!("{attack}.docx"), state: State::Foreign }];
        let remarks =
            [remark(Level::Error, "wep.yaml", Some((1, 1)), attack), remark(Level::Gap, "wep.yaml", None, attack)];
        html(&project, &files, &remarks)
    };
    let plain = shape(&Html::parse_document(&hostile("gewoon")));
    for attack in all().iter().map(String::as_str).chain(["//example.org/a", "../../etc"]) {
        let page = hostile(attack);
        assert!(!page.contains("<script") && !page.contains("http-equiv=\"refresh"), "{attack:?}");
        let page = Html::parse_document(&page);
        assert_eq!(shape(&page), plain, "{attack:?}");
        for link in page.select(&Selector::parse("[href], [src]").unwrap()) {
            let target = link.attr("href").or(link.attr("src")).unwrap();
            let inert =
                |text: &str| text.chars().all(|letter| letter.is_ascii_alphanumeric() || "-_.~%".contains(letter));
            assert!(target.starts_with("data:image/") || inert(target.trim_start_matches('#')), "{attack:?}: {target}");
        }
    }
}

#[test]
fn the_pages_have_the_house_style() {
    let mut project = veldrijk();
    project.wep.huisstijl.kleur = Some("#5a2d6e".parse().unwrap());
    let stand = progress::stand(&project, &[]);
    let status = String::from_utf8(status::page(&project, &stand, None).unwrap()).unwrap();
    let search = text(&project, Form::Html, "sociale-kaart-zoeken.html");
    for page in [html(&project, &[], &[]), search, status] {
        assert!(page.to_lowercase().contains("--accent: #5a2d6e"), "{page}");
        assert!(page.contains("class=\"logo\" src=\"data:image/"), "the logo of the example");
        let policy = page.split("Content-Security-Policy\" content=\"").nth(1).unwrap();
        assert!(policy.starts_with("default-src 'none'; style-src 'sha256-") && !policy.contains("unsafe"));
    }
}
