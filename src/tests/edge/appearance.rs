//! How an organisation looks: what the office takes, and what visitors see of it at once.

use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};

use super::site::{Answer, Site};

const PAGE: &str = "/beheer/huisstijl";
const LOGO: &[u8] = include_bytes!("logo.png");

/// Posts a logo, as a browser does.
async fn put_up(site: &Site, cookies: &str, version: &str, file: &[u8], does: &str) -> Answer {
    let part = |name: &str| format!("--grens\r\nContent-Disposition: form-data; name=\"{name}\"");
    let head = format!(
        "{}\r\n\r\n{version}\r\n{}\r\n\r\n{does}\r\n{}; filename=\"logo.png\"\r\nContent-Type: image/png\r\n\r\n",
        part("versie"),
        part("doe"),
        part("logo")
    );
    let body = [head.as_bytes(), file, b"\r\n--grens--\r\n"].concat();
    let request = Request::post(format!("{PAGE}/logo"))
        .header(header::HOST, "chat.example")
        .header(header::COOKIE, cookies)
        .header("sec-fetch-site", "same-origin")
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=grens");
    site.ask(request.body(Body::from(body)).unwrap()).await
}

async fn publish(site: &Site, cookies: &str, version: &str, fields: &str) -> Answer {
    let form = format!("versie={version}&doe=publiceren&{fields}");
    site.post_form(PAGE, cookies, &form).await
}

fn is_done(answer: &Answer) -> bool {
    answer.status == StatusCode::SEE_OTHER
        && answer.headers[header::LOCATION] == "/beheer/huisstijl?gelukt=gepubliceerd"
}

