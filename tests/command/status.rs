//! `wep status`: the walk at a glance, as text, JSON and a page.

use serde_json::Value;
use unicode_width::UnicodeWidthStr;
use wep::check::check;
use wep::model::{Organisatie, Partij, Project, Wijk};
use wep::progress::{STAPPEN, Staat, stand, volgende};
use wep::report::status::{Overzicht, plain_text};

use super::{names, text, wep};
use crate::document::veldrijk;

fn shown(project: &Project, width: usize, all: bool) -> String {
    let stand = stand(project, &check(project));
    let overzicht = Overzicht {
        title: project.wep.gemeente.clone().unwrap_or_default(),
        advies: volgende(project, &stand),
        stand: &stand,
        fouten: 0,
        gemaakt: &|_| vec!["convenant.docx".to_owned()],
        behind: String::new(),
    };
    plain_text(&overzicht, width, false, all)
}

#[test]
fn the_example_at_a_glance() {
    let project = veldrijk();
    let told = [60, 80].map(|width| format!("======== {width}\n{}", shown(&project, width, false)));
    insta::assert_snapshot!(told.join("\n"));
}

#[test]
fn no_line_is_wider_than_the_screen_whatever_the_names() {
    let mut project = veldrijk();
    for (number, naam) in
        ["x".repeat(30), "שלום ".repeat(20), "\u{1b}[2J kop #".into(), "Zorg ".repeat(40)].into_iter().enumerate()
    {
        let id = format!("a{number}");
        project.organisaties.organisaties.push(Organisatie {
            id: Some(id.clone()),
            naam: Some(naam.clone()),
            ..Organisatie::default()
        });
        project.convenant.partijen.push(Partij { organisatie: Some(id.clone()), ..Partij::default() });
        project.wep.wijken.push(Wijk { id: Some(id), naam: Some(naam) });
    }
    for width in [40, 60, 80, 200] {
        let text = shown(&project, width, true);
        assert!(!text.contains('\u{1b}'));
        for line in text.lines().filter(|line| !line.trim_start().starts_with("wep ")) {
            assert!(line.width() <= width.min(100), "{width}: {line}");
        }
    }
}

#[test]
fn a_few_of_what_is_missing_or_with_v_everything() {
    let base = tempfile::tempdir().unwrap();
    wep(base.path(), &["init", "a", "--gemeente", "A", "--wijk", "B", "--trekker", "C=welzijn", "-q"]);
    let folder = base.path().join("a");
    let few = text(&wep(&folder, &["status"]).stdout);
    let all = text(&wep(&folder, &["status", "-v"]).stdout);
    assert!(few.contains("… en nog 1") || few.lines().count() < all.lines().count());
    assert!(!all.contains("en nog") && all.contains("nog: het KvK-nummer van C"), "{all}");
    assert!(few.contains("wep gids --stap samenwerking"), "{few}");
    let elsewhere = text(&wep(base.path(), &["status", "-C", "a"]).stdout);
    assert!(elsewhere.contains("wep gids --stap samenwerking -C a"), "{elsewhere}");
}

#[test]
fn json_has_every_step_with_what_it_needs() {
    let base = tempfile::tempdir().unwrap();
    wep(base.path(), &["init", "v", "--voorbeeld", "-q"]);
    let output = wep(&base.path().join("v"), &["status", "--json"]);
    let json: Value = serde_json::from_slice(&output.stdout).unwrap();
    let project = veldrijk();
    let stand = stand(&project, &check(&project));
    let done = stand.iter().filter(|one| one.staat == Staat::Gereed).count();
    assert!(done > 0 && done < STAPPEN.len());
    assert_eq!((&json["gereed"], &json["totaal"]), (&done.into(), &STAPPEN.len().into()));
    let convenant = &json["stappen"][1];
    assert_eq!((&convenant["stap"], &convenant["staat"]), (&"convenant".into(), &"bezig".into()));
    assert_eq!(convenant["nodig"][0]["soort"], "feit");
    assert_eq!(json["stappen"][8]["wacht_op"].as_array().unwrap().len(), 0);
    assert_eq!(json["stappen"][9]["wacht_op"][0], "goedkeuring");
    assert_eq!(json["stappen"][2]["datum"], "2027-02-01");
}

#[test]
fn errors_in_the_files_are_told_first() {
    let base = tempfile::tempdir().unwrap();
    wep(base.path(), &["init", "v", "--voorbeeld", "-q"]);
    let folder = base.path().join("v");
    std::fs::write(folder.join("overleg.yaml"), "orgaan: 'werk").unwrap();
    let said = text(&wep(&folder, &["status"]).stdout);
    assert!(said.contains("is 1 fout in de bestanden") && said.contains("wep controleer"), "{said}");
}

#[test]
fn the_page_is_one_file_without_script_and_user_text_is_inert() {
    let base = tempfile::tempdir().unwrap();
    wep(
        base.path(),
        &["init", "v", "--gemeente", "<script>x</script>{{y}}", "--wijk", "\"><b>", "--trekker", "A & B=welzijn", "-q"],
    );
    let folder = base.path().join("v");
    assert!(wep(&folder, &["status", "--html", "-q"]).status.success());
    assert!(names(&folder.join("uitvoer")).contains(&"status.html".to_owned()));
    let page = std::fs::read_to_string(folder.join("uitvoer/status.html")).unwrap();
    assert!(page.contains("&lt;script&gt;") && !page.contains("<script") && page.contains("{{y}}"), "{page}");
    assert!(page.contains("A &amp; B") && !page.contains("http://") && page.contains("default-src 'none'"));
    let html = scraper::Html::parse_document(&page);
    assert_eq!(html.errors, [""; 0]);
    let select = |what: &str| html.select(&scraper::Selector::parse(what).unwrap()).count();
    assert_eq!((select("ol.stappen > li"), select("details"), select("h1")), (STAPPEN.len(), STAPPEN.len(), 1));
    let again = wep(&folder, &["status", "--html"]);
    assert!(text(&again.stderr).contains("Ongewijzigd"), "the same facts give the same bytes");
}
