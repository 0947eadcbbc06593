//! What a worker does together with colleagues.

use std::sync::Arc;

use veiligchat::{
    protocol::{DeskState, Handled, PassOn, ReadingWish, Refusal},
    service::switchboard::Switchboard,
};

use super::{Visitor, Worker};

impl Worker {
    /// Wishes something about reading along.
    pub async fn reading(&self, visitor: &Visitor, wish: ReadingWish) -> Result<(), Refusal> {
        let (session, id) = (&self.session, visitor.id());
        let signed_in = self.house.accounts().who_is(&session.token).await.unwrap();
        let key = signed_in.and_then(|who| who.shift_key).ok_or(Refusal::NoKey)?;
        let ask = async |switchboard: Arc<Switchboard>| match wish {
            ReadingWish::Ask(colleague) => {
                switchboard.ask_reader(&session.at_desk, id, colleague).await
            }
            ReadingWish::Join => switchboard.join_reading(&session.at_desk, key, id).await,
            ReadingWish::End => switchboard.end_reading(&session.at_desk, id).await,
        };
        self.wire.carry(ask).await
    }

    /// Asks a colleague to read along, who joins; waits until all three are there.
    pub async fn reads_along_with(&self, worker: &Self, visitor: &Visitor) {
        worker.reading(visitor, ReadingWish::Ask(self.at_desk().staff)).await.unwrap();
        self.house.until("the colleague is asked", || self.is_invited(visitor)).await;
        self.reading(visitor, ReadingWish::Join).await.unwrap();
        self.house
            .until("all three are there", || {
                visitor.is_talking() && self.is_talking_to(visitor) && worker.is_talking_to(visitor)
            })
            .await;
    }

    pub fn is_invited(&self, visitor: &Visitor) -> bool {
        self.look(|client| {
            let mut invitations = client.state().into_iter().flat_map(|state| &state.invitations);
            invitations.any(|asked| asked.conversation == visitor.id())
        })
    }

    /// Passes a visitor on.
    pub async fn passes_on(&self, visitor: &Visitor, wish: PassOn) -> Result<(), Refusal> {
        let at_desk = self.at_desk();
        let pass = async |switchboard: Arc<Switchboard>| {
            switchboard.pass_on(at_desk, visitor.id(), wish).await
        };
        self.wire.carry(pass).await
    }

    /// How the desk stands.
    pub fn state<T>(&self, look: impl FnOnce(&DeskState) -> T) -> T {
        self.look(|client| look(client.state().expect("the desk is ready")))
    }

    /// How it stands with a conversation of this worker.
    pub fn handled(&self, visitor: &Visitor) -> Option<Handled> {
        self.state(|state| {
            let mut handled = state.handled.iter();
            handled.find(|handled| handled.conversation == visitor.id()).cloned()
        })
    }

    pub fn may_take(&self, visitor: &Visitor) -> bool {
        self.state(|state| {
            let mut queue = state.queue.iter();
            queue.any(|row| row.conversation == visitor.id() && row.may_take)
        })
    }
}
