//! What an administrator does in the office, and what visitors notice of it.

use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};

use super::site::{Answer, Site};

const PAGE: &str = "/beheer/organisaties";
const APPLY: &str = "/beheer/organisaties/doorvoeren";
const SETTINGS: &str = "/beheer/installatie";
const TABLE: &str = include_str!("../../service/records/municipalities.csv");

/// Posts a form with a file, as a browser does.
async fn hand_in(site: &Site, cookies: &str, file: &[u8], pasted: &str) -> Answer {
    let part = |name: &str| format!("--grens\r\nContent-Disposition: form-data; name=\"{name}\"");
    let file_head =
        format!("{}; filename=\"tabel.csv\"\r\nContent-Type: text/csv\r\n\r\n", part("bestand"));
    let rest = format!(
        "\r\n{}\r\n\r\n{pasted}\r\n{}\r\n\r\n26\r\n--grens--\r\n",
        part("tabel"),
        part("indeling")
    );
    let body = [file_head.as_bytes(), file, rest.as_bytes()].concat();
    let request = Request::post(PAGE)
        .header(header::HOST, "chat.example")
        .header(header::COOKIE, cookies)
        .header("sec-fetch-site", "same-origin")
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=grens");
    site.ask(request.body(Body::from(body)).unwrap()).await
}

/// The value of a field of the page that nobody types.
fn carried(page: &str, name: &str) -> String {
    let (_, rest) = page.split_once(&format!("name=\"{name}\" value=\"")).unwrap();
    let value = rest.split('"').next().unwrap();
    value.replace("&#x27;", "'").replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&")
}

fn form(fields: &[(&str, &str)]) -> String {
    let encode = |text: &str| {
        text.bytes().fold(String::new(), |encoded, byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => encoded + &char::from(byte).to_string(),
            _ => encoded + &format!("%{byte:02X}"),
        })
    };
    let pairs = fields.iter().map(|(name, value)| format!("{name}={}", encode(value)));
    pairs.collect::<Vec<_>>().join("&")
}

async fn apply(site: &Site, cookies: &str, preview: &str) -> Answer {
    let fields = ["tabel", "indeling", "versie"].map(|name| (name, carried(preview, name)));
    let fields: Vec<(&str, &str)> =
        fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    site.post_form(APPLY, cookies, &form(&fields)).await
}

async fn chat(site: &Site) -> String {
    site.get("/chat", "").await.text()
}

async fn frame_ancestors(site: &Site, path: &str) -> String {
    let answer = site.get(path, "").await;
    let policy = answer.headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap().to_owned();
    policy.split("frame-ancestors ").nth(1).unwrap().to_owned()
}

const PLAIN: [(&str, &str); 5] = [
    ("uitgang", "https://www.nu.nl/weer"),
    ("terugkeer", "20"),
    ("sites", "https://www.veiligthuis.nl\r\nhttps://gemeente.example.nl/"),
    ("logboek", "24"),
    ("cijfers", "36"),
];

/// Posts the settings with one of them otherwise.
async fn set(site: &Site, cookies: &str, version: &str, other: (&str, &str)) -> Answer {
    let mut fields: Vec<(&str, &str)> = vec![("versie", version)];
    fields.extend(PLAIN.map(|(name, value)| if name == other.0 { other } else { (name, value) }));
    site.post_form(SETTINGS, cookies, &form(&fields)).await
}

async fn version(site: &Site, cookies: &str) -> String {
    carried(&site.get(SETTINGS, cookies).await.text(), "versie")
}

#[tokio::test]
async fn only_administrators_get_in() {
    let site = Site::open().await;
    for path in [PAGE, SETTINGS] {
        assert_eq!(site.get(path, "").await.status, StatusCode::SEE_OTHER, "{path}");
        for name in ["anna", "karin"] {
            let cookies = site.sign_in(name).await;
            assert_eq!(site.get(path, &cookies).await.status, StatusCode::FORBIDDEN, "{path}");
            let posted = site.post_form(path, &cookies, "").await;
            assert_eq!(posted.status, StatusCode::FORBIDDEN, "{path}");
        }
        let cookies = site.sign_in("beheer").await;
        assert_eq!(site.get(path, &cookies).await.status, StatusCode::OK, "{path}");
    }
}

