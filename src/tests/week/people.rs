//! The people of a simulated week, and the desk between them.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
    time::Duration,
};

use veiligchat::domain::{
    desk::{Answer, Desk, DeskCommand, DeskEvent, DeskRules, Ending, Party, Stage},
    ids::{ConnectionId, ConversationId, NodeId, RegionId, StaffId},
    moment::Moment,
    recorded::Recorded,
    region::Backups,
};

use super::Outcome;
use crate::simulation::Chance;

const REGIONS: u16 = 26;
const DAYS: u32 = 5;
const OPEN_SECONDS: u32 = 8 * 3600;
/// On average so many seconds between two visitors: 425 in a week of forty hours.
const BETWEEN: f64 = 40.0 * 3600.0 / 425.0;
const PATIENCE: f64 = 15.0 * 60.0;
const CONVERSATION: f64 = 20.0 * 60.0;
const WRAP_UP: u8 = 5;
const NODE: NodeId = NodeId::from_bytes([1; 16]);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Happening {
    Comes(StaffId),
    Pauses(StaffId),
    Resumes(StaffId),
    Goes(StaffId),
    Visits(RegionId),
    Looks(ConversationId),
    Answers(ConversationId),
    GivesUp(ConversationId),
    Ends(ConversationId),
}

/// A week of one helpline.
pub struct Week {
    desk: Desk,
    rules: DeskRules,
    chance: Chance,
    now: Moment,
    agenda: BTreeMap<(Moment, u32), Happening>,
    entries: u32,
    visitors: u128,
    waiting_since: BTreeMap<ConversationId, Moment>,
    asked: BTreeSet<ConversationId>,
    outcome: Outcome,
}

impl Week {
    /// Plays a week in which each region is backed up by so many others.
    pub fn play(seed: u64, backups: u16) -> Outcome {
        let pairs = (1..=REGIONS).flat_map(|region| {
            // The regions that follow in the list, round the corner.
            let after = move |step| RegionId((region - 1 + step) % REGIONS + 1);
            (1..=backups).map(move |step| (RegionId(region), after(step)))
        });
        let backups = Arc::new(pairs.collect::<Backups>());
        let mut week = Self {
            desk: Desk::default(),
            rules: DeskRules { backups, ..DeskRules::default() },
            chance: Chance::new(seed),
            now: Moment::from_millis(0),
            agenda: BTreeMap::new(),
            entries: 0,
            visitors: 0,
            waiting_since: BTreeMap::new(),
            asked: BTreeSet::new(),
            outcome: Outcome::default(),
        };
        week.plan();
        week.run();
        assert_eq!(week.desk.visits().count(), 0, "somebody was forgotten");
        week.outcome
    }

    fn plan(&mut self) {
        for day in 0..DAYS {
            let opens = day * 24 * 3600;
            for region in 1..=REGIONS {
                if self.chance.one_in(8) {
                    continue;
                }
                let worker = StaffId(u32::from(region));
                let lunch = opens + 3 * 3600 + self.chance.below(5400);
                self.at(opens, Happening::Comes(worker));
                self.at(lunch, Happening::Pauses(worker));
                self.at(lunch + 1800, Happening::Resumes(worker));
                self.at(opens + OPEN_SECONDS, Happening::Goes(worker));
            }
            let mut visit = self.about(BETWEEN);
            while visit < Duration::from_secs(u64::from(OPEN_SECONDS)) {
                let region = RegionId(u16::try_from(self.chance.below(26)).unwrap() + 1);
                let at = Moment::from_millis(i64::from(opens) * 1000) + visit;
                self.note(at, Happening::Visits(region));
                visit += self.about(BETWEEN);
            }
        }
    }

    fn run(&mut self) {
        loop {
            let due = self.desk.next_deadline(self.now, &self.rules);
            let next = self.agenda.first_key_value().map(|(key, _)| key.0);
            let Some(at) = due.into_iter().chain(next).min() else { return };
            self.now = at;
            self.settle();
            while let Some((&key, &happening)) = self.agenda.first_key_value()
                && key.0 <= self.now
            {
                self.agenda.remove(&key);
                self.happens(happening);
                self.settle();
            }
            self.ask_who_may_be_asked();
        }
    }

