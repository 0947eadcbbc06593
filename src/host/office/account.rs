//! `/beheer/account`: everybody's own password, second factor and sessions.

use axum::{
    http::StatusCode,
    response::Response,
    routing::{get, post},
};
use leptos::prelude::*;

use super::{Fields, Office, Right, Route, clock::stamp};
use crate::{
    host::{
        invitation::password_trouble,
        qr, second_step,
        session::{first_page, see},
    },
    service::{
        account::{AccountError, Enrolment, OwnError, Password, RecoveryCode, ShownOnce},
        records::SessionId,
    },
    ui::{
        office::{
            Done, Notice, Section,
            account::{AccountPage, AccountSeen, AccountTrouble, SessionRow},
            factor::{CodeTrouble, EnrolForm, RecoveryCodes},
        },
        text::office::{account::Account, entering::Entering, frame::Frame},
    },
};

/// The pages of one's own account.
pub const ROUTES: &[Route] = &[
    Route { path: ACCOUNT, right: Right::Staff, methods: || get(show) },
    Route { path: PASSWORD, right: Right::Staff, methods: || post(change_password) },
    Route { path: FACTOR, right: Right::Staff, methods: || get(prepared).post(factor) },
    Route { path: FIRST_CODE, right: Right::Staff, methods: || post(first_code) },
    Route { path: RECOVERY, right: Right::Staff, methods: || get(codes).post(codes_kept) },
    Route { path: SESSIONS, right: Right::Staff, methods: || post(end_sessions) },
];

const ACCOUNT: &str = "/beheer/account";
const PASSWORD: &str = "/beheer/account/wachtwoord";
const FACTOR: &str = "/beheer/account/code";
const FIRST_CODE: &str = "/beheer/account/code/eerste";
const RECOVERY: &str = "/beheer/account/herstelcodes";
const SESSIONS: &str = "/beheer/account/sessies";

async fn show(office: Office) -> Response {
    let text = Account::of(office.language);
    let notice = match office.asked("gelukt") {
        "wachtwoord" => Some(Notice::Done(text.changed.to_owned())),
        "herstelcode" => {
            let left = office.edge.rooms().accounts.recovery_left(&office.who).await;
            let left = left.ok().flatten().unwrap_or_default().to_string();
            Some(Notice::Done(text.recovery_used.with(&[&left])))
        }
        _ => office.notice(),
    };
    again(office, StatusCode::OK, AccountTrouble::default(), notice).await
}

/// The page with what is wrong with what was typed.
async fn again(
    office: Office,
    status: StatusCode,
    trouble: AccountTrouble,
    notice: Option<Notice>,
) -> Response {
    let (seen, notice) = match gather(&office, trouble).await {
        Ok(seen) => (seen, notice),
        Err(error) => {
            let failed = office.failed(&error);
            return office.page(status, Section::Account, Some(failed), || ()).await;
        }
    };
    let language = office.language;
    office
        .page(status, Section::Account, notice, move || {
            view! { <AccountPage seen=seen.clone() language /> }
        })
        .await
}

async fn gather(office: &Office, trouble: AccountTrouble) -> Result<AccountSeen, AccountError> {
    let accounts = &office.edge.rooms().accounts;
    let recovery_left = accounts.recovery_left(&office.who).await?;
    let sessions =
        accounts.own_sessions(&office.who).await?.into_iter().map(|session| SessionRow {
            id: session.id.0,
            since: stamp(session.created),
            last_used: stamp(session.last_seen),
            is_this: session.id == office.who.session,
        });
    Ok(AccountSeen { recovery_left, sessions: sessions.collect(), trouble })
}

/// What is told at the top, and with which status, when something was not done.
fn refused(office: &Office, error: &OwnError) -> (StatusCode, Notice) {
    let text = Frame::of(office.language);
    match error {
        OwnError::Internal(error) => (StatusCode::SERVICE_UNAVAILABLE, office.failed(error)),
        OwnError::TooMany { .. } => {
            let words = Entering::of(office.language).too_many;
            (StatusCode::TOO_MANY_REQUESTS, Notice::Trouble(words.to_owned()))
        }
        OwnError::Wrong | OwnError::New(_) | OwnError::NoFactor => {
            (UNPROCESSABLE, Notice::Trouble(text.not_saved.to_owned()))
        }
    }
}

const UNPROCESSABLE: StatusCode = StatusCode::UNPROCESSABLE_ENTITY;

