//! How things look for who waits, kept until the next event: pages look it up, instead of each
//! counting the queue for itself.

use std::sync::{Mutex, MutexGuard, PoisonError};

use super::Switchboard;
use crate::domain::{
    desk::{Outlook, Outlooks},
    ids::ConversationId,
};

/// The outlooks as they were last worked out.
#[derive(Debug, Default)]
pub(super) struct KnownOutlooks(Mutex<Outlooks>);

impl KnownOutlooks {
    /// Puts newer ones in their place, and says for whom things look different now. They are
    /// worked out while nobody else does so: what is kept is never older than what was.
    pub(super) fn renew(&self, work_out: impl FnOnce() -> Outlooks) -> Vec<ConversationId> {
        let mut known = self.lock();
        let newer = work_out();
        let other = newer.iter().filter(|(id, outlook)| known.get(id) != Some(outlook));
        let changed = other.map(|(id, _)| *id).collect();
        *known = newer;
        changed
    }

    fn lock(&self) -> MutexGuard<'_, Outlooks> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Switchboard {
    /// How things look for this visitor, who waits.
    pub(in crate::service) fn outlook(&self, conversation: ConversationId) -> Option<Outlook> {
        self.outlooks.lock().get(&conversation).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::desk::Consent;

    const LOOK: Outlook = Outlook {
        place: Some(2),
        staffed: true,
        elsewhere: Consent::NotAsked,
        asks_elsewhere: false,
    };

    #[test]
    fn only_those_for_whom_something_changed_are_named() {
        let [first, second, third] = [1, 2, 3].map(|byte| ConversationId::from_bytes([byte; 16]));
        let known = KnownOutlooks::default();
        let all = Outlooks::from([(first, LOOK), (second, LOOK)]);
        assert_eq!(known.renew(|| all.clone()), [first, second]);
        assert_eq!(known.renew(|| all), []);
        let up = Outlook { place: Some(1), ..LOOK };
        let newer = Outlooks::from([(second, up), (third, LOOK)]);
        assert_eq!(known.renew(|| newer), [second, third]);
    }
}
