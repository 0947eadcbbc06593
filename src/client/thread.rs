//! The conversation as shown: what was said, and what changed, in the order of the journal.

use crate::domain::{
    conversation::Roster,
    ids::{MessageId, SeatId, Seq},
    moment::Moment,
};

/// One line of the conversation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What tells this line from all others, for as long as it is shown.
    pub key: LineKey,
    /// When it was stored; `None` for what is yet to be.
    pub at: Option<Moment>,
    /// What it says.
    pub said: Said,
}

/// What tells a line from all others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LineKey {
    /// A message, stored or not.
    Message(MessageId),
    /// A remark at a place, the first or a further one.
    Remark(Seq, u16),
}

/// What a line says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// Somebody's words.
    Message {
        /// Whose seat.
        seat: SeatId,
        /// The name; empty for the visitor, whose name the page knows itself.
        name: String,
        /// The words.
        text: String,
        /// How far one's own message has come; `None` for somebody else's.
        delivery: Option<Delivery>,
    },
    /// Something that changed.
    Remark(Remark),
}

/// How far one's own message has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delivery {
    /// Not stored yet.
    Sending,
    /// Stored.
    Stored,
    /// On somebody else's page.
    Delivered,
    /// Refused for good.
    Failed,
}

/// Something that changed, or went wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remark {
    /// This worker joined.
    Joined(String),
    /// This worker is no longer there.
    Left(String),
    /// This worker's page has a new key.
    Reconnected(String),
    /// A message could not be opened.
    Unreadable,
    /// Messages are missing before this one.
    Missing,
    /// The server says who takes part in a way that contradicts what it said before, or that cannot
    /// be.
    Contradicted,
}

/// What was said so far.
#[derive(Debug, Default)]
pub(super) struct Thread {
    /// In order of their places.
    lines: Vec<((Seq, u16), Line)>,
    roster: Roster,
}

impl Thread {
    /// Somebody said something; a message that is here already is ignored, wherever it is told anew.
    /// False when it was.
    pub fn say(&mut self, seq: Seq, at: Moment, id: MessageId, said: Said) -> bool {
        let key = LineKey::Message(id);
        let is_new = self.lines.iter().all(|(_, line)| line.key != key);
        if is_new {
            self.place((seq, u16::MAX), Line { key, at: Some(at), said });
        }
        is_new
    }

    /// Something changed at this place.
    pub fn remark(&mut self, seq: Seq, at: Moment, remark: Remark) {
        // As many as a roster that is a whole frame can have.
        let mut number = 0_u16;
        for ((other, _), line) in &self.lines {
            if *other == seq && matches!(line.key, LineKey::Remark(..)) {
                number = number.saturating_add(1);
            }
        }
        let line =
            Line { key: LineKey::Remark(seq, number), at: Some(at), said: Said::Remark(remark) };
        self.place((seq, number), line);
    }

    /// New lines come at the end, nearly always.
    fn place(&mut self, place: (Seq, u16), line: Line) {
        let index = self.lines.iter().rposition(|(other, _)| *other <= place);
        let index = index.map_or(0, |index| index + 1);
        if index == 0 || self.lines[index - 1].0 != place {
            self.lines.insert(index, (place, line));
        }
    }

    /// Another roster counts: remarks on who joined, left, or has another key.
    pub fn seat(&mut self, seq: Seq, at: Moment, roster: &Roster) {
        let former = std::mem::replace(&mut self.roster, roster.clone());
        for seat in &roster.0 {
            match former.seat(seat.id) {
                None => self.remark(seq, at, Remark::Joined(seat.name.clone())),
                // A seat is somebody's for good: another name, or a region, is somebody else.
                Some(known) if (&known.name, known.region) != (&seat.name, seat.region) => {
                    self.remark(seq, at, Remark::Left(known.name.clone()));
                    self.remark(seq, at, Remark::Joined(seat.name.clone()));
                }
                Some(known) if known.key != seat.key => {
                    self.remark(seq, at, Remark::Reconnected(seat.name.clone()));
                }
                Some(_) => {}
            }
        }
        for seat in former.0 {
            if roster.seat(seat.id).is_none() {
                self.remark(seq, at, Remark::Left(seat.name));
            }
        }
    }

    /// The lines in order, with how far `own` messages have come: `seen` is the furthest place
    /// that anybody else has reached.
    pub fn lines(&self, seen: Seq) -> impl Iterator<Item = Line> {
        self.lines.iter().map(move |((seq, _), line)| {
            let mut line = line.clone();
            if let Said::Message { delivery: Some(delivery), .. } = &mut line.said
                && *seq <= seen
            {
                *delivery = Delivery::Delivered;
            }
            line
        })
    }
}
