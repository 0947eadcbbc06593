//! What may happen next, with the likely things likely.

use proptest::{prelude::*, sample::select};

use super::{Answer, Ending, RegionId, StaffId, Target};

/// The regions of the histories: the first two help each other, the second helps the last one, for
/// which nobody is ever on duty.
pub const REGIONS: [RegionId; 3] = [RegionId(1), RegionId(2), RegionId(3)];
pub const WORKERS: [StaffId; 3] = [StaffId(1), StaffId(2), StaffId(3)];
/// How many visitors there are at once: a chair is free again after its visitor left.
pub const CHAIRS: usize = 6;

/// A visitor by chair, or a worker.
#[derive(Debug, Clone, Copy)]
pub enum Who {
    Visitor(usize),
    Worker(StaffId),
}

/// Which connection of a page is lost.
#[derive(Debug, Clone, Copy)]
pub enum Which {
    Newest,
    Older,
}

#[derive(Debug, Clone)]
pub enum Step {
    /// Time passes, in milliseconds, with a timer that wakes the desk.
    Wait(u64),
    /// Time passes up to the next deadline.
    WaitForDeadline,
    /// Time passes, in milliseconds, and the next command comes before the timer.
    TimerIsLate(u64),
    /// No process runs for so many milliseconds, then one starts.
    Outage(u64),
    /// A visitor signs up, in this chair, and the page connects.
    Come(usize, RegionId),
    /// A visitor signs up, in this chair.
    SignUp(usize, RegionId),
    Arrive(Who),
    Depart(Who, Which),
    /// A worker's page is lost and stays away for too long.
    Vanish(StaffId),
    Leave(usize, Ending),
    Dismiss(usize, StaffId),
    /// This worker ends a conversation of their own, if there is one.
    DismissOwn(StaffId),
    /// With a capacity, and minutes after a conversation.
    GoOnDuty(StaffId, Vec<RegionId>, u8, u8),
    EndWrapUp(StaffId),
    Pause(StaffId),
    Resume(StaffId),
    GoOffDuty(StaffId),
    Accept(usize, StaffId),
    /// This worker accepts what is shown, if anything.
    AcceptShown(StaffId),
    Connect(usize),
    /// The pages of all who were accepted seal their keys.
    ConnectAccepted,
    /// This worker takes whom they may take, by hand or not.
    TakeAny(StaffId),
    /// This worker takes whom they may take, and their pages connect.
    Talk(StaffId),
    /// A visitor says whether backup regions may help.
    Elsewhere(usize, Answer),
    /// This worker asks a colleague to read along with a conversation of their own.
    AskReader(StaffId, StaffId),
    Join(usize, StaffId),
    /// This worker joins where they were asked to.
    JoinInvited(StaffId),
    /// This worker asks a colleague, who joins at once.
    ReadTogether(StaffId, StaffId),
    EndReading(usize, StaffId),
    /// This worker stops reading along, or says no to it.
    StopReading(StaffId),
    /// This worker hands a conversation of their own over to this colleague.
    HandOver(StaffId, StaffId),
    /// This worker passes a visitor of their own on.
    PassOn(StaffId, Target),
    Transfer(usize, StaffId, Target),
    /// This worker passes a visitor of their own on, who answers at once.
    PassOnAsked(StaffId, Target, Answer),
    /// This worker takes back what a visitor of their own was asked.
    Withdraw(StaffId),
    /// A visitor answers the wish that stands, or one of so many before.
    AnswerWish(usize, u16, Answer),
}

pub fn any() -> impl Strategy<Value = Step> {
    prop_oneof![
        8 => time(),
        20 => visitor(),
        8 => duty(),
        28 => together(),
        36 => colleagues(),
    ]
}

fn time() -> impl Strategy<Value = Step> {
    let moment = select(vec![0, 1, 999, 5_000, 20_000, 30_000, 31_000, 60_000]);
    let window = select(vec![180_000, 181_000, 600_000, 1_800_000]);
    prop_oneof![
        14 => moment.clone().prop_map(Step::Wait),
        1 => window.clone().prop_map(Step::Wait),
        10 => Just(Step::WaitForDeadline),
        3 => moment.prop_map(Step::TimerIsLate),
        1 => window.prop_map(Step::Outage),
    ]
}

