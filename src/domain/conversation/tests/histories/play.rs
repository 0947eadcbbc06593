//! Plays a history and keeps its own account of it.

use std::collections::BTreeMap;

use proptest::test_runner::TestCaseError;

use super::*;

type Checked = Result<(), TestCaseError>;
type Decided = Result<Vec<ConversationEvent>, ConversationRefusal>;

pub const KINDS: [&str; 12] = [
    "event: opened",
    "event: proposed",
    "event: sealed",
    "event: sealed again",
    "event: key asked",
    "event: sent",
    "event: earlier sealed",
    "refusal: stale epoch",
    "refusal: not sealed",
    "refusal: not seated",
    "refusal: wrong keys",
    "refusal: asked too often",
];

pub struct Play<'a> {
    talk: Talk,
    tally: &'a RefCell<Tally>,
    /// Every roster that ever was.
    rosters: BTreeMap<Epoch, Roster>,
    /// To whom each seat belongs, for ever.
    owners: BTreeMap<SeatId, StaffId>,
    /// How often each seat got the key of an epoch, and asked for it.
    given: BTreeMap<(Epoch, SeatId), usize>,
    asked: BTreeMap<(Epoch, SeatId), usize>,
    /// Under which shift key a seat last got an earlier key.
    earlier: BTreeMap<(SeatId, Epoch), Option<ShiftPublic>>,
}

impl<'a> Play<'a> {
    pub fn open(tally: &'a RefCell<Tally>) -> Self {
        tally.borrow_mut().count("event: opened");
        Self {
            talk: Talk::opened(),
            tally,
            rosters: BTreeMap::new(),
            owners: BTreeMap::new(),
            given: BTreeMap::new(),
            asked: BTreeMap::new(),
            earlier: BTreeMap::new(),
        }
    }

    pub fn step(&mut self, step: &Step) -> Checked {
        let conversation = &self.talk.conversation;
        let seat_of = |sender: Option<StaffId>| match sender {
            None => Some(SeatId::VISITOR),
            // Who is not seated writes under the seat of before.
            Some(staff) => conversation.roster().seat_of(staff).map(|seat| seat.id).or_else(|| {
                self.owners.iter().rev().find(|(_, owner)| **owner == staff).map(|(id, _)| *id)
            }),
        };
        let decided = match step.clone() {
            Step::Join(worker, key) => Ok(conversation.with_seat(new_seat(worker, shift_key(key)))),
            Step::Remove(worker) => Ok(conversation.without_seat(worker)),
            Step::Seal(skew, keys) => conversation.seal(self.epoch(skew), self.keys(keys)),
            Step::GiveEarlier(skew, seat, back) => {
                let of = Epoch(conversation.epoch().0.saturating_sub(back));
                let key = SealedKey { seat, bytes: vec![1; SealedKey::LENGTH] };
                let keys = vec![EarlierKey { of, key: key.clone() }, EarlierKey { of, key }];
                conversation.give_earlier(self.epoch(skew), seat, keys)
            }
            Step::Ask(skew, worker) => conversation.ask_key(self.epoch(skew), worker),
            Step::Send(skew, sender) => {
                let Some(seat) = seat_of(sender) else { return Ok(()) };
                self.talk.send(seat, self.epoch(skew)).map(|sent| vec![sent])
            }
            Step::Forge(sender, claimed) => {
                let Some(seat) = seat_of(sender).filter(|seat| *seat != claimed) else {
                    return Ok(());
                };
                let envelope = envelope(claimed, conversation.epoch());
                let decided = conversation.send(seat, envelope);
                prop_assert_eq!(&decided, &Err(ConversationRefusal::NotSeated), "forged");
                decided.map(|sent| vec![sent])
            }
        };
        self.take(decided)
    }

    /// The journal must tell the same story.
    pub fn close(self) -> Checked {
        let mut stream = self.talk.stream.iter();
        let mut replayed = Conversation::open(stream.next().expect("it was opened")).unwrap();
        stream.for_each(|recorded| replayed.apply(recorded));
        prop_assert_eq!(replayed, self.talk.conversation);

        for recorded in &self.talk.stream {
            let written = postcard::to_allocvec(&recorded.item).expect("an entry can be written");
            let read: ConversationEvent = postcard::from_bytes(&written).expect("and read");
            prop_assert_eq!(&read, &recorded.item);
        }
        Ok(())
    }

    fn epoch(&self, skew: Skew) -> Epoch {
        let epoch = i64::from(self.talk.conversation.epoch().0) + skew;
        Epoch(u32::try_from(epoch).unwrap_or(0))
    }

    fn keys(&self, keys: Keys) -> Vec<SealedKey> {
        let mut fitting = self.talk.fitting_keys();
        match (keys, fitting.last_mut()) {
            (Keys::OneTooFew, Some(_)) => drop(fitting.pop()),
            (Keys::TooShort, Some(last)) => drop(last.bytes.pop()),
            _ => {}
        }
        fitting
    }

