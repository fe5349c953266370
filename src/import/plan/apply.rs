//! What comes of a plan once the user has decided about the doubts.

use super::{Doubt, Outcome, Plan, Target, merge};
use crate::model::Organisatie;

/// What the user says about a row in doubt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// It is another organisation: add it.
    New,
    /// It is the organisation that it may be about: change that.
    Update,
    /// Leave it.
    Skip,
}

/// The organisations that come and those that change, in the order in which they came and changed.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Applied {
    pub added: Vec<Organisatie>,
    /// As they become.
    pub changed: Vec<Organisatie>,
    /// Rows in doubt that were left.
    pub left: usize,
}

/// Applies a plan to the organisations of a gemeente. A decision is asked for each row in doubt, by its place in the
/// plan; that of a row of which only a value is unclear is taken as “yes, without that value”, whether it says new or
/// update.
pub fn apply(plan: &Plan, organisaties: &[Organisatie], mut decide: impl FnMut(usize, &Doubt) -> Decision) -> Applied {
    let mut applied = Applied::default();
    for (index, row) in plan.rows.iter().enumerate() {
        match &row.outcome {
            Outcome::Add(organisatie) => applied.added.push((**organisatie).clone()),
            Outcome::Change { organisatie, .. } => applied.change((**organisatie).clone()),
            Outcome::Doubt(doubt) => match (decide(index, doubt), &doubt.target) {
                (Decision::Skip, _) => applied.left += 1,
                (Decision::New, _) if doubt.identity => applied.added.push(doubt.organisatie.clone()),
                (_, Some(target)) => applied.update(target, doubt, organisaties),
                (_, None) => applied.added.push(doubt.organisatie.clone()),
            },
            Outcome::Same { .. } | Outcome::Refused(_) => {}
        }
    }
    applied
}

impl Applied {
    fn change(&mut self, organisatie: Organisatie) {
        match self.changed.iter_mut().find(|one| one.id == organisatie.id) {
            Some(one) => *one = organisatie,
            None => self.changed.push(organisatie),
        }
    }

    fn update(&mut self, target: &Target, doubt: &Doubt, organisaties: &[Organisatie]) {
        let is_it = |one: &&Organisatie| one.id.as_deref() == Some(&target.id);
        if let Some(one) = self.added.iter_mut().find(|one| one.id.as_deref() == Some(&target.id)) {
            *one = merge::merge(one, &doubt.organisatie).0;
        } else if let Some(one) = self.changed.iter().find(is_it).or_else(|| organisaties.iter().find(is_it)) {
            let (merged, changes) = merge::merge(one, &doubt.organisatie);
            if !changes.is_empty() {
                self.change(merged);
            }
        } else {
            // The row that it may be about was itself left: then this is the first one about it.
            self.added.push(doubt.organisatie.clone());
        }
    }
}
