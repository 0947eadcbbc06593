//! The opened conversation.

use leptos::prelude::*;

use crate::{
    domain::ids::ConversationId,
    ui::{
        desk::{DeskAction, DeskScreen, DeskTab, Ending, Progress, tabs::presence},
        parts::{
            confirm::{Confirm, Question},
            conversation::{Composer, Log},
            shown,
        },
        text::{conversation::Conversation, desk::Desk},
    },
};

/// The opened conversation, with its own elements.
pub fn panel(
    id: ConversationId,
    screen: &DeskScreen,
    act: Callback<DeskAction>,
) -> impl IntoView + use<> {
    let DeskScreen { language, tabs, progress, conversation, .. } = *screen;
    let text = Desk::of(language);
    let shared = Conversation::of(language);
    let of_tab = move |words: fn(&DeskTab, &'static Desk) -> String| {
        move || {
            tabs.with(|tabs| {
                tabs.iter().find(|tab| tab.id == id).map(|tab| words(tab, text)).unwrap_or_default()
            })
        }
    };
    let over = move || matches!(progress.get(), Progress::Over(_));
    let end = Question {
        open: shared.end,
        question: text.end_question,
        yes: shared.end_yes,
        no: shared.end_no,
    };
    view! {
        <section id="panel" class="panel room" role="tabpanel" aria-labelledby="panel-title">
            <div class="room-head">
                <h3 id="panel-title">
                    {of_tab(|tab, text| text.log_with.with(&[&tab.name]))}
                </h3>
                <p class="detail" role="status">
                    {of_tab(|tab, text| presence(&tab.presence, text))}
                </p>
                <p class="detail">{of_tab(|tab, text| text.since.with(&[&tab.since]))}</p>
            </div>
            <p class="remark" role="status">
                {move || shown(state(progress.get(), text))}
            </p>
            <Log screen=conversation language />
            <div class="write" hidden=over>
                <Composer
                    screen=conversation
                    act=Callback::new(move |writing| act.run(DeskAction::Write(writing)))
                    language
                />
                <div class="leave">
                    <Confirm
                        id="end-conversation"
                        words=end
                        yes=Callback::new(move |()| act.run(DeskAction::End))
                    />
                </div>
            </div>
            <div class="leave" hidden=move || !over()>
                <button type="button" on:click=move |_| act.run(DeskAction::PutAway)>
                    {text.put_away}
                </button>
            </div>
        </section>
    }
}

/// Why nothing can be written, if so.
const fn state(progress: Progress, text: &'static Desk) -> &'static str {
    match progress {
        Progress::Connecting => text.connecting,
        Progress::Live => "",
        Progress::Over(Ending::ByVisitor) => text.over_by_visitor,
        Progress::Over(Ending::ByYou) => text.over_by_you,
        Progress::Over(Ending::Left) => text.over_left,
        Progress::Over(Ending::Expired) => text.over_expired,
        Progress::Over(Ending::Lost) => text.over_lost,
        Progress::Over(Ending::NotConnected) => text.not_connected,
    }
}
