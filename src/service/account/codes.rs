//! Time-based codes (RFC 6238: SHA-1, six digits, a new one every thirty seconds).

use std::{fmt::Write as _, time::Duration};

use totp_rs::{Algorithm, Builder, Secret, Totp};
use zeroize::Zeroizing;

use crate::{
    domain::{moment::Moment, staffing::SignInName},
    service::records::{CodeStep, FactorSecret},
};

/// How long a code is shown.
const STEP: u64 = 30;

/// How many steps a clock may be off: one that is off by less than a minute works.
const TOLERANCE: u16 = 2;

/// How many steps off a code is still known for one of a wrong clock: ten minutes.
const RECOGNISED: u16 = 20;

/// What authenticators show above the codes.
const ISSUER: &str = "Veiligchat";

/// How a clock is off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Drift {
    /// It is ahead of ours, by whole minutes.
    Ahead(u64),
    /// It is behind ours, by whole minutes.
    Behind(u64),
}

/// What a code turns out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Checked {
    /// The code of about now.
    Right(CodeStep),
    /// A code of another time: the clock of the device is off.
    OffBy(Drift),
    /// No code of any time around now.
    Wrong,
}

/// Checks what somebody typed; spaces in it do not matter.
pub(super) fn check(secret: &FactorSecret, typed: &str, now: Moment) -> Checked {
    let typed: Zeroizing<String> =
        Zeroizing::new(typed.chars().filter(|letter| !letter.is_whitespace()).collect());
    let seconds = u64::try_from(now.as_millis() / 1_000).unwrap_or(0);
    if let Some(step) = totp(secret, TOLERANCE).check(&typed, seconds) {
        return Checked::Right(CodeStep(step));
    }
    let Some(step) = totp(secret, RECOGNISED).check(&typed, seconds) else {
        return Checked::Wrong;
    };
    let here = seconds / STEP;
    let minutes = Duration::from_secs(step.abs_diff(here) * STEP).as_secs().div_ceil(60);
    Checked::OffBy(if step > here { Drift::Ahead(minutes) } else { Drift::Behind(minutes) })
}

/// Whether somebody typed the right code, for whoever tries everything that can be typed.
#[cfg(any(test, fuzzing))]
#[must_use]
pub fn is_right_code(secret: &FactorSecret, typed: &str, now: Moment) -> bool {
    matches!(check(secret, typed, now), Checked::Right(_))
}

fn totp(secret: &FactorSecret, tolerance: u16) -> Totp {
    Builder::new()
        .with_algorithm(Algorithm::SHA1)
        .with_digits(6)
        .with_step_duration(STEP)
        .with_skew(tolerance)
        .with_secret(Secret::new_stack(*secret.as_bytes()))
        .build_noncompliant()
}

/// What somebody puts into their authenticator.
#[derive(Clone)]
pub struct Enrolment {
    /// The secret as people type it: groups of four letters and digits.
    pub text: Zeroizing<String>,
    /// The same as the address that a camera reads (`otpauth://`).
    pub address: Zeroizing<String>,
}

impl Enrolment {
    pub(super) fn of(secret: &FactorSecret, name: &SignInName) -> Self {
        let text = Zeroizing::new(Secret::new_stack(*secret.as_bytes()).to_base32());
        let mut grouped = Zeroizing::new(String::new());
        for (place, letter) in text.chars().enumerate() {
            if place > 0 && place % 4 == 0 {
                grouped.push(' ');
            }
            grouped.push(letter);
        }
        let account = percent_encoded(name.as_str());
        let address = Zeroizing::new(format!(
            "otpauth://totp/{ISSUER}:{account}?secret={}&issuer={ISSUER}",
            text.as_str()
        ));
        Self { text: grouped, address }
    }
}

impl std::fmt::Debug for Enrolment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("[redacted]")
    }
}

/// RFC 3986 section 2.1.
fn percent_encoded(text: &str) -> String {
    text.bytes().fold(String::new(), |mut encoded, byte| {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_') {
            encoded.push(char::from(byte));
        } else {
            // Writing to a string never fails.
            let _ = write!(encoded, "%{byte:02X}");
        }
        encoded
    })
}

#[cfg(test)]
pub(super) fn code_at(secret: &FactorSecret, moment: Moment) -> String {
    totp(secret, 0).generate(u64::try_from(moment.as_millis() / 1_000).unwrap()).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The secret of RFC 6238 appendix B.
    const SECRET: FactorSecret = FactorSecret::from_bytes(*b"12345678901234567890");

    fn at(seconds: i64) -> Moment {
        Moment::from_millis(seconds * 1_000)
    }

    #[test]
    fn codes_are_those_of_rfc_6238() {
        // Appendix B, of which six digits are the last six of eight.
        for (seconds, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ] {
            assert_eq!(code_at(&SECRET, at(seconds)), code);
            let step = CodeStep(u64::try_from(seconds).unwrap() / 30);
            assert_eq!(check(&SECRET, code, at(seconds)), Checked::Right(step));
        }
    }

    #[test]
    fn a_clock_may_be_off_by_less_than_a_minute_and_is_told_when_it_is_off_by_more() {
        let now = 1_800_000_000;
        for second in 0..30 {
            let now = now + second;
            for off in [-59, -31, 0, 31, 59] {
                let code = code_at(&SECRET, at(now + off));
                assert!(matches!(check(&SECRET, &code, at(now)), Checked::Right(_)), "{off}");
            }
            let ahead = check(&SECRET, &code_at(&SECRET, at(now + 120)), at(now));
            assert_eq!(ahead, Checked::OffBy(Drift::Ahead(2)));
            let behind = check(&SECRET, &code_at(&SECRET, at(now - 120)), at(now));
            assert_eq!(behind, Checked::OffBy(Drift::Behind(2)));
            let hour = check(&SECRET, &code_at(&SECRET, at(now + 3_600)), at(now));
            assert_eq!(hour, Checked::Wrong);
        }
    }

    #[test]
    fn spaces_do_not_matter_and_anything_else_is_wrong() {
        assert!(matches!(check(&SECRET, " 287 082 ", at(59)), Checked::Right(_)));
        for typed in ["", "28708", "2870822", "+87082", "２８７０８２", "abcdef"] {
            assert_eq!(check(&SECRET, typed, at(59)), Checked::Wrong, "{typed}");
        }
    }

    #[test]
    fn an_authenticator_gets_the_secret_as_text_and_as_an_address() {
        let name = SignInName::parse("zoë.b").unwrap();
        let enrolment = Enrolment::of(&SECRET, &name);
        assert_eq!(*enrolment.text, "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
        assert_eq!(
            *enrolment.address,
            "otpauth://totp/Veiligchat:zo%C3%AB.b?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ\
             &issuer=Veiligchat"
        );
        assert_eq!(format!("{enrolment:?}"), "[redacted]");
    }
}
