//! The chat on other websites: the pop-up's script, what it asks beside the status, and the page for
//! whoever puts it there. None of it depends on who asks: no cookie, no referrer, no origin is read.
//! The pop-up compares its own website with the list, which stands in the policy of `/chat` anyway.

use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use leptos::{
    prelude::*,
    serde_json::{Map, Value, json},
};

use super::{
    assets,
    config::Transport,
    context::Edge,
    pages::{Seen, render},
};
use crate::{
    browser::scripts,
    domain::{
        appearance::{Colours, HouseName, Scheme, Shades},
        region::Region,
    },
    service::records::{FrameSite, Mode},
    ui::{
        page::{Island, Page, Surroundings},
        pages::{EMBED_PATH, EmbedPage, Embedding, PopUpOption},
        text::{
            Language,
            common::{Common, EMERGENCY_LINK, PHONE_LINK},
            embed::{PopUp, webmasters::Webmasters},
            pages::Pages,
            visit::Visit,
            visitor::Visitor,
        },
    },
};

/// What the address says of the page around `/chat`.
const FRAME: &str = "kader";

/// The value of [`FRAME`] on our own page for webmasters, which no other site can frame.
const PREVIEW: &str = "voorbeeld";

/// What the query says under this name; slugs and other plain words only.
pub(super) fn asked<'a>(query: &'a str, name: &str) -> Option<&'a str> {
    let pairs = query.split('&').map(|pair| pair.split_once('=').unwrap_or((pair, "")));
    pairs.rev().find(|(key, _)| *key == name).map(|(_, value)| value)
}

/// Whether `/chat` is asked for inside the pop-up.
pub(super) fn surroundings(query: &str) -> Surroundings {
    if asked(query, FRAME).is_some() { Surroundings::PopUp } else { Surroundings::None }
}

/// Whether this is `/chat` for the preview, which only this site itself may frame.
pub(super) fn is_preview(query: &str) -> bool {
    asked(query, FRAME) == Some(PREVIEW)
}

/// The region that the query names.
pub(super) fn region(edge: &Edge, query: &str) -> Option<Region> {
    let slug = asked(query, "regio")?;
    edge.rooms().records.published().regions.open().find(|region| region.slug == slug).cloned()
}

/// The path of `/chat` with the frame that it stays in when another language is chosen. (The region
/// stays with its look.)
pub(super) fn chat_path(query: &str) -> String {
    match asked(query, FRAME) {
        None => "/chat".to_owned(),
        Some(kind) => {
            let kind = if kind == PREVIEW { PREVIEW } else { "site" };
            format!("/chat?{FRAME}={kind}")
        }
    }
}

