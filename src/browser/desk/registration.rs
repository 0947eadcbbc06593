//! The registration of advices, asked of the server.

use server_fn::ServerFn;

use super::{DeskDriver, call};
use crate::{
    api::registration::{AskAdvicesCall, RegisterAdviceCall, WaiveAdviceCall},
    domain::{advice::Owed, ids::RegistrationId},
    protocol::{AdviceDesk, AskAdvices, Refusal, RegisterAdvice, VERSION, WaiveAdvice},
};

impl DeskDriver {
    /// What can be registered, and has yet to be.
    pub async fn advices(&self) -> Result<AdviceDesk, Refusal> {
        call::call(AskAdvicesCall::PATH, &AskAdvices { version: VERSION }).await
    }

    /// Registers an advice; the answer is why not.
    pub async fn register_advice(&self, request: RegisterAdvice) -> Result<(), Refusal> {
        call::call(RegisterAdviceCall::PATH, &request).await
    }

    /// Says that a conversation was no advice, and that so many like it are left; the answer is why
    /// not.
    pub async fn waive_advice(&self, owed: Owed, left: u32) -> Result<(), Refusal> {
        call::call(WaiveAdviceCall::PATH, &WaiveAdvice { version: VERSION, owed, left }).await
    }

    /// A name for a new registration.
    ///
    /// # Panics
    /// Never: every browser that runs WASM has a random generator.
    #[must_use]
    pub fn new_registration(&self) -> RegistrationId {
        let mut bytes = [0; 16];
        // Every browser that runs WASM has `crypto.getRandomValues`.
        getrandom::fill(&mut bytes).expect("the browser has a random generator");
        RegistrationId::from_bytes(bytes)
    }
}
