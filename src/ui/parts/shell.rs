//! The frame around every page: the ways out first, then the page, then what to do in danger.

use leptos::{either::Either, prelude::*};

use crate::{
    domain::staffing::Role,
    ui::{
        office::Section,
        page::Surroundings,
        pages::EMBED_PATH,
        parts::{
            danger::{DangerBlock, DangerStrip},
            look::{Brand, PageLook},
        },
        text::{
            Language, common::Common, desk::Desk, office::frame::Frame as Office, visitor::Visitor,
        },
    },
};

/// Whom a page is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Audience {
    /// Visitors: every screen has the quick exit.
    Visitor {
        /// The address of the neutral site that the exit leads to.
        exit: String,
    },
    /// Staff.
    Staff {
        /// Who is signed in.
        who: Option<Colleague>,
    },
}

/// Who is signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Colleague {
    /// The name that visitors and colleagues see.
    pub name: String,
    /// What they may do, which decides where the frame leads.
    pub role: Role,
}

/// What the frame must know about its page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// The language of the page.
    pub language: Language,
    /// The path of the page, without a query.
    pub path: String,
    /// Whom the page is for.
    pub audience: Audience,
    /// The installation is a demo.
    pub demo: bool,
}

/// The content of `<body>`. The skip link comes first, and right after it the link "Verlaat deze
/// site" (`#exit`; the page's script makes it quick, without a script it is an ordinary link).
#[component]
pub fn Shell(
    /// What the frame must know.
    frame: Frame,
    children: Children,
) -> impl IntoView {
    let Frame { language, path, audience, demo } = frame;
    let text = Common::of(language);
    let look = PageLook::here();
    let (home, exit, signed_in) = match audience {
        Audience::Visitor { exit } => ("/", Some(exit), None),
        Audience::Staff { who } => ("/werkplek", None, who),
    };
    let visitor = exit.is_some();
    let framed = visitor && use_context::<Surroundings>() == Some(Surroundings::PopUp);
    let for_all = visitor && path != EMBED_PATH;
    let languages: &[Language] = if for_all { &Language::ALL } else { &Language::OF_STAFF };
    view! {
        <header class="top">
            <a class="skip" href="#content">
                {text.skip}
            </a>
            {exit
                .map(|exit| {
                    view! {
                        <a
                            id="exit"
                            class="exit"
                            href=exit
                            rel="noreferrer noopener"
                            title=text.exit_keys
                        >
                            {text.exit}
                        </a>
                    }
                })}
            {framed
                .then(|| {
                    let close = Visitor::of(language).close;
                    view! { <button id="fold" type="button" class="cross" aria-label=close></button> }
                })}
            {visitor
                .then(|| {
                    let progress = Visitor::of(language).exit_progress;
                    view! {
                        <p
                            id="exit-progress"
                            class="exit-progress"
                            role="status"
                            data-two=progress.of(2)
                            data-one=progress.of(1)
                        ></p>
                    }
                })}
            <a class="brand" href=look.address(home, language) data-replace>
                <Brand language />
            </a>
            {if visitor {
                Either::Left(view! { <DangerStrip language /> })
            } else {
                Either::Right(signed_in.map(|who| view! { <SignedIn who path=path.clone() language /> }))
            }}
            <Languages language path choice=languages />
        </header>
        {demo.then(|| view! { <aside class="demo" aria-label="Demo">{text.demo}</aside> })}
        <main id="content" tabindex="-1">
            {children()}
        </main>
        {visitor
            .then(|| {
                view! {
                    <footer class="bottom">
                        <DangerBlock language />
                        <nav aria-label=text.footer>
                            <a href=look.address("/privacy", language) data-replace>
                                {text.privacy}
                            </a>
                            <a href=look.address("/toegankelijkheid", language) data-replace>
                                {text.accessibility}
                            </a>
                        </nav>
                    </footer>
                }
            })}
    }
}

/// The same page in every language that there is for it, each under the name that its speakers look
/// for. The choice is in the address and nowhere else.
#[component]
fn Languages(language: Language, path: String, choice: &'static [Language]) -> impl IntoView {
    let look = PageLook::here();
    let links = choice.iter().map(|other| {
        view! {
            <a
                href=look.address(&path, *other)
                lang=other.tag()
                hreflang=other.tag()
                dir=other.direction()
                aria-current=(*other == language).then_some("true")
                data-language
                data-replace
            >
                {other.own_name()}
            </a>
        }
    });
    view! {
        <nav class="languages" aria-label=Common::of(language).languages>
            {links.collect::<Vec<_>>()}
        </nav>
    }
}

/// Where staff can go, who is signed in, and the way out: a native post to `/uitloggen`. The desk wipes its keys when
/// `#sign-out` is sent.
#[component]
fn SignedIn(who: Colleague, path: String, language: Language) -> impl IntoView {
    let (text, office) = (Desk::of(language), Office::of(language));
    let Colleague { name, role } = who;
    let desk = role.region().is_some().then_some(("/werkplek", text.desk, path == "/werkplek"));
    let section = Section::open_to(role).first().filter(|_| !matches!(role, Role::Worker(_)));
    let in_office = path.starts_with("/beheer");
    let office = match section {
        Some(section) => (section.path(), office.office, in_office),
        None => (Section::Account.path(), office.account, in_office),
    };
    let places = desk.into_iter().chain([office]).map(|(path, name, here)| {
        view! {
            <a href=language.address(path) aria-current=here.then_some("true")>
                {name}
            </a>
        }
    });
    view! {
        <div class="staff">
        <nav class="places" aria-label=text.places>
            {places.collect::<Vec<_>>()}
        </nav>
        <form id="sign-out" class="signed-in" method="post" action="/uitloggen">
            <span>{text.signed_in_as} " " <strong>{name}</strong></span>
            <button type="submit" class="quiet">
                {text.sign_out}
            </button>
        </form>
        </div>
    }
}
