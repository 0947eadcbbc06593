//! From what the client knows to what is shown of it, one value at a time.

use crate::{
    browser::page::{now, time_of_day},
    client::{Channel, DeskChannel, Intake, Over, Said},
    domain::{
        desk,
        ids::{ConversationId, SeatId},
        moment::Moment,
        questions::GivenAnswer,
    },
    protocol::{HandledStage, PeerPresence, QueueRow, QueueStanding, Refusal},
    ui::{
        desk::{DeskTab, Ending, Kind, Presence, Progress, Standing, Waiter},
        text::{
            Language, conversation::Conversation, desk::Desk as Text, desk_tools::DeskTools,
            passing::Passing,
        },
    },
};

/// Whether the server can be reached.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Offline {
    Yes,
    No,
}

/// Without a connection nothing can be accepted, and what was offered may no longer be.
pub(super) fn waiter(row: &QueueRow, now: Moment, offline: Offline) -> Waiter {
    Waiter {
        id: row.conversation,
        region: row.region_name.clone(),
        may_take: row.may_take && offline == Offline::No,
        minutes: whole_minutes(row.since, now),
        standing: match row.standing {
            QueueStanding::Waiting => Standing::Waiting,
            QueueStanding::Offered { .. } if offline == Offline::Yes => Standing::Waiting,
            QueueStanding::Returned => Standing::Returned,
            QueueStanding::Offered { until: Some(until) } => {
                let left = until.since(now).as_secs();
                Standing::Offered(u32::try_from(left).unwrap_or(u32::MAX))
            }
            QueueStanding::Offered { until: None } => Standing::OpenToAll,
            QueueStanding::OfferedElsewhere => Standing::OfferedElsewhere,
            QueueStanding::Away => Standing::Away,
        },
    }
}

pub(super) fn name(channel: &DeskChannel, language: Language) -> String {
    if channel.intake.nickname.is_empty() {
        Text::of(language).visitor.to_owned()
    } else {
        channel.intake.nickname.clone()
    }
}

/// What the visitor filled in before, and in which language they read the page where it is not the
/// usual one: a worker then knows whether to write simply, or to ask for an interpreter.
pub(super) fn told(intake: &Intake, language: Language) -> Vec<GivenAnswer> {
    let reads = Language::from_tag(&intake.language);
    let tools = DeskTools::of(language);
    let foreign = (reads != Language::default()).then(|| GivenAnswer {
        question: tools.page_language.to_owned(),
        answer: tools.name_of(reads).to_owned(),
    });
    foreign.into_iter().chain(intake.answers.iter().cloned()).collect()
}

/// A conversation in the tab list; `time` is the server's.
pub(super) fn tab(
    id: ConversationId,
    channel: &DeskChannel,
    unread: usize,
    time: Moment,
    language: Language,
) -> DeskTab {
    let handled = channel.handled.as_ref();
    let since = began(channel);
    DeskTab {
        id,
        name: name(channel, language),
        region: handled.map(|handled| handled.region_name.clone()).unwrap_or_default(),
        unread: u32::try_from(unread).unwrap_or(u32::MAX),
        waits_since: waits_since(channel).map(time_of_day),
        presence: match (channel.over, handled.map(|handled| handled.presence)) {
            (Some(Over::Ended(desk::Ending::QuickExit)), _) => Presence::Gone,
            (Some(_), _) => Presence::Ended,
            (None, Some(PeerPresence::Away(since))) => Presence::Away(time_of_day(since)),
            (None, _) => Presence::Present,
        },
        since: since.map(time_of_day).unwrap_or_default(),
        minutes: since.map(|since| whole_minutes(since, time)).unwrap_or_default(),
        kind: Kind::Real,
    }
}

/// When a conversation began, if it has.
pub(super) fn began(channel: &DeskChannel) -> Option<Moment> {
    match channel.handled.as_ref()?.stage {
        HandledStage::Connecting => None,
        HandledStage::Talking(since) => Some(since),
    }
}

/// When the visitor wrote the first of what the worker has not answered.
pub(super) fn waits_since(channel: &DeskChannel) -> Option<Moment> {
    if channel.over.is_some() {
        return None;
    }
    let lines = channel.channel.lines();
    let messages = lines.into_iter().rev().filter_map(|line| match line.said {
        Said::Message { delivery, .. } => Some((delivery.is_none(), line.at)),
        Said::Remark(_) => None,
    });
    messages.take_while(|(theirs, _)| *theirs).last().and_then(|(_, at)| at)
}

/// How many whole minutes lie between two moments.
pub(super) fn whole_minutes(from: Moment, to: Moment) -> u32 {
    u32::try_from(to.since(from).as_secs() / 60).unwrap_or(u32::MAX)
}

pub(super) fn progress(channel: &DeskChannel, ended_here: bool) -> Progress {
    match channel.over {
        None if channel.channel.is_open() => Progress::Live,
        None => Progress::Connecting,
        Some(_) if ended_here => Progress::Over(Ending::ByYou),
        Some(Over::Ended(desk::Ending::ByWorker)) => Progress::Over(Ending::ByYou),
        Some(Over::Ended(desk::Ending::QuickExit)) => Progress::Over(Ending::Left),
        Some(Over::Ended(desk::Ending::Expired)) => Progress::Over(Ending::Expired),
        Some(Over::Ended(_)) => Progress::Over(Ending::ByVisitor),
        Some(Over::NotConnected) => Progress::Over(Ending::NotConnected),
        Some(Over::HandedOver) => Progress::Over(Ending::HandedOver),
        Some(Over::ReadingOver) => Progress::Over(Ending::ReadingOver),
        Some(Over::GivenBack) => Progress::Over(Ending::Lost),
        Some(Over::Gone) => Progress::Over(Ending::Gone),
    }
}

pub(super) fn typing(channel: &Channel, name: &str, language: Language) -> String {
    let writes = channel.writing(now()).any(|seat| seat == SeatId::VISITOR);
    if writes { Conversation::of(language).typing.with(&[name]) } else { String::new() }
}

pub(super) fn sentence(refusal: Refusal, language: Language) -> &'static str {
    let (text, passing) = (Text::of(language), Passing::of(language));
    match refusal {
        Refusal::AlreadyTaken => text.taken,
        Refusal::NotOffered => text.offer_over,
        Refusal::Gone => text.visitor_gone,
        Refusal::NoFreePlace => text.full_hint,
        Refusal::NoKey => text.locking,
        Refusal::NotSignedIn => text.signed_out,
        Refusal::OtherVersion => text.other_version,
        Refusal::Unreachable => text.unreachable,
        Refusal::Unavailable => text.failed,
        Refusal::NotAvailable => passing.not_available,
        Refusal::HasReader => passing.has_reader,
        Refusal::NoLongerAsked => passing.no_longer_asked,
        _ => text.refused,
    }
}
