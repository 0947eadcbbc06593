//! What people ask of the desk, and when the answer is no.

use thiserror::Error;

use super::{Desk, DeskEvent, DeskRules, Duty, Ending, Met, Party, Presence, Stage, Visit};
use crate::domain::{
    ids::{ConnectionId, ConversationId, NodeId, RegionId, StaffId},
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
    /// A worker ends a conversation.
    Dismiss { conversation: ConversationId, worker: StaffId },
    /// A worker goes on duty, or changes regions or capacity; who is paused stays so.
    GoOnDuty { worker: StaffId, regions: Vec<RegionId>, capacity: u8 },
    /// A worker wants no new visitors for now.
    Pause { worker: StaffId },
    /// A worker wants visitors again.
    Resume { worker: StaffId },
    /// A worker goes off duty; conversations go on.
    GoOffDuty { worker: StaffId },
    /// A worker takes the visitor that is offered.
    Accept { conversation: ConversationId, worker: StaffId },
    /// The visitor's page has sealed the key for the worker who accepted.
    Connect { conversation: ConversationId },
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
    /// A capacity outside 1 to 4, or no region.
    #[error("a capacity of 1 to 4 and at least one region are needed")]
    BadDuty,
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
            DeskCommand::Dismiss { conversation, worker } => {
                if self.visit(conversation)?.worker() != Some(worker) {
                    return Err(DeskRefusal::NotYours);
                }
                Ok(vec![DeskEvent::Left { conversation, how: Ending::ByWorker }])
            }
            DeskCommand::GoOnDuty { worker, regions, capacity } => {
                self.go_on_duty(worker, regions, capacity)
            }
            DeskCommand::Pause { worker } => Ok(match self.duty(worker) {
                Duty::On => vec![DeskEvent::Paused { worker }],
                Duty::Paused => vec![],
                Duty::Off => return Err(DeskRefusal::NotOnDuty),
            }),
            DeskCommand::Resume { worker } => Ok(match self.duty(worker) {
                Duty::Paused => vec![DeskEvent::Resumed { worker }],
                Duty::On => vec![],
                Duty::Off => return Err(DeskRefusal::NotOnDuty),
            }),
            DeskCommand::GoOffDuty { worker } => Ok(match self.duty(worker) {
                Duty::Off => vec![],
                Duty::On | Duty::Paused => vec![DeskEvent::DutyEnded { worker }],
            }),
            DeskCommand::Accept { conversation, worker } => {
                self.accept(now, conversation, worker, rules)
            }
            DeskCommand::Connect { conversation } => match self.visit(conversation)?.stage {
                Stage::Accepted { .. } => Ok(vec![DeskEvent::Connected { conversation }]),
                Stage::Talking { .. } => Ok(vec![]),
                _ => Err(DeskRefusal::NotAccepted),
            },
        }
    }

    fn visit(&self, conversation: ConversationId) -> Result<&Visit, DeskRefusal> {
        self.visits.get(&conversation).ok_or(DeskRefusal::NoSuchVisit)
    }

    fn duty(&self, worker: StaffId) -> Duty {
        self.workers.get(&worker).map_or(Duty::Off, |worker| worker.duty)
    }

    fn sign_up(
        &self,
        conversation: ConversationId,
        region: RegionId,
        rules: &DeskRules,
    ) -> Result<Vec<DeskEvent>, DeskRefusal> {
        if self.visits.contains_key(&conversation) {
            return Ok(vec![]);
        }
        if !self.is_staffed(region) {
            return Err(DeskRefusal::NobodyOnDuty);
        }
        let waiting = self.visits.values().filter(|visit| {
            visit.region == region && !matches!(visit.stage, Stage::Talking { .. })
        });
        if waiting.count() >= rules.queue_limit {
            return Err(DeskRefusal::QueueFull);
        }
        Ok(vec![DeskEvent::SignedUp { conversation, region }])
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

    fn go_on_duty(
        &self,
        worker: StaffId,
        mut regions: Vec<RegionId>,
        capacity: u8,
    ) -> Result<Vec<DeskEvent>, DeskRefusal> {
        if !(1..=DeskRules::MAX_CAPACITY).contains(&capacity) || regions.is_empty() {
            return Err(DeskRefusal::BadDuty);
        }
        regions.sort_unstable();
        regions.dedup();
        match self.workers.get(&worker) {
            Some(known) if known.duty != Duty::Off && known.regions == regions => {
                if known.capacity == capacity {
                    return Ok(vec![]);
                }
                Ok(vec![DeskEvent::CapacityChanged { worker, capacity }])
            }
            Some(known) if known.duty == Duty::Paused => Ok(vec![
                DeskEvent::DutyStarted { worker, regions, capacity },
                DeskEvent::Paused { worker },
            ]),
            _ => Ok(vec![DeskEvent::DutyStarted { worker, regions, capacity }]),
        }
    }

    fn accept(
        &self,
        now: Moment,
        conversation: ConversationId,
        worker: StaffId,
        rules: &DeskRules,
    ) -> Result<Vec<DeskEvent>, DeskRefusal> {
        let visit = self.visit(conversation)?;
        let shown = match visit.stage {
            Stage::Accepted { by: holder, .. } | Stage::Talking { with: holder, .. } => {
                return if holder == worker { Ok(vec![]) } else { Err(DeskRefusal::AlreadyTaken) };
            }
            Stage::Offered { to, .. } => to == worker,
            Stage::OpenToAll => true,
            Stage::Waiting => false,
        };
        // Looked at anew: the offer may stand only because nobody has settled the desk yet.
        if !shown || !visit.presence.is_here() || !self.serves(worker, visit.region) {
            return Err(DeskRefusal::NotOffered);
        }
        if !self.has_place_for(worker, visit, now, rules) {
            return Err(DeskRefusal::NoFreePlace);
        }
        Ok(vec![DeskEvent::Accepted { conversation, by: worker, until: now + rules.connect }])
    }
}
