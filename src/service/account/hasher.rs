//! Argon2id, beside everything else.

use std::sync::{Arc, Mutex, PoisonError};

use argon2::{
    Algorithm, Argon2, Block, Params, Version,
    password_hash::phc::{Output, ParamsString, PasswordHash as Phc, Salt},
};
use futures::future::BoxFuture;
use tokio::sync::{mpsc, oneshot};

use super::{AccountError, Password};
use crate::service::records::PasswordHash;

/// How many passwords are worked on at a time: each takes memory and a whole processor.
const AT_A_TIME: usize = 2;

/// How many may wait before whoever asks waits too.
const BACKLOG: usize = 16;

/// How much work a password is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cost {
    /// 19 MiB, two passes, one lane (OWASP Password Storage Cheat Sheet, Argon2id).
    Standard,
    /// As little as Argon2id allows: for simulations, never for a password that anybody has.
    Least,
}

impl Cost {
    fn argon2(self) -> Argon2<'static> {
        let params = match self {
            Self::Standard => Params::new(19 * 1024, 2, 1, None),
            Self::Least => Params::new(Params::MIN_M_COST, 1, 1, None),
        };
        let params = params.expect("both are within the bounds of Argon2");
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
    }
}

/// What a password is worked on in. Each thread has its own and keeps it: an allocator that gets 19
/// MiB back again and again may never return them.
type Memory = Vec<Block>;

type Work = Box<dyn FnOnce(&mut Memory) + Send>;

enum Place {
    /// Threads of its own, which end when this is dropped.
    Threads(mpsc::Sender<Work>),
    /// Whoever asks.
    Here,
}

/// Hashes and checks passwords.
pub struct Hasher {
    cost: Cost,
    place: Place,
}

impl Hasher {
    /// A hasher with threads of its own: at most two passwords at a time. Error: the system gives
    /// no thread.
    pub fn on_threads(cost: Cost) -> std::io::Result<Self> {
        let (sender, receiver) = mpsc::channel::<Work>(BACKLOG);
        let receiver = Arc::new(Mutex::new(receiver));
        for _ in 0..AT_A_TIME {
            let receiver = receiver.clone();
            let next =
                move || receiver.lock().unwrap_or_else(PoisonError::into_inner).blocking_recv();
            std::thread::Builder::new().name("passwords".to_owned()).spawn(move || {
                let mut memory = Memory::new();
                while let Some(work) = next() {
                    work(&mut memory);
                }
            })?;
        }
        Ok(Self { cost, place: Place::Threads(sender) })
    }

    /// A hasher that lets whoever asks do the work: for simulations and the command line.
    #[must_use]
    pub const fn here(cost: Cost) -> Self {
        Self { cost, place: Place::Here }
    }

    pub(super) fn hash(
        &self,
        password: Password,
        salt: [u8; 16],
    ) -> BoxFuture<'_, Result<PasswordHash, AccountError>> {
        let argon2 = self.cost.argon2();
        self.run(move |memory| {
            let output = digest(&argon2, &password, &salt, memory)?;
            let salt = Salt::new(&salt).map_err(|_| AccountError::Hashing)?;
            let params =
                ParamsString::try_from(argon2.params()).map_err(|_| AccountError::Hashing)?;
            Ok(PasswordHash::from_phc(phc(params, salt, output).to_string()))
        })
    }

    /// True when the hash is this password's.
    pub(super) fn verify(
        &self,
        password: Password,
        hash: PasswordHash,
    ) -> BoxFuture<'_, Result<bool, AccountError>> {
        self.run(move |memory| {
            let known = Phc::new(hash.as_str()).map_err(|_| AccountError::Hashing)?;
            let params = Params::try_from(&known).map_err(|_| AccountError::Hashing)?;
            let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
            let (Some(salt), Some(output)) = (&known.salt, &known.hash) else {
                return Err(AccountError::Hashing);
            };
            if known.algorithm != argon2::ARGON2ID_IDENT {
                return Err(AccountError::Hashing);
            }
            // Compared in a time that does not depend on where they differ.
            Ok(digest(&argon2, &password, salt.as_ref(), memory)? == *output)
        })
    }

    /// A hash that costs as much to check as any other and that, but for a chance of one in
    /// 2^256, no password has.
    pub(super) fn hash_of_nobody(&self, random: &[u8; 48]) -> PasswordHash {
        let argon2 = self.cost.argon2();
        let (salt, output) = random.split_at(16);
        let fits = "its length is within the bounds of a PHC string";
        let params = ParamsString::try_from(argon2.params()).expect(fits);
        let salt = Salt::new(salt).expect(fits);
        let output = Output::new(output).expect(fits);
        PasswordHash::from_phc(phc(params, salt, output).to_string())
    }

    fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Memory) -> Result<T, AccountError> + Send + 'static,
    ) -> BoxFuture<'_, Result<T, AccountError>> {
        match &self.place {
            Place::Here => Box::pin(std::future::ready(work(&mut Memory::new()))),
            Place::Threads(sender) => Box::pin(async move {
                let (answer, answered) = oneshot::channel();
                let work: Work = Box::new(move |memory| {
                    // Whoever asked may have gone.
                    let _ = answer.send(work(memory));
                });
                sender.send(work).await.map_err(|_| AccountError::Hashing)?;
                answered.await.map_err(|_| AccountError::Hashing)?
            }),
        }
    }
}

