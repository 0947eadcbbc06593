//! What happens at the desk has consequences in conversations: seats come and go, streams are
//! erased. Both are one batch, so that they are never seen apart.

use std::sync::Arc;

use super::{Failure, Switchboard, codec};
use crate::{
    domain::{
        conversation::{Conversation, ConversationEvent, NewSeat, SealedKey},
        desk::{Desk, DeskEvent, Party, Visit},
        ids::{ConversationId, Epoch, Seq, StaffId},
        recorded::Recorded,
    },
    service::{
        journal::{Appended, Batch, Expected, Stream},
        push::Hint,
    },
};

/// What goes into a conversation together with a decision at the desk.
pub(super) enum With {
    /// Nothing.
    Nothing,
    /// A visitor who signs up opens it.
    Opening(ConversationId, ConversationEvent),
    /// A worker who accepts or joins gets a seat.
    Seat(NewSeat),
    /// The visitor's page sealed a key.
    Keys(ConversationId, Epoch, Vec<SealedKey>),
}

/// What was decided, with what follows from it.
#[derive(Debug, Default)]
pub(super) struct Plan {
    at: Seq,
    events: Vec<DeskEvent>,
    seats: Vec<(ConversationId, Expected, Vec<ConversationEvent>)>,
    ended: Vec<ConversationId>,
}

impl Plan {
    /// A plan for the desk at `at`.
    pub(super) fn new(at: Seq, events: Vec<DeskEvent>) -> Self {
        Self { at, events, ..Self::default() }
    }

    /// Adds entries to a conversation.
    pub(super) fn also(
        &mut self,
        conversation: ConversationId,
        expected: Expected,
        events: Vec<ConversationEvent>,
    ) {
        if !events.is_empty() {
            self.seats.push((conversation, expected, events));
        }
    }

    /// Whether there is nothing to do.
    pub(super) fn is_empty(&self) -> bool {
        self.events.is_empty() && self.seats.is_empty()
    }

    /// What happens at the desk.
    pub(super) fn events(&self) -> &[DeskEvent] {
        &self.events
    }

    pub(super) fn batch(&self) -> Batch {
        let mut batch = Batch::default();
        if !self.events.is_empty() {
            batch.appends.push(codec::append(Stream::Desk, Expected::At(self.at), &self.events));
        }
        for (conversation, expected, events) in &self.seats {
            let stream = Stream::Conversation(*conversation);
            batch.appends.push(codec::append(stream, *expected, events));
        }
        batch.erase.extend(self.ended.iter().copied().map(Stream::Conversation));
        batch
    }
}

impl Switchboard {
    /// What follows from events at the desk.
    pub(super) async fn plan(
        &self,
        events: Vec<DeskEvent>,
        at: Seq,
        with: &With,
    ) -> Result<Plan, Failure> {
        let mut plan = Plan::new(at, Vec::new());
        if let With::Keys(conversation, epoch, keys) = with {
            self.reseat(&mut plan, *conversation, |state| Ok(state.seal(*epoch, keys.clone())?))
                .await?;
        }
        for event in &events {
            match event {
                DeskEvent::Left { conversation, .. } => plan.ended.push(*conversation),
                DeskEvent::SignedUp { .. } => {
                    if let With::Opening(conversation, opening) = with {
                        plan.also(*conversation, Expected::New, vec![opening.clone()]);
                    }
                }
                DeskEvent::Accepted { conversation, .. }
                | DeskEvent::ReaderJoined { conversation, .. } => {
                    if let With::Seat(seat) = with {
                        self.reseat(&mut plan, *conversation, |state| {
                            Ok(state.with_seat(seat.clone()))
                        })
                        .await?;
                    }
                }
                DeskEvent::NotConnected { conversation }
                | DeskEvent::GivenBack { conversation }
                | DeskEvent::Transferred { conversation, .. } => {
                    self.reseat(&mut plan, *conversation, |state| Ok(state.without_everybody()))
                        .await?;
                }
                DeskEvent::ReaderLeft { conversation, reader: gone, .. }
                | DeskEvent::HandedOver { conversation, from: gone, .. } => {
                    let gone = *gone;
                    self.reseat(&mut plan, *conversation, |state| Ok(state.without_seat(gone)))
                        .await?;
                }
                _ => {}
            }
        }
        plan.events = events;
        Ok(plan)
    }

    async fn reseat(
        &self,
        plan: &mut Plan,
        conversation: ConversationId,
        reseat: impl FnOnce(&Conversation) -> Result<Vec<ConversationEvent>, Failure>,
    ) -> Result<(), Failure> {
        self.read_on(conversation).await?;
        let decided = self.conversations.look(conversation, |state| (state.seq(), reseat(state)));
        if let Some((seq, events)) = decided {
            plan.also(conversation, Expected::At(seq), events?);
        }
        Ok(())
    }

    /// Makes so what was appended, and tells whom it concerns.
    pub(super) fn carry_out(&self, plan: Plan, appended: &[Appended]) {
        let mut appended = appended.iter();
        if !plan.events.is_empty()
            && let Some(desk) = appended.next()
        {
            let mut seq = desk.first;
            for item in plan.events {
                self.happened(&Recorded { seq, at: desk.at, item });
                seq = seq.next();
            }
        }
        for ((conversation, _, events), stored) in plan.seats.into_iter().zip(appended) {
            let mut seq = stored.first;
            for item in events {
                self.grew(conversation, Recorded { seq, at: stored.at, item });
                seq = seq.next();
            }
        }
    }

