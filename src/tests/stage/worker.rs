//! A worker at a desk.

mod together;

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, MutexGuard},
};

use veiligchat::{
    client::{Delivery, DeskAction, DeskChannel, DeskClient, Over, Remark},
    domain::{
        ids::{ConversationId, RegionId},
        moment::Moment,
        secret::Share,
    },
    protocol::{DeskPush, DutyWish, QueueStanding, Refusal},
    service::{
        account::{Entry, Password, SessionToken, SignIn},
        follow::follow_desk,
        switchboard::{AtDesk, Switchboard},
    },
};

use super::{
    House, Shown, Visitor, Wire,
    page::{Page, Side},
    randomness, suite,
};

/// What the tab keeps.
#[derive(Clone, Default)]
pub struct Tab {
    pub shift_key: Option<Vec<u8>>,
    pub kept: BTreeMap<ConversationId, Vec<u8>>,
}

/// Somebody who has signed in.
#[derive(Clone)]
pub struct Session {
    house: House,
    token: SessionToken,
    share: Share,
    pub at_desk: AtDesk,
}

impl Side for DeskClient {
    type Push = DeskPush;
    type Action = DeskAction;
    type Storage = Tab;
    type Session = Session;

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

    fn perform(page: &Page<Self>, action: DeskAction) {
        let Session { house, token, share, at_desk } = page.session().clone();
        match action {
            DeskAction::Follow(request) => {
                page.follow(move |switchboard| follow_desk(switchboard, at_desk, share, request))
            }
            DeskAction::Register(request) => page.ask(
                async move |switchboard| {
                    let session = house.accounts().who_is(&token).await.unwrap().unwrap().session;
                    house.records().set_shift_key(session, request.key.clone()).await.unwrap();
                    switchboard.rekey(&at_desk, &request.key).await
                },
                Self::registered,
            ),
            DeskAction::Send(request) => {
                let (id, message) = (request.conversation, request.envelope.header.message);
                page.ask(
                    async move |switchboard| switchboard.worker_send(&at_desk, request).await,
                    move |side, answer, now| side.sent(id, message, answer, now),
                );
            }
            DeskAction::AskKey(ask) => page.ask(
                async move |switchboard| {
                    switchboard.ask_key(&at_desk, ask.conversation, ask.epoch).await
                },
                |_, _, _| (),
            ),
            DeskAction::Answer(request) => page.ask(
                async move |switchboard| switchboard.desk_answer(&at_desk, request).await,
                |side, _, _| side.answered(),
            ),
            DeskAction::Typing(request) => page.ask(
                async move |switchboard| {
                    switchboard.worker_typing(&at_desk, request.conversation).await
                },
                |_, _, _| (),
            ),
            DeskAction::KeepShiftKey(key) => page.storage(|tab| tab.shift_key = Some(key)),
            DeskAction::Keep(id, kept) => page.storage(|tab| {
                tab.kept.insert(id, kept);
            }),
            DeskAction::Forget(id) => page.storage(|tab| {
                tab.kept.remove(&id);
            }),
            DeskAction::Wipe => page.storage(|tab| *tab = Tab::default()),
            DeskAction::Ring => {}
        }
    }
}

/// A worker. Clones are the same one.
#[derive(Clone)]
pub struct Worker {
    house: House,
    wire: Wire,
    storage: Arc<Mutex<Tab>>,
    page: Arc<Mutex<Page<DeskClient>>>,
    session: Session,
}

