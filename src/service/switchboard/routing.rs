//! Who helps whom: what visitors answer, and what workers ask of each other.

use super::{Ask, AtDesk, Failure, Switchboard, consequences::With};
use crate::{
    domain::{
        conversation::ShiftPublic,
        desk::{DeskCommand, Target},
        ids::ConversationId,
    },
    protocol::{AllowReadingBack, PassOn, Refusal, Reply, ReplyTo},
};

impl Switchboard {
    /// A visitor answers what was asked.
    pub async fn reply(&self, request: Reply) -> Result<(), Failure> {
        self.admit_to(Ask::Other, &request.credential).await?;
        let (conversation, answer) = (request.credential.conversation, request.answer);
        self.command(match request.to {
            ReplyTo::Elsewhere => DeskCommand::HelpElsewhere { conversation, answer },
            ReplyTo::Transfer(number) => DeskCommand::AnswerWish { conversation, number, answer },
        })
        .await
    }

    /// A visitor lets a worker read what was said before they joined.
    pub async fn allow_reading_back(&self, request: AllowReadingBack) -> Result<(), Failure> {
        self.admit_to(Ask::Other, &request.credential).await?;
        let AllowReadingBack { credential, epoch, seat, keys } = request;
        self.amend(credential.conversation, move |state| {
            Ok(state.give_earlier(epoch, seat, keys.clone())?)
        })
        .await
    }

    /// A worker asks a colleague to read along.
    pub async fn ask_reader(
        &self,
        worker: &AtDesk,
        conversation: ConversationId,
        colleague: crate::domain::ids::StaffId,
    ) -> Result<(), Failure> {
        let worker = worker.staff;
        self.command(DeskCommand::AskReader { conversation, worker, colleague }).await
    }

    /// A worker who was asked to joins a conversation; `key` is the page's shift key.
    pub async fn join_reading(
        &self,
        worker: &AtDesk,
        key: ShiftPublic,
        conversation: ConversationId,
    ) -> Result<(), Failure> {
        let seat = self.new_seat(worker, conversation, key);
        let command = DeskCommand::JoinReading { conversation, colleague: worker.staff };
        self.command_with(command, With::Seat(seat)).await
    }

    /// Reading along ends, or does not begin: a repeat finds nothing to end and is fine.
    pub async fn end_reading(
        &self,
        worker: &AtDesk,
        conversation: ConversationId,
    ) -> Result<(), Failure> {
        self.command(DeskCommand::EndReading { conversation, by: worker.staff }).await
    }

    /// A worker passes a visitor on, or takes back what the visitor was asked.
    pub async fn pass_on(
        &self,
        worker: &AtDesk,
        conversation: ConversationId,
        wish: PassOn,
    ) -> Result<(), Failure> {
        let worker = worker.staff;
        self.command(match wish {
            PassOn::ToColleague(colleague) => {
                let to = Target::Colleague(colleague);
                DeskCommand::Transfer { conversation, worker, to }
            }
            PassOn::ToRegion(region) => {
                if self.records.published().regions.get(region).is_none() {
                    return Err(Refusal::UnknownRegion.into());
                }
                DeskCommand::Transfer { conversation, worker, to: Target::Region(region) }
            }
            PassOn::Withdraw => DeskCommand::WithdrawWish { conversation, worker },
        })
        .await
    }
}
