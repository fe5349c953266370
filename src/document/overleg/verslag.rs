//! The view of the form for minutes: who is there, what is said per point, decisions and actions (S5).

use serde::Serialize;
use serde_json::Value;

use super::super::wording::{filled, short_name_of};
use super::agenda::{ActieView, action, points};
use super::{BijeenkomstView, chosen, met_lidwoord, view_of};
use crate::handbook::{self, VASTE_PUNTEN};
use crate::model::Project;
use crate::tree::Meta;

#[derive(Serialize)]
struct View {
    handleiding: &'static str,
    overleg: &'static str,
    /// The meeting that was asked for; otherwise the day is filled in by hand.
    bijeenkomst: Option<BijeenkomstView>,
    leden: Vec<LidView>,
    punten: Vec<Option<String>>,
    acties: Vec<ActieView>,
}

#[derive(Serialize)]
struct LidView {
    naam: String,
    organisatie: Option<String>,
}

pub fn meta(project: &Project) -> Meta {
    super::meta(project, super::title_of(project, "Verslag"))
}

pub fn view(project: &Project) -> Value {
    let meeting =
        project.overleg.alleen.and_then(|_| chosen(project, project.overleg_bijeenkomsten()).into_iter().next());
    let punten = match &meeting {
        Some(meeting) => points(project, meeting).into_iter().map(|punt| punt.titel).collect(),
        None => {
            let fixed = VASTE_PUNTEN.iter().map(|punt| Some(punt.titel.to_owned()));
            std::iter::once(Some("Verslag en acties".to_owned())).chain(fixed).collect()
        }
    };
    let members = project.team.werkgroep.iter().filter_map(|lid| {
        let organisatie = short_name_of(project, &lid.organisatie);
        Some(LidView { naam: filled(&lid.naam).or(organisatie.clone())?, organisatie })
    });
    let open = project.overleg.acties.iter().filter(|one| one.is_open());
    let view = View {
        handleiding: handbook::TITLE,
        overleg: met_lidwoord(project),
        bijeenkomst: meeting.map(|one| view_of(project, &one, &project.overleg.locatie)),
        leden: members.collect(),
        punten,
        acties: open.map(|one| action(project, one)).collect(),
    };
    serde_json::to_value(view).unwrap_or_default()
}
