//! A visitor: the page's own client, without the page.

use std::{collections::VecDeque, sync::Arc, time::Instant};

use server_fn::ServerFn;
use tokio::{sync::mpsc, time::interval};
use veiligchat::{
    api::visitor as api,
    client::{Intake, VisitorAction, VisitorClient, VisitorPhase},
    domain::{
        conversation::Kind,
        ids::{RegionId, SeatId},
    },
    protocol::{Entry, Refusal, Situation, VisitorPush},
};

use crate::{
    http::Browser,
    journey::Journeys,
    participant::{
        Event, Order, Participant, Stage, Surroundings, SystemRandomness, TEXT, TICK, now,
        participant, suite,
    },
};

type Events = mpsc::UnboundedSender<Event<VisitorPush>>;

struct Visitor {
    browser: Browser,
    client: VisitorClient,
    around: Surroundings,
    /// When what is yet to be sent was written.
    written: VecDeque<Instant>,
    until: Option<Instant>,
    stream: Option<tokio::task::AbortHandle>,
    events: Events,
}

/// Signs up and stays until the program ends.
pub async fn visitor(
    browser: Browser,
    region: RegionId,
    journeys: &Arc<Journeys>,
) -> Result<Participant, Refusal> {
    let intake = Intake { nickname: "Merel".to_owned(), ..Intake::default() };
    let mut client = VisitorClient::new(intake, Box::new(suite()), Box::new(SystemRandomness));
    let request = client.sign_up(region, None);
    let signed_up = browser.call(<api::SignUpCall as ServerFn>::PATH, &request).await?;
    client.signed_up(&signed_up, now());
    Ok(participant(journeys, |around| {
        let (events, happens) = mpsc::unbounded_channel();
        let written = VecDeque::new();
        let visitor =
            Visitor { browser, client, around, written, until: None, stream: None, events };
        visitor.live(happens)
    }))
}

impl Drop for Visitor {
    fn drop(&mut self) {
        self.unfollow();
    }
}

impl Visitor {
    async fn live(mut self, mut happens: mpsc::UnboundedReceiver<Event<VisitorPush>>) {
        let mut ticks = interval(TICK);
        loop {
            for action in self.client.actions() {
                self.perform(action);
            }
            self.tell_stage();
            let event = tokio::select! {
                Some(event) = happens.recv() => event,
                Some(order) = self.around.orders.recv() => Event::Order(order),
                _ = ticks.tick() => Event::Tick,
            };
            self.take(event);
        }
    }

    fn take(&mut self, event: Event<VisitorPush>) {
        match event {
            Event::Push(push) => {
                if let VisitorPush::Entry(placed) = &push
                    && let Entry::Envelope(envelope) = &placed.entry
                    && envelope.header.seat != SeatId::VISITOR
                {
                    self.around.journeys.arrived(envelope.header.message);
                }
                self.client.push(push, now());
            }
            Event::Lost(why) => self.client.lost(why, now()),
            Event::Answered(answer) => self.client.sealed(answer, now()),
            Event::Sent(_, id, kind, answer) => {
                let stored = answer.is_ok() && kind == Kind::Message;
                self.client.sent(id, answer, now());
                if stored {
                    self.around.journeys.stored();
                    if self.until.is_some_and(|until| Instant::now() < until) {
                        self.write();
                    }
                }
            }
            Event::Order(Order::Write) => self.write(),
            Event::Order(Order::WriteUntil(until)) => {
                self.until = Some(until);
                self.write();
            }
            Event::Heard => self.client.answered(),
            Event::Tick => self.client.tick(now()),
        }
    }

    fn write(&mut self) {
        self.around.journeys.written();
        self.written.push_back(Instant::now());
        self.client.write(TEXT, now());
    }

    fn tell_stage(&self) {
        let stage = match self.client.phase() {
            VisitorPhase::Live(Situation::Talking(_)) if self.client.channel().is_open() => {
                Stage::Talking(1)
            }
            VisitorPhase::Live(_) => Stage::Here,
            _ => Stage::Starting,
        };
        self.around.stage.send_if_modified(|told| std::mem::replace(told, stage) != stage);
    }

    fn perform(&mut self, action: VisitorAction) {
        let (browser, events) = (self.browser.clone(), self.events.clone());
        match action {
            VisitorAction::Follow(request) => {
                let task = tokio::spawn(async move {
                    let told = events.clone();
                    let push = move |push| drop(told.send(Event::Push(push)));
                    let path = <api::FollowCall as ServerFn>::PATH;
                    let why = browser.follow(path, &request, push).await;
                    drop(events.send(Event::Lost(why)));
                });
                self.unfollow();
                self.stream = Some(task.abort_handle());
            }
            VisitorAction::Unfollow => self.unfollow(),
            VisitorAction::Seal(request) => drop(tokio::spawn(async move {
                let answer = browser.call(<api::SealCall as ServerFn>::PATH, &request).await;
                drop(events.send(Event::Answered(answer)));
            })),
            VisitorAction::Send(request) => {
                let header = request.envelope.header;
                if header.kind == Kind::Message
                    && let Some(written) = self.written.pop_front()
                {
                    self.around.journeys.sent(header.message, written);
                }
                tokio::spawn(async move {
                    let answer = browser.call(<api::SendCall as ServerFn>::PATH, &request).await;
                    let conversation = request.credential.conversation;
                    drop(events.send(Event::Sent(
                        conversation,
                        header.message,
                        header.kind,
                        answer,
                    )));
                });
            }
            VisitorAction::Answer(request) => drop(tokio::spawn(async move {
                let path = <api::AnswerCall as ServerFn>::PATH;
                let _: Result<(), _> = browser.call(path, &request).await;
                drop(events.send(Event::Heard));
            })),
            // A tab's storage, hints, and answers to what nobody asks here: not measured.
            VisitorAction::Typing(_)
            | VisitorAction::Reply(_)
            | VisitorAction::AllowReadingBack(_)
            | VisitorAction::Leave(_)
            | VisitorAction::Evaluate(_)
            | VisitorAction::Keep(_)
            | VisitorAction::Wipe => {}
        }
    }

    fn unfollow(&mut self) {
        if let Some(stream) = self.stream.take() {
            stream.abort();
        }
    }
}
