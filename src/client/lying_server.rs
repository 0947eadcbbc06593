//! A server that lies to the real participants' sides. It can refuse to pass things on; what it can
//! never do is make either side believe something without a word on the screen.

mod entries;
mod reading_back;
mod rosters;
mod storage;

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::{
    Channel, DeskAction, DeskClient, Intake, Remark, Said, TabKeys, VisitorAction, VisitorClient,
};
use crate::{
    domain::{
        conversation::{EarlierKey, Envelope, Kind, Roster, SealedKey, Seat, ShiftPublic},
        ids::{ConversationId, Epoch, RegionId, SeatId, Seq, StaffId},
        moment::Moment,
        secret::Share,
    },
    protocol::{
        DeskPush, DeskWelcome, EarlierKeys, Entry, Placed, SignedUp, Stored, VisitorPush, Welcome,
    },
    sealed::{Randomness, Standard},
};

const NOW: Moment = Moment::from_millis(1_799_147_000_000);
const ANNA: SeatId = SeatId(1);
const BRAM: SeatId = SeatId(2);
const FIRST: Epoch = Epoch(1);
const SECOND: Epoch = Epoch(2);

/// Bytes that never come twice in a process; nothing here depends on which they are.
struct Counted;

impl Randomness for Counted {
    fn fill(&mut self, bytes: &mut [u8]) {
        use std::sync::atomic::{AtomicU64, Ordering};
        static COUNT: AtomicU64 = AtomicU64::new(0);
        for chunk in bytes.chunks_mut(32) {
            let count = COUNT.fetch_add(1, Ordering::Relaxed);
            let block = Sha256::digest(count.to_be_bytes());
            chunk.copy_from_slice(&block[..chunk.len()]);
        }
    }
}

fn randomness() -> Box<dyn Randomness> {
    Box::new(Counted)
}

fn suite() -> Standard {
    Standard::new(randomness)
}

fn placed(seq: u64, entry: Entry) -> Placed {
    Placed { seq: Seq(seq), at: NOW, entry }
}

fn remarks(channel: &Channel) -> Vec<Remark> {
    let lines = channel.lines().into_iter();
    lines
        .filter_map(|line| match line.said {
            Said::Remark(remark) => Some(remark),
            Said::Message { .. } => None,
        })
        .collect()
}

/// Who said what.
fn said(channel: &Channel) -> Vec<(String, String)> {
    let lines = channel.lines().into_iter();
    lines
        .filter_map(|line| match line.said {
            Said::Message { name, text, .. } => Some((name, text)),
            Said::Remark(_) => None,
        })
        .collect()
}

fn words(channel: &Channel) -> Vec<String> {
    said(channel).into_iter().map(|(_, text)| text).collect()
}

/// The visitor's page, and what it sent.
struct Home {
    client: VisitorClient,
    seq: u64,
    keys: Vec<SealedKey>,
    earlier: Vec<EarlierKey>,
    sent: Vec<Envelope>,
    kept: Option<Vec<u8>>,
}

impl Home {
    fn signs_up() -> Self {
        let intake =
            Intake { nickname: "Roos".to_owned(), answers: Vec::new(), language: "nl".to_owned() };
        let mut client = VisitorClient::new(intake, Box::new(suite()), randomness());
        client.signed_up(&SignedUp { share: Share::from_bytes([7; 32]) }, NOW);
        Self::with(client, 7)
    }

    fn reloads(&self, share: u8) -> Self {
        let keys = TabKeys::from_bytes(self.client.keys().to_bytes().first_chunk().unwrap());
        let kept = self.kept.clone();
        let client = VisitorClient::resume(keys, kept, NOW, Box::new(suite()), randomness());
        Self::with(client, share)
    }

    fn with(client: VisitorClient, share: u8) -> Self {
        let (keys, earlier, sent) = (Vec::new(), Vec::new(), Vec::new());
        let mut home = Self { client, seq: 0, keys, earlier, sent, kept: None };
        let share = Share::from_bytes([share; 32]);
        home.push(VisitorPush::Welcome(Welcome { share, now: NOW }));
        home.push(VisitorPush::CaughtUp);
        home
    }

    fn push(&mut self, push: VisitorPush) {
        self.client.push(push, NOW);
        self.act();
    }

    fn is_told(&mut self, entry: Entry) {
        self.seq += 1;
        self.push(VisitorPush::Entry(placed(self.seq, entry)));
    }

    /// The roster is told, and the key that the page made is taken.
    fn seats(&mut self, epoch: Epoch, roster: &Roster) -> Vec<SealedKey> {
        self.is_told(Entry::Roster { epoch, roster: roster.clone() });
        self.is_told(Entry::Sealed { epoch, key: None });
        std::mem::take(&mut self.keys)
    }

    fn writes(&mut self, text: &str) -> Envelope {
        self.client.write(text, NOW);
        self.act();
        self.sent.last().unwrap().clone()
    }

    /// The greeting of an epoch.
    fn hello(&self, epoch: Epoch) -> Envelope {
        let greets =
            |sent: &&Envelope| sent.header.kind == Kind::Hello && sent.header.epoch == epoch;
        self.sent.iter().find(greets).unwrap().clone()
    }

