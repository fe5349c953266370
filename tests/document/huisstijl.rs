//! The house style: in every document of every format, readable whatever colour is chosen, and nothing without it.

use std::fs;
use std::path::Path;

use wep::check::{Code, Finding, Level, check};
use wep::colour::{AA, Rgb, WHITE};
use wep::document::{Attachment, KINDS, Kind};
use wep::export::{Form, export};
use wep::load::load;
use wep::model::{Huisstijl, Kleur, Lettertype, LogoSoort, Project};
use wep::render::{Format, render, render_workbook};
use wep::tree::{Face, Theme};

use super::{compose, veldrijk};
use crate::render::docx::reader;

fn plain() -> Project {
    let mut project = veldrijk();
    project.wep.huisstijl = Huisstijl::default();
    project.logo = None;
    project
}

fn coloured(kleur: &str) -> Project {
    let mut project = plain();
    project.wep.huisstijl.kleur = Some(kleur.parse().unwrap());
    project
}

#[test]
fn without_a_house_style_a_document_has_no_theme() {
    for kind in KINDS {
        let document = compose(kind.slug, &plain());
        assert_eq!(document.meta.theme, Theme::default(), "{}", kind.slug);
    }
}

#[test]
fn every_kind_carries_the_house_style() {
    let project = veldrijk();
    for kind in KINDS {
        let theme = compose(kind.slug, &project).meta.theme;
        assert_eq!(theme.accent, "#1d5c4f".parse::<Rgb>().ok(), "{}", kind.slug);
        assert_eq!(theme.logo.unwrap().alternative, "Logo van Stichting Welzijn Veldrijk");
    }
}

#[test]
fn a_colour_that_is_too_light_is_darkened_and_said() {
    for kleur in ["#ffff00", "#f39200", "#00a3e0", "#ffffff", "#777777"] {
        let project = coloured(kleur);
        let findings = check(&project);
        let found: Vec<&Finding> = findings.iter().filter(|one| one.code == Code::PoorContrast).collect();
        assert_eq!(found.len(), 1, "{kleur}");
        assert_eq!(found[0].level(), Level::Warning);
        let accent = compose("convenant", &project).meta.theme.accent.unwrap();
        assert!(found[0].help.contains(&Kleur(accent).to_string()), "{:?}", found[0]);
        assert!(accent.contrast(WHITE) >= AA && accent.worst_contrast() >= AA, "{accent}");
    }
    assert!(check(&coloured("#1d5c4f")).is_empty());
}

#[test]
fn html_and_word_have_the_colour_the_face_and_the_logo() {
    let mut project = veldrijk();
    project.wep.huisstijl.lettertype = Some(Lettertype::LiberationSans);
    let document = compose("begrippen", &project);
    assert_eq!(document.meta.theme.face, Face::LiberationSans);
    let html = render(&document, Format::Html).unwrap().bytes;
    let html = String::from_utf8(html).unwrap();
    for piece in [
        "--accent: #1D5C4F;",
        "--fonts: Arial",
        "data:image/svg+xml;base64,",
        "alt=\"Logo van Stichting Welzijn Veldrijk\"",
    ] {
        assert!(html.contains(piece), "{piece}");
    }
    let parts = reader::parts(&render(&document, Format::Docx).unwrap().bytes);
    let styles = format!("{:?}", parts["word/styles.xml"]);
    assert!(styles.contains("1D5C4F") && styles.contains("Arial") && !styles.contains("1F4E6B"));
    let body = format!("{:?}", parts["word/document.xml"]);
    assert!(body.contains("Logo van Stichting Welzijn Veldrijk"));
}

