//! The walk as a page to project at a meeting: one HTML file that works without a network and without a script.

use serde::Serialize;

use super::ExportError;
use super::facts::initiative;
use super::look::{self, Look};
use crate::dutch::capitalised;
use crate::handbook::TITLE;
use crate::model::Project;
use crate::progress::{Advies, Staat, Tussenstand};

pub const FILE: &str = "status.html";

const TEMPLATE: &str = include_str!("../../templates/page/status.html.hbs");
const STYLE: &str = include_str!("../../templates/page/status.css");

#[derive(Serialize)]
struct View {
    titel: String,
    #[serde(flatten)]
    look: Look,
    #[serde(flatten)]
    walk: Walk,
}

/// The walk, as a page shows it.
#[derive(Serialize)]
pub(super) struct Walk {
    gereed: usize,
    totaal: usize,
    /// The best thing to do now; nothing when every step is done.
    volgende: Option<String>,
    stappen: Vec<Step>,
}

impl Walk {
    pub(super) fn of(stand: &[Tussenstand], advies: Option<&Advies>) -> Walk {
        Walk {
            gereed: stand.iter().filter(|one| one.staat == Staat::Gereed).count(),
            totaal: stand.len(),
            volgende: advies.map(|advies| advies.zin.clone()),
            stappen: stand.iter().map(step).collect(),
        }
    }
}

#[derive(Serialize)]
struct Step {
    nummer: usize,
    naam: &'static str,
    staat: &'static str,
    wacht_op: String,
    hoe_ver: String,
    nodig: Vec<String>,
    waarom: &'static str,
    gereed_als: &'static str,
    bron: String,
}

/// What stands above the page.
pub fn title(project: &Project) -> String {
    initiative(project)
}

/// The page.
///
/// # Errors
/// Never because of what a user typed.
pub fn page(project: &Project, stand: &[Tussenstand], advies: Option<&Advies>) -> Result<Vec<u8>, ExportError> {
    let view = View {
        titel: title(project),
        look: Look::of_rules(project, STYLE, ["accent", "open", "open-tint"]),
        walk: Walk::of(stand, advies),
    };
    look::page(TEMPLATE, &view)
}

fn step(one: &Tussenstand) -> Step {
    let waits = one.wacht_op.iter().map(|stap| stap.naam.to_lowercase());
    let parts = [one.datum.map(|day| day.long()), one.telling.clone(), one.wie.clone()];
    let parts = parts.into_iter().flatten().filter(|_| one.staat != Staat::Wacht);
    let mut nodig = Vec::new();
    if matches!(one.staat, Staat::Bezig | Staat::Open) {
        let (first, more) = one.first_needs();
        nodig.extend(first.iter().map(|nodig| capitalised(&nodig.wat)));
        if more > 0 {
            nodig.push(format!("… en nog {more}"));
        }
    }
    Step {
        nummer: one.nummer,
        naam: one.stap.naam,
        staat: one.staat.woord(),
        wacht_op: waits.collect::<Vec<_>>().join(", "),
        hoe_ver: parts.collect::<Vec<_>>().join(" · "),
        nodig,
        waarom: one.stap.waarom,
        gereed_als: one.stap.gereed_als,
        bron: format!("{TITLE} {}", one.stap.paragraaf.0),
    }
}
