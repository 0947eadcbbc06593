//! What is yet to be sent, in order, one at a time: it survives a lost connection and a reload.

use serde::{Deserialize, Serialize};

use crate::domain::{
    conversation::{Envelope, Kind},
    ids::{Epoch, MessageId},
};

/// Something to send. Its id never changes, its envelope only when the roster does: a retry sends
/// the same bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Outgoing {
    pub id: MessageId,
    pub kind: Kind,
    #[serde(with = "crate::domain::bytes")]
    pub plain: Vec<u8>,
    pub sealed: Option<Envelope>,
}

/// The queue of one conversation.
#[derive(Debug, Default)]
pub(super) struct Outbox {
    items: Vec<Outgoing>,
    on_its_way: Option<MessageId>,
}

impl Outbox {
    /// Adds to the end.
    pub fn add(&mut self, id: MessageId, kind: Kind, plain: Vec<u8>) {
        self.items.push(Outgoing { id, kind, plain, sealed: None });
    }

    /// Adds before everything that has not left.
    pub fn add_first(&mut self, id: MessageId, kind: Kind, plain: Vec<u8>) {
        self.items.insert(0, Outgoing { id, kind, plain, sealed: None });
    }

    /// Whether something is on its way.
    pub fn is_busy(&self) -> bool {
        self.on_its_way.is_some()
    }

    /// Whether this is on its way.
    pub fn is_on_its_way(&self, id: MessageId) -> bool {
        self.on_its_way == Some(id)
    }

    /// Whether this has no envelope, since the roster changed while it was on its way.
    pub fn is_unsealed(&self, id: MessageId) -> bool {
        self.items.iter().all(|item| item.id != id || item.sealed.is_none())
    }

    /// The first item, unless one is on its way.
    pub fn head(&mut self) -> Option<&mut Outgoing> {
        if self.on_its_way.is_some() { None } else { self.items.first_mut() }
    }

    /// The first item leaves.
    pub fn leave(&mut self) {
        self.on_its_way = self.items.first().map(|item| item.id);
    }

    /// Nothing is known of what was on its way: it is sent again.
    pub fn come_back(&mut self) {
        self.on_its_way = None;
    }

    /// Takes out what arrived.
    pub fn take(&mut self, id: MessageId) -> Option<Outgoing> {
        if self.on_its_way == Some(id) {
            self.on_its_way = None;
        }
        let place = self.items.iter().position(|item| item.id == id)?;
        Some(self.items.remove(place))
    }

    /// Takes out what arrived as these very bytes; an envelope that only bears its name stays a
    /// stranger's.
    pub fn take_same(&mut self, envelope: &Envelope) {
        let id = envelope.header.message;
        if self.items.iter().any(|item| item.id == id && item.sealed.as_ref() == Some(envelope)) {
            self.take(id);
        }
    }

    /// Drops the greeting, which says something else by now.
    pub fn drop_greeting(&mut self) {
        self.items.retain(|item| item.kind != Kind::Hello);
    }

    /// Drops the greeting of an earlier roster, and every envelope that was sealed for one.
    pub fn unseal(&mut self, epoch: Epoch) {
        self.drop_greeting();
        for item in &mut self.items {
            item.sealed = item.sealed.take().filter(|sealed| sealed.header.epoch == epoch);
        }
    }

    /// The messages that people wait for.
    pub fn messages(&self) -> impl Iterator<Item = &Outgoing> {
        self.items.iter().filter(|item| item.kind == Kind::Message)
    }

    /// Everything, for the tab to keep.
    pub fn kept(&self) -> Vec<Outgoing> {
        self.items.clone()
    }

    /// Puts back what the tab kept, before anything newer, unless it is here already.
    pub fn restore(&mut self, kept: Vec<Outgoing>) {
        for item in kept.into_iter().rev() {
            if self.items.iter().all(|known| known.id != item.id) {
                self.items.insert(0, item);
            }
        }
    }
}
