//! Keys die: this process reads its own memory as a file and searches it for keys. What is searched
//! for is known here only under a mask, so that the search does not find itself.

use std::{
    fs::{self, File},
    os::unix::fs::FileExt,
    sync::{Mutex, MutexGuard, PoisonError},
};

use super::*;
use crate::{
    domain::secret::{Ticket, Token, TokenHash},
    sealed::{
        binding::{Binding, Purpose},
        key::Key,
        shift::ShiftKey,
    },
};

const MASK: u8 = 0xa5;

/// One search at a time: what another one reads is a copy too.
fn alone() -> MutexGuard<'static, ()> {
    static ALONE: Mutex<()> = Mutex::new(());
    ALONE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What is searched for, under the mask.
#[derive(Clone)]
struct Masked(Vec<u8>);

impl Masked {
    /// Another one for each number, and of no other test.
    fn numbered(number: u64) -> Self {
        Self(Sha256::digest([b"searched for".as_slice(), &number.to_be_bytes()].concat()).to_vec())
    }

    fn of(bytes: &[u8]) -> Self {
        Self(bytes.iter().map(|byte| byte ^ MASK).collect())
    }

    /// Puts the bytes themselves there, and nowhere else.
    fn reveal(&self, to: &mut [u8]) {
        for (place, masked) in to.iter_mut().zip(&self.0) {
            *place = masked ^ MASK;
        }
    }

    /// Where it lies in these bytes. Most blocks do not have its first byte, which is quick to see.
    fn places_in<'a>(&'a self, bytes: &'a [u8]) -> impl Iterator<Item = usize> + 'a {
        const BLOCK: usize = 64;
        let first = self.0[0] ^ MASK;
        let is_here = move |place: &usize| {
            let rest = &bytes[*place..];
            rest.len() >= self.0.len()
                && rest.iter().zip(&self.0).all(|(one, other)| one ^ MASK == *other)
        };
        let blocks =
            bytes.chunks(BLOCK).enumerate().filter(move |(_, block)| block.contains(&first));
        blocks
            .flat_map(|(number, block)| number * BLOCK..number * BLOCK + block.len())
            .filter(is_here)
    }
}

/// Gives out what is searched for, then what nobody searches for.
struct Marked(Vec<Masked>);

impl Randomness for Marked {
    fn fill(&mut self, bytes: &mut [u8]) {
        match (!self.0.is_empty()).then(|| self.0.remove(0)) {
            Some(marker) if bytes.len() == 32 => marker.reveal(bytes),
            _ => Seeded { seed: 99, count: 0 }.fill(bytes),
        }
    }
}

/// How often each is found in all memory that this process can write to.
fn found(searched: &[Masked]) -> Vec<usize> {
    const CHUNK: usize = 1 << 20;
    let memory = File::open("/proc/self/mem").unwrap();
    let mut counts = vec![0; searched.len()];
    let mut chunk = vec![0; CHUNK];
    let own = chunk.as_ptr().addr()..chunk.as_ptr().addr() + CHUNK;
    for (start, end) in writable() {
        let mut at = start;
        while at < end {
            let size = CHUNK.min(end - at);
            // A mapping may go while others run; the guard page of a stack cannot be read.
            let Ok(read) = memory.read_at(&mut chunk[..size], at as u64) else { break };
            for (count, masked) in counts.iter_mut().zip(searched) {
                let places = masked.places_in(&chunk[..read]);
                *count += places.filter(|place| !own.contains(&(at + place))).count();
            }
            // The next chunk begins where something may have been cut off.
            at += if read > 32 && at + read < end { read - 31 } else { size };
        }
    }
    chunk.fill(0);
    counts
}

fn writable() -> Vec<(usize, usize)> {
    let maps = fs::read_to_string("/proc/self/maps").unwrap();
    let range = |line: &str| {
        let (range, rest) = line.split_once(' ')?;
        let (start, end) = range.split_once('-')?;
        let address = |digits| usize::from_str_radix(digits, 16).ok();
        Some((address(start)?, address(end)?)).filter(|_| rest.starts_with("rw"))
    };
    maps.lines().filter_map(range).collect()
}

/// Makes something that holds this, finds it, drops it, and finds it no more.
fn dies<T>(what: &str, number: u64, make: impl FnOnce(&mut dyn Randomness) -> T) {
    let searched = Masked::numbered(number);
    let held = make(&mut Marked(vec![searched.clone()]));
    assert!(found(std::slice::from_ref(&searched))[0] > 0, "{what} is not found where it is");
    drop(held);
    wipe_stack();
    assert_eq!(found(&[searched]), [0], "{what} is still there");
}

