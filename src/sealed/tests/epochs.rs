//! Rosters, epochs, and who gets which key.

use super::*;
use crate::{
    domain::conversation::{SealedKey, ShiftPublic},
    sealed::SealError,
};

/// What `desk` answers to a sealed key in the first epoch of the conversation.
fn take(desk: &mut dyn DeskSeal, roster: &Roster, sealed: &SealedKey) -> Result<(), SealError> {
    desk.take_key(CONVERSATION, EPOCH, roster, sealed)
}

#[test]
fn every_seat_gets_the_key_in_one_size() {
    let (mut visitor, mut anna, mut bram) = (visitor(1), desk(2), desk(3));
    let roster = Roster(vec![seat(ANNA, "Anna", anna.as_ref()), seat(BRAM, "Bram", bram.as_ref())]);

    let keys = visitor.seal_key(EPOCH, &roster).unwrap();

    assert_eq!(keys.iter().map(|key| key.seat).collect::<Vec<_>>(), [ANNA, BRAM]);
    assert!(keys.iter().all(|key| key.bytes.len() == SealedKey::LENGTH));
    take(anna.as_mut(), &roster, &keys[0]).unwrap();
    take(bram.as_mut(), &roster, &keys[1]).unwrap();
    let envelope = from_desk(bram.as_mut(), BRAM, EPOCH, "Ik lees mee.");
    assert_eq!(anna.open(CONVERSATION, &envelope).unwrap(), b"Ik lees mee.");
    assert_eq!(visitor.open(&envelope).unwrap(), b"Ik lees mee.");
}

#[test]
fn the_key_of_another_seat_is_refused() {
    let (mut visitor, mut anna, bram) = (visitor(1), desk(2), desk(3));
    let roster = Roster(vec![seat(ANNA, "Anna", anna.as_ref()), seat(BRAM, "Bram", bram.as_ref())]);
    let keys = visitor.seal_key(EPOCH, &roster).unwrap();
    let renamed = SealedKey { seat: ANNA, bytes: keys[1].bytes.clone() };
    let elsewhere = SealedKey { seat: SeatId(8), bytes: keys[0].bytes.clone() };

    for key in [&keys[1], &renamed, &elsewhere] {
        assert_eq!(take(anna.as_mut(), &roster, key), Err(SealError::Refused));
    }
    assert!(!anna.has_key(CONVERSATION, EPOCH));
}

#[test]
fn two_seats_with_one_shift_key_do_not_share_a_sealed_key() {
    let (mut visitor, mut anna) = (visitor(1), desk(2));
    let roster = Roster(vec![seat(ANNA, "Anna", anna.as_ref()), seat(BRAM, "Anna", anna.as_ref())]);
    let keys = visitor.seal_key(EPOCH, &roster).unwrap();
    let renamed = SealedKey { seat: ANNA, bytes: keys[1].bytes.clone() };

    assert_eq!(take(anna.as_mut(), &roster, &renamed), Err(SealError::Refused));
    assert_eq!(take(anna.as_mut(), &roster, &keys[1]), Ok(()));
}

#[test]
fn a_worker_whose_screen_shows_another_roster_refuses_the_key() {
    let (mut visitor, mut anna, bram) = (visitor(1), desk(2), desk(3));
    let shown = Roster(vec![seat(ANNA, "Anna", anna.as_ref())]);
    let change = |how: fn(&mut Seat)| {
        let mut roster = shown.clone();
        how(&mut roster.0[0]);
        roster
    };
    let with_bram = Roster(vec![shown.0[0].clone(), seat(BRAM, "Bram", bram.as_ref())]);

    let others = [
        ("name", change(|seat| seat.name.push('!'))),
        ("region", change(|seat| seat.region = RegionId(10))),
        ("name of the region", change(|seat| seat.region_name = "Twente".to_owned())),
        ("one seat more", with_bram),
    ];

    for (what, roster) in others {
        let keys = visitor_in(CONVERSATION, &share(1), 1).seal_key(EPOCH, &roster).unwrap();
        assert_eq!(take(anna.as_mut(), &shown, &keys[0]), Err(SealError::Refused), "{what}");
    }
    let right = visitor.seal_key(EPOCH, &shown).unwrap();
    assert_eq!(take(anna.as_mut(), &shown, &right[0]), Ok(()));
}