impl Worker {
    /// Signs in and opens the desk; ready once the key is registered.
    pub async fn sign_in(house: &House, name: &str) -> Self {
        let attempt = SignIn {
            name: name.to_owned(),
            password: Password::typed(format!("{name}-demo-wachtwoord")),
            device: None,
            previous: None,
        };
        let Entry::In(welcome) = house.accounts().sign_in(attempt).await.unwrap() else {
            panic!("the demo asks for no second factor")
        };
        let at_desk = AtDesk {
            staff: welcome.who.staff,
            name: welcome.who.shown_name.as_str().to_owned(),
            region: welcome.who.region().expect("a worker has a region"),
            regions: welcome.who.regions(),
        };
        let (token, share) = (welcome.token.clone(), welcome.who.share.clone());
        let session = Session { house: house.clone(), token, share, at_desk };
        let wire = Wire::new(house);
        let storage = Arc::default();
        let page = Arc::new(Mutex::new(open(house, &wire, &storage, &session)));
        let worker = Self { house: house.clone(), wire, storage, page, session };
        worker.is_ready().await;
        worker
    }

    /// Waits until the desk can be used.
    pub async fn is_ready(&self) {
        self.house
            .until("the desk is ready", || {
                self.look(|client| client.is_ready() && client.state().is_some())
            })
            .await;
    }

