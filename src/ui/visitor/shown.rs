//! What a visitor sees of a visit: a plain value, made from how things stand.

use super::question::{Asked, Question};
use crate::{
    client::{Evaluated, VisitorPhase},
    domain::{conversation::Roster, desk::Ending, ids::SeatId, waits::WaitRange},
    protocol::{Notice, PeerPresence, Situation},
    ui::{
        text::{visit::Visit, words::Words},
        view::Line,
    },
};

/// Where the visitor is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Filling in the form.
    SignUp,
    /// Waiting for a worker.
    Waiting(Place),
    /// With one or more workers.
    Conversation,
    /// It is over.
    Farewell(Farewell),
    /// Another tab has this conversation.
    Elsewhere,
}

/// How a waiting visitor stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The server has not said yet.
    Connecting,
    /// In the queue, 1 for the first.
    Number(u32),
    /// Accepted by a worker; the keys are on their way.
    Turn,
    /// Back at the front after the worker was lost.
    Returned,
}

/// Why it is over. (A quick exit has no screen.)
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Farewell {
    /// The visitor ended the conversation.
    EndedByYou,
    /// The worker ended the conversation.
    EndedByWorker,
    /// Nobody came back in time.
    Expired,
    /// The server does not know this conversation.
    Gone,
    /// The visitor stopped waiting.
    Stopped,
}

/// How it is with the server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Server {
    /// All is well.
    There,
    /// The connection is lost.
    Lost,
    /// It is there, and cannot store what is sent.
    Stuck,
}

/// How things stand.
#[derive(Debug)]
pub struct Standing<'a> {
    /// How far the visit has come.
    pub phase: VisitorPhase,
    /// Where the visitor was until now.
    pub before: Stage,
    /// The content is covered: after the cross, in a restored tab, after 60 seconds hidden.
    pub covered: bool,
    /// How it is with the server.
    pub server: Server,
    /// Everybody who takes part.
    pub roster: &'a Roster,
    /// Who is typing.
    pub typing: Option<SeatId>,
    /// The messages. While waiting the visitor may already write.
    pub lines: Vec<Line>,
    /// What the visitor is asked along the way.
    pub question: Option<&'a Question>,
    /// What became of the visitor's answers.
    pub reply: Reply,
    /// The visitor may say what they think of the chat.
    pub may_evaluate: bool,
    /// What became of it.
    pub evaluated: Option<Evaluated>,
}

/// What became of what the visitor answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reply {
    /// Nothing that has to be said.
    None,
    /// Whoever is free helps, of another region too.
    Agreed,
    /// It came too late.
    TooLate,
}

/// What there is to see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// Where the visitor is.
    pub stage: Stage,
    /// The cover lies over the room.
    pub covered: bool,
    /// The page's title.
    pub title: &'static str,
    /// With whom the visitor chats; while nobody is there, that the visitor waits.
    pub heading: String,
    /// That the connection is lost, or that nothing can be stored; empty while all is well.
    pub offline: &'static str,
    /// The place in the queue; empty for nobody who waits.
    pub place: String,
    /// How long others waited lately; empty where there were too few.
    pub range: String,
    /// Something to know (closing time, nobody on duty, the worker away); may be empty.
    pub remark: &'static str,
    /// Who is typing; empty for nobody.
    pub typing: String,
    /// The messages.
    pub lines: Vec<Line>,
    /// What the visitor is asked along the way.
    pub asked: Option<Asked>,
    /// The visitor is asked about the chat.
    pub evaluation: bool,
    /// What became of the visitor's answers to that; may be empty.
    pub evaluated: &'static str,
    /// That it is over, and why; empty until then.
    pub farewell: [&'static str; 2],
}

impl Stage {
    /// The name in the attribute `data-stage`, for style and for the browser tests.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::SignUp => "sign-up",
            Self::Waiting(_) => "waiting",
            Self::Conversation => "conversation",
            Self::Farewell(_) => "farewell",
            Self::Elsewhere => "elsewhere",
        }
    }

    /// Whether this is the room, from the queue on.
    #[must_use]
    pub const fn is_room(self) -> bool {
        matches!(self, Self::Waiting(_) | Self::Conversation)
    }
}

