//! The second step, invitations and the lock, as a browser goes through them.

use std::{sync::Arc, time::Duration};

use axum::http::{StatusCode, header};
use veiligchat::{
    domain::{ids::RegionId, moment::Moment, staffing::SignInName},
    host::config::Transport,
    protocol::{DutyWish, ListReplies, Refusal, Replies, SetDuty, Unlock, VERSION},
    service::{
        account::RecoveryCode,
        records::{CodeStep, FactorRecords, FactorSecret, NewFactor, RecoveryHash},
        runtime::Simulated,
    },
};

use super::site::{Site, UTRECHT};

/// Gives Anna a second factor with one recovery code.
async fn with_factor(site: &Site) -> RecoveryCode {
    let records = &site.rooms.records;
    let name = SignInName::parse("anna").unwrap();
    let anna = records.credentials(name).await.unwrap().unwrap().member.id;
    let code = RecoveryCode::from_bytes([5; 16]);
    let recovery: Vec<RecoveryHash> = vec![code.hash()];
    let secret = FactorSecret::from_bytes([1; 20]);
    let factor = NewFactor { secret, used: CodeStep(0), recovery };
    FactorRecords::set_factor(records.as_ref(), anna, factor).await.unwrap();
    code
}

#[tokio::test]
async fn a_second_factor_is_asked_before_there_is_a_session() {
    let site = Site::open().await;
    let code = with_factor(&site).await;
    let first = site.post_form("/inloggen", "", "name=anna&password=anna-demo-wachtwoord").await;
    assert_eq!(first.headers[header::LOCATION], "/inloggen/code");
    let half = first.cookies_to_send();
    assert!(first.cookies()[0].starts_with("__Host-tussen=") && first.cookies().len() == 1);
    assert!(first.cookies()[0].ends_with("; Path=/; HttpOnly; SameSite=Strict; Secure"));
    assert_eq!(site.get("/werkplek", &half).await.headers[header::LOCATION], "/inloggen");
    let asked = site.get("/inloggen/code", &half).await;
    assert!(asked.text().contains("Vul je code in"));
    // The other page is not for who has a second factor already.
    assert!(site.get("/inloggen/instellen", &half).await.text().contains("Vul je code in"));
    let wrong = site.post_form("/inloggen/code", &half, "code=000").await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.text().contains("Deze code klopt niet") && wrong.cookies().is_empty());
    let form = format!("code={}", code.to_text());
    let right = site.post_form("/inloggen/code", &half, &form).await;
    assert_eq!(right.headers[header::LOCATION], "/beheer/account?gelukt=herstelcode");
    assert!(right.cookies().iter().any(|cookie| cookie.starts_with("__Host-tussen=; Max-Age=0")));
    let cookies = right.cookies_to_send();
    assert_eq!(site.get("/werkplek", &cookies).await.status, StatusCode::OK);
    let over = site.post_form("/inloggen/code", &half, &form).await;
    assert_eq!(over.status, StatusCode::UNAUTHORIZED);
    assert!(over.text().contains("Log opnieuw in"));
}

#[tokio::test]
async fn without_a_half_signed_in_browser_there_is_nothing_to_step_through() {
    let site = Site::open().await;
    for path in ["/inloggen/code", "/inloggen/instellen"] {
        let answer = site.get(path, "").await;
        assert_eq!(answer.headers[header::LOCATION], "/inloggen", "{path}");
        let answer = site.post_form(path, "", "code=123456").await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{path}");
        assert!(answer.cookies().is_empty(), "{path}");
    }
}