/// The address of our own that a page names between these two.
fn address(page: &str, before: &str) -> String {
    let (_, rest) = page.split_once(before).unwrap_or_else(|| panic!("no {before} in {page}"));
    rest.split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn a_name_and_a_colour_are_seen_at_once_by_who_comes_for_that_organisation() {
    let site = Site::open().await;
    let karin = site.sign_in("karin").await;
    let done = publish(&site, &karin, "0", "naam=Hulplijn+Utrecht&kleur=%237a1f5c&donker=").await;
    assert!(is_done(&done), "{}", done.text());
    for path in ["/", "/chat", "/privacy"] {
        let page = site.get(&format!("{path}?regio=utrecht"), "").await.text();
        assert!(page.contains("<strong>Hulplijn Utrecht</strong>"), "{page}");
        let style = address(&page, "<link rel=\"stylesheet\" href=\"/huisstijl/");
        let style = site.get(&format!("/huisstijl/{style}"), "").await;
        assert!(style.text().starts_with(":root{--main:#7a1f5c;"), "{}", style.text());
        assert_eq!(style.headers[header::CONTENT_TYPE], "text/css; charset=utf-8");
        assert!(style.headers[header::CACHE_CONTROL].to_str().unwrap().contains("immutable"));
        // Wherever they go from there, it is still that organisation.
        assert!(page.contains("href=\"/privacy?regio=utrecht\""), "{page}");
    }
    for path in ["/", "/chat", "/?regio=twente", "/?regio=nergens", "/nergens?regio=utrecht"] {
        let page = site.get(path, "").await.text();
        assert!(page.contains("<strong>Veilig Thuis</strong>"), "{path}");
        assert!(!page.contains("/huisstijl/"), "{path}");
    }
}

#[tokio::test]
async fn the_installations_look_is_that_of_all_who_chose_none() {
    let site = Site::open().await;
    let (karin, beheer) = (site.sign_in("karin").await, site.sign_in("beheer").await);
    assert!(is_done(&publish(&site, &beheer, "0", "naam=Landelijk&kleur=%23003a70").await));
    assert!(is_done(&publish(&site, &karin, "0", "naam=Utrecht&kleur=").await));
    let name_and_colour = async |path: &str| {
        let page = site.get(path, "").await.text();
        (address(&page, "<strong>"), address(&page, "href=\"/huisstijl/"))
    };
    for path in ["/", "/?regio=twente", "/nergens", "/inloggen"] {
        let (name, style) = name_and_colour(path).await;
        assert!(name.starts_with("Landelijk<") && style.starts_with("003a70-"), "{path}: {name}");
    }
    let (name, style) = name_and_colour("/?regio=utrecht").await;
    assert!(name.starts_with("Utrecht<") && style.starts_with("003a70-"));
    // Taken back, it is the program's own again.
    assert!(is_done(&publish(&site, &beheer, "1", "naam=&kleur=").await));
    assert!(site.get("/", "").await.text().contains("<strong>Veilig Thuis</strong>"));
}

#[tokio::test]
async fn a_colour_that_cannot_be_read_is_refused_with_one_that_can() {
    let site = Site::open().await;
    let karin = site.sign_in("karin").await;
    let refused = publish(&site, &karin, "0", "naam=&kleur=%23ffd400&donker=").await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = refused.text();
    assert!(text.contains("slecht te lezen op een lichte achtergrond"), "{text}");
    assert!(text.contains("value=\"#ffd400\""), "what was typed stays");
    let (_, nearby) = text.split_once("lukt wel: #").unwrap();
    let taken = format!("naam=&kleur=%23{}&donker=", &nearby[..6]);
    assert!(is_done(&publish(&site, &karin, "0", &taken).await));
    let refused = publish(&site, &karin, "1", "naam=&kleur=%23003a70&donker=%23003a70").await;
    assert!(refused.text().contains("slecht te lezen op een donkere achtergrond"));
    for wrong in
        ["kleur=rood", "kleur=%2312", "kleur=&donker=%23ffffff", "donker=%23nee&kleur=%23003a70"]
    {
        let refused = publish(&site, &karin, "1", wrong).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
    }
    let long = format!("naam={}", "a".repeat(41));
    assert!(publish(&site, &karin, "1", &long).await.text().contains("ten hoogste 40 tekens"));
    // Nothing of what was refused is there, and no address makes a style of it.
    assert!(!site.get("/?regio=utrecht", "").await.text().contains("003a70"));
    for file in ["ffd400-ffd400.css", "..%2f..%2fetc%2fpasswd", "20-00000000.png", "x.svg"] {
        let answer = site.get(&format!("/huisstijl/{file}"), "").await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{file}");
    }
}

#[tokio::test]
async fn a_logo_stands_in_the_place_of_the_name_and_carries_nothing_but_its_picture() {
    let site = Site::open().await;
    let karin = site.sign_in("karin").await;
    assert!(is_done(&put_up(&site, &karin, "0", LOGO, "plaatsen").await));
    let page = site.get("/?regio=utrecht", "").await.text();
    let logo = address(&page, "<img src=\"");
    assert!(page.contains("alt=\"Veilig Thuis\"") && logo.starts_with("/huisstijl/20-"), "{page}");
    let file = site.get(&logo, "").await;
    assert_eq!(file.headers[header::CONTENT_TYPE], "image/png");
    assert_eq!(file.headers["x-content-type-options"], "nosniff");
    let told = |bytes: &[u8]| bytes.windows(6).any(|part| part == b"Author");
    assert!(told(LOGO) && !told(&file.body), "who drew it is nobody's business");
    assert!(!site.get("/", "").await.text().contains("<img"));

    let svg: &[u8] = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>";
    let large = vec![0; 49 * 1024];
    for (wrong, words) in
        [(svg, "Dit is geen PNG"), (&large, "te groot"), (b"", "Kies een bestand")]
    {
        let refused = put_up(&site, &karin, "1", wrong, "plaatsen").await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{words}");
        assert!(refused.text().contains(words), "{words}");
    }
    assert_eq!(site.get(&logo, "").await.status, StatusCode::OK);
    assert!(is_done(&put_up(&site, &karin, "1", b"", "weghalen").await));
    assert_eq!(site.get(&logo, "").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn of_two_who_change_it_the_second_overwrites_nothing() {
    let site = Site::open().await;
    let karin = site.sign_in("karin").await;
    assert!(is_done(&publish(&site, &karin, "0", "naam=Eerste&kleur=").await));
    let late = publish(&site, &karin, "0", "naam=Tweede&kleur=").await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(late.text().contains("value=\"Tweede\"") && late.text().contains("<dd>Eerste</dd>"));
    assert_eq!(put_up(&site, &karin, "0", LOGO, "plaatsen").await.status, StatusCode::CONFLICT);
    assert!(site.get("/?regio=utrecht", "").await.text().contains("<strong>Eerste</strong>"));
    // From the version that was shown, it goes on.
    assert!(is_done(&publish(&site, &karin, "1", "naam=Tweede&kleur=").await));
    assert!(site.get("/beheer/logboek", &karin).await.text().contains("Huisstijl gewijzigd"));
}
