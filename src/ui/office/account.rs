//! `/beheer/account`: everybody's own password, second factor and sessions.

use leptos::prelude::*;

use super::{
    parts::{Carried, Field},
    stamp::Stamp,
};
use crate::ui::text::{
    Language,
    office::{account::Account, entering::Entering},
};

/// What is wrong with what was typed, by field.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AccountTrouble {
    /// With the password of now, in the form about the password.
    pub old: String,
    /// With the new password.
    pub new: String,
    /// With its repetition.
    pub again: String,
    /// With the password in the form about the second factor.
    pub factor: String,
}

/// One of the own sessions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionRow {
    /// Its number, for the form.
    pub id: i64,
    /// When it started.
    pub since: Stamp,
    /// When it was last used.
    pub last_used: Stamp,
    /// It is the one that looks.
    pub is_this: bool,
}

/// What the page shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountSeen {
    /// How many recovery codes are left; `None` without a second factor.
    pub recovery_left: Option<usize>,
    /// The sessions, the oldest first.
    pub sessions: Vec<SessionRow>,
    /// What is wrong.
    pub trouble: AccountTrouble,
}

/// The own account.
#[component]
pub fn AccountPage(
    /// What the page shows.
    seen: AccountSeen,
    /// The language of the page.
    language: Language,
) -> impl IntoView {
    let AccountSeen { recovery_left, sessions, trouble } = seen;
    let AccountTrouble { old, new, again, factor } = trouble;
    view! {
        <PasswordForm old new again language />
        <FactorForm recovery_left error=factor language />
        <Sessions sessions language />
    }
}

#[component]
fn PasswordForm(old: String, new: String, again: String, language: Language) -> impl IntoView {
    let (text, rules) = (Account::of(language), Entering::of(language));
    let action = language.address("/beheer/account/wachtwoord");
    view! {
        <section class="card" aria-labelledby="password-title">
            <h2 id="password-title">{text.password}</h2>
            <form method="post" action=action>
                <Field
                    name="oud"
                    label=text.old
                    value=""
                    error=old
                    kind="password"
                    most=1000
                    required=true
                    autocomplete="current-password"
                />
                <p>{rules.welcome_rules}</p>
                <p>{rules.welcome_not}</p>
                <Field
                    name="nieuw"
                    label=text.new
                    value=""
                    error=new
                    kind="password"
                    most=1000
                    required=true
                    autocomplete="new-password"
                />
                <Field
                    name="nogmaals"
                    label=text.again
                    value=""
                    error=again
                    kind="password"
                    most=1000
                    required=true
                    autocomplete="new-password"
                />
                <div class="actions">
                    <button type="submit" class="main">
                        {text.change}
                    </button>
                </div>
            </form>
        </section>
    }
}

#[component]
fn FactorForm(recovery_left: Option<usize>, error: String, language: Language) -> impl IntoView {
    let text = Account::of(language);
    let action = language.address("/beheer/account/code");
    let (state, kept, set) = match recovery_left {
        Some(_) => (text.factor_on, Some(text.factor_kept), text.factor_renew),
        None => (text.factor_off, None, text.factor_set),
    };
    let renew = recovery_left.map(|left| {
        let left = text.recovery_left.with(&[&left.to_string()]);
        let button = view! {
            <button type="submit" name="wat" value="herstelcodes">
                {text.recovery}
            </button>
        };
        (view! { <p>{left}</p> }, button)
    });
    let (left, renew) = renew.unzip();
    view! {
        <section class="card" aria-labelledby="factor-title">
            <h2 id="factor-title">{text.factor}</h2>
            <p>{state}</p>
            {left}
            {kept.map(|kept| view! { <p>{kept}</p> })}
            <form method="post" action=action>
                <Field
                    name="wachtwoord"
                    label=text.old
                    value=""
                    error=error
                    hint=text.factor_why
                    kind="password"
                    most=1000
                    required=true
                    autocomplete="current-password"
                />
                <div class="actions">
                    <button type="submit" name="wat" value="instellen" class="main">
                        {set}
                    </button>
                    {renew}
                </div>
            </form>
        </section>
    }
}

#[component]
fn Sessions(sessions: Vec<SessionRow>, language: Language) -> impl IntoView {
    let text = Account::of(language);
    let action = language.address("/beheer/account/sessies");
    let others = sessions.iter().any(|row| !row.is_this);
    let end_others = others.then(|| {
        view! {
            <form method="post" action=action.clone()>
                <div class="actions">
                    <button type="submit" name="wat" value="andere">
                        {text.end_others}
                    </button>
                </div>
            </form>
        }
    });
    let rows = sessions.into_iter().map(|row| {
        let since = row.since.words(language);
        let end = if row.is_this {
            view! { <strong>{text.this_one}</strong> }.into_any()
        } else {
            let named = text.end_named.with(&[&since]);
            view! {
                <form method="post" action=action.clone()>
                    <Carried name="sessie" value=row.id.to_string() />
                    <button type="submit" aria-label=named>
                        {text.end}
                    </button>
                </form>
            }
            .into_any()
        };
        view! {
            <tr>
                <td>{since}</td>
                <td>{row.last_used.words(language)}</td>
                <td>{end}</td>
            </tr>
        }
    });
    view! {
        <section class="card" aria-labelledby="sessions-title">
            <h2 id="sessions-title">{text.sessions}</h2>
            <div class="wide" role="region" aria-labelledby="sessions-title" tabindex="0">
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{text.since}</th>
                            <th scope="col">{text.last_used}</th>
                            <th scope="col">{text.which}</th>
                        </tr>
                    </thead>
                    <tbody>{rows.collect::<Vec<_>>()}</tbody>
                </table>
            </div>
            {(!others).then(|| view! { <p class="hint">{text.only_this}</p> })}
            {end_others}
        </section>
    }
}
