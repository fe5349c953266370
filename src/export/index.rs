//! The page that opens a dossier: how far the walk is, every file with a link to it, the web of the sociale kaart, and what
//! is wrong or still missing. One HTML file that works without a network and without a script.

mod files;
mod remarks;

use serde::Serialize;

use self::files::{Group, groups};
use self::remarks::{About, about};
use super::ExportError;
use super::facts::{self, initiative};
use super::look::{self, Look};
use super::status::Walk;
use crate::document::sociale_kaart::web;
use crate::dutch::counted;
use crate::model::Project;
use crate::progress::{Advies, Tussenstand};
use crate::render::html;

pub use self::files::{Listed, State};
pub use self::remarks::Remark;

pub const FILE: &str = "index.html";

const TEMPLATE: &str = include_str!("../../templates/page/index.html.hbs");
const STYLE: &str = include_str!("../../templates/page/index.css");

/// What is on the page beside the gemeente itself.
pub struct Contents<'a> {
    pub stand: &'a [Tussenstand],
    pub advies: Option<&'a Advies>,
    /// What lies in the folder, in any order.
    pub files: &'a [Listed],
    /// What there is to say of the files of the gemeente, in the order in which to say it.
    pub remarks: &'a [Remark],
}

#[derive(Serialize)]
struct View {
    titel: String,
    auteur: String,
    #[serde(flatten)]
    look: Look,
    #[serde(flatten)]
    walk: Walk,
    aantal: String,
    groepen: Vec<Group>,
    web: Option<Web>,
    bevindingen: About,
}

/// The web of the sociale kaart.
#[derive(Serialize)]
struct Web {
    /// An element that holds no markup of a user.
    tekening: String,
    onderschrift: String,
}

/// The page.
///
/// # Errors
/// Never because of what a user typed.
pub fn page(project: &Project, contents: &Contents) -> Result<Vec<u8>, ExportError> {
    let titel = initiative(project);
    let groepen = groups(project, contents.files);
    let view = View {
        auteur: facts::author(project),
        look: Look::of_documents(project, &titel, STYLE),
        walk: Walk::of(contents.stand, contents.advies),
        aantal: counted(groepen.iter().map(Group::len).sum(), "bestand", "bestanden"),
        groepen,
        web: drawn(project),
        bevindingen: about(contents.remarks),
        titel,
    };
    look::page(TEMPLATE, &view)
}

/// The drawing as it is in the document about the sociale kaart; nothing as long as there is no organisation in it.
fn drawn(project: &Project) -> Option<Web> {
    if project.organisaties.organisaties.is_empty() {
        return None;
    }
    let web = web(project);
    Some(Web { tekening: html::drawing(&web.drawing, &web.alternative), onderschrift: web.caption })
}
