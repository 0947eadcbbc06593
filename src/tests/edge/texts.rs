//! Own words, backup regions, questions and canned replies that a coordinator publishes.

use axum::http::{StatusCode, header};
use veiligchat::domain::ids::RegionId;

use super::site::{Answer, Site, UTRECHT};

const TEXTS: &str = "/beheer/teksten";
const BACKUPS: &str = "/beheer/achtervang";
const QUESTIONS: &str = "/beheer/vragen";
const REPLIES: &str = "/beheer/standaardzinnen";

fn is_done(answer: &Answer) -> bool {
    answer.status == StatusCode::SEE_OTHER
        && answer.headers[header::LOCATION].to_str().unwrap().contains("?gelukt=")
}

fn conflicts(answer: &Answer) -> bool {
    answer.status == StatusCode::CONFLICT
        && answer.text().contains("Iemand anders heeft dit intussen veranderd")
}

/// What stands in a text area.
fn area(answer: &Answer, name: &str) -> String {
    let text = answer.text();
    let start = text.find(&format!("name=\"{name}\"")).expect("the field is there");
    let inside = text[start..].split_once('>').unwrap().1.split("</textarea>").next().unwrap();
    inside.trim_start_matches('\n').to_owned()
}

impl Site {
    async fn publishes(&self, cookies: &str, key: &str, version: &str, words: &str) -> Answer {
        let form = format!("versie={version}&tekst={key}&doe=publiceren&{words}");
        self.post_form(TEXTS, cookies, &form).await
    }
}

#[tokio::test]
async fn a_regions_words_stand_on_the_chat_for_who_chooses_it() {
    let site = Site::open().await;
    let karin = site.sign_in("karin").await;
    let words = "nl=Dag+vanuit+Utrecht&en=Hello+from+Utrecht";
    assert!(is_done(&site.publishes(&karin, "chat.greeting", "0", words).await));
    let chat = site.get("/chat", "").await.text();
    let own = r#"data-region="20" hidden class="own greeting">Dag vanuit Utrecht"#;
    assert!(chat.contains(own), "{chat}");
    assert!(chat.contains("Welkom. Fijn dat je er bent."), "others still read the usual words");
    assert!(site.get("/chat?taal=en", "").await.text().contains("Hello from Utrecht"));
    assert!(is_done(&site.publishes(&karin, "house.whom", "0", "nl=Voor+Utrecht&en=").await));
    assert!(site.get("/chat", "").await.text().contains("Voor Utrecht"));
    assert!(!site.get("/", "").await.text().contains("Voor Utrecht"), "nobody chose a region");
    // Put back, the usual words are the only ones.
    assert!(is_done(&site.publishes(&karin, "chat.greeting", "1", "nl=&en=").await));
    assert!(!site.get("/chat", "").await.text().contains("Dag vanuit Utrecht"));
}

#[tokio::test]
async fn the_administrators_words_stand_everywhere() {
    let site = Site::open().await;
    let (beheer, karin) = (site.sign_in("beheer").await, site.sign_in("karin").await);
    let words = "nl=Bel+112+met+Teletolk.&en=Call+112.";
    assert!(is_done(&site.publishes(&beheer, "danger.silent", "0", words).await));
    assert!(is_done(&site.publishes(&beheer, "home.intro", "0", "nl=Welkom+hier&en=").await));
    for path in ["/", "/chat", "/privacy", "/nergens"] {
        let page = site.get(path, "").await.text();
        assert!(page.contains("Bel 112 met Teletolk."), "{path}");
        assert!(!page.contains("Gebruik de 112-app."), "{path}");
    }
    assert!(site.get("/", "").await.text().contains("Welkom hier"));
    // The usual text of a region is then the installation's, and the first page is nobody else's.
    let form = site.get("/beheer/teksten?tekst=danger.silent", &karin).await;
    assert!(form.text().contains("Bel 112 met Teletolk."));
    assert!(!site.get(TEXTS, &karin).await.text().contains("home.intro"));
    let tried = site.publishes(&karin, "home.intro", "1", "nl=Van+Karin&en=").await;
    assert_eq!(tried.status, StatusCode::OK, "the list again");
    assert!(!site.get("/", "").await.text().contains("Van Karin"));
}