#[tokio::test]
async fn a_table_is_looked_at_first_and_applied_as_it_was_looked_at() {
    let site = Site::open().await;
    let beheer = site.sign_in("beheer").await;
    let list = site.get(PAGE, &beheer).await.text();
    assert_eq!(list.matches("<th scope=\"row\"").count(), 26);

    let file = TABLE.replace("Zwolle,current,IJsselland", "Zwolle,current,Twente")
        + "Nieuwstad,current,Utrecht\n";
    let preview = hand_in(&site, &beheer, file.as_bytes(), "").await;
    assert_eq!(preview.status, StatusCode::OK);
    let preview = preview.text();
    for sentence in ["Zwolle gaat van IJsselland naar Twente.", "Nieuwstad hoort bij Utrecht."] {
        assert!(preview.contains(sentence), "{sentence}");
    }
    assert!(!chat(&site).await.contains("Nieuwstad"), "nothing has changed yet");

    let applied = apply(&site, &beheer, &preview).await;
    assert_eq!(applied.status, StatusCode::SEE_OTHER);
    assert!(chat(&site).await.contains("Nieuwstad"));
    let again = hand_in(&site, &beheer, b"", &file).await.text();
    assert!(again.contains("Er verandert niets"));

    let late = apply(&site, &beheer, &preview).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(late.text().contains("Iemand anders heeft de organisaties intussen veranderd"));
}

#[tokio::test]
async fn an_organisation_that_is_not_in_the_table_is_closed_to_visitors_only() {
    let site = Site::open().await;
    let beheer = site.sign_in("beheer").await;
    let lines = TABLE.lines().filter(|line| !line.ends_with(",Twente"));
    let file: String = lines.map(|line| format!("{line}\n")).collect();
    let preview = hand_in(&site, &beheer, file.as_bytes(), "").await.text();
    assert!(preview.contains("Twente staat niet in de tabel"), "{preview}");
    assert!(preview.contains("Aantal accounts: 1."));
    assert_eq!(apply(&site, &beheer, &preview).await.status, StatusCode::SEE_OTHER);

    assert!(!chat(&site).await.contains("Enschede"));
    let list = site.get(PAGE, &beheer).await.text();
    assert_eq!(list.matches("Niet te kiezen").count(), 1);
    let chris = site.sign_in("chris").await;
    assert_eq!(site.get("/werkplek", &chris).await.status, StatusCode::OK);

    let preview = hand_in(&site, &beheer, TABLE.as_bytes(), "").await.text();
    assert!(preview.contains("Twente is weer te kiezen."));
    assert_eq!(apply(&site, &beheer, &preview).await.status, StatusCode::SEE_OTHER);
    assert!(chat(&site).await.contains("Enschede"));
}

#[tokio::test]
async fn a_broken_table_is_refused_by_its_lines_and_nothing_typed_is_lost() {
    let site = Site::open().await;
    let beheer = site.sign_in("beheer").await;
    let before = chat_places(&site).await;
    let file = "municipality,kind,region\nZwolle,vroeger,IJsselland\nOss\nUrk,current,Flevoland\n";
    for refused in [
        hand_in(&site, &beheer, file.as_bytes(), "").await,
        hand_in(&site, &beheer, b"", file).await,
        site.post_form(APPLY, &beheer, &form(&[("tabel", file)])).await,
    ] {
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        let page = refused.text();
        for words in [
            "2 regels kloppen niet",
            "Regel 2: de soort moet",
            "Regel 3: er zijn 3 kolommen nodig en er staan er 1.",
            "Urk,current,Flevoland",
        ] {
            assert!(page.contains(words), "{words}");
        }
    }
    let nothing = hand_in(&site, &beheer, b"", " \r\n").await;
    assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(nothing.text().contains("Kies een bestand, of plak de tabel."));
    let plain = site.post_form(PAGE, &beheer, "tabel=x").await;
    assert_eq!(plain.status, StatusCode::BAD_REQUEST);
    assert!(plain.text().contains("niet goed aangekomen"));
    assert_eq!(chat_places(&site).await, before);
}

