//! How far the page has come, told to the server: a sign of life, and "bezorgd" at the other side.

use super::{VisitorAction, VisitorClient};
use crate::protocol::VisitorAnswer;

impl VisitorClient {
    /// Tells it, or leaves it to the end of the request that is under way.
    pub(super) fn answer(&mut self) {
        if self.telling.begin() {
            self.actions.push(VisitorAction::Answer(VisitorAnswer {
                credential: self.credential(),
                connection: self.connection,
                seen: self.channel.cursor(),
            }));
        }
    }

    /// The request of [`VisitorAction::Answer`] has ended, in whatever way.
    pub fn answered(&mut self) {
        if self.telling.end() {
            self.answer();
        }
    }
}
