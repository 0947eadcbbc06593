//! Work before sign-up: what the server asks of a browser while very many sign up, what answers it, and
//! how much is asked.
//!
//! The work is scrypt (RFC 7914) over 128 KB of memory, so that a bot's processor is not hundreds of
//! times as quick at it as an old phone is in JavaScript, which it would be at plain SHA-256. It is
//! solved in the browser by `browser/js/work.js`; [`Challenge::solve`] is for clients that are no
//! browser. Whether a challenge is the server's own, and new, is for `service` to know.

mod pressure;

use scrypt::{Params, scrypt};
use serde::{Deserialize, Serialize};

use super::moment::Moment;

pub use pressure::Pressure;

/// In how many parts the work is done: with several, luck matters less.
pub const PARTS: usize = 4;

/// The binary logarithm of scrypt's N: with [`BLOCK`] it makes 128 KB.
const LOG_N: u8 = 7;

/// scrypt's r.
const BLOCK: u32 = 8;

/// How much work: the number of tries that each of the [`PARTS`] takes on average.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Effort(u32);

impl Effort {
    /// What is asked at first: about half a second on a slow phone.
    pub const FIRST: Self = Self(32);

    /// The most that is ever asked: about a quarter of a minute on a slow phone.
    pub const MOST: Self = Self(Self::FIRST.0 << Self::STEPS);

    /// How often the first effort doubles until it is the most.
    const STEPS: u32 = 5;

    /// The first effort, doubled so many times.
    fn doubled(times: u32) -> Self {
        Self(Self::FIRST.0 << times.min(Self::STEPS))
    }

    /// The number of tries on average, over all parts.
    #[must_use]
    pub fn tries(self) -> u32 {
        self.0.saturating_mul(u32::try_from(PARTS).unwrap_or(u32::MAX))
    }

    /// As a number, for whoever vouches for it.
    #[must_use]
    pub const fn number(self) -> u32 {
        self.0
    }

    /// Whether work of this size does where `needed` is asked: it may have been asked a moment ago,
    /// when it was less.
    #[must_use]
    pub const fn does_for(self, needed: Self) -> bool {
        self.0 >= needed.0 / 4
    }

    /// The largest result that counts.
    fn bound(self) -> u32 {
        u32::MAX / self.0.max(1)
    }
}

/// What the server asks: it holds for one conversation, and for a while.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Challenge {
    /// When it was asked.
    pub issued: Moment,
    /// How much work it is.
    pub effort: Effort,
    /// Shows the server that it is its own; the salt of the work.
    #[serde(with = "crate::domain::bytes::fixed")]
    pub seal: [u8; 32],
}

/// Work that was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Solution {
    /// What was asked.
    pub challenge: Challenge,
    /// An answer to each part.
    pub answers: [u32; PARTS],
}

impl Challenge {
    /// How many bytes [`Self::for_solver`] gives.
    pub const LENGTH: usize = 4 + 32;

    /// What whoever does the work has to know: how much, and the salt.
    #[must_use]
    pub fn for_solver(&self) -> [u8; Self::LENGTH] {
        let mut bytes = [0; Self::LENGTH];
        bytes[..4].copy_from_slice(&self.effort.0.to_be_bytes());
        bytes[4..].copy_from_slice(&self.seal);
        bytes
    }

    /// Does the work.
    #[must_use]
    pub fn solve(self) -> Solution {
        let mut answers = [0; PARTS];
        for (part, answer) in (0..).zip(&mut answers) {
            while !self.is_answered(part, *answer) {
                *answer = answer.wrapping_add(1);
            }
        }
        Solution { challenge: self, answers }
    }

    fn is_answered(&self, part: u32, answer: u32) -> bool {
        self.result(part, answer).is_some_and(|result| result <= self.effort.bound())
    }