async fn chat_places(site: &Site) -> usize {
    chat(site).await.matches("<option").count()
}

#[tokio::test]
async fn the_sites_and_the_exit_follow_the_settings_at_once() {
    let site = Site::open().await;
    let beheer = site.sign_in("beheer").await;
    assert_eq!(frame_ancestors(&site, "/chat").await, "'none'");
    let saved = set(&site, &beheer, &version(&site, &beheer).await, ("", "")).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER);
    let two = "https://gemeente.example.nl https://www.veiligthuis.nl";
    for path in ["/chat", "/chat?taal=en"] {
        assert_eq!(frame_ancestors(&site, path).await, two, "{path}");
    }
    for path in ["/", "/inloggen", "/privacy", "/chat/x", "/status", "/beheer"] {
        assert_eq!(frame_ancestors(&site, path).await, "'none'", "{path}");
    }
    for path in ["/", "/chat", "/privacy"] {
        let page = site.get(path, "").await.text();
        assert!(page.contains("https://www.nu.nl/weer"), "{path}");
        assert!(!page.contains("knmi.nl"), "{path}");
    }
    let version = version(&site, &beheer).await;
    assert_eq!(set(&site, &beheer, &version, ("sites", " ")).await.status, StatusCode::SEE_OTHER);
    assert_eq!(frame_ancestors(&site, "/chat").await, "'none'");
}

#[tokio::test]
async fn settings_that_are_wrong_change_nothing_and_stay_in_the_form() {
    let site = Site::open().await;
    let beheer = site.sign_in("beheer").await;
    let before = version(&site, &beheer).await;
    for (field, value, sentence) in [
        ("uitgang", "http://nos.nl", "Vul een adres in dat begint met https://"),
        ("uitgang", "javascript:alert(1)", "Vul een adres in dat begint met https://"),
        ("terugkeer", "0", "Vul een heel getal in van 1 tot 30."),
        ("terugkeer", "31", "Vul een heel getal in van 1 tot 30."),
        ("terugkeer", "tien", "Vul een heel getal in van 1 tot 30."),
        ("sites", "https://a.nl\r\n*", "Regel 2 is geen adres"),
        ("sites", "https://a.nl; script-src *", "Regel 1 is geen adres"),
        ("logboek", "2", "Vul een heel getal in van 3 tot 60."),
        ("cijfers", "-13", "Vul een heel getal in van 13 tot 120."),
        ("cijfers", "", "Vul een heel getal in van 13 tot 120."),
    ] {
        let refused = set(&site, &beheer, &before, (field, value)).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{value}");
        let page = refused.text();
        assert!(page.contains(sentence) && page.contains("Niet opgeslagen"), "{value}");
        assert_eq!(page.matches("aria-invalid=\"true\"").count(), 1, "{value}");
        assert!(page.contains(value.lines().last().unwrap_or_default()), "{value}");
    }
    assert_eq!(version(&site, &beheer).await, before);
    assert_eq!(frame_ancestors(&site, "/chat").await, "'none'");
}

#[tokio::test]
async fn the_second_of_two_administrators_sees_what_is_stored_and_overwrites_nothing() {
    let site = Site::open().await;
    let beheer = site.sign_in("beheer").await;
    let seen = version(&site, &beheer).await;
    let first = set(&site, &beheer, &seen, ("terugkeer", "10")).await;
    assert_eq!(first.status, StatusCode::SEE_OTHER);
    let second = set(&site, &beheer, &seen, ("terugkeer", "25")).await;
    assert_eq!(second.status, StatusCode::CONFLICT);
    let page = second.text();
    assert!(page.contains("Iemand anders heeft dit intussen veranderd"));
    assert!(page.contains("value=\"25\"") && page.contains("Nu opgeslagen: 10."), "{page}");
    assert_eq!(page.matches("Nu opgeslagen").count(), 1);
    let now = carried(&page, "versie");
    assert_eq!(set(&site, &beheer, &now, ("terugkeer", "25")).await.status, StatusCode::SEE_OTHER);
}
