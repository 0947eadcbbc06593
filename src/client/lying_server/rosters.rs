//! Lies about who takes part.

use super::*;

fn joined(name: &str) -> Remark {
    Remark::Joined(name.to_owned())
}

#[test]
fn a_worker_whose_screen_shows_another_roster_gets_no_key_and_reads_so() {
    let (mut home, mut anna) = (Home::signs_up(), Desk::opens("Anna", ANNA));
    let bram = Desk::opens("Bram", BRAM);
    let shown = Roster(vec![anna.seat(), bram.seat()]);
    let keys = home.seats(FIRST, &shown);
    let renamed = Roster(vec![Seat { name: "Ellen".to_owned(), ..anna.seat() }]);

    for roster in [Roster(vec![anna.seat()]), renamed] {
        anna = Desk::opens_again(anna);
        anna.sits(&home, FIRST, &roster, &keys);
        for _ in 0..3 {
            anna.is_told(&home, Entry::Sealed { epoch: FIRST, key: Some(keys[0].clone()) });
        }
        assert_eq!(anna.asks, 3);
        assert!(remarks(anna.channel()).contains(&Remark::Unreadable));
        assert!(!anna.channel().is_open());
        let envelope = home.writes("Niet voor jou.");
        anna.gets(&home, &envelope);
        assert_eq!(words(anna.channel()), Vec::<String>::new());
    }
}

impl Desk {
    /// The same tab, before it was told anything of a conversation.
    fn opens_again(mut former: Self) -> Self {
        let ids: Vec<_> = former.client.channels().map(|(id, _)| id).collect();
        for id in ids {
            former.push(DeskPush::GivenBack(id));
            former.client.put_away(id);
        }
        Self { seq: 0, asks: 0, ..former }
    }
}

#[test]
fn somebody_else_in_a_known_seat_shows_as_one_who_left_and_one_who_came() {
    let (mut home, anna, _) = talk();
    let renamed = Roster(vec![Seat { name: "Ellen".to_owned(), ..anna.seat() }]);

    home.is_told(Entry::Roster { epoch: SECOND, roster: renamed });

    let told = remarks(home.client.channel());
    assert_eq!(told[1..], [Remark::Left("Anna".to_owned()), joined("Ellen")]);
}

#[test]
fn another_key_under_a_known_name_shows() {
    let (mut home, anna, _) = talk();
    let other = Desk::opens("Anna", ANNA);
    let roster = Roster(vec![Seat { key: other.key, ..anna.seat() }]);

    home.is_told(Entry::Roster { epoch: SECOND, roster });

    assert_eq!(remarks(home.client.channel())[1], Remark::Reconnected("Anna".to_owned()));
}

/// Bram was there first, and has left.
fn without_bram() -> (Home, Desk, Desk, [Roster; 2]) {
    let (mut home, mut anna) = (Home::signs_up(), Desk::opens("Anna", ANNA));
    let mut bram = Desk::opens("Bram", BRAM);
    let both = Roster(vec![anna.seat(), bram.seat()]);
    let keys = home.seats(FIRST, &both);
    anna.sits(&home, FIRST, &both, &keys);
    bram.sits(&home, FIRST, &both, &keys);
    let alone = Roster(vec![anna.seat()]);
    let keys = home.seats(SECOND, &alone);
    anna.sits(&home, SECOND, &alone, &keys);
    (home, anna, bram, [both, alone])
}

