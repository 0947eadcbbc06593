//! Opening hours that a coordinator publishes.

use axum::http::{StatusCode, header};
use veiligchat::domain::{
    hours::{Hours, Status, TimeOfDay, Weekday},
    ids::RegionId,
};

use super::site::{Answer, Site, UTRECHT};

const PATH: &str = "/beheer/openingstijden";

fn hours(site: &Site) -> Hours {
    site.records().published().hours[&UTRECHT].clone()
}

fn conflicts(answer: &Answer) -> bool {
    answer.status == StatusCode::CONFLICT
        && answer.text().contains("Iemand anders heeft dit intussen veranderd")
}

#[tokio::test]
async fn what_is_published_visitors_see_at_once() {
    let site = Site::open().await;
    let karin = site.sign_in("karin").await;
    for region in site.records().published().regions.all() {
        if region.id != UTRECHT {
            let never = Hours::new(never(), Hours::default().holidays().clone(), Vec::new());
            site.records().set_hours(region.id, never.unwrap()).await.unwrap();
        }
    }
    site.with_anna_on_duty().await;
    for path in ["/", "/chat", "/status"] {
        assert!(site.get(path, "").await.text().contains(r"De chat is open") || path == "/chat");
    }
    let page = site.get(PATH, &karin).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text().contains("Bezoekers zien het binnen vijf seconden"));
    let form = format!("versie={}&doe=publiceren", page.field("versie"));
    let done = site.post_form(PATH, &karin, &form).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
    assert_eq!(done.headers[header::LOCATION], "/beheer/openingstijden?gelukt=gepubliceerd");
    assert_eq!(hours(&site).week(), &never());
    for path in ["/", "/chat", "/status"] {
        let seen = site.get(path, "").await.text();
        assert!(seen.contains("De chat is gesloten"), "{path}: {seen}");
    }
    assert!(site.get("/chat", "").await.text().contains(r#"data-status="closed""#));
}

fn never() -> veiligchat::domain::hours::Week {
    veiligchat::domain::hours::Week::new(Default::default()).unwrap()
}

#[tokio::test]
async fn a_preview_shows_the_coming_days_and_publishes_nothing() {
    let site = Site::open().await;
    let karin = site.sign_in("karin").await;
    let before = hours(&site);
    let form = "versie=1&doe=voorbeeld&van-0-0=10%3A00&tot-0-0=12%3A30&feestdag=christmas";
    let preview = site.post_form(PATH, &karin, form).await;
    assert_eq!(preview.status, StatusCode::OK);
    let text = preview.text();
    assert!(text.contains("De komende 14 dagen") && text.contains("10.00 tot 12.30 uur"), "{text}");
    assert_eq!(text.matches("<th scope=\"row\">").count(), 14);
    assert_eq!(preview.field("van-0-0"), "10:00");
    assert_eq!(hours(&site), before);
    // Enter in a field does the same.
    let entered = site.post_form(PATH, &karin, "versie=1&van-0-0=10%3A00&tot-0-0=12%3A30").await;
    assert!(entered.text().contains("De komende 14 dagen"));
    assert_eq!(hours(&site), before);
}

#[tokio::test]
async fn rows_come_and_go_by_buttons_and_nothing_typed_is_lost() {
    let site = Site::open().await;
    let karin = site.sign_in("karin").await;
    let before = hours(&site);
    let form = "versie=1&van-2-0=10%3A00&tot-2-0=12%3A30&dicht-van-0=morgen&dicht-tot-0=";
    let added = site.post_form(PATH, &karin, &format!("{form}&doe=erbij-2")).await;
    assert_eq!(added.status, StatusCode::OK);
    assert_eq!((added.field("van-2-0"), added.field("van-2-1")), ("10:00".into(), String::new()));
    assert_eq!(added.field("dicht-van-0"), "morgen");
    let added = site.post_form(PATH, &karin, &format!("{form}&doe=dicht-erbij")).await;
    assert_eq!(added.field("dicht-van-1"), "");
    let removed = site.post_form(PATH, &karin, &format!("{form}&doe=weg-2-0")).await;
    assert!(!removed.text().contains("van-2-0") && removed.text().contains("dicht-van-0"));
    let removed = site.post_form(PATH, &karin, &format!("{form}&doe=dicht-weg-0")).await;
    assert!(!removed.text().contains("dicht-van-0") && removed.text().contains("van-2-0"));
    for does in ["weg-9-9", "weg-2-7", "erbij-7", "dicht-weg-5", "weg", "x-y", ""] {
        let form = format!("versie=1&van-2-0=10%3A00&tot-2-0=12%3A30&doe={does}");
        assert_eq!(site.post_form(PATH, &karin, &form).await.status, StatusCode::OK, "{does}");
    }
    assert_eq!(hours(&site), before);
}

#[tokio::test]
async fn hours_that_cannot_be_are_refused_at_their_row_and_change_nothing() {
    let site = Site::open().await;
    let karin = site.sign_in("karin").await;
    let before = hours(&site);
    let bad = [
        ("van-0-0=17%3A00&tot-0-0=09%3A00", "De eindtijd moet na de begintijd zijn."),
        ("van-0-0=9%3A00&tot-0-0=12%3A00&van-0-1=11%3A00&tot-0-1=13%3A00", "Deze tijd overlapt"),
        ("van-0-0=9%3A00&tot-0-0=", "Vul bij deze rij twee tijden in"),
        ("van-0-0=%3Cb%3E&tot-0-0=12%3A00", "Dit is geen tijd."),
        ("dicht-van-0=2020-01-01T09%3A00&dicht-tot-0=2020-01-02T09%3A00", "is al voorbij"),
        ("dicht-van-0=2030-02-02T09%3A00&dicht-tot-0=2030-02-01T09%3A00", "na het begin zijn"),
    ];
    for (rows, says) in bad {
        for does in ["publiceren", "voorbeeld"] {
            let form = format!("versie=1&doe={does}&{rows}");
            let refused = site.post_form(PATH, &karin, &form).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{rows}");
            let text = refused.text();
            assert!(
                text.contains(says) && text.contains(r#"aria-invalid="true""#),
                "{rows}: {text}"
            );
            assert!(text.contains("Niet opgeslagen.") && !text.contains("<b>"), "{rows}");
        }
    }
    assert_eq!(hours(&site), before);
}

#[tokio::test]
async fn who_comes_second_is_told_sees_both_and_may_go_on() {
    let site = Site::open().await;
    let (first, second) = (site.sign_in("karin").await, site.sign_in("karin").await);
    let version = site.get(PATH, &first).await.field("versie");
    let form = |from: &str, version: &str| {
        format!("versie={version}&doe=publiceren&van-0-0={from}%3A00&tot-0-0=17%3A00")
    };
    let done = site.post_form(PATH, &first, &form("08", &version)).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER);
    let late = site.post_form(PATH, &second, &form("10", &version)).await;
    assert!(conflicts(&late), "{}", late.text());
    assert!(late.text().contains("8.00 tot 17.00 uur"), "what is stored stands there");
    assert_eq!(late.field("van-0-0"), "10:00", "what was typed too");
    let open = |site: &Site| hours(site).week().day(Weekday::Monday)[0].from();
    assert_eq!(open(&site), TimeOfDay::new(8, 0).unwrap(), "nothing was overwritten");
    let on = site.post_form(PATH, &second, &form("10", &late.field("versie"))).await;
    assert_eq!(on.status, StatusCode::SEE_OTHER);
    assert_eq!(open(&site), TimeOfDay::new(10, 0).unwrap());
    for nonsense in ["", "-1", "x", "99999999999"] {
        assert!(conflicts(&site.post_form(PATH, &second, &form("11", nonsense)).await));
    }
}

#[tokio::test]
async fn a_coordinator_changes_the_own_region_and_nobody_else_changes_anything() {
    let site = Site::open().await;
    for name in ["anna", "beheer"] {
        let cookies = site.sign_in(name).await;
        let refused = site.post_form(PATH, &cookies, "versie=1&doe=publiceren").await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN, "{name}");
        assert_eq!(site.get(PATH, &cookies).await.status, StatusCode::FORBIDDEN, "{name}");
    }
    let nobody = site.post_form(PATH, "", "versie=1&doe=publiceren").await;
    assert_eq!(nobody.headers[header::LOCATION], "/inloggen");
    let karin = site.sign_in("karin").await;
    let form = "versie=1&doe=publiceren&regio=19&region=19";
    assert_eq!(site.post_form(PATH, &karin, form).await.status, StatusCode::SEE_OTHER);
    let published = site.records().published();
    assert_eq!(published.hours[&RegionId(19)], Hours::round_the_clock());
    let noon = veiligchat::domain::moment::Moment::from_millis(1_799_147_000_000);
    assert_eq!(published.status(UTRECHT, noon), Some(Status::Closed { opens: None }));
}
