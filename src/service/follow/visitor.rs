//! What a visitor's page is told.

use std::{collections::VecDeque, sync::Arc};

use bytes::Bytes;
use futures::{Stream, stream};

use super::{
    asked::asked,
    pulse::{Next, Pulse},
};
use crate::{
    domain::{
        conversation::{ConversationEvent, Roster, Seat},
        desk::{Desk, Ending, Met, Party, Presence, Stage},
        ids::{ConversationId, RegionId, SeatId, Seq, StaffId},
        recorded::Recorded,
    },
    protocol::{
        Asked, EarlierKeys, Entry, Follow, Notice, PeerPresence, Placed, Situation, VisitorPush,
        Welcome, frame::encode,
    },
    service::{
        push::Hint,
        switchboard::{Ask, Failure, Switchboard},
    },
};

/// The frames for a visitor's page, from `request.after` on. Ends when the visit does, when a
/// newer tab takes over, when the page falls silent, and when the process stops.
pub async fn follow_visitor(
    switchboard: Arc<Switchboard>,
    request: Follow,
) -> Result<impl Stream<Item = Bytes> + Send + 'static, Failure> {
    let conversation = request.credential.conversation;
    switchboard.admit_to(Ask::Other, &request.credential).await?;
    // Listens before it reads, so that nothing falls between the two.
    let pulse = Pulse::start(&switchboard, Party::Visitor(conversation), request.connection);
    let share = switchboard.visitor_arrives(&request.credential, request.connection).await?;
    let mut page = Page {
        after: request.after,
        situation: None,
        talked_in: None,
        asked: None,
        frames: VecDeque::new(),
        conversation,
        pulse: Some(pulse),
        switchboard,
    };
    page.switchboard.seen(conversation, SeatId::VISITOR, request.after);
    page.tell(&VisitorPush::Welcome(Welcome { share, now: page.switchboard.now() }));
    page.tell_everything().await?;
    page.tell(&VisitorPush::CaughtUp);
    Ok(stream::unfold(page, |mut page| async move {
        let frame = page.frame().await?;
        Some((frame, page))
    }))
}

struct Page {
    switchboard: Arc<Switchboard>,
    conversation: ConversationId,
    after: Seq,
    situation: Option<Situation>,
    /// The region in which the visitor has met a worker.
    talked_in: Option<RegionId>,
    asked: Option<Asked>,
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
                    self.tell(&VisitorPush::Beat);
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
            Hint::Entry(_, entry) if entry.seq == self.after.next() => self.tell_entry(&entry),
            Hint::Entry(_, entry) if entry.seq > self.after => return !self.tell_entries().await,
            Hint::Desk => self.tell_situation(),
            Hint::Typing(_, seat) => self.tell(&VisitorPush::Typing(seat)),
            Hint::Seen(_, seat, seq) => self.tell(&VisitorPush::Seen(seat, seq)),
            Hint::Ended(_, how) => {
                if let Some(region) = self.talked_in.filter(|_| how == Ending::ByWorker)
                    && let Some(ticket) = self.switchboard.ticket(region)
                {
                    self.tell(&VisitorPush::MayEvaluate(ticket));
                }
                self.tell(&VisitorPush::Ended(how));
                return true;
            }
            Hint::Superseded => {
                self.tell(&VisitorPush::Superseded);
                return true;
            }
            // What cannot be read now is read when the page connects again.
            Hint::Behind => return self.tell_everything().await.is_err(),
            Hint::Entry(..)
            | Hint::NotConnected(_)
            | Hint::GivenBack(_)
            | Hint::HandedOver(_)
            | Hint::ReadingOver(_)
            | Hint::SignedOut => {}
        }
        false
    }

    async fn tell_everything(&mut self) -> Result<(), Failure> {
        self.tell_situation();
        for entry in self.switchboard.entries_after(self.conversation, self.after).await? {
            self.tell_entry(&entry);
        }
        for (seat, seq) in self.switchboard.cursors.of(self.conversation) {
            if seat != SeatId::VISITOR {
                self.tell(&VisitorPush::Seen(seat, seq));
            }
        }
        Ok(())
    }

    async fn tell_entries(&mut self) -> bool {
        let entries = self.switchboard.entries_after(self.conversation, self.after).await;
        for entry in entries.iter().flatten() {
            self.tell_entry(entry);
        }
        entries.is_ok()
    }

    fn tell_entry(&mut self, recorded: &Recorded<ConversationEvent>) {
        self.after = recorded.seq;
        if let Some(entry) = for_visitor(&recorded.item) {
            self.tell(&VisitorPush::Entry(Placed { seq: recorded.seq, at: recorded.at, entry }));
        }
    }

    fn tell_situation(&mut self) {
        self.talked_in = self.switchboard.look(|desk| {
            let visit = desk.visit_of(self.conversation)?;
            (visit.met == Met::Already).then_some(visit.region)
        });
        let situation = situation(&self.switchboard, self.conversation);
        if let Some(now) = situation
            && self.situation != situation
        {
            self.situation = situation;
            self.tell(&VisitorPush::Situation(now));
        }
        let asked = asked(&self.switchboard, self.conversation);
        if let Some(now) = &asked
            && self.asked != asked
        {
            self.tell(&VisitorPush::Asked(now.clone()));
            self.asked = asked;
        }
    }

    fn tell(&mut self, push: &VisitorPush) {
        self.frames.push_back(encode(push).into());
    }
}

