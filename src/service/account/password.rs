//! Passwords as people type and choose them.

use std::fmt;

use zeroize::Zeroizing;

use super::guessable::is_guessable;

/// Why a password cannot be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PasswordError {
    /// Fewer than 12 characters.
    #[error("a password has at least {} characters", ChosenPassword::SHORTEST)]
    TooShort,
    /// More than 128 characters.
    #[error("a password has at most {} characters", ChosenPassword::LONGEST)]
    TooLong,
    /// One of those that are tried first.
    #[error("this password is too easy to guess")]
    TooCommon,
}

/// A password as somebody typed it. It is never printed, and wiped when dropped.
#[derive(Clone)]
pub struct Password(Zeroizing<String>);

impl Password {
    /// What was typed, right or wrong.
    #[must_use]
    pub fn typed(text: String) -> Self {
        Self(Zeroizing::new(text))
    }

    pub(super) fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

/// A password that is good enough to be chosen.
#[derive(Debug, Clone)]
pub struct ChosenPassword(Password);

impl ChosenPassword {
    /// The fewest characters.
    pub const SHORTEST: usize = 12;
    /// The most characters.
    pub const LONGEST: usize = 128;

    /// Checks a password that somebody with these names wants to have (NIST SP 800-63B section
    /// 5.1.1: length, and not what is guessed first; nothing about kinds of characters).
    pub fn choose(password: Password, names: &[&str]) -> Result<Self, PasswordError> {
        let text = password.0.as_str();
        let length = text.chars().count();
        if length < Self::SHORTEST {
            return Err(PasswordError::TooShort);
        }
        if length > Self::LONGEST {
            return Err(PasswordError::TooLong);
        }
        if is_guessable(text, names) {
            return Err(PasswordError::TooCommon);
        }
        Ok(Self(password))
    }
}

impl From<ChosenPassword> for Password {
    fn from(chosen: ChosenPassword) -> Self {
        chosen.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn choose(text: &str) -> Result<(), PasswordError> {
        ChosenPassword::choose(Password::typed(text.to_owned()), &[]).map(|_| ())
    }

    #[test]
    fn a_password_is_long_and_not_the_first_that_is_tried() {
        for (text, expected) in [
            ("kort en goed", Ok(())),
            ("elf tekens!", Err(PasswordError::TooShort)),
            (&*"éèêëē".repeat(2), Err(PasswordError::TooShort)),
            (&*long(128), Ok(())),
            (&*long(129), Err(PasswordError::TooLong)),
            ("abcdeabcdeabcde", Err(PasswordError::TooCommon)),
            ("Wachtwoord123", Err(PasswordError::TooCommon)),
            ("veiligthuis123", Err(PasswordError::TooCommon)),
            ("aaaaaaaaaaaa", Err(PasswordError::TooCommon)),
            ("abcdabcdabcd", Err(PasswordError::TooCommon)),
            ("anna-demo-wachtwoord", Ok(())),
        ] {
            assert_eq!(choose(text), expected, "{text}");
        }
    }

    /// So many characters, of which none follows from the one before.
    fn long(length: usize) -> String {
        "een fiets met twaalf paarse wielen ".chars().cycle().take(length).collect()
    }

    #[test]
    fn a_password_is_not_printed() {
        let password = Password::typed("geheim geheim 1".to_owned());
        assert_eq!(format!("{password:?}"), "[redacted]");
    }
}