#[tokio::test]
async fn words_are_previewed_bounded_and_shown_as_text() {
    let site = Site::open().await;
    let karin = site.sign_in("karin").await;
    let long = "x".repeat(1_001);
    let form = format!("versie=0&tekst=house.whom&doe=publiceren&nl={long}&en=Short");
    let refused = site.post_form(TEXTS, &karin, &form).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("Deze tekst is te lang."));
    assert_eq!((area(&refused, "nl"), area(&refused, "en")), (long, "Short".to_owned()));
    let hidden = site.publishes(&karin, "house.whom", "0", "nl=a%07b&en=").await;
    assert!(hidden.text().contains("tekens die je niet ziet"));
    let form = "versie=0&tekst=house.whom&doe=voorbeeld&nl=%3Cb%3EEen%3C%2Fb%3E%0D%0ATwee&en=";
    let preview = site.post_form(TEXTS, &karin, form).await;
    assert_eq!(preview.status, StatusCode::OK);
    let text = preview.text();
    assert!(text.contains("&lt;b&gt;Een&lt;/b&gt;\nTwee") && !text.contains("<b>Een"), "{text}");
    let form = "versie=0&tekst=house.whom&doe=terug-nl&nl=Iets&en=Something";
    let reset = site.post_form(TEXTS, &karin, form).await;
    assert_eq!((area(&reset, "nl"), area(&reset, "en")), (String::new(), "Something".to_owned()));
    for key in ["", "nergens", "house"] {
        let lost = site.publishes(&karin, key, "0", "nl=Iets&en=").await;
        assert_eq!(lost.status, StatusCode::OK, "the list");
    }
    let published = site.records().published();
    assert_eq!(published.texts.iter().count(), 0, "nothing was published");
}

#[tokio::test]
async fn who_comes_second_with_a_text_is_told() {
    let site = Site::open().await;
    let (first, second) = (site.sign_in("karin").await, site.sign_in("karin").await);
    assert!(is_done(&site.publishes(&first, "house.whom", "0", "nl=Van+de+eerste&en=").await));
    let late = site.publishes(&second, "house.whom", "0", "nl=Van+de+tweede&en=Second").await;
    assert!(conflicts(&late), "{}", late.text());
    assert!(late.text().contains("Van de eerste"));
    assert_eq!((area(&late, "nl"), area(&late, "en")), ("Van de tweede".into(), "Second".into()));
    let words = |site: &Site| {
        let published = site.records().published();
        published.texts.get("house.whom", "nl", Some(UTRECHT)).map(str::to_owned)
    };
    assert_eq!(words(&site).as_deref(), Some("Van de eerste"));
    let version = late.field("versie");
    let on = site.publishes(&second, "house.whom", &version, "nl=Van+de+tweede&en=").await;
    assert!(is_done(&on));
    assert_eq!(words(&site).as_deref(), Some("Van de tweede"));
}

#[tokio::test]
async fn a_coordinator_chooses_who_helps_and_a_second_one_is_told() {
    let site = Site::open().await;
    let karin = site.sign_in("karin").await;
    let page = site.get(BACKUPS, &karin).await.text();
    assert_eq!(page.matches("name=\"regio\"").count(), 25);
    assert!(!page.contains("value=\"20\""), "not the own region");
    let form = "versie=0&regio=19&regio=12&regio=20&regio=999&regio=x";
    assert!(is_done(&site.post_form(BACKUPS, &karin, form).await));
    let backups = |site: &Site| site.records().published().backups.of(UTRECHT).to_vec();
    assert_eq!(backups(&site), [RegionId(12), RegionId(19)]);
    let late = site.post_form(BACKUPS, &karin, "versie=0&regio=3").await;
    assert!(conflicts(&late) && late.text().contains("IJsselland, Twente"), "{}", late.text());
    assert_eq!(late.text().matches(" checked").count(), 1, "what was ticked stays");
    assert_eq!(backups(&site), [RegionId(12), RegionId(19)]);
    let form = format!("versie={}&regio=3", late.field("versie"));
    assert!(is_done(&site.post_form(BACKUPS, &karin, &form).await));
    assert_eq!(backups(&site), [RegionId(3)]);
}

