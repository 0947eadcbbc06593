//! What a worker's page is told.

use std::{
    collections::{BTreeMap, BTreeSet, VecDeque},
    sync::Arc,
};

use bytes::Bytes;
use futures::{Stream, stream};

use super::{
    desk_state::desk_state,
    pulse::{Next, Pulse},
};
use crate::{
    domain::{
        conversation::{Conversation, ConversationEvent},
        desk::Party,
        ids::{ConversationId, SeatId, Seq, StaffId},
        recorded::Recorded,
        secret::Share,
    },
    protocol::{
        DeskFollow, DeskPush, DeskState, DeskWelcome, EarlierKeys, Entry, Placed, frame::encode,
    },
    service::{
        push::Hint,
        switchboard::{AtDesk, Failure, Switchboard},
    },
};

/// The frames for a worker's page, each conversation from where the page was. `share` is the
/// session's. Ends as a visitor's stream does, and when the session does.
pub async fn follow_desk(
    switchboard: Arc<Switchboard>,
    worker: AtDesk,
    share: Share,
    request: DeskFollow,
) -> Result<impl Stream<Item = Bytes> + Send + 'static, Failure> {
    let party = Party::Worker(worker.staff);
    switchboard.names.note(worker.staff, &worker.name, worker.region);
    // Listens before it reads, so that nothing falls between the two.
    let pulse = Pulse::start(&switchboard, party, request.connection);
    switchboard.arrives(party, request.connection).await?;
    let welcome = DeskWelcome {
        staff: worker.staff,
        name: worker.name.clone(),
        region_name: switchboard.region_name(worker.region),
        share,
        now: switchboard.now(),
    };
    let mut page = Page {
        after: request.after.into_iter().collect(),
        told: BTreeSet::new(),
        state: None,
        frames: VecDeque::new(),
        pulse: Some(pulse),
        worker,
        switchboard,
    };
    page.tell(&DeskPush::Welcome(welcome));
    page.tell_everything().await?;
    page.tell(&DeskPush::CaughtUp);
    Ok(stream::unfold(page, |mut page| async move {
        let frame = page.frame().await?;
        Some((frame, page))
    }))
}

struct Page {
    switchboard: Arc<Switchboard>,
    worker: AtDesk,
    /// The last entry told of each conversation.
    after: BTreeMap<ConversationId, Seq>,
    /// The conversations that the page is told of.
    told: BTreeSet<ConversationId>,
    state: Option<DeskState>,
    frames: VecDeque<Bytes>,
    /// Gone once the last frame is in the queue.
    pulse: Option<Pulse>,
}

impl Page {
    async fn frame(&mut self) -> Option<Bytes> {
        loop {
            if let Some(frame) = self.frames.pop_front() {
                return Some(frame);
            }
            let ends = match self.pulse.as_mut()?.next().await {
                Next::Beat => {
                    self.tell(&DeskPush::Beat);
                    false
                }
                Next::Hint(hint) => self.take(hint).await,
                Next::End => true,
            };
            if ends {
                self.pulse = None;
            }
        }
    }

    /// Turns a hint into frames; true when these are the last.
    async fn take(&mut self, hint: Hint) -> bool {
        match hint {
            Hint::Entry(id, entry) if self.told.contains(&id) => {
                let after = self.after.get(&id).copied().unwrap_or_default();
                if entry.seq == after.next() && !self.opens_earlier(id, &entry) {
                    self.tell_entry(id, &entry);
                } else if entry.seq > after {
                    return self.tell_entries(id).await.is_err();
                }
            }
            Hint::Entry(..) => {}
            Hint::Desk => return self.tell_state().await.is_err(),
            Hint::Typing(id, seat) => self.tell(&DeskPush::Typing(id, seat)),
            Hint::Seen(id, seat, seq) => self.tell(&DeskPush::Seen(id, seat, seq)),
            Hint::Ended(id, how) => self.tell(&DeskPush::Ended(id, how)),
            Hint::NotConnected(id) => self.tell(&DeskPush::NotConnected(id)),
            Hint::GivenBack(id) => self.tell(&DeskPush::GivenBack(id)),
            Hint::HandedOver(id) => self.tell(&DeskPush::HandedOver(id)),
            Hint::ReadingOver(id) => self.tell(&DeskPush::ReadingOver(id)),
            Hint::Superseded => {
                self.tell(&DeskPush::Superseded);
                return true;
            }
            Hint::SignedOut => {
                self.tell(&DeskPush::SignedOut);
                return true;
            }
            // What cannot be read now is read when the page connects again.
            Hint::Behind => return self.tell_everything().await.is_err(),
        }
        false
    }

    async fn tell_everything(&mut self) -> Result<(), Failure> {
        let told: Vec<_> = self.told.iter().copied().collect();
        for id in told {
            self.tell_entries(id).await?;
        }
        self.tell_state().await
    }