impl Shown {
    /// What there is to see of it, in these words.
    #[must_use]
    pub fn of(standing: Standing<'_>, words: Words) -> Self {
        let Standing {
            phase,
            before,
            covered,
            server,
            roster,
            typing,
            lines,
            question,
            reply,
            may_evaluate,
            evaluated,
        } = standing;
        let (text, shared) = (words.visit, words.shared);
        let stage = stage(phase, before, covered);
        let seats = roster.0.iter();
        let heading =
            text.heading(seats.map(|seat| (seat.name.as_str(), seat.region_name.as_str())));
        let typing = typing.and_then(|seat| roster.seat(seat));
        Self {
            stage,
            covered: covered && stage.is_room(),
            title: if stage == Stage::Waiting(Place::Turn) { text.title_turn } else { text.title },
            heading,
            offline: match server {
                Server::There => "",
                Server::Lost => shared.offline,
                Server::Stuck => text.stuck,
            },
            place: place(stage, text),
            range: range(phase, text),
            remark: remark(phase, reply, text),
            asked: question.map(|question| question.asked(text)),
            typing: typing.map(|seat| shared.typing.with(&[&seat.name])).unwrap_or_default(),
            lines,
            evaluation: may_evaluate,
            evaluated: match evaluated {
                Some(Evaluated::Done) => text.thanks,
                Some(Evaluated::Failed) => text.failed,
                Some(Evaluated::Told) | None => "",
            },
            farewell: farewell(stage, text),
        }
    }
}

fn stage(phase: VisitorPhase, before: Stage, covered: bool) -> Stage {
    match phase {
        VisitorPhase::Live(Situation::Waiting { place, .. }) => {
            Stage::Waiting(Place::Number(place))
        }
        VisitorPhase::Live(Situation::WaitingAgain(_)) => Stage::Waiting(Place::Returned),
        VisitorPhase::Live(Situation::Called) => Stage::Waiting(Place::Turn),
        VisitorPhase::Live(Situation::Talking(_)) => Stage::Conversation,
        VisitorPhase::Elsewhere => Stage::Elsewhere,
        VisitorPhase::Connecting if before.is_room() => before,
        VisitorPhase::Connecting if covered => Stage::Conversation,
        VisitorPhase::Connecting => Stage::Waiting(Place::Connecting),
        VisitorPhase::Ended(how) => Stage::Farewell(match how {
            Some(Ending::StoppedWaiting) => Farewell::Stopped,
            Some(Ending::ByVisitor | Ending::QuickExit) => Farewell::EndedByYou,
            Some(Ending::ByWorker) => Farewell::EndedByWorker,
            Some(Ending::Expired) => Farewell::Expired,
            None => Farewell::Gone,
        }),
    }
}

fn place(stage: Stage, text: &Visit) -> String {
    match stage {
        Stage::Waiting(Place::Connecting) => text.starting.to_owned(),
        Stage::Waiting(Place::Number(number)) => text.place.with(&[&number.to_string()]),
        Stage::Waiting(Place::Turn) => text.turn.to_owned() + ". " + text.turn_next,
        Stage::Waiting(Place::Returned) => text.returned.to_owned(),
        _ => String::new(),
    }
}

fn range(phase: VisitorPhase, text: &Visit) -> String {
    let VisitorPhase::Live(Situation::Waiting { range: Some(range), .. }) = phase else {
        return String::new();
    };
    match range {
        WaitRange::UpTo(most) => text.wait_up_to.with(&[&text.minutes.of(most.into())]),
        WaitRange::Between(least, most) => {
            text.wait_between.with(&[&least.to_string(), &text.minutes.of(most.into())])
        }
        WaitRange::MoreThan(least) => text.wait_more_than.with(&[&text.minutes.of(least.into())]),
    }
}

const fn remark(phase: VisitorPhase, reply: Reply, text: &Visit) -> &'static str {
    let VisitorPhase::Live(situation) = phase else { return "" };
    match situation {
        Situation::Waiting { notice: Notice::PastClosing, .. }
        | Situation::WaitingAgain(Notice::PastClosing) => text.closing,
        Situation::Waiting { notice: Notice::NobodyOnDuty, .. }
        | Situation::WaitingAgain(Notice::NobodyOnDuty) => text.nobody,
        Situation::Waiting { notice: Notice::Closed, .. }
        | Situation::WaitingAgain(Notice::Closed) => text.closed,
        Situation::Talking(PeerPresence::Away(_)) => text.worker_away,
        _ => match (reply, situation) {
            (Reply::TooLate, _) => text.no_longer_asked,
            (Reply::Agreed, Situation::Waiting { .. } | Situation::WaitingAgain(_)) => {
                text.elsewhere_agreed
            }
            _ => "",
        },
    }
}

/// The headline, and why.
const fn farewell(stage: Stage, text: &Visit) -> [&'static str; 2] {
    let Stage::Farewell(farewell) = stage else { return ["", ""] };
    match farewell {
        Farewell::EndedByYou => [text.ended, text.ended_by_you],
        Farewell::EndedByWorker => [text.ended, text.ended_by_worker],
        Farewell::Expired => [text.ended, text.expired],
        Farewell::Gone => [text.ended, text.gone],
        Farewell::Stopped => [text.stopped, text.stopped_why],
    }
}

#[cfg(test)]
mod tests;
