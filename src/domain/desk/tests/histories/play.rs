//! Plays a history: a journal, a timer and the pages of everybody.

use std::{cell::RefCell, collections::BTreeMap, sync::Arc, time::Duration};

use proptest::{prelude::*, test_runner::TestCaseError};

use super::{
    kinds,
    step::{CHAIRS, REGIONS, Step, WORKERS, Which, Who},
    watch::Watch,
    *,
};
use crate::domain::misuse::Misuse;

/// A region, and one that backs it up.
const BACKUPS: [(RegionId, RegionId); 3] =
    [(REGIONS[0], REGIONS[1]), (REGIONS[1], REGIONS[0]), (REGIONS[2], REGIONS[1])];

type Checked = Result<(), TestCaseError>;

pub struct Play<'a> {
    desk: Desk,
    now: Moment,
    rules: DeskRules,
    journal: Vec<Recorded<DeskEvent>>,
    watch: Watch,
    tally: &'a RefCell<Tally>,
    /// The visitor who sits there, or sat there last.
    chairs: [ConversationId; CHAIRS],
    /// The connections that each page ever had.
    connections: BTreeMap<Party, Vec<ConnectionId>>,
    names: u64,
}

impl<'a> Play<'a> {
    /// A desk with three workers on duty.
    pub fn open(tally: &'a RefCell<Tally>) -> Result<Self, TestCaseError> {
        let mut play = Self {
            desk: Desk::default(),
            now: Moment::from_millis(1_700_000_000_000),
            rules: DeskRules {
                queue_limit: 4,
                backups: Arc::new(BACKUPS.into_iter().collect()),
                ..DeskRules::default()
            },
            journal: Vec::new(),
            watch: Watch::default(),
            tally,
            chairs: [ConversationId::from_bytes([0; 16]); CHAIRS],
            connections: BTreeMap::new(),
            names: 0,
        };
        for (worker, region, capacity) in [(0, 0, 2), (1, 0, 1), (2, 1, 2)] {
            play.step(&Step::Arrive(Who::Worker(WORKERS[worker])))?;
            let regions = vec![REGIONS[region]];
            play.step(&Step::GoOnDuty(WORKERS[worker], regions, capacity, 0))?;
        }
        Ok(play)
    }

    pub fn step(&mut self, step: &Step) -> Checked {
        match step.clone() {
            Step::Wait(millis) => self.wait(Duration::from_millis(millis)),
            Step::WaitForDeadline => {
                let next = self.desk.next_deadline(self.now, &self.rules);
                self.wait(next.map_or(Duration::ZERO, |next| next.since(self.now)))
            }
            Step::TimerIsLate(millis) => {
                self.now = self.now + Duration::from_millis(millis);
                Ok(())
            }
            Step::Outage(millis) => {
                self.now = self.now + Duration::from_millis(millis);
                self.start_node()
            }
            Step::Come(chair, region) => {
                self.sign_up(chair, region)?;
                self.arrive(Party::Visitor(self.chairs[chair]))
            }
            Step::SignUp(chair, region) => self.sign_up(chair, region),
            Step::Arrive(who) => self.arrive(self.party(who)),
            Step::Depart(who, which) => self.depart(self.party(who), which),
            Step::Vanish(worker) => {
                self.depart(Party::Worker(worker), Which::Newest)?;
                self.wait(self.rules.worker_away)
            }
            Step::Leave(chair, how) => {
                self.ask(DeskCommand::Leave { conversation: self.chairs[chair], how })
            }
            Step::Dismiss(chair, worker) => {
                let conversation = self.chairs[chair];
                self.ask(DeskCommand::Dismiss { conversation, worker, misuse: None })
            }
            Step::DismissOwn(worker) => {
                let own = self.desk.conversations_of(worker).next().map(|(id, _)| id);
                own.map_or(Ok(()), |conversation| {
                    let misuse = Some(Misuse::Spam);
                    self.ask(DeskCommand::Dismiss { conversation, worker, misuse })
                })
            }
            Step::GoOnDuty(worker, regions, capacity, wrap_up) => {
                self.ask(DeskCommand::GoOnDuty { worker, regions, capacity, wrap_up })
            }
            Step::EndWrapUp(worker) => self.ask(DeskCommand::EndWrapUp { worker }),
            Step::Pause(worker) => self.ask(DeskCommand::Pause { worker }),
            Step::Resume(worker) => self.ask(DeskCommand::Resume { worker }),
            Step::GoOffDuty(worker) => self.ask(DeskCommand::GoOffDuty { worker }),
            Step::Accept(chair, worker) => {
                self.ask(DeskCommand::Accept { conversation: self.chairs[chair], worker })
            }
            Step::AcceptShown(worker) => self.accept_shown(worker),
            Step::Connect(chair) => {
                self.ask(DeskCommand::Connect { conversation: self.chairs[chair] })
            }
            Step::ConnectAccepted => self.connect_accepted(),
            Step::TakeAny(worker) => {
                let may = |id| self.desk.may_take(worker, id, self.now, &self.rules);
                let found = self.desk.visits().map(|(id, _)| id).find(|id| may(*id));
                found.map_or(Ok(()), |conversation| {
                    self.ask(DeskCommand::Accept { conversation, worker })
                })
            }
            Step::Talk(worker) => {
                self.step(&Step::TakeAny(worker))?;
                self.connect_accepted()
            }
            Step::ReadTogether(worker, colleague) => {
                self.step(&Step::AskReader(worker, colleague))?;
                self.step(&Step::JoinInvited(colleague))
            }
            Step::PassOnAsked(worker, to, answer) => {
                self.step(&Step::PassOn(worker, to))?;
                let asked = self.desk.conversations_of(worker).find_map(|(conversation, visit)| {
                    Some((conversation, visit.wish.filter(|wish| wish.to == to)?.number))
                });
                asked.map_or(Ok(()), |(conversation, number)| {
                    self.ask(DeskCommand::AnswerWish { conversation, number, answer })
                })
            }
            _ => self.colleagues(step),
        }
    }

