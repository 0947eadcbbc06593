//! A visitor: the page's own client, without the page.

use std::sync::Arc;

use sha2::{Digest, Sha256};
use veiligchat::{
    client::{Intake, TabKeys, VisitorAction, VisitorClient, VisitorPhase},
    domain::{ids::RegionId, moment::Moment, secret::Share},
    protocol::{Credential, Entry, Leaving, Refusal, Situation, Stored, VERSION, VisitorPush},
};

use super::{
    http::Browser,
    page::{Page, Side, SystemRandomness, call, now, suite},
};
use crate::stage::Shown;

/// What a visitor's page came to know that must not stay anywhere else.
#[derive(Default, Clone)]
pub struct Notes {
    /// The times of entries, as the server stored them.
    pub times: Vec<Moment>,
    /// The ids of envelopes.
    pub messages: Vec<[u8; 16]>,
    /// What was answered to envelopes that were not taken.
    pub refusals: Vec<Refusal>,
}

impl Side for VisitorClient {
    type Push = VisitorPush;
    type Action = VisitorAction;
    type Notes = Notes;
    const FOLLOW: &'static str = "/api/visitor/follow";

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

    fn note(notes: &mut Notes, push: &VisitorPush) {
        if let VisitorPush::Entry(placed) = push {
            notes.times.push(placed.at);
            if let Entry::Envelope(envelope) = &placed.entry {
                notes.messages.push(*envelope.header.message.as_bytes());
            }
        }
    }

    fn perform(page: &Page<Self>, action: VisitorAction) {
        match action {
            VisitorAction::Follow(request) => page.follow(request),
            VisitorAction::Unfollow => page.unfollow(),
            VisitorAction::Seal(request) => {
                page.ask("/api/visitor/seal", request, |page, answer| {
                    page.run(|side, now| side.sealed(answer, now));
                })
            }
            VisitorAction::Send(request) => {
                let id = request.envelope.header.message;
                page.ask("/api/visitor/send", request, move |page, answer| {
                    page.notes(|notes| match &answer {
                        Ok(Stored { at, .. }) => {
                            notes.times.push(*at);
                            notes.messages.push(*id.as_bytes());
                        }
                        Err(refusal) => notes.refusals.push(*refusal),
                    });
                    page.run(|side, now| side.sent(id, answer, now));
                });
            }
            VisitorAction::Answer(request) => {
                page.ask("/api/visitor/answer", request, |page, _: Result<(), _>| {
                    page.run(|side, _| side.answered());
                });
            }
            VisitorAction::Typing(request) => {
                page.ask("/api/visitor/typing", request, |_, _: Result<(), _>| ());
            }
            VisitorAction::Reply(request) => {
                page.ask("/api/visitor/reply", request, |page, answer| {
                    page.run(|side, now| side.replied(answer, now));
                });
            }
            VisitorAction::AllowReadingBack(request) => {
                page.ask("/api/visitor/reading-back", request, |page, answer| {
                    page.run(|side, now| side.reading_back_allowed(answer, now));
                });
            }
            VisitorAction::Leave(request) => {
                page.ask("/api/visitor/leave", request, |page, ticket| {
                    page.run(|side, _| side.left(Result::ok(ticket).flatten()));
                });
            }
            // What the tab keeps dies with it here; the chat is not evaluated.
            VisitorAction::Evaluate(_) | VisitorAction::Keep(_) | VisitorAction::Wipe => {}
        }
    }
}

/// A visitor. Clones are the same one.
#[derive(Clone)]
pub struct Visitor {
    browser: Browser,
    page: Page<VisitorClient>,
    keys: TabKeys,
    share: Arc<Share>,
}

impl Visitor {
    /// Signs up in a region.
    pub async fn signs_up(
        browser: Browser,
        region: RegionId,
        intake: Intake,
    ) -> Result<Self, Refusal> {
        let mut client = VisitorClient::new(intake, Box::new(suite()), Box::new(SystemRandomness));
        let keys = client.keys().clone();
        let mut work = None;
        let answer = loop {
            let request = client.sign_up(region, work);
            match call(&browser, "/api/visitor/sign-up", &request).await {
                Err(Refusal::WorkNeeded(challenge)) => work = Some(challenge.solve()),
                answer => break answer?,
            }
        };
        client.signed_up(&answer, now());
        let page = Page::open(client, browser.clone());
        Ok(Self { browser, page, keys, share: Arc::new(answer.share) })
    }

    pub fn page(&self) -> &Page<VisitorClient> {
        &self.page
    }

    /// What shows that the conversation is this visitor's.
    pub fn credential(&self) -> Credential {
        let (conversation, token) = (self.keys.conversation, self.keys.token.clone());
        Credential { version: VERSION, conversation, token }
    }

    pub fn id(&self) -> &[u8; 16] {
        self.keys.conversation.as_bytes()
    }

    pub fn token(&self) -> &[u8; 32] {
        self.keys.token.as_bytes()
    }

    pub fn hash(&self) -> [u8; 32] {
        Sha256::digest(self.token()).into()
    }

    pub fn share(&self) -> &[u8; 32] {
        self.share.as_bytes()
    }

    /// The half of the root key that never leaves the tab.
    pub fn tab_secret(&self) -> [u8; 32] {
        self.keys.to_bytes()[48..].try_into().unwrap()
    }

    pub fn notes(&self) -> Notes {
        self.page.notes(|notes| notes.clone())
    }

    pub fn is_talking(&self) -> bool {
        self.page.look(|client| {
            matches!(client.phase(), VisitorPhase::Live(Situation::Talking(_)))
                && client.channel().is_open()
        })
    }

    pub fn has_ended(&self) -> bool {
        self.page.look(|client| matches!(client.phase(), VisitorPhase::Ended(_)))
    }

    /// The words of others, in order.
    pub fn reads(&self) -> Vec<String> {
        self.page.look(|client| client.channel().words_of_others())
    }

    /// The own words that are stored.
    pub fn acknowledged(&self) -> Vec<String> {
        self.page.look(|client| client.channel().acknowledged())
    }

    pub fn writes(&self, words: &str) {
        self.page.run(|client, now| client.write(words, now));
    }

    pub fn types(&self, words: &str) {
        self.page.run(|client, now| client.type_draft(words, now));
    }

    /// Ends the conversation, or stops waiting.
    pub fn ends(&self) {
        self.page.run(|client, _| client.leave());
    }

    /// Takes the quick exit: the page wipes, the server is told, and the page is gone.
    pub async fn exits(&self) -> Result<(), Refusal> {
        let leave = self.page.look(|client| client.leaving(Leaving::QuickExit));
        self.page.close();
        let left: Option<veiligchat::domain::secret::Ticket> =
            call(&self.browser, "/api/visitor/leave", &leave).await?;
        assert!(left.is_none(), "nobody is asked anything after a quick exit");
        Ok(())
    }
}
