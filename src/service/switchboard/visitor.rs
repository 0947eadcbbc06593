//! What visitors ask for.

use std::sync::Arc;

use sha2::{Digest, Sha256};

use super::{Ask, Failure, Switchboard, codec, consequences::With};
use crate::{
    domain::{
        conversation::{Conversation, ConversationEvent, Envelope},
        desk::{DeskCommand, Ending, Met, Party},
        ids::{ConnectionId, ConversationId, SeatId, Seq},
        recorded::Recorded,
        secret::{Share, Ticket, Token, TokenHash},
    },
    protocol::{
        Credential, ENVELOPE_LIMIT, Leave, Leaving, Refusal, SealEpoch, SignUp, SignedUp, Stored,
        VisitorAnswer, VisitorSend,
    },
    service::{
        journal::{Append, AppendError, Batch, Expected, Item, Stream},
        push::Hint,
    },
};

impl Switchboard {
    /// A visitor wants to wait. A repeat gives the same answer.
    pub async fn sign_up(&self, request: SignUp) -> Result<SignedUp, Failure> {
        let region = request.region;
        let answer = self.signs_up(request).await;
        if let Err(failure) = &answer {
            self.turned_away(region, failure);
        }
        answer
    }

    async fn signs_up(&self, request: SignUp) -> Result<SignedUp, Failure> {
        let Credential { conversation, token, .. } = &request.credential;
        let command = DeskCommand::SignUp { conversation: *conversation, region: request.region };
        if self.look(|desk| desk.visit_of(*conversation).is_none()) {
            self.doors_open(request.region)?;
            // Nobody works for a place that there is not.
            let (now, rules) = (self.now(), self.rules());
            self.look(|desk| desk.decide(now, command.clone(), &rules)).map_err(Failure::from)?;
            if !self.allowances.are_lifted() {
                self.gate.pass(*conversation, request.region, request.work.as_ref(), now)?;
            }
        }
        let mut share = [0; 32];
        self.runtime.fill(&mut share);
        let opening = ConversationEvent::Opened {
            region: request.region,
            token: hash(token),
            share: Share::from_bytes(share),
        };
        self.command_with(command, With::Opening(*conversation, opening)).await?;
        let share = self.admit(&request.credential, |state| state.share.clone()).await?;
        Ok(SignedUp { share })
    }

    /// The visitor's page sealed the key of an epoch: from now on it counts.
    pub async fn seal_epoch(&self, request: SealEpoch) -> Result<(), Failure> {
        self.admit_to(Ask::Other, &request.credential).await?;
        let conversation = request.credential.conversation;
        self.command_with(
            DeskCommand::Connect { conversation },
            With::Keys(conversation, request.epoch, request.keys),
        )
        .await
    }

    /// A visitor wrote.
    pub async fn visitor_send(&self, request: VisitorSend) -> Result<Stored, Failure> {
        self.admit_to(Ask::Message, &request.credential).await?;
        self.send(request.credential.conversation, SeatId::VISITOR, request.envelope).await
    }

    /// A visitor is writing.
    pub async fn visitor_typing(&self, credential: &Credential) -> Result<(), Failure> {
        self.admit_to(Ask::Typing, credential).await?;
        let conversation = credential.conversation;
        for worker in self.seated(conversation) {
            self.hub.tell(Party::Worker(worker), Hint::Typing(conversation, SeatId::VISITOR));
        }
        Ok(())
    }

    /// A visitor leaves for good; a repeat finds nothing left and is fine. Whoever ends a
    /// conversation may evaluate it with the ticket.
    pub async fn leave(&self, request: Leave) -> Result<Option<Ticket>, Failure> {
        match self.admit(&request.credential, |_| ()).await {
            Err(Failure::Refused(Refusal::Gone)) => return Ok(None),
            other => other?,
        }
        let conversation = request.credential.conversation;
        let region = self.look(|desk| {
            let visit = desk.visit_of(conversation)?;
            (visit.met == Met::Already).then_some(visit.region)
        });
        let how = match request.how {
            Leaving::Goodbye => Ending::ByVisitor,
            Leaving::QuickExit => Ending::QuickExit,
        };
        self.command(DeskCommand::Leave { conversation, how }).await?;
        let region = region.filter(|_| request.how == Leaving::Goodbye);
        Ok(region.and_then(|region| self.ticket(region)))
    }

    /// A visitor's page answers a heartbeat and says how far it has read.
    pub async fn visitor_answer(&self, request: VisitorAnswer) -> Result<(), Failure> {
        self.admit_to(Ask::Other, &request.credential).await?;
        let conversation = request.credential.conversation;
        self.answered(Party::Visitor(conversation), request.connection).await?;
        self.seen(conversation, SeatId::VISITOR, request.seen);
        Ok(())
    }