#[tokio::test]
async fn questions_are_published_for_the_own_region() {
    let site = Site::open().await;
    let karin = site.sign_in("karin").await;
    let page = site.get(QUESTIONS, &karin).await;
    assert_eq!(page.field("vraag-nl-0"), "Over wie gaat het?");
    let one = "vraag-nl-0=Hoe+laat%3F&vraag-en-0=What+time%3F&soort-0=keuze\
        &antwoorden-nl-0=Vroeg%0D%0ALaat&antwoorden-en-0=Early%0D%0ALate";
    let form = |version: &str, does: &str| format!("versie={version}&doe={does}&{one}");
    let preview = site.post_form(QUESTIONS, &karin, &form("0", "voorbeeld")).await;
    assert!(preview.text().contains("Extra vragen (mag je overslaan)"), "{}", preview.text());
    assert!(preview.text().contains("Extra questions (you may skip these)"));
    assert_eq!(site.records().published().questions.own().count(), 0);
    assert!(is_done(&site.post_form(QUESTIONS, &karin, &form("0", "publiceren")).await));
    let chat = site.get("/chat", "").await.text();
    assert!(chat.contains("Hoe laat?") && chat.contains("Over wie gaat het?"), "{chat}");
    assert!(site.get("/chat?taal=en", "").await.text().contains("What time?"));

    let late = site.post_form(QUESTIONS, &karin, &form("0", "publiceren")).await;
    assert!(conflicts(&late));
    assert_eq!(area(&late, "antwoorden-nl-0"), "Vroeg\nLaat");

    let usual = site.post_form(QUESTIONS, &karin, &form("1", "gewoon")).await;
    assert_eq!(usual.field("vraag-nl-0"), "Over wie gaat het?");
    assert_eq!(usual.field("versie"), "1");
    let empty = site.post_form(QUESTIONS, &karin, "versie=1&doe=publiceren").await;
    assert!(is_done(&empty), "nothing may be asked");
    let own: Vec<usize> =
        site.records().published().questions.own().map(|(_, own)| own.all().len()).collect();
    assert_eq!(own, [0]);
}

#[tokio::test]
async fn questions_move_by_buttons_and_bad_ones_are_refused_at_their_field() {
    let site = Site::open().await;
    let karin = site.sign_in("karin").await;
    let two = "versie=0&vraag-nl-0=Een&vraag-en-0=One&soort-0=tekst&vraag-nl-1=Twee&vraag-en-1=Two\
        &soort-1=meer&antwoorden-nl-1=Ja&antwoorden-en-1=Yes";
    let press = |does: &str| format!("{two}&doe={does}");
    for (does, first) in [("omhoog-1", "Twee"), ("omlaag-0", "Twee"), ("weg-0", "Twee")] {
        let page = site.post_form(QUESTIONS, &karin, &press(does)).await;
        assert_eq!(page.field("vraag-nl-0"), first, "{does}");
    }
    let added = site.post_form(QUESTIONS, &karin, &press("erbij")).await;
    assert_eq!(added.field("vraag-nl-2"), "");
    for does in ["omhoog-0", "omlaag-1", "weg-7", "weg-x", "publiceren", "voorbeeld"] {
        let refused = site.post_form(QUESTIONS, &karin, &press(does)).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{does}");
        assert!(refused.text().contains("Geef 2 tot 12 antwoorden"), "{does}");
        assert_eq!(refused.field("vraag-nl-1"), "Twee");
    }
    assert_eq!(site.records().published().questions.own().count(), 0);
}

