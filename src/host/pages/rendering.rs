//! What every page takes from its request, and how it becomes a document.

use std::sync::Arc;

use axum::{body::Body, extract::Request, http::StatusCode, response::Response};
use leptos::prelude::*;

use crate::{
    host::{
        appearance,
        context::{Edge, language_of},
    },
    service::{account::SignedIn, records::Mode},
    ui::{
        parts::{
            own::OwnWords,
            shell::{Audience, Colleague, Frame},
        },
        text::{Language, own::OwnText},
    },
};

/// What every page takes from its request and from the settings.
pub(in crate::host) struct Seen {
    language: Language,
    path: String,
    demo: bool,
    exit: String,
}

impl Seen {
    /// The same, for a page whose address has more than a path.
    pub(in crate::host) fn at(mut self, path: String) -> Self {
        self.path = path;
        self
    }

    pub(in crate::host) const fn language(&self) -> Language {
        self.language
    }

    pub(in crate::host) fn of(edge: &Edge, request: &Request) -> Self {
        let published = edge.rooms().records.published();
        Self {
            language: language_of(request.uri()),
            path: request.uri().path().to_owned(),
            demo: published.settings.mode == Mode::Demo,
            exit: published.settings.exit.as_str().to_owned(),
        }
    }

    pub(in crate::host) fn for_visitors(&self) -> Frame {
        self.frame(Audience::Visitor { exit: self.exit.clone() })
    }

    pub(in crate::host) fn for_staff(&self, who: Option<&SignedIn>) -> Frame {
        let who =
            who.map(|who| Colleague { name: who.shown_name.as_str().to_owned(), role: who.role });
        self.frame(Audience::Staff { who })
    }

    pub(in crate::host) fn frame(&self, audience: Audience) -> Frame {
        Frame { language: self.language, path: self.path.clone(), audience, demo: self.demo }
    }
}

/// Renders a document with everything that pages find in their context.
pub(in crate::host) async fn render<View: IntoView + 'static>(
    edge: &Edge,
    request: Request,
    status: StatusCode,
    view: impl Fn() -> View + Send + Sync + 'static,
) -> Response {
    render_any(edge, request, status, Arc::new(move || view().into_any())).await
}

/// One for all pages: made for each of them, it took most of the time of a release build.
async fn render_any(
    edge: &Edge,
    request: Request,
    status: StatusCode,
    view: Arc<dyn Fn() -> AnyView + Send + Sync>,
) -> Response {
    let (edge, words) = (edge.clone(), own_words(edge, &request));
    let look = appearance::of_page(&edge.rooms().records.published(), request.uri());
    let provide = move || {
        edge.provide();
        provide_context(words.clone());
        provide_context(look.clone());
    };
    let render = leptos_axum::render_app_async_with_context(provide, move || view());
    let mut response: Response<Body> = render(request).await;
    *response.status_mut() = status;
    response
}

/// The own words for a page; those of the regions only where a region is chosen.
fn own_words(edge: &Edge, request: &Request) -> OwnWords {
    let language = language_of(request.uri());
    let with_regions = request.uri().path() == "/chat";
    let published = edge.rooms().records.published();
    let mut own = OwnWords::default();
    // The last one stays. In a language that no organisation writes in, English before Dutch.
    let languages: &[Language] = if Language::OF_STAFF.contains(&language) {
        &[language]
    } else {
        &[Language::Dutch, Language::English, language]
    };
    for written_in in languages {
        for (place, words) in published.texts.iter() {
            if place.language() == written_in.tag()
                && (with_regions || place.region().is_none())
                && let Some(text) = OwnText::from_key(place.key())
            {
                own.set(text, place.region(), *written_in, words.as_str().to_owned());
            }
        }
    }
    own
}
