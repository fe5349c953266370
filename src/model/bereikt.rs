//! What a gemeente has reached, as it follows from what is written down (S1, handbook §3.1). Nothing of this is kept:
//! it is derived each time, so that it cannot drift.

use super::{Bedrag, Datum, DekkingStatus, Goedkeuring, Handtekening, Locatie, Partij, Project};

impl Project {
    /// The party, among those of the convenant, that is the organisation with this id.
    pub fn partij(&self, id: &str) -> Option<&Partij> {
        self.convenant.partijen.iter().find(|party| party.organisatie.as_deref() == Some(id))
    }

    /// The ids of the parties to the convenant, in their order.
    pub fn partij_ids(&self) -> impl Iterator<Item = &str> {
        self.convenant.partijen.iter().filter_map(|party| party.organisatie.as_deref())
    }

    /// The signature of the organisation with this id under the convenant.
    pub fn signature_of(&self, id: &str) -> Option<&Handtekening> {
        self.voortgang.handtekeningen.iter().find(|signature| signature.organisatie.as_deref() == Some(id))
    }

    /// The approval of the plan by the organisation with this id.
    pub fn approval_of(&self, id: &str) -> Option<&Goedkeuring> {
        self.voortgang.goedkeuringen.iter().find(|approval| approval.organisatie.as_deref() == Some(id))
    }

    /// The day on which the last party signed; nothing as long as one has not.
    pub fn signed_on(&self) -> Option<Datum> {
        self.last_of_parties(|id| self.signature_of(id).and_then(|signature| signature.datum))
    }

    /// The day on which the directors of the last party approved the plan; nothing as long as one has not.
    pub fn approved_on(&self) -> Option<Datum> {
        self.last_of_parties(|id| self.approval_of(id).and_then(|approval| approval.datum))
    }

    /// Every party has signed: the convenant is no draft any more.
    pub fn convenant_signed(&self) -> bool {
        self.signed_on().is_some()
    }

    /// The directors of every party have approved the plan van aanpak (§3.1): it is no draft any more.
    pub fn plan_approved(&self) -> bool {
        self.approved_on().is_some()
    }

    /// The plan is there: a goal and a line of the planning at least (§3.1).
    pub fn has_plan(&self) -> bool {
        !self.plan_van_aanpak.doelen.is_empty() && !self.plan_van_aanpak.planning.is_empty()
    }

    /// The basic funding is there (§3.1, §3.7): what has been granted for the first year of the budget covers its costs.
    /// Later years are for later; a gemeente grants by the year.
    pub fn is_funded(&self) -> bool {
        self.funding_open().is_some_and(|open| open.cents() <= 0)
    }

    /// What of the costs of the first year has not been granted yet; below zero when there is more. Nothing as long as
    /// the budget has no year or no costs in it.
    pub fn funding_open(&self) -> Option<Bedrag> {
        let first = *self.begroting.jaren.iter().min()?;
        let rekening = self.rekening();
        let costs = rekening.kosten_in(first).filter(|costs| costs.cents() > 0)?;
        costs.minus(rekening.dekking_met(first, Some(DekkingStatus::Toegezegd))?)
    }

    /// The places that have been chosen (§3.8), in the order of their file.
    pub fn gekozen_locaties(&self) -> impl Iterator<Item = &Locatie> {
        self.locaties.locaties.iter().filter(|place| place.is_gekozen())
    }

    /// The last of the days of all parties; nothing when there is no party, or when one has no day.
    fn last_of_parties(&self, day: impl Fn(&str) -> Option<Datum>) -> Option<Datum> {
        let days = self.convenant.partijen.iter().map(|party| party.organisatie.as_deref().and_then(&day));
        days.collect::<Option<Vec<Datum>>>()?.into_iter().max()
    }
}