    /// Tells how the desk stands when that changed, and the entries of new conversations.
    async fn tell_state(&mut self) -> Result<(), Failure> {
        let state = desk_state(&self.switchboard, &self.worker);
        let handled: BTreeSet<_> = state.handled.iter().map(|item| item.conversation).collect();
        self.told.retain(|id| handled.contains(id));
        self.after.retain(|id, _| handled.contains(id));
        if self.state.as_ref() != Some(&state) {
            self.tell(&DeskPush::Desk(state.clone()));
            self.state = Some(state);
        }
        for id in handled {
            if self.told.insert(id) {
                self.tell_entries(id).await?;
                for (seat, seq) in self.switchboard.cursors.of(id) {
                    if seat == SeatId::VISITOR {
                        self.tell(&DeskPush::Seen(id, seat, seq));
                    }
                }
            }
        }
        Ok(())
    }

    async fn tell_entries(&mut self, id: ConversationId) -> Result<(), Failure> {
        let after = self.after.get(&id).copied().unwrap_or_default();
        let entries = match known_entries(&self.switchboard, id, after).await {
            Err(Failure::Refused(_)) => return Ok(()), // Ended meanwhile; the hint is on its way.
            entries => entries?,
        };
        for entry in entries {
            if self.opens_earlier(id, &entry) {
                self.tell_earlier(id, &entry).await?;
            }
            self.tell_entry(id, &entry);
        }
        Ok(())
    }

    /// Whether this entry lets the worker read what was said before.
    fn opens_earlier(&self, id: ConversationId, recorded: &Recorded<ConversationEvent>) -> bool {
        let ConversationEvent::EarlierSealed { epoch, seat, .. } = &recorded.item else {
            return false;
        };
        let conversations = &self.switchboard.conversations;
        conversations.look(id, |state| state.seat_in(*epoch, self.worker.staff)).flatten()
            == Some(*seat)
    }

    /// Tells what was said in the epochs that the worker may read from this entry on; before the
    /// entry itself, so that a page which has the entry has everything.
    async fn tell_earlier(
        &mut self,
        id: ConversationId,
        opening: &Recorded<ConversationEvent>,
    ) -> Result<(), Failure> {
        let ConversationEvent::EarlierSealed { keys, .. } = &opening.item else { return Ok(()) };
        let opened: BTreeSet<_> = keys.iter().map(|key| key.of).collect();
        for recorded in known_entries(&self.switchboard, id, Seq(0)).await? {
            let entry = match recorded.item {
                ConversationEvent::Proposed { epoch, roster } if opened.contains(&epoch) => {
                    Entry::Roster { epoch, roster }
                }
                ConversationEvent::Sent(envelope) if opened.contains(&envelope.header.epoch) => {
                    Entry::Envelope(envelope)
                }
                _ => continue,
            };
            let placed = Placed { seq: recorded.seq, at: recorded.at, entry };
            self.tell(&DeskPush::Earlier(id, placed));
        }
        Ok(())
    }

    fn tell_entry(&mut self, id: ConversationId, recorded: &Recorded<ConversationEvent>) {
        self.after.insert(id, recorded.seq);
        let entry = self
            .switchboard
            .conversations
            .look(id, |state| for_worker(state, self.worker.staff, &recorded.item))
            .flatten();
        if let Some(entry) = entry {
            let placed = Placed { seq: recorded.seq, at: recorded.at, entry };
            self.tell(&DeskPush::Entry(id, placed));
        }
    }

    fn tell(&mut self, push: &DeskPush) {
        self.frames.push_back(encode(push).into());
    }
}

async fn known_entries(
    switchboard: &Switchboard,
    id: ConversationId,
    after: Seq,
) -> Result<Vec<Recorded<ConversationEvent>>, Failure> {
    switchboard.know(id).await?;
    switchboard.entries_after(id, after).await
}

/// What a worker is told of an entry: nothing of epochs without a seat.
fn for_worker(state: &Conversation, staff: StaffId, event: &ConversationEvent) -> Option<Entry> {
    Some(match event {
        ConversationEvent::Opened { .. } | ConversationEvent::KeyAsked { .. } => return None,
        ConversationEvent::Proposed { epoch, roster } => {
            roster.seat_of(staff)?;
            Entry::Roster { epoch: *epoch, roster: roster.clone() }
        }
        ConversationEvent::Sealed { epoch, keys } => {
            let seat = state.seat_in(*epoch, staff)?;
            let key = keys.iter().find(|key| key.seat == seat)?.clone();
            Entry::Sealed { epoch: *epoch, key: Some(key) }
        }
        ConversationEvent::EarlierSealed { epoch, seat, keys } => {
            if state.seat_in(*epoch, staff)? != *seat {
                return None;
            }
            let keys = EarlierKeys::Sealed(keys.clone());
            Entry::ReadingBack { epoch: *epoch, seat: *seat, keys }
        }
        ConversationEvent::Sent(envelope) => {
            state.seat_in(envelope.header.epoch, staff)?;
            Entry::Envelope(envelope.clone())
        }
    })
}
