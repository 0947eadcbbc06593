//! Every path there is, walked: what every answer carries, what other sites may do, and that asking
//! changes nothing. The paths come from the router's own lists, so none can be forgotten; what is
//! not as everywhere else stands in one table.

mod asking;
mod headers;

use std::collections::BTreeSet;

use axum::http::{Method, Request, StatusCode, header};
use veiligchat::{
    host::{office, router},
    service::records::FrameSites,
};

use self::{
    asking::{Kept, Somebody},
    headers::{Shared, check},
};
use super::site::{Answer, Site};

/// A path that is not as all others.
struct Exception {
    path: &'static str,
    what: Special,
}

enum Special {
    /// Sites that an administrator names may show it in a frame.
    Framed,
    /// It is shown in a frame of our own page, and in no other.
    FramedByUs,
    /// It shows a page of ours in a frame.
    Frames,
    /// Other sites may read it, without a cookie, and keep it for so many seconds.
    Shared(Shared),
    /// It is posted to, and may then set or take a cookie.
    GivesCookies,
}

/// All exceptions. A path that is gone may not stay here.
const EXCEPTIONS: &[Exception] = &[
    Exception { path: "/chat", what: Special::Framed },
    Exception { path: PREVIEW, what: Special::FramedByUs },
    Exception { path: "/insluiten", what: Special::Frames },
    Exception { path: "/status", what: Special::Shared(Shared { seconds: 5 }) },
    Exception { path: "/insluiten.js", what: Special::Shared(Shared { seconds: 300 }) },
    Exception { path: "/inloggen", what: Special::GivesCookies },
    Exception { path: "/inloggen/code", what: Special::GivesCookies },
    Exception { path: "/inloggen/instellen", what: Special::GivesCookies },
    Exception { path: "/uitloggen", what: Special::GivesCookies },
    Exception { path: "/uitnodiging", what: Special::GivesCookies },
];

/// Where a form is posted by the browser itself, and below.
const WITH_NATIVE_FORM: &[&str] =
    &["/inloggen", "/werkplek", "/beheer", "/uitnodiging", "/ontgrendelen", "/insluiten"];

/// The note of an export in the log of who did what.
const EXPORTED: &str = "registrations-exported";

/// The chat as the page for webmasters shows it.
const PREVIEW: &str = "/chat?kader=voorbeeld";

/// The site that may frame the chat here.
const FRIEND: &str = "https://www.gemeente.example";

/// Every path: the router's, the office's, the server functions', and some that there are not.
fn paths() -> BTreeSet<String> {
    let own = router::routes().iter().map(|(path, _)| *path);
    let offices = office::routes().map(|route| route.path);
    let functions = server_fn::axum::server_fn_paths().map(|(path, _)| path);
    let nowhere = ["/nergens", "/api/niets", "/beheer/niets", "/chat/", "/.git/config"];
    let all = own.chain(offices).chain(functions).chain([PREVIEW]).chain(nowhere);
    // A path with a place for a name is tried with one.
    let named = [("{version}", "0000"), ("{*file}", "a/b.js"), ("{file}", "niets.css")];
    all.map(|path| {
        named.iter().fold(path.to_owned(), |path, (name, value)| path.replace(name, value))
    })
    .collect()
}

fn exception(path: &str) -> impl Iterator<Item = &'static Special> {
    EXCEPTIONS.iter().filter(move |exception| exception.path == path).map(|it| &it.what)
}

fn request(method: &Method, path: &str, cookies: &str) -> axum::http::request::Builder {
    Request::builder()
        .method(method)
        .uri(path)
        .header(header::HOST, "chat.example")
        .header(header::COOKIE, cookies)
}

async fn ask(site: &Site, method: &Method, path: &str, who: &Somebody, from: &str) -> Answer {
    let request = request(method, path, &who.cookies).header("sec-fetch-site", from);
    site.ask(request.body(String::new().into()).unwrap()).await
}

async fn let_a_friend_frame_the_chat(site: &Site) {
    let mut settings = site.records().published().settings.clone();
    settings.frames = FrameSites::parse(FRIEND).unwrap();
    site.records().set_settings(settings).await.unwrap();
}

#[test]
fn the_walk_covers_everything_and_no_exception_is_out_of_date() {
    let paths = paths();
    assert!(paths.len() > 60, "{}", paths.len());
    for path in ["/", "/chat", "/beheer/teksten", "/api/visitor/send", "/pkg/0000/a/b.js"] {
        assert!(paths.contains(path), "{path}");
    }
    for exception in EXCEPTIONS {
        assert!(paths.contains(exception.path), "{} is no path", exception.path);
    }
}

