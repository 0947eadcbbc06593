//! A visitor at a device.

use std::sync::{Arc, Mutex, MutexGuard};

use veiligchat::{
    client::{
        Delivery, Evaluated, Intake, Remark, TabKeys, VisitorAction, VisitorClient, VisitorPhase,
    },
    domain::{
        desk::{Answer, Ending},
        evaluation::Evaluation,
        ids::{ConversationId, RegionId, Seq},
        moment::Moment,
        questions::GivenAnswer,
    },
    protocol::{
        Asked, Credential, Elsewhere, Leaving, Refusal, ReplyTo, Situation, VERSION, VisitorPush,
    },
    service::follow::follow_visitor,
};

use super::{
    House, Shown, Wire,
    page::{Page, Side},
    randomness, suite,
};

/// What the tab keeps.
#[derive(Clone, Default)]
pub struct Tab {
    pub keys: Option<[u8; TabKeys::LENGTH]>,
    pub kept: Option<Vec<u8>>,
}

impl Side for VisitorClient {
    type Push = VisitorPush;
    type Action = VisitorAction;
    type Storage = Tab;
    type Session = ();

    fn push(&mut self, push: VisitorPush, now: Moment) {
        self.push(push, now);
    }

    fn lost(&mut self, why: Refusal, now: Moment) {
        self.lost(why, now);
    }

    fn tick(&mut self, now: Moment) {
        self.tick(now);
    }

    fn actions(&mut self) -> Vec<VisitorAction> {
        self.actions()
    }

    fn perform(page: &Page<Self>, action: VisitorAction) {
        match action {
            VisitorAction::Follow(request) => {
                page.follow(move |switchboard| follow_visitor(switchboard, request));
            }
            VisitorAction::Unfollow => page.unfollow(),
            VisitorAction::Seal(request) => page
                .ask(async move |switchboard| switchboard.seal_epoch(request).await, Self::sealed),
            VisitorAction::Send(request) => {
                let id = request.envelope.header.message;
                page.ask(
                    async move |switchboard| switchboard.visitor_send(request).await,
                    move |side, answer, now| side.sent(id, answer, now),
                );
            }
            VisitorAction::Answer(request) => page.ask(
                async move |switchboard| switchboard.visitor_answer(request).await,
                |side, _, _| side.answered(),
            ),
            VisitorAction::Typing(request) => page.ask(
                async move |switchboard| switchboard.visitor_typing(&request.credential).await,
                |_, _, _| (),
            ),
            VisitorAction::Leave(request) => {
                page.ask(
                    async move |switchboard| switchboard.leave(request).await,
                    |client, ticket, _| client.left(ticket.ok().flatten()),
                );
            }
            VisitorAction::Reply(request) => {
                page.ask(async move |switchboard| switchboard.reply(request).await, Self::replied);
            }
            VisitorAction::AllowReadingBack(request) => page.ask(
                async move |switchboard| switchboard.allow_reading_back(request).await,
                Self::reading_back_allowed,
            ),
            VisitorAction::Evaluate(request) => {
                let ticket = request.ticket.clone();
                page.ask(
                    async move |switchboard| switchboard.evaluate(request).await,
                    move |client, answer, _| client.evaluation_told(ticket, answer),
                );
            }
            VisitorAction::Keep(kept) => page.storage(|tab| tab.kept = Some(kept)),
            VisitorAction::Wipe => page.storage(|tab| *tab = Tab::default()),
        }
    }
}

/// A visitor. Clones are the same one.
#[derive(Clone)]
pub struct Visitor {
    house: House,
    wire: Wire,
    storage: Arc<Mutex<Tab>>,
    page: Arc<Mutex<Page<VisitorClient>>>,
    keys: TabKeys,
}

impl Visitor {
    /// Signs up in a region.
    pub async fn try_sign_up(
        house: &House,
        nickname: &str,
        region: RegionId,
    ) -> Result<Self, Refusal> {
        let answer =
            GivenAnswer { question: "Wie ben je?".to_owned(), answer: nickname.to_owned() };
        let intake =
            Intake { nickname: nickname.to_owned(), answers: vec![answer], ..Intake::default() };
        let mut client = VisitorClient::new(intake, Box::new(suite()), randomness());
        let wire = Wire::new(house);
        let keys = client.keys().clone();
        let mut work = None;
        let answer = loop {
            let request = client.sign_up(region, work);
            match wire.carry(async |switchboard| switchboard.sign_up(request).await).await {
                Err(Refusal::WorkNeeded(challenge)) => work = Some(challenge.solve()),
                answer => break answer?,
            }
        };
        let storage = Arc::new(Mutex::new(Tab {
            keys: Some(keys.to_bytes().as_slice().try_into().unwrap()),
            kept: None,
        }));
        client.signed_up(&answer, house.now());
        let page = Page::open(client, house, &wire, &storage, ());
        let page = Arc::new(Mutex::new(page));
        Ok(Self { house: house.clone(), wire, storage, page, keys })
    }

