//! A worker: the desk page's own client, without the page. Signs in, goes on duty, and takes what is
//! offered if told to.

use std::{
    collections::{BTreeMap, BTreeSet, VecDeque},
    net::SocketAddr,
    sync::Arc,
    time::Instant,
};

use server_fn::ServerFn;
use tokio::{sync::mpsc, time::interval};
use veiligchat::{
    api::worker as api,
    client::{DeskAction, DeskClient},
    domain::{
        conversation::Kind,
        ids::{ConversationId, SeatId},
    },
    protocol::{Accept, DeskPush, DutyWish, Entry, QueueStanding, Refusal, SetDuty, VERSION},
};

use crate::{
    http::{Browser, Connection},
    journey::Journeys,
    participant::{
        Event, Order, Participant, Stage, Surroundings, SystemRandomness, TEXT, TICK, now,
        participant, suite,
    },
    server::PASSWORD,
};

/// How many conversations each worker has at once.
pub const CAPACITY: u8 = 4;

type Events = mpsc::UnboundedSender<Event<DeskPush>>;

/// Whether offers are taken.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Offers {
    Taken,
    LeftAlone,
}

struct Worker {
    browser: Browser,
    client: DeskClient,
    around: Surroundings,
    offers: Offers,
    accepted: BTreeSet<ConversationId>,
    written: BTreeMap<ConversationId, VecDeque<Instant>>,
    /// The conversation that the last single message went to.
    last: Option<ConversationId>,
    until: Option<Instant>,
    stream: Option<tokio::task::AbortHandle>,
    events: Events,
}

/// Signs in, goes on duty, and stays until the program ends.
pub async fn worker(
    address: SocketAddr,
    name: &str,
    offers: Offers,
    journeys: &Arc<Journeys>,
) -> Result<Participant, String> {
    let cookie = sign_in(address, name).await?;
    let browser = Browser::new(address, &cookie);
    let client = DeskClient::new(
        None,
        BTreeMap::new(),
        now(),
        Box::new(suite()),
        Box::new(SystemRandomness),
    );
    let desk = browser.clone();
    let participant = participant(journeys, |around| {
        let (events, happens) = mpsc::unbounded_channel();
        let worker = Worker {
            browser: desk,
            client,
            around,
            offers,
            accepted: BTreeSet::new(),
            written: BTreeMap::new(),
            last: None,
            until: None,
            stream: None,
            events,
        };
        worker.live(happens)
    });
    let wish = DutyWish::On { capacity: CAPACITY, regions: Vec::new(), wrap_up: 0 };
    let request = SetDuty { version: VERSION, wish };
    let on_duty: Result<(), Refusal> =
        browser.call(<api::DutyCall as ServerFn>::PATH, &request).await;
    on_duty.map_err(|refusal| format!("{name} cannot go on duty: {refusal}"))?;
    Ok(participant)
}

async fn sign_in(address: SocketAddr, name: &str) -> Result<String, String> {
    let failed = |error| format!("{name} cannot sign in: {error}");
    let mut connection = Connection::open(address).await.map_err(failed)?;
    let head = "POST /inloggen HTTP/1.1\r\ncontent-type: application/x-www-form-urlencoded\r\n";
    let form = format!("name={name}&password={PASSWORD}");
    let answer = connection.ask(head, form.as_bytes()).await.map_err(failed)?;
    if answer.status == 303 {
        Ok(answer.cookies.join("; "))
    } else {
        Err(format!("{name} cannot sign in: status {}", answer.status))
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        if let Some(stream) = self.stream.take() {
            stream.abort();
        }
    }
}

impl Worker {
    async fn live(mut self, mut happens: mpsc::UnboundedReceiver<Event<DeskPush>>) {
        let mut ticks = interval(TICK);
        loop {
            for action in self.client.actions() {
                self.perform(action);
            }
            self.accept();
            self.tell_stage();
            let event = tokio::select! {
                Some(event) = happens.recv() => event,
                Some(order) = self.around.orders.recv() => Event::Order(order),
                _ = ticks.tick() => Event::Tick,
            };
            self.take(event);
        }
    }

