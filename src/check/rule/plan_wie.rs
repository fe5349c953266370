//! Who does something in the plan van aanpak is an organisation of the map or a person of the team.

use super::super::{Code, Finding, Route};
use super::did_you_mean;
use crate::model::{Project, file};

pub fn check(project: &Project) -> Vec<Finding> {
    let plan = &project.plan_van_aanpak;
    let lists: [(&str, Vec<&Option<String>>); 4] = [
        ("doelen", plan.doelen.iter().map(|doel| &doel.wie).collect()),
        ("communicatie", plan.communicatie.iter().map(|one| &one.wie).collect()),
        ("risicos", plan.risicos.iter().map(|risico| &risico.wie).collect()),
        ("evaluatiemomenten", plan.evaluatiemomenten.iter().map(|moment| &moment.wie).collect()),
    ];
    let mut named: Vec<(Route, &str)> = Vec::new();
    for (list, owners) in &lists {
        let owners = owners.iter().enumerate();
        let there = owners.filter_map(|(index, wie)| Some((index, wie.as_deref()?)));
        named.extend(there.map(|(index, wie)| (Route::from(*list).index(index).field("wie"), wie)));
    }
    for (index, activity) in plan.planning.iter().enumerate() {
        let route = Route::from("planning").index(index).field("wie");
        named.extend(activity.wie.iter().enumerate().map(|(place, wie)| (route.index(place), wie.as_str())));
    }
    let strangers = named.into_iter().filter(|(_, wie)| !wie.trim().is_empty() && !is_known(project, wie));
    strangers.map(|(route, wie)| unknown(project, route, wie)).collect()
}

fn is_known(project: &Project, wie: &str) -> bool {
    project.organisatie(wie).is_some() || project.team.namen().any(|name| name == wie.trim())
}

fn unknown(project: &Project, route: Route, wie: &str) -> Finding {
    let ids = project.organisaties.organisaties.iter().filter_map(|organisatie| organisatie.id.as_deref());
    let suggestion = did_you_mean(wie, ids.chain(project.team.namen()));
    let help = match suggestion.starts_with("bedoelde u") {
        true => suggestion,
        false => "zet de organisatie in organisaties.yaml, of de persoon in team.yaml".to_owned(),
    };
    let message = format!("‘{wie}’ is geen organisatie uit {} en geen naam uit {}", file::ORGANISATIES, file::TEAM);
    Finding::at(Code::UnknownReference, file::PLAN_VAN_AANPAK, route, message).label("deze kent wep niet").help(help)
}