    fn take(&mut self, decided: Decided) -> Checked {
        match decided {
            Ok(events) => {
                for event in events {
                    self.event(&event)?;
                    self.talk.record(vec![event]);
                }
            }
            Err(refusal) => self.tally.borrow_mut().count(match refusal {
                ConversationRefusal::StaleEpoch => "refusal: stale epoch",
                ConversationRefusal::NotSealed => "refusal: not sealed",
                ConversationRefusal::NotSeated => "refusal: not seated",
                ConversationRefusal::WrongKeys => "refusal: wrong keys",
                ConversationRefusal::AskedTooOften => "refusal: asked too often",
            }),
        }
        self.everybody_is_known_by_epoch()
    }

    /// What must hold of an event, seen from the state before it.
    fn event(&mut self, event: &ConversationEvent) -> Checked {
        let now = self.talk.conversation.epoch();
        let kind = match event {
            ConversationEvent::Opened { .. } => "event: opened",
            ConversationEvent::Proposed { epoch, roster } => {
                prop_assert_eq!(*epoch, now.next(), "an epoch was left out");
                self.seats_are_new(roster)?;
                self.rosters.insert(*epoch, roster.clone());
                "event: proposed"
            }
            ConversationEvent::Sealed { epoch, keys } => {
                prop_assert_eq!(*epoch, now, "a key for another epoch");
                prop_assert!(!keys.is_empty(), "a key for nobody");
                self.keys_were_due(*epoch, keys)?
            }
            ConversationEvent::KeyAsked { epoch, seat } => {
                let asked = self.asked.entry((*epoch, *seat)).or_default();
                *asked += 1;
                prop_assert!(*asked <= 3, "asked too often");
                prop_assert!(self.rosters[&now].seat(*seat).is_some(), "asked without a seat");
                "event: key asked"
            }
            ConversationEvent::EarlierSealed { epoch, seat, keys } => {
                prop_assert_eq!(*epoch, now, "an earlier key for another roster");
                let roster = &self.rosters[&now];
                let shift = roster.seat(*seat).map(|seat| seat.key.clone());
                prop_assert!(shift.is_some(), "an earlier key without a seat");
                for key in keys {
                    prop_assert!(key.of < now, "a later key");
                    prop_assert!(!self.rosters[&key.of].0.is_empty(), "the key of nobody");
                    let known = self.earlier.insert((*seat, key.of), shift.clone());
                    prop_assert!(known != Some(shift.clone()), "an earlier key twice");
                }
                "event: earlier sealed"
            }
            ConversationEvent::Sent(envelope) => {
                let header = envelope.header;
                prop_assert_eq!(header.epoch, now, "written for another roster");
                let roster = &self.rosters[&now];
                let seated = header.seat == SeatId::VISITOR || roster.seat(header.seat).is_some();
                prop_assert!(seated, "written without a seat");
                prop_assert!(!roster.0.is_empty(), "written while nobody is there");
                let first = roster.0[0].id;
                prop_assert!(self.given.contains_key(&(now, first)), "written without a key");
                "event: sent"
            }
        };
        self.tally.borrow_mut().count(kind);
        Ok(())
    }

    /// A seat belongs to one worker for ever, and a worker who comes back gets a new one.
    fn seats_are_new(&mut self, roster: &Roster) -> Checked {
        let before = self.talk.conversation.roster();
        for seat in &roster.0 {
            let is_known = self.owners.contains_key(&seat.id);
            let stayed = before.seat(seat.id).is_some_and(|known| known.staff == seat.staff);
            prop_assert!(seat.id != SeatId::VISITOR, "the visitor's seat was given away");
            prop_assert_eq!(is_known, stayed, "a seat was used again");
            self.owners.insert(seat.id, seat.staff);
        }
        Ok(())
    }

    /// A seat gets a key once, and once more for each time that it asked.
    fn keys_were_due(
        &mut self,
        epoch: Epoch,
        keys: &[SealedKey],
    ) -> Result<&'static str, TestCaseError> {
        let is_first = !self.given.keys().any(|(given, _)| *given == epoch);
        for key in keys {
            let given = self.given.entry((epoch, key.seat)).or_default();
            *given += 1;
            let asked = self.asked.get(&(epoch, key.seat)).copied().unwrap_or(0);
            prop_assert!(*given <= 1 + asked, "a key that nobody asked for");
        }
        Ok(if is_first { "event: sealed" } else { "event: sealed again" })
    }

    fn everybody_is_known_by_epoch(&self) -> Checked {
        for (epoch, roster) in &self.rosters {
            for staff in WORKERS {
                let seat = roster.seat_of(staff).map(|seat| seat.id);
                prop_assert_eq!(self.talk.conversation.seat_in(*epoch, staff), seat);
            }
        }
        Ok(())
    }
}
