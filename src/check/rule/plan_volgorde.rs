//! What waits for something else in the planning: that is there, comes first, and does not wait back.

use std::collections::HashMap;

use super::super::{Code, Finding, Route};
use super::suggestion;
use crate::model::{PlanActiviteit, Project, file};

pub fn check(project: &Project) -> Vec<Finding> {
    let planning = &project.plan_van_aanpak.planning;
    let waits = Waits::of(planning);
    let tangled = waits.tangled();
    let mut findings = Vec::new();
    for (index, activity) in planning.iter().enumerate() {
        let route = Route::from("planning").index(index).field("wacht_op");
        for (place, id) in activity.wacht_op.iter().enumerate().filter(|(_, id)| !id.trim().is_empty()) {
            let route = route.index(place);
            match waits.positions.get(id.as_str()).copied() {
                None => findings.push(unknown(planning, route, id)),
                Some(awaited) if tangled[index] && tangled[awaited] && waits.reaches(awaited, index) => {
                    let message = match awaited == index {
                        true => "deze activiteit wacht op zichzelf".to_owned(),
                        false => format!("deze activiteit wacht op ‘{id}’, en ‘{id}’ wacht weer op deze"),
                    };
                    findings.push(
                        Finding::at(Code::WaitsInCircle, file::PLAN_VAN_AANPAK, route, message)
                            .help("haal één van de verwijzingen weg"),
                    );
                }
                Some(awaited) => findings.extend(later(activity, &planning[awaited], route, id)),
            }
        }
    }
    findings
}

fn unknown(planning: &[PlanActiviteit], route: Route, id: &str) -> Finding {
    let known: Vec<&str> = planning.iter().filter_map(|activity| activity.id.as_deref()).collect();
    let suggestion = suggestion(id, known);
    let help = match suggestion.is_empty() {
        true => "geef de activiteit waarop dit wacht een id".to_owned(),
        false => suggestion,
    };
    Finding::at(
        Code::UnknownReference,
        file::PLAN_VAN_AANPAK,
        route,
        format!("‘{id}’ is geen activiteit uit deze planning"),
    )
    .label("deze id bestaat niet")
    .help(help)
}

/// What is waited for must be ready before this begins; on the same day is early enough.
fn later(activity: &PlanActiviteit, awaited: &PlanActiviteit, route: Route, id: &str) -> Option<Finding> {
    let ((begin, _), (_, ready)) = (activity.dagen()?, awaited.dagen()?);
    let message = format!(
        "deze activiteit begint op {}, maar wacht op ‘{id}’, en die is pas klaar op {}",
        begin.long(),
        ready.long()
    );
    (ready > begin).then(|| {
        Finding::at(Code::WaitsForLater, file::PLAN_VAN_AANPAK, route, message)
            .help("laat deze activiteit later beginnen, laat de andere eerder klaar zijn, of haal de verwijzing weg")
    })
}

/// Who waits for whom, by place in the planning.
struct Waits<'a> {
    positions: HashMap<&'a str, usize>,
    awaited: Vec<Vec<usize>>,
}

impl<'a> Waits<'a> {
    fn of(planning: &'a [PlanActiviteit]) -> Waits<'a> {
        let mut positions = HashMap::new();
        for (index, activity) in planning.iter().enumerate() {
            if let Some(id) = activity.id.as_deref() {
                positions.entry(id).or_insert(index);
            }
        }
        let of = |activity: &PlanActiviteit| {
            activity.wacht_op.iter().filter_map(|id| positions.get(id.as_str()).copied()).collect()
        };
        let awaited = planning.iter().map(of).collect();
        Waits { positions, awaited }
    }

    /// For each activity: whether it stands in a circle or waits for one. Whoever waits for nothing that is left is
    /// taken away; what remains is tangled.
    fn tangled(&self) -> Vec<bool> {
        let mut waiting: Vec<usize> = self.awaited.iter().map(Vec::len).collect();
        let mut waiters: Vec<Vec<usize>> = vec![Vec::new(); waiting.len()];
        for (index, awaited) in self.awaited.iter().enumerate() {
            awaited.iter().for_each(|other| waiters[*other].push(index));
        }
        let mut free: Vec<usize> = (0..waiting.len()).filter(|index| waiting[*index] == 0).collect();
        while let Some(index) = free.pop() {
            for waiter in &waiters[index] {
                waiting[*waiter] -= 1;
                if waiting[*waiter] == 0 {
                    free.push(*waiter);
                }
            }
        }
        waiting.into_iter().map(|left| left > 0).collect()
    }

    /// Whether `from` waits, straight or by way of others, for `target`.
    fn reaches(&self, from: usize, target: usize) -> bool {
        let mut seen = vec![false; self.awaited.len()];
        let mut todo = vec![from];
        while let Some(index) = todo.pop() {
            if index == target {
                return true;
            }
            if !std::mem::replace(&mut seen[index], true) {
                todo.extend(&self.awaited[index]);
            }
        }
        false
    }
}