#[test]
fn the_hash_covers_number_and_key_and_order_but_not_the_member_of_staff() {
    let (visitor, anna, bram) = (visitor(1), desk(2), desk(3));
    let first = seat(ANNA, "Anna", anna.as_ref());
    let second = seat(BRAM, "Bram", bram.as_ref());
    let hash = |seats: &[&Seat]| {
        visitor.roster_hash(&Roster(seats.iter().copied().cloned().collect())).unwrap()
    };

    let known = hash(&[&Seat { staff: StaffId(12), ..first.clone() }]);
    assert_eq!(known, hash(&[&first]));
    assert_eq!(known, anna.roster_hash(&Roster(vec![first.clone()])).unwrap());
    assert_ne!(known, hash(&[&Seat { id: SeatId(5), ..first.clone() }]));
    assert_ne!(known, hash(&[&Seat { key: bram.public(), ..first.clone() }]));
    assert_ne!(known, hash(&[]));
    assert_ne!(hash(&[&first, &second]), hash(&[&second, &first]));
}

#[test]
fn letters_that_move_from_the_name_to_the_region_change_the_hash() {
    let (visitor, anna) = (visitor(1), desk(2));
    let hash = |name: &str, region_name: &str| {
        let region_name = region_name.to_owned();
        let seat = Seat { region_name, ..seat(ANNA, name, anna.as_ref()) };
        visitor.roster_hash(&Roster(vec![seat])).unwrap()
    };

    assert_ne!(hash("Anna", "Twente"), hash("AnnaT", "wente"));
}

#[test]
fn a_roster_that_cannot_be_is_malformed() {
    let (mut visitor, anna) = (visitor(1), desk(2));
    let anna = seat(ANNA, "Anna", anna.as_ref());
    let twice = Roster(vec![anna.clone(), anna.clone()]);
    let as_visitor = Roster(vec![Seat { id: SeatId::VISITOR, ..anna }]);

    for roster in [twice, as_visitor] {
        assert_eq!(visitor.seal_key(EPOCH, &roster), Err(SealError::Malformed));
        assert_eq!(visitor.enter(EPOCH, &roster), Err(SealError::Malformed));
    }
}

#[test]
fn a_public_key_of_another_length_or_with_impossible_numbers_is_malformed() {
    let (mut visitor, anna) = (visitor(1), desk(2));
    let good = seat(ANNA, "Anna", anna.as_ref());
    // FIPS 203 section 7.2: coefficients of a key are below 3,329; these are 4,095.
    let impossible = ShiftPublic::from_bytes(vec![0xff; ShiftPublic::LENGTH]).unwrap();
    let over_the_wire = |bytes: &[u8]| -> ShiftPublic {
        postcard::from_bytes(&postcard::to_allocvec(bytes).unwrap()).unwrap()
    };
    let short = over_the_wire(&good.key.as_bytes()[1..]);
    let long = over_the_wire(&[good.key.as_bytes(), &[0]].concat());

    for (epoch, key) in (1..).map(Epoch).zip([impossible, short, long]) {
        let bad = Seat { id: BRAM, key, ..good.clone() };
        let roster = Roster(vec![good.clone(), bad]);
        assert_eq!(visitor.seal_key(epoch, &roster), Err(SealError::Malformed));
    }
}

#[test]
fn a_sealed_key_with_a_flipped_bit_or_another_length_is_refused() {
    let (mut visitor, mut anna) = (visitor(1), desk(2));
    let roster = Roster(vec![seat(ANNA, "Anna", anna.as_ref())]);
    let key = visitor.seal_key(EPOCH, &roster).unwrap().remove(0);

    for bit in 0..SealedKey::LENGTH * 8 {
        let mut flipped = key.clone();
        flipped.bytes[bit / 8] ^= 1 << (bit % 8);
        assert_eq!(take(anna.as_mut(), &roster, &flipped), Err(SealError::Refused), "bit {bit}");
    }
    for length in [0, 31, 1120, SealedKey::LENGTH - 1, SealedKey::LENGTH + 1] {
        let mut other = key.clone();
        other.bytes.resize(length, 0);
        assert_eq!(take(anna.as_mut(), &roster, &other), Err(SealError::Malformed), "{length}");
    }
    assert_eq!(take(anna.as_mut(), &roster, &key), Ok(()));
}

#[test]
fn a_key_for_another_epoch_or_conversation_is_refused() {
    let (mut visitor, mut anna) = (visitor(1), desk(2));
    let roster = Roster(vec![seat(ANNA, "Anna", anna.as_ref())]);
    let key = visitor.seal_key(EPOCH, &roster).unwrap().remove(0);

    assert_eq!(anna.take_key(CONVERSATION, EPOCH.next(), &roster, &key), Err(SealError::Refused));
    assert_eq!(anna.take_key(OTHER_CONVERSATION, EPOCH, &roster, &key), Err(SealError::Refused));
}

