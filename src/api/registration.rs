//! The registration of advices. Only a signed-in worker may, and only what is their own and today's.

#![expect(missing_docs, reason = "the macro makes a struct whose only field is the request")]

use leptos::prelude::*;
use server_fn::codec::Postcard;

use crate::protocol::{AdviceDesk, AskAdvices, Refusal, RegisterAdvice, WaiveAdvice};

/// The lists, and what is still to be registered. May be called by a worker.
#[server(AskAdvicesCall, prefix = "/api", endpoint = "worker/advices", input = Postcard, output = Postcard)]
pub async fn ask(request: AskAdvices) -> Result<AdviceDesk, Refusal> {
    let worker = super::door::worker(request.version).await?;
    super::door::told(worker.rooms.switchboard.advice_desk(&worker.at_desk).await)
}

/// Registers an advice, or corrects an own one of today. May be called by a worker.
#[server(RegisterAdviceCall, prefix = "/api", endpoint = "worker/register-advice", input = Postcard, output = Postcard)]
pub async fn register(request: RegisterAdvice) -> Result<(), Refusal> {
    let worker = super::door::worker(request.version).await?;
    super::door::told(worker.rooms.switchboard.register_advice(&worker.at_desk, request).await)
}

/// Says that a conversation was no advice. May be called by a worker.
#[server(WaiveAdviceCall, prefix = "/api", endpoint = "worker/waive-advice", input = Postcard, output = Postcard)]
pub async fn waive(request: WaiveAdvice) -> Result<(), Refusal> {
    let worker = super::door::worker(request.version).await?;
    let WaiveAdvice { owed, left, .. } = request;
    super::door::told(worker.rooms.switchboard.waive_advice(&worker.at_desk, owed, left).await)
}