/// What a visitor is told of an entry.
fn for_visitor(event: &ConversationEvent) -> Option<Entry> {
    Some(match event {
        ConversationEvent::Opened { .. } => return None,
        ConversationEvent::Proposed { epoch, roster } => {
            let seats = roster.0.iter().map(|seat| Seat { staff: StaffId(0), ..seat.clone() });
            Entry::Roster { epoch: *epoch, roster: Roster(seats.collect()) }
        }
        ConversationEvent::Sealed { epoch, .. } => Entry::Sealed { epoch: *epoch, key: None },
        ConversationEvent::KeyAsked { epoch, seat } => {
            Entry::KeyAsked { epoch: *epoch, seat: *seat }
        }
        ConversationEvent::Sent(envelope) => Entry::Envelope(envelope.clone()),
        ConversationEvent::EarlierSealed { epoch, seat, keys } => {
            let keys = EarlierKeys::Of(keys.iter().map(|key| key.of).collect());
            Entry::ReadingBack { epoch: *epoch, seat: *seat, keys }
        }
    })
}

fn situation(switchboard: &Switchboard, conversation: ConversationId) -> Option<Situation> {
    let outlook = switchboard.outlook(conversation);
    let (situation, region) = switchboard.look(|desk: &Desk| {
        let visit = desk.visit_of(conversation)?;
        let situation = match visit.stage {
            Stage::Accepted { .. } => Situation::Called,
            Stage::Talking { with, .. } => {
                let presence = desk.presence(Party::Worker(with));
                Situation::Talking(presence.map_or(PeerPresence::Here, peer_presence))
            }
            Stage::Waiting | Stage::Offered { .. } | Stage::OpenToAll => {
                let outlook = outlook?;
                let notice = if outlook.staffed { Notice::None } else { Notice::NobodyOnDuty };
                match outlook.place {
                    None => Situation::WaitingAgain(notice),
                    Some(place) => {
                        let place = u32::try_from(place).unwrap_or(u32::MAX);
                        let range = switchboard.wait_range(visit.region);
                        Situation::Waiting { place, notice, range }
                    }
                }
            }
        };
        Some((situation, visit.region))
    })?;
    if switchboard.doors_open(region).is_ok() {
        return Some(situation);
    }
    Some(match situation {
        Situation::Waiting { place, notice, range } => {
            Situation::Waiting { place, notice: past_closing(notice), range }
        }
        Situation::WaitingAgain(notice) => Situation::WaitingAgain(past_closing(notice)),
        situation => situation,
    })
}

/// What there is to know after closing time.
const fn past_closing(notice: Notice) -> Notice {
    match notice {
        Notice::None | Notice::PastClosing => Notice::PastClosing,
        Notice::NobodyOnDuty | Notice::Closed => Notice::Closed,
    }
}

/// Presence as the other side is told of it.
pub(super) fn peer_presence(presence: Presence) -> PeerPresence {
    match presence {
        Presence::Here { .. } => PeerPresence::Here,
        Presence::Away { since } => PeerPresence::Away(since),
    }
}
