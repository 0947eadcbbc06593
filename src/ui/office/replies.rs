//! `/beheer/standaardzinnen`: the canned replies of a region, a list and a page for each.

use leptos::prelude::*;

use crate::{
    domain::reply::{REPLIES_LIMIT, REPLY_NAME_LIMIT, REPLY_TEXT_LIMIT, ReplyWords},
    ui::{
        office::{
            Section,
            parts::{Carried, Field, LongField, Meanwhile},
        },
        text::{Language, office::choices::OfficeChoices},
    },
};

/// What the page of one reply shows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReplyShown {
    /// The version that the form was made on.
    pub version: String,
    /// The name that it has in the list; empty for a new one.
    pub was: String,
    /// The name that stands in the form.
    pub name: String,
    /// The text that stands in the form.
    pub text: String,
    /// What is wrong.
    pub trouble: Option<ReplyTrouble>,
    /// What is stored, after somebody else changed something.
    pub stored: Option<StoredReply>,
}

/// What somebody else made of a reply meanwhile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StoredReply {
    /// It is there.
    There(ReplyWords),
    /// It is not.
    Gone,
}

/// What can be wrong with a reply.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReplyTrouble {
    /// No name, or a bad one.
    Name,
    /// Another reply has this name.
    Taken,
    /// No text, or a bad one.
    Text,
    /// There are as many as there may be.
    TooMany,
}

/// The address of the page of one reply, or of a new one.
#[must_use]
pub fn reply_path(place: Option<usize>, language: Language) -> String {
    let joint = if language == Language::English { "&" } else { "?" };
    let which = place.map_or_else(|| "nieuw".to_owned(), |place| (place + 1).to_string());
    format!("{}{joint}zin={which}", language.address(Section::Replies.path()))
}

/// The list.
#[component]
pub fn ReplyList(
    /// The version of the list.
    version: String,
    /// The replies in their order.
    replies: Vec<ReplyWords>,
    /// The language of the page.
    language: Language,
) -> impl IntoView {
    let text = OfficeChoices::of(language);
    let count = replies.len();
    let rows = replies.into_iter().enumerate().map(|(place, reply)| {
        let button = |does: &str, words: &'static str, label: String, there: bool| {
            there.then(|| {
                view! {
                    <button
                        class="quiet"
                        name="doe"
                        value=format!("{does}-{place}")
                        aria-label=label
                    >
                        {words}
                    </button>
                }
            })
        };
        let name = reply.name().to_owned();
        view! {
            <tr>
                <th scope="row">
                    <a href=reply_path(Some(place), language)>{name.clone()}</a>
                </th>
                <td>
                    <p class="own">{reply.text().to_owned()}</p>
                </td>
                <td>
                    <div class="actions">
                        {button("omhoog", text.up, text.up_reply.with(&[&name]), place > 0)}
                        {button(
                            "omlaag",
                            text.down,
                            text.down_reply.with(&[&name]),
                            place + 1 < count,
                        )}
                    </div>
                </td>
            </tr>
        }
    });
    let rows = rows.collect::<Vec<_>>();
    let table = if count == 0 {
        view! { <p>{text.no_replies}</p> }.into_any()
    } else {
        view! {
            <form method="post" action=language.address(Section::Replies.path())>
                <Carried name="versie" value=version />
                <div class="wide">
                    <table class="shared-replies">
                        <caption>{text.replies}</caption>
                        <thead>
                            <tr>
                                <th scope="col">{text.name}</th>
                                <th scope="col">{text.text}</th>
                                <th scope="col">{text.order}</th>
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            </form>
        }
        .into_any()
    };
    view! {
        <p class="intro">{text.replies_intro}</p>
        {if count < REPLIES_LIMIT {
            view! {
                <p>
                    <a href=reply_path(None, language)>{text.add_reply}</a>
                </p>
            }
                .into_any()
        } else {
            view! { <p>{text.too_many_replies}</p> }.into_any()
        }}
        {table}
    }
}

/// The page of one reply.
#[component]
pub fn ReplyPage(
    /// What it shows.
    shown: ReplyShown,
    /// The language of the page.
    language: Language,
) -> impl IntoView {
    let text = OfficeChoices::of(language);
    let ReplyShown { version, was, name, text: says, trouble, stored } = shown;
    let is_new = was.is_empty();
    let name_wrong = match trouble {
        Some(ReplyTrouble::Name) => text.name_wrong,
        Some(ReplyTrouble::Taken) => text.name_taken,
        Some(ReplyTrouble::TooMany) => text.too_many_replies,
        Some(ReplyTrouble::Text) | None => "",
    };
    let text_wrong = if trouble == Some(ReplyTrouble::Text) { text.text_wrong } else { "" };
    let stored = stored.map(|stored| {
        let words = match stored {
            StoredReply::There(reply) => format!("{}\n{}", reply.name(), reply.text()),
            StoredReply::Gone => text.gone.to_owned(),
        };
        view! {
            <Meanwhile path=language.address(Section::Replies.path()) language>
                <p class="own">{words}</p>
            </Meanwhile>
        }
    });
    let most = |limit: usize| u32::try_from(limit).unwrap_or(u32::MAX);
    view! {
        <div class="text-head">
            <p>
                <a href=language.address(Section::Replies.path())>{text.all_replies}</a>
            </p>
            <h2>{if is_new { text.new_reply } else { text.change_reply }}</h2>
        </div>
        {stored}
        <form method="post" action=language.address(Section::Replies.path())>
            <Carried name="versie" value=version />
            <Carried name="was" value=was />
            <Field
                name="naam"
                label=text.name
                value=name
                hint=text.name_hint
                error=name_wrong
                most=most(REPLY_NAME_LIMIT)
            />
            <LongField
                name="tekst"
                label=text.text
                value=says
                hint=text.text_hint
                error=text_wrong
                rows=6
                most=most(REPLY_TEXT_LIMIT)
            />
            <div class="actions">
                <button class="main" name="doe" value="opslaan">
                    {text.save}
                </button>
                {(!is_new)
                    .then(|| {
                        view! {
                            <button class="quiet" name="doe" value="weg">
                                {text.remove_reply}
                            </button>
                        }
                    })}
            </div>
        </form>
    }
}
