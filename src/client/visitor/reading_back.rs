//! Whether somebody who joined later may read what was said before.

use serde::{Deserialize, Serialize};

use super::{VisitorAction, VisitorClient};
use crate::{
    domain::{
        conversation::{Conversation, EarlierKey, Envelope, Kind, Roster, Seat},
        desk::Answer,
        ids::{Epoch, SeatId},
        moment::Moment,
    },
    protocol::{AllowReadingBack, EarlierKeys, Refusal},
};

/// A worker who joined after something was said, and whom the visitor may let read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MayReadBack {
    /// The worker's seat.
    pub seat: SeatId,
    /// The worker's name.
    pub name: String,
    /// The name of the worker's region.
    pub region_name: String,
}

/// What the visitor said about a seat, with the key that it has since this epoch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Answered {
    seat: SeatId,
    since: Epoch,
    answer: Answer,
}

/// Who sat where when something was said, and who may read it. Few of each, in their order: plain
/// lists are a good deal smaller in the WASM than trees.
#[derive(Debug, Default)]
pub(super) struct ReadingBack {
    rosters: Vec<(Epoch, Roster)>,
    /// The epochs in which somebody wrote.
    talked: Vec<Epoch>,
    /// The earlier epochs that a seat has the keys of.
    given: Vec<(SeatId, Epoch)>,
    answers: Vec<Answered>,
    /// Keys are on their way, or were refused: something has to come first.
    waits: bool,
}

impl ReadingBack {
    pub(super) fn restore(&mut self, answers: Vec<Answered>) {
        self.answers = answers;
    }

    pub(super) fn kept(&self) -> Vec<Answered> {
        self.answers.clone()
    }

    /// What had to come first has come.
    pub(super) fn go_on(&mut self) {
        self.waits = false;
    }

    pub(super) fn seat(&mut self, epoch: Epoch, roster: &Roster) {
        let former = self.rosters.last().map(|(_, roster)| roster);
        let same = |seat: SeatId| {
            former.and_then(|former| former.seat(seat)).map(|seat| &seat.key)
                == roster.seat(seat).map(|seat| &seat.key)
        };
        self.given.retain(|(seat, _)| same(*seat));
        self.rosters.push((epoch, roster.clone()));
        self.waits = false;
    }

    pub(super) fn received(&mut self, envelope: &Envelope) {
        let epoch = envelope.header.epoch;
        if envelope.header.kind == Kind::Message && !self.talked.contains(&epoch) {
            self.talked.push(epoch);
        }
    }

    pub(super) fn given(&mut self, seat: SeatId, keys: &EarlierKeys) {
        if let EarlierKeys::Of(epochs) = keys {
            self.given.extend(epochs.iter().map(|epoch| (seat, *epoch)));
        }
        self.waits = false;
    }

    /// The first epoch from which this seat has had its key without a break.
    fn since(&self, seat: &Seat) -> Epoch {
        let theirs = self.rosters.iter().rev().take_while(|(_, roster)| {
            roster.seat(seat.id).is_some_and(|former| former.key == seat.key)
        });
        theirs.last().map_or(Epoch(0), |(epoch, _)| *epoch)
    }

    /// The epochs in which something was said that this seat cannot read.
    fn lacks(&self, seat: &Seat) -> impl Iterator<Item = Epoch> {
        let since = self.since(seat);
        let earlier = self.talked.iter().copied().filter(move |epoch| *epoch < since);
        earlier.filter(|epoch| !self.given.contains(&(seat.id, *epoch)))
    }

    fn answer(&self, seat: &Seat) -> Option<Answer> {
        let since = self.since(seat);
        let answered = |answer: &&Answered| (answer.seat, answer.since) == (seat.id, since);
        self.answers.iter().find(answered).map(|answered| answered.answer)
    }
}

impl VisitorClient {
    /// The workers of whom the visitor may be asked whether they may read what was said before they
    /// joined; nobody who was answered about.
    #[must_use]
    pub fn may_read_back(&self) -> Vec<MayReadBack> {
        if !self.channel.is_open() {
            return Vec::new();
        }
        let asked = |seat: &&Seat| {
            self.reading_back.answer(seat).is_none()
                && self.reading_back.lacks(seat).next().is_some()
        };
        let seats = self.channel.roster().0.iter().filter(asked);
        seats
            .map(|seat| MayReadBack {
                seat: seat.id,
                name: seat.name.clone(),
                region_name: seat.region_name.clone(),
            })
            .collect()
    }

    /// The visitor lets a worker read what was said before, or does not. Without a yes nothing of it
    /// can be read; a no is remembered, and a yes can follow it.
    pub fn allow_reading_back(&mut self, seat: SeatId, answer: Answer, now: Moment) {
        let Some(found) = self.channel.roster().seat(seat) else { return };
        let since = self.reading_back.since(found);
        let answers = &mut self.reading_back.answers;
        answers.retain(|answered| (answered.seat, answered.since) != (seat, since));
        answers.push(Answered { seat, since, answer });
        self.keep();
        self.go_on(now);
    }

    /// What became of the keys for a worker.
    pub fn reading_back_allowed(&mut self, answer: Result<(), Refusal>, now: Moment) {
        // What was refused is tried again when the roster or its key has come.
        if answer.is_err_and(Refusal::passes) {
            self.lost(Refusal::Unreachable, now);
        }
    }

    /// Seals earlier keys to whoever may read back and lacks some.
    pub(super) fn send_earlier_keys(&mut self) {
        if self.reading_back.waits || !self.channel.is_open() {
            return;
        }
        let (epoch, credential) = (self.channel.epoch(), self.credential());
        let roster = self.channel.roster();
        let Some(seal) = &mut self.seal else { return };
        for seat in &roster.0 {
            if self.reading_back.answer(seat) != Some(Answer::Yes) {
                continue;
            }
            let lacks = self.reading_back.lacks(seat).take(Conversation::MAX_EARLIER_KEYS);
            let keys: Vec<_> = lacks
                .filter_map(|of| {
                    let key = seal.seal_earlier_key(of, epoch, roster, seat.id).ok()?;
                    Some(EarlierKey { of, key })
                })
                .collect();
            if !keys.is_empty() {
                self.reading_back.waits = true;
                let request = AllowReadingBack { credential, epoch, seat: seat.id, keys };
                self.actions.push(VisitorAction::AllowReadingBack(request));
                return;
            }
        }
    }
}