fn bytes(randomness: &mut dyn Randomness) -> zeroize::Zeroizing<[u8; 32]> {
    let mut bytes = zeroize::Zeroizing::new([0; 32]);
    randomness.fill(bytes.as_mut_slice());
    bytes
}

#[test]
fn every_kind_of_key_wipes_itself() {
    let _alone = alone();
    dies("a key", 1, Key::random);
    dies("a clone", 2, |randomness| Key::random(randomness).clone());
    dies("a tab secret", 3, TabSecret::new);
    dies("a shift key", 4, ShiftKey::new);
    dies("a share", 5, |randomness| Share::copied(&bytes(randomness)));
    dies("a token", 6, |randomness| Token::copied(&bytes(randomness)));
    dies("the hash of a token", 7, |randomness| TokenHash::copied(&bytes(randomness)));
    dies("a ticket", 8, |randomness| Ticket::copied(&bytes(randomness)));
    dies("a key in a vector that grew", 9, |randomness| {
        let mut keys = vec![Key::random(randomness)];
        keys.extend((0..100).map(|_| Key::random(randomness)));
        keys
    });
    dies("a share that was read from the wire", 10, |randomness| {
        let written = zeroize::Zeroizing::new(postcard::to_allocvec(&*bytes(randomness)).unwrap());
        postcard::from_bytes::<Share>(&written).unwrap()
    });
}

#[test]
fn what_was_not_wiped_is_found() {
    let _alone = alone();
    let searched = Masked::numbered(20);
    let mut leaked = vec![0; 32];
    searched.reveal(&mut leaked);
    drop(TabSecret::new(&mut Marked(vec![searched.clone()])));

    assert!(found(&[searched])[0] > 0);
    leaked.fill(0);
}

/// The keys of a visitor with these halves in these epochs, under the mask.
fn visitors_keys(secret: &Masked, share: &Share, epochs: &[(Epoch, Roster)]) -> Vec<Masked> {
    let secret = Key::random(&mut Marked(vec![secret.clone()]));
    let binding = Binding::new(Purpose::Root).conversation(CONVERSATION);
    let root = Key::from_halves(share.as_bytes(), secret.as_bytes(), &binding);
    let mut keys = vec![Masked::of(root.as_bytes())];
    for (epoch, roster) in epochs {
        let hash = crate::sealed::roster::hash(roster).unwrap();
        let binding = Binding::new(Purpose::Epoch).epoch(*epoch).roster(&hash);
        keys.push(Masked::of(root.derive(&binding).as_bytes()));
    }
    keys
}

#[test]
fn a_conversation_that_ended_leaves_no_key_of_any_epoch_on_either_side() {
    let _alone = alone();
    let (secret, seed, share) = (Masked::numbered(30), Masked::numbered(31), Masked::numbered(32));
    let share_of = || Share::copied(&bytes(&mut Marked(vec![share.clone()])));
    let tab_secret = TabSecret::new(&mut Marked(vec![secret.clone()]));
    let mut visitor = Visitor::new(&tab_secret, &share_of(), CONVERSATION, seeded(1));
    let mut anna = Desk::new(&share_of(), Box::new(Marked(vec![seed.clone()])));
    let roster = Roster(vec![seat(ANNA, "Anna", &anna)]);
    let epochs: Vec<_> = (1..=9).map(|epoch| (Epoch(epoch), roster.clone())).collect();
    for (epoch, roster) in &epochs {
        let keys = visitor.seal_key(*epoch, roster).unwrap();
        anna.take_key(CONVERSATION, *epoch, roster, &keys[0]).unwrap();
        let envelope = from_visitor(&mut visitor, *epoch, "help");
        anna.open(CONVERSATION, &envelope).unwrap();
        let kept = visitor.keep("draft", b"Ik wil").unwrap();
        visitor.recall("draft", &kept).unwrap();
    }
    anna.keep_shift_key().unwrap();
    let mut searched = visitors_keys(&secret, &share_of(), &epochs);
    assert!(found(&searched).iter().all(|count| *count > 0), "all are there while it runs");

    visitor.wipe();
    anna.forget(CONVERSATION);
    drop(tab_secret);
    searched.extend([secret, share.clone()]);
    let left = found(&searched);
    let (its_keys, shares) = left.split_at(left.len() - 1);
    assert!(its_keys.iter().all(|count| *count == 0), "{left:?}");
    assert!(shares[0] > 0, "the session goes on");
    assert!(found(std::slice::from_ref(&seed))[0] > 0, "and so does its shift key");

    anna.wipe();
    assert_eq!(found(&[seed, share]), [0, 0]);
}
