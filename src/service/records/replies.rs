//! Canned replies: each worker's own, and those of a region.

use super::Answer;
use crate::domain::{
    ids::{RegionId, ReplyId, StaffId},
    reply::{OwnReply, ReplyWords},
};

const TABLE: &str = include_str!("replies.csv");

/// The part of the port that knows replies.
pub trait ReplyRecords: Send + Sync {
    /// The replies of a region, in its order: the program's when it never decided on any. Errors:
    /// [`super::RecordsError::UnknownRegion`].
    fn shared_replies(&self, region: RegionId) -> Answer<'_, Vec<ReplyWords>>;

    /// Replaces the replies of a region; none at all is a decision too. Errors:
    /// [`super::RecordsError::UnknownRegion`], [`super::RecordsError::TooMany`] beyond
    /// [`crate::domain::reply::REPLIES_LIMIT`].
    fn set_shared_replies(&self, region: RegionId, replies: Vec<ReplyWords>) -> Answer<'_, ()>;

    /// A worker's own replies, in the order of their names.
    fn own_replies(&self, staff: StaffId) -> Answer<'_, Vec<OwnReply>>;

    /// Adds a reply, or changes the one of this worker with this id. Errors:
    /// [`super::RecordsError::UnknownStaff`], [`super::RecordsError::TooMany`] beyond
    /// [`crate::domain::reply::REPLIES_LIMIT`].
    fn save_own_reply(&self, staff: StaffId, reply: OwnReply) -> Answer<'_, ()>;

    /// Removes a worker's own reply; does nothing when there is none.
    fn remove_own_reply(&self, staff: StaffId, reply: ReplyId) -> Answer<'_, ()>;
}

/// What a region has that never decided on its replies.
pub(super) fn default_replies() -> Result<Vec<ReplyWords>, csv::Error> {
    let mut reader = csv::ReaderBuilder::new().comment(Some(b'#')).from_reader(TABLE.as_bytes());
    let mut replies = Vec::new();
    for row in reader.deserialize() {
        let (name, text): (String, String) = row?;
        let words = ReplyWords::parse(&name, &text)
            .map_err(|error| std::io::Error::new(std::io::ErrorKind::InvalidData, error))?;
        replies.push(words);
    }
    Ok(replies)
}
