//! What was said before this page could read, and is opened once the visitor agrees.

use std::collections::BTreeMap;

use super::DeskClient;
use crate::{
    client::{numbers::Numbers, sealer::AtDesk, thread::Remark},
    domain::{
        conversation::{EarlierKey, Envelope, Roster},
        ids::{ConversationId, Epoch, SeatId, Seq},
        moment::Moment,
    },
    protocol::{Entry, Placed},
};

impl DeskClient {
    /// Something from before; it cannot be opened yet.
    pub(super) fn earlier(&mut self, id: ConversationId, placed: Placed) {
        let Some(channel) = self.channels.get_mut(&id) else { return };
        match placed.entry {
            Entry::Roster { epoch, roster } => {
                channel.rosters.entry(epoch).or_insert(roster);
            }
            Entry::Envelope(envelope) => {
                channel.earlier.insert(placed.seq, (placed.at, envelope));
            }
            Entry::Sealed { .. } | Entry::KeyAsked { .. } | Entry::ReadingBack { .. } => {}
        }
    }

    /// An envelope that was sealed for a former tab of this worker; the visitor may let this one
    /// read it.
    pub(super) fn is_for_former_tab(&self, id: ConversationId, envelope: &Envelope) -> bool {
        let (Some(channel), Some(seal)) = (self.channels.get(&id), &self.seal) else {
            return false;
        };
        let epoch = envelope.header.epoch;
        let staff = self.welcome.as_ref().map(|welcome| welcome.staff);
        let roster = channel.rosters.get(&epoch);
        let own = staff.zip(roster).and_then(|(staff, roster)| roster.seat_of(staff));
        !seal.has_key(id, epoch) && own.is_some_and(|seat| seat.key != seal.public())
    }

    /// The visitor lets this seat read earlier epochs.
    pub(super) fn read_back(
        &mut self,
        id: ConversationId,
        (seq, at): (Seq, Moment),
        (epoch, own): (Epoch, SeatId),
        keys: &[EarlierKey],
    ) {
        let staff = self.welcome.as_ref().map(|welcome| welcome.staff);
        let (Some(channel), Some(seal)) = (self.channels.get_mut(&id), &mut self.seal) else {
            return;
        };
        let nobody = Roster::default();
        let now = channel.rosters.get(&epoch).unwrap_or(&nobody);
        if now.seat(own).is_none_or(|own| own.key != seal.public()) {
            return; // For a former tab.
        }
        for key in keys {
            let of = channel.rosters.get(&key.of).unwrap_or(&nobody);
            if seal.take_earlier_key(id, (key.of, of), (epoch, now), &key.key).is_err() {
                channel.channel.remark(seq, at, Remark::Unreadable);
            }
        }
        let (readable, rest) = std::mem::take(&mut channel.earlier)
            .into_iter()
            .partition(|(_, (_, envelope))| seal.has_key(id, envelope.header.epoch));
        channel.earlier = rest;
        let readable: BTreeMap<Seq, (Moment, Envelope)> = readable;
        let sealer = AtDesk(seal.as_mut(), id);
        // Not every epoch is read back, so each is counted by itself.
        let mut numbers: BTreeMap<Epoch, Numbers> = BTreeMap::new();
        for (place, (at, envelope)) in readable {
            let roster = channel.rosters.get(&envelope.header.epoch).unwrap_or(&nobody);
            let own = staff.and_then(|staff| roster.seat_of(staff)).map(|seat| seat.id);
            let counted = numbers.entry(envelope.header.epoch).or_default();
            channel.channel.receive_earlier((place, at), &envelope, roster, own, counted, &sealer);
        }
    }
}
