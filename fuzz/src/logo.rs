//! The logo of the house style: any bytes as the file that `logo:` names.

use std::cell::RefCell;
use std::fs;

use tempfile::TempDir;
use wep::document::Kind;
use wep::load::load as read_folder;
use wep::model::{Logo, LogoSoort, Project};
use wep::render::html;

use super::inert;
use super::part::report;

thread_local! {
    /// A folder with nothing in it but a wep.yaml that names the logo.
    static FOLDER: RefCell<TempDir> = RefCell::new({
        let folder = tempfile::tempdir().expect("a temporary folder");
        fs::write(folder.path().join("wep.yaml"), "gemeente: Veldrijk\nhuisstijl:\n  logo: logo.svg\n").expect("a file");
        folder
    });
}

/// What is read of it is safe, and reading that again gives a logo of the same size.
pub fn logo(data: &[u8]) {
    let Some(logo) = read(data) else { return };
    assert!(logo.breedte.is_finite() && logo.hoogte.is_finite() && logo.breedte > 0.0 && logo.hoogte > 0.0);
    match logo.soort {
        LogoSoort::Png => assert!(logo.bytes.starts_with(b"\x89PNG\r\n\x1a\n")),
        LogoSoort::Svg => inert_svg(std::str::from_utf8(&logo.bytes).expect("UTF-8")),
    }
    let again = read(&logo.bytes).expect("what was made safe is safe");
    assert_eq!((again.breedte, again.hoogte), (logo.breedte, logo.hoogte));
    if data.first().is_some_and(|first| first % 8 == 0) || logo.bytes.len() < 600 {
        shown(logo);
    }
}

fn read(bytes: &[u8]) -> Option<Logo> {
    FOLDER.with_borrow(|folder| {
        fs::write(folder.path().join("logo.svg"), bytes).expect("a file");
        let loaded = read_folder(folder.path()).expect("a folder");
        let (about, _): (Vec<_>, Vec<_>) = loaded.findings.into_iter().partition(|finding| finding.file == "wep.yaml");
        assert_eq!(about.is_empty(), loaded.project.logo.is_some(), "either a logo or a reason: {about:?}");
        let (_, _, source) =
            wep::load::read_str::<wep::model::Wep>("wep.yaml", "gemeente: Veldrijk\nhuisstijl:\n  logo: logo.svg\n");
        report(&about, source);
        loaded.project.logo
    })
}

/// No script, no outside reference, no text.
fn inert_svg(svg: &str) {
    inert::xml(svg, |element, attributes| {
        let element = element.rsplit(':').next().unwrap_or_default().to_ascii_lowercase();
        let banned = ["script", "foreignobject", "image", "feimage", "iframe", "style", "a", "set", "animate", "text"];
        assert!(!banned.contains(&element.as_str()), "<{element}> in {svg}");
        for (name, value) in attributes {
            let value = value.to_ascii_lowercase();
            assert!(!name.to_ascii_lowercase().starts_with("on"), "{name} in {svg}");
            assert!(!name.ends_with("href") || value.starts_with('#'), "{name} in {svg}");
            assert!(!value.contains("javascript:") && !value.replace("url(#", "").contains("url("), "{value} in {svg}");
            let fetches = value.contains("http:") || value.contains("https:") || value.contains("data:");
            assert!(!fetches || name.starts_with("xmlns"), "{name}={value} in {svg}");
        }
    });
}

/// In a page it stays a picture.
fn shown(logo: Logo) {
    let project = Project { logo: Some(logo), ..Project::default() };
    let kind = Kind::find("begrippen").or(wep::document::KINDS.first()).expect("a kind");
    let document = kind.compose(&project).expect("a good template");
    inert::page(&html::render(&document));
}