    fn take(&mut self, event: Event<DeskPush>) {
        match event {
            Event::Push(push) => {
                if let DeskPush::Entry(_, placed) = &push
                    && let Entry::Envelope(envelope) = &placed.entry
                    && envelope.header.seat == SeatId::VISITOR
                {
                    self.around.journeys.arrived(envelope.header.message);
                }
                self.client.push(push, now());
            }
            Event::Lost(why) => self.client.lost(why, now()),
            Event::Answered(answer) => self.client.registered(answer, now()),
            Event::Sent(conversation, id, kind, answer) => {
                let stored = answer.is_ok() && kind == Kind::Message;
                self.client.sent(conversation, id, answer, now());
                if stored {
                    self.around.journeys.stored();
                    if self.until.is_some_and(|until| Instant::now() < until) {
                        self.write(conversation);
                    }
                }
            }
            Event::Order(Order::Write) => {
                let open = self.open();
                let next = open.iter().find(|id| Some(**id) > self.last).or(open.first());
                if let Some(next) = next.copied() {
                    self.last = Some(next);
                    self.write(next);
                }
            }
            Event::Order(Order::WriteUntil(until)) => {
                self.until = Some(until);
                for conversation in self.open() {
                    self.write(conversation);
                }
            }
            Event::Heard => self.client.answered(),
            Event::Tick => self.client.tick(now()),
        }
    }

    /// The conversations that can be written in, in the order of their ids.
    fn open(&self) -> Vec<ConversationId> {
        let open = self.client.channels().filter(|(_, channel)| channel.channel.is_open());
        open.map(|(id, _)| id).collect()
    }

    fn write(&mut self, conversation: ConversationId) {
        self.around.journeys.written();
        self.written.entry(conversation).or_default().push_back(Instant::now());
        self.client.write(conversation, TEXT, now());
    }

    /// Takes whoever is offered, once each.
    fn accept(&mut self) {
        if self.offers == Offers::LeftAlone || !self.client.is_ready() {
            return;
        }
        let queue = self.client.state().map(|state| state.queue.as_slice()).unwrap_or_default();
        for row in queue {
            let offered = matches!(row.standing, QueueStanding::Offered { .. });
            if offered && self.accepted.insert(row.conversation) {
                let request = Accept { version: VERSION, conversation: row.conversation };
                let browser = self.browser.clone();
                tokio::spawn(async move {
                    let path = <api::AcceptCall as ServerFn>::PATH;
                    let answer: Result<(), Refusal> = browser.call(path, &request).await;
                    if let Err(refusal) = answer {
                        eprintln!("an offer could not be taken: {refusal}");
                    }
                });
            }
        }
    }

    fn tell_stage(&self) {
        let open = self.open().len();
        let stage = match self.client.state() {
            None => Stage::Starting,
            Some(_) if open == 0 => Stage::Here,
            Some(_) => Stage::Talking(open),
        };
        self.around.stage.send_if_modified(|told| std::mem::replace(told, stage) != stage);
    }

    fn perform(&mut self, action: DeskAction) {
        let (browser, events) = (self.browser.clone(), self.events.clone());
        match action {
            DeskAction::Follow(request) => {
                let task = tokio::spawn(async move {
                    let told = events.clone();
                    let push = move |push| drop(told.send(Event::Push(push)));
                    let path = <api::DeskFollowCall as ServerFn>::PATH;
                    let why = browser.follow(path, &request, push).await;
                    drop(events.send(Event::Lost(why)));
                });
                if let Some(former) = self.stream.replace(task.abort_handle()) {
                    former.abort();
                }
            }
            DeskAction::Register(request) => drop(tokio::spawn(async move {
                let answer = browser.call(<api::RegisterCall as ServerFn>::PATH, &request).await;
                drop(events.send(Event::Answered(answer)));
            })),
            DeskAction::Send(request) => {
                let header = request.envelope.header;
                let written = self.written.entry(request.conversation).or_default();
                if header.kind == Kind::Message
                    && let Some(written) = written.pop_front()
                {
                    self.around.journeys.sent(header.message, written);
                }
                tokio::spawn(async move {
                    let path = <api::WorkerSendCall as ServerFn>::PATH;
                    let answer = browser.call(path, &request).await;
                    drop(events.send(Event::Sent(
                        request.conversation,
                        header.message,
                        header.kind,
                        answer,
                    )));
                });
            }
            DeskAction::AskKey(request) => drop(tokio::spawn(async move {
                let path = <api::AskKeyCall as ServerFn>::PATH;
                let _: Result<(), _> = browser.call(path, &request).await;
            })),
            DeskAction::Answer(request) => drop(tokio::spawn(async move {
                let path = <api::DeskAnswerCall as ServerFn>::PATH;
                let _: Result<(), _> = browser.call(path, &request).await;
                drop(events.send(Event::Heard));
            })),
            // A tab's storage, hints and the sound: not measured.
            DeskAction::Typing(_)
            | DeskAction::KeepShiftKey(_)
            | DeskAction::Keep(..)
            | DeskAction::Forget(_)
            | DeskAction::Wipe
            | DeskAction::Ring => {}
        }
    }
}
