//! Lies about what was said before somebody joined.

use super::*;
use crate::domain::desk::Answer;

/// Bram joined after two messages, and the visitor let him read them.
fn joined() -> (Home, Desk, [Entry; 4], Entry) {
    let (mut home, mut anna, first) = talk();
    let second = home.writes("Nog iets.");
    anna.gets(&home, &second);
    let mut bram = Desk::opens("Bram", BRAM);
    let both = Roster(vec![anna.seat(), bram.seat()]);
    let keys = home.seats(SECOND, &both);
    bram.sits(&home, SECOND, &both, &keys);
    let hello = home.hello(SECOND);
    bram.gets(&home, &hello);
    home.client.allow_reading_back(BRAM, Answer::Yes, NOW);
    home.act();
    let before = [
        Entry::Roster { epoch: FIRST, roster: first },
        Entry::Envelope(home.sent[0].clone()),
        Entry::Envelope(home.sent[1].clone()),
        Entry::Envelope(second),
    ];
    let keys = EarlierKeys::Sealed(home.earlier.clone());
    let opening = Entry::ReadingBack { epoch: SECOND, seat: BRAM, keys };
    (home, bram, before, opening)
}

fn tell(home: &Home, bram: &mut Desk, before: &[(u64, Entry)], opening: Entry) {
    for (seq, entry) in before {
        bram.push(DeskPush::Earlier(id_of(home), placed(*seq, entry.clone())));
    }
    // Its own entries come after those from before.
    bram.seq = 20;
    bram.is_told(home, opening);
}

#[test]
fn everything_is_there_when_nothing_was_withheld() {
    let (home, mut bram, before, opening) = joined();
    let before: Vec<_> = (1..).zip(before).collect();

    tell(&home, &mut bram, &before, opening);

    assert_eq!(words(bram.channel()), ["Mag ik iets vragen?", "Nog iets."]);
    assert!(!remarks(bram.channel()).contains(&Remark::Missing));
}

#[test]
fn what_was_withheld_shows() {
    for withheld in [1, 2] {
        let (home, mut bram, before, opening) = joined();
        let mut before: Vec<_> = (1..).zip(before).collect();
        before.remove(withheld);

        tell(&home, &mut bram, &before, opening);

        assert!(remarks(bram.channel()).contains(&Remark::Missing), "{withheld}");
    }
}

#[test]
fn another_roster_for_then_opens_nothing() {
    let (home, mut bram, before, opening) = joined();
    let mut before: Vec<_> = (1..).zip(before).collect();
    before[0].1 = Entry::Roster { epoch: FIRST, roster: Roster(vec![bram.seat()]) };

    tell(&home, &mut bram, &before, opening);

    assert_eq!(words(bram.channel()), Vec::<String>::new());
    assert!(remarks(bram.channel()).contains(&Remark::Unreadable));
}