#[tokio::test]
async fn an_invitation_says_what_is_wrong_and_keeps_its_link() {
    let site = Site::open().await;
    let karin = site.sign_in("karin").await;
    let invite = "wat=uitnodigen&naam=Eva&inlognaam=e.smit";
    site.post_form("/beheer/medewerkers", &karin, invite).await;
    let page = site.get("/beheer/medewerkers", &karin).await.text();
    let (_, rest) = page.split_once("https://chat.example/uitnodiging?code=").unwrap();
    let code = &rest[..64];
    let link = format!("/uitnodiging?code={code}");
    let open = site.get(&link, "").await;
    assert!(open.text().contains("Welkom, Eva") && open.text().contains("e.smit"));
    let english = site.get(&format!("{link}&taal=en"), "").await;
    assert!(english.text().contains("Welcome, Eva"));
    for (password, again, why) in [
        ("kort", "kort", "te kort"),
        ("wachtwoord2026", "wachtwoord2026", "te makkelijk"),
        ("paarse+fiets+danst", "paarse+fiets+dan", "niet hetzelfde"),
    ] {
        let form = format!("code={code}&wachtwoord={password}&nogmaals={again}");
        let answer = site.post_form("/uitnodiging", "", &form).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{why}");
        assert!(answer.text().contains(why) && answer.text().contains(code), "{why}");
    }
    let form = format!("code={code}&wachtwoord=paarse+fiets+danst&nogmaals=paarse+fiets+danst");
    let joined = site.post_form("/uitnodiging", "", &form).await;
    assert_eq!(joined.headers[header::LOCATION], "/werkplek");
    for again in [site.post_form("/uitnodiging", "", &form).await, site.get(&link, "").await] {
        assert!(again.status.is_client_error());
        assert!(again.text().contains("al gebruikt"));
    }
    let none = site.get("/uitnodiging?code=abc", "").await;
    assert_eq!(none.status, StatusCode::NOT_FOUND);
    assert!(none.text().contains("Deze link klopt niet"));
}

#[tokio::test]
async fn what_was_typed_to_invite_somebody_stays_when_it_cannot_be_used() {
    let site = Site::open().await;
    let (karin, beheer) = (site.sign_in("karin").await, site.sign_in("beheer").await);
    for (cookies, form, why) in [
        (&karin, "wat=uitnodigen&naam=Eva&inlognaam=anna", "al in gebruik"),
        (&karin, "wat=uitnodigen&naam=Eva&inlognaam=e+smit", "een teken dat hier niet kan"),
        (&karin, "wat=uitnodigen&naam=Eva&inlognaam=eva", "niet de naam die bezoekers zien"),
        (&beheer, "wat=uitnodigen&naam=Eva&inlognaam=e.smit&rol=coordinator", "Kies een organ"),
    ] {
        let answer = site.post_form("/beheer/medewerkers", cookies, form).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{form}");
        let page = answer.text();
        assert!(page.contains(why) && page.contains("value=\"Eva\""), "{form}");
    }
    assert!(site.rooms.records.open_invitations().await.unwrap().is_empty());
}

#[tokio::test(start_paused = true)]
async fn a_locked_desk_opens_by_the_own_password_only() {
    let world = Arc::new(Simulated::new(Moment::from_millis(1_800_000_000_000), 7));
    let site = Site::at(Transport::Https, world).await;
    let anna = site.sign_in("anna").await;
    let marked = async || site.get("/werkplek", &anna).await.text().contains("id=\"locked\"");
    assert!(!marked().await);
    tokio::time::sleep(Duration::from_mins(16)).await;
    // What the page asks by itself opens nothing.
    let replies = ListReplies { version: VERSION };
    site.call::<_, Replies>("/api/worker/replies", &anna, &replies).await.1.unwrap();
    assert!(marked().await && marked().await);
    for (password, expected) in
        [("verkeerd", Err(Refusal::WrongPassword)), ("anna-demo-wachtwoord", Ok(()))]
    {
        let request = Unlock { version: VERSION, password: password.to_owned() };
        let answer = site.call::<_, ()>("/api/worker/unlock", &anna, &request).await.1;
        assert_eq!(answer, expected);
        assert_eq!(marked().await, expected.is_err());
    }
}

