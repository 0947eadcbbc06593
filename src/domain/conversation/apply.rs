//! How entries change a conversation.

use std::collections::{BTreeMap, BTreeSet};

use super::{Conversation, ConversationEvent, Roster};
use crate::domain::{
    ids::{Epoch, SeatId},
    recorded::Recorded,
};

impl Conversation {
    /// The conversation that a stream starts with; `None` when its first entry does not open one.
    #[must_use]
    pub fn open(first: &Recorded<ConversationEvent>) -> Option<Self> {
        let ConversationEvent::Opened { region, token, share } = &first.item else { return None };
        Some(Self {
            seq: first.seq,
            region: *region,
            token: token.clone(),
            share: share.clone(),
            epoch: Epoch(0),
            roster: Roster::default(),
            sealed: Epoch(0),
            asked: BTreeMap::new(),
            answered: BTreeMap::new(),
            seats: BTreeMap::new(),
            may_read: BTreeSet::new(),
            next_seat: 1,
        })
    }

    /// Makes what happened so.
    pub fn apply(&mut self, recorded: &Recorded<ConversationEvent>) {
        self.seq = recorded.seq;
        match &recorded.item {
            ConversationEvent::Opened { .. } | ConversationEvent::Sent(_) => {}
            ConversationEvent::Proposed { epoch, roster } => {
                let same = |seat: SeatId| {
                    self.roster.seat(seat).map(|seat| &seat.key)
                        == roster.seat(seat).map(|seat| &seat.key)
                };
                self.may_read.retain(|(seat, _)| same(*seat));
                self.epoch = *epoch;
                self.roster.clone_from(roster);
                self.asked.clear();
                self.answered.clear();
                let seats = roster.0.iter().map(|seat| (seat.id, seat.staff)).collect();
                self.seats.insert(*epoch, seats);
                let highest = roster.0.iter().map(|seat| seat.id.0).max().unwrap_or(0);
                self.next_seat = self.next_seat.max(highest.saturating_add(1));
            }
            ConversationEvent::Sealed { epoch, keys } => {
                if *epoch == self.epoch && self.sealed == *epoch {
                    for key in keys {
                        count(self.answered.entry(key.seat).or_default());
                    }
                }
                self.sealed = *epoch;
            }
            ConversationEvent::EarlierSealed { seat, keys, .. } => {
                self.may_read.extend(keys.iter().map(|key| (*seat, key.of)));
            }
            ConversationEvent::KeyAsked { epoch, seat } => {
                if *epoch == self.epoch {
                    count(self.asked.entry(*seat).or_default());
                }
            }
        }
    }
}

fn count(times: &mut u8) {
    *times = times.saturating_add(1);
}
