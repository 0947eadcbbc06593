//! What people ask of the desk, and when the answer is no.

mod duty;
mod passing_on;
mod queue;
mod reading;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{Desk, DeskEvent, DeskRules, Ending, Met, Party, Presence, Stage, Target, Visit};
use crate::domain::{
    ids::{ConnectionId, ConversationId, NodeId, RegionId, StaffId},
    misuse::Misuse,
    moment::Moment,
};

/// A wish of a person or of their page.
#[expect(missing_docs, reason = "fields are named after what they hold")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DeskCommand {
    /// A visitor wants to wait for a worker of this region. The caller has looked at the hours.
    SignUp { conversation: ConversationId, region: RegionId },
    /// A page connected.
    Arrive { party: Party, node: NodeId, connection: ConnectionId },
    /// A connection is given up. Ignored when the page has a newer one.
    Depart { party: Party, connection: ConnectionId },
    /// A process started.
    StartNode { node: NodeId },
    /// A visitor leaves, or a conversation is ended.
    Leave { conversation: ConversationId, how: Ending },
    /// A worker ends a conversation, because it was none when there is a misuse.
    Dismiss { conversation: ConversationId, worker: StaffId, misuse: Option<Misuse> },
    /// A worker goes on duty, or changes regions, capacity or the minutes after a conversation; who
    /// is paused stays so.
    GoOnDuty { worker: StaffId, regions: Vec<RegionId>, capacity: u8, wrap_up: u8 },
    /// A worker wants visitors before the time after a conversation is over.
    EndWrapUp { worker: StaffId },
    /// A worker wants no new visitors for now.
    Pause { worker: StaffId },
    /// A worker wants visitors again.
    Resume { worker: StaffId },
    /// A worker goes off duty; conversations go on.
    GoOffDuty { worker: StaffId },
    /// A worker takes a visitor: the one that is offered, or one who waits, by hand.
    Accept { conversation: ConversationId, worker: StaffId },
    /// The visitor's page has sealed the key for the worker who accepted.
    Connect { conversation: ConversationId },
    /// The visitor says whether the backup regions may help.
    HelpElsewhere { conversation: ConversationId, answer: Answer },
    /// A worker asks a colleague to read along.
    AskReader { conversation: ConversationId, worker: StaffId, colleague: StaffId },
    /// A colleague joins; until then the colleague reads nothing.
    JoinReading { conversation: ConversationId, colleague: StaffId },
    /// The colleague would rather not, or stops; or the worker takes it back, or ends it.
    EndReading { conversation: ConversationId, by: StaffId },
    /// A worker leaves the conversation to the colleague who reads along.
    HandOver { conversation: ConversationId, worker: StaffId, to: StaffId },
    /// A worker passes the visitor on; across regions the visitor is asked first.
    Transfer { conversation: ConversationId, worker: StaffId, to: Target },
    /// A worker takes back what the visitor was asked, or has seen how it ended.
    WithdrawWish { conversation: ConversationId, worker: StaffId },
    /// The visitor answers the wish with this number.
    AnswerWish { conversation: ConversationId, number: u16, answer: Answer },
}

/// Yes or no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Answer {
    /// Yes.
    Yes,
    /// No.
    No,
}

/// Why a wish cannot be granted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Error)]
pub enum DeskRefusal {
    /// Nobody is on duty for the region.
    #[error("nobody is on duty for the region")]
    NobodyOnDuty,
    /// As many visitors wait in the region as may.
    #[error("the queue of the region is full")]
    QueueFull,
    /// There is no such visit, or not any more.
    #[error("no such visit")]
    NoSuchVisit,
    /// The worker is not on duty.
    #[error("the worker is not on duty")]
    NotOnDuty,
    /// The visitor is not offered to this worker.
    #[error("the visitor is not offered to this worker")]
    NotOffered,
    /// Another worker has the visitor.
    #[error("another worker has the visitor")]
    AlreadyTaken,
    /// The worker has as many conversations as the capacity allows.
    #[error("the worker has no free place")]
    NoFreePlace,
    /// The visitor is not with this worker.
    #[error("the visitor is not with this worker")]
    NotYours,
    /// No worker has accepted the visitor.
    #[error("no worker has accepted the visitor")]
    NotAccepted,
    /// A capacity outside 1 to 4, more than 10 minutes after a conversation, or no region.
    #[error("a capacity of 1 to 4, at most 10 minutes and at least one region are needed")]
    BadDuty,
    /// The visitor is not in conversation with anybody.
    #[error("the visitor is not in conversation")]
    NotTalking,
    /// The colleague is not at the desk, has no place, or is the one who asks; or nobody is on duty
    /// for the region.
    #[error("the colleague cannot take it")]
    NotAvailable,
    /// Somebody reads along already, or was asked to.
    #[error("there is a second reader already")]
    HasReader,
    /// The colleague was not asked to read along, or not any more.
    #[error("the colleague was not asked to read along")]
    NotInvited,
    /// What the visitor answers is not asked any more.
    #[error("the question is gone")]
    WishGone,
}