/// `/insluiten.js`: for any website, the same for everybody.
pub async fn script(headers: HeaderMap) -> Response {
    // Made small where the site was built; a development server has it as it was written.
    let mut response = assets::packed("insluiten.js", &headers)
        .unwrap_or_else(|| scripts::POP_UP.as_str().into_response());
    for (name, value) in [
        (header::CONTENT_TYPE, "text/javascript; charset=utf-8"),
        (header::CACHE_CONTROL, "public, max-age=300"),
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
        (HeaderName::from_static("cross-origin-resource-policy"), "cross-origin"),
    ] {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}

/// What the pop-up has to know besides the status.
pub(super) fn told(edge: &Edge, region: Option<&Region>, language: Language) -> Map<String, Value> {
    let published = edge.rooms().records.published();
    let sites: Vec<&str> = published.settings.frames.all().iter().map(FrameSite::as_str).collect();
    let (common, visitor) = (Common::of(language), Visitor::of(language));
    let text = PopUp::of(language);
    let presses = [2, 1].map(|left| visitor.exit_progress.of(left));
    let look = published.appearances.shown(region.map(|region| region.id));
    let name = look.name.as_ref().map_or(common.brand, HouseName::as_str);
    let told = json!({
        "taal": language.tag(),
        "richting": language.direction(),
        "regio": region.map(|region| &region.slug),
        "sites": sites,
        "exit": published.settings.exit.as_str(),
        "kleuren": look.colours.map(colours),
        "text": {
            "panel": text.panel.with(&[name]),
            "start": Pages::of(language).start,
            "tab": text.tab,
            "stay": text.stay,
            "close": visitor.close,
            "back": text.back,
            "turn": Visit::of(language).turn,
            "unread": text.unread.with(&["{}"]),
            "exit": common.exit,
            "presses": presses,
            "danger": common.danger_now,
            "calls": [[EMERGENCY_LINK, common.danger_call], [PHONE_LINK, common.talk_call]],
        },
    });
    match told {
        Value::Object(told) => told,
        _ => Map::new(),
    }
}

/// An organisation's colours, as properties of the pop-up's style.
fn colours(colours: Colours) -> Value {
    let of = |scheme: Scheme| {
        let Shades { main, on_main, .. } = scheme.shades(colours.of(scheme));
        (main.to_string(), on_main.to_string())
    };
    let ((light, on_light), (dark, on_dark)) = (of(Scheme::Light), of(Scheme::Dark));
    json!({
        "--light-main": light,
        "--light-on": on_light,
        "--dark-main": dark,
        "--dark-on": on_dark,
    })
}

/// `/insluiten`
pub async fn page(State(edge): State<Edge>, request: Request) -> Response {
    let seen = Seen::of(&edge, &request);
    let language = seen.language();
    let query = request.uri().query().unwrap_or_default();
    let published = edge.rooms().records.published();
    let one_of = |name: &'static str, field: &str, values: &[&str]| {
        let value = asked(query, field).filter(|value| values.contains(value));
        PopUpOption { name, value: value.unwrap_or_default().to_owned() }
    };
    let regions = published.regions.open();
    let embedding = Embedding {
        origin: origin(&edge, request.headers()),
        regions: regions.map(|region| (region.slug.clone(), region.name.clone())).collect(),
        options: [
            PopUpOption {
                name: "regio",
                value: region(&edge, query).map(|region| region.slug).unwrap_or_default(),
            },
            one_of("taal", "voor", &["nl", "en", "ar"]),
            one_of("plaats", "plaats", &["links"]),
            one_of("thema", "thema", &["licht", "donker"]),
        ],
        demo: published.settings.mode == Mode::Demo,
    };
    let frame = seen.for_staff(None);
    render(&edge, request, StatusCode::OK, move || {
        let embedding = embedding.clone();
        view! {
            <Page title=Webmasters::of(language).title frame=frame.clone() island=Island::None>
                <EmbedPage embedding language />
            </Page>
        }
    })
    .await
}

/// The address under which this page was asked for: what a webmaster has to copy.
fn origin(edge: &Edge, headers: &HeaderMap) -> String {
    let scheme = match edge.transport() {
        Transport::Https => "https",
        Transport::PlainLoopback => "http",
    };
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    format!("{scheme}://{host}")
}

/// What the policy of this path says more than all others: the preview is a frame of our own.
pub(super) fn more_policy(path: &str) -> &'static str {
    if path == EMBED_PATH { "frame-src 'self'; " } else { "" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_query_is_asked_by_whole_names_and_the_last_one_counts() {
        assert_eq!(asked("regio=utrecht&taal=en", "regio"), Some("utrecht"));
        assert_eq!(asked("regio=utrecht&regio=twente", "regio"), Some("twente"));
        assert_eq!(asked("insluiten&taal=en", "insluiten"), Some(""));
        assert_eq!(asked("geenregio=utrecht", "regio"), None);
        assert_eq!(asked("", "regio"), None);
    }

    #[test]
    fn a_preview_is_no_website_and_a_website_is_no_preview() {
        assert!(is_preview("kader=voorbeeld") && !is_preview("kader=site"));
        // Whatever else is said of the frame: it is that of a website, which the list decides about.
        assert!(!is_preview("kader=voorbeeld&kader=site"));
        assert_eq!(surroundings("kader=site"), Surroundings::PopUp);
        assert_eq!(surroundings("taal=en"), Surroundings::None);
    }

    #[test]
    fn another_language_is_chosen_within_the_same_frame() {
        assert_eq!(chat_path("taal=en"), "/chat");
        assert_eq!(chat_path("kader=x&taal=en"), "/chat?kader=site");
        assert_eq!(chat_path("kader=voorbeeld"), "/chat?kader=voorbeeld");
    }
}
