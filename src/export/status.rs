//! The walk as a page to project at a meeting: one HTML file that works without a network and without a script.

use serde::Serialize;

use super::ExportError;
use super::page::sha256;
use crate::handbook::TITLE;
use crate::model::capitalised;
use crate::progress::{Advies, Staat, Tussenstand};

const TEMPLATE: &str = include_str!("../../templates/page/status.html.hbs");
const STYLE: &str = include_str!("../../templates/page/status.css");

/// More than this nobody reads from the back of a room.
const SHOWN: usize = 3;

#[derive(Serialize)]
struct View<'a> {
    titel: &'a str,
    stijl: &'static str,
    stijl_hash: String,
    gereed: usize,
    totaal: usize,
    volgende: Option<String>,
    stappen: Vec<Step>,
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

/// The page. `title` stands above it.
///
/// # Errors
/// Never because of what a user typed.
pub fn page(title: &str, stand: &[Tussenstand], advies: Option<&Advies>) -> Result<Vec<u8>, ExportError> {
    let mut engine = handlebars::Handlebars::new();
    engine.set_strict_mode(true);
    let view = View {
        titel: title,
        stijl: STYLE,
        stijl_hash: sha256(STYLE),
        gereed: stand.iter().filter(|one| one.staat == Staat::Gereed).count(),
        totaal: stand.len(),
        volgende: advies.map(|advies| advies.zin.clone()),
        stappen: stand.iter().map(step).collect(),
    };
    Ok(engine.render_template(TEMPLATE, &view)?.into_bytes())
}

fn step(one: &Tussenstand) -> Step {
    let waits = one.wacht_op.iter().map(|stap| stap.naam.to_lowercase());
    let parts = [one.datum.map(|day| day.long()), one.telling.clone(), one.wie.clone()];
    let parts = parts.into_iter().flatten().filter(|_| one.staat != Staat::Wacht);
    let mut nodig = Vec::new();
    if matches!(one.staat, Staat::Bezig | Staat::Open) {
        let shown = if one.nodig.len() <= SHOWN + 1 { one.nodig.len() } else { SHOWN };
        nodig.extend(one.nodig[..shown].iter().map(|nodig| capitalised(&nodig.wat)));
        if one.nodig.len() > shown {
            nodig.push(format!("… en nog {}", one.nodig.len() - shown));
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
