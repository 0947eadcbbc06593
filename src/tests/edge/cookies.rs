//! Signing in and out, and the cookies of it.

use axum::http::{StatusCode, header};
use veiligchat::{
    host::config::Transport,
    protocol::{DutyWish, Refusal, SetDuty, VERSION},
};

use super::site::{Answer, Site};

const DUTY: SetDuty = SetDuty { version: VERSION, wish: DutyWish::Off };

/// Whether the session in these cookies is one.
async fn is_in(site: &Site, cookies: &str) -> bool {
    let (_, answer) = site.call::<_, ()>("/api/worker/duty", cookies, &DUTY).await;
    assert!(matches!(answer, Ok(()) | Err(Refusal::NotSignedIn)), "{answer:?}");
    answer.is_ok()
}

async fn sign_in(site: &Site, cookies: &str, form: &str) -> Answer {
    site.post_form("/inloggen", cookies, form).await
}

const ANNA: &str = "name=anna&password=anna-demo-wachtwoord";

#[tokio::test]
async fn signing_in_sets_a_session_that_no_script_and_no_other_site_gets() {
    let site = Site::open().await;
    let answer = sign_in(&site, "", ANNA).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert_eq!(answer.headers[header::LOCATION], "/werkplek");
    let cookies = answer.cookies();
    assert_eq!(cookies.len(), 2);
    for cookie in &cookies {
        assert!(cookie.ends_with("; Path=/; HttpOnly; SameSite=Strict; Secure"), "{cookie}");
        assert!(!cookie.contains("Domain"), "{cookie}");
    }
    assert!(cookies[0].starts_with("__Host-sessie=") && !cookies[0].contains("Max-Age"));
    assert!(cookies[1].starts_with("__Host-apparaat=") && cookies[1].contains("Max-Age"));
    assert!(is_in(&site, &answer.cookies_to_send()).await);
    assert_eq!(site.get("/werkplek", &answer.cookies_to_send()).await.status, StatusCode::OK);
}

#[tokio::test]
async fn on_plain_loopback_the_cookie_goes_without_prefix_and_secure() {
    let site = Site::over(Transport::PlainLoopback).await;
    let answer = sign_in(&site, "", ANNA).await;
    for cookie in answer.cookies() {
        assert!(!cookie.contains("__Host-") && !cookie.contains("Secure"), "{cookie}");
        assert!(cookie.contains("HttpOnly; SameSite=Strict"), "{cookie}");
    }
    assert!(is_in(&site, &answer.cookies_to_send()).await);
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_name_are_told_the_same() {
    let site = Site::open().await;
    let wrong = sign_in(&site, "", "name=anna&password=verkeerd").await;
    let unknown = sign_in(&site, "", "name=niemand&password=verkeerd").await;
    for answer in [&wrong, &unknown] {
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
        assert!(answer.cookies().is_empty());
    }
    let told = |answer: &Answer| {
        let page = answer.text();
        // All but the nonce of the answer.
        page.split('"').filter(|part| part.len() != nonce_length(&page)).collect::<String>()
    };
    assert_eq!(told(&wrong), told(&unknown));
}

fn nonce_length(page: &str) -> usize {
    let (_, rest) = page.split_once("nonce=\"").unwrap();
    rest.find('"').unwrap()
}

#[tokio::test]
async fn guessing_goes_on_only_for_a_while() {
    let site = Site::open().await;
    let mut tries = 0;
    loop {
        let answer = sign_in(&site, "", "name=anna&password=verkeerd").await;
        tries += 1;
        if answer.status == StatusCode::TOO_MANY_REQUESTS {
            break;
        }
        assert!(tries < 100, "nobody is ever stopped");
    }
}

#[tokio::test]
async fn signing_in_again_ends_the_former_session() {
    let site = Site::open().await;
    let first = sign_in(&site, "", ANNA).await.cookies_to_send();
    let second = sign_in(&site, &first, ANNA).await.cookies_to_send();
    assert_ne!(first, second);
    assert!(!is_in(&site, &first).await);
    assert!(is_in(&site, &second).await);
}

#[tokio::test]
async fn signing_out_ends_the_session_and_takes_the_cookie() {
    let site = Site::open().await;
    let cookies = site.sign_in("anna").await;
    let answer = site.post_form("/uitloggen", &cookies, "").await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert_eq!(answer.headers[header::LOCATION], "/inloggen");
    let removed = answer.cookies();
    assert!(
        removed.len() == 1 && removed[0].starts_with("__Host-sessie=; Max-Age=0;"),
        "{removed:?}"
    );
    assert!(!is_in(&site, &cookies).await);
    let desk = site.get("/werkplek", &cookies).await;
    assert_eq!(desk.headers[header::LOCATION], "/inloggen");
}

#[tokio::test]
async fn nothing_changes_by_get_and_get_sets_no_cookie() {
    let site = Site::open().await;
    let cookies = site.sign_in("anna").await;
    let functions = server_fn::axum::server_fn_paths().map(|(path, _)| path);
    let pages = ["/", "/chat", "/privacy", "/toegankelijkheid", "/inloggen", "/werkplek"];
    let others = ["/uitloggen", "/status", "/nergens"];
    for path in pages.into_iter().chain(others).chain(functions) {
        let answer = site.get(path, &cookies).await;
        assert!(answer.cookies().is_empty(), "{path}");
        let refused = answer.status.is_client_error();
        assert_eq!(refused, !pages.contains(&path) && path != "/status", "{path}");
    }
    assert!(is_in(&site, &cookies).await);
}

#[tokio::test]
async fn a_form_from_another_site_is_refused() {
    let site = Site::open().await;
    let cookies = site.sign_in("anna").await;
    for (path, form) in [("/inloggen", ANNA), ("/uitloggen", "")] {
        let request = axum::http::Request::post(path)
            .header(header::HOST, "chat.example")
            .header(header::COOKIE, &cookies)
            .header("sec-fetch-site", "cross-site")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        let answer = site.ask(request.body(form.to_owned().into()).unwrap()).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path}");
        assert!(answer.cookies().is_empty(), "{path}");
    }
    assert!(is_in(&site, &cookies).await);
}
