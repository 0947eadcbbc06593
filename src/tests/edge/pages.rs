//! Pages and status as they come out of the house.

use axum::http::{StatusCode, header};

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
