//! Frames of a streamed response: chunks of a body are not frames, so each frame carries its
//! length, four bytes, little-endian, before its postcard encoding.

use serde::{Serialize, de::DeserializeOwned};

use super::BODY_LIMIT;

/// What arrived is not a frame: the connection is of no further use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Broken;

/// The frame of one push.
///
/// # Panics
/// Never: pushes are plain values, for which postcard's encoding into a vector cannot fail.
#[must_use]
pub fn encode<T: Serialize>(push: &T) -> Vec<u8> {
    let mut frame = vec![0; 4];
    frame = postcard::to_extend(push, frame).expect("a push has an encoding");
    let length = u32::try_from(frame.len() - 4).unwrap_or(u32::MAX);
    frame[..4].copy_from_slice(&length.to_le_bytes());
    frame
}

/// Puts frames together from the chunks of a body.
#[derive(Debug, Default)]
pub struct Frames {
    pending: Vec<u8>,
}

impl Frames {
    /// Takes the next chunk.
    pub fn feed(&mut self, chunk: &[u8]) {
        self.pending.extend_from_slice(chunk);
    }

    /// The next whole frame, if it has arrived. An error when it is longer than [`BODY_LIMIT`] or
    /// not the encoding of a `T`.
    pub fn take<T: DeserializeOwned>(&mut self) -> Result<Option<T>, Broken> {
        let Some(length) = self.pending.first_chunk::<4>() else { return Ok(None) };
        let length = usize::try_from(u32::from_le_bytes(*length)).map_err(|_| Broken)?;
        if length > BODY_LIMIT {
            return Err(Broken);
        }
        let Some(body) = self.pending.get(4..4 + length) else { return Ok(None) };
        let (push, rest) = postcard::take_from_bytes(body).map_err(|_| Broken)?;
        if !rest.is_empty() {
            return Err(Broken);
        }
        self.pending.drain(..4 + length);
        Ok(Some(push))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frames_survive_any_cut_of_the_body() {
        let body = [encode(&"een"), encode(&"twee"), encode(&"")].concat();
        for size in 1..body.len() {
            let mut frames = Frames::default();
            let mut seen: Vec<String> = Vec::new();
            for chunk in body.chunks(size) {
                frames.feed(chunk);
                while let Some(frame) = frames.take().unwrap() {
                    seen.push(frame);
                }
            }
            assert_eq!(seen, ["een", "twee", ""]);
        }
    }

    #[test]
    fn a_frame_that_is_too_long_or_no_push_is_broken() {
        let mut long = Frames::default();
        long.feed(&u32::MAX.to_le_bytes());
        assert_eq!(long.take::<String>(), Err(Broken));

        let mut garbage = Frames::default();
        garbage.feed(&[2, 0, 0, 0, 200, 200]);
        assert_eq!(garbage.take::<String>(), Err(Broken));

        let mut trailing = Frames::default();
        trailing.feed(&[3, 0, 0, 0, 1, b'a', b'b']);
        assert_eq!(trailing.take::<String>(), Err(Broken));
    }
}
