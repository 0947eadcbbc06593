//! What somebody sees once: recovery codes, and the link of an invitation. In memory only, and only
//! for the session that made it, until its person says that they have it.

use std::{collections::HashMap, time::Duration};

use super::{Enrolment, InvitationToken, RecoveryCode};
use crate::{
    domain::{moment::Moment, staffing::ShownName},
    service::records::{FactorSecret, SessionId},
};

/// How long it can be looked at.
const SHOWN_FOR: Duration = Duration::from_mins(15);

/// What is shown once.
#[derive(Debug, Clone)]
pub enum ShownOnce {
    /// Fresh recovery codes.
    Recovery(Vec<RecoveryCode>),
    /// The link of an invitation, and for whom it is.
    Link(ShownName, InvitationToken),
}

/// What sessions have in hand, each at most one thing of a kind.
#[derive(Default)]
pub(super) struct InHand {
    shown: HashMap<SessionId, (ShownOnce, Moment)>,
    fresh: HashMap<SessionId, (FactorSecret, Enrolment, Moment)>,
}

impl InHand {
    pub(super) fn show(&mut self, session: SessionId, what: ShownOnce, now: Moment) {
        self.forget(now);
        self.shown.insert(session, (what, now + SHOWN_FOR));
    }

    pub(super) fn shown(&self, session: SessionId, now: Moment) -> Option<ShownOnce> {
        let (what, until) = self.shown.get(&session)?;
        (*until > now).then(|| what.clone())
    }

    pub(super) fn put_away(&mut self, session: SessionId) {
        self.shown.remove(&session);
    }

    /// A second factor that somebody is about to make.
    pub(super) fn prepare(
        &mut self,
        session: SessionId,
        secret: FactorSecret,
        enrolment: Enrolment,
        now: Moment,
    ) {
        self.forget(now);
        self.fresh.insert(session, (secret, enrolment, now + SHOWN_FOR));
    }

    pub(super) fn prepared(
        &self,
        session: SessionId,
        now: Moment,
    ) -> Option<(FactorSecret, Enrolment)> {
        let (secret, enrolment, until) = self.fresh.get(&session)?;
        (*until > now).then(|| (secret.clone(), enrolment.clone()))
    }

    pub(super) fn made(&mut self, session: SessionId) {
        self.fresh.remove(&session);
    }

    fn forget(&mut self, now: Moment) {
        self.shown.retain(|_, (_, until)| *until > now);
        self.fresh.retain(|_, (_, _, until)| *until > now);
    }
}
