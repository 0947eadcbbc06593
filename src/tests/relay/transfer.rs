//! Second readers and transfers: the visitor is always told, and asked across regions.

use veiligchat::{
    client::{Over, Remark, VisitorPhase},
    domain::{
        desk::{Answer, Target, WishEnd, WishStanding},
        ids::StaffId,
    },
    protocol::{
        Availability, DeskPush, DutyWish, OfferedHelp, Part, PassOn, ReadingWish, Refusal,
        Situation,
    },
};

use crate::stage::{House, MINUTE, SECOND, Visitor, Worker};

async fn with_bram() -> (House, Visitor, Worker, Worker) {
    let house = House::open().await;
    let (roos, anna) = house.conversation().await;
    let bram = house.worker("bram", 1).await;
    (house, roos, anna, bram)
}

fn to(worker: &Worker) -> PassOn {
    PassOn::ToColleague(worker.at_desk().staff)
}

fn to_region_of(worker: &Worker) -> PassOn {
    PassOn::ToRegion(worker.region())
}

fn entries_after(worker: &Worker, before: usize) -> usize {
    let told = worker.told();
    let entries = told[before..].iter().filter(|push| {
        matches!(
            push,
            DeskPush::Entry(..) | DeskPush::Earlier(..) | DeskPush::Typing(..) | DeskPush::Seen(..)
        )
    });
    entries.count()
}

#[tokio::test(start_paused = true)]
async fn a_second_reader_is_named_and_reads_from_joining_on() {
    let (house, roos, anna, bram) = with_bram().await;
    roos.writes("alleen voor Anna");
    house.until("it arrives", || anna.reads(&roos).len() == 1).await;
    let asked = bram.at_desk().staff;
    anna.reading(&roos, ReadingWish::Ask(asked)).await.unwrap();
    anna.reading(&roos, ReadingWish::Ask(asked)).await.unwrap();
    house.until("the colleague is asked", || bram.is_invited(&roos)).await;
    assert_eq!(roos.chats_with(), ["Anna"], "nobody joins by being asked");

    bram.reading(&roos, ReadingWish::Join).await.unwrap();
    bram.reading(&roos, ReadingWish::Join).await.unwrap();
    house.until("both are named", || roos.chats_with() == ["Anna", "Bram"]).await;
    house.until("all can talk", || bram.is_talking_to(&roos) && roos.is_talking()).await;
    assert!(roos.remarks().contains(&Remark::Joined("Bram".to_owned())));
    assert_eq!(bram.handled(&roos).unwrap().part, Part::Reader);
    assert_eq!(anna.handled(&roos).unwrap().reader.unwrap().name, "Bram");

    roos.writes("voor allebei");
    anna.writes(&roos, "van Anna");
    bram.writes(&roos, "van Bram");
    house
        .until("everybody reads it", || {
            roos.reads().len() == 2 && bram.reads(&roos).len() == 2 && anna.reads(&roos).len() == 3
        })
        .await;
    let mut read = bram.reads(&roos);
    read.sort();
    assert_eq!(read, ["van Anna", "voor allebei"]);
    assert_eq!(bram.ends(&roos).await, Err(Refusal::NotSeated), "only the worker ends it");

    // Whatever was on the way while Bram read along has arrived.
    house.pass(SECOND).await;
    let before = bram.told().len();
    bram.reading(&roos, ReadingWish::End).await.unwrap();
    bram.reading(&roos, ReadingWish::End).await.unwrap();
    house.until("it is over", || bram.over(&roos) == Some(Over::ReadingOver)).await;
    house.until("the visitor knows", || roos.chats_with() == ["Anna"]).await;
    house.until("it goes on", || anna.is_talking_to(&roos) && roos.is_talking()).await;
    roos.writes("weer alleen voor Anna");
    house.until("it arrives", || anna.reads(&roos).len() == 4).await;
    house.pass(MINUTE).await;
    assert_eq!(entries_after(&bram, before), 0, "who left is told nothing that follows");
}

#[tokio::test(start_paused = true)]
async fn an_invitation_lapses_can_be_declined_and_taken_back() {
    let (house, roos, anna, bram) = with_bram().await;
    let asked = bram.at_desk().staff;
    let ends = [30, 0, 0];
    for (number, wait) in ends.into_iter().enumerate() {
        anna.reading(&roos, ReadingWish::Ask(asked)).await.unwrap();
        house.until("asked", || bram.is_invited(&roos)).await;
        match number {
            1 => bram.reading(&roos, ReadingWish::End).await.unwrap(),
            2 => anna.reading(&roos, ReadingWish::End).await.unwrap(),
            _ => {}
        }
        house.pass(SECOND * wait).await;
        house.until("it is over", || !bram.is_invited(&roos)).await;
        assert_eq!(bram.reading(&roos, ReadingWish::Join).await, Err(Refusal::NotInvited));
        assert_eq!(anna.handled(&roos).unwrap().reader, None);
    }
    for nobody in [StaffId(99), anna.at_desk().staff] {
        let refused = anna.reading(&roos, ReadingWish::Ask(nobody)).await;
        assert_eq!(refused, Err(Refusal::NotAvailable));
    }
    assert_eq!(bram.reading(&roos, ReadingWish::Ask(asked)).await, Err(Refusal::NotSeated));
    bram.wishes(DutyWish::Off).await.unwrap();
    let gone = anna.reading(&roos, ReadingWish::Ask(asked)).await;
    assert_eq!(gone, Err(Refusal::NotAvailable));
}