async fn change_password(office: Office, fields: Fields) -> Response {
    let text = Account::of(office.language);
    let new = fields.get("nieuw");
    let mut trouble = AccountTrouble::default();
    if new != fields.get("nogmaals") {
        Entering::of(office.language).not_same.clone_into(&mut trouble.again);
        let notice = Notice::Trouble(Frame::of(office.language).not_saved.to_owned());
        return again(office, UNPROCESSABLE, trouble, Some(notice)).await;
    }
    let (old, new) = (fields.get("oud").to_owned(), new.to_owned());
    let accounts = &office.edge.rooms().accounts;
    let changed =
        accounts.change_password(&office.who, Password::typed(old), Password::typed(new)).await;
    match changed {
        Ok(()) => {
            off_other_desks(&office).await;
            see(&office.language.address("/beheer/account?gelukt=wachtwoord"))
        }
        Err(error) => {
            match &error {
                OwnError::New(error) => {
                    password_trouble(*error, office.language).clone_into(&mut trouble.new);
                }
                OwnError::Wrong => text.wrong.clone_into(&mut trouble.old),
                OwnError::TooMany { .. } | OwnError::NoFactor | OwnError::Internal(_) => {}
            }
            let (status, notice) = refused(&office, &error);
            again(office, status, trouble, Some(notice)).await
        }
    }
}

/// Sessions have ended elsewhere: unless this one has the desk, nobody has it now.
async fn off_other_desks(office: &Office) {
    if office.who.shift_key.is_none() {
        let ended = office.edge.rooms().switchboard.signed_out(office.who.staff).await;
        if let Err(error) = ended {
            tracing::error!(%error, "somebody could not be taken off duty");
        }
    }
}

/// Begins a second factor, or makes new recovery codes: both after the password.
async fn factor(office: Office, fields: Fields) -> Response {
    let accounts = &office.edge.rooms().accounts;
    let password = Password::typed(fields.get("wachtwoord").to_owned());
    let (done, path) = if fields.get("wat") == "herstelcodes" {
        (accounts.renew_recovery(&office.who, password).await, RECOVERY)
    } else {
        (accounts.prepare_factor(&office.who, password).await, FACTOR)
    };
    match done {
        Ok(()) => see(&office.language.address(path)),
        Err(error) => {
            let mut trouble = AccountTrouble::default();
            if matches!(error, OwnError::Wrong) {
                Account::of(office.language).wrong.clone_into(&mut trouble.factor);
            }
            let (status, notice) = refused(&office, &error);
            again(office, status, trouble, Some(notice)).await
        }
    }
}

async fn prepared(office: Office) -> Response {
    enrol(office, StatusCode::OK, None).await
}

async fn enrol(office: Office, status: StatusCode, trouble: Option<CodeTrouble>) -> Response {
    let Some(enrolment) = office.edge.rooms().accounts.prepared_factor(&office.who) else {
        return see(&office.language.address(ACCOUNT));
    };
    let language = office.language;
    let Enrolment { text, address } = enrolment;
    let (key, squares) = (text.to_string(), qr::squares(&address));
    office
        .page(status, Section::Account, None, move || {
            let (key, squares) = (key.clone(), squares.clone());
            let action = language.address(FIRST_CODE);
            view! { <EnrolForm action key squares trouble language /> }
        })
        .await
}

async fn first_code(office: Office, fields: Fields) -> Response {
    let made = office.edge.rooms().accounts.finish_factor(&office.who, fields.get("code")).await;
    let Err(error) = made else { return see(&office.language.address(RECOVERY)) };
    if let Some((trouble, status)) = second_step::trouble(error) {
        return enrol(office, status, Some(trouble)).await;
    }
    let words = Account::of(office.language).gone.to_owned();
    let trouble = AccountTrouble::default();
    again(office, UNPROCESSABLE, trouble, Some(Notice::Trouble(words))).await
}

async fn codes(office: Office) -> Response {
    let codes = match office.edge.rooms().accounts.shown_once(&office.who) {
        Some(ShownOnce::Recovery(codes)) => codes,
        Some(ShownOnce::Link(..)) | None => Vec::new(),
    };
    let codes: Vec<String> = codes.iter().map(RecoveryCode::to_text).collect();
    let language = office.language;
    let after = office.asked("na") == "inloggen";
    let path = if after { "/beheer/account/herstelcodes?na=inloggen" } else { RECOVERY };
    let action = language.address(path);
    office
        .page(StatusCode::OK, Section::Account, None, move || {
            let (action, codes) = (action.clone(), codes.clone());
            view! { <RecoveryCodes action codes language /> }
        })
        .await
}

async fn codes_kept(office: Office) -> Response {
    office.edge.rooms().accounts.put_away(&office.who);
    if office.asked("na") == "inloggen" {
        return see(&office.language.address(first_page(office.who.role)));
    }
    office.done(ACCOUNT, Done::Saved)
}

async fn end_sessions(office: Office, fields: Fields) -> Response {
    let accounts = &office.edge.rooms().accounts;
    let ended = match fields.get("sessie").parse() {
        Ok(number) => accounts.end_own_session(&office.who, SessionId(number)).await,
        Err(_) => accounts.end_other_sessions(&office.who).await.map(|_| ()),
    };
    match ended {
        Ok(()) => {
            off_other_desks(&office).await;
            office.done(ACCOUNT, Done::Removed)
        }
        Err(error) => {
            let notice = office.failed(&error);
            let status = StatusCode::SERVICE_UNAVAILABLE;
            again(office, status, AccountTrouble::default(), Some(notice)).await
        }
    }
}
