//! The rules of the desk, on a clock that the tests move. A [`Scene`] plays journal and timer: what
//! is decided is recorded, applied, and settled until nothing is due.

mod absence;
mod by_hand;
mod capacity;
mod connecting;
mod duty;
mod elsewhere;
mod endings;
mod histories;
mod offers;
mod passing_on;
mod queue;
mod reading;
mod wrap_up;

use std::time::Duration;

use super::*;
use crate::domain::{ids::RegionId, recorded::Recorded};

const UTRECHT: RegionId = RegionId(1);
const TWENTE: RegionId = RegionId(2);

const ANNA: StaffId = StaffId(1);
const BRAM: StaffId = StaffId(2);
const CHRIS: StaffId = StaffId(3);

const NODE: NodeId = NodeId::from_bytes([7; 16]);

/// Visitors, in the order in which the tests let them sign up.
const FIRST: ConversationId = ConversationId::from_bytes([1; 16]);
const SECOND: ConversationId = ConversationId::from_bytes([2; 16]);
const THIRD: ConversationId = ConversationId::from_bytes([3; 16]);

/// A desk with a clock.
struct Scene {
    desk: Desk,
    now: Moment,
    rules: DeskRules,
    /// Everything that happened so far.
    happened: Vec<DeskEvent>,
    connections: u8,
}

impl Scene {
    fn new() -> Self {
        Self {
            desk: Desk::default(),
            now: Moment::from_millis(1_700_000_000_000),
            rules: DeskRules::default(),
            happened: Vec::new(),
            connections: 0,
        }
    }

    /// A scene with these workers of Utrecht on duty, the first of them idle longest.
    fn staffed(workers: &[StaffId], capacity: u8) -> Self {
        let mut scene = Self::new();
        for worker in workers {
            scene.goes_on_duty(*worker, &[UTRECHT], capacity);
            scene.wait(1);
        }
        scene
    }

    fn ask(&mut self, command: DeskCommand) -> Result<Vec<DeskEvent>, DeskRefusal> {
        let decided = self.desk.decide(self.now, command, &self.rules)?;
        let before = self.happened.len();
        self.record(decided);
        self.settle();
        Ok(self.happened[before..].to_vec())
    }

    fn does(&mut self, command: DeskCommand) -> Vec<DeskEvent> {
        self.ask(command).expect("the desk grants it")
    }

    fn refusal(&mut self, command: DeskCommand) -> DeskRefusal {
        self.ask(command).expect_err("the desk refuses it")
    }

    fn record(&mut self, events: Vec<DeskEvent>) {
        for item in events {
            let recorded = Recorded { seq: self.desk.seq().next(), at: self.now, item };
            self.desk.apply(&recorded);
            self.happened.push(recorded.item);
        }
    }

    fn settle(&mut self) {
        for _ in 0..8 {
            let due = self.desk.settle(self.now, &self.rules);
            if due.is_empty() {
                return;
            }
            self.record(due);
        }
        panic!("the desk does not come to rest");
    }

    /// Lets time pass, with a timer that wakes the desk at each deadline. Gives what happened.
    fn wait(&mut self, seconds: u64) -> Vec<DeskEvent> {
        let before = self.happened.len();
        let end = self.now + Duration::from_secs(seconds);
        while let Some(next) = self.desk.next_deadline(self.now, &self.rules)
            && next <= end
        {
            self.now = next;
            self.settle();
        }
        self.now = end;
        self.settle();
        self.happened[before..].to_vec()
    }

    /// Lets time pass while no process runs, then starts one.
    fn outage(&mut self, seconds: u64) -> Vec<DeskEvent> {
        self.now = self.now + Duration::from_secs(seconds);
        self.does(DeskCommand::StartNode { node: NODE })
    }

    fn arrives(&mut self, party: Party) -> ConnectionId {
        self.connections += 1;
        let connection = ConnectionId::from_bytes([self.connections; 16]);
        self.does(DeskCommand::Arrive { party, node: NODE, connection });
        connection
    }

