//! Lies to a page that comes back.

use super::*;

#[test]
fn a_reload_finds_what_was_kept() {
    let mut home = Home::signs_up();
    home.client.type_draft("Ik wil graag", NOW);
    home.act();

    let after = home.reloads(7);

    assert_eq!(after.client.draft(), "Ik wil graag");
    assert_eq!(remarks(after.client.channel()), []);
}

#[test]
fn another_share_shows() {
    let mut home = Home::signs_up();
    home.client.type_draft("Ik wil graag", NOW);
    home.act();

    let after = home.reloads(8);

    assert_eq!(after.client.draft(), "");
    assert_eq!(remarks(after.client.channel()), [Remark::Unreadable]);
}

#[test]
fn after_another_share_nothing_of_before_opens_unseen() {
    let (home, anna, roster) = talk();
    let mut after = home.reloads(8);

    after.seats(FIRST, &roster);
    after.is_told(Entry::Envelope(home.sent[1].clone()));
    after.is_told(Entry::Envelope(anna.sent[1].clone()));

    assert_eq!(words(after.client.channel()), Vec::<String>::new());
    let told = remarks(after.client.channel());
    assert_eq!(told.iter().filter(|remark| **remark == Remark::Unreadable).count(), 3);
}