#[tokio::test]
async fn every_answer_to_everybody_carries_what_keeps_it_to_itself() {
    let kept = Kept::open().await;
    let_a_friend_frame_the_chat(&kept.site).await;
    let (people, mut nonces) = (kept.people().await, BTreeSet::new());
    let (nobody, all) = (&people[..1], &people[..]);
    // Posting comes last: whoever signs out is somebody else afterwards.
    for (method, asking) in [
        (Method::GET, all),
        (Method::HEAD, nobody),
        (Method::OPTIONS, nobody),
        (Method::PUT, nobody),
        (Method::DELETE, nobody),
        (Method::POST, all),
    ] {
        for (path, who) in paths().iter().flat_map(|path| asking.iter().map(move |who| (path, who)))
        {
            let answer = ask(&kept.site, &method, path, who, "same-origin").await;
            let asked = format!("{method} {path} as {}", who.name);
            let nonce = check(&asked, &method, path, &answer);
            assert!(nonces.insert(nonce), "{asked}: the nonce of another answer");
            let is_known = [Method::GET, Method::HEAD, Method::POST].contains(&method);
            // Whoever is not signed in is sent to where one signs in, whatever they ask of the office.
            let refused = answer.status.is_client_error() || answer.status == StatusCode::SEE_OTHER;
            assert!(is_known || refused, "{asked}: {}", answer.status);
            assert!(!answer.status.is_server_error(), "{asked}: {}", answer.status);
        }
    }
}

#[tokio::test]
async fn whatever_another_site_posts_is_refused_and_changes_nothing() {
    let kept = Kept::open().await;
    let people = kept.people().await;
    let before = kept.content();
    let forged: [&[(&str, &str)]; 5] = [
        &[("sec-fetch-site", "cross-site")],
        &[("sec-fetch-site", "same-site")],
        &[("sec-fetch-site", "cross-site"), ("origin", "https://chat.example")],
        &[("origin", "https://elders.example")],
        &[("origin", "null")],
    ];
    for path in &paths() {
        for who in &people {
            for headers in forged {
                let mut request = request(&Method::POST, path, &who.cookies);
                for (name, value) in headers {
                    request = request.header(*name, *value);
                }
                let answer = kept.site.ask(request.body(String::new().into()).unwrap()).await;
                let asked = format!("{path} as {} with {headers:?}", who.name);
                assert_eq!(answer.status, StatusCode::FORBIDDEN, "{asked}");
                assert!(answer.cookies().is_empty(), "{asked}");
            }
        }
    }
    assert_eq!(kept.content(), before);
    // The comparison sees what one post of our own changes.
    let anna = people.iter().find(|who| who.name == "anna").unwrap();
    let answer = kept.site.post_form("/uitloggen", &anna.cookies, "").await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert_ne!(kept.content(), before);
}

#[tokio::test]
async fn asking_for_a_page_changes_nothing() {
    let kept = Kept::open().await;
    let people = kept.people().await;
    kept.somebody_waits().await;
    let before = kept.content();
    assert!(before.len() > 300 && before.contains("stream_desk"), "{}", before.len());
    for path in &paths() {
        for who in &people {
            // As a link or an image on another site asks.
            for method in [Method::GET, Method::HEAD] {
                let answer = ask(&kept.site, &method, path, who, "cross-site").await;
                assert!(answer.cookies().is_empty(), "{method} {path} as {}", who.name);
            }
        }
    }
    // That somebody took the registrations away is written down, and nothing else is.
    let written_down = |line: &&str| line.starts_with("audit: ") && line.contains(EXPORTED);
    let after = kept.content();
    let (notes, rest): (Vec<&str>, Vec<&str>) = after.lines().partition(written_down);
    assert_eq!(notes.len(), 2, "by GET and by HEAD, by the coordinator: {notes:?}");
    // The numbers of those notes are counted as well.
    let counted = |line: &&str| !line.starts_with("sqlite_sequence: [Text(\"audit\")");
    let of = |lines: Vec<&'_ str>| lines.into_iter().filter(counted).map(str::to_owned).collect();
    let (rest, before): (Vec<String>, Vec<String>) = (of(rest), of(before.lines().collect()));
    assert_eq!(rest, before);
}
