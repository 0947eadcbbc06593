//! What an event at the desk counts as.

use super::*;
use crate::domain::{
    desk::{Desk, DeskCommand, DeskEvent, DeskRules, Ending, Party},
    ids::{ConnectionId, ConversationId, NodeId, StaffId},
    recorded::Recorded,
    region::Backups,
};

const UTRECHT: RegionId = RegionId(20);
const TWENTE: RegionId = RegionId(19);
const ROOS: ConversationId = ConversationId::from_bytes([1; 16]);
const ANNA: StaffId = StaffId(1);
const CHRIS: StaffId = StaffId(2);
const NINE: Moment = Moment::from_millis(1_774_252_800_000);

/// A desk where everything that happens is counted.
struct Scene {
    desk: Desk,
    rules: DeskRules,
    now: Moment,
    counts: Vec<(RegionId, Measure)>,
}

impl Scene {
    fn open() -> Self {
        let backups: Backups = [(UTRECHT, TWENTE)].into_iter().collect();
        let rules = DeskRules { backups: std::sync::Arc::new(backups), ..DeskRules::default() };
        let mut scene = Self { desk: Desk::default(), rules, now: NINE, counts: Vec::new() };
        scene.comes(ANNA, &[UTRECHT]);
        scene.comes(CHRIS, &[TWENTE]);
        scene.does(DeskCommand::SignUp { conversation: ROOS, region: UTRECHT });
        scene.arrives(Party::Visitor(ROOS));
        scene
    }

    fn comes(&mut self, worker: StaffId, regions: &[RegionId]) {
        self.arrives(Party::Worker(worker));
        let regions = regions.to_vec();
        self.does(DeskCommand::GoOnDuty { worker, regions, capacity: 2, wrap_up: 0 });
    }

    fn arrives(&mut self, party: Party) {
        let connection = ConnectionId::from_bytes([1; 16]);
        self.does(DeskCommand::Arrive { party, node: NodeId::from_bytes([1; 16]), connection });
    }

    fn does(&mut self, command: DeskCommand) {
        let events = self.desk.decide(self.now, command, &self.rules).unwrap();
        self.record(events);
    }

    fn record(&mut self, events: Vec<DeskEvent>) {
        for item in events {
            let event = Recorded { seq: self.desk.seq().next(), at: self.now, item };
            self.counts.extend(counted(&self.desk, &event));
            self.desk.apply(&event);
        }
    }

    fn passes(&mut self, minutes: u64) {
        self.now = self.now + Duration::from_mins(minutes);
    }

    fn meets(&mut self, worker: StaffId) {
        let until = self.now + Duration::from_secs(20);
        self.record(vec![
            DeskEvent::Accepted { conversation: ROOS, by: worker, until },
            DeskEvent::Connected { conversation: ROOS },
        ]);
    }

    fn leaves(&mut self, how: Ending) {
        self.record(vec![DeskEvent::Left { conversation: ROOS, how }]);
    }

    fn counted(&self) -> Vec<String> {
        let name =
            |(region, measure): &(RegionId, Measure)| format!("{} {}", region.0, measure.code());
        self.counts.iter().map(name).collect()
    }
}

#[test]
fn a_visitor_who_is_helped_counts_with_the_wait_and_the_length() {
    let mut scene = Scene::open();
    scene.passes(6);
    scene.meets(ANNA);
    scene.passes(21);
    scene.leaves(Ending::ByVisitor);
    assert_eq!(scene.counted(), ["20 sign-up", "20 connected", "20 wait.5", "20 length.20"]);
}

#[test]
fn a_visitor_who_is_given_back_is_connected_once_and_talks_on() {
    let mut scene = Scene::open();
    scene.meets(ANNA);
    scene.passes(10);
    scene.record(vec![DeskEvent::GivenBack { conversation: ROOS }]);
    scene.passes(1);
    scene.meets(CHRIS);
    scene.passes(5);
    scene.leaves(Ending::ByWorker);
    assert_eq!(scene.counted(), ["20 sign-up", "20 connected", "20 wait.0", "20 length.15"]);
}

#[test]
fn who_leaves_before_a_worker_counts_by_how_and_after_how_long() {
    for (how, name) in [
        (Ending::StoppedWaiting, "20 gave-up.stopped.10"),
        (Ending::QuickExit, "20 gave-up.exit.10"),
        (Ending::Expired, "20 gave-up.expired.2"),
    ] {
        let mut scene = Scene::open();
        scene.passes(4);
        scene.record(vec![DeskEvent::Departed { party: Party::Visitor(ROOS) }]);
        scene.passes(10);
        scene.leaves(how);
        assert_eq!(scene.counted(), ["20 sign-up", name]);
    }
}

#[test]
fn help_from_another_region_is_counted_for_the_visitors_region() {
    let mut scene = Scene::open();
    scene.meets(CHRIS);
    assert!(scene.counted().contains(&"20 helped-by.19".to_owned()));
    // Somebody who is on duty for both is no other region's worker.
    let mut scene = Scene::open();
    scene.comes(CHRIS, &[TWENTE, UTRECHT]);
    scene.meets(CHRIS);
    assert!(!scene.counted().iter().any(|name| name.contains("helped-by")));
}

#[test]
fn misuse_is_counted_by_its_kind_together_with_the_end() {
    let mut scene = Scene::open();
    scene.meets(ANNA);
    let misuse = Some(Misuse::Prank);
    scene.does(DeskCommand::Dismiss { conversation: ROOS, worker: ANNA, misuse });
    let counted = scene.counted();
    assert_eq!(counted[counted.len() - 2..], ["20 misuse.prank", "20 length.0"]);
}

#[test]
fn the_live_numbers_are_those_of_the_region_and_nothing_else() {
    let mut scene = Scene::open();
    scene.passes(3);
    let waiting =
        Live { waiting: 1, longest: Some(Duration::from_mins(3)), on_duty: 1, ..Live::default() };
    assert_eq!(Live::of(&scene.desk, UTRECHT, scene.now), waiting);
    assert_eq!(Live::of(&scene.desk, TWENTE, scene.now), Live { on_duty: 1, ..Live::default() });
    scene.meets(CHRIS);
    scene.does(DeskCommand::Pause { worker: ANNA });
    let talking = Live { conversations: 1, paused: 1, ..Live::default() };
    assert_eq!(Live::of(&scene.desk, UTRECHT, scene.now), talking);
}
