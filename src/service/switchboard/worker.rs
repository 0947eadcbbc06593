//! What workers ask for.

use super::{Failure, Switchboard, codec, consequences::With};
use crate::{
    domain::{
        conversation::{Conversation, ConversationEvent, NewSeat, ShiftPublic},
        desk::{DeskCommand, Duty, Party},
        ids::{ConversationId, Epoch, RegionId, SeatId, StaffId},
        recorded::Recorded,
    },
    protocol::{DeskAnswer, DutyWish, Refusal, Stored, WorkerSend},
    service::{
        journal::{AppendError, Batch, Expected, Stream},
        push::Hint,
    },
};

/// A signed-in worker, as the switchboard needs to know them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AtDesk {
    /// Who.
    pub staff: StaffId,
    /// The name that visitors see.
    pub name: String,
    /// The worker's own region.
    pub region: RegionId,
    /// All regions that the worker may be on duty for, the own one first.
    pub regions: Vec<RegionId>,
}

impl Switchboard {
    /// A worker goes on or off duty, for regions of the account.
    pub async fn set_duty(&self, worker: &AtDesk, wish: DutyWish) -> Result<(), Failure> {
        let staff = worker.staff;
        self.command(match wish {
            DutyWish::Off => DeskCommand::GoOffDuty { worker: staff },
            DutyWish::On { capacity, mut regions, wrap_up } => {
                if regions.iter().any(|region| !worker.regions.contains(region)) {
                    return Err(Refusal::NotAllowed.into());
                }
                if regions.is_empty() {
                    regions.clone_from(&worker.regions);
                }
                DeskCommand::GoOnDuty { worker: staff, regions, capacity, wrap_up }
            }
            DutyWish::EndWrapUp => DeskCommand::EndWrapUp { worker: staff },
            DutyWish::Pause => DeskCommand::Pause { worker: staff },
            DutyWish::Resume => DeskCommand::Resume { worker: staff },
        })
        .await
    }

    /// A worker takes an offered visitor; `key` is the page's shift key.
    pub async fn accept(
        &self,
        worker: &AtDesk,
        key: ShiftPublic,
        conversation: ConversationId,
    ) -> Result<(), Failure> {
        let seat = self.new_seat(worker, conversation, key);
        let command = DeskCommand::Accept { conversation, worker: worker.staff };
        self.command_with(command, With::Seat(seat)).await
    }

    /// A worker's page has another shift key: it gets its seats anew, and visitors are told.
    pub async fn rekey(&self, worker: &AtDesk, key: &ShiftPublic) -> Result<(), Failure> {
        let theirs: Vec<ConversationId> =
            self.look(|desk| desk.seats_of(worker.staff).map(|(id, _)| id).collect());
        for conversation in theirs {
            let seat = self.new_seat(worker, conversation, key.clone());
            let reseated = self.amend(conversation, move |state| Ok(state.with_seat(seat.clone())));
            match reseated.await {
                // It ended meanwhile.
                Ok(()) | Err(Failure::Refused(Refusal::Gone)) => {}
                Err(failure) => return Err(failure),
            }
        }
        Ok(())
    }

    /// A worker's page could not open its key.
    pub async fn ask_key(
        &self,
        worker: &AtDesk,
        conversation: ConversationId,
        epoch: Epoch,
    ) -> Result<(), Failure> {
        self.know(conversation).await?;
        let staff = worker.staff;
        self.amend(conversation, move |state| Ok(state.ask_key(epoch, staff)?)).await
    }

    /// A worker wrote.
    pub async fn worker_send(
        &self,
        worker: &AtDesk,
        request: WorkerSend,
    ) -> Result<Stored, Failure> {
        self.know(request.conversation).await?;
        let seat = self.own_seat(worker, request.conversation)?;
        self.send(request.conversation, seat, request.envelope).await
    }

    /// A worker is writing.
    pub async fn worker_typing(
        &self,
        worker: &AtDesk,
        conversation: ConversationId,
    ) -> Result<(), Failure> {
        self.know(conversation).await?;
        let seat = self.own_seat(worker, conversation)?;
        self.hub.tell(Party::Visitor(conversation), Hint::Typing(conversation, seat));
        Ok(())
    }

