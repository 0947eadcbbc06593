//! A worker: the desk page's own client, without the page. Takes whoever is offered.

use std::{
    collections::{BTreeMap, BTreeSet},
    net::SocketAddr,
    time::Duration,
};

use tokio::time;
use veiligchat::{
    client::{DeskAction, DeskClient},
    domain::{ids::ConversationId, moment::Moment},
    protocol::{
        Accept, DeskPush, DutyWish, EndConversation, QueueStanding, Refusal, SetDuty, VERSION,
    },
};

use super::{
    http::{Browser, Connection},
    page::{Page, Side, SystemRandomness, call, now, suite},
    visitor::Visitor,
};
use crate::stage::Shown;

/// How long anything may take that a worker waits for.
const PATIENCE: Duration = Duration::from_secs(30);

/// How often a worker looks whether somebody is offered.
const LOOK: Duration = Duration::from_millis(50);

impl Side for DeskClient {
    type Push = DeskPush;
    type Action = DeskAction;
    /// What was answered to envelopes that were not taken.
    type Notes = Vec<Refusal>;
    const FOLLOW: &'static str = "/api/worker/follow";

    fn push(&mut self, push: DeskPush, now: Moment) {
        self.push(push, now);
    }

    fn lost(&mut self, why: Refusal, now: Moment) {
        self.lost(why, now);
    }

    fn tick(&mut self, now: Moment) {
        self.tick(now);
    }

    fn actions(&mut self) -> Vec<DeskAction> {
        self.actions()
    }

    fn note(_: &mut Vec<Refusal>, _: &DeskPush) {}

    fn perform(page: &Page<Self>, action: DeskAction) {
        match action {
            DeskAction::Follow(request) => page.follow(request),
            DeskAction::Register(request) => {
                page.ask("/api/worker/register", request, |page, answer| {
                    page.run(|side, now| side.registered(answer, now));
                });
            }
            DeskAction::Send(request) => {
                let (id, message) = (request.conversation, request.envelope.header.message);
                page.ask("/api/worker/send", request, move |page, answer| {
                    page.notes(|refusals| refusals.extend(answer.as_ref().err().copied()));
                    page.run(|side, now| side.sent(id, message, answer, now));
                });
            }
            DeskAction::AskKey(request) => {
                page.ask("/api/worker/ask-key", request, |_, _: Result<(), _>| ());
            }
            DeskAction::Answer(request) => {
                page.ask("/api/worker/answer", request, |page, _: Result<(), _>| {
                    page.run(|side, _| side.answered());
                });
            }
            DeskAction::Typing(request) => {
                page.ask("/api/worker/typing", request, |_, _: Result<(), _>| ());
            }
            // What the tab keeps dies with it here.
            DeskAction::KeepShiftKey(_)
            | DeskAction::Keep(..)
            | DeskAction::Forget(_)
            | DeskAction::Wipe
            | DeskAction::Ring => {}
        }
    }
}

/// A worker of the demo. Clones are the same one.
#[derive(Clone)]
pub struct Worker {
    browser: Browser,
    page: Page<DeskClient>,
}

impl Worker {
    /// Signs in, goes on duty, and takes whoever is offered from then on.
    pub async fn comes(address: SocketAddr, name: &str, capacity: u8) -> Self {
        let browser = Browser::new(address, &sign_in(address, name).await);
        let client = DeskClient::new(
            None,
            BTreeMap::new(),
            now(),
            Box::new(suite()),
            Box::new(SystemRandomness),
        );
        let worker = Self { page: Page::open(client, browser.clone()), browser };
        worker.page.until(PATIENCE, "the desk is ready", DeskClient::is_ready).await;
        let wish = DutyWish::On { capacity, regions: Vec::new(), wrap_up: 0 };
        worker.asks("duty", &SetDuty { version: VERSION, wish }).await.unwrap();
        let taking = worker.clone();
        tokio::spawn(async move { taking.takes_offers().await });
        worker
    }

    /// Calls a function of workers that answers with nothing.
    pub async fn asks(&self, name: &str, request: &impl serde::Serialize) -> Result<(), Refusal> {
        call(&self.browser, &format!("/api/worker/{name}"), request).await
    }

    async fn takes_offers(self) {
        let mut taken = BTreeSet::new();
        loop {
            let offered = self.page.look(|client| {
                let queue = client.state().map(|state| state.queue.as_slice()).unwrap_or_default();
                let is_offered = |standing| matches!(standing, QueueStanding::Offered { .. });
                let mut offered = queue.iter().filter(|row| is_offered(row.standing));
                offered.find(|row| !taken.contains(&row.conversation)).map(|row| row.conversation)
            });
            if let Some(conversation) = offered {
                let accept = Accept { version: VERSION, conversation };
                if self.asks("accept", &accept).await.is_ok() {
                    taken.insert(conversation);
                }
            }
            time::sleep(LOOK).await;
        }
    }

    pub fn page(&self) -> &Page<DeskClient> {
        &self.page
    }

    fn id_of(visitor: &Visitor) -> ConversationId {
        visitor.credential().conversation
    }

    fn with<T>(
        &self,
        visitor: &Visitor,
        look: impl FnOnce(&veiligchat::client::DeskChannel) -> T,
    ) -> Option<T> {
        let wanted = Self::id_of(visitor);
        self.page.look(|client| {
            client.channels().find(|(id, _)| *id == wanted).map(|(_, channel)| look(channel))
        })
    }

    pub fn is_talking_to(&self, visitor: &Visitor) -> bool {
        self.with(visitor, |channel| channel.channel.is_open() && channel.over.is_none())
            .unwrap_or(false)
    }

    /// What the visitor wrote.
    pub fn reads(&self, visitor: &Visitor) -> Vec<String> {
        self.with(visitor, |channel| channel.channel.words_of_others()).unwrap_or_default()
    }

    /// The own words that are stored.
    pub fn acknowledged(&self, visitor: &Visitor) -> Vec<String> {
        self.with(visitor, |channel| channel.channel.acknowledged()).unwrap_or_default()
    }

    pub fn nickname_of(&self, visitor: &Visitor) -> String {
        self.with(visitor, |channel| channel.intake.nickname.clone()).unwrap_or_default()
    }

    pub fn writes(&self, visitor: &Visitor, words: &str) {
        self.page.run(|client, now| client.write(Self::id_of(visitor), words, now));
    }

    /// Ends the conversation.
    pub async fn ends(&self, visitor: &Visitor) -> Result<(), Refusal> {
        let conversation = Self::id_of(visitor);
        self.asks("end", &EndConversation { version: VERSION, conversation, misuse: None }).await
    }
}

async fn sign_in(address: SocketAddr, name: &str) -> String {
    let mut connection = Connection::open(address).await.unwrap();
    let head = "POST /inloggen HTTP/1.1\r\ncontent-type: application/x-www-form-urlencoded\r\n";
    let form = format!("name={name}&password={name}-demo-wachtwoord");
    let answer = connection.ask(head, form.as_bytes()).await.unwrap();
    assert_eq!(answer.status, 303, "{name} signs in");
    answer.cookies.join("; ")
}
