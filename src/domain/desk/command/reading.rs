//! A colleague who reads along.

use super::{
    super::{Desk, DeskEvent, DeskRules, HandOver, Reader, ReadingEnd, Stage, Target, Visit},
    DeskRefusal,
};
use crate::domain::{
    ids::{ConversationId, StaffId},
    moment::Moment,
};

impl Desk {
    /// A visitor who is in conversation with this worker.
    pub(super) fn talking_with(
        &self,
        conversation: ConversationId,
        worker: StaffId,
    ) -> Result<&Visit, DeskRefusal> {
        let visit = self.visit(conversation)?;
        match visit.stage {
            Stage::Talking { with, .. } if with == worker => Ok(visit),
            Stage::Accepted { by, .. } if by == worker => Err(DeskRefusal::NotTalking),
            _ => Err(DeskRefusal::NotYours),
        }
    }

    pub(super) fn ask_reader(
        &self,
        now: Moment,
        conversation: ConversationId,
        worker: StaffId,
        colleague: StaffId,
        rules: &DeskRules,
    ) -> Result<Vec<DeskEvent>, DeskRefusal> {
        let visit = self.talking_with(conversation, worker)?;
        match visit.reader {
            Some(reader) if reader.who() == colleague => return Ok(vec![]),
            Some(_) => return Err(DeskRefusal::HasReader),
            None => {}
        }
        if colleague == worker || !self.may_read_along(colleague, now, rules) {
            return Err(DeskRefusal::NotAvailable);
        }
        let to = Target::Reader(colleague);
        if !self.is_covered(visit, to, rules) {
            return Ok(Self::wish(now, conversation, visit, to, rules));
        }
        let until = now + rules.invitation;
        Ok(vec![DeskEvent::ReaderAsked { conversation, reader: colleague, until }])
    }

    pub(super) fn join_reading(
        &self,
        now: Moment,
        conversation: ConversationId,
        colleague: StaffId,
        rules: &DeskRules,
    ) -> Result<Vec<DeskEvent>, DeskRefusal> {
        match self.visit(conversation)?.reader {
            Some(Reader::Joined { who }) if who == colleague => Ok(vec![]),
            Some(Reader::Asked { who, until }) if who == colleague && now < until => {
                if !self.may_read_along(colleague, now, rules) {
                    return Err(DeskRefusal::NoFreePlace);
                }
                Ok(vec![DeskEvent::ReaderJoined { conversation, reader: colleague }])
            }
            _ => Err(DeskRefusal::NotInvited),
        }
    }

    /// Whether a colleague is at work and can be asked to read along. It takes up a place, but one
    /// more than the capacity is allowed: it is the colleague's own choice.
    pub(super) fn may_read_along(
        &self,
        colleague: StaffId,
        now: Moment,
        rules: &DeskRules,
    ) -> bool {
        self.is_at_work(colleague)
            && self.standing(colleague, now, rules).is_some_and(|standing| standing.excess() == 0)
    }

    /// Nothing to end is no error: it may have ended by itself, or been asked for twice.
    pub(super) fn end_reading(
        &self,
        conversation: ConversationId,
        by: StaffId,
    ) -> Result<Vec<DeskEvent>, DeskRefusal> {
        let visit = self.visit(conversation)?;
        let Some(found) = visit.reader else { return Ok(vec![]) };
        let reader = found.who();
        let why = match found {
            Reader::Asked { .. } if by == reader => ReadingEnd::Declined,
            Reader::Joined { .. } if by == reader => ReadingEnd::Left,
            _ if visit.worker() == Some(by) => ReadingEnd::SentAway,
            _ => return Ok(vec![]),
        };
        Ok(vec![DeskEvent::ReaderLeft { conversation, reader, why }])
    }

    pub(super) fn hand_over(
        &self,
        conversation: ConversationId,
        worker: StaffId,
        to: StaffId,
    ) -> Result<Vec<DeskEvent>, DeskRefusal> {
        if self.visit(conversation)?.was_handed_over(worker, to) {
            return Ok(vec![]);
        }
        let visit = self.talking_with(conversation, worker)?;
        if visit.second_reader() != Some(to) {
            return Err(DeskRefusal::NotAvailable);
        }
        let why = HandOver::ByHand;
        Ok(vec![DeskEvent::HandedOver { conversation, from: worker, to, why }])
    }
}
