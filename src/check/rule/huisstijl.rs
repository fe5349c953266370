//! The colours of the house can be read: text in them, and white text on them (WCAG 2.2, 1.4.3).

use super::super::{Code, Finding, Route};
use crate::colour::AA;
use crate::model::{Kleur, Project, file};

pub fn check(project: &Project) -> Vec<Finding> {
    let style = &project.wep.huisstijl;
    let colours = [("kleur", style.kleur), ("tweede_kleur", style.tweede_kleur)];
    let pale = |(field, colour): (&str, Option<Kleur>)| {
        let colour = colour.filter(|colour| colour.0.worst_contrast() < AA)?;
        // Rounded down: a contrast that is just not enough may not look as if it were.
        let contrast = format!("{:.1}", (colour.0.worst_contrast() * 10.0).floor() / 10.0).replace('.', ",");
        let message = format!("de kleur ‘{colour}’ is te licht om te lezen: het contrast is {contrast} : 1");
        let help = format!(
            "nodig is 4,5 : 1 (WCAG AA); de documenten gebruiken de donkerder kleur ‘{}’",
            Kleur(colour.0.readable())
        );
        let route = Route::from("huisstijl").field(field);
        Some(Finding::at(Code::PoorContrast, file::WEP, route, message).label("te licht").help(help))
    };
    colours.into_iter().filter_map(pale).collect()
}
