//! A page around its content.

use leptos::{nonce::use_nonce, prelude::*};

use super::{boot::Site, desk::Desk, visitor::Chat};
use crate::{browser::scripts, ui::boot::Boot};

/// Where "Verlaat deze site" leads; in every page's context.
#[derive(Clone, Debug)]
pub struct NeutralSite(pub String);

/// The document: head, quick exit, content. `boot` is the page's [`Boot`], if it has an island.
#[component]
fn Page(
    /// The title, neutral on every page a visitor sees.
    title: &'static str,
    /// The scripts of the island.
    #[prop(optional, into)]
    boot: ViewFn,
    children: Children,
) -> impl IntoView {
    let site = expect_context::<Site>();
    let neutral = expect_context::<NeutralSite>();
    view! {
        <!DOCTYPE html>
        <html lang="nl">
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <title>{title}</title>
                <link rel="icon" href=site.address("icon.svg") />
                <link rel="stylesheet" href=site.address("veiligchat.css") />
                {boot.run()}
            </head>
            <body>
                <a href=neutral.0 data-exit rel="noreferrer">
                    "Verlaat deze site"
                </a>
                {children()}
                <script nonce=use_nonce() inner_html=scripts::PAGE></script>
            </body>
        </html>
    }
}

/// `/`
#[component]
pub fn Home() -> impl IntoView {
    view! {
        <Page title="Chat">
            <main>
                <h1>"Chat"</h1>
                <a href="/chat" data-replace>
                    "Start de chat"
                </a>
            </main>
        </Page>
    }
}

/// `/chat`
#[component]
pub fn ChatPage() -> impl IntoView {
    view! {
        <Page title="Chat" boot=|| view! { <Boot /> }>
            <Chat />
        </Page>
    }
}

/// `/werkplek`
#[component]
pub fn DeskPage() -> impl IntoView {
    view! {
        <Page title="Werkplek" boot=|| view! { <Boot lazy="desk_loader" /> }>
            <Desk />
        </Page>
    }
}

/// Any other path.
#[component]
pub fn NotFound() -> impl IntoView {
    view! {
        <Page title="Chat">
            <main>
                <h1>"Deze pagina is er niet"</h1>
                <p>"Bel gratis 0800-2000. Bij gevaar: bel 112."</p>
            </main>
        </Page>
    }
}
