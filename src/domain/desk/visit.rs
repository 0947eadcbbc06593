//! A visitor, from sign-up to goodbye.

use serde::{Deserialize, Serialize};

use super::{DeskRules, Presence};
use crate::domain::{
    ids::{RegionId, StaffId},
    moment::Moment,
};

/// A visitor, from sign-up to goodbye.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Visit {
    pub(super) ticket: u64,
    /// The region that the visitor chose, or was passed on to since, having agreed.
    pub region: RegionId,
    /// When the visitor signed up.
    pub signed_up: Moment,
    /// Whether a worker has ever been connected: only then does the place in the queue go.
    pub met: Met,
    /// When the first worker was connected.
    pub met_at: Option<Moment>,
    /// Whether the visitor's page is connected.
    pub presence: Presence,
    /// How far the visitor has come.
    pub stage: Stage,
    /// Whether workers of the backup regions may help.
    pub elsewhere: Consent,
    /// The colleague who reads along, or was asked to.
    pub reader: Option<Reader>,
    /// What the worker would like and the visitor has a say in; also for a while after it ended.
    pub wish: Option<Wish>,
    /// Who passed the visitor on, and to whom, until somebody takes the visitor.
    pub(super) passed_on: Option<PassedOn>,
    /// Who left the conversation to the worker who has it now.
    pub(super) handed_over_by: Option<StaffId>,
    pub(super) wishes: u16,
    /// The last wish that the visitor agreed to.
    pub(super) granted: Option<u16>,
    /// The workers who let the offer pass since the last round.
    pub(super) passed: Vec<StaffId>,
}

/// Whether a visitor has been with a worker before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Met {
    /// Still waiting for the first one.
    NotYet,
    /// Has been connected; when waiting again, goes before all who have not.
    Already,
}

/// How far a visitor has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stage {
    /// In the queue.
    Waiting,
    /// Shown to one worker, who alone may accept until then.
    Offered {
        /// That worker.
        to: StaffId,
        /// When the offer goes on to the next.
        until: Moment,
    },
    /// Shown to every free worker who may help, after each let it pass.
    OpenToAll,
    /// Accepted; the visitor's page has yet to seal the key to the worker's seat.
    Accepted {
        /// The worker who accepted.
        by: StaffId,
        /// When the visitor counts as away after all.
        until: Moment,
    },
    /// In conversation.
    Talking {
        /// With this worker.
        with: StaffId,
        /// Since they were connected.
        since: Moment,
    },
}

/// What a visitor said about help from the backup regions. It holds for the whole visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Consent {
    /// Nothing yet.
    NotAsked,
    /// Yes.
    Agreed,
    /// No, while somebody was on duty for the own region.
    Declined,
    /// No, although nobody is on duty for the own region.
    DeclinedAlone,
}

/// A colleague who reads along with a conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reader {
    /// Was asked, and has until then to join.
    Asked {
        /// That colleague.
        who: StaffId,
        /// When the invitation lapses.
        until: Moment,
    },
    /// Has a seat.
    Joined {
        /// That colleague.
        who: StaffId,
    },
}

impl Reader {
    /// That colleague.
    #[must_use]
    pub const fn who(self) -> StaffId {
        match self {
            Self::Asked { who, .. } | Self::Joined { who } => who,
        }
    }

    /// Until when the invitation stands; `None` once joined.
    #[must_use]
    pub const fn until(self) -> Option<Moment> {
        match self {
            Self::Asked { until, .. } => Some(until),
            Self::Joined { .. } => None,
        }
    }
}

/// Whom a conversation goes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Target {
    /// A colleague, who is offered the visitor first.
    Colleague(StaffId),
    /// The queue of a region.
    Region(RegionId),
    /// A colleague, to read along.
    Reader(StaffId),
}

/// Something that a worker would like and the visitor has a say in: help from another region.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wish {
    /// Counts the wishes of this visit, so that an answer fits one of them only.
    pub number: u16,
    /// Whom it is about.
    pub to: Target,
    /// Whether it still stands.
    pub standing: WishStanding,
}