    fn page(&self) -> MutexGuard<'_, Page<VisitorClient>> {
        self.page.lock().unwrap()
    }

    pub fn id(&self) -> ConversationId {
        self.keys.conversation
    }

    pub fn wire(&self) -> &Wire {
        &self.wire
    }

    /// What shows that the conversation is this visitor's.
    pub fn credential(&self) -> Credential {
        Credential {
            version: VERSION,
            conversation: self.keys.conversation,
            token: self.keys.token.clone(),
        }
    }

    pub fn look<T>(&self, look: impl FnOnce(&VisitorClient) -> T) -> T {
        self.page().look(look)
    }

    /// Everything that the server told the page that is open now.
    pub fn told(&self) -> Vec<VisitorPush> {
        self.page().told()
    }

    pub fn phase(&self) -> VisitorPhase {
        self.look(VisitorClient::phase)
    }

    /// The place in the queue.
    pub fn place(&self) -> Option<u32> {
        match self.phase() {
            VisitorPhase::Live(Situation::Waiting { place, .. }) => Some(place),
            _ => None,
        }
    }

    pub fn is_talking(&self) -> bool {
        matches!(self.phase(), VisitorPhase::Live(Situation::Talking(_)))
            && self.look(|client| client.channel().is_open())
    }

    pub fn ending(&self) -> Option<Option<Ending>> {
        match self.phase() {
            VisitorPhase::Ended(how) => Some(how),
            _ => None,
        }
    }

    pub fn words(&self) -> Vec<String> {
        self.look(|client| client.channel().words())
    }

    pub fn reads(&self) -> Vec<String> {
        self.look(|client| client.channel().words_of_others())
    }

    pub fn delivery(&self, words: &str) -> Option<Delivery> {
        self.look(|client| client.channel().delivery(words))
    }

    pub fn acknowledged(&self) -> Vec<String> {
        self.look(|client| client.channel().acknowledged())
    }

    pub fn remarks(&self) -> Vec<Remark> {
        self.look(|client| client.channel().remarks())
    }

    pub fn cursor(&self) -> Seq {
        self.look(|client| client.channel().cursor())
    }

    /// With whom the page says that the visitor chats.
    pub fn chats_with(&self) -> Vec<String> {
        self.look(|client| {
            client.channel().roster().0.iter().map(|seat| seat.name.clone()).collect()
        })
    }

    pub fn writes(&self, words: &str) {
        self.page().run(|client, now| client.write(words, now));
    }

    pub fn types(&self, words: &str) {
        self.page().run(|client, now| client.type_draft(words, now));
    }

    /// What the page asks.
    pub fn is_asked(&self) -> Asked {
        self.look(VisitorClient::asked)
    }

    pub fn may_be_helped_elsewhere(&self) -> bool {
        self.is_asked().elsewhere == Elsewhere::MayHelp
    }

    /// "Ja, graag", or "Nee, ik wacht".
    pub fn says(&self, answer: Answer) {
        self.page().run(|client, now| client.reply(ReplyTo::Elsewhere, answer, now));
    }

    /// Answers what the worker would like.
    pub fn answers(&self, answer: Answer) {
        let number = self.is_asked().transfer.expect("something is asked").number;
        self.page().run(|client, now| client.reply(ReplyTo::Transfer(number), answer, now));
    }

    /// The names of those whom the page asks about.
    pub fn is_asked_to_let_read_back(&self) -> Vec<String> {
        self.look(|client| client.may_read_back().into_iter().map(|asked| asked.name).collect())
    }

    /// Answers whether this worker may read what was said before.
    pub fn lets_read_back(&self, name: &str, answer: Answer) {
        let found = self.look(|client| {
            let roster = &client.channel().roster().0;
            roster.iter().find(|seat| seat.name == name).map(|seat| seat.id)
        });
        let seat = found.expect("the worker has a seat");
        self.page().run(|client, now| client.allow_reading_back(seat, answer, now));
    }

    /// Presses the cross.
    pub fn closes(&self) {
        self.page().run(|client, _| client.close());
    }

    /// Comes back from the cross, or takes the conversation back from another tab.
    pub fn comes_back(&self) {
        self.page().run(VisitorClient::come_back);
    }

    /// Whether the visitor is asked what they think of the chat.
    pub fn may_evaluate(&self) -> bool {
        self.look(VisitorClient::may_evaluate)
    }

    /// Whether what they think of the chat has been taken in.
    pub fn is_thanked(&self) -> bool {
        self.look(|client| client.evaluated() == Some(Evaluated::Done))
    }

    /// Says what they think of the chat.
    pub fn evaluates(&self, evaluation: Evaluation) {
        self.page().run(|client, _| client.evaluate(evaluation));
    }

    /// Ends the conversation, or stops waiting.
    pub fn ends(&self) {
        self.page().run(|client, _| client.leave());
    }

    /// Takes the quick exit: the page wipes, the server is told, and the page is gone.
    pub async fn exits(&self) -> Result<(), Refusal> {
        let leave = self.look(|client| client.leaving(Leaving::QuickExit));
        *self.storage.lock().unwrap() = Tab::default();
        self.page().close();
        self.wire.carry(async |switchboard| switchboard.leave(leave).await).await.map(drop)
    }

    /// The page loads anew, with what the tab kept.
    pub fn reloads(&self) {
        self.page().close();
        let page = open(&self.house, &self.wire, &self.storage);
        *self.page() = page;
    }

    /// The browser is gone.
    pub fn vanishes(&self) {
        self.page().close();
    }

    /// Another tab with a copy of what this one keeps.
    pub fn duplicates(&self) -> Self {
        let storage = Arc::new(Mutex::new(self.storage.lock().unwrap().clone()));
        let page = Arc::new(Mutex::new(open(&self.house, &self.wire, &storage)));
        Self {
            house: self.house.clone(),
            wire: self.wire.clone(),
            storage,
            page,
            keys: self.keys.clone(),
        }
    }

    /// What the tab keeps.
    pub fn keeps(&self) -> Tab {
        self.storage.lock().unwrap().clone()
    }
}

fn open(house: &House, wire: &Wire, storage: &Arc<Mutex<Tab>>) -> Page<VisitorClient> {
    let tab = storage.lock().unwrap().clone();
    let keys = TabKeys::from_bytes(&tab.keys.expect("the tab has a conversation"));
    let client =
        VisitorClient::resume(keys, tab.kept, house.now(), Box::new(suite()), randomness());
    Page::open(client, house, wire, storage, ())
}
