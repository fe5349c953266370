//! The rhythm of meetings is one that can be kept (handbook §3.3).

use super::super::{Code, Finding, Route};
use crate::model::{Project, file};

pub fn check(project: &Project) -> Vec<Finding> {
    let overleg = &project.overleg;
    let network = Route::from("wijknetwerk").field("per_jaar");
    let evaluation = Route::from("evaluatie").field("daarna_om_de_maanden");
    let rhythms = [
        (file::OVERLEG, "maandelijks_gedurende".into(), overleg.maandelijks_gedurende, 0, 60, "maanden"),
        (file::OVERLEG, "daarna_om_de_maanden".into(), overleg.daarna_om_de_maanden, 1, 12, "maanden"),
        (
            file::OVERLEG,
            "bij_goede_voortgang_per_jaar".into(),
            overleg.bij_goede_voortgang_per_jaar,
            1,
            12,
            "keer per jaar",
        ),
        (file::OVERLEG, network, overleg.wijknetwerk.per_jaar, 1, 12, "keer per jaar"),
        (
            file::OVERLEG,
            "daarna_aantal_bijeenkomsten".into(),
            overleg.daarna_aantal_bijeenkomsten,
            1,
            60,
            "bijeenkomsten",
        ),
        (file::OVERLEG, "maanden".into(), overleg.maanden, 1, 60, "maanden"),
        (file::CONVENANT, evaluation, project.convenant.evaluatie.daarna_om_de_maanden, 1, 60, "maanden"),
        (file::CONVENANT, "opzegtermijn_maanden".into(), project.convenant.opzegtermijn_maanden, 1, 60, "maanden"),
    ];
    let impossible = rhythms.into_iter().filter_map(|(file, route, value, lowest, highest, unit)| {
        let value = value.filter(|value| !(lowest..=highest).contains(value))?;
        let message = format!("{value} {unit} kan hier niet");
        let help = format!("kies een getal van {lowest} tot en met {highest}");
        Some(Finding::at(Code::Rhythm, file, route, message).help(help))
    });
    impossible.collect()
}
