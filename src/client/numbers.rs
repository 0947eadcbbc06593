//! The numbers on envelopes. What a seat sends is counted through the whole conversation, and the
//! seal covers the number: whoever withholds an envelope leaves a gap, even when the roster changes
//! right after it.

use crate::domain::{
    conversation::{Header, Kind},
    ids::SeatId,
};

/// What was counted so far.
#[derive(Debug, Default)]
pub(super) struct Numbers {
    /// The next own one.
    next: u32,
    /// The one after the last own that is known to be stored.
    stored: u32,
    /// The one that is due from each seat that something came from.
    due: Vec<(SeatId, u32)>,
}

impl Numbers {
    /// The number of the next own envelope.
    pub fn next(&self) -> u32 {
        self.next
    }

    /// An own envelope with this number was sealed.
    pub fn sealed(&mut self, number: u32) {
        self.next = self.next.max(number.saturating_add(1));
    }

    /// An own envelope with this number is stored.
    pub fn stored(&mut self, number: u32) {
        self.stored = self.stored.max(number.saturating_add(1));
        self.next = self.next.max(self.stored);
    }

    /// Another roster counts: what was sealed for the former one and not stored is sealed anew.
    pub fn unseal(&mut self) {
        self.next = self.stored;
    }

    /// This side was away, or has another seat: what was sent meanwhile is not its to count.
    pub fn begin_anew(&mut self) {
        self.due.clear();
    }

    /// Another seat is one's own from now on.
    pub fn change_seats(&mut self) {
        *self = Self::default();
    }

    /// An envelope was opened: whether others are missing before it. The first of a seat is its
    /// greeting.
    pub fn arrived(&mut self, header: &Header) -> bool {
        let after = header.number.saturating_add(1);
        if let Some((_, due)) = self.due.iter_mut().find(|(seat, _)| *seat == header.seat) {
            let missing = header.number > *due;
            *due = after.max(*due);
            return missing;
        }
        self.due.push((header.seat, after));
        header.kind != Kind::Hello && header.number > 0
    }

    /// An envelope could not be opened, so its outside proves nothing: it counts when it is the one
    /// that was due.
    pub fn unreadable(&mut self, header: &Header) {
        for (seat, due) in &mut self.due {
            if (*seat, *due) == (header.seat, header.number) {
                *due = due.saturating_add(1);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::{Epoch, MessageId};

    fn header(number: u32, kind: Kind) -> Header {
        let message = MessageId::from_bytes([0; 16]);
        Header { message, epoch: Epoch(1), seat: SeatId(1), number, kind }
    }

    #[test]
    fn a_gap_shows_and_counting_begins_at_a_greeting() {
        let mut numbers = Numbers::default();
        assert!(!numbers.arrived(&header(7, Kind::Hello)));
        assert!(!numbers.arrived(&header(8, Kind::Message)));
        assert!(numbers.arrived(&header(10, Kind::Message)));
        assert!(!numbers.arrived(&header(9, Kind::Message)), "late, and no further gap");
        assert!(!numbers.arrived(&header(11, Kind::Hello)));
        assert!(Numbers::default().arrived(&header(1, Kind::Message)), "no greeting came");
    }

    #[test]
    fn what_cannot_be_opened_moves_nothing_by_more_than_one() {
        let mut numbers = Numbers::default();
        numbers.arrived(&header(0, Kind::Hello));
        numbers.unreadable(&header(u32::MAX, Kind::Message));
        numbers.unreadable(&header(1, Kind::Message));
        assert!(!numbers.arrived(&header(2, Kind::Message)));
        assert!(numbers.arrived(&header(u32::MAX, Kind::Message)));
    }

    #[test]
    fn what_was_not_stored_gives_its_number_back_when_the_roster_changes() {
        let mut numbers = Numbers::default();
        numbers.sealed(0);
        numbers.stored(0);
        numbers.sealed(1);
        assert_eq!(numbers.next(), 2);
        numbers.unseal();
        assert_eq!(numbers.next(), 1);
    }
}