    /// The first four bytes of scrypt, with part and answer as the password. `None` never comes: the
    /// parameters are fixed and in bounds.
    fn result(&self, part: u32, answer: u32) -> Option<u32> {
        let mut password = [0; 8];
        password[..4].copy_from_slice(&part.to_be_bytes());
        password[4..].copy_from_slice(&answer.to_be_bytes());
        let parameters = Params::new(LOG_N, BLOCK, 1).ok()?;
        let mut derived = [0; 32];
        scrypt(&password, &self.seal, &parameters, &mut derived).ok()?;
        Some(u32::from_be_bytes(*derived.first_chunk()?))
    }
}

impl Solution {
    /// Whether each part is answered.
    #[must_use]
    pub fn is_right(&self) -> bool {
        (0..).zip(&self.answers).all(|(part, answer)| self.challenge.is_answered(part, *answer))
    }

    /// Work that a browser did: the challenge, and the answers as the worker gives them.
    #[must_use]
    pub fn from_solver(challenge: Challenge, bytes: &[u8; 4 * PARTS]) -> Self {
        let mut answers = [0; PARTS];
        for (answer, bytes) in answers.iter_mut().zip(bytes.as_chunks().0) {
            *answer = u32::from_be_bytes(*bytes);
        }
        Self { challenge, answers }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn challenge(effort: Effort, salt: u8) -> Challenge {
        Challenge { issued: Moment::default(), effort, seal: [salt; 32] }
    }

    /// Python: `hashlib.scrypt(pack(">II", 2, 1000), salt=bytes([7] * 32), n=128, r=8, p=1)`.
    #[test]
    fn the_work_is_scrypt_as_others_know_it() {
        assert_eq!(challenge(Effort::FIRST, 7).result(2, 1_000), Some(KNOWN));
    }

    const KNOWN: u32 = 0xd34e_fcf0;

    #[test]
    fn what_is_solved_is_right_and_nothing_else_is() {
        let solution = challenge(Effort::FIRST, 1).solve();
        assert!(solution.is_right());
        let wrong = |change: &dyn Fn(&mut Solution)| {
            let mut other = solution;
            change(&mut other);
            !other.is_right()
        };
        assert!(wrong(&|other| other.challenge.seal[0] ^= 1), "for another challenge");
        assert!(wrong(&|other| other.challenge.effort = Effort(1 << 30)), "for a harder one");
        for part in 0..PARTS {
            assert!(wrong(&|other| other.answers[part] = u32::MAX), "part {part}");
        }
        let nothing = Solution { answers: [u32::MAX; PARTS], ..solution };
        assert!(!nothing.is_right());
    }

    #[test]
    fn twice_the_effort_takes_about_twice_the_tries() {
        let tries = |effort| -> u32 {
            let all = (0..20).map(|salt| challenge(effort, salt).solve());
            all.flat_map(|solution| solution.answers).map(|answer| answer + 1).sum()
        };
        let (less, more) = (tries(Effort(4)), tries(Effort(8)));
        assert!((250..400).contains(&less), "80 parts of 4 took {less}");
        assert!((480..820).contains(&more), "80 parts of 8 took {more}");
    }

    #[test]
    fn work_that_was_asked_a_moment_ago_does_unless_much_more_is_asked_now() {
        let first = Effort::FIRST;
        assert!(first.does_for(first) && Effort::doubled(3).does_for(first));
        assert!(first.does_for(Effort::doubled(2)));
        assert!(!first.does_for(Effort::doubled(3)));
    }

    #[test]
    fn what_a_browser_answers_is_read_as_it_was_written() {
        let solution = challenge(Effort::FIRST, 3).solve();
        let bytes: Vec<u8> =
            solution.answers.iter().flat_map(|answer| answer.to_be_bytes()).collect();
        let read = Solution::from_solver(solution.challenge, bytes.as_slice().try_into().unwrap());
        assert_eq!(read, solution);
        assert_eq!(solution.challenge.for_solver()[..4], [0, 0, 0, 32]);
    }
}
