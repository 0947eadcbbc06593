//! How second readers, transfers and wishes change a visit.

use super::super::{
    Desk, DeskEvent, Met, Reader, Stage, Target, Visit, Wish, WishEnd, WishStanding,
    visit::PassedOn,
};
use crate::domain::{ids::StaffId, moment::Moment};

impl Desk {
    pub(super) fn apply_passing_on(&mut self, event: &DeskEvent, at: Moment) {
        let (DeskEvent::ReaderAsked { conversation, .. }
        | DeskEvent::ReaderJoined { conversation, .. }
        | DeskEvent::ReaderLeft { conversation, .. }
        | DeskEvent::HandedOver { conversation, .. }
        | DeskEvent::Transferred { conversation, .. }
        | DeskEvent::Wished { conversation, .. }
        | DeskEvent::WishGranted { conversation }
        | DeskEvent::WishEnded { conversation, .. }) = event
        else {
            return;
        };
        let Some(visit) = self.visits.get_mut(conversation) else { return };
        match event {
            DeskEvent::ReaderAsked { reader, until, .. } => {
                visit.reader = Some(Reader::Asked { who: *reader, until: *until });
            }
            DeskEvent::ReaderJoined { reader, .. } => {
                visit.reader = Some(Reader::Joined { who: *reader });
            }
            DeskEvent::ReaderLeft { .. } => visit.reader = None,
            DeskEvent::HandedOver { from, to, .. } => {
                visit.stage = Stage::Talking { with: *to, since: at };
                visit.handed_over_by = Some(*from);
                visit.reader = None;
                visit.wish = None;
                self.wraps_up(*from, at);
                self.now_idle(*to, at);
            }
            DeskEvent::Transferred { by, to, .. } => {
                pass_on(visit, *by, *to);
                self.wraps_up(*by, at);
            }
            DeskEvent::Wished { to, until, .. } => {
                visit.wishes = visit.wishes.wrapping_add(1);
                let standing = WishStanding::Asked { until: *until };
                visit.wish = Some(Wish { number: visit.wishes, to: *to, standing });
            }
            DeskEvent::WishGranted { .. } => {
                visit.granted = visit.wish.take().map(|wish| wish.number);
            }
            DeskEvent::WishEnded { why: WishEnd::Withdrawn, .. } => visit.wish = None,
            DeskEvent::WishEnded { why, .. } => {
                if let Some(wish) = &mut visit.wish {
                    wish.standing = WishStanding::Ended(*why);
                }
            }
            _ => {}
        }
    }
}

/// To the front of the queue; whoever passed the visitor on comes after everybody else.
fn pass_on(visit: &mut Visit, by: StaffId, to: Target) {
    visit.stage = Stage::Waiting;
    visit.met = Met::Already;
    visit.reader = None;
    visit.wish = None;
    visit.handed_over_by = None;
    visit.passed_on = Some(PassedOn { by, to });
    visit.passed = vec![by];
    if let Target::Region(region) = to {
        visit.region = region;
    }
}
