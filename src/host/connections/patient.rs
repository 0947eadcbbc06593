//! A connection that waits for its other side, and not for ever: who takes nothing of what is sent
//! holds memory for as long as it is kept.

use std::{
    io,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll, ready},
    time::Duration,
};

use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    time::{Sleep, sleep},
};

use super::Place;

/// How long the other side may take nothing at all: as long as a page's silence.
const STANDSTILL: Duration = Duration::from_secs(40);

/// A stream whose writing fails once nothing could be written for forty seconds.
pub struct Patient<S> {
    stream: S,
    place: Arc<Place>,
    /// There while writing stands still.
    until: Option<Pin<Box<Sleep>>>,
}

impl<S> Patient<S> {
    /// The stream of the connection at this place.
    pub const fn new(stream: S, place: Arc<Place>) -> Self {
        Self { stream, place, until: None }
    }

    /// What became of an attempt to write.
    fn wrote(
        &mut self,
        attempt: Poll<io::Result<usize>>,
        context: &mut Context<'_>,
    ) -> Poll<io::Result<usize>> {
        if attempt.is_ready() {
            self.until = None;
            self.place.goes_on();
            return attempt;
        }
        let until = self.until.get_or_insert_with(|| Box::pin(sleep(STANDSTILL)));
        ready!(until.as_mut().poll(context));
        Poll::Ready(Err(io::ErrorKind::TimedOut.into()))
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Patient<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Patient<S> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let attempt = Pin::new(&mut self.stream).poll_write(context, bytes);
        self.wrote(attempt, context)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        slices: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let attempt = Pin::new(&mut self.stream).poll_write_vectored(context, slices);
        self.wrote(attempt, context)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}

#[cfg(test)]
mod tests {
    use std::num::NonZeroUsize;

    use tokio::{
        io::{AsyncReadExt, AsyncWriteExt, duplex},
        time::Instant,
    };

    use super::*;
    use crate::host::connections::Places;

    #[tokio::test(start_paused = true)]
    async fn who_takes_nothing_is_given_up_and_who_takes_a_little_is_not() {
        let place = Places::new(NonZeroUsize::MIN).take().unwrap();
        let (here, mut there) = duplex(16);
        let mut stream = Patient::new(here, place);
        let reader = tokio::spawn(async move {
            for _ in 0..3 {
                sleep(STANDSTILL / 2).await;
                there.read_exact(&mut [0; 16]).await.unwrap();
            }
            there
        });
        let began = Instant::now();
        let failed = stream.write_all(&[0; 1_000]).await.unwrap_err();
        assert_eq!(failed.kind(), io::ErrorKind::TimedOut);
        assert!(began.elapsed() >= STANDSTILL / 2 * 3 + STANDSTILL, "{:?}", began.elapsed());
        drop(reader.await.unwrap());
    }
}
