//! No trace on the server: marked conversations, some ended, some left in a hurry, some cut by
//! `kill -9`; then everything is searched that could hold something of them.

use std::{collections::HashSet, path::Path, process::Command, time::Duration};

use rusqlite::{Connection, types::Value};
use tokio::time;
use veiligchat::{
    domain::{
        ids::{ConnectionId, ReplyId, Seq},
        reply::{OwnReply, ReplyWords},
    },
    protocol::{Follow, Leave, Leaving, Refusal, SaveReply, VERSION, VisitorAnswer, VisitorTyping},
};

use super::{
    marks::{Kind, Sought},
    page::{call, until},
    places::{Place, Row, assert_none, files, memory, output, print, search, traffic},
    program,
    scene::{PATIENCE, Scene, talks},
    visitor::Visitor,
    worker::Worker,
};

/// What of an ended conversation may not be left on the disk or in the output.
const OF_THE_ENDED: [Kind; 5] = [Kind::Id, Kind::Token, Kind::Hash, Kind::Share, Kind::Time];

/// What may be nowhere at any time.
const NEVER: [Kind; 2] = [Kind::Content, Kind::TabSecret];

/// How long after an end nothing of it may be left.
const SOON: Duration = Duration::from_secs(2);

/// How many conversations go on at once: both workers of Utrecht, as many as they can have.
const AT_ONCE: usize = 8;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_of_a_conversation_is_left_on_the_server() {
    Inquiry::of(24).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "the long form, for `make forensics`"]
async fn nothing_of_two_hundred_conversations_is_left_on_the_server() {
    Inquiry::of(200).await;
}

/// A conversation with marks in everything that is said.
struct Talk {
    visitor: Visitor,
    worker: Worker,
    number: usize,
}

struct Inquiry {
    scene: Scene,
    workers: Vec<Worker>,
    /// Every word of everybody, and every tab's secret.
    words: Sought,
    /// The visitors of conversations that have ended.
    gone: Vec<Visitor>,
}

fn mark(what: &str) -> String {
    let mut random = [0; 8];
    getrandom::fill(&mut random).unwrap();
    format!("{what}-{}", random.map(|byte| format!("{byte:02x}")).concat())
}

impl Inquiry {
    async fn of(conversations: usize) {
        let scene = Scene::open().await;
        let workers = vec![scene.worker("anna", 4).await, scene.worker("bram", 4).await];
        let mut inquiry = Self { scene, workers, words: Sought::default(), gone: Vec::new() };
        let rounds = conversations.div_ceil(AT_ONCE);
        for round in 0..rounds {
            let many = AT_ONCE.min(conversations - round * AT_ONCE);
            inquiry.round(round * AT_ONCE..round * AT_ONCE + many).await;
        }
        assert_eq!(inquiry.gone.len(), conversations);
        inquiry.opens_nothing().await;
        inquiry.proves_itself(conversations).await;
    }

    /// Some conversations side by side; every second time the process is killed in their midst.
    async fn round(&mut self, numbers: std::ops::Range<usize>) {
        let is_cut = numbers.start / AT_ONCE % 2 == 1;
        let title = format!("conversations {} to {}", numbers.start + 1, numbers.end);
        let mut talks = Vec::new();
        for number in numbers {
            talks.push(self.begin(number).await);
        }
        for talk in &talks {
            self.exchange(talk).await;
        }
        let live = sought_of(talks.iter().map(|talk| &talk.visitor), &HashSet::new());
        let rows = search(&live, files(&self.scene.program));
        self.is_on_the_disk(&rows, talks.len());
        self.search_for_words(&title, "while they go on");
        if is_cut {
            // Two leave in the very moment.
            for talk in talks.iter().take(2) {
                talk.visitor.exits().await.unwrap();
            }
            self.scene.program.kill();
            assert_none("killed", &search(&self.words, files(&self.scene.program)), &NEVER);
            self.scene.starts_again();
            for talk in talks.iter().skip(2) {
                until(PATIENCE, "they talk again", || {
                    talk.visitor.is_talking() && talk.worker.is_talking_to(&talk.visitor)
                })
                .await;
                self.exchange(talk).await;
            }
        }
        for talk in talks.iter().skip(if is_cut { 2 } else { 0 }) {
            end(talk).await;
        }
        let visitors: Vec<_> = talks.into_iter().map(|talk| talk.visitor).collect();
        time::sleep(SOON).await;
        self.gone.extend(visitors);
        self.search_for_words(&title, "after their end");
        self.search_for_the_ended(&title);
    }