/// Works on a password, and leaves nothing of it in the memory.
fn digest(
    argon2: &Argon2<'_>,
    password: &Password,
    salt: &[u8],
    memory: &mut Memory,
) -> Result<Output, AccountError> {
    let mut output = [0; Params::DEFAULT_OUTPUT_LEN];
    memory.resize(argon2.params().block_count(), Block::new());
    let worked =
        argon2.hash_password_into_with_memory(password.as_bytes(), salt, &mut output, &mut *memory);
    memory.fill(Block::new());
    worked.map_err(|_| AccountError::Hashing)?;
    Output::new(&output).map_err(|_| AccountError::Hashing)
}

fn phc(params: ParamsString, salt: Salt, output: Output) -> Phc {
    Phc {
        algorithm: argon2::ARGON2ID_IDENT,
        version: Some(Version::V0x13.into()),
        params,
        salt: Some(salt),
        hash: Some(output),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn password(text: &str) -> Password {
        Password::typed(text.to_owned())
    }

    #[tokio::test]
    async fn a_hash_has_the_parameters_of_owasp_and_fits_its_password_only() {
        let hasher = Hasher::here(Cost::Standard);
        let hash = hasher.hash(password("kort en goed"), [7; 16]).await.unwrap();
        let parameters = "$argon2id$v=19$m=19456,t=2,p=1$";
        assert!(hash.as_str().starts_with(parameters), "{}", hash.as_str());
        assert!(hasher.verify(password("kort en goed"), hash.clone()).await.unwrap());
        assert!(!hasher.verify(password("kort en slecht"), hash.clone()).await.unwrap());
        let salted = hasher.hash(password("kort en goed"), [8; 16]).await.unwrap();
        assert_ne!(salted, hash);
    }

    #[tokio::test]
    async fn the_hash_of_nobody_is_as_much_work_as_any() {
        for cost in [Cost::Standard, Cost::Least] {
            let hasher = Hasher::here(cost);
            let nobody = hasher.hash_of_nobody(&[9; 48]);
            let somebody = hasher.hash(password("kort en goed"), [9; 16]).await.unwrap();
            // All but the output, the last part, is the same, and its length is.
            let parts = |hash: &PasswordHash| {
                let (before, output) = hash.as_str().rsplit_once('$').unwrap();
                (before.to_owned(), output.len())
            };
            assert_eq!(parts(&nobody), parts(&somebody));
            assert!(!hasher.verify(password("kort en goed"), nobody).await.unwrap());
        }
    }

    #[tokio::test]
    async fn a_hash_that_cannot_be_read_is_an_error_and_not_a_wrong_password() {
        let hasher = Hasher::here(Cost::Least);
        let broken = PasswordHash::from_phc("broken".to_owned());
        assert!(hasher.verify(password("kort en goed"), broken).await.is_err());
    }

    #[tokio::test]
    async fn threads_answer_everybody_at_most_two_at_a_time() {
        use std::sync::atomic::{AtomicUsize, Ordering};
        let hasher = Hasher::on_threads(Cost::Least).unwrap();
        let (busy, most) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
        let work = (0..20).map(|number| {
            let (busy, most) = (busy.clone(), most.clone());
            hasher.run(move |_| {
                most.fetch_max(busy.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                std::thread::sleep(std::time::Duration::from_millis(2));
                busy.fetch_sub(1, Ordering::SeqCst);
                Ok(number)
            })
        });
        let answers = futures::future::join_all(work).await;
        let answers: Vec<usize> = answers.into_iter().map(Result::unwrap).collect();
        assert_eq!(answers, (0..20).collect::<Vec<_>>());
        assert_eq!(most.load(Ordering::SeqCst), 2);
    }
}