    /// What colleagues and visitors do about a conversation.
    fn colleagues(&mut self, step: &Step) -> Checked {
        let own = |worker| self.desk.conversations_of(worker).next().map(|(id, _)| id);
        let command = match *step {
            Step::Elsewhere(chair, answer) => {
                Some(DeskCommand::HelpElsewhere { conversation: self.chairs[chair], answer })
            }
            Step::AskReader(worker, colleague) => own(worker)
                .map(|conversation| DeskCommand::AskReader { conversation, worker, colleague }),
            Step::Join(chair, colleague) => {
                Some(DeskCommand::JoinReading { conversation: self.chairs[chair], colleague })
            }
            Step::JoinInvited(colleague) => self
                .desk
                .invitations_of(colleague)
                .next()
                .map(|(conversation, _)| DeskCommand::JoinReading { conversation, colleague }),
            Step::EndReading(chair, by) => {
                Some(DeskCommand::EndReading { conversation: self.chairs[chair], by })
            }
            Step::StopReading(by) => self
                .desk
                .visits()
                .find(|(_, visit)| visit.reader.is_some_and(|reader| reader.who() == by))
                .map(|(conversation, _)| DeskCommand::EndReading { conversation, by }),
            Step::HandOver(worker, to) => {
                own(worker).map(|conversation| DeskCommand::HandOver { conversation, worker, to })
            }
            Step::PassOn(worker, to) => {
                own(worker).map(|conversation| DeskCommand::Transfer { conversation, worker, to })
            }
            Step::Transfer(chair, worker, to) => {
                Some(DeskCommand::Transfer { conversation: self.chairs[chair], worker, to })
            }
            Step::Withdraw(worker) => {
                own(worker).map(|conversation| DeskCommand::WithdrawWish { conversation, worker })
            }
            Step::AnswerWish(chair, older, answer) => {
                let conversation = self.chairs[chair];
                let wish = self.desk.visit_of(conversation).and_then(|visit| visit.wish);
                let number = wish.map_or(1, |wish| wish.number).saturating_sub(older);
                Some(DeskCommand::AnswerWish { conversation, number, answer })
            }
            _ => None,
        };
        command.map_or(Ok(()), |command| self.ask(command))
    }

    /// Everybody goes away for good: nobody may be left, and the journal must tell the same story.
    pub fn close(mut self) -> Checked {
        self.settle()?;
        self.start_node()?;
        self.wait(self.rules.talking_away)?;
        prop_assert_eq!(self.desk.visits().count(), 0, "somebody was forgotten");
        prop_assert_eq!(self.desk.workers().count(), 0, "a worker was forgotten");
        prop_assert_eq!(self.desk.next_deadline(self.now, &self.rules), None);

        let mut replayed = Desk::default();
        self.journal.iter().for_each(|recorded| replayed.apply(recorded));
        prop_assert_eq!(replayed, self.desk, "the journal tells another story");
        Ok(())
    }

    fn party(&self, who: Who) -> Party {
        match who {
            Who::Visitor(chair) => Party::Visitor(self.chairs[chair]),
            Who::Worker(worker) => Party::Worker(worker),
        }
    }

