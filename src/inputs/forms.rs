//! What browsers send beside the server functions: forms of the office, cookies, codes.

use axum::http::{HeaderMap, HeaderValue, header};

use super::done;
use crate::{
    domain::{
        hours::Hours,
        moment::Moment,
        staffing::{ShownName, SignInName},
    },
    host::{
        config::Transport,
        context::{Cookie, cookie},
        office::{Fields, hours, questions},
    },
    service::{
        account::{DeviceToken, HalfToken, InvitationToken, SessionToken, is_right_code},
        records::FactorSecret,
    },
};

const NOW: Moment = Moment::from_millis(1_799_147_000_000);

/// Lines of a name, an equals sign and a value.
fn fields(bytes: &[u8]) -> Fields {
    let text = String::from_utf8_lossy(bytes);
    let pairs = text.lines().filter_map(|line| line.split_once('='));
    pairs.map(|(name, value)| (name.to_owned(), value.replace('|', "\n"))).collect()
}

/// The rows of the week, the holidays and the closures.
pub fn hours_form(bytes: &[u8]) {
    let mut typed = hours::reading::typed(&fields(bytes));
    let read = hours::reading::read(&mut typed, &Hours::default(), NOW);
    if let Some(hours) = read {
        // What is stored can be asked for a year of days.
        done(hours.status(NOW));
    }
}

/// The questions before the chat.
pub fn questions_form(bytes: &[u8]) {
    let mut typed = questions::reading::typed(&fields(bytes));
    done(questions::reading::read(&mut typed));
}

/// The value of a `Cookie` header.
pub fn cookies(bytes: &[u8]) {
    let Ok(value) = HeaderValue::from_bytes(bytes) else { return };
    let mut headers = HeaderMap::new();
    headers.append(header::COOKIE, value);
    for transport in [Transport::Https, Transport::PlainLoopback] {
        for which in [Cookie::Session, Cookie::Device, Cookie::Half] {
            let Some(token) = cookie(&headers, which, transport) else { continue };
            // What is taken for a token is one, to the letter.
            for text in [
                SessionToken::parse(&token).map(|token| token.to_text()),
                DeviceToken::parse(&token).map(|token| token.to_text()),
                HalfToken::parse(&token).map(|token| token.to_text()),
                InvitationToken::parse(&token).map(|token| token.to_text()),
            ] {
                assert!(text.is_none_or(|text| text == token));
            }
        }
    }
}

/// What is typed as a code, or as a name.
pub fn codes(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let secret = FactorSecret::from_bytes([7; 20]);
    let right = is_right_code(&secret, text, NOW);
    assert!(!right || text.chars().filter(char::is_ascii_digit).count() == 6);
    done(SignInName::parse(text));
    done(ShownName::parse(text));
}