    /// Checks that the token is the conversation's, and takes from what it may ask.
    pub(in crate::service) async fn admit_to(
        &self,
        ask: Ask,
        credential: &Credential,
    ) -> Result<(), Failure> {
        self.admit(credential, |_| ()).await?;
        Ok(self.allowances.visitor(credential.conversation, ask, self.now())?)
    }

    /// Checks that the token is the conversation's, and looks at it. The same refusal for a wrong
    /// token as for a conversation that does not exist.
    pub(in crate::service) async fn admit<T>(
        &self,
        credential: &Credential,
        look: impl FnOnce(&Conversation) -> T,
    ) -> Result<T, Failure> {
        self.know(credential.conversation).await?;
        let shown = hash(&credential.token);
        let found = self.conversations.look(credential.conversation, |state| {
            // Hashes of random tokens: their comparison gives nothing away.
            (state.token == shown).then(|| look(state))
        });
        found.flatten().ok_or(Failure::Refused(Refusal::Gone))
    }

    /// Stores an envelope and tells the participants.
    pub(super) async fn send(
        &self,
        conversation: ConversationId,
        sender: SeatId,
        envelope: Envelope,
    ) -> Result<Stored, Failure> {
        self.to_the_end(|switchboard| async move {
            switchboard.store(conversation, sender, envelope).await
        })
        .await
    }

    async fn store(
        &self,
        conversation: ConversationId,
        sender: SeatId,
        envelope: Envelope,
    ) -> Result<Stored, Failure> {
        if envelope.sealed.len() > ENVELOPE_LIMIT {
            return Err(Refusal::Malformed.into());
        }
        let id = envelope.header.message;
        let event = self
            .conversations
            .look(conversation, |state| state.send(sender, envelope.clone()))
            .ok_or(Refusal::Gone)?;
        let stream = Stream::Conversation(conversation);
        let event = match event {
            Ok(event) => event,
            // A retry of what was stored just before the roster changed.
            Err(refusal) => {
                return self.stored_earlier(conversation, &envelope).await?.ok_or(refusal.into());
            }
        };
        let items = vec![Item { id: Some(id), bytes: codec::encode(&event) }];
        let append = Append { stream, expected: Expected::Any, items };
        let batch = Batch { appends: vec![append], erase: Vec::new() };
        match self.journal.append(batch).await {
            Ok(appended) => {
                let stored = appended.first().ok_or_else(|| {
                    Failure::Broken("the journal stored an append without a place".into())
                })?;
                let entry = Recorded { seq: stored.first, at: stored.at, item: event };
                self.grew(conversation, entry);
                Ok(Stored { seq: stored.first, at: stored.at })
            }
            Err(AppendError::Known { seq, at, .. }) => Ok(Stored { seq, at }),
            Err(error) => Err(error.into()),
        }
    }

    async fn stored_earlier(
        &self,
        conversation: ConversationId,
        envelope: &Envelope,
    ) -> Result<Option<Stored>, Failure> {
        let entries = self.entries_after(conversation, Seq(0)).await?;
        let same = entries
            .into_iter()
            .find(|entry| matches!(&entry.item, ConversationEvent::Sent(sent) if sent == envelope));
        Ok(same.map(|entry| Stored { seq: entry.seq, at: entry.at }))
    }

    /// Notes how far a seat has come, and tells the others.
    pub(in crate::service) fn seen(&self, conversation: ConversationId, seat: SeatId, seq: Seq) {
        if !self.cursors.advance(conversation, seat, seq) {
            return;
        }
        let hint = Hint::Seen(conversation, seat, seq);
        if seat == SeatId::VISITOR {
            for worker in self.seated(conversation) {
                self.hub.tell(Party::Worker(worker), hint.clone());
            }
        } else {
            self.hub.tell(Party::Visitor(conversation), hint);
        }
    }

    /// A visitor's page connects.
    pub(in crate::service) async fn visitor_arrives(
        self: &Arc<Self>,
        credential: &Credential,
        connection: ConnectionId,
    ) -> Result<Share, Failure> {
        let share = self.admit(credential, |state| state.share.clone()).await?;
        self.arrives(Party::Visitor(credential.conversation), connection).await?;
        Ok(share)
    }
}

/// SHA-256 of a token.
fn hash(token: &Token) -> TokenHash {
    TokenHash::from_bytes(Sha256::digest(token.as_bytes()).into())
}