    /// A worker ends a conversation.
    pub async fn dismiss(
        &self,
        worker: &AtDesk,
        conversation: ConversationId,
    ) -> Result<(), Failure> {
        self.dismiss_because(worker, conversation, None).await
    }

    /// A worker's page answers a heartbeat and says how far it has read.
    pub async fn desk_answer(&self, worker: &AtDesk, answer: DeskAnswer) -> Result<(), Failure> {
        self.answered(Party::Worker(worker.staff), answer.connection).await?;
        for (conversation, seq) in answer.seen {
            if let Ok(seat) = self.own_seat(worker, conversation) {
                self.seen(conversation, seat, seq);
            }
        }
        Ok(())
    }

    /// The session of a worker is over: the page is told, the worker is off duty.
    pub async fn signed_out(&self, staff: StaffId) -> Result<(), Failure> {
        self.hub.tell(Party::Worker(staff), Hint::SignedOut);
        self.command(DeskCommand::GoOffDuty { worker: staff }).await
    }

    /// A worker does not work for a region any more: off duty for it, and altogether when that was
    /// the only one. Conversations go on.
    pub async fn left_region(&self, staff: StaffId, region: RegionId) -> Result<(), Failure> {
        let on_duty = self.look(|desk| {
            let worker = desk.worker(staff).filter(|worker| worker.duty != Duty::Off);
            worker.filter(|worker| worker.regions.contains(&region)).cloned()
        });
        let Some(worker) = on_duty else { return Ok(()) };
        let regions: Vec<RegionId> =
            worker.regions.into_iter().filter(|other| *other != region).collect();
        self.command(if regions.is_empty() {
            DeskCommand::GoOffDuty { worker: staff }
        } else {
            let (capacity, wrap_up) = (worker.capacity, worker.wrap_up);
            DeskCommand::GoOnDuty { worker: staff, regions, capacity, wrap_up }
        })
        .await
    }

    /// The seat of a worker: of the visitor's region where the worker is on duty for it, else of
    /// the worker's own.
    pub(super) fn new_seat(
        &self,
        worker: &AtDesk,
        conversation: ConversationId,
        key: ShiftPublic,
    ) -> NewSeat {
        let shared = self.look(|desk| {
            let region = desk.visit_of(conversation)?.region;
            let regions = &desk.worker(worker.staff)?.regions;
            regions.contains(&region).then_some(region)
        });
        let region = shared.unwrap_or(worker.region);
        NewSeat {
            staff: worker.staff,
            name: worker.name.clone(),
            region,
            region_name: self.region_name(region),
            key,
        }
    }

    fn own_seat(&self, worker: &AtDesk, conversation: ConversationId) -> Result<SeatId, Failure> {
        self.conversations
            .look(conversation, |state| state.roster().seat_of(worker.staff).map(|seat| seat.id))
            .flatten()
            .ok_or(Failure::Refused(Refusal::NotSeated))
    }

    /// Decides on the newest conversation and appends it; again when somebody was first.
    pub(super) async fn amend(
        &self,
        id: ConversationId,
        decide: impl Fn(&Conversation) -> Result<Vec<ConversationEvent>, Failure> + Send + 'static,
    ) -> Result<(), Failure> {
        self.to_the_end(|switchboard| async move { switchboard.amend_now(id, decide).await }).await
    }

    async fn amend_now(
        &self,
        id: ConversationId,
        decide: impl Fn(&Conversation) -> Result<Vec<ConversationEvent>, Failure>,
    ) -> Result<(), Failure> {
        for _ in 0..super::TRIES {
            self.read_on(id).await?;
            let Some((seq, events)) =
                self.conversations.look(id, |state| (state.seq(), decide(state)))
            else {
                return Err(Refusal::Gone.into());
            };
            let events = events?;
            if events.is_empty() {
                return Ok(());
            }
            let stream = Stream::Conversation(id);
            let append = codec::append(stream, Expected::At(seq), &events);
            let batch = Batch { appends: vec![append], erase: Vec::new() };
            match self.journal.append(batch).await {
                Ok(appended) => {
                    let Some(stored) = appended.first() else { return Ok(()) };
                    let mut seq = stored.first;
                    for item in events {
                        self.grew(id, Recorded { seq, at: stored.at, item });
                        seq = seq.next();
                    }
                    return Ok(());
                }
                Err(AppendError::Conflict(_)) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Err(Failure::Broken("a conversation never stood still".into()))
    }
}