impl Desk {
    /// What granting `command` would make happen: nothing when it is already so.
    pub fn decide(
        &self,
        now: Moment,
        command: DeskCommand,
        rules: &DeskRules,
    ) -> Result<Vec<DeskEvent>, DeskRefusal> {
        match command {
            DeskCommand::SignUp { conversation, region } => {
                self.sign_up(conversation, region, rules)
            }
            DeskCommand::Arrive { party, node, connection } => self.arrive(party, node, connection),
            DeskCommand::Depart { party, connection } => Ok(self.depart(party, connection)),
            DeskCommand::StartNode { node } => Ok(vec![DeskEvent::NodeStarted { node }]),
            DeskCommand::Leave { conversation, how } => self.leave(conversation, how),
            DeskCommand::Dismiss { conversation, worker, misuse } => {
                if self.visit(conversation)?.worker() != Some(worker) {
                    return Err(DeskRefusal::NotYours);
                }
                let misused = misuse.map(|misuse| DeskEvent::Misused { conversation, misuse });
                let left = DeskEvent::Left { conversation, how: Ending::ByWorker };
                Ok(misused.into_iter().chain([left]).collect())
            }
            DeskCommand::GoOnDuty { worker, regions, capacity, wrap_up } => {
                self.go_on_duty(worker, regions, capacity, wrap_up)
            }
            DeskCommand::EndWrapUp { worker } => Ok(self.end_wrap_up(worker)),
            DeskCommand::Pause { worker } => self.pause(worker),
            DeskCommand::Resume { worker } => self.resume(worker),
            DeskCommand::GoOffDuty { worker } => Ok(self.go_off_duty(worker)),
            DeskCommand::Accept { conversation, worker } => {
                self.accept(now, conversation, worker, rules)
            }
            DeskCommand::Connect { conversation } => match self.visit(conversation)?.stage {
                Stage::Accepted { .. } => Ok(vec![DeskEvent::Connected { conversation }]),
                Stage::Talking { .. } => Ok(vec![]),
                _ => Err(DeskRefusal::NotAccepted),
            },
            DeskCommand::HelpElsewhere { conversation, answer } => {
                self.help_elsewhere(conversation, answer)
            }
            DeskCommand::AskReader { conversation, worker, colleague } => {
                self.ask_reader(now, conversation, worker, colleague, rules)
            }
            DeskCommand::JoinReading { conversation, colleague } => {
                self.join_reading(now, conversation, colleague, rules)
            }
            DeskCommand::EndReading { conversation, by } => self.end_reading(conversation, by),
            DeskCommand::HandOver { conversation, worker, to } => {
                self.hand_over(conversation, worker, to)
            }
            DeskCommand::Transfer { conversation, worker, to } => {
                self.transfer(now, conversation, worker, to, rules)
            }
            DeskCommand::WithdrawWish { conversation, worker } => {
                self.withdraw_wish(conversation, worker)
            }
            DeskCommand::AnswerWish { conversation, number, answer } => {
                self.answer_wish(now, conversation, number, answer, rules)
            }
        }
    }

    fn visit(&self, conversation: ConversationId) -> Result<&Visit, DeskRefusal> {
        self.visits.get(&conversation).ok_or(DeskRefusal::NoSuchVisit)
    }

    fn arrive(
        &self,
        party: Party,
        node: NodeId,
        connection: ConnectionId,
    ) -> Result<Vec<DeskEvent>, DeskRefusal> {
        let presence = match party {
            Party::Visitor(conversation) => Some(self.visit(conversation)?.presence),
            Party::Worker(worker) => self.workers.get(&worker).map(|worker| worker.presence),
        };
        if presence == Some(Presence::Here { node, connection }) {
            return Ok(vec![]);
        }
        Ok(vec![DeskEvent::Arrived { party, node, connection }])
    }

    fn depart(&self, party: Party, connection: ConnectionId) -> Vec<DeskEvent> {
        match self.presence(party) {
            Some(Presence::Here { connection: current, .. }) if current == connection => {
                vec![DeskEvent::Departed { party }]
            }
            _ => vec![],
        }
    }

    fn leave(
        &self,
        conversation: ConversationId,
        how: Ending,
    ) -> Result<Vec<DeskEvent>, DeskRefusal> {
        let visit = self.visit(conversation)?;
        // Who had met a worker ends a conversation, whatever button the page showed at that moment.
        let how = match (how, visit.met) {
            (Ending::StoppedWaiting, Met::Already) => Ending::ByVisitor,
            (Ending::ByVisitor, Met::NotYet) => Ending::StoppedWaiting,
            (how, _) => how,
        };
        Ok(vec![DeskEvent::Left { conversation, how }])
    }
}
