//! The pages about the registration of advices.

use axum::http::{StatusCode, header};

use super::site::Site;

const PAGE: &str = "/beheer/adviezen";
const ID: &str = "0a0b0c0d0e0f000102030405060708ff";

fn registering(id: &str, answers: &str) -> String {
    format!("doe=registreer&advies={id}&editie=2025&regio=20&duur=10-20&{answers}")
}

const GOOD: &str = "aanleiding=ex-partnergeweld&aanleiding=eergerelateerd-geweld\
    &geweld=psychisch-geweld&hoedanigheid=n-buurtbewoner";

#[tokio::test]
async fn a_worker_registers_corrects_and_removes_an_advice() {
    let site = Site::open().await;
    let anna = site.sign_in("anna").await;
    let form = site.get(&format!("{PAGE}?nieuw=ja"), &anna).await.text();
    for found in ["(ex)Partnergeweld", "N: Buurtbewoner", "type=\"radio\"", "type=\"checkbox\""] {
        assert!(form.contains(found), "{found}");
    }
    let sent = site.post_form(PAGE, &anna, &registering(ID, GOOD)).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
    assert_eq!(sent.headers[header::LOCATION], "/beheer/adviezen?gelukt=toegevoegd");
    let page = site.get(PAGE, &anna).await.text();
    assert!(page.contains("Utrecht, 10 tot 20 minuten") && page.contains("Psychisch geweld"));
    assert!(page.contains(ID));

    let form = site.get(&format!("{PAGE}?advies={ID}"), &anna).await.text();
    let ticked = form.matches(" checked").count();
    assert_eq!(ticked, 4, "what was answered stands in the form");
    let other = GOOD.replace("n-buurtbewoner", "b-politie");
    site.post_form(PAGE, &anna, &registering(ID, &other)).await;
    let page = site.get(PAGE, &anna).await.text();
    assert!(page.contains("B: Politie") && !page.contains("N: Buurtbewoner"));

    let bram = site.sign_in("bram").await;
    assert!(!site.get(PAGE, &bram).await.text().contains(ID));
    let taken = site.post_form(PAGE, &bram, &registering(ID, GOOD)).await;
    assert_eq!(taken.status, StatusCode::UNPROCESSABLE_ENTITY);
    let remove = format!("doe=verwijder&advies={ID}");
    site.post_form(PAGE, &bram, &remove).await;
    assert!(site.get(PAGE, &anna).await.text().contains(ID), "nobody else removes it");
    site.post_form(PAGE, &anna, &remove).await;
    assert!(!site.get(PAGE, &anna).await.text().contains(ID));
}

#[tokio::test]
async fn a_form_with_a_mistake_comes_back_as_it_was_and_says_where() {
    let site = Site::open().await;
    let anna = site.sign_in("anna").await;
    for (answers, words, ticked) in [
        ("aanleiding=eergerelateerd-geweld&hoedanigheid=b-politie", "Kies hier een antwoord.", 2),
        (&format!("{GOOD}&hoedanigheid=b-politie"), "Kies hier één antwoord, niet meer.", 5),
        (&format!("{GOOD}&geweld=verzonnen"), "Een antwoord staat niet in de lijst.", 4),
    ] {
        let answer = site.post_form(PAGE, &anna, &registering(ID, answers)).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{answers}");
        let page = answer.text();
        assert!(page.contains(words) && page.contains("Niet opgeslagen."), "{answers}");
        assert_eq!(page.matches(" checked").count(), ticked, "{answers}");
        assert_eq!(page.matches("class=\"wrong\"").count(), 1, "{answers}");
    }
    for (from, to) in [("regio=20", "regio=1"), ("regio=20", "regio="), ("duur=10-20", "duur=15")] {
        let form = registering(ID, GOOD).replace(from, to);
        let answer = site.post_form(PAGE, &anna, &form).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{to}");
    }
    let form = registering(ID, GOOD).replace("editie=2025", "editie=2031");
    let answer = site.post_form(PAGE, &anna, &form).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let nothing_owed = site.post_form(PAGE, &anna, "doe=geen&open=20_10-20&over=1").await;
    assert_eq!(nothing_owed.status, StatusCode::UNPROCESSABLE_ENTITY);
    for nonsense in
        ["", "doe=registreer", "doe=verwijder&advies=x", "doe=iets", "doe=geen&open=20_10-20"]
    {
        let answer = site.post_form(PAGE, &anna, nonsense).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{nonsense}");
    }
    assert!(!site.get(PAGE, &anna).await.text().contains("Utrecht, 10 tot 20 minuten"));
}

#[tokio::test]
async fn a_coordinator_sees_months_of_the_own_organisation_without_small_numbers() {
    let site = Site::open().await;
    let (anna, karin) = (site.sign_in("anna").await, site.sign_in("karin").await);
    for number in 10..16 {
        let answers =
            if number < 12 { GOOD.replace("n-buurtbewoner", "b-politie") } else { GOOD.to_owned() };
        let id = format!("{number}{}", "0".repeat(30));
        let sent = site.post_form(PAGE, &anna, &registering(&id, &answers)).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER);
    }
    let page = site.get("/beheer/registraties", &karin).await;
    assert_eq!(page.status, StatusCode::OK);
    let page = page.text();
    assert!(page.contains("<td class=\"number\">6</td>"), "all of them");
    assert!(page.contains("&lt; 5"), "two and four are not told");
    assert!(!page.contains(">2</td>") && !page.contains(">4</td>"));
    assert!(!page.contains("Anna"), "nobody's name");

    let chris = site.sign_in("chris").await;
    for cookies in [&anna, &chris] {
        let refused = site.get("/beheer/registraties", cookies).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN);
    }
}

#[tokio::test]
async fn the_export_has_one_line_for_each_advice_and_invents_no_number() {
    let site = Site::open().await;
    let (anna, karin) = (site.sign_in("anna").await, site.sign_in("karin").await);
    for number in [10, 11] {
        let id = format!("{number}{}", "0".repeat(30));
        site.post_form(PAGE, &anna, &registering(&id, GOOD)).await;
    }
    let export = site.get("/beheer/registraties.csv", &karin).await;
    assert_eq!(export.status, StatusCode::OK);
    assert_eq!(export.headers[header::CONTENT_TYPE], "text/csv; charset=utf-8; header=present");
    let name = export.headers[header::CONTENT_DISPOSITION].to_str().unwrap();
    assert!(name.starts_with("attachment; filename=\"adviezen-20"), "{name}");
    let text = export.text();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), 3);
    assert!(lines[0].starts_with("Maand,Organisatie,Uitgave van de lijsten,Duur van het gesprek"));
    let expected = "Veilig Thuis Utrecht,2025,10 tot 20 minuten,,\
        (ex)Partnergeweld | Eergerelateerd geweld,,Psychisch geweld,,N: Buurtbewoner";
    assert!(lines[1].ends_with(expected), "{}", lines[1]);
    assert_eq!(lines[1], lines[2]);
    let month = lines[1].split(',').next().unwrap();
    assert_eq!(month.len(), "2026-07".len(), "a month, and no day: {month}");

    let empty = site.get("/beheer/registraties.csv?halfjaar=2020-1", &karin).await;
    assert_eq!(empty.text().lines().count(), 1, "the head alone");
    let refused = site.get("/beheer/registraties.csv", &anna).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
}