#[test]
fn both_workbooks_have_the_colour() {
    let styles = |project: &Project| {
        let [extra] = Kind::find("begroting").unwrap().extras else { panic!("one extra file") };
        let Attachment::Workbook(workbook) = (extra.compose)(project);
        let list = export(project, Form::Xlsx).unwrap().files.remove(0).bytes;
        [render_workbook(&workbook).unwrap().bytes, list]
            .map(|book| format!("{:?}", reader::parts(&book)["xl/styles.xml"]))
    };
    for (project, own, other) in [(veldrijk(), "FF1D5C4F", "FF1F4E6B"), (plain(), "FF1F4E6B", "FF1D5C4F")] {
        for styles in styles(&project) {
            assert!(styles.contains(own) && !styles.contains(other), "{styles}");
        }
    }
}

#[cfg(feature = "pdf")]
#[test]
fn a_pdf_has_the_face_and_the_logo_and_reads_its_words() {
    use crate::render::pdf_text;
    let mut project = veldrijk();
    project.wep.huisstijl.lettertype = Some(Lettertype::LiberationSans);
    let bytes = render(&compose("begrippen", &project), Format::Pdf).unwrap().bytes;
    let raw = String::from_utf8_lossy(&bytes);
    assert!(raw.contains("LiberationSans") && !raw.contains("+Carlito"), "the face is another");
    assert_eq!(pdf_text::read(&bytes).title, "Begrippenlijst");
    let with_logo = render(&compose("begrippen", &veldrijk()), Format::Pdf).unwrap().bytes;
    let without = render(&compose("begrippen", &plain()), Format::Pdf).unwrap().bytes;
    assert_ne!(with_logo, without);
}

/// A folder with a logo of this name and content, and what is found about it.
fn with_logo(name: &str, content: &[u8]) -> (Option<LogoSoort>, Vec<Finding>) {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("logo.bestand"), content).unwrap();
    with_named_logo(folder.path(), name)
}

fn with_named_logo(folder: &Path, name: &str) -> (Option<LogoSoort>, Vec<Finding>) {
    fs::write(folder.join("wep.yaml"), format!("huisstijl:\n  logo: \"{name}\"\n")).unwrap();
    let loaded = load(folder).unwrap();
    let about = |finding: &Finding| matches!(finding.code, Code::LogoOutside | Code::LogoUnusable);
    (loaded.project.logo.map(|logo| logo.soort), loaded.findings.into_iter().filter(about).collect())
}

fn svg(inner: &str) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 9 9\">{inner}</svg>"
    )
}

#[test]
fn a_logo_of_shapes_is_taken() {
    let good = svg("<defs><linearGradient id='a'><stop stop-color='#123456'/></linearGradient></defs>\
                    <style>.b{fill:url(#a)}</style><path class='b' d='M0 0h9v9z'/><use href='#c'/><g id='c'/>");
    let (logo, found) = with_logo("logo.bestand", good.as_bytes());
    assert_eq!((logo, found), (Some(LogoSoort::Svg), Vec::new()));
}

#[test]
fn a_logo_cannot_run_or_reach_outside() {
    for inner in [
        "<script>alert(1)</script>",
        "<path d='M0 0h9v9z' onload='alert(1)'/>",
        "<foreignObject><b/></foreignObject>",
        "<image href='http://x.example/a.png'/>",
        "<image href='data:image/png;base64,AAAA'/>",
        "<use xlink:href='http://x.example/a.svg#b'/>",
        "<use href='file:///etc/passwd#b'/>",
        "<style>@import 'http://x.example/a.css';</style><path d='M0 0h9v9z'/>",
        "<path d='M0 0h9v9z' fill='url(http://x.example/a.svg#b)'/>",
        "<path d='M0 0h9v9z' style='fill: url( \"http://x.example/#b\")'/>",
        "<text>Welzijn</text>",
        "<a href='javascript:alert(1)'><path d='M0 0h9v9z'/></a>",
        "<path d='M0 0h9v9z'><animate attributeName='d'/></path>",
        "",
        "<path",
    ] {
        let (logo, found) = with_logo("logo.bestand", svg(inner).as_bytes());
        assert_eq!(logo, None, "{inner}");
        assert_eq!(found.len(), 1, "{inner}: {found:?}");
        assert_eq!(found[0].code, Code::LogoUnusable, "{inner}");
        assert!(!found[0].help.is_empty());
    }
    let entity =
        "<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><svg xmlns='http://www.w3.org/2000/svg'>&a;</svg>";
    assert_eq!(with_logo("logo.bestand", entity.as_bytes()).0, None);
}

