//! What entries change for a visitor's side, and what it does next.

use super::{Greeting, VisitorAction, VisitorClient};
use crate::{
    client::{channel::Opened, sealer::AtHome, thread::Remark},
    domain::{
        conversation::Conversation,
        ids::{Epoch, SeatId, Seq},
        moment::Moment,
    },
    protocol::{Entry, Placed, SealEpoch, VisitorSend},
};

impl VisitorClient {
    pub(super) fn entry(&mut self, placed: Placed) {
        if !self.channel.advance(placed.seq) {
            return;
        }
        let Some(seal) = &mut self.seal else { return };
        match placed.entry {
            Entry::Roster { epoch, roster } => {
                let place = (placed.seq, placed.at);
                if !self.channel.seat(place, epoch, &roster, Some(SeatId::VISITOR)) {
                    return;
                }
                // A roster that cannot be is shown, but never gets a key.
                let may_be = roster.0.is_empty() || seal.enter(epoch, &roster).is_ok();
                if !may_be {
                    self.channel.remark(placed.seq, placed.at, Remark::Contradicted);
                }
                self.to_seal = may_be && !roster.0.is_empty();
                self.sealing = false;
                self.asked = 0;
                self.reading_back.seat(epoch, &roster);
            }
            Entry::Sealed { epoch, .. } => {
                self.channel.keyed(epoch);
                self.reading_back.go_on();
                self.to_seal &= epoch != self.channel.epoch();
            }
            Entry::KeyAsked { epoch, .. } => self.key_asked(epoch, placed.seq, placed.at),
            Entry::ReadingBack { seat, keys, .. } => self.reading_back.given(seat, &keys),
            Entry::Envelope(envelope) => {
                self.reading_back.received(&envelope);
                let opened =
                    self.channel.receive(placed.seq, placed.at, &envelope, &AtHome(seal.as_mut()));
                debug_assert!(matches!(opened, Opened::Nothing | Opened::Greeting(..)));
            }
        }
    }

    /// Does what can be done now.
    pub(super) fn go_on(&mut self, now: Moment) {
        if !self.caught_up || !self.link.is_open() {
            return;
        }
        self.send_replies();
        self.send_earlier_keys();
        if std::mem::replace(&mut self.greeting, Greeting::Once) == Greeting::Anew {
            self.channel.greet_again();
            self.keep();
        }
        let credential = self.credential();
        let Some(seal) = &mut self.seal else { return };
        if self.to_seal && !self.sealing {
            self.to_seal = false;
            let epoch = self.channel.epoch();
            if let Ok(keys) = seal.seal_key(epoch, self.channel.roster()) {
                self.sealing = true;
                let request = SealEpoch { credential: credential.clone(), epoch, keys };
                self.actions.push(VisitorAction::Seal(request));
            } else {
                // A key on the roster that is none: nobody gets one.
                self.channel.remark(self.channel.cursor(), now, Remark::Contradicted);
            }
        }
        let envelope = self.channel.next_to_send(
            now,
            &self.intake.to_bytes(),
            &mut AtHome(seal.as_mut()),
            self.randomness.as_mut(),
        );
        if let Some(envelope) = envelope {
            self.keep();
            self.actions.push(VisitorAction::Send(VisitorSend { credential, envelope }));
        }
    }

    /// A worker's page could not open its key. When it asks for the last time, the visitor has to
    /// know that something is wrong.
    fn key_asked(&mut self, epoch: Epoch, seq: Seq, at: Moment) {
        if epoch != self.channel.epoch() {
            return;
        }
        self.to_seal = true;
        self.asked = self.asked.saturating_add(1);
        if self.asked == Conversation::MAX_ASKS {
            self.channel.remark(seq, at, Remark::Unreadable);
        }
    }
}