    fn sixteen_new_bytes(&mut self) -> [u8; 16] {
        self.names += 1;
        // Spread, so that the order of ids is not the order in which they were made.
        u128::from(self.names).wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835).to_be_bytes()
    }

    fn start_node(&mut self) -> Checked {
        let node = NodeId::from_bytes(self.sixteen_new_bytes());
        self.ask(DeskCommand::StartNode { node })
    }

    fn sign_up(&mut self, chair: usize, region: RegionId) -> Checked {
        if self.desk.visit_of(self.chairs[chair]).is_none() {
            self.chairs[chair] = ConversationId::from_bytes(self.sixteen_new_bytes());
        }
        self.ask(DeskCommand::SignUp { conversation: self.chairs[chair], region })
    }

    fn arrive(&mut self, party: Party) -> Checked {
        let connection = ConnectionId::from_bytes(self.sixteen_new_bytes());
        self.connections.entry(party).or_default().push(connection);
        self.ask(DeskCommand::Arrive { party, node: NODE, connection })
    }

    fn depart(&mut self, party: Party, which: Which) -> Checked {
        let back = match which {
            Which::Newest => 1,
            Which::Older => 2,
        };
        let connections = self.connections.get(&party).map_or(&[][..], Vec::as_slice);
        let Some(&connection) = connections.iter().rev().nth(back - 1) else { return Ok(()) };
        let before = self.desk.presence(party);
        self.ask(DeskCommand::Depart { party, connection })?;
        if matches!(which, Which::Older) && before.is_some_and(|before| before.is_here()) {
            let after = self.desk.presence(party);
            prop_assert_eq!(after, before, "an older connection took the newer one along");
        }
        Ok(())
    }

    fn accept_shown(&mut self, worker: StaffId) -> Checked {
        let shown = self.desk.visits().find(|(_, visit)| match visit.stage {
            Stage::Offered { to, .. } => to == worker,
            Stage::OpenToAll => self.desk.can_be_shown(worker, visit, &self.rules),
            _ => false,
        });
        match shown.map(|(conversation, _)| conversation) {
            Some(conversation) => self.ask(DeskCommand::Accept { conversation, worker }),
            None => Ok(()),
        }
    }

    fn connect_accepted(&mut self) -> Checked {
        let accepted: Vec<_> = self
            .desk
            .visits()
            .filter(|(_, visit)| matches!(visit.stage, Stage::Accepted { .. }))
            .map(|(conversation, _)| conversation)
            .collect();
        for conversation in accepted {
            self.ask(DeskCommand::Connect { conversation })?;
        }
        Ok(())
    }

    fn ask(&mut self, command: DeskCommand) -> Checked {
        match self.desk.decide(self.now, command.clone(), &self.rules) {
            Ok(events) => {
                self.record(events)?;
                self.ask_again(command)?;
            }
            Err(refusal) => self.tally.borrow_mut().count(kinds::of_refusal(refusal)),
        }
        self.settle()
    }

    /// A repeat of what was granted changes nothing.
    fn ask_again(&self, command: DeskCommand) -> Checked {
        let expected = match command {
            DeskCommand::StartNode { .. } => return Ok(()),
            DeskCommand::Leave { .. } | DeskCommand::Dismiss { .. } => {
                Err(DeskRefusal::NoSuchVisit)
            }
            _ => Ok(Vec::new()),
        };
        prop_assert_eq!(self.desk.decide(self.now, command, &self.rules), expected);
        Ok(())
    }

    fn record(&mut self, events: Vec<DeskEvent>) -> Checked {
        for item in events {
            let before = self.desk.clone();
            let recorded = Recorded { seq: before.seq().next(), at: self.now, item };
            self.desk.apply(&recorded);
            self.tally
                .borrow_mut()
                .count(kinds::of_event(&recorded.item, here(&before, &recorded)));
            self.watch.event(&before, &recorded, &self.desk, &self.rules)?;
            self.journal.push(recorded);
        }
        Ok(())
    }

    /// Settles until nothing is due: who is gone, what ended, one thing of each visit after another,
    /// what no longer fits, new offers.
    fn settle(&mut self) -> Checked {
        for _ in 0..8 {
            let due = self.desk.settle(self.now, &self.rules);
            if due.is_empty() {
                break;
            }
            self.record(due)?;
        }
        Watch::rest(&self.desk, self.now, &self.rules)
    }

    fn wait(&mut self, wait: Duration) -> Checked {
        self.settle()?;
        let end = self.now + wait;
        while let Some(next) = self.desk.next_deadline(self.now, &self.rules)
            && next <= end
        {
            prop_assert!(next > self.now, "time would stand still");
            self.now = next;
            let had_effect = !self.desk.settle(self.now, &self.rules).is_empty();
            let kind =
                if had_effect { kinds::DEADLINE_WITH_EFFECT } else { kinds::DEADLINE_WITHOUT };
            self.tally.borrow_mut().count(kind);
            self.settle()?;
        }
        self.now = end;
        self.settle()
    }
}

/// Whether the visitor who was given back is connected.
fn here(desk: &Desk, recorded: &Recorded<DeskEvent>) -> bool {
    let DeskEvent::GivenBack { conversation } = &recorded.item else { return false };
    desk.visit_of(*conversation).is_some_and(|visit| visit.presence.is_here())
}
