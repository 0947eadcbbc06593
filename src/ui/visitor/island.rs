//! The island of `/chat`: the form, alive as early as can be. The visit is fetched meanwhile.

use leptos::{prelude::*, task::spawn_local};

use super::{
    ChatScreen, ChatView, FormAction, Place, Stage,
    visit::{Beginning, fetch_visit, visit},
};
use crate::{
    browser::{
        early::come_alive,
        lazy::until_arrived,
        page,
        panic::show_on_panic,
        regions::{self, Found},
        visitor::can_resume,
    },
    domain::ids::RegionId,
    protocol::NICKNAME_LIMIT,
    ui::{
        page::PageSettings,
        parts::region::REGION_LIST,
        text::{Language, visitor::Visitor},
    },
};

/// `/chat`, all of it. `children` stand in the form: what only the server needs to render.
#[island]
pub fn Chat(children: Children) -> impl IntoView {
    let PageSettings { language, return_minutes } = PageSettings::here();
    let screen = ChatScreen::new(language, return_minutes);
    Effect::new(move || {
        show_on_panic(Visitor::of(language).panic);
        if can_resume() {
            screen.stage.set(Stage::Waiting(Place::Connecting));
            begin(screen, Beginning::Resume);
            return;
        }
        page::show_form();
        if let Some(form) = screen.sign_up.form.get_untracked() {
            come_alive(&form);
        }
    });
    view! { <ChatView screen act>{children()}</ChatView> }
}

fn act(screen: ChatScreen, action: FormAction) {
    match action {
        FormAction::Start => start(screen),
        FormAction::Region => {
            // It is asked for again when it is needed.
            spawn_local(async { drop(fetch_visit().await) });
            note_region(&screen);
        }
    }
}

/// Begins the visit as soon as it has arrived.
fn begin(screen: ChatScreen, beginning: Beginning) {
    spawn_local(async move {
        until_arrived(|| visit(screen, beginning.clone())).await;
    });
}

/// "Start de chat".
fn start(screen: ChatScreen) {
    if screen.sign_up.busy.get_untracked() {
        return;
    }
    let nickname = screen.sign_up.nickname.get_untracked().map(|field| field.value());
    let nickname = nickname.unwrap_or_default().trim().to_owned();
    let note = nickname_note(&nickname, screen.language);
    screen.sign_up.nickname_note.set(note.to_owned());
    let region = note_region(&screen);
    if !note.is_empty() || region.is_none() {
        let field = if note.is_empty() { screen.sign_up.region } else { screen.sign_up.nickname };
        if let Some(field) = field.get_untracked() {
            // Refused only where the field is gone.
            let _ = field.focus();
        }
        return;
    }
    let Some((region, region_name)) = region else { return };
    screen.sign_up.busy.set(true);
    screen.trouble.set(String::new());
    begin(screen, Beginning::SignUp { nickname, region, region_name });
}

fn nickname_note(nickname: &str, language: Language) -> &'static str {
    let text = Visitor::of(language);
    match nickname.chars().count() {
        0 => text.nickname_missing,
        count if count > NICKNAME_LIMIT => text.nickname_long,
        _ => "",
    }
}

/// Says which region the typed name leads to, or why to none.
fn note_region(screen: &ChatScreen) -> Option<(RegionId, String)> {
    let text = Visitor::of(screen.language);
    let typed = screen.sign_up.region.get_untracked().map(|field| field.value());
    let (note, region) = match regions::find(REGION_LIST, &typed.unwrap_or_default()) {
        Found::Nothing => (text.region_missing.to_owned(), None),
        Found::Unknown => (text.region_unknown.to_owned(), None),
        Found::Several(names) => {
            let names = names.into_iter().reduce(|all, next| all + ", " + &next);
            (text.region_several.with(&[&names.unwrap_or_default()]), None)
        }
        Found::One(id, name) => (text.region_chosen.with(&[&name]), Some((id, name))),
    };
    screen.sign_up.region_note.set(note);
    screen.sign_up.region_wrong.set(region.is_none());
    region
}
