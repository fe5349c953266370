//! Pages: to search the sociale kaart, to show where the walk is, and to open a dossier.

use wep::check::Level;
use wep::export::index::{self, Contents, Listed, Remark, State};
use wep::export::{Form, status};
use wep::model::Project;
use wep::progress;

use super::documents::page;
use super::{Seen, fill, project};
use crate::document::veldrijk;
use crate::export::text;

#[test]
fn on_the_page_to_search_it_is_text() {
    fill("zoekpagina", |texts| page(&text(&project::with(texts), Form::Html, "sociale-kaart-zoeken.html")));
}

#[test]
fn on_the_page_of_the_walk_it_is_text() {
    fill("statuspagina", |texts| {
        each(texts, |project, _| status::page(project, &progress::stand(project, &[]), None).unwrap())
    });
}

#[test]
fn on_the_page_of_a_dossier_it_is_text() {
    fill("overzicht", |texts| {
        each(texts, |project, text| {
            let stand = progress::stand(project, &[]);
            let files = [Listed { name: format!("{text}.pdf"), state: State::Current }];
            let said = || text.to_owned();
            let remark = Remark { level: Level::Error, file: "wep.yaml", place: None, message: said(), help: said() };
            index::page(project, &Contents { stand: &stand, advies: None, files: &files, remarks: &[remark] }).unwrap()
        })
    });
}

/// A page that has room for one name: one page for each text.
fn each(texts: &[String], make: impl Fn(&Project, &str) -> Vec<u8>) -> Seen {
    let mut all = Seen { shape: Vec::new(), words: String::new() };
    let mut project = veldrijk();
    for text in texts {
        (project.wep.gemeente, project.wep.naam) = (Some(text.clone()), Some(text.clone()));
        let Seen { shape, words } = page(&String::from_utf8(make(&project, text)).unwrap());
        all.shape.extend(shape);
        all.words.push_str(&words);
    }
    all
}