    /// A conversation grew: its copy follows, and its participants are told.
    pub(super) fn grew(&self, id: ConversationId, recorded: Recorded<ConversationEvent>) {
        let before = self.seated(id);
        self.conversations.apply(id, &recorded);
        let entry = Arc::new(recorded);
        let mut workers = self.seated(id);
        workers.extend(before);
        workers.sort_unstable();
        workers.dedup();
        for worker in workers {
            self.hub.tell(Party::Worker(worker), Hint::Entry(id, Arc::clone(&entry)));
        }
        self.hub.tell(Party::Visitor(id), Hint::Entry(id, entry));
    }

    /// The workers who sit at a conversation.
    pub(in crate::service) fn seated(&self, id: ConversationId) -> Vec<StaffId> {
        let seats = self
            .conversations
            .look(id, |state| state.roster().0.iter().map(|seat| seat.staff).collect());
        seats.unwrap_or_default()
    }

    /// Something happened at the desk: the copy follows, and who is concerned is told.
    pub(super) fn happened(&self, recorded: &Recorded<DeskEvent>) {
        let told = self.told_of(&recorded.item);
        if let DeskEvent::Connected { conversation } = &recorded.item {
            self.note_wait(*conversation, recorded.at);
        }
        let adds = self.adds(recorded);
        {
            let mut uncounted = self.uncounted.lock();
            if !self.desk.apply(recorded) {
                return;
            }
            uncounted.note(recorded, &adds);
        }
        for (party, hint) in told {
            self.hub.tell(party, hint);
        }
        if let DeskEvent::Left { conversation, .. } = &recorded.item {
            self.conversations.forget(*conversation);
            self.cursors.forget(*conversation);
            self.allowances.forget(*conversation, recorded.at);
            self.ended.notify_one();
        }
        self.tell_change(&recorded.item);
        self.changed.notify_one();
    }

    /// Waiting visitors look again at how things stand: hours, texts or the time have changed.
    pub(in crate::service) fn tell_waiting(&self) {
        self.look_out();
        for conversation in self.look(waiting) {
            self.hub.tell(Party::Visitor(conversation), Hint::Desk);
        }
    }

    /// Works out anew how things look for who waits, and tells those for whom that changed.
    pub(in crate::service) fn look_out(&self) {
        let (now, rules) = (self.now(), self.rules());
        for conversation in self.outlooks.renew(|| self.look(|desk| desk.outlooks(now, &rules))) {
            self.hub.tell(Party::Visitor(conversation), Hint::Desk);
        }
    }

    /// Every worker's page looks again at how things stand.
    pub(in crate::service) fn tell_desks(&self) {
        self.hub.tell_workers(&Hint::Desk);
    }

    /// Whose conversation is over, or goes to somebody else, as things stand before the event.
    fn told_of(&self, event: &DeskEvent) -> Vec<(Party, Hint)> {
        let seated = |id: &ConversationId| -> Vec<Party> {
            self.look(|desk| {
                let visit = desk.visit_of(*id);
                visit.into_iter().flat_map(Visit::seated).map(Party::Worker).collect()
            })
        };
        let all = |id: &ConversationId, hint: &Hint| -> Vec<(Party, Hint)> {
            seated(id).into_iter().map(|party| (party, hint.clone())).collect()
        };
        match event {
            DeskEvent::Left { conversation, how } => {
                let hint = Hint::Ended(*conversation, *how);
                let mut told = all(conversation, &hint);
                told.push((Party::Visitor(*conversation), hint));
                told
            }
            DeskEvent::NotConnected { conversation } => {
                all(conversation, &Hint::NotConnected(*conversation))
            }
            DeskEvent::GivenBack { conversation } => {
                all(conversation, &Hint::GivenBack(*conversation))
            }
            DeskEvent::Transferred { conversation, .. } => {
                all(conversation, &Hint::HandedOver(*conversation))
            }
            DeskEvent::HandedOver { conversation, from, .. } => {
                vec![(Party::Worker(*from), Hint::HandedOver(*conversation))]
            }
            DeskEvent::ReaderLeft { conversation, reader, .. } => {
                let sat = seated(conversation).contains(&Party::Worker(*reader));
                let told = (Party::Worker(*reader), Hint::ReadingOver(*conversation));
                sat.then_some(told).into_iter().collect()
            }
            _ => Vec::new(),
        }
    }

    /// Everybody whose picture of the desk this event may change looks again.
    fn tell_change(&self, event: &DeskEvent) {
        self.hub.tell_workers(&Hint::Desk);
        self.look_out();
        let concerned: Vec<ConversationId> = match event {
            DeskEvent::Accepted { conversation, .. }
            | DeskEvent::Connected { conversation }
            | DeskEvent::HandedOver { conversation, .. }
            | DeskEvent::Wished { conversation, .. }
            | DeskEvent::WishGranted { conversation }
            | DeskEvent::WishEnded { conversation, .. } => vec![*conversation],
            DeskEvent::Arrived { party: Party::Worker(worker), .. }
            | DeskEvent::Departed { party: Party::Worker(worker) } => {
                self.look(|desk| desk.conversations_of(*worker).map(|(id, _)| id).collect())
            }
            _ => Vec::new(),
        };
        for conversation in concerned {
            self.hub.tell(Party::Visitor(conversation), Hint::Desk);
        }
    }
}

fn waiting(desk: &Desk) -> Vec<ConversationId> {
    desk.visits().filter(|(_, visit)| visit.worker().is_none()).map(|(id, _)| id).collect()
}
