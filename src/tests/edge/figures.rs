//! The figures and the live view as they come out of the house: who sees what, and what happens with
//! an address that asks something strange.

use axum::http::{StatusCode, header};

use super::site::Site;

const PATHS: [&str; 3] = ["/beheer", "/beheer/cijfers", "/beheer/cijfers.csv"];

#[tokio::test]
async fn figures_are_for_coordinators_and_administrators() {
    let site = Site::open().await;
    let [anna, karin, beheer] =
        [site.sign_in("anna").await, site.sign_in("karin").await, site.sign_in("beheer").await];
    for path in PATHS {
        assert_eq!(site.get(path, "").await.status, StatusCode::SEE_OTHER, "{path}");
        assert_eq!(site.get(path, &anna).await.status, StatusCode::FORBIDDEN, "{path}");
        assert_eq!(site.get(path, &karin).await.status, StatusCode::OK, "{path}");
        assert_eq!(site.get(path, &beheer).await.status, StatusCode::OK, "{path}");
    }
}

#[tokio::test]
async fn a_coordinator_sees_the_own_organisation_only() {
    let site = Site::open().await;
    let karin = site.sign_in("karin").await;
    for path in ["/beheer", "/beheer/cijfers?regio=twente", "/beheer/cijfers.csv?regio=twente"] {
        let page = site.get(path, &karin).await.text();
        assert!(page.contains("Utrecht") && !page.contains("Twente"), "{path}");
    }
    let beheer = site.sign_in("beheer").await;
    let page = site.get("/beheer/cijfers?regio=twente", &beheer).await.text();
    assert!(page.contains("Veilig Thuis Twente"));
}

#[tokio::test]
async fn an_address_that_asks_something_strange_is_told_so() {
    let site = Site::open().await;
    let beheer = site.sign_in("beheer").await;
    for (asked, words) in [
        ("periode=2026-13", "Deze periode kennen we niet"),
        ("periode=%3Cscript%3E", "Deze periode kennen we niet"),
        ("periode=2026-11&vergelijk=2026", "Met deze periode kunnen we niet vergelijken"),
        ("regio=nergens", "Deze organisatie kennen we niet"),
    ] {
        let answer = site.get(&format!("/beheer/cijfers?{asked}"), &beheer).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{asked}");
        let page = answer.text();
        assert!(page.contains(words) && page.contains("role=\"alert\""), "{asked}");
        assert!(!page.contains("<script>"), "{asked}");
        let file = site.get(&format!("/beheer/cijfers.csv?{asked}"), &beheer).await;
        assert_eq!(file.status, StatusCode::UNPROCESSABLE_ENTITY, "{asked}");
    }
    let unknown = site.get("/beheer/cijfers.csv?tabel=nergens", &beheer).await;
    assert_eq!(unknown.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(unknown.text().contains("Deze tabel kennen we niet"));
}

#[tokio::test]
async fn the_file_is_one_to_save_with_a_line_for_each_number() {
    let site = Site::open().await;
    let karin = site.sign_in("karin").await;
    let answer = site.get("/beheer/cijfers.csv?periode=2026-11&tabel=aanmeldingen", &karin).await;
    assert_eq!(answer.headers[header::CONTENT_TYPE], "text/csv; charset=utf-8");
    let place = answer.headers[header::CONTENT_DISPOSITION].to_str().unwrap();
    assert_eq!(place, "attachment; filename=\"cijfers-2026-11.csv\"");
    let expected = "\u{feff}Organisatie;Periode;Tabel;Regel;Aantal\n\
                    Veilig Thuis Utrecht;november 2026;Aanmeldingen;Geholpen;0\n\
                    Veilig Thuis Utrecht;november 2026;Aanmeldingen;Niet geholpen;0\n\
                    Veilig Thuis Utrecht;november 2026;Aanmeldingen;Totaal;0\n";
    assert_eq!(answer.text(), expected);
    let english = site.get("/beheer/cijfers.csv?periode=2026-11&taal=en", &karin).await.text();
    assert!(english.contains("November 2026;Sign-ups;Helped;0"));
}

#[tokio::test]
async fn a_period_without_anything_says_so_and_the_live_view_counts_who_is_on_duty() {
    let site = Site::open().await;
    let karin = site.sign_in("karin").await;
    let page = site.get("/beheer/cijfers?periode=2020", &karin).await.text();
    assert!(page.contains("Er zijn nog geen cijfers in deze periode"));
    let live = site.get("/beheer", &karin).await.text();
    assert!(live.contains("In dienst: 0. Wachten: 0. Gesprekken: 0."));
}