#[tokio::test(start_paused = true)]
async fn who_did_nothing_for_a_while_gives_the_password_and_loses_nothing_typed() {
    let world = Arc::new(Simulated::new(Moment::from_millis(1_800_000_000_000), 7));
    let site = Site::at(Transport::Https, world).await;
    let karin = site.sign_in("karin").await;
    tokio::time::sleep(Duration::from_mins(16)).await;
    let locked = site.get("/beheer/medewerkers", &karin).await;
    assert_eq!(locked.status, StatusCode::LOCKED);
    let page = locked.text();
    assert!(page.contains("Vergrendeld") && !page.contains("Anna"), "{page}");
    assert!(page.contains("value=\"/beheer/medewerkers\""), "{page}");

    let form = "wat=uitnodigen&naam=Eva+de+Smit&inlognaam=e.smit";
    let locked = site.post_form("/beheer/medewerkers", &karin, form).await;
    assert_eq!(locked.status, StatusCode::LOCKED);
    assert!(locked.text().contains("value=\"Eva de Smit\""), "{}", locked.text());
    let wrong = format!("{form}&ontgrendel=verkeerd");
    let wrong = site.post_form("/beheer/medewerkers", &karin, &wrong).await;
    assert_eq!(wrong.status, StatusCode::LOCKED);
    assert!(wrong.text().contains("Dit wachtwoord klopt niet"));
    assert!(wrong.text().contains("value=\"Eva de Smit\"") && !wrong.text().contains("verkeerd"));
    assert!(site.rooms.records.open_invitations().await.unwrap().is_empty());
    let right = format!("{form}&ontgrendel=karin-demo-wachtwoord");
    let right = site.post_form("/beheer/medewerkers", &karin, &right).await;
    assert_eq!(right.status, StatusCode::SEE_OTHER);
    assert_eq!(site.rooms.records.open_invitations().await.unwrap().len(), 1);
    assert_eq!(site.get("/beheer/medewerkers", &karin).await.status, StatusCode::OK);

    tokio::time::sleep(Duration::from_mins(16)).await;
    let form = "naar=/beheer/logboek&ontgrendel=karin-demo-wachtwoord";
    let opened = site.post_form("/ontgrendelen", &karin, form).await;
    assert_eq!(opened.headers[header::LOCATION], "/beheer/logboek");
    assert_eq!(site.get("/beheer/logboek", &karin).await.status, StatusCode::OK);
    let nobody = site.post_form("/ontgrendelen", "", form).await;
    assert_eq!(nobody.headers[header::LOCATION], "/inloggen");
}

#[tokio::test]
async fn whoever_is_disabled_is_signed_out_and_off_duty_at_once() {
    let site = Site::open().await;
    let anna = site.with_anna_on_duty().await;
    let karin = site.sign_in("karin").await;
    let status = async || site.get("/status", "").await.text();
    assert!(status().await.contains(r#""status":"open""#));
    let name = SignInName::parse("anna").unwrap();
    let id = site.rooms.records.credentials(name).await.unwrap().unwrap().member.id;
    let form = format!("wat=uitzetten&wie={}", id.0);
    let done = site.post_form("/beheer/medewerkers", &karin, &form).await;
    assert_eq!(done.headers[header::LOCATION], "/beheer/medewerkers?gelukt=uitzetten");
    assert!(status().await.contains(r#""status":"unattended""#));
    let replies = ListReplies { version: VERSION };
    let (_, told) = site.call::<_, Replies>("/api/worker/replies", &anna, &replies).await;
    assert_eq!(told, Err(Refusal::NotSignedIn));
    let told = site.post_form("/inloggen", "", "name=anna&password=anna-demo-wachtwoord").await;
    assert_eq!(told.status, StatusCode::FORBIDDEN);
    assert!(told.text().contains("Dit account staat uit") && told.cookies().is_empty());
}

#[tokio::test]
async fn whoever_is_taken_off_an_organisation_is_off_duty_for_it_at_once() {
    let site = Site::open().await;
    let karin = site.sign_in("karin").await;
    site.post_form("/beheer/medewerkers", &karin, "wat=ook-hier&collega=chris").await;
    let name = SignInName::parse("chris").unwrap();
    let id = site.rooms.records.credentials(name).await.unwrap().unwrap().member.id;
    let chris = site.sign_in("chris").await;
    let wish = DutyWish::On { capacity: 1, regions: Vec::new(), wrap_up: 0 };
    let duty = SetDuty { version: VERSION, wish };
    site.call::<_, ()>("/api/worker/duty", &chris, &duty).await.1.unwrap();
    let regions = || site.rooms.switchboard.look(|desk| desk.worker(id).unwrap().regions.clone());
    let (twente, utrecht) = (RegionId(19), UTRECHT);
    assert_eq!(regions(), [twente, utrecht]);
    let form = format!("wat=eraf&wie={}", id.0);
    site.post_form("/beheer/medewerkers", &karin, &form).await;
    assert_eq!(regions(), [twente]);
}
