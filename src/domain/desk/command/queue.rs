//! Into the queue, and out of it.

use super::{
    super::{Consent, Desk, DeskEvent, DeskRules, Stage},
    Answer, DeskRefusal,
};
use crate::domain::{
    ids::{ConversationId, RegionId, StaffId},
    moment::Moment,
};

impl Desk {
    pub(super) fn sign_up(
        &self,
        conversation: ConversationId,
        region: RegionId,
        rules: &DeskRules,
    ) -> Result<Vec<DeskEvent>, DeskRefusal> {
        if self.visits.contains_key(&conversation) {
            return Ok(vec![]);
        }
        if !self.is_staffed(region, rules) {
            return Err(DeskRefusal::NobodyOnDuty);
        }
        let waiting = self.visits.values().filter(|visit| {
            visit.region == region && !matches!(visit.stage, Stage::Talking { .. })
        });
        if waiting.count() >= rules.queue_limit {
            return Err(DeskRefusal::QueueFull);
        }
        Ok(vec![DeskEvent::SignedUp { conversation, region }])
    }

    pub(super) fn accept(
        &self,
        now: Moment,
        conversation: ConversationId,
        worker: StaffId,
        rules: &DeskRules,
    ) -> Result<Vec<DeskEvent>, DeskRefusal> {
        let visit = self.visit(conversation)?;
        if let Some(holder) = visit.worker() {
            return if holder == worker { Ok(vec![]) } else { Err(DeskRefusal::AlreadyTaken) };
        }
        // Looked at anew: the offer may stand only because nobody has settled the desk yet.
        if !self.is_within_reach(worker, visit, rules) {
            return Err(DeskRefusal::NotOffered);
        }
        if !self.has_place_for(worker, visit, now, rules) {
            return Err(DeskRefusal::NoFreePlace);
        }
        Ok(vec![DeskEvent::Accepted { conversation, by: worker, until: now + rules.connect }])
    }

    /// An answer counts for the whole visit, also when the chance is gone. Once somebody has the
    /// visitor there is nothing to say no to.
    pub(super) fn help_elsewhere(
        &self,
        conversation: ConversationId,
        answer: Answer,
    ) -> Result<Vec<DeskEvent>, DeskRefusal> {
        let visit = self.visit(conversation)?;
        let again = !self.is_staffed_itself(visit.region);
        Ok(match (answer, visit.elsewhere) {
            (Answer::Yes, Consent::Agreed) | (Answer::No, Consent::DeclinedAlone) => vec![],
            (Answer::Yes, _) => vec![DeskEvent::ElsewhereAgreed { conversation }],
            (Answer::No, Consent::Declined) if !again => vec![],
            (Answer::No, _) if visit.worker().is_some() => vec![],
            (Answer::No, _) => vec![DeskEvent::ElsewhereDeclined { conversation }],
        })
    }
}