#[tokio::test]
async fn canned_replies_are_added_changed_moved_and_removed() {
    let site = Site::open().await;
    let karin = site.sign_in("karin").await;
    let names = async || {
        let replies = site.records().shared_replies(UTRECHT).await.unwrap();
        replies.iter().map(|reply| reply.name().to_owned()).collect::<Vec<_>>()
    };
    let before = names().await;
    let add = "versie=0&was=&naam=thee&tekst=Neem+thee.&doe=opslaan";
    assert!(is_done(&site.post_form(REPLIES, &karin, add).await));
    let count = before.len() + 1;
    assert_eq!(names().await.last().map(String::as_str), Some("thee"));
    let page = site.get(&format!("{REPLIES}?zin={count}"), &karin).await;
    assert_eq!((page.field("naam"), page.field("was")), ("thee".into(), "thee".into()));
    let change = "versie=1&was=thee&naam=koffie&tekst=Neem+koffie.&doe=opslaan";
    assert!(is_done(&site.post_form(REPLIES, &karin, change).await));
    let up = format!("versie=2&doe=omhoog-{}", count - 1);
    assert!(is_done(&site.post_form(REPLIES, &karin, &up).await));
    assert_eq!(names().await[count - 2], "koffie");
    for late in [change, up.as_str(), "versie=0&was=koffie&naam=a&tekst=b&doe=weg"] {
        let late = site.post_form(REPLIES, &karin, late).await;
        assert!(conflicts(&late), "{}", late.text());
    }
    assert_eq!(names().await[count - 2], "koffie");
    let remove = "versie=3&was=koffie&naam=x&tekst=y&doe=weg";
    assert!(is_done(&site.post_form(REPLIES, &karin, remove).await));
    assert_eq!(names().await, before);
}

#[tokio::test]
async fn a_canned_reply_that_cannot_be_is_refused_with_what_was_typed() {
    let site = Site::open().await;
    let karin = site.sign_in("karin").await;
    let before = site.records().shared_replies(UTRECHT).await.unwrap();
    let name = before[0].name();
    for (form, says) in [
        ("naam=&tekst=Iets".to_owned(), "Geef een naam van 1 tot 40 tekens"),
        (format!("naam={}&tekst=Iets", "n".repeat(41)), "Geef een naam van 1 tot 40 tekens"),
        ("naam=thee&tekst=+".to_owned(), "Geef een zin van 1 tot 1000 tekens."),
        (format!("naam=thee&tekst={}", "t".repeat(1_001)), "Geef een zin van 1 tot 1000"),
        (format!("naam={}&tekst=Iets", name.to_uppercase()), "Er is al een zin met deze naam."),
    ] {
        let form = format!("versie=0&was=&doe=opslaan&{form}");
        let refused = site.post_form(REPLIES, &karin, &form).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{form}");
        assert!(refused.text().contains(says), "{form}");
        assert!(form.contains(&format!("naam={}", refused.field("naam"))), "{form}");
    }
    assert_eq!(site.records().shared_replies(UTRECHT).await.unwrap(), before);
}

#[tokio::test]
async fn nobody_else_changes_what_a_coordinator_decides() {
    let site = Site::open().await;
    for (name, paths) in [
        ("anna", &[TEXTS, BACKUPS, QUESTIONS, REPLIES][..]),
        ("beheer", &[BACKUPS, QUESTIONS, REPLIES][..]),
    ] {
        let cookies = site.sign_in(name).await;
        for path in paths {
            assert_eq!(site.get(path, &cookies).await.status, StatusCode::FORBIDDEN, "{path}");
            let form = "versie=0&doe=publiceren&tekst=house.whom&nl=Iets&en=";
            let refused = site.post_form(path, &cookies, form).await;
            assert_eq!(refused.status, StatusCode::FORBIDDEN, "{name} {path}");
        }
    }
}
