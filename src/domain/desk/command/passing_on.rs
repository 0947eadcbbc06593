//! Transfers, and the visitor's say in them.

use super::{
    super::{Desk, DeskEvent, DeskRules, Target, Visit, WishEnd, visit::PassedOn},
    Answer, DeskRefusal,
};
use crate::domain::{
    ids::{ConversationId, StaffId},
    moment::Moment,
};

impl Desk {
    /// To a colleague or a region: at once where the visitor's consent covers it, else as a wish.
    pub(super) fn transfer(
        &self,
        now: Moment,
        conversation: ConversationId,
        worker: StaffId,
        to: Target,
        rules: &DeskRules,
    ) -> Result<Vec<DeskEvent>, DeskRefusal> {
        let visit = self.visit(conversation)?;
        if visit.passed_on == Some(PassedOn { by: worker, to }) {
            return Ok(vec![]);
        }
        let visit = match to {
            Target::Reader(colleague) => {
                return self.ask_reader(now, conversation, worker, colleague, rules);
            }
            // It went there already.
            Target::Colleague(colleague) if visit.was_handed_over(worker, colleague) => {
                return Ok(vec![]);
            }
            // Who reads along already has it as soon as the worker leaves.
            Target::Colleague(colleague) if visit.second_reader() == Some(colleague) => {
                return self.hand_over(conversation, worker, colleague);
            }
            Target::Colleague(_) | Target::Region(_) => self.talking_with(conversation, worker)?,
        };
        let available = match to {
            Target::Colleague(colleague) => {
                colleague != worker
                    && self.takes_offers(colleague)
                    && self
                        .standing(colleague, now, rules)
                        .is_some_and(|standing| standing.free() > 0)
            }
            Target::Region(_) | Target::Reader(_) => self.is_there(to),
        };
        if !available {
            return Err(DeskRefusal::NotAvailable);
        }
        if !self.is_covered(visit, to, rules) {
            return Ok(Self::wish(now, conversation, visit, to, rules));
        }
        Ok(vec![DeskEvent::Transferred { conversation, by: worker, to }])
    }

    fn takes_offers(&self, worker: StaffId) -> bool {
        self.workers.get(&worker).is_some_and(super::super::Worker::takes_offers)
    }

    /// The visitor is asked; nothing when the same is asked already.
    pub(super) fn wish(
        now: Moment,
        conversation: ConversationId,
        visit: &Visit,
        to: Target,
        rules: &DeskRules,
    ) -> Vec<DeskEvent> {
        let asked = visit.wish.is_some_and(|wish| wish.to == to && wish.until().is_some());
        if asked {
            return vec![];
        }
        vec![DeskEvent::Wished { conversation, to, until: now + rules.wish }]
    }

    pub(super) fn withdraw_wish(
        &self,
        conversation: ConversationId,
        worker: StaffId,
    ) -> Result<Vec<DeskEvent>, DeskRefusal> {
        let visit = self.talking_with(conversation, worker)?;
        let why = WishEnd::Withdrawn;
        Ok(visit.wish.map(|_| DeskEvent::WishEnded { conversation, why }).into_iter().collect())
    }

    /// A repeat of an answer that was taken is no error while its outcome can still be seen.
    pub(super) fn answer_wish(
        &self,
        now: Moment,
        conversation: ConversationId,
        number: u16,
        answer: Answer,
        rules: &DeskRules,
    ) -> Result<Vec<DeskEvent>, DeskRefusal> {
        let visit = self.visit(conversation)?;
        let Some(wish) = visit.wish.filter(|wish| wish.number == number) else {
            let was_granted = answer == Answer::Yes && visit.granted == Some(number);
            return if was_granted { Ok(vec![]) } else { Err(DeskRefusal::WishGone) };
        };
        let standing = wish.until().filter(|until| now < *until);
        match (answer, standing) {
            (Answer::No, None) => return Ok(vec![]),
            (Answer::Yes, None) => return Err(DeskRefusal::WishGone),
            (Answer::No, Some(_)) => {
                let why = WishEnd::Declined;
                return Ok(vec![DeskEvent::WishEnded { conversation, why }]);
            }
            (Answer::Yes, Some(_)) => {}
        }
        let by = visit.worker().ok_or(DeskRefusal::WishGone)?;
        if !self.is_there(wish.to) {
            return Err(DeskRefusal::WishGone);
        }
        let follows = match wish.to {
            Target::Reader(reader) => {
                if visit.reader.is_some() || !self.may_read_along(reader, now, rules) {
                    return Err(DeskRefusal::WishGone);
                }
                let until = now + rules.invitation;
                DeskEvent::ReaderAsked { conversation, reader, until }
            }
            to @ (Target::Colleague(_) | Target::Region(_)) => {
                DeskEvent::Transferred { conversation, by, to }
            }
        };
        Ok(vec![DeskEvent::WishGranted { conversation }, follows])
    }
}
