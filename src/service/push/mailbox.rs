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
    behind: Arc<AtomicBool>,
    heard: Arc<AtomicI64>,
}

/// The receiving side.
#[derive(Debug)]
pub struct Mailbox {
    connection: ConnectionId,
    hints: mpsc::Receiver<Hint>,
    behind: Arc<AtomicBool>,
    heard: Arc<AtomicI64>,
}

/// A new mailbox for the page that connected at `now`.
pub(super) fn open(connection: ConnectionId, now: Moment) -> (Line, Mailbox) {
    let (sender, receiver) = mpsc::channel(DEPTH);
    let behind = Arc::new(AtomicBool::new(false));
    let heard = Arc::new(AtomicI64::new(now.as_millis()));
    let line =
        Line { connection, hints: sender, behind: Arc::clone(&behind), heard: Arc::clone(&heard) };
    (line, Mailbox { connection, hints: receiver, behind, heard })
}

impl Line {
    /// Leaves a hint; a full mailbox is marked as behind instead.
    pub fn tell(&self, hint: Hint) {
        if self.hints.try_send(hint).is_err() {
            self.behind.store(true, Ordering::Release);
        }
    }

    /// The page gave a sign of life.
    pub fn hear(&self, now: Moment) {
        self.heard.store(now.as_millis(), Ordering::Relaxed);
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
        Moment::from_millis(self.heard.load(Ordering::Relaxed))
    }

    /// The next hint. Once a newer page has the line and everything was told, it is
    /// [`Hint::Superseded`], also when that was lost: a page that does not know would come back
    /// and take the line from the newer one.
    pub async fn next(&mut self) -> Hint {
        if self.hints.is_empty() && self.behind.swap(false, Ordering::AcqRel) {
            return Hint::Behind;
        }
        self.hints.recv().await.unwrap_or(Hint::Superseded)
    }
}