    fn page(&self) -> MutexGuard<'_, Page<DeskClient>> {
        self.page.lock().unwrap()
    }

    pub fn at_desk(&self) -> &AtDesk {
        &self.session.at_desk
    }

    pub fn region(&self) -> RegionId {
        self.session.at_desk.region
    }

    pub fn wire(&self) -> &Wire {
        &self.wire
    }

    pub fn look<T>(&self, look: impl FnOnce(&DeskClient) -> T) -> T {
        self.page().look(look)
    }

    /// Everything that the server told the page that is open now.
    pub fn told(&self) -> Vec<DeskPush> {
        self.page().told()
    }

    /// The key that this session registered last.
    pub async fn wishes(&self, wish: DutyWish) -> Result<(), Refusal> {
        let at_desk = self.at_desk().clone();
        self.wire.carry(async |switchboard| switchboard.set_duty(&at_desk, wish).await).await
    }

    pub async fn goes_on_duty(&self, capacity: u8) {
        self.wishes(on_duty(capacity)).await.unwrap();
    }

    /// Tries to take a visitor.
    pub async fn tries_to_accept(&self, visitor: &Visitor) -> Result<(), Refusal> {
        let session = &self.session;
        let signed_in = self.house.accounts().who_is(&session.token).await.unwrap();
        let key = signed_in.and_then(|who| who.shift_key).ok_or(Refusal::NoKey)?;
        let accept = async |switchboard: Arc<Switchboard>| {
            switchboard.accept(&session.at_desk, key, visitor.id()).await
        };
        self.wire.carry(accept).await
    }

    /// Waits for the offer and takes the visitor.
    pub async fn accepts(&self, visitor: &Visitor) {
        self.house.until("the visitor is offered", || self.is_offered(visitor)).await;
        self.tries_to_accept(visitor).await.unwrap();
    }

    /// Takes the visitor, and waits until both can talk.
    pub async fn talks_to(&self, visitor: &Visitor) {
        self.accepts(visitor).await;
        self.house
            .until("both can talk", || visitor.is_talking() && self.is_talking_to(visitor))
            .await;
    }

    pub async fn ends(&self, visitor: &Visitor) -> Result<(), Refusal> {
        let at_desk = self.at_desk().clone();
        let end =
            async |switchboard: Arc<Switchboard>| switchboard.dismiss(&at_desk, visitor.id()).await;
        self.wire.carry(end).await
    }

    pub fn standing(&self, visitor: &Visitor) -> Option<QueueStanding> {
        self.look(|client| {
            let queue = &client.state()?.queue;
            let row = queue.iter().find(|row| row.conversation == visitor.id())?;
            Some(row.standing)
        })
    }

    pub fn is_offered(&self, visitor: &Visitor) -> bool {
        matches!(self.standing(visitor), Some(QueueStanding::Offered { .. }))
    }

    pub fn is_talking_to(&self, visitor: &Visitor) -> bool {
        self.with(visitor, |channel| channel.channel.is_open() && channel.over.is_none())
            .unwrap_or(false)
    }

    /// Looks at the conversation with a visitor.
    pub fn with<T>(&self, visitor: &Visitor, look: impl FnOnce(&DeskChannel) -> T) -> Option<T> {
        self.look(|client| {
            let mut channels = client.channels();
            channels.find(|(id, _)| *id == visitor.id()).map(|(_, channel)| look(channel))
        })
    }

    /// What the visitor wrote.
    pub fn reads(&self, visitor: &Visitor) -> Vec<String> {
        self.with(visitor, |channel| channel.channel.words_of_others()).unwrap_or_default()
    }

    /// What either wrote.
    pub fn words(&self, visitor: &Visitor) -> Vec<String> {
        self.with(visitor, |channel| channel.channel.words()).unwrap_or_default()
    }

    pub fn delivery(&self, visitor: &Visitor, words: &str) -> Option<Delivery> {
        self.with(visitor, |channel| channel.channel.delivery(words)).flatten()
    }

    pub fn acknowledged(&self, visitor: &Visitor) -> Vec<String> {
        self.with(visitor, |channel| channel.channel.acknowledged()).unwrap_or_default()
    }

    pub fn remarks(&self, visitor: &Visitor) -> Vec<Remark> {
        self.with(visitor, |channel| channel.channel.remarks()).unwrap_or_default()
    }

    pub fn nickname_of(&self, visitor: &Visitor) -> String {
        self.with(visitor, |channel| channel.intake.nickname.clone()).unwrap_or_default()
    }

    /// What the visitor answered before the chat.
    pub fn answers_of(&self, visitor: &Visitor) -> Vec<String> {
        let answers = |channel: &DeskChannel| {
            channel.intake.answers.iter().map(|answer| answer.answer.clone()).collect()
        };
        self.with(visitor, answers).unwrap_or_default()
    }

    pub fn over(&self, visitor: &Visitor) -> Option<Over> {
        self.with(visitor, |channel| channel.over).flatten()
    }

    pub fn writes(&self, visitor: &Visitor, words: &str) {
        self.page().run(|client, now| client.write(visitor.id(), words, now));
    }

    pub fn types(&self, visitor: &Visitor, words: &str) {
        self.page().run(|client, now| client.type_draft(visitor.id(), words, now));
    }

    /// The page loads anew, with what the tab kept.
    pub fn reloads(&self) {
        self.page().close();
        let page = open(&self.house, &self.wire, &self.storage, &self.session);
        *self.page() = page;
    }

    /// The page loads anew, but the tab has lost what it kept.
    pub fn reloads_without_keys(&self) {
        *self.storage.lock().unwrap() = Tab::default();
        self.reloads();
    }

    /// The browser is gone.
    pub fn vanishes(&self) {
        self.page().close();
    }

    /// Another tab with a copy of what this one keeps.
    pub fn duplicates(&self) -> Self {
        let storage = Arc::new(Mutex::new(self.storage.lock().unwrap().clone()));
        let page = Arc::new(Mutex::new(open(&self.house, &self.wire, &storage, &self.session)));
        Self {
            house: self.house.clone(),
            wire: self.wire.clone(),
            storage,
            page,
            session: self.session.clone(),
        }
    }

    /// Takes the desk back from another tab.
    pub fn comes_back(&self) {
        self.page().run(DeskClient::come_back);
    }

    /// What the tab keeps.
    pub fn keeps(&self) -> Tab {
        self.storage.lock().unwrap().clone()
    }
}

/// On duty for all regions of the account.
pub fn on_duty(capacity: u8) -> DutyWish {
    DutyWish::On { capacity, regions: Vec::new(), wrap_up: 0 }
}

fn open(
    house: &House,
    wire: &Wire,
    storage: &Arc<Mutex<Tab>>,
    session: &Session,
) -> Page<DeskClient> {
    let Tab { shift_key, kept } = storage.lock().unwrap().clone();
    let client = DeskClient::new(shift_key, kept, house.now(), Box::new(suite()), randomness());
    Page::open(client, house, wire, storage, session.clone())
}
