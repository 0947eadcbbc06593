//! Who is there, what they do, and what is known of what they wrote.

use std::collections::BTreeSet;

use veiligchat::{
    client::VisitorPhase,
    domain::ids::ConversationId,
    protocol::{DutyWish, Refusal},
};

use crate::stage::{House, Visitor, Worker, on_duty};

/// A visitor, and what is known of the conversation.
pub struct Person {
    pub number: usize,
    pub visitor: Visitor,
    /// How many messages the visitor wrote.
    pub written: usize,
    /// What either side was told is stored.
    pub acknowledged: BTreeSet<String>,
    /// Whether the worker who has the conversation came later, or lost a key.
    pub changed_hands: bool,
    house: House,
    vanished: bool,
    is_leaving: bool,
}

pub struct People {
    pub visitors: Vec<Person>,
    pub workers: Vec<Worker>,
    /// How many messages the workers wrote.
    answers: usize,
    everybody: Vec<ConversationId>,
    /// The numbers of the visitors who ever agreed that somebody reads back.
    pub let_read_back: BTreeSet<usize>,
}

impl Person {
    pub fn writes(&mut self) -> &'static str {
        // Before the server told the share, the page shows no conversation to write in.
        if self.vanished || !is_live(self) {
            return "there is no page to write in";
        }
        self.written += 1;
        self.visitor.writes(&format!("{}:v:{}", self.number, self.written));
        "a visitor writes"
    }

    pub fn do_(&mut self, what: &'static str, act: impl FnOnce(&Visitor)) -> &'static str {
        act(&self.visitor);
        what
    }

    pub fn reloads(&mut self) -> &'static str {
        if self.is_over() {
            return "a visitor is gone";
        }
        self.visitor.reloads();
        self.vanished = false;
        "a visitor reloads"
    }

    pub fn vanishes(&mut self) -> &'static str {
        self.visitor.vanishes();
        self.vanished = true;
        "a visitor vanishes"
    }

    pub fn closes(&mut self) -> &'static str {
        self.visitor.closes();
        "a visitor presses the cross"
    }

    pub fn comes_back(&mut self) -> &'static str {
        if self.vanished {
            return self.reloads();
        }
        self.visitor.comes_back();
        "a visitor comes back"
    }

    pub fn ends(&mut self) -> &'static str {
        if self.vanished {
            return "nobody is there to end it";
        }
        self.is_leaving = true;
        self.visitor.ends();
        "a visitor ends it"
    }

    pub fn exits(&mut self) -> &'static str {
        if self.vanished {
            return "nobody is there to exit";
        }
        self.is_leaving = true;
        let visitor = self.visitor.clone();
        // The browser sends it off and does not look back; it may not arrive.
        tokio::spawn(async move {
            let _ = visitor.exits().await;
        });
        self.vanished = true;
        "a visitor takes the quick exit"
    }

    /// Everything is mended, and the page is there.
    pub fn is_back(&mut self) {
        self.visitor.wire().mends();
        if !self.is_over() {
            self.comes_back();
        }
    }

    /// Whether nothing is to be expected of this visit any more.
    pub fn is_over(&self) -> bool {
        self.is_leaving || self.visitor.keeps().keys.is_none()
    }
}

impl People {
    pub async fn open(house: &House) -> Self {
        house.regions_help_out().await;
        let workers = vec![
            house.worker("anna", 2).await,
            house.worker("bram", 2).await,
            house.worker("chris", 2).await,
        ];
        for worker in &workers {
            worker.wire().varies(200);
        }
        let visitors = Vec::new();
        let let_read_back = BTreeSet::new();
        Self { visitors, workers, answers: 0, everybody: Vec::new(), let_read_back }
    }

    pub async fn sign_up(&mut self, house: &House) -> Result<(), Refusal> {
        let number = self.everybody.len();
        let region = self.workers[0].region();
        let visitor = Visitor::try_sign_up(house, &format!("bezoeker {number}"), region).await?;
        visitor.wire().varies(250);
        self.everybody.push(visitor.id());
        self.visitors.push(Person {
            number,
            visitor,
            written: 0,
            acknowledged: BTreeSet::new(),
            changed_hands: false,
            house: house.clone(),
            vanished: false,
            is_leaving: false,
        });
        Ok(())
    }

