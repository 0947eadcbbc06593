//! What participants ask of a conversation, and when the answer is no.

use thiserror::Error;

use super::{
    Conversation, ConversationEvent, EarlierKey, Envelope, Roster, SealedKey, Seat, ShiftPublic,
};
use crate::domain::ids::{Epoch, RegionId, SeatId, StaffId};

/// A worker who is to get a seat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewSeat {
    /// Who.
    pub staff: StaffId,
    /// The name that the visitor will see.
    pub name: String,
    /// The region that the worker belongs to.
    pub region: RegionId,
    /// Its name as the visitor sees it.
    pub region_name: String,
    /// The public half of the worker's shift key.
    pub key: ShiftPublic,
}

/// Why a wish cannot be granted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Error)]
pub enum ConversationRefusal {
    /// The roster has changed meanwhile: seal anew for the current one.
    #[error("the roster has changed")]
    StaleEpoch,
    /// The key of the current roster has not been sealed yet.
    #[error("the conversation has no key yet")]
    NotSealed,
    /// The sender has no seat under that number.
    #[error("no such seat")]
    NotSeated,
    /// Not exactly one well-formed key for each seat of the roster.
    #[error("the keys do not fit the roster")]
    WrongKeys,
    /// The key was asked for too often.
    #[error("the key was asked for too often")]
    AskedTooOften,
}

impl Conversation {
    /// The roster with this worker added, or with a new key when already seated.
    #[must_use]
    pub fn with_seat(&self, new: NewSeat) -> Vec<ConversationEvent> {
        let mut seats = self.roster.0.clone();
        match seats.iter_mut().find(|seat| seat.staff == new.staff) {
            Some(seat) if seat.key == new.key => return Vec::new(),
            Some(seat) => seat.key = new.key,
            None => seats.push(Seat {
                id: SeatId(self.next_seat),
                staff: new.staff,
                name: new.name,
                region: new.region,
                region_name: new.region_name,
                key: new.key,
            }),
        }
        self.propose(seats)
    }

    /// The roster without this worker.
    #[must_use]
    pub fn without_seat(&self, staff: StaffId) -> Vec<ConversationEvent> {
        if self.roster.seat_of(staff).is_none() {
            return Vec::new();
        }
        self.propose(self.roster.0.iter().filter(|seat| seat.staff != staff).cloned().collect())
    }

    /// The roster without any worker.
    #[must_use]
    pub fn without_everybody(&self) -> Vec<ConversationEvent> {
        if self.roster.0.is_empty() { Vec::new() } else { self.propose(Vec::new()) }
    }

    /// The visitor lets a seat of `epoch` read earlier ones. What it got already is left out.
    pub fn give_earlier(
        &self,
        epoch: Epoch,
        seat: SeatId,
        keys: Vec<EarlierKey>,
    ) -> Result<Vec<ConversationEvent>, ConversationRefusal> {
        if epoch != self.epoch {
            return Err(ConversationRefusal::StaleEpoch);
        }
        if !self.is_sealed() {
            return Err(ConversationRefusal::NotSealed);
        }
        if self.roster.seat(seat).is_none() {
            return Err(ConversationRefusal::NotSeated);
        }
        let fits = |key: &EarlierKey| {
            key.of < epoch
                && self.seats.get(&key.of).is_some_and(|seats| !seats.is_empty())
                && key.key.seat == seat
                && key.key.bytes.len() == SealedKey::LENGTH
        };
        if keys.len() > Self::MAX_EARLIER_KEYS || !keys.iter().all(fits) {
            return Err(ConversationRefusal::WrongKeys);
        }
        let mut new: Vec<EarlierKey> = Vec::new();
        for key in keys {
            let known = self.may_read(seat, key.of) || new.iter().any(|other| other.of == key.of);
            if !known {
                new.push(key);
            }
        }
        if new.is_empty() {
            return Ok(Vec::new());
        }
        Ok(vec![ConversationEvent::EarlierSealed { epoch, seat, keys: new }])
    }

    fn propose(&self, seats: Vec<Seat>) -> Vec<ConversationEvent> {
        vec![ConversationEvent::Proposed { epoch: self.epoch.next(), roster: Roster(seats) }]
    }

    /// The visitor's page sealed the key of `epoch`. A repeat changes nothing, unless a seat asked
    /// for its key again: then it is for that seat. With nobody seated there is nothing to seal.
    pub fn seal(
        &self,
        epoch: Epoch,
        keys: Vec<SealedKey>,
    ) -> Result<Vec<ConversationEvent>, ConversationRefusal> {
        if epoch != self.epoch || epoch.0 == 0 {
            return Err(ConversationRefusal::StaleEpoch);
        }
        let fits = keys.len() == self.roster.0.len()
            && self.roster.0.iter().zip(&keys).all(|(seat, key)| seat.id == key.seat)
            && keys.iter().all(|key| key.bytes.len() == SealedKey::LENGTH);
        if !fits {
            return Err(ConversationRefusal::WrongKeys);
        }
        if keys.is_empty() {
            return Ok(Vec::new());
        }
        if !self.is_sealed() {
            return Ok(vec![ConversationEvent::Sealed { epoch, keys }]);
        }
        let keys: Vec<_> = keys
            .into_iter()
            .filter(|key| self.asked.get(&key.seat) > self.answered.get(&key.seat))
            .collect();
        if keys.is_empty() {
            return Ok(Vec::new());
        }
        Ok(vec![ConversationEvent::Sealed { epoch, keys }])
    }

    /// A worker's page could not open its key.
    pub fn ask_key(
        &self,
        epoch: Epoch,
        staff: StaffId,
    ) -> Result<Vec<ConversationEvent>, ConversationRefusal> {
        if epoch != self.epoch {
            return Err(ConversationRefusal::StaleEpoch);
        }
        let seat = self.roster.seat_of(staff).ok_or(ConversationRefusal::NotSeated)?.id;
        if !self.is_sealed() {
            return Err(ConversationRefusal::NotSealed);
        }
        if self.asked.get(&seat).copied().unwrap_or(0) >= Self::MAX_ASKS {
            return Err(ConversationRefusal::AskedTooOften);
        }
        Ok(vec![ConversationEvent::KeyAsked { epoch, seat }])
    }

    /// Somebody wrote: `sender` is the seat that the server knows them to have.
    pub fn send(
        &self,
        sender: SeatId,
        envelope: Envelope,
    ) -> Result<ConversationEvent, ConversationRefusal> {
        let header = &envelope.header;
        if header.seat != sender {
            return Err(ConversationRefusal::NotSeated);
        }
        if header.epoch != self.epoch {
            return Err(ConversationRefusal::StaleEpoch);
        }
        if !self.is_sealed() {
            return Err(ConversationRefusal::NotSealed);
        }
        if sender != SeatId::VISITOR && self.roster.seat(sender).is_none() {
            return Err(ConversationRefusal::NotSeated);
        }
        Ok(ConversationEvent::Sent(envelope))
    }
}