#[tokio::test(start_paused = true)]
async fn a_warm_transfer_leaves_the_conversation_to_who_read_along() {
    let (house, roos, anna, bram) = with_bram().await;
    assert_eq!(bram.passes_on(&roos, to(&anna)).await, Err(Refusal::NotSeated));
    bram.reads_along_with(&anna, &roos).await;
    anna.passes_on(&roos, to(&bram)).await.unwrap();
    anna.passes_on(&roos, to(&bram)).await.unwrap();
    house.until("it is Bram's", || anna.over(&roos) == Some(Over::HandedOver)).await;
    house.until("the visitor knows", || roos.chats_with() == ["Bram"]).await;
    house.until("it goes on", || bram.is_talking_to(&roos) && roos.is_talking()).await;
    assert_eq!(bram.handled(&roos).unwrap().part, Part::Worker);
    let before = anna.told().len();
    roos.writes("voor Bram");
    house.until("it arrives", || bram.reads(&roos) == ["voor Bram"]).await;
    house.pass(MINUTE).await;
    assert_eq!(entries_after(&anna, before), 0);
    assert_eq!(anna.ends(&roos).await, Err(Refusal::NotSeated));
    bram.ends(&roos).await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn a_cold_transfer_offers_the_visitor_to_the_colleague_first() {
    let (house, roos, anna, bram) = with_bram().await;
    anna.passes_on(&roos, to(&bram)).await.unwrap();
    anna.passes_on(&roos, to(&bram)).await.unwrap();
    house.until("it is offered to Bram", || bram.is_offered(&roos)).await;
    assert_eq!(anna.over(&roos), Some(Over::HandedOver));
    assert!(matches!(roos.phase(), VisitorPhase::Live(Situation::WaitingAgain(_))));
    assert!(roos.chats_with().is_empty());
    house.pass(28 * SECOND).await;
    assert!(bram.is_offered(&roos) && !anna.may_take(&roos));
    bram.talks_to(&roos).await;
    roos.writes("hoi");
    house.until("they talk", || bram.reads(&roos) == ["hoi"]).await;
}

#[tokio::test(start_paused = true)]
async fn a_colleague_who_does_not_take_it_leaves_the_visitor_to_the_region() {
    let (house, roos, anna, bram) = with_bram().await;
    anna.passes_on(&roos, to(&bram)).await.unwrap();
    house.until("it is offered to Bram", || bram.is_offered(&roos)).await;
    house.pass(31 * SECOND).await;
    anna.talks_to(&roos).await;
    assert_eq!(roos.chats_with(), ["Anna"]);
}

#[tokio::test(start_paused = true)]
async fn another_region_takes_over_only_after_a_yes() {
    let house = House::open().await;
    let (roos, anna) = house.conversation().await;
    let chris = house.worker("chris", 1).await;
    house
        .until("Chris is a choice", || {
            anna.look(|client| client.choices(roos.id())).iter().any(|choice| {
                choice.name == "Chris"
                    && choice.needs_yes
                    && choice.availability == Availability::Free
                    && choice.region_name.as_deref() == Some("Twente")
            })
        })
        .await;
    anna.passes_on(&roos, to_region_of(&chris)).await.unwrap();
    house.until("the visitor is asked", || roos.is_asked().transfer.is_some()).await;
    let asked = roos.is_asked().transfer.unwrap();
    assert_eq!(
        (asked.region_name.as_str(), asked.name, asked.help),
        ("Twente", None, OfferedHelp::TakeOver)
    );
    assert!(roos.is_talking() && anna.is_talking_to(&roos), "the conversation goes on");
    assert_eq!(chris.standing(&roos), None);

    roos.answers(Answer::No);
    let declined = WishStanding::Ended(WishEnd::Declined);
    house
        .until("the worker is told", || {
            anna.handled(&roos).and_then(|handled| handled.wish).map(|wish| wish.standing)
                == Some(declined)
        })
        .await;
    assert_eq!(roos.is_asked().transfer, None);

    anna.passes_on(&roos, to_region_of(&chris)).await.unwrap();
    house.until("asked once more", || roos.is_asked().transfer.is_some()).await;
    roos.answers(Answer::Yes);
    chris.talks_to(&roos).await;
    assert_eq!(roos.chats_with(), ["Chris"]);
    assert_eq!(anna.over(&roos), Some(Over::HandedOver));
    let region = house.desk(|desk| desk.visit_of(roos.id()).unwrap().region);
    assert_eq!(region, chris.region());
}

#[tokio::test(start_paused = true)]
async fn a_colleague_of_another_region_is_asked_for_by_name_also_to_read_along() {
    let house = House::open().await;
    let (roos, anna) = house.conversation().await;
    let chris = house.worker("chris", 1).await;
    let staff = chris.at_desk().staff;
    anna.reading(&roos, ReadingWish::Ask(staff)).await.unwrap();
    house.until("the visitor is asked", || roos.is_asked().transfer.is_some()).await;
    let asked = roos.is_asked().transfer.unwrap();
    assert_eq!((asked.name.as_deref(), asked.help), (Some("Chris"), OfferedHelp::ReadAlong));
    assert!(!chris.is_invited(&roos));
    roos.answers(Answer::Yes);
    house.until("Chris is asked", || chris.is_invited(&roos)).await;
    chris.reading(&roos, ReadingWish::Join).await.unwrap();
    house.until("both are named", || roos.chats_with() == ["Anna", "Chris"]).await;
}

#[tokio::test(start_paused = true)]
async fn a_yes_after_the_wish_is_gone_is_told_and_the_conversation_goes_on() {
    let house = House::open().await;
    let (roos, anna) = house.conversation().await;
    let chris = house.worker("chris", 1).await;
    anna.passes_on(&roos, to(&chris)).await.unwrap();
    house.until("the visitor is asked", || roos.is_asked().transfer.is_some()).await;
    let wish = anna.handled(&roos).unwrap().wish.unwrap();
    assert_eq!(
        (wish.to, wish.name),
        (Target::Colleague(chris.at_desk().staff), "Chris".to_owned())
    );

    roos.wire().stalls();
    anna.passes_on(&roos, PassOn::Withdraw).await.unwrap();
    anna.passes_on(&roos, PassOn::Withdraw).await.unwrap();
    roos.answers(Answer::Yes);
    house.pass(SECOND).await;
    roos.wire().mends();
    let refused = || roos.look(|client| client.reply_refused());
    house.until_within(MINUTE, "it is told", || refused() == Some(Refusal::NoLongerAsked)).await;
    assert!(roos.is_asked().transfer.is_none());
    roos.writes("hoi");
    house.until_within(MINUTE, "it goes on", || anna.reads(&roos) == ["hoi"]).await;

    anna.passes_on(&roos, to(&chris)).await.unwrap();
    house.until("asked once more", || roos.is_asked().transfer.is_some()).await;
    chris.wishes(DutyWish::Off).await.unwrap();
    house
        .until("a colleague who left is not asked for", || roos.is_asked().transfer.is_none())
        .await;
    let ended = WishStanding::Ended(WishEnd::Unavailable);
    assert_eq!(anna.handled(&roos).unwrap().wish.unwrap().standing, ended);
    assert_eq!(anna.passes_on(&roos, to(&chris)).await, Err(Refusal::NotAvailable));
    assert_eq!(anna.passes_on(&roos, to_region_of(&chris)).await, Err(Refusal::NotAvailable));
}

#[tokio::test(start_paused = true)]
async fn a_reader_has_the_conversation_when_the_workers_browser_dies() {
    let (house, roos, anna, bram) = with_bram().await;
    bram.reads_along_with(&anna, &roos).await;
    anna.wire().breaks();
    house.pass(66 * SECOND).await;
    assert_eq!(bram.handled(&roos).unwrap().part, Part::Worker);
    house.until("the visitor knows", || roos.chats_with() == ["Bram"]).await;
    roos.writes("ben je er nog?");
    house.until("it goes on", || bram.reads(&roos) == ["ben je er nog?"]).await;
    anna.wire().mends();
    house.until_within(MINUTE, "the former one knows", || anna.over(&roos).is_some()).await;
}

#[tokio::test(start_paused = true)]
async fn a_reader_whose_browser_dies_no_longer_reads() {
    let (house, roos, anna, bram) = with_bram().await;
    bram.reads_along_with(&anna, &roos).await;
    bram.wire().breaks();
    house.pass(66 * SECOND).await;
    assert_eq!(roos.chats_with(), ["Anna"]);
    anna.writes(&roos, "Bram is weg");
    house.until("it goes on", || roos.reads() == ["Bram is weg"]).await;
    assert_eq!(anna.handled(&roos).unwrap().reader, None);
}