    pub fn worker_do(
        &mut self,
        what: &'static str,
        worker: usize,
        act: impl FnOnce(&Worker),
    ) -> &'static str {
        act(&self.workers[worker]);
        what
    }

    pub fn worker_reloads(&mut self, worker: usize) -> &'static str {
        self.workers[worker].reloads();
        "a worker reloads"
    }

    pub fn worker_loses_the_key(&mut self, worker: usize) -> &'static str {
        for person in &mut self.visitors {
            person.changed_hands = true;
        }
        self.workers[worker].reloads_without_keys();
        "a worker loses the key"
    }

    pub fn worker_writes(&mut self, worker: usize, which: usize) -> &'static str {
        let worker = &self.workers[worker];
        let with: Vec<_> =
            self.visitors.iter().filter(|person| worker.is_talking_to(&person.visitor)).collect();
        let Some(person) = with.get(which % with.len().max(1)) else {
            return "nobody to write to";
        };
        self.answers += 1;
        let name = &worker.at_desk().name;
        let words = format!("{}:{name}:{}", person.number, self.answers);
        worker.writes(&person.visitor, &words);
        "a worker writes"
    }

    pub async fn worker_accepts(&mut self, worker: usize) -> Option<&'static str> {
        let worker = &self.workers[worker];
        let offered = self.visitors.iter_mut().find(|person| worker.is_offered(&person.visitor))?;
        Some(match worker.tries_to_accept(&offered.visitor).await {
            Ok(()) => {
                offered.changed_hands |= !offered.acknowledged.is_empty();
                "a visitor is accepted"
            }
            Err(refusal) => name_of(refusal),
        })
    }

    pub async fn worker_ends(&mut self, worker: usize, which: usize) -> &'static str {
        let worker = &self.workers[worker];
        let mut with: Vec<_> = self
            .visitors
            .iter_mut()
            .filter(|person| worker.is_talking_to(&person.visitor))
            .collect();
        let which = which % with.len().max(1);
        let Some(person) = with.get_mut(which) else { return "nothing to end" };
        match worker.ends(&person.visitor).await {
            Ok(()) => {
                person.is_leaving = true;
                "a worker ends a conversation"
            }
            Err(refusal) => name_of(refusal),
        }
    }

    pub async fn goes_on_duty(&mut self, worker: usize, capacity: u8) -> &'static str {
        match self.workers[worker].wishes(on_duty(capacity)).await {
            Ok(()) => "a worker goes on duty",
            Err(refusal) => name_of(refusal),
        }
    }

    pub async fn goes_off_duty(&mut self, worker: usize) -> &'static str {
        match self.workers[worker].wishes(DutyWish::Off).await {
            Ok(()) => "a worker goes off duty",
            Err(refusal) => name_of(refusal),
        }
    }

    /// Notes what either side is told is stored; how much of it is new.
    pub fn note_what_is_acknowledged(&mut self) -> usize {
        let mut new = 0;
        for person in &mut self.visitors {
            let of_workers =
                self.workers.iter().flat_map(|worker| worker.acknowledged(&person.visitor));
            for words in person.visitor.acknowledged().into_iter().chain(of_workers) {
                new += usize::from(person.acknowledged.insert(words));
            }
        }
        new
    }

    /// Who has left, by themselves or by being away for too long.
    pub fn forget_who_is_gone(&mut self) {
        self.visitors.retain(|person| {
            let expired = person.house.process().is_some()
                && person.house.desk(|desk| desk.visit_of(person.visitor.id()).is_none());
            if person.is_over() || expired {
                person.visitor.wire().mends();
            }
            !person.is_over() && !expired
        });
    }

    pub fn everybody_leaves(&mut self) {
        for person in &mut self.visitors {
            person.ends();
        }
    }

    /// What is left of anybody who ever was here.
    pub async fn traces(&self, house: &House) -> Vec<String> {
        let mut traces = Vec::new();
        for (number, id) in self.everybody.iter().enumerate() {
            if house.remembers(*id).await {
                traces.push(format!("the stream of {number}"));
            }
        }
        let visits = house.desk(|desk| desk.visits().count());
        if visits > 0 {
            traces.push(format!("{visits} visits at the desk"));
        }
        traces
    }
}

/// A refusal, for the counts.
pub fn name_of(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::Unreachable => "refused: unreachable",
        Refusal::Unavailable => "refused: unavailable",
        Refusal::NobodyOnDuty => "refused: nobody on duty",
        Refusal::NotOffered => "refused: not offered",
        Refusal::AlreadyTaken => "refused: already taken",
        Refusal::NoFreePlace => "refused: no free place",
        Refusal::NotSeated => "refused: no seat",
        Refusal::Gone => "refused: gone",
        Refusal::NoKey => "refused: no key",
        Refusal::NotAvailable => "refused: not available",
        Refusal::HasReader => "refused: has a reader",
        Refusal::NotInvited => "refused: not invited",
        _ => "refused: something else",
    }
}

/// Whether the page shows a conversation at all.
pub fn is_live(person: &Person) -> bool {
    matches!(person.visitor.phase(), VisitorPhase::Live(_))
}