#[test]
fn an_epoch_has_one_roster_and_one_key() {
    let (mut visitor, mut anna, roster) = seated();
    let mut renamed = roster.clone();
    renamed.0[0].name = "Ellen".to_owned();
    let mut impostor = visitor_in(CONVERSATION, &share(77), 4);
    let forged = impostor.seal_key(EPOCH, &roster).unwrap();

    let again = visitor.seal_key(EPOCH, &roster).unwrap();

    assert_eq!(visitor.enter(EPOCH, &renamed), Err(SealError::Refused));
    assert_eq!(take(anna.as_mut(), &roster, &again[0]), Ok(()));
    assert_eq!(take(anna.as_mut(), &roster, &forged[0]), Err(SealError::Refused));
}

#[test]
fn a_visitors_reload_makes_the_same_keys_and_another_share_makes_others() {
    let (mut before, anna, roster) = seated();
    let envelope = from_visitor(before.as_mut(), EPOCH, "help");

    let mut reloaded = visitor(5);
    let mut stranger = visitor_in(CONVERSATION, &share(77), 5);
    let secret = TabSecret::new(&mut Seeded { seed: 6, count: 0 });
    let mut other_tab = Visitor::new(&secret, &share(1), CONVERSATION, seeded(5));
    for side in [reloaded.as_mut(), stranger.as_mut(), &mut other_tab] {
        side.enter(EPOCH, &roster).unwrap();
    }

    assert_eq!(reloaded.open(&envelope).unwrap(), b"help");
    assert_eq!(stranger.open(&envelope), Err(SealError::Refused));
    assert_eq!(other_tab.open(&envelope), Err(SealError::Refused));
    let after = from_visitor(reloaded.as_mut(), EPOCH, "er nog");
    assert_eq!(anna.open(CONVERSATION, &after).unwrap(), b"er nog");
}

#[test]
fn who_joins_reads_on_from_there_and_further_back_only_after_a_yes() {
    let (mut visitor, anna, first) = seated();
    let early = from_visitor(visitor.as_mut(), EPOCH, "vertrouwelijk");
    let mut bram = desk(3);
    let second = Roster(vec![first.0[0].clone(), seat(BRAM, "Bram", bram.as_ref())]);
    let now = EPOCH.next();
    let keys = visitor.seal_key(now, &second).unwrap();
    bram.take_key(CONVERSATION, now, &second, &keys[1]).unwrap();
    assert_eq!(bram.open(CONVERSATION, &early), Err(SealError::NoKey));

    let yes = visitor.seal_earlier_key(EPOCH, now, &second, BRAM).unwrap();

    let taken = |bram: &mut dyn DeskSeal, earlier, epoch| {
        bram.take_earlier_key(CONVERSATION, earlier, epoch, &yes)
    };
    assert_eq!(taken(bram.as_mut(), (EPOCH, &second), (now, &second)), Err(SealError::Refused));
    assert_eq!(taken(bram.as_mut(), (EPOCH, &first), (now, &first)), Err(SealError::Refused));
    assert_eq!(taken(bram.as_mut(), (now, &second), (now, &second)), Err(SealError::Refused));
    assert_eq!(take(bram.as_mut(), &second, &yes), Err(SealError::Refused));
    assert_eq!(taken(bram.as_mut(), (EPOCH, &first), (now, &second)), Ok(()));
    assert_eq!(bram.open(CONVERSATION, &early).unwrap(), b"vertrouwelijk");
    // He reads there, and writes only where the visitor saw him.
    assert_eq!(bram.seal(CONVERSATION, &header(BRAM, EPOCH), b"x"), Err(SealError::Refused));
    assert!(!anna.has_key(CONVERSATION, now));
}

#[test]
fn earlier_keys_go_only_to_a_seat_that_is_there_and_only_of_epochs_that_were() {
    let (mut visitor, _, roster) = seated();

    assert_eq!(
        visitor.seal_earlier_key(EPOCH, EPOCH.next(), &roster, BRAM),
        Err(SealError::Refused)
    );
    assert_eq!(
        visitor.seal_earlier_key(Epoch(9), EPOCH.next(), &roster, ANNA),
        Err(SealError::NoKey)
    );
}
