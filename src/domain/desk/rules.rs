//! The windows and bounds that an organisation may set, and who helps whom out.

use std::{sync::Arc, time::Duration};

use crate::domain::region::Backups;

/// How long things may take at the desk, how many there may be, and which regions help which.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeskRules {
    /// How long an offer stands for one worker.
    pub offer: Duration,
    /// How long a visitor's page may take to seal the key after being accepted.
    pub connect: Duration,
    /// How long a waiting visitor may be away before the place is lost.
    pub waiting_away: Duration,
    /// How long a visitor in conversation may be away before the conversation ends.
    pub talking_away: Duration,
    /// After how long away a visitor no longer takes up a place at the worker's desk.
    pub away_frees_place: Duration,
    /// How long a worker may be away before the visitors go back to the front of the queue.
    pub worker_away: Duration,
    /// How many visitors may wait in one region.
    pub queue_limit: usize,
    /// How long a colleague may take to join a conversation as a second reader.
    pub invitation: Duration,
    /// How long a visitor may take to answer whether somebody of another region may help.
    pub wish: Duration,
    /// Which regions help which others out.
    pub backups: Arc<Backups>,
}

impl DeskRules {
    /// The most conversations that a worker may have at once.
    pub const MAX_CAPACITY: u8 = 4;

    /// The longest time, in minutes, that a worker may take after a conversation.
    pub const MAX_WRAP_UP: u8 = 10;
}

impl Default for DeskRules {
    fn default() -> Self {
        Self {
            offer: Duration::from_secs(30),
            connect: Duration::from_secs(20),
            waiting_away: Duration::from_mins(10),
            talking_away: Duration::from_mins(30),
            away_frees_place: Duration::from_mins(3),
            worker_away: Duration::from_mins(1),
            queue_limit: 100,
            invitation: Duration::from_secs(30),
            wish: Duration::from_mins(3),
            backups: Arc::default(),
        }
    }
}
