//! What visitors are asked before the chat, as the organisations decided it.

use super::Answer;
use crate::domain::{ids::RegionId, questions::Questions};

/// The part of the port about questions.
pub trait QuestionRecords: Send + Sync {
    /// Replaces what is asked in one region, or with `None` in every region that has no questions of
    /// its own. Without questions, `None`, a region asks what all do, and all ask what the program
    /// does; an empty list asks nothing. Errors: [`super::RecordsError::UnknownRegion`].
    fn set_questions(
        &self,
        region: Option<RegionId>,
        questions: Option<Questions>,
    ) -> Answer<'_, ()>;
}
