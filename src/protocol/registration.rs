//! What the desk asks about the registration of advices.

use serde::{Deserialize, Serialize};

use crate::domain::{
    advice::{Chosen, DurationBucket, Edition, Owed},
    ids::{RegionId, RegistrationId},
};

/// A worker's page wants the lists, and what is still to be registered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskAdvices {
    /// [`super::VERSION`] of the page.
    pub version: u8,
}

/// What a worker can register, and has yet to today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AdviceDesk {
    /// The lists in force.
    pub edition: Edition,
    /// What is still to be registered.
    pub owed: Vec<OwedAdvice>,
    /// The regions that an advice of this worker may count for, with their names, the own one
    /// first.
    pub regions: Vec<(RegionId, String)>,
}

/// Advices still to be registered that are alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwedAdvice {
    /// All that is known of each.
    pub owed: Owed,
    /// How many there are; at least one.
    pub number: u32,
}

/// A worker registers an advice, or corrects the one of today with the same id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegisterAdvice {
    /// [`super::VERSION`] of the page.
    pub version: u8,
    /// Made by the page, so that sending it again is the same registration.
    pub id: RegistrationId,
    /// The edition of the codes.
    pub edition: String,
    /// The region that it counts for.
    pub region: RegionId,
    /// About how long the conversation was.
    pub duration: DurationBucket,
    /// The answers.
    pub chosen: Vec<Chosen>,
    /// What is no longer owed by this; `None` for what never was.
    pub owed: Option<Owed>,
}

/// A worker says that a conversation was no advice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaiveAdvice {
    /// [`super::VERSION`] of the page.
    pub version: u8,
    /// What is no longer owed.
    pub owed: Owed,
    /// How many like it are still owed after this, so that sending it again is the same answer.
    pub left: u32,
}
