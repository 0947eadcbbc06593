//! What a server can tell a page, whole or in pieces, and what a page can find in its storage. Both
//! are driven through the real participants' sides.

use std::collections::BTreeMap;

use super::{choice, done, envelopes::Same};
use crate::{
    client::{DeskClient, Intake, TabKeys, VisitorClient},
    domain::{ids::ConversationId, ids::StaffId, moment::Moment, secret::Share},
    protocol::{
        DeskPush, DeskWelcome, SignedUp, VisitorPush, Welcome,
        frame::{Frames, encode},
    },
    sealed::{DeskSuite, Standard, VisitorSuite},
};

const NOW: Moment = Moment::from_millis(1_799_147_000_000);
const CONVERSATION: ConversationId = ConversationId::from_bytes([3; 16]);

fn suite() -> Standard {
    Standard::new(|| Box::new(Same))
}

fn share() -> Share {
    Share::from_bytes([2; 32])
}

/// Frames of anything, in chunks of a size that the first byte tells, to a visitor's page.
pub fn visitor_page(bytes: &[u8]) {
    let (size, body) = choice(bytes);
    let mut client = VisitorClient::new(Intake::default(), Box::new(suite()), Box::new(Same));
    client.signed_up(&SignedUp { share: share() }, NOW);
    client.push(VisitorPush::Welcome(Welcome { share: share(), now: NOW }), NOW);
    client.push(VisitorPush::CaughtUp, NOW);
    client.write("Hallo", NOW);
    let mut frames = Frames::default();
    for chunk in body.chunks(usize::from(size) + 1) {
        frames.feed(chunk);
        while let Ok(Some(push)) = frames.take::<VisitorPush>() {
            again(&push);
            client.push(push, NOW);
            done(client.actions());
        }
    }
    client.tick(NOW);
    done(client.channel().lines());
    done((client.may_read_back(), client.asked(), client.actions()));
}

/// The same to a worker's page.
pub fn desk_page(bytes: &[u8]) {
    let (size, body) = choice(bytes);
    let mut client = welcomed(None, BTreeMap::new());
    let mut frames = Frames::default();
    for chunk in body.chunks(usize::from(size) + 1) {
        frames.feed(chunk);
        while let Ok(Some(push)) = frames.take::<DeskPush>() {
            again(&push);
            client.push(push, NOW);
            done(client.actions());
        }
    }
    client.tick(NOW);
    look(&client);
}

/// What was read is written as a frame that says the same.
fn again<T>(push: &T)
where
    T: serde::Serialize + serde::de::DeserializeOwned + PartialEq + std::fmt::Debug,
{
    let mut frames = Frames::default();
    frames.feed(&encode(push));
    // Only one that is longer than any page takes is no frame.
    if let Ok(read) = frames.take::<T>() {
        assert_eq!(read.as_ref(), Some(push));
    }
}

fn welcomed(shift_key: Option<Vec<u8>>, kept: BTreeMap<ConversationId, Vec<u8>>) -> DeskClient {
    let mut client = DeskClient::new(shift_key, kept, NOW, Box::new(suite()), Box::new(Same));
    let welcome = DeskWelcome {
        staff: StaffId(1),
        name: "Anna".to_owned(),
        region_name: "Utrecht".to_owned(),
        share: share(),
        now: NOW,
    };
    client.push(DeskPush::Welcome(welcome), NOW);
    client.registered(Ok(()), NOW);
    client.push(DeskPush::CaughtUp, NOW);
    client
}

fn look(client: &DeskClient) {
    for (id, channel) in client.channels() {
        done(channel.channel.lines());
        done(client.choices(id));
    }
}

/// What stands in session storage: as it is, and sealed as the page would have sealed it.
pub fn kept(bytes: &[u8]) {
    let (which, body) = choice(bytes);
    let mut keys = [9; TabKeys::LENGTH];
    keys[..16].copy_from_slice(CONVERSATION.as_bytes());
    let tab = TabKeys::from_bytes(&keys);
    match which % 4 {
        0 => resumed(tab, body.to_vec()),
        1 => {
            let mut seal = suite().visitor(&tab.secret, &share(), CONVERSATION);
            resumed(tab, seal.keep("visitor", body).expect("it has its keys"));
        }
        2 => look(&welcomed(Some(body.to_vec()), BTreeMap::from([(CONVERSATION, body.to_vec())]))),
        _ => {
            let mut seal = suite().desk(&share(), None);
            let shift_key = seal.keep_shift_key().expect("it has its keys");
            let kept = seal.keep(CONVERSATION, "desk", body).expect("it has its keys");
            let mut client = welcomed(Some(shift_key), BTreeMap::from([(CONVERSATION, kept)]));
            client.type_draft(CONVERSATION, "Hallo", NOW);
            look(&client);
        }
    }
}

fn resumed(keys: TabKeys, kept: Vec<u8>) {
    let mut client =
        VisitorClient::resume(keys, Some(kept), NOW, Box::new(suite()), Box::new(Same));
    client.push(VisitorPush::Welcome(Welcome { share: share(), now: NOW }), NOW);
    client.push(VisitorPush::CaughtUp, NOW);
    client.write("Hallo", NOW);
    done((client.channel().lines(), client.draft().len(), client.actions()));
}
