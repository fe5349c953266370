//! The poster for the herstelwerkgroep, and for any other activity (bijlage 9).

use serde::Serialize;
use serde_json::Value;

use super::{Afzender, Moment, Plek, Vraagbaak, or_else, sheet};
use crate::document::wording::filled;
use crate::handbook;
use crate::model::{Poster, PosterSoort, Project, Voorlichting};
use crate::tree::Meta;

#[derive(Serialize)]
struct View {
    afzender: Afzender,
    /// The herstelwerkgroep of the handbook, with its questions and its course.
    herstel: bool,
    titel: Option<String>,
    inleiding: Option<String>,
    punten: Vec<String>,
    begeleiding: Option<String>,
    wanneer: Moment,
    waar: Plek,
    kosten: Option<String>,
    aanmelden: Vraagbaak,
}

/// Each poster on its own: the end of its file name, and the project with that poster alone.
pub fn poster_projects(project: &Project) -> Vec<(String, Project)> {
    let posters = project.posters();
    let alone = |(index, poster): (usize, Poster)| {
        let id = filled(&poster.id).unwrap_or_else(|| (index + 1).to_string());
        let voorlichting = Voorlichting { posters: vec![poster], ..project.voorlichting.clone() };
        (id, Project { voorlichting, ..project.clone() })
    };
    posters.into_iter().enumerate().map(alone).collect()
}

pub fn meta(project: &Project) -> Meta {
    let poster = first(project);
    let (title, line) = match poster.soort {
        PosterSoort::Herstelwerkgroep => ("Herstelwerkgroep", "Verder met uw leven, samen met anderen"),
        PosterSoort::Eigen => ("", ""),
    };
    let or = |own: Option<String>, usual: &str| own.unwrap_or_else(|| usual.to_owned());
    sheet(project, Some(or(filled(&poster.titel), title)), Some(or(filled(&poster.leus), line)))
}

pub fn view(project: &Project) -> Value {
    let poster = first(project);
    let herstel = poster.soort == PosterSoort::Herstelwerkgroep;
    let view = View {
        afzender: Afzender::of(project),
        herstel,
        titel: filled(&poster.titel),
        inleiding: filled(&poster.inleiding),
        punten: or_else(&poster.punten, if herstel { &handbook::HERSTELVRAGEN } else { &[] }),
        begeleiding: filled(&poster.begeleiding),
        wanneer: Moment::of(&poster.wanneer),
        waar: Plek::of(project, &poster.waar),
        kosten: filled(&poster.kosten),
        aanmelden: Vraagbaak::to_register(project, &poster.aanmelden),
    };
    serde_json::to_value(view).unwrap_or_default()
}

fn first(project: &Project) -> Poster {
    project.posters().into_iter().next().unwrap_or_default()
}
