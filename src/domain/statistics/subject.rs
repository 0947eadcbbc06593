//! What a table of figures is about, and what each of its lines counts.

use super::{
    ledger::{Ledger, Scope},
    measure::{GaveUp, LookedAt, Measure},
    period::Period,
    spread::{LENGTH_STEPS, Range, WAIT_STEPS},
};
use crate::domain::{
    evaluation::{Asked, Opinion},
    ids::RegionId,
    misuse::Misuse,
};

/// A table of figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// What became of who signed up.
    Outcome,
    /// How long who was helped had waited.
    Waits,
    /// After how long who was not helped left.
    GaveUp,
    /// How who was not helped left.
    GaveUpHow,
    /// Which region helped.
    Overflow,
    /// How long conversations lasted.
    Lengths,
    /// The answers to one question after the goodbye.
    Evaluation(Asked),
    /// Who was told at sign-up that it cannot be.
    TurnedAway,
    /// Who opened the chat while every region was closed.
    Looked,
    /// Conversations that were none.
    Misuse,
    /// What was not registered in time.
    Unregistered,
}

/// A line of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the subject says what they are lines of")]
pub enum Line {
    Connected,
    NotHelped,
    Step(u16, Option<u16>),
    How(GaveUp),
    OwnRegion,
    Helper(RegionId),
    Opinion(Opinion),
    Closed,
    Unattended,
    Full,
    Looked(LookedAt),
    Misuse(Misuse),
    Unregistered,
}

/// What stands below the lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Total {
    /// Nothing: the lines are no parts of a whole.
    None,
    /// The sum.
    Own,
    /// The sum, which is a line of another table too.
    Of(Subject, usize),
}

impl Subject {
    /// Every table, in the order of the page.
    pub const ALL: [Self; 13] = [
        Self::Outcome,
        Self::Waits,
        Self::GaveUp,
        Self::GaveUpHow,
        Self::TurnedAway,
        Self::Looked,
        Self::Overflow,
        Self::Lengths,
        Self::Evaluation(Asked::Heard),
        Self::Evaluation(Asked::NextStep),
        Self::Evaluation(Asked::Again),
        Self::Misuse,
        Self::Unregistered,
    ];

    pub(super) const fn total(self) -> Total {
        match self {
            Self::Outcome | Self::Lengths | Self::Evaluation(_) => Total::Own,
            Self::Waits | Self::Overflow => Total::Of(Self::Outcome, 0),
            Self::GaveUp | Self::GaveUpHow => Total::Of(Self::Outcome, 1),
            Self::TurnedAway | Self::Looked | Self::Misuse | Self::Unregistered => Total::None,
        }
    }

    /// The lines, in order.
    #[must_use]
    pub fn lines(self, ledger: &Ledger) -> Vec<Line> {
        let step = |range: Range| Line::Step(range.from, range.to);
        match self {
            Self::Outcome => vec![Line::Connected, Line::NotHelped],
            Self::Waits | Self::GaveUp => WAIT_STEPS.ranges().map(step).collect(),
            Self::GaveUpHow => GaveUp::ALL.map(Line::How).to_vec(),
            Self::Overflow => {
                let helpers = ledger.helpers().map(Line::Helper);
                std::iter::once(Line::OwnRegion).chain(helpers).collect()
            }
            Self::Lengths => LENGTH_STEPS.ranges().map(step).collect(),
            Self::Evaluation(_) => Opinion::ALL.map(Line::Opinion).to_vec(),
            Self::TurnedAway => vec![Line::Closed, Line::Unattended, Line::Full],
            Self::Looked => LookedAt::ALL.map(Line::Looked).to_vec(),
            Self::Misuse => Misuse::ALL.map(Line::Misuse).to_vec(),
            Self::Unregistered => vec![Line::Unregistered],
        }
    }

    /// What a line counts.
    pub(super) fn number(self, line: Line, ledger: &Ledger, scope: Scope, period: Period) -> u64 {
        let sum = |measure| ledger.sum(measure, scope, period);
        match (self, line) {
            (_, Line::Connected) => sum(Measure::Connected),
            (_, Line::NotHelped) => {
                WAIT_STEPS.ranges().map(|range| gave_up(range.from, &sum)).sum()
            }
            (Self::Waits, Line::Step(from, _)) => sum(Measure::Waited(from)),
            (Self::Lengths, Line::Step(from, _)) => sum(Measure::Lasted(from)),
            (_, Line::Step(from, _)) => gave_up(from, &sum),
            (_, Line::How(how)) => {
                WAIT_STEPS.ranges().map(|range| sum(Measure::GaveUp(how, range.from))).sum()
            }
            (_, Line::OwnRegion) => {
                let helped = ledger.helpers().map(|helper| sum(Measure::HelpedBy(helper))).sum();
                sum(Measure::Connected).saturating_sub(helped)
            }
            (_, Line::Helper(helper)) => sum(Measure::HelpedBy(helper)),
            (Self::Evaluation(asked), Line::Opinion(opinion)) => {
                sum(Measure::Answered(asked, opinion))
            }
            (_, Line::Opinion(_)) => 0,
            (_, Line::Closed) => sum(Measure::Closed),
            (_, Line::Unattended) => sum(Measure::Unattended),
            (_, Line::Full) => sum(Measure::Full),
            (_, Line::Looked(at)) => ledger.sum(Measure::Looked(at), Scope::All, period),
            (_, Line::Misuse(misuse)) => sum(Measure::Misused(misuse)),
            (_, Line::Unregistered) => sum(Measure::Unregistered),
        }
    }
}

fn gave_up(step: u16, sum: &impl Fn(Measure) -> u64) -> u64 {
    GaveUp::ALL.map(|how| sum(Measure::GaveUp(how, step))).iter().sum()
}
