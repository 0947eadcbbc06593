//! Lies about what was said: again, in another order, less of it, or something else.

use super::*;
use crate::domain::conversation::Header;

#[test]
fn a_replay_is_shown_once() {
    let (mut home, mut anna, _) = talk();
    let question = home.sent[1].clone();
    let answer = anna.sent[1].clone();
    let unread = home.client.channel().unread();

    for _ in 0..3 {
        anna.gets(&home, &question);
        home.is_told(Entry::Envelope(answer.clone()));
        home.is_told(Entry::Envelope(question.clone()));
        let hello = home.hello(FIRST);
        anna.gets(&home, &hello);
    }

    assert_eq!(words(anna.channel()), ["Mag ik iets vragen?", "Natuurlijk."]);
    assert_eq!(words(home.client.channel()), ["Mag ik iets vragen?", "Natuurlijk."]);
    assert_eq!(home.client.channel().unread(), unread, "nothing new came");
}

#[test]
fn the_same_place_twice_is_the_same_entry() {
    let (mut home, mut anna, _) = talk();
    let first = home.writes("Een");
    let second = home.writes("Twee");
    anna.gets(&home, &first);

    let again = placed(anna.seq, Entry::Envelope(second));
    anna.push(DeskPush::Entry(id_of(&home), again));

    // What was told in its place is missing when the next one comes.
    let third = home.writes("Drie");
    anna.gets(&home, &third);
    assert_eq!(remarks(anna.channel()).last(), Some(&Remark::Missing));
}

#[test]
fn another_order_shows() {
    let (mut home, mut anna, _) = talk();
    let first = home.writes("Een");
    let second = home.writes("Twee");

    anna.gets(&home, &second);
    anna.gets(&home, &first);

    assert_eq!(remarks(anna.channel()).last(), Some(&Remark::Missing));
    assert_eq!(words(anna.channel())[2..], ["Twee", "Een"]);
    let third = home.writes("Drie");
    let before = remarks(anna.channel()).len();
    anna.gets(&home, &third);
    assert_eq!(remarks(anna.channel()).len(), before, "nothing is missing any more");
}

#[test]
fn what_was_dropped_shows_on_either_side() {
    let (mut home, mut anna, _) = talk();
    home.writes("Weg");
    let next = home.writes("Daar");
    anna.gets(&home, &next);
    assert_eq!(remarks(anna.channel()).last(), Some(&Remark::Missing));

    anna.writes(&home, "Weg");
    let next = anna.writes(&home, "Daar");
    home.is_told(Entry::Envelope(next));
    assert_eq!(remarks(home.client.channel()).last(), Some(&Remark::Missing));
}

#[test]
fn what_was_dropped_before_a_change_of_roster_shows_after_it() {
    let (mut home, mut anna, _) = talk();
    let bram = Desk::opens("Bram", BRAM);
    home.writes("Weg");
    let both = Roster(vec![anna.seat(), bram.seat()]);
    let keys = home.seats(SECOND, &both);
    anna.sits(&home, SECOND, &both, &keys);

    let hello = home.hello(SECOND);
    anna.gets(&home, &hello);

    assert_eq!(remarks(anna.channel()).last(), Some(&Remark::Missing));
}

#[test]
fn who_joins_misses_nothing_of_before_and_everything_of_after() {
    let (mut home, mut anna, _) = talk();
    let mut bram = Desk::opens("Bram", BRAM);
    let both = Roster(vec![anna.seat(), bram.seat()]);
    let keys = home.seats(SECOND, &both);
    anna.sits(&home, SECOND, &both, &keys);
    bram.sits(&home, SECOND, &both, &keys);
    let hello = home.hello(SECOND);
    for desk in [&mut anna, &mut bram] {
        desk.gets(&home, &hello);
        assert!(!remarks(desk.channel()).contains(&Remark::Missing));
    }

    home.writes("Weg");
    let next = home.writes("Daar");
    bram.gets(&home, &next);
    assert_eq!(remarks(bram.channel()).last(), Some(&Remark::Missing));
}

#[test]
fn without_a_greeting_something_is_missing() {
    let (mut home, mut anna) = (Home::signs_up(), Desk::opens("Anna", ANNA));
    let roster = Roster(vec![anna.seat()]);
    let keys = home.seats(FIRST, &roster);
    anna.sits(&home, FIRST, &roster, &keys);

    let envelope = home.writes("Hallo");
    anna.gets(&home, &envelope);

    assert_eq!(remarks(anna.channel()).last(), Some(&Remark::Missing));
}

#[test]
fn an_envelope_of_another_conversation_shows_as_one_that_does_not_open() {
    let (mut home, mut anna, _) = talk();
    let mut other = Home::signs_up();
    other.seats(FIRST, &Roster(vec![anna.seat()]));
    let strange = other.writes("Voor iemand anders.");

    anna.gets(&home, &strange);
    home.is_told(Entry::Envelope(strange));

    assert_eq!(remarks(anna.channel()).last(), Some(&Remark::Unreadable));
    assert_eq!(remarks(home.client.channel()).last(), Some(&Remark::Unreadable));
    assert_eq!(words(anna.channel()).len(), 2);
    assert_eq!(words(home.client.channel()).len(), 2);
}

#[test]
fn every_outside_that_was_changed_shows_as_one_that_does_not_open() {
    let (mut home, mut anna, _) = talk();
    let right = home.writes("Echt");
    let header = right.header;
    let lies = [
        Header { seat: ANNA, ..header },
        Header { number: header.number + 1, ..header },
        Header { number: u32::MAX, ..header },
        Header { kind: Kind::Hello, ..header },
        Header { epoch: SECOND, ..header },
        Header { message: home.sent[0].header.message, ..header },
    ];

    for header in lies {
        let before = remarks(anna.channel()).len();
        anna.gets(&home, &Envelope { header, sealed: right.sealed.clone() });
        assert_eq!(remarks(anna.channel())[before..], [Remark::Unreadable], "{header:?}");
    }
    // None of it moved what is due.
    anna.gets(&home, &right);
    assert_eq!(words(anna.channel()).last().unwrap(), "Echt");
    assert!(!remarks(anna.channel()).contains(&Remark::Missing));
    assert_eq!(anna.writes(&home, "Ja").header.number, 2, "nor what Anna sends next");
}

#[test]
fn a_forged_envelope_takes_nothing_out_of_the_outbox() {
    let (mut home, anna, _) = talk();
    home.client.write("Blijft staan", NOW);
    let waiting = home.client.actions().into_iter().find_map(|action| match action {
        VisitorAction::Send(request) => Some(request.envelope),
        _ => None,
    });
    let header = Header { seat: ANNA, ..waiting.unwrap().header };
    let forged = Envelope { header, sealed: anna.sent[1].sealed.clone() };

    home.is_told(Entry::Envelope(forged));

    assert_eq!(words(home.client.channel()).last().unwrap(), "Blijft staan");
    assert_eq!(remarks(home.client.channel()).last(), Some(&Remark::Unreadable));
}

#[test]
fn what_comes_after_somebody_left_still_bears_the_name() {
    let (mut home, mut anna, _) = talk();
    let bram = Desk::opens("Bram", BRAM);
    let late = anna.writes(&home, "Tot zo.");
    home.seats(SECOND, &Roster(vec![bram.seat()]));

    home.is_told(Entry::Envelope(late));

    let last = said(home.client.channel()).pop().unwrap();
    assert_eq!(last, ("Anna".to_owned(), "Tot zo.".to_owned()));
}