    /// Does what the page asks for, as an honest server would.
    fn act(&mut self) {
        for action in self.client.actions() {
            match action {
                VisitorAction::Seal(request) => {
                    self.keys = request.keys;
                    self.client.sealed(Ok(()), NOW);
                }
                VisitorAction::Send(request) => {
                    self.seq += 1;
                    let stored = Stored { seq: Seq(self.seq), at: NOW };
                    let message = request.envelope.header.message;
                    self.sent.push(request.envelope);
                    self.client.sent(message, Ok(stored), NOW);
                    self.act();
                }
                VisitorAction::AllowReadingBack(request) => self.earlier = request.keys,
                VisitorAction::Keep(kept) => self.kept = Some(kept),
                _ => {}
            }
        }
    }
}

/// A worker's page with one conversation.
struct Desk {
    client: DeskClient,
    key: ShiftPublic,
    name: &'static str,
    seat: SeatId,
    seq: u64,
    asks: usize,
    sent: Vec<Envelope>,
}

impl Desk {
    fn opens(name: &'static str, seat: SeatId) -> Self {
        let mut client =
            DeskClient::new(None, BTreeMap::new(), NOW, Box::new(suite()), randomness());
        let welcome = DeskWelcome {
            staff: StaffId(u32::from(seat.0)),
            name: name.to_owned(),
            region_name: "Utrecht".to_owned(),
            share: Share::from_bytes([u8::try_from(seat.0).unwrap(); 32]),
            now: NOW,
        };
        client.push(DeskPush::Welcome(welcome), NOW);
        let key = client.actions().into_iter().find_map(|action| match action {
            DeskAction::Register(request) => Some(request.key),
            _ => None,
        });
        client.registered(Ok(()), NOW);
        client.push(DeskPush::CaughtUp, NOW);
        let key = key.unwrap();
        Self { client, key, name, seat, seq: 0, asks: 0, sent: Vec::new() }
    }

    fn seat(&self) -> Seat {
        Seat {
            id: self.seat,
            staff: StaffId(u32::from(self.seat.0)),
            name: self.name.to_owned(),
            region: RegionId(9),
            region_name: "Utrecht".to_owned(),
            key: self.key.clone(),
        }
    }

    fn channel(&self) -> &Channel {
        &self.client.channels().next().unwrap().1.channel
    }

    fn push(&mut self, push: DeskPush) {
        self.client.push(push, NOW);
        self.act();
    }

    fn is_told(&mut self, home: &Home, entry: Entry) {
        self.seq += 1;
        self.push(DeskPush::Entry(id_of(home), placed(self.seq, entry)));
    }

    fn gets(&mut self, home: &Home, envelope: &Envelope) {
        self.is_told(home, Entry::Envelope(envelope.clone()));
    }

    /// The roster and this seat's key are told.
    fn sits(&mut self, home: &Home, epoch: Epoch, roster: &Roster, keys: &[SealedKey]) {
        self.is_told(home, Entry::Roster { epoch, roster: roster.clone() });
        let key = keys.iter().find(|key| key.seat == self.seat).cloned();
        self.is_told(home, Entry::Sealed { epoch, key });
    }

    fn writes(&mut self, home: &Home, text: &str) -> Envelope {
        self.client.write(id_of(home), text, NOW);
        self.act();
        self.sent.last().unwrap().clone()
    }

    fn act(&mut self) {
        for action in self.client.actions() {
            match action {
                DeskAction::AskKey(_) => self.asks += 1,
                DeskAction::Send(request) => {
                    self.seq += 1;
                    let stored = Stored { seq: Seq(self.seq), at: NOW };
                    let message = request.envelope.header.message;
                    self.sent.push(request.envelope);
                    self.client.sent(request.conversation, message, Ok(stored), NOW);
                    self.act();
                }
                _ => {}
            }
        }
    }
}

fn id_of(home: &Home) -> ConversationId {
    home.client.keys().conversation
}

/// A visitor and Anna, who talk: nothing was a lie yet.
fn talk() -> (Home, Desk, Roster) {
    let (mut home, mut anna) = (Home::signs_up(), Desk::opens("Anna", ANNA));
    let roster = Roster(vec![anna.seat()]);
    let keys = home.seats(FIRST, &roster);
    anna.sits(&home, FIRST, &roster, &keys);
    let hello = home.hello(FIRST);
    anna.gets(&home, &hello);
    let question = home.writes("Mag ik iets vragen?");
    anna.gets(&home, &question);
    assert_eq!(words(anna.channel()), ["Mag ik iets vragen?"]);
    let answer = anna.sent[0].clone();
    home.is_told(Entry::Envelope(answer));
    let answer = anna.writes(&home, "Natuurlijk.");
    home.is_told(Entry::Envelope(answer));
    assert_eq!(words(home.client.channel()), ["Mag ik iets vragen?", "Natuurlijk."]);
    assert_eq!(remarks(home.client.channel()), [Remark::Joined("Anna".to_owned())]);
    assert_eq!(remarks(anna.channel()), [Remark::Joined("Anna".to_owned())]);
    (home, anna, roster)
}