#[test]
fn what_is_kept_of_a_logo_is_shapes_alone() {
    let folder = tempfile::tempdir().unwrap();
    let text = svg("<!-- geheim --><metadata>geheim</metadata><path d='M0 0h9v9z' id='x' data-x='geheim'/>");
    fs::write(folder.path().join("logo.svg"), text).unwrap();
    fs::write(folder.path().join("wep.yaml"), "huisstijl: {logo: logo.svg}\n").unwrap();
    let logo = load(folder.path()).unwrap().project.logo.unwrap();
    let kept = String::from_utf8(logo.bytes).unwrap();
    assert!(kept.contains("<path") && !kept.contains("geheim"), "{kept}");
}

#[test]
fn a_broken_or_huge_picture_is_a_finding() {
    // A picture of 60,000 by 60,000 points in a few bytes.
    let mut bomb = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
    bomb.extend([0, 0, 0xEA, 0x60, 0, 0, 0xEA, 0x60, 8, 6, 0, 0, 0]);
    let copies = |level: usize| format!("<g id='a{}'>{}</g>", level + 1, format!("<use href='#a{level}'/>").repeat(10));
    let many_uses = svg(&format!("<path id='a0' d='M0 0h9v9z'/>{}", (0..8).map(copies).collect::<String>()));
    let deep = svg(&"<g>".repeat(3000));
    for content in [
        &b""[..],
        b"GIF89a",
        b"\xff\xd8\xff",
        b"\x89PNG\r\n\x1a\n",
        &bomb,
        many_uses.as_bytes(),
        deep.as_bytes(),
        &[0; 2_000_001],
    ] {
        let (logo, found) = with_logo("logo.bestand", content);
        assert_eq!(logo, None);
        assert_eq!(found.iter().map(|one| one.code).collect::<Vec<_>>(), [Code::LogoUnusable]);
    }
}

#[test]
fn a_logo_lies_inside_the_folder() {
    for name in ["../logo.svg", "/etc/passwd", "C:\\\\logo.svg", "a/../../b.svg", "file:x"] {
        let (logo, found) = with_logo(name, b"");
        assert_eq!(logo, None, "{name}");
        assert_eq!(found.iter().map(|one| one.code).collect::<Vec<_>>(), [Code::LogoOutside], "{name}");
        assert_eq!(found[0].level(), Level::Error);
    }
    let (logo, found) = with_logo("er-is-niets.svg", b"");
    assert_eq!((logo, found[0].code), (None, Code::LogoUnusable));
    let (logo, found) = with_logo(".", b"");
    assert_eq!((logo, found[0].code), (None, Code::LogoUnusable));
}

#[cfg(unix)]
#[test]
fn a_link_does_not_lead_outside_the_folder() {
    let (home, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let target = elsewhere.path().join("logo.svg");
    fs::write(&target, svg("<path d='M0 0h9v9z'/>")).unwrap();
    std::os::unix::fs::symlink(&target, home.path().join("logo.svg")).unwrap();
    let (logo, found) = with_named_logo(home.path(), "logo.svg");
    assert_eq!((logo, found[0].code), (None, Code::LogoOutside));
}

#[test]
fn a_colour_without_quotation_marks_is_not_lost_without_a_word() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("wep.yaml"), "huisstijl:\n  kleur: #1d5c4f\n  # kleur: #1d5c4f\n").unwrap();
    let findings = load(folder.path()).unwrap().findings;
    let found: Vec<&Finding> = findings.iter().filter(|one| one.code == Code::YamlTrap).collect();
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].help, "zet er aanhalingstekens om: \"#1d5c4f\"");
}
