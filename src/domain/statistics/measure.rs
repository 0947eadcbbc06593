//! What is counted.

use crate::domain::{
    evaluation::{Asked, Opinion},
    ids::RegionId,
    misuse::Misuse,
};

use super::spread::{LENGTH_STEPS, Scale, WAIT_STEPS};

/// How somebody left who had not met a worker.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GaveUp {
    /// Stopped waiting.
    Stopped,
    /// Left through the quick exit.
    Exited,
    /// Was away for too long.
    Expired,
}

/// Which page was opened while every region was closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LookedAt {
    /// The first page.
    Home,
    /// The page of the chat.
    Chat,
}

/// One thing that is counted. Steps are the first minute of a step of their scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Measure {
    /// A visitor joined the queue.
    SignedUp,
    /// A visitor met the first worker.
    Connected,
    /// So long did a visitor wait for the first worker ([`WAIT_STEPS`]).
    Waited(u16),
    /// A visitor left before meeting a worker, after so long ([`WAIT_STEPS`]).
    GaveUp(GaveUp, u16),
    /// So long did a conversation last ([`LENGTH_STEPS`]).
    Lasted(u16),
    /// The first worker came from this other region.
    HelpedBy(RegionId),
    /// Somebody who wanted to wait found the region closed.
    Closed,
    /// Somebody who wanted to wait found nobody on duty.
    Unattended,
    /// Somebody who wanted to wait found the queue full.
    Full,
    /// A page was opened while every region was closed.
    Looked(LookedAt),
    /// One answer to one question after the goodbye.
    Answered(Asked, Opinion),
    /// A conversation that was none.
    Misused(Misuse),
    /// A conversation of which no advice was registered in time.
    Unregistered,
}

impl GaveUp {
    /// Every way.
    pub const ALL: [Self; 3] = [Self::Stopped, Self::Exited, Self::Expired];

    const fn code(self) -> &'static str {
        match self {
            Self::Stopped => "stopped",
            Self::Exited => "exit",
            Self::Expired => "expired",
        }
    }
}

impl LookedAt {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Home, Self::Chat];

    const fn code(self) -> &'static str {
        match self {
            Self::Home => "home",
            Self::Chat => "chat",
        }
    }
}

impl Measure {
    /// The name under which it is counted; it never changes. Small letters, digits, full stops and
    /// hyphens, at most 60 of them.
    #[must_use]
    pub fn code(self) -> String {
        match self {
            Self::SignedUp => "sign-up".to_owned(),
            Self::Connected => "connected".to_owned(),
            Self::Waited(step) => format!("wait.{step}"),
            Self::GaveUp(how, step) => format!("gave-up.{}.{step}", how.code()),
            Self::Lasted(step) => format!("length.{step}"),
            Self::HelpedBy(region) => format!("helped-by.{}", region.0),
            Self::Closed => "closed".to_owned(),
            Self::Unattended => "unattended".to_owned(),
            Self::Full => "full".to_owned(),
            Self::Looked(at) => format!("looked.{}", at.code()),
            Self::Answered(asked, opinion) => {
                format!("evaluation.{}.{}", asked.code(), opinion.code())
            }
            Self::Misused(misuse) => misuse.code().to_owned(),
            Self::Unregistered => "advice.missed".to_owned(),
        }
    }

    /// What is counted under this name; `None` for another.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        if let Some(plain) = Self::PLAIN.into_iter().find(|plain| plain.code() == code) {
            return Some(plain);
        }
        if let Some(misuse) = Misuse::ALL.into_iter().find(|misuse| misuse.code() == code) {
            return Some(Self::Misused(misuse));
        }
        let (kind, rest) = code.split_once('.')?;
        match kind {
            "wait" => step(WAIT_STEPS, rest).map(Self::Waited),
            "length" => step(LENGTH_STEPS, rest).map(Self::Lasted),
            "helped-by" => plain_number(rest).map(|region| Self::HelpedBy(RegionId(region))),
            "gave-up" => {
                let (how, rest) = rest.split_once('.')?;
                let how = GaveUp::ALL.into_iter().find(|known| known.code() == how)?;
                Some(Self::GaveUp(how, step(WAIT_STEPS, rest)?))
            }
            "looked" => {
                let at = LookedAt::ALL.into_iter().find(|known| known.code() == rest)?;
                Some(Self::Looked(at))
            }
            "evaluation" => {
                let (asked, opinion) = rest.split_once('.')?;
                let asked = Asked::ALL.into_iter().find(|known| known.code() == asked)?;
                let opinion = Opinion::ALL.into_iter().find(|known| known.code() == opinion)?;
                Some(Self::Answered(asked, opinion))
            }
            _ => None,
        }
    }

    /// Whether it is counted per hour of the week and quarter too, beside the date.
    #[must_use]
    pub const fn is_by_hour(self) -> bool {
        matches!(self, Self::SignedUp | Self::Connected | Self::Closed | Self::Looked(_))
    }

    const PLAIN: [Self; 6] = [
        Self::SignedUp,
        Self::Connected,
        Self::Closed,
        Self::Unattended,
        Self::Full,
        Self::Unregistered,
    ];
}

fn step(scale: Scale, text: &str) -> Option<u16> {
    plain_number(text).filter(|step| scale.has(*step))
}

/// A number written as [`Measure::code`] writes it.
fn plain_number(text: &str) -> Option<u16> {
    let number: u16 = text.parse().ok()?;
    (number.to_string() == text).then_some(number)
}