    fn marked(&mut self, what: &str) -> String {
        let mark = mark(what);
        self.words.text(Kind::Content, &mark);
        mark
    }

    /// Somebody signs up, writes before anybody is there, and is taken.
    async fn begin(&mut self, number: usize) -> Talk {
        let (nickname, answer) = (self.marked("naam"), self.marked("reden"));
        let visitor = self.scene.visitor(&nickname, &answer).await;
        self.words.bytes(Kind::TabSecret, &visitor.tab_secret());
        let early = self.marked("alvast");
        visitor.writes(&early);
        let worker = talks(&visitor, &self.workers).await;
        until(PATIENCE, "the early words arrive", || {
            worker.reads(&visitor) == [early.as_str()] && worker.nickname_of(&visitor) == nickname
        })
        .await;
        Talk { visitor, worker, number }
    }

    /// Both write, both read, and the visitor types something more.
    async fn exchange(&mut self, talk: &Talk) {
        let (question, reply) = (self.marked("vraag"), self.marked("antwoord"));
        talk.visitor.writes(&format!("Dit is mijn {question}, met wat woorden eromheen."));
        talk.worker.writes(&talk.visitor, &format!("En dit is het {reply} daarop."));
        let arrived =
            |words: &[String], mark: &str| words.last().is_some_and(|last| last.contains(mark));
        until(PATIENCE, "both have read", || {
            arrived(&talk.worker.reads(&talk.visitor), &question)
                && arrived(&talk.visitor.reads(), &reply)
        })
        .await;
        let draft = self.marked("concept");
        talk.visitor.types(&draft);
    }

    /// What is looked for of conversations that have ended is found of those that go on: the
    /// search would see it.
    fn is_on_the_disk(&self, rows: &[Row], conversations: usize) {
        for kind in [Kind::Id, Kind::Hash, Kind::Share, Kind::Time] {
            let things: usize = rows.iter().map(|row| row.found(kind).things()).sum();
            assert!(things >= conversations, "{kind:?} of those who talk: {things}");
        }
        assert_none("while they go on", rows, &[Kind::Token]);
    }

    /// No word, and no tab's secret, is anywhere.
    fn search_for_words(&self, title: &str, when: &str) {
        let rows = search(&self.words, self.everywhere());
        print(&format!("Words and tab secrets of {title}, {when}"), &rows);
        assert_none(when, &rows, &NEVER);
    }

    fn everywhere(&self) -> Vec<Place> {
        let Scene { program, wire, .. } = &self.scene;
        let mut places = files(program);
        places.push(output(program));
        places.extend(traffic(wire));
        places.push(memory(program));
        places
    }

    /// Nothing of an ended conversation is on the disk or in the output; what is in the memory is
    /// told.
    fn search_for_the_ended(&self, title: &str) {
        let program = &self.scene.program;
        let ended = self.ended();
        let mut places = files(program);
        places.push(output(program));
        let rows = search(&ended, places);
        print(&format!("All that have ended, up to {title}"), &rows);
        print("", &search(&ended, [memory(program)]));
        assert_none("after the end", &rows, &OF_THE_ENDED);
    }

    /// Everything that is known of conversations that have ended and is no content.
    fn ended(&self) -> Sought {
        sought_of(&self.gone, &times_of_records(&self.scene.program.data()))
    }

    /// The token of an ended conversation opens nothing.
    async fn opens_nothing(&self) {
        let browser = self.scene.browser();
        let connection = ConnectionId::from_bytes([7; 16]);
        for visitor in &self.gone {
            let credential = || visitor.credential();
            let follow = Follow { credential: credential(), connection, after: Seq(0) };
            let push = |_: veiligchat::protocol::VisitorPush| panic!("something was told");
            let told = browser.follow("/api/visitor/follow", &follow, push).await;
            assert_eq!(told, Refusal::Gone);
            let seen = Seq(1);
            let answer = VisitorAnswer { credential: credential(), connection, seen };
            let told: Result<(), _> = call(&browser, "/api/visitor/answer", &answer).await;
            assert_eq!(told, Err(Refusal::Gone));
            let typing = VisitorTyping { credential: credential() };
            let told: Result<(), _> = call(&browser, "/api/visitor/typing", &typing).await;
            assert_eq!(told, Err(Refusal::Gone));
            let leave = Leave { credential: credential(), how: Leaving::Goodbye };
            let told = call(&browser, "/api/visitor/leave", &leave).await;
            assert_eq!(
                told,
                Ok(None::<veiligchat::domain::secret::Ticket>),
                "as for one that never was"
            );
        }
    }