    fn visitor_arrives(&mut self, visitor: ConversationId) -> ConnectionId {
        self.arrives(Party::Visitor(visitor))
    }

    fn worker_arrives(&mut self, worker: StaffId) -> ConnectionId {
        self.arrives(Party::Worker(worker))
    }

    fn departs(&mut self, party: Party) -> Vec<DeskEvent> {
        let Some(Presence::Here { connection, .. }) = self.desk.presence(party) else {
            panic!("only who is here departs");
        };
        self.does(DeskCommand::Depart { party, connection })
    }

    fn visitor_departs(&mut self, visitor: ConversationId) -> Vec<DeskEvent> {
        self.departs(Party::Visitor(visitor))
    }

    fn worker_departs(&mut self, worker: StaffId) -> Vec<DeskEvent> {
        self.departs(Party::Worker(worker))
    }

    fn goes_on_duty(&mut self, worker: StaffId, regions: &[RegionId], capacity: u8) {
        self.worker_arrives(worker);
        self.does(DeskCommand::GoOnDuty {
            worker,
            regions: regions.to_vec(),
            capacity,
            wrap_up: 0,
        });
    }

    fn sign_up(
        &mut self,
        visitor: ConversationId,
        region: RegionId,
    ) -> Result<Vec<DeskEvent>, DeskRefusal> {
        self.ask(DeskCommand::SignUp { conversation: visitor, region })
    }

    /// A visitor signs up for Utrecht and the page connects, a second later than the one before.
    fn signs_up(&mut self, visitor: ConversationId) {
        self.signs_up_for(visitor, UTRECHT);
    }

    fn signs_up_for(&mut self, visitor: ConversationId, region: RegionId) {
        self.wait(1);
        self.sign_up(visitor, region).expect("signed up");
        self.visitor_arrives(visitor);
    }

    fn accept(
        &mut self,
        worker: StaffId,
        visitor: ConversationId,
    ) -> Result<Vec<DeskEvent>, DeskRefusal> {
        self.ask(DeskCommand::Accept { conversation: visitor, worker })
    }

    /// The worker accepts and the visitor's page seals the key.
    fn connect(&mut self, worker: StaffId, visitor: ConversationId) {
        self.accept(worker, visitor).expect("accepted");
        self.does(DeskCommand::Connect { conversation: visitor });
        assert!(self.is_talking(worker, visitor));
    }

    /// The rules, with Utrecht and Twente backing each other up.
    fn helping_out() -> Self {
        let backups = [(UTRECHT, TWENTE), (TWENTE, UTRECHT)].into_iter().collect();
        let mut scene = Self::new();
        scene.rules.backups = std::sync::Arc::new(backups);
        scene
    }

    fn may_ask(&self, visitor: ConversationId) -> bool {
        self.desk.may_ask_elsewhere(visitor, self.now, &self.rules)
    }

    fn says(&mut self, visitor: ConversationId, answer: Answer) -> Vec<DeskEvent> {
        self.does(DeskCommand::HelpElsewhere { conversation: visitor, answer })
    }

    fn leaves(&mut self, visitor: ConversationId, how: Ending) -> Vec<DeskEvent> {
        self.does(DeskCommand::Leave { conversation: visitor, how })
    }

    fn stage(&self, visitor: ConversationId) -> Stage {
        self.desk.visit_of(visitor).expect("the visitor is here").stage
    }

    fn is_gone(&self, visitor: ConversationId) -> bool {
        self.desk.visit_of(visitor).is_none()
    }

    fn is_talking(&self, worker: StaffId, visitor: ConversationId) -> bool {
        matches!(self.stage(visitor), Stage::Talking { with, .. } if with == worker)
    }

    /// The one worker who is shown this visitor.
    fn offered_to(&self, visitor: ConversationId) -> Option<StaffId> {
        match self.stage(visitor) {
            Stage::Offered { to, .. } => Some(to),
            _ => None,
        }
    }

    fn taken(&self, worker: StaffId) -> usize {
        self.desk.standing(worker, self.now, &self.rules).expect("a worker").taken
    }
}
