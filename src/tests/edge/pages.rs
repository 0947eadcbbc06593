//! Pages and status as they come out of the house.

use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};

use super::site::Site;

#[tokio::test]
async fn the_status_follows_who_is_on_duty_and_anybody_may_read_it() {
    let site = Site::open().await;
    let before = site.get("/status", "").await;
    assert_eq!(before.status, StatusCode::OK);
    assert_eq!(before.headers[header::CONTENT_TYPE], "application/json");
    assert_eq!(before.headers[header::CACHE_CONTROL], "public, max-age=5");
    assert_eq!(before.headers[header::ACCESS_CONTROL_ALLOW_ORIGIN], "*");
    assert_eq!(before.headers["cross-origin-resource-policy"], "cross-origin");
    assert!(before.text().contains(r#""status":"unattended""#), "{}", before.text());

    site.with_anna_on_duty().await;
    let after = site.get("/status", "").await.text();
    assert!(after.contains(r#""status":"open""#) && after.contains("De chat is open"), "{after}");
    let english = site.get("/status?taal=en", "").await.text();
    assert!(english.contains(r#""status":"open""#) && !english.contains("De chat"), "{english}");
}

#[tokio::test]
async fn visitors_pages_are_packed_and_nothing_with_a_secret_is() {
    let site = Site::open().await;
    let anna = site.sign_in("anna").await;
    let asked = |path: &str, coding: &str| {
        Request::get(path)
            .header(header::ACCEPT_ENCODING, coding)
            .header(header::COOKIE, &anna)
            .body(Body::empty())
            .unwrap()
    };
    for path in ["/", "/chat", "/privacy", "/toegankelijkheid"] {
        let packed = site.ask(asked(path, "gzip, deflate, br")).await;
        assert_eq!(packed.headers[header::CONTENT_ENCODING], "br", "{path}");
        assert_eq!(packed.headers[header::VARY], "accept-encoding", "{path}");
        let plain = site.ask(asked(path, "identity")).await;
        assert!(!plain.headers.contains_key(header::CONTENT_ENCODING), "{path}");
        assert!(packed.body.len() * 2 < plain.body.len(), "{path}");
        assert_eq!(packed.headers[header::CACHE_CONTROL], "no-store", "{path}");
    }
    for path in ["/werkplek", "/beheer/account", "/inloggen", "/status", "/nergens"] {
        let answer = site.ask(asked(path, "br")).await;
        assert!(!answer.headers.contains_key(header::CONTENT_ENCODING), "{path}");
    }
}

#[tokio::test]
async fn each_language_stands_on_every_page_of_visitors_with_its_direction() {
    let site = Site::open().await;
    for path in ["/", "/chat", "/privacy", "/toegankelijkheid", "/nergens"] {
        let arabic = site.get(&format!("{path}?taal=ar"), "").await.text();
        assert!(arabic.contains(r#"<html lang="ar" dir="rtl""#), "{path}");
        for other in ["Nederlands", "English", "العربية"] {
            assert!(arabic.contains(other), "{path}: {other}");
        }
        let dutch = site.get(path, "").await.text();
        assert!(dutch.contains(r#"<html lang="nl" dir="ltr""#), "{path}");
        assert!(dutch.contains(&format!(r#"href="{path}?taal=ar""#)), "{path}");
    }
    let desk = site.get("/inloggen?taal=ar", "").await.text();
    assert!(desk.contains(r#"<html lang="nl""#) && !desk.contains("العربية"));
}

#[tokio::test]
async fn a_page_carries_the_words_of_its_own_language_and_no_header_chooses_it() {
    let site = Site::open().await;
    let request = Request::get("/chat").header(header::ACCEPT_LANGUAGE, "ar, en;q=0.8");
    let dutch = site.ask(request.body(Body::empty()).unwrap()).await.text();
    assert!(dutch.contains("Huisregels") && !dutch.contains("House rules"), "{dutch}");
    for (address, file, words) in [
        ("/chat", "words-nl.txt", "Je bent nummer {} in de wachtrij."),
        ("/chat?taal=en", "words-en.txt", "You are number {} in the queue."),
        ("/chat?taal=ar", "words-ar.txt", "رقمك في قائمة الانتظار هو"),
    ] {
        let page = site.get(address, "").await.text();
        assert!(page.contains(&format!("data-words=\"{file}\"")), "{address}");
        let folder = page.split("data-folder=\"").nth(1).unwrap().split('"').next().unwrap();
        let carried = site.get(&format!("{folder}/{file}"), "").await.text();
        assert!(carried.contains(words) && !page.contains(words), "{address}");
    }
}

#[tokio::test]
async fn every_visitors_page_has_the_way_out_and_the_phone_number() {
    let site = Site::open().await;
    for path in ["/", "/chat", "/privacy", "/toegankelijkheid", "/nergens", "/chat?taal=en"] {
        let page = site.get(path, "").await.text();
        assert!(page.contains("0800-2000") && page.contains("112"), "{path}");
        let way_out =
            if path.contains("taal=en") { "Leave this site" } else { "Verlaat deze site" };
        assert!(page.contains(way_out), "{path}");
    }
}

#[tokio::test]
async fn the_desk_is_for_who_is_signed_in_and_has_a_region() {
    let site = Site::open().await;
    let nobody = site.get("/werkplek", "").await;
    assert_eq!(nobody.status, StatusCode::SEE_OTHER);
    assert_eq!(nobody.headers[header::LOCATION], "/inloggen");
    let english = site.get("/werkplek?taal=en", "").await;
    assert_eq!(english.headers[header::LOCATION], "/inloggen?taal=en");
    let anna = site.sign_in("anna").await;
    let desk = site.get("/werkplek", &anna).await;
    assert!(desk.text().contains("desk_loader") || desk.text().contains("Anna"));
}
