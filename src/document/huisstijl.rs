//! The house style as the theme that every document carries: colours that can be read, the logo, the typeface.

use super::wording::{author, filled};
use crate::model::{Lettertype, LogoSoort, Project};
use crate::tree::{Face, Logo, LogoKind, Theme};

pub fn theme(project: &Project) -> Theme {
    let style = &project.wep.huisstijl;
    Theme {
        // What is too light is darkened here; `check` says so.
        accent: style.kleur.map(|colour| colour.0.readable()),
        second: style.tweede_kleur.map(|colour| colour.0.readable()),
        face: match style.lettertype {
            None | Some(Lettertype::Carlito) => Face::Carlito,
            Some(Lettertype::LiberationSans) => Face::LiberationSans,
        },
        logo: logo(project),
    }
}

fn logo(project: &Project) -> Option<Logo> {
    let logo = project.logo.as_ref()?;
    let whose = Some(author(project)).filter(|name| !name.trim().is_empty()).or_else(|| filled(&project.wep.naam));
    Some(Logo {
        kind: match logo.soort {
            LogoSoort::Png => LogoKind::Png,
            LogoSoort::Svg => LogoKind::Svg,
        },
        bytes: logo.bytes.as_slice().into(),
        width: logo.breedte,
        height: logo.hoogte,
        alternative: whose.map_or_else(|| "Logo".to_owned(), |whose| format!("Logo van {whose}")),
    })
}
