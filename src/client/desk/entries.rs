//! What the state of the desk and entries change for a worker's side, and what it does next.

use super::{DeskAction, DeskChannel, DeskClient, KEPT, Over, offers};
use crate::{
    client::{Intake, channel::Opened, sealer::AtDesk},
    domain::{
        conversation::{Conversation, Roster},
        ids::{ConversationId, SeatId},
        moment::Moment,
    },
    protocol::{AskKey, DeskState, EarlierKeys, Entry, Placed, VERSION, WorkerSend},
};

impl DeskClient {
    pub(super) fn stand(&mut self, state: DeskState) {
        if offers(Some(&state)) > offers(self.state.as_ref()) {
            self.actions.push(DeskAction::Ring);
        }
        for handled in &state.handled {
            let id = handled.conversation;
            let is_new = !self.channels.contains_key(&id);
            let channel = self.channel(id);
            channel.handled = Some(handled.clone());
            channel.over = None;
            if is_new {
                // A page that comes back too late knows by it what it had.
                self.keep(id);
            }
        }
        let gone: Vec<_> = self
            .channels
            .iter()
            .filter(|(id, channel)| {
                channel.over.is_none()
                    && state.handled.iter().all(|handled| handled.conversation != **id)
            })
            .map(|(id, _)| *id)
            .collect();
        for id in gone {
            self.over(id, Over::Gone);
        }
        let is_handled =
            |id: &ConversationId| state.handled.iter().any(|handled| handled.conversation == *id);
        let ended: Vec<_> = self.kept.keys().copied().filter(|id| !is_handled(id)).collect();
        for id in ended {
            self.kept.remove(&id);
            self.channels.entry(id).or_default();
            self.over(id, Over::Gone);
        }
        self.state = Some(state);
    }

    fn channel(&mut self, id: ConversationId) -> &mut DeskChannel {
        let restored = match (self.channels.contains_key(&id), &self.seal, self.kept.remove(&id)) {
            (false, Some(seal), Some(kept)) => {
                seal.recall(id, KEPT, &kept).ok().and_then(|kept| DeskChannel::restore(&kept))
            }
            _ => None,
        };
        self.channels.entry(id).or_insert_with(|| restored.unwrap_or_default())
    }

    pub(super) fn keep(&mut self, id: ConversationId) {
        let (Some(channel), Some(seal)) = (self.channels.get(&id), &mut self.seal) else { return };
        if let Some(plain) = channel.kept()
            && let Ok(kept) = seal.keep(id, KEPT, &plain)
        {
            self.actions.push(DeskAction::Keep(id, kept));
        }
    }

    pub(super) fn over(&mut self, id: ConversationId, how: Over) {
        if let Some(seal) = &mut self.seal {
            seal.forget(id);
        }
        // What was said goes with the keys; that it ended stays until it was seen.
        if let Some(channel) = self.channels.get_mut(&id) {
            channel.end(how);
        }
        self.actions.push(DeskAction::Forget(id));
    }

    pub(super) fn entry(&mut self, id: ConversationId, placed: Placed) {
        let staff = self.welcome.as_ref().map(|welcome| welcome.staff);
        if !self.channel(id).channel.advance(placed.seq) {
            return;
        }
        if let Entry::Envelope(envelope) = &placed.entry
            && self.is_for_former_tab(id, envelope)
        {
            let channel = self.channel(id);
            channel.channel.put_aside(envelope);
            channel.earlier.insert(placed.seq, (placed.at, envelope.clone()));
            return;
        }
        if let Entry::ReadingBack { epoch, seat, keys: EarlierKeys::Sealed(keys) } = &placed.entry {
            self.read_back(id, (placed.seq, placed.at), (*epoch, *seat), keys);
            return;
        }
        let (Some(channel), Some(seal)) = (self.channels.get_mut(&id), &mut self.seal) else {
            return;
        };
        let channel_of = &mut channel.channel;
        match placed.entry {
            Entry::Roster { epoch, roster } => {
                let own = staff.and_then(|staff| roster.seat_of(staff)).map(|seat| seat.id);
                if channel_of.seat((placed.seq, placed.at), epoch, &roster, own) {
                    channel.rosters.insert(epoch, roster);
                    channel.unopened = 0;
                    channel.to_ask = false;
                }
            }
            Entry::Sealed { epoch, key: Some(key) } => {
                let nobody = Roster::default();
                let roster = channel.rosters.get(&epoch).unwrap_or(&nobody);
                // A key for a former tab: the one for this tab is on its way.
                let for_former = self.registering
                    && roster.seat(key.seat).is_some_and(|seat| seat.key != seal.public());
                match seal.take_key(id, epoch, roster, &key) {
                    Ok(()) => {
                        channel_of.keyed(epoch);
                        channel.to_ask = false;
                    }
                    Err(_) if for_former || epoch != channel_of.epoch() => {}
                    Err(_) => channel.could_not_open(placed.seq, placed.at),
                }
            }
            Entry::Envelope(envelope) => {
                let sealer = AtDesk(seal.as_mut(), id);
                let opened = channel_of.receive(placed.seq, placed.at, &envelope, &sealer);
                if let Opened::Greeting(SeatId::VISITOR, greeting) = opened
                    && let Some(intake) = Intake::from_bytes(&greeting)
                {
                    channel.intake = intake;
                }
            }
            Entry::Sealed { key: None, .. }
            | Entry::KeyAsked { .. }
            | Entry::ReadingBack { .. } => {}
        }
    }

    /// Everything that there was has been told.
    pub(super) fn caught_up(&mut self) {
        self.caught_up = true;
        for channel in self.channels.values_mut() {
            // What was asked over a lost connection may not have arrived.
            channel.to_ask |= channel.unopened > 0 && channel.channel.lacks_key();
        }
        self.answer();
    }

    pub(super) fn go_on(&mut self, now: Moment) {
        if !self.caught_up || !self.link.is_open() {
            return;
        }
        let Some(seal) = &mut self.seal else { return };
        let mut sent = Vec::new();
        for (id, channel) in &mut self.channels {
            if std::mem::take(&mut channel.to_ask) && channel.unopened <= Conversation::MAX_ASKS {
                let epoch = channel.channel.epoch();
                let ask = AskKey { version: VERSION, conversation: *id, epoch };
                self.actions.push(DeskAction::AskKey(ask));
            }
            let mut sealer = AtDesk(seal.as_mut(), *id);
            let randomness = self.randomness.as_mut();
            let envelope = channel.channel.next_to_send(now, &[], &mut sealer, randomness);
            if let Some(envelope) = envelope {
                sent.push((*id, envelope));
            }
        }
        for (id, envelope) in sent {
            self.keep(id);
            let request = WorkerSend { version: VERSION, conversation: id, envelope };
            self.actions.push(DeskAction::Send(request));
        }
    }
}
