//! What waits for one open page.

use std::sync::{
    Arc,
    atomic::{AtomicBool, AtomicI64, Ordering},
};

use tokio::sync::mpsc;

use crate::domain::{
    conversation::ConversationEvent,
    desk::Ending,
    ids::{ConnectionId, ConversationId, SeatId, Seq},
    moment::Moment,
    recorded::Recorded,
};

/// How many hints wait for a page before it counts as behind.
const DEPTH: usize = 64;

/// Something that a page may want to know.
#[derive(Debug, Clone)]
pub enum Hint {
    /// A conversation grew by this entry.
    Entry(ConversationId, Arc<Recorded<ConversationEvent>>),
    /// How things stand may have changed.
    Desk,
    /// Somebody is writing.
    Typing(ConversationId, SeatId),
    /// Somebody has everything up to there.
    Seen(ConversationId, SeatId, Seq),
    /// A conversation is over.
    Ended(ConversationId, Ending),
    /// The visitor did not connect after being accepted.
    NotConnected(ConversationId),
    /// The worker was away for too long.
    GivenBack(ConversationId),
    /// The worker passed the conversation on.
    HandedOver(ConversationId),
    /// The worker reads along no longer.
    ReadingOver(ConversationId),
    /// A newer page took over.
    Superseded,
    /// The session is over.
    SignedOut,
    /// Some hints were lost: look at everything.
    Behind,
}

/// The sending side of a page's mailbox.
#[derive(Debug, Clone)]
pub struct Line {
    pub(super) connection: ConnectionId,
    hints: mpsc::Sender<Hint>,
    known: Arc<Known>,
}

/// What both sides know.
#[derive(Debug)]
struct Known {
    /// Some hints were lost.
    behind: AtomicBool,
    /// [`Hint::Desk`] is waiting already: a second one would say nothing more.
    desk: AtomicBool,
    /// When the page last gave a sign of life.
    heard: AtomicI64,
}

/// The receiving side.
#[derive(Debug)]
pub struct Mailbox {
    connection: ConnectionId,
    hints: mpsc::Receiver<Hint>,
    known: Arc<Known>,
}

/// A new mailbox for the page that connected at `now`.
pub(super) fn open(connection: ConnectionId, now: Moment) -> (Line, Mailbox) {
    let (sender, receiver) = mpsc::channel(DEPTH);
    let known = Arc::new(Known {
        behind: AtomicBool::new(false),
        desk: AtomicBool::new(false),
        heard: AtomicI64::new(now.as_millis()),
    });
    let line = Line { connection, hints: sender, known: Arc::clone(&known) };
    (line, Mailbox { connection, hints: receiver, known })
}

impl Line {
    /// Leaves a hint; a full mailbox is marked as behind instead.
    pub fn tell(&self, hint: Hint) {
        if matches!(hint, Hint::Desk) && self.known.desk.swap(true, Ordering::AcqRel) {
            return;
        }
        if self.hints.try_send(hint).is_err() {
            self.known.behind.store(true, Ordering::Release);
        }
    }

    /// The page gave a sign of life.
    pub fn hear(&self, now: Moment) {
        self.known.heard.store(now.as_millis(), Ordering::Relaxed);
    }
}

impl Mailbox {
    /// Under which name the page connected.
    #[must_use]
    pub const fn connection(&self) -> ConnectionId {
        self.connection
    }

    /// When the page last gave a sign of life.
    #[must_use]
    pub fn heard(&self) -> Moment {
        Moment::from_millis(self.known.heard.load(Ordering::Relaxed))
    }

    /// The next hint. Once a newer page has the line and everything was told, it is
    /// [`Hint::Superseded`], also when that was lost: a page that does not know would come back
    /// and take the line from the newer one.
    pub async fn next(&mut self) -> Hint {
        if self.hints.is_empty() && self.known.behind.swap(false, Ordering::AcqRel) {
            // The lost ones may have been of this kind.
            self.known.desk.store(false, Ordering::Release);
            return Hint::Behind;
        }
        let hint = self.hints.recv().await.unwrap_or(Hint::Superseded);
        if matches!(hint, Hint::Desk) {
            // Before the page looks: what changes from here on is told again.
            self.known.desk.store(false, Ordering::Release);
        }
        hint
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn how_things_stand_is_asked_for_once_however_often_it_changes() {
        let (line, mut mailbox) = open(ConnectionId::from_bytes([1; 16]), Moment::from_millis(0));
        line.tell(Hint::Desk);
        line.tell(Hint::Desk);
        line.tell(Hint::SignedOut);
        assert!(matches!(mailbox.next().await, Hint::Desk));
        line.tell(Hint::Desk);
        assert!(matches!(mailbox.next().await, Hint::SignedOut));
        assert!(matches!(mailbox.next().await, Hint::Desk), "it changed after it was asked for");
    }

    #[tokio::test]
    async fn a_page_that_fell_behind_is_told_so_and_then_hears_of_changes_again() {
        let (line, mut mailbox) = open(ConnectionId::from_bytes([1; 16]), Moment::from_millis(0));
        for _ in 0..DEPTH {
            line.tell(Hint::SignedOut);
        }
        line.tell(Hint::Desk);
        for _ in 0..DEPTH {
            assert!(matches!(mailbox.next().await, Hint::SignedOut));
        }
        assert!(matches!(mailbox.next().await, Hint::Behind));
        line.tell(Hint::Desk);
        assert!(matches!(mailbox.next().await, Hint::Desk));
    }
}