/// Whether a wish still stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum WishStanding {
    /// The visitor has until then to answer.
    Asked {
        /// When it lapses.
        until: Moment,
    },
    /// It came to nothing; told until there is another one.
    Ended(WishEnd),
}

/// Why a wish came to nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum WishEnd {
    /// The visitor would rather not.
    Declined,
    /// The visitor did not answer in time.
    Lapsed,
    /// Whom it was about is no longer there.
    Unavailable,
    /// The worker took it back.
    Withdrawn,
}

impl Wish {
    /// Until when the visitor may answer, while it stands.
    #[must_use]
    pub const fn until(&self) -> Option<Moment> {
        match self.standing {
            WishStanding::Asked { until } => Some(until),
            WishStanding::Ended(_) => None,
        }
    }
}

/// Who passed a visitor on, to whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct PassedOn {
    pub(super) by: StaffId,
    pub(super) to: Target,
}

impl Visit {
    pub(super) fn new(ticket: u64, region: RegionId, at: Moment) -> Self {
        Self {
            ticket,
            region,
            signed_up: at,
            met: Met::NotYet,
            met_at: None,
            presence: Presence::Away { since: at },
            stage: Stage::Waiting,
            elsewhere: Consent::NotAsked,
            reader: None,
            wish: None,
            passed_on: None,
            handed_over_by: None,
            wishes: 0,
            granted: None,
            passed: Vec::new(),
        }
    }

    /// The worker this visitor is with, or about to be.
    #[must_use]
    pub const fn worker(&self) -> Option<StaffId> {
        match self.stage {
            Stage::Accepted { by, .. } => Some(by),
            Stage::Talking { with, .. } => Some(with),
            Stage::Waiting | Stage::Offered { .. } | Stage::OpenToAll => None,
        }
    }

    /// The colleague who reads along.
    #[must_use]
    pub const fn second_reader(&self) -> Option<StaffId> {
        match self.reader {
            Some(Reader::Joined { who }) => Some(who),
            Some(Reader::Asked { .. }) | None => None,
        }
    }

    /// Everybody with a seat at the conversation, or about to get one.
    pub fn seated(&self) -> impl Iterator<Item = StaffId> {
        self.worker().into_iter().chain(self.second_reader())
    }

    /// The regions whose workers may help: the own one first, then its backups once the visitor
    /// has agreed.
    pub fn reach<'a>(&self, rules: &'a DeskRules) -> impl Iterator<Item = RegionId> + use<'a> {
        let backups: &[RegionId] = match self.elsewhere {
            Consent::Agreed => rules.backups.of(self.region),
            Consent::NotAsked | Consent::Declined | Consent::DeclinedAlone => &[],
        };
        std::iter::once(self.region).chain(backups.iter().copied())
    }

    /// Whether this worker handed the conversation over to who has it now.
    pub(super) fn was_handed_over(&self, by: StaffId, to: StaffId) -> bool {
        self.handed_over_by == Some(by) && self.worker() == Some(to)
    }

    /// The colleague whom the visitor was passed on to.
    pub(super) fn meant_for(&self) -> Option<StaffId> {
        match self.passed_on?.to {
            Target::Colleague(colleague) => Some(colleague),
            Target::Region(_) | Target::Reader(_) => None,
        }
    }

    /// Who comes first: visitors who were given back, then in the order of signing up.
    pub(super) fn turn(&self) -> (bool, u64) {
        (self.met == Met::NotYet, self.ticket)
    }

    /// The workers at whose desks this visit takes up a place: shown to them, or with them, or
    /// read along by them, and not away for too long.
    pub(super) fn held_by(
        &self,
        now: Moment,
        rules: &DeskRules,
    ) -> impl Iterator<Item = StaffId> + use<> {
        let offered = match self.stage {
            Stage::Offered { to, .. } => Some(to),
            _ => None,
        };
        let away = self.presence.away_since();
        let counts = away.is_none_or(|since| now < since + rules.away_frees_place);
        let seated = counts.then(|| [self.worker(), self.second_reader()]);
        offered.into_iter().chain(seated.into_iter().flatten().flatten())
    }
}