    /// What is planted in the clear is found, in every place.
    async fn proves_itself(mut self, conversations: usize) {
        let (planted, said) = (mark("geplant"), mark("gezegd"));
        let mut sought = Sought::default();
        sought.text(Kind::Content, &planted);
        let words = ReplyWords::parse("geplant", &planted).unwrap();
        let reply = OwnReply { id: ReplyId::from_bytes([3; 16]), words };
        let save = SaveReply { version: VERSION, reply };
        self.workers[0].asks("save-reply", &save).await.unwrap();
        let found = |sought: &Sought, places: Vec<Place>| -> Vec<String> {
            let rows = search(sought, places).into_iter();
            rows.filter(|row| row.found(Kind::Content).hits > 0).map(|row| row.place).collect()
        };
        let there = found(&sought, self.everywhere());
        // The log may have been moved into the file just then.
        for places in
            [&["veiligchat.db-wal", "veiligchat.db"][..], &["sent to the program"], &["memory"]]
        {
            let is_there = places.iter().any(|place| there.iter().any(|there| there == place));
            assert!(is_there, "planted in {places:?}: {there:?}");
        }
        // A program that refuses says why, into the same output.
        let refused =
            Command::new(program::path()).args(["check", "--data", &said]).output().unwrap();
        self.scene.program.output().lock().unwrap().extend(refused.stderr);
        sought.text(Kind::Content, &said);
        let ended = self.ended();
        self.scene.program.stop();
        let program = &self.scene.program;
        let mut places = files(program);
        places.push(output(program));
        let rows = search(&ended, files(program));
        print(&format!("All {conversations}, after the process has stopped"), &rows);
        assert_none("after the stop", &rows, &OF_THE_ENDED);
        assert_none("after the stop", &search(&self.words, files(program)), &NEVER);
        let there = found(&sought, places);
        assert_eq!(there, ["veiligchat.db", "output"], "what was planted is found");
    }
}

/// Ends a conversation, in one of three ways.
async fn end(talk: &Talk) {
    let Talk { visitor, worker, number } = talk;
    match number % 3 {
        0 => visitor.ends(),
        1 => visitor.exits().await.unwrap(),
        _ => worker.ends(visitor).await.unwrap(),
    }
    let page_knows = number % 3 != 1;
    until(PATIENCE, "it is over", || {
        (!page_knows || visitor.has_ended()) && !worker.is_talking_to(visitor)
    })
    .await;
}

/// Looks for everything that is known of these conversations and is no content. A time at which
/// something else was stored too is nobody's trace.
fn sought_of<'a>(
    visitors: impl IntoIterator<Item = &'a Visitor>,
    of_others: &HashSet<i64>,
) -> Sought {
    let mut sought = Sought::default();
    for visitor in visitors {
        sought.bytes(Kind::Id, visitor.id());
        sought.bytes(Kind::Token, visitor.token());
        sought.bytes(Kind::Hash, &visitor.hash());
        sought.bytes(Kind::Share, visitor.share());
        let mut notes = visitor.notes();
        notes.messages.sort_unstable();
        notes.messages.dedup();
        for message in &notes.messages {
            sought.bytes(Kind::Id, message);
        }
        notes.times.sort_unstable();
        notes.times.dedup();
        for time in notes.times {
            if !of_others.contains(&time.as_millis()) {
                sought.time(time);
            }
        }
    }
    sought
}

/// Every number in the records: since when somebody of the staff is signed in or did something may
/// be the very millisecond of a message.
fn times_of_records(data: &Path) -> HashSet<i64> {
    let database = Connection::open(data.join("veiligchat.db")).unwrap();
    let tables = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'stream%'";
    let mut tables = database.prepare(tables).unwrap();
    let names = tables.query_map([], |row| row.get::<_, String>(0)).unwrap();
    let mut found = HashSet::new();
    for name in names.map(Result::unwrap) {
        let mut rows = database.prepare(&format!("SELECT * FROM \"{name}\"")).unwrap();
        let columns = rows.column_count();
        let mut rows = rows.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            for column in 0..columns {
                if let Value::Integer(number) = row.get(column).unwrap() {
                    found.insert(number);
                }
            }
        }
    }
    found
}