fn visitor() -> impl Strategy<Value = Step> {
    let region =
        || prop_oneof![12 => Just(REGIONS[0]), 2 => Just(REGIONS[1]), 1 => Just(REGIONS[2])];
    let endings = [Ending::ByVisitor, Ending::StoppedWaiting, Ending::QuickExit];
    prop_oneof![
        12 => (chair(), region()).prop_map(|(chair, region)| Step::Come(chair, region)),
        2 => (chair(), region()).prop_map(|(chair, region)| Step::SignUp(chair, region)),
        5 => who().prop_map(Step::Arrive),
        3 => who().prop_map(|who| Step::Depart(who, Which::Newest)),
        1 => who().prop_map(|who| Step::Depart(who, Which::Older)),
        2 => (chair(), select(endings.to_vec())).prop_map(|(chair, how)| Step::Leave(chair, how)),
    ]
}

fn duty() -> impl Strategy<Value = Step> {
    let regions = select(vec![
        vec![],
        vec![REGIONS[0]],
        vec![REGIONS[0]],
        vec![REGIONS[0]],
        vec![REGIONS[0]],
        vec![REGIONS[1]],
        vec![REGIONS[1], REGIONS[0]],
    ]);
    let capacity = select(vec![0, 1, 1, 1, 2, 2, 2, 3, 4, 5]);
    let wrap_up = select(vec![0, 0, 0, 1, 10, 11]);
    prop_oneof![
        4 => (worker(), regions, capacity, wrap_up)
            .prop_map(|(worker, regions, capacity, wrap_up)| {
                Step::GoOnDuty(worker, regions, capacity, wrap_up)
            }),
        1 => worker().prop_map(Step::EndWrapUp),
        3 => worker().prop_map(|worker| Step::Arrive(Who::Worker(worker))),
        1 => worker().prop_map(Step::Vanish),
        1 => worker().prop_map(Step::Pause),
        2 => worker().prop_map(Step::Resume),
        1 => worker().prop_map(Step::GoOffDuty),
    ]
}

fn together() -> impl Strategy<Value = Step> {
    prop_oneof![
        10 => worker().prop_map(Step::AcceptShown),
        3 => (chair(), worker()).prop_map(|(chair, worker)| Step::Accept(chair, worker)),
        12 => Just(Step::ConnectAccepted),
        1 => chair().prop_map(Step::Connect),
        1 => (chair(), worker()).prop_map(|(chair, worker)| Step::Dismiss(chair, worker)),
        1 => worker().prop_map(Step::DismissOwn),
    ]
}

fn colleagues() -> impl Strategy<Value = Step> {
    prop_oneof![
        2 => worker().prop_map(Step::TakeAny),
        16 => worker().prop_map(Step::Talk),
        4 => (chair(), answer()).prop_map(|(chair, answer)| Step::Elsewhere(chair, answer)),
        5 => (worker(), worker()).prop_map(|(worker, other)| Step::AskReader(worker, other)),
        9 => (worker(), worker()).prop_map(|(worker, other)| Step::ReadTogether(worker, other)),
        2 => worker().prop_map(Step::StopReading),
        1 => (chair(), worker()).prop_map(|(chair, worker)| Step::Join(chair, worker)),
        4 => worker().prop_map(Step::JoinInvited),
        2 => (chair(), worker()).prop_map(|(chair, worker)| Step::EndReading(chair, worker)),
        2 => (worker(), worker()).prop_map(|(worker, other)| Step::HandOver(worker, other)),
        4 => (worker(), target()).prop_map(|(worker, to)| Step::PassOn(worker, to)),
        7 => (worker(), target(), answer())
            .prop_map(|(worker, to, answer)| Step::PassOnAsked(worker, to, answer)),
        1 => (chair(), worker(), target())
            .prop_map(|(chair, worker, to)| Step::Transfer(chair, worker, to)),
        1 => worker().prop_map(Step::Withdraw),
        4 => (chair(), select(vec![0, 0, 0, 1]), answer())
            .prop_map(|(chair, older, answer)| Step::AnswerWish(chair, older, answer)),
    ]
}

fn answer() -> impl Strategy<Value = Answer> {
    select(vec![Answer::Yes, Answer::Yes, Answer::No])
}

fn target() -> impl Strategy<Value = Target> {
    prop_oneof![
        2 => worker().prop_map(Target::Colleague),
        2 => select(REGIONS.to_vec()).prop_map(Target::Region),
        1 => worker().prop_map(Target::Reader),
    ]
}

fn chair() -> impl Strategy<Value = usize> {
    0..CHAIRS
}

fn worker() -> impl Strategy<Value = StaffId> {
    select(WORKERS.to_vec())
}

fn who() -> impl Strategy<Value = Who> {
    prop_oneof![3 => chair().prop_map(Who::Visitor), 1 => worker().prop_map(Who::Worker)]
}