    fn happens(&mut self, happening: Happening) {
        match happening {
            Happening::Comes(worker) => {
                let region = RegionId(u16::try_from(worker.0).unwrap());
                self.arrives(Party::Worker(worker));
                let (regions, capacity, wrap_up) = (vec![region], 1, WRAP_UP);
                self.does(DeskCommand::GoOnDuty { worker, regions, capacity, wrap_up });
            }
            Happening::Pauses(worker) => drop(self.does(DeskCommand::Pause { worker })),
            Happening::Resumes(worker) => drop(self.does(DeskCommand::Resume { worker })),
            Happening::Goes(worker) => drop(self.does(DeskCommand::GoOffDuty { worker })),
            Happening::Visits(region) => self.visits(region),
            Happening::Looks(conversation) => {
                let may = |id| self.desk.may_take(id, conversation, self.now, &self.rules);
                let worker = match self.desk.visit_of(conversation).map(|visit| visit.stage) {
                    Some(Stage::Offered { to, .. }) => Some(to),
                    Some(_) => self.desk.workers().map(|(id, _)| id).find(|id| may(*id)),
                    None => None,
                };
                if let Some(worker) = worker
                    && self.does(DeskCommand::Accept { conversation, worker })
                {
                    self.does(DeskCommand::Connect { conversation });
                }
            }
            Happening::Answers(conversation) => {
                let answer = if self.chance.one_in(5) { Answer::No } else { Answer::Yes };
                self.does(DeskCommand::HelpElsewhere { conversation, answer });
            }
            Happening::GivesUp(conversation) => {
                if self.waiting_since.remove(&conversation).is_some() {
                    self.outcome.gave_up += 1;
                    let how = Ending::StoppedWaiting;
                    self.does(DeskCommand::Leave { conversation, how });
                }
            }
            Happening::Ends(conversation) => {
                self.does(DeskCommand::Leave { conversation, how: Ending::ByVisitor });
            }
        }
    }

    fn visits(&mut self, region: RegionId) {
        self.visitors += 1;
        let conversation = ConversationId::from_bytes(self.visitors.to_be_bytes());
        if !self.does(DeskCommand::SignUp { conversation, region }) {
            self.outcome.turned_away += 1;
            return;
        }
        self.waiting_since.insert(conversation, self.now);
        self.arrives(Party::Visitor(conversation));
        let patience = self.about(PATIENCE);
        self.note(self.now + patience, Happening::GivesUp(conversation));
    }

    fn arrives(&mut self, party: Party) {
        let connection = ConnectionId::from_bytes([1; 16]);
        self.does(DeskCommand::Arrive { party, node: NODE, connection });
    }

    /// Whether the desk granted it.
    fn does(&mut self, command: DeskCommand) -> bool {
        let decided = self.desk.decide(self.now, command, &self.rules);
        let granted = decided.is_ok();
        self.record(decided.unwrap_or_default());
        granted
    }

    fn settle(&mut self) {
        loop {
            let due = self.desk.settle(self.now, &self.rules);
            if due.is_empty() {
                return;
            }
            self.record(due);
        }
    }

    fn record(&mut self, events: Vec<DeskEvent>) {
        for item in events {
            let recorded = Recorded { seq: self.desk.seq().next(), at: self.now, item };
            self.desk.apply(&recorded);
            match recorded.item {
                DeskEvent::Offered { conversation, .. }
                | DeskEvent::OpenedToAll { conversation } => {
                    let look = Duration::from_secs(u64::from(5 + self.chance.below(20)));
                    self.note(self.now + look, Happening::Looks(conversation));
                }
                DeskEvent::Connected { conversation } => {
                    if let Some(since) = self.waiting_since.remove(&conversation) {
                        self.outcome.waits.push(self.now.since(since));
                    }
                    let length = self.about(CONVERSATION);
                    self.note(self.now + length, Happening::Ends(conversation));
                }
                _ => {}
            }
        }
    }

    fn ask_who_may_be_asked(&mut self) {
        let waiting: Vec<_> = self.waiting_since.keys().copied().collect();
        for conversation in waiting {
            if self.desk.may_ask_elsewhere(conversation, self.now, &self.rules)
                && self.asked.insert(conversation)
            {
                let at = self.now + Duration::from_secs(10);
                self.note(at, Happening::Answers(conversation));
            }
        }
    }

    /// So many seconds on average, as rare things are spread.
    fn about(&mut self, seconds: f64) -> Duration {
        let share = (f64::from(self.chance.below(1_000_000)) + 0.5) / 1_000_000.0;
        Duration::from_secs_f64(-share.ln() * seconds)
    }

    fn at(&mut self, second: u32, happening: Happening) {
        self.note(Moment::from_millis(i64::from(second) * 1000), happening);
    }

    fn note(&mut self, at: Moment, happening: Happening) {
        self.entries += 1;
        self.agenda.insert((at, self.entries), happening);
    }
}