#[test]
fn an_old_epoch_does_not_come_back() {
    let (mut home, mut anna, mut bram, [both, alone]) = without_bram();
    // The name on the screen stays Anna's alone, while the key would be one that Bram has.
    for lie in [both, alone.clone()] {
        let before = remarks(home.client.channel()).len();
        home.is_told(Entry::Roster { epoch: FIRST, roster: lie.clone() });
        home.is_told(Entry::Sealed { epoch: FIRST, key: None });
        anna.is_told(&home, Entry::Roster { epoch: FIRST, roster: lie });

        assert_eq!(remarks(home.client.channel())[before..], [Remark::Contradicted]);
        assert_eq!(remarks(anna.channel()).last(), Some(&Remark::Contradicted));
        assert_eq!(home.client.channel().roster(), &alone);
        assert_eq!(anna.channel().roster(), &alone);
        let envelope = home.writes("Alleen voor Anna.");
        assert_eq!(envelope.header.epoch, SECOND);
        bram.gets(&home, &envelope);
        assert_eq!(words(bram.channel()), Vec::<String>::new());
        let answer = anna.writes(&home, "Alleen voor jou.");
        assert_eq!(answer.header.epoch, SECOND);
    }
}

#[test]
fn an_epoch_has_one_roster() {
    let (mut home, mut anna, roster) = talk();
    let bram = Desk::opens("Bram", BRAM);
    let other = Roster(vec![anna.seat(), bram.seat()]);

    home.is_told(Entry::Roster { epoch: FIRST, roster: other.clone() });
    anna.is_told(&home, Entry::Roster { epoch: FIRST, roster: other });

    assert_eq!(remarks(home.client.channel()), [joined("Anna"), Remark::Contradicted]);
    assert_eq!(remarks(anna.channel()), [joined("Anna"), Remark::Contradicted]);
    assert_eq!(home.client.channel().roster(), &roster);
    assert!(home.keys.is_empty(), "nobody gets another key");
}

#[test]
fn the_same_roster_told_twice_changes_nothing() {
    let (mut home, mut anna, roster) = talk();

    home.is_told(Entry::Roster { epoch: FIRST, roster: roster.clone() });
    anna.is_told(&home, Entry::Roster { epoch: FIRST, roster });
    let envelope = home.writes("Nog iets.");
    anna.gets(&home, &envelope);

    assert_eq!(remarks(home.client.channel()), [joined("Anna")]);
    assert_eq!(remarks(anna.channel()), [joined("Anna")]);
    assert_eq!(words(anna.channel()).len(), 3);
}

#[test]
fn a_roster_that_was_withheld_shows() {
    let (mut home, mut anna, roster) = talk();
    let bram = Desk::opens("Bram", BRAM);
    home.seats(SECOND, &Roster(vec![anna.seat(), bram.seat()]));
    let keys = home.seats(Epoch(3), &roster);

    anna.sits(&home, Epoch(3), &roster, &keys);

    assert_eq!(remarks(anna.channel()), [joined("Anna"), Remark::Contradicted]);
}

#[test]
fn a_roster_that_cannot_be_shows_and_gets_no_key() {
    let anna = Desk::opens("Anna", ANNA);
    let none = ShiftPublic::from_bytes(vec![0xff; ShiftPublic::LENGTH]).unwrap();
    let twice = Roster(vec![anna.seat(), anna.seat()]);
    let keyless = Roster(vec![anna.seat(), Seat { id: BRAM, key: none, ..anna.seat() }]);

    for roster in [twice, keyless] {
        let mut home = Home::signs_up();
        home.is_told(Entry::Roster { epoch: FIRST, roster });

        assert!(remarks(home.client.channel()).contains(&Remark::Contradicted));
        assert!(home.keys.is_empty());
        home.client.write("Hallo?", NOW);
        home.act();
        assert!(home.sent.is_empty());
    }
}

#[test]
fn a_key_that_was_never_sealed_does_not_open_a_conversation() {
    let (mut home, anna, roster) = talk();
    home.is_told(Entry::Sealed { epoch: Epoch(9), key: None });
    assert_eq!(home.writes("Nog iets.").header.epoch, FIRST);

    // And Anna's page sees at once what it has no key for.
    let mut other = Desk::opens_again(anna);
    other.is_told(&home, Entry::Roster { epoch: FIRST, roster });
    let envelope = home.writes("En nog iets.");
    other.gets(&home, &envelope);
    assert!(remarks(other.channel()).contains(&Remark::Unreadable));
}
