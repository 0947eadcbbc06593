//! A stream from the server: its frames, as they arrive.

use futures::{StreamExt, future::AbortHandle};
use leptos::task::spawn_local;
use serde::de::DeserializeOwned;
use server_fn::codec::ByteStream;

use crate::protocol::{Refusal, frame::Frames};

/// An open stream; dropping it ends it.
#[derive(Debug)]
pub struct Open(AbortHandle);

impl Drop for Open {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// Opens a stream and hands on each push; at the end, why it ended.
pub fn open<Push: DeserializeOwned + 'static>(
    answer: impl Future<Output = Result<ByteStream<Refusal>, Refusal>> + 'static,
    mut push: impl FnMut(Push) + 'static,
    ended: impl FnOnce(Refusal) + 'static,
) -> Open {
    let (stream, handle) = futures::future::abortable(async move {
        let why = match answer.await {
            Ok(body) => read(body, &mut push).await,
            Err(refusal) => refusal,
        };
        ended(why);
    });
    spawn_local(async move {
        // Aborted means that nobody listens any more.
        let _ = stream.await;
    });
    Open(handle)
}

async fn read<Push: DeserializeOwned>(
    body: ByteStream<Refusal>,
    push: &mut impl FnMut(Push),
) -> Refusal {
    let mut frames = Frames::default();
    let mut body = body.into_inner();
    while let Some(Ok(chunk)) = body.next().await {
        frames.feed(&chunk);
        loop {
            match frames.next() {
                Ok(Some(frame)) => push(frame),
                Ok(None) => break,
                Err(_) => return Refusal::OtherVersion,
            }
        }
    }
    Refusal::Unreachable
}
