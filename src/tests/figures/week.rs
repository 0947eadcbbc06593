//! The week: who comes, how long they wait, whether they are helped and what they say of it.

use std::{collections::BTreeMap, time::Duration};

use veiligchat::{
    domain::{
        evaluation::{Evaluation, Opinion},
        hours::date_of,
        misuse::Misuse,
    },
    service::journal::memory::Tail,
};

use super::Name;
use crate::{
    simulation::Chance,
    stage::{House, MINUTE, SECOND, Visitor, Worker},
};

const DAYS: u32 = 5;
const VISITORS: u32 = 8;

/// Waits and lengths in seconds, well within the step that a reader of the figures sees: code, words.
const WAITS: [(u32, u32, &str); 4] = [
    (25, 0, "Minder dan 1 minuut"),
    (85, 1, "1 tot 2 minuten"),
    (200, 2, "2 tot 5 minuten"),
    (420, 5, "5 tot 10 minuten"),
];
const LENGTHS: [(u32, u32, &str); 3] = [
    (150, 0, "Minder dan 5 minuten"),
    (440, 5, "5 tot 10 minuten"),
    (1_050, 15, "15 tot 20 minuten"),
];

/// The places of the demo's workers: name, region, its number, its organisation.
const PLACES: [(&str, &str, u16, &str); 2] = [
    ("anna", "utrecht", 20, "Veilig Thuis Utrecht"),
    ("chris", "twente", 19, "Veilig Thuis Twente"),
];

/// A week that was played.
pub struct Week {
    pub house: House,
    chance: Chance,
    /// By region, day and name.
    pub counts: BTreeMap<(u16, String, String), u64>,
    lines: BTreeMap<Name, u64>,
}

impl Week {
    pub async fn play(seed: u64) -> Self {
        let house = House::from_seed(seed).await;
        let chance = Chance::new(seed);
        let mut week = Self { house, chance, counts: BTreeMap::new(), lines: BTreeMap::new() };
        for _ in 0..DAYS {
            week.day().await;
            week.house.stops().await;
            week.house.pass(MINUTE * 60 * 21).await;
            week.house.starts().await;
        }
        week
    }

    /// How often each line of each table was counted, of each organisation and of all.
    pub fn by_line(&self) -> BTreeMap<Name, u64> {
        let mut lines = self.lines.clone();
        for ((_, table, line), number) in &self.lines {
            let all = ("Alle organisaties samen".to_owned(), table.clone(), line.clone());
            *lines.entry(all).or_default() += number;
        }
        lines
    }

    async fn day(&mut self) {
        let mut workers = Vec::new();
        for (name, ..) in PLACES {
            workers.push(self.house.worker(name, 2).await);
        }
        for _ in 0..VISITORS {
            // Three in four come to Utrecht.
            let place = usize::from(self.chance.one_in(4));
            self.visitor(place, &workers[place]).await;
            match self.chance.below(12) {
                0 => self.falls(Tail::Lost).await,
                1 => self.falls(Tail::Kept).await,
                _ => {}
            }
        }
        for worker in workers {
            worker.vanishes();
        }
    }

    /// The server dies and is back at once; everybody comes back to it.
    async fn falls(&mut self, tail: Tail) {
        self.house.crashes(tail);
        self.house.pass(SECOND).await;
        self.house.starts().await;
        self.house.pass(SECOND * 30).await;
    }

    async fn visitor(&mut self, place: usize, worker: &Worker) {
        let (_, slug, ..) = PLACES[place];
        let visitor = self.house.visitor_of(slug, "Roos").await;
        self.count(place, "sign-up", &[("Aanmeldingen", "Totaal")]);
        let (seconds, step, words) = WAITS[self.chance.index(WAITS.len())];
        self.wait(seconds).await;
        if self.chance.one_in(5) {
            self.gives_up(place, &visitor, (step, words)).await;
            return;
        }
        worker.talks_to(&visitor).await;
        let name = format!("wait.{step}");
        let waits = "Hoe lang bezoekers wachtten die geholpen werden";
        self.count(place, &name, &[(waits, words), (waits, "Totaal")]);
        let helped = "Door welke regio bezoekers geholpen werden";
        let day = self.today();
        let lines = [
            ("Aanmeldingen", "Geholpen"),
            ("Gesprekken per dag", &*day),
            ("Gesprekken per dag", "Totaal"),
            (helped, "De eigen regio"),
            (helped, "Totaal"),
        ];
        self.count(place, "connected", &lines);
        self.talks(place, &visitor, worker).await;
    }

    async fn gives_up(&mut self, place: usize, visitor: &Visitor, (step, words): (u32, &str)) {
        let quick = self.chance.one_in(3);
        let (code, how) = if quick {
            visitor.exits().await.unwrap();
            ("exit", "Koos “Verlaat deze site”")
        } else {
            visitor.ends();
            ("stopped", "Stopte met wachten")
        };
        let (after, by) =
            ("Na hoe lang bezoekers weggingen zonder hulp", "Hoe bezoekers weggingen zonder hulp");
        let lines = [
            ("Aanmeldingen", "Niet geholpen"),
            (after, words),
            (after, "Totaal"),
            (by, how),
            (by, "Totaal"),
        ];
        self.count(place, &format!("gave-up.{code}.{step}"), &lines);
        self.wait(20).await;
    }

    async fn talks(&mut self, place: usize, visitor: &Visitor, worker: &Worker) {
        let (seconds, step, words) = LENGTHS[self.chance.index(LENGTHS.len())];
        self.wait(seconds).await;
        if self.chance.one_in(10) {
            let switchboard = self.house.process().unwrap().switchboard().clone();
            let misuse = Misuse::Prank;
            switchboard.dismiss_for(worker.at_desk(), visitor.id(), misuse).await.unwrap();
            self.count(place, "misuse.prank", &[("Misbruik", "Grap of test")]);
        } else {
            visitor.ends();
            // Nobody registers in this week, and each day is closed at midnight.
            let unregistered = "Niet geregistreerde adviezen";
            self.count(place, "advice.missed", &[(unregistered, unregistered)]);
        }
        let lengths = "Hoe lang gesprekken duurden";
        self.count(place, &format!("length.{step}"), &[(lengths, words), (lengths, "Totaal")]);
        self.wait(20).await;
        if visitor.may_evaluate() && !self.chance.one_in(3) {
            let yes = !self.chance.one_in(4);
            let heard = Some(if yes { Opinion::Yes } else { Opinion::Somewhat });
            visitor.evaluates(Evaluation { heard, ..Evaluation::default() });
            self.wait(20).await;
            let (code, line) = if yes { ("yes", "Ja") } else { ("somewhat", "Een beetje") };
            let table = "Oordeel: voelde je je serieus genomen?";
            let name = format!("evaluation.heard.{code}");
            self.count(place, &name, &[(table, line), (table, "Totaal")]);
        }
    }

    async fn wait(&self, seconds: u32) {
        self.house.pass(Duration::from_secs(u64::from(seconds))).await;
    }

    /// Today as the figures write it.
    fn today(&self) -> String {
        format!("{} januari 2027", date_of(self.house.now()).day())
    }

    fn count(&mut self, place: usize, name: &str, lines: &[(&str, &str)]) {
        let (.., region, organisation) = PLACES[place];
        let day = date_of(self.house.now()).to_string();
        *self.counts.entry((region, day, name.to_owned())).or_default() += 1;
        for (table, line) in lines {
            let line = (organisation.to_owned(), (*table).to_owned(), (*line).to_owned());
            *self.lines.entry(line).or_default() += 1;
        }
    }
}
