//! One conversation at the desk.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{
    client::{Intake, channel::Channel, outbox::Outgoing, thread::Remark},
    domain::{
        conversation::{Conversation, Envelope, Roster},
        desk::Ending,
        ids::{Epoch, Seq},
        moment::Moment,
    },
    protocol::Handled,
};

/// Why a conversation is no longer this worker's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Over {
    /// It ended.
    Ended(Ending),
    /// The visitor's page did not connect.
    NotConnected,
    /// The worker was away for too long.
    GivenBack,
    /// The worker passed it on, or who read along has it now.
    HandedOver,
    /// The worker no longer reads along.
    ReadingOver,
    /// It went while this page was not connected.
    Gone,
}

/// One conversation at the desk.
#[derive(Debug, Default)]
pub struct DeskChannel {
    /// What was said, and what is yet to be sent.
    pub channel: Channel,
    /// How the server says it stands.
    pub handled: Option<Handled>,
    /// What the visitor told before the chat; empty until the visitor's first envelope.
    pub intake: Intake,
    /// What was typed and not sent.
    pub draft: String,
    /// What the worker noted. It leaves this tab never, and goes with the conversation.
    pub notes: String,
    /// Why it is over, once it is.
    pub over: Option<Over>,
    pub(super) typed: Option<Moment>,
    /// How many keys of this roster could not be opened.
    pub(super) unopened: u8,
    pub(super) to_ask: bool,
    pub(super) rosters: BTreeMap<Epoch, Roster>,
    /// What was sealed for others, or for a former tab, before this one could read.
    pub(super) earlier: BTreeMap<Seq, (Moment, Envelope)>,
}

#[derive(Serialize, Deserialize)]
struct Kept {
    draft: String,
    notes: String,
    outbox: Vec<Outgoing>,
}

impl DeskChannel {
    /// What the tab keeps over a reload.
    pub(super) fn kept(&self) -> Option<Vec<u8>> {
        let (draft, notes) = (self.draft.clone(), self.notes.clone());
        let kept = Kept { draft, notes, outbox: self.channel.kept() };
        postcard::to_allocvec(&kept).ok()
    }

    pub(super) fn restore(kept: &[u8]) -> Option<Self> {
        let kept: Kept = postcard::from_bytes(kept).ok()?;
        let mut restored = Self { draft: kept.draft, notes: kept.notes, ..Self::default() };
        restored.channel.restore(kept.outbox);
        Some(restored)
    }

    /// The key at this place could not be opened: it is asked for again, and when that has been
    /// done often enough, the worker has to know.
    pub(super) fn could_not_open(&mut self, seq: Seq, at: Moment) {
        self.unopened = self.unopened.saturating_add(1);
        if self.unopened > Conversation::MAX_ASKS {
            self.channel.remark(seq, at, Remark::Unreadable);
        } else {
            self.to_ask = true;
        }
    }

    /// Nothing of what was said stays; the name does, until the worker has seen the end.
    pub(super) fn end(&mut self, how: Over) {
        let nickname = std::mem::take(&mut self.intake.nickname);
        self.intake.wipe();
        let intake = Intake { nickname, ..Intake::default() };
        *self = Self { intake, over: Some(how), handled: self.handled.take(), ..Self::default() };
    }
}
